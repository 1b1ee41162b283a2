from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import reports
from tests.view.hand import report
from zufolge.article import Article
from zufolge.errors import LedgerError
from zufolge.ledger import Ledger
from zufolge.relation import Relation
from zufolge.report import Report


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger(":memory:") as opened:
        yield opened


def other(text: str, **fields: str) -> Report:
    """Return a report without statements."""
    return Report(Article(text, **fields))  # type: ignore[arg-type]


def relation(made: Report) -> Relation:
    first, second = (each.id for each in made.statements[:2])
    return Relation(first, "contradicts", second, "antonyms", 0.75)


@given(st.lists(reports(), max_size=3, unique_by=lambda made: made.article.id))
def test_reports_come_back_as_they_were_added(made: list[Report]) -> None:
    with Ledger(":memory:") as ledger:
        for each in made:
            assert ledger.add(each)
        assert list(ledger.reports()) == made
        assert [ledger.report(each.article.id) for each in made] == made
        assert ledger.verify().batches == len(made)


def test_a_ledger_on_disk_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "sache.ledger"
    with Ledger(path) as ledger:
        ledger.add(report(), [relation(report())])
    with Ledger(path, create=False) as ledger:
        assert list(ledger.reports()) == [report()]
        assert list(ledger.relations()) == [relation(report())]


def test_adding_twice_adds_nothing(ledger: Ledger) -> None:
    assert ledger.add(report())
    before = ledger.verify()
    assert not ledger.add(report())
    assert ledger.relate([relation(report())]) == 1
    assert ledger.relate([relation(report())]) == 0
    assert ledger.verify().batches == before.batches + 1
    assert ledger.knows(report().article.id)
    assert not ledger.knows("0" * 16)


def test_a_report_that_json_cannot_write_leaves_nothing_behind(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="cannot be stored as JSON"):
        ledger.add(other("ein halbes Zeichen \ud83d"))
    assert ledger.verify().entries == 0
    assert ledger.add(other("ein ganzes 🦭"))


def test_failures_are_kept_until_the_source_can_be_read(ledger: Ledger) -> None:
    assert ledger.fail("b.txt", "read", "there is no text in it")
    assert not ledger.fail("b.txt", "read", "there is no text in it")
    assert ledger.fail("c.txt", "annotate", "ValueError: zu lang")
    assert [each.source for each in ledger.failures()] == ["b.txt", "c.txt"]
    ledger.add(other("Jetzt steht etwas darin."), source="b.txt")
    [left] = ledger.failures()
    assert (left.source, left.step, left.reason) == ("c.txt", "annotate", "ValueError: zu lang")
    assert ledger.fail("b.txt", "read", "there is no text in it")
    assert [each.source for each in ledger.failures()] == ["c.txt", "b.txt"]


def test_what_is_withdrawn_holds_no_longer_and_stays_in_the_history(ledger: Ledger) -> None:
    made, told = report(), relation(report())
    ledger.add(made, [told])
    ledger.withdraw(told.target, reason="verlesen", by="ks")
    [stored] = ledger.reports()
    assert stored.statements == tuple(s for s in made.statements if s.id != told.target)
    assert list(ledger.relations()) == []
    events = ledger.history(told.target)
    assert [event.kind for event in events] == ["statement", "relation", "withdrawal"]
    statement, _, withdrawal = events
    assert statement.withdrawn == withdrawal.seq
    assert withdrawal.content == {"row": statement.seq, "reason": "verlesen", "by": "ks"}
    assert ledger.verify().erased == 0


def test_a_judgement_can_be_taken_back_and_made_again(ledger: Ledger) -> None:
    identity = ledger.judge("a", "b", "same", reason="dieselbe Person", by="ks")
    assert ledger.judge("a", "b", "same", reason="dieselbe Person", by="ks") == identity
    query = "SELECT subject, other, verdict FROM judgements"
    assert ledger.connection.execute(query).fetchall() == [("a", "b", "same")]
    ledger.withdraw(identity, reason="doch nicht", by="ks")
    assert ledger.connection.execute(query).fetchall() == []
    ledger.judge("a", "b", "same", reason="dieselbe Person", by="ks")
    assert ledger.connection.execute(query).fetchall() == [("a", "b", "same")]
    kinds = [event.kind for event in ledger.history("a")]
    assert kinds == ["judgement", "judgement"]
    assert [e.kind for e in ledger.history(identity)] == ["judgement", "withdrawal", "judgement"]


@pytest.mark.parametrize(
    ("subject", "reason"),
    [("nothing", "nothing with the id nothing holds"), ("article", "is of the kind article")],
)
def test_what_cannot_be_withdrawn_is_said_in_words(
    ledger: Ledger, subject: str, reason: str
) -> None:
    ledger.add(report())
    subject = report().article.id if subject == "article" else subject
    with pytest.raises(LedgerError, match=reason):
        ledger.withdraw(subject, reason="", by="ks")
    assert ledger.history("nothing") == ()


@pytest.mark.parametrize("table", ["entries", "batches"])
@pytest.mark.parametrize("act", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid + 1"])
def test_nothing_is_changed_or_deleted(ledger: Ledger, table: str, act: str) -> None:
    ledger.add(report())
    with pytest.raises(apsw.ConstraintError, match="a ledger only grows"):
        ledger.connection.execute(act.format(table))


def test_the_views_show_values_and_slices(ledger: Ledger) -> None:
    ledger.add(report(), [relation(report())])
    ask = ledger.connection.execute
    text = report().article.text
    assert ask("SELECT quote FROM statements").fetchall() == [
        (" … ".join(span.of(text) for span in each.quote),) for each in report().statements
    ]
    first = report().statements[0]
    assert ask("SELECT id, type, stance, said, earliest, latest FROM statements").fetchone() == (
        first.id,
        "direct",
        "denies",
        "[2024-11-06,2024-11-13]",
        "2024-11-06",
        "2024-11-13",
    )
    article = ask("SELECT source, title, date, earliest, latest, text FROM articles").fetchone()
    month = ("2024-11", "2024-11-01", "2024-11-30")
    assert article == ("NNA", "Tanker vor Bornholm", *month, text)
    assert ask("SELECT name, kind FROM actors").fetchall() == [
        (actor.name, actor.kind) for actor in report().actors
    ]
    for view, records in (
        ("times", report().times),
        ("places", report().places),
        ("quantities", report().quantities),
    ):
        spans = ask(f'SELECT start, "end" FROM {view}').fetchall()
        assert spans == [tuple(each.span) for each in records]
    told = relation(report())
    assert ask('SELECT "from", kind, "to", reason, score FROM relations').fetchall() == [
        (told.source, told.kind, told.target, told.reason, told.score)
    ]


def test_two_articles_with_equal_statements_stay_apart(ledger: Ledger) -> None:
    first = report()
    second = replace(first, article=replace(first.article, source="Bote"), statements=(), actors=())
    ledger.add(first)
    ledger.add(second)
    assert list(ledger.reports()) == [first, second]
