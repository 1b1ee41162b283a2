from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ledger.story import AGENCY, FOREIGN, LATER, RIVAL, STORY, Told, made
from zufolge.errors import LedgerError
from zufolge.ledger import Ledger
from zufolge.report import Report


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger(":memory:") as opened:
        for report in STORY:
            opened.add(report, ())
        yield opened


def said(sentence: str, mention: str, name: str, source: str) -> Report:
    """Return a report with one person who says that it rains."""
    text = f"{sentence} Es regne, hieß es."
    told = Told("Es regne", mention)
    return made(text, source, "2025-05-01", {name: (mention, "person")}, told)


def people(ledger: Ledger, name: str) -> list[tuple[str, int]]:
    """Return name and number of articles of everybody that a name may mean."""
    return sorted((person.name, person.articles) for person in ledger.actors(name))


def test_name_and_office_make_one_of_two(ledger: Ledger) -> None:
    [brandt] = ledger.actors("Brandt")
    assert (brandt.articles, brandt.statements, brandt.offices) == (2, 2, ("Hafenkapitänin",))
    [agency] = ledger.actors("Kustnytt")
    assert (agency.name, agency.articles) == ("Kustnytt", 2)


def test_a_name_alone_does_not(ledger: Ledger) -> None:
    assert people(ledger, "Lawrow") == [("Petr Lavrov", 1), ("Pjotr Lawrow", 1)]
    [proposal] = [each for each in ledger.proposals() if "Lavrov" in each.reason]
    assert {proposal.left_name, proposal.right_name} == {"Petr Lavrov", "Pjotr Lawrow"}
    assert proposal.reason.startswith("romanisation: ")


def test_namesakes_with_other_offices_are_hardly_proposed(ledger: Ledger) -> None:
    assert people(ledger, "Wessel") == [("Anton Wessel", 1), ("Anton Wessel", 2)]
    assert not [each for each in ledger.proposals() if "Wessel" in each.reason]
    assert [each for each in ledger.proposals(least=0.4) if "Wessel" in each.reason]


def test_a_merge_makes_one_and_can_be_taken_back(ledger: Ledger) -> None:
    judgement = ledger.merge("Pjotr Lawrow", "Petr Lavrov", reason="ein Schiff", by="mk")
    assert people(ledger, "Lawrow") == [("Pjotr Lawrow", 2)]
    assert {each.quote for each in ledger.who("Lavrov")} == {
        ("Wir sahen Flammen",),
        ("Schadenersatz",),
    }
    assert not [each for each in ledger.proposals() if "Lavrov" in each.reason]
    [decision] = ledger.decisions()
    assert (decision.judgement, decision.verdict, decision.by) == (judgement, "merge", "mk")
    assert (decision.left_name, decision.right_name) == ("Pjotr Lawrow", "Petr Lavrov")
    ledger.withdraw(judgement, reason="doch zwei", by="mk")
    assert len(people(ledger, "Lawrow")) == 2
    assert not ledger.decisions()
    assert [event.kind for event in ledger.history(judgement)] == ["judgement", "withdrawal"]
    assert ledger.verify().entries


def test_a_merge_may_be_made_again(ledger: Ledger) -> None:
    for _ in range(2):
        judgement = ledger.merge("Pjotr Lawrow", "Petr Lavrov", reason="x", by="mk")
        assert len(people(ledger, "Lawrow")) == 1
        ledger.withdraw(judgement, reason="y", by="mk")
        assert len(people(ledger, "Lawrow")) == 2


def test_a_split_undoes_a_merge_that_nobody_asked_for(ledger: Ledger) -> None:
    ours, theirs = AGENCY.actors[0].id, STORY[1].actors[0].id
    judgement = ledger.split(theirs, ours, reason="zwei Frauen", by="mk")
    assert people(ledger, "Jule Brandt") == [("Jule Brandt", 1), ("Jule Brandt", 1)]
    [one] = ledger.who(ours)
    assert one.source == "Kustnytt"
    with pytest.raises(LedgerError, match="may be 2 actors"):
        ledger.who("Jule Brandt")
    ledger.withdraw(judgement, reason="doch eine", by="mk")
    assert people(ledger, "Jule Brandt") == [("Jule Brandt", 2)]


def test_a_split_stands_against_likeness_and_later_articles(ledger: Ledger) -> None:
    ours, theirs = AGENCY.actors[0].id, STORY[1].actors[0].id
    ledger.split(theirs, ours, reason="zwei Frauen", by="mk")
    ledger.add(
        said("Hafenkapitänin Jule Brandt kam.", "Hafenkapitänin Jule Brandt", "Jule Brandt", "A")
    )
    assert people(ledger, "Jule Brandt") == [("Jule Brandt", 1), ("Jule Brandt", 2)]
    [one] = ledger.who(theirs)
    assert one.source == "Vorpommern-Kurier"


def test_decisions_outlive_a_rebuild_and_more_articles(tmp_path: Path) -> None:
    path = tmp_path / "sache.ledger"
    with Ledger(path) as ledger:
        for report in (AGENCY, STORY[1], FOREIGN, LATER):
            ledger.add(report, ())
        ledger.merge("Pjotr Lawrow", "Petr Lavrov", reason="ein Schiff", by="mk")
        ledger.split(STORY[1].actors[0].id, AGENCY.actors[0].id, reason="zwei", by="mk")
        before = [*ledger.actors(limit=99)]
        ledger.rebuild()
        assert [*ledger.actors(limit=99)] == before
    with Ledger(path) as ledger:
        ledger.add(RIVAL, ())
        again = said("Kapitän Pjotr Lawrow kam.", "Kapitän Pjotr Lawrow", "Pjotr Lawrow", "B")
        ledger.add(again, ())
        assert [person.articles for person in ledger.actors("Lawrow")] == [3]
        assert len(ledger.actors("Jule Brandt")) == 2


def test_a_later_decision_overrules_an_earlier_one(ledger: Ledger) -> None:
    ledger.merge("Pjotr Lawrow", "Petr Lavrov", reason="x", by="mk")
    ours, theirs = FOREIGN.actors[0].id, LATER.actors[0].id
    ledger.split(ours, theirs, reason="y", by="jt")
    assert len(people(ledger, "Lawrow")) == 2
    assert not [each for each in ledger.proposals() if "Lavrov" in each.reason]
    [decision] = ledger.decisions()
    assert (decision.verdict, decision.by) == ("split", "jt")
    # What the later one overruled does not come back with its end.
    ledger.undo(decision.judgement, reason="z", by="jt")
    ledger.rebuild()
    assert len(people(ledger, "Lawrow")) == 2


def test_a_split_keeps_apart_what_a_third_one_would_join(ledger: Ledger) -> None:
    ours, theirs = FOREIGN.actors[0].id, LATER.actors[0].id
    ledger.split(ours, theirs, reason="zwei Männer", by="mk")
    third = said("Käpten Петр Лавров kam.", "Käpten Петр Лавров", "Петр Лавров", "C")
    ledger.add(third, ())
    for each in (ours, theirs):
        ledger.merge(third.actors[0].id, each, reason="einer von beiden", by="mk")
    assert ledger.actors(ours)[0].identity != ledger.actors(theirs)[0].identity


def test_bare_namesakes_are_shown_together_but_not_merged(ledger: Ledger) -> None:
    for source in ("D", "E"):
        ledger.add(said("Frau Ida Lund kam.", "Ida Lund", "Ida Lund", source), ())
    assert people(ledger, "Ida Lund") == [("Ida Lund", 1), ("Ida Lund", 1)]
    found = ledger.who("Ida Lund")
    assert [each.source for each in found] == ["D", "E"]
    assert len({each.identity for each in found}) == 2


def test_a_surname_that_two_bear_is_refused(ledger: Ledger) -> None:
    ledger.add(said("Frau Ida Lund kam.", "Ida Lund", "Ida Lund", "D"), ())
    ledger.add(said("Herr Kai Lund kam.", "Kai Lund", "Kai Lund", "E"), ())
    with pytest.raises(LedgerError, match=r"'Lund' may be 2 actors: .*Ida Lund .*Kai Lund"):
        ledger.who("Lund")


def test_a_cyrillic_name_is_found_by_its_romanisation(ledger: Ledger) -> None:
    ledger.add(said("Иван Щербаков kam.", "Иван Щербаков", "Иван Щербаков", "F"), ())
    assert people(ledger, "Iwan Schtscherbakow") == [("Иван Щербаков", 1)]
    assert people(ledger, "Shcherbakov") == [("Иван Щербаков", 1)]


def test_a_frequent_name_costs_no_more_in_a_large_ledger(ledger: Ledger) -> None:
    for number in range(60):
        ledger.add(said("Frau Ida Lund kam.", "Ida Lund", "Ida Lund", f"Blatt {number}"), ())
    query = 'SELECT max(n) FROM (SELECT count(*) AS n FROM likenesses GROUP BY "right")'
    assert ledger.connection.execute(query).get <= 24


def test_the_order_of_adding_makes_no_difference(ledger: Ledger) -> None:
    with Ledger(":memory:") as other:
        for report in reversed(STORY):
            other.add(report, ())
        told = [(p.identity, p.names, p.members) for p in ledger.actors(limit=99)]
        assert sorted(told) == sorted(
            (p.identity, p.names, p.members) for p in other.actors(limit=99)
        )
