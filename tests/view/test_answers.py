from collections.abc import Iterator

import pytest

from tests.ledger.story import RELATIONS, STORY, Told, made
from tests.view.hand import lines
from tests.workplace import merge_captains
from zufolge.ledger import Ledger
from zufolge.view import answers
from zufolge.view.wording import labels

ENGLISH = labels("en")


@pytest.fixture(scope="module")
def ledger() -> Iterator[Ledger]:
    with Ledger(":memory:") as opened:
        for report in STORY:
            opened.add(report, ())
        opened.relate(RELATIONS)
        yield opened


def test_who_in_english(ledger: Ledger) -> None:
    assert lines(answers.statements(ledger.who("Brandt"), ENGLISH)) == [
        "Jule Brandt",
        "  Zwei Schiffe sind … ausgebrannt",
        "    Vorpommern-Kurier, March 2025 · ¶1 · article 9d28bb7ac1a1e461 · indirect · asserts"
        " · Kustnytt ← Jule Brandt",
        "  In Stralsund seien am Dienstag zwei Schiffe ausgebrannt",
        "    Kustnytt, 12 March 2025 · ¶2 · article 6e20786ae5d439de · indirect · asserts"
        " · said 12 March 2025 · happened 11 March 2025",
    ]


def test_words_of_the_speaker_stand_in_quotation_marks(ledger: Ledger) -> None:
    [_, quote, _] = lines(answers.statements(ledger.who("Pjotr Lawrow"), ENGLISH))
    assert quote == "  “Wir sahen Flammen”"


def test_disputes_are_numbered_through_the_pages(ledger: Ledger) -> None:
    second = ledger.disputes(limit=1, offset=1)
    shown = lines(answers.disputes(second, ENGLISH, 2))
    assert shown[0] == "[2] another figure · zwei ≠ drei · 2 relations · 0.85"
    assert shown[1].startswith("  Jule Brandt: In Stralsund")
    assert shown[2].endswith(" · 2 statements in 2 articles · 1 origin: Jule Brandt")
    assert len(shown) == 5


def test_reprints_are_named_behind_what_they_repeat(ledger: Ledger) -> None:
    shown = lines(answers.origin_groups(ledger.origins(), ENGLISH))
    assert shown[0] == "1 origin: Jule Brandt · 2 statements in 2 articles"
    assert shown[2].endswith(" · reprinted by Vorpommern-Kurier (1)")
    assert len(shown) == 3


def test_a_vague_date_is_a_range_and_an_open_end_stays_open(ledger: Ledger) -> None:
    shown = lines(answers.moments(ledger.timeline(), ENGLISH))
    assert (
        shown[0]
        == "2025-03-01 … 2025-03-31  published: Jule Brandt: Zwei Schiffe sind … ausgebrannt"
    )
    assert shown[2].startswith("2025-03-11               happened: Jule Brandt: ")
    assert any(line.startswith("2025-03-13 …             said: Nils Oggersin: ") for line in shown)


def test_proposals_name_both_values(ledger: Ledger) -> None:
    head, reason = lines(answers.proposals(ledger.proposals(), ENGLISH))[:2]
    assert head.startswith("0.92  ")
    assert "Pjotr Lawrow (Kapitän, " in head
    assert reason == "      romanisation: Pjotr Lawrow = Petr Lavrov; office unknown"


def test_what_the_program_says_of_a_decision_is_german_as_well() -> None:
    with Ledger(":memory:") as ledger:
        for report in STORY:
            ledger.add(report, ())
        merge_captains(ledger)
        [shown] = lines(answers.decisions(ledger.decisions(), labels("de")))
    assert shown.endswith("  mk  von Hand entschieden")


def test_what_a_terminal_would_obey_is_not_passed_on() -> None:
    text = "Es \x1b[2Jregne, sagte Ida\u202e Lund."
    told = Told("Es \x1b[2Jregne", "Ida\u202e Lund")
    report = made(text, "Bl\x07att", "2025", {"Ida\u202e Lund": ("Ida\u202e Lund", "person")}, told)
    with Ledger(":memory:") as ledger:
        ledger.add(report, ())
        shown = [
            *lines(answers.moments(ledger.timeline(), ENGLISH)),
            *lines(answers.persons(ledger.actors(), ENGLISH)),
        ]
    assert not set("".join(shown)) & set("\x1b\x07\u202e")
