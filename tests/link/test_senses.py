"""What the claim encoder says of claims."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.hand import claim
from zufolge.article import Article
from zufolge.link.reading import claims
from zufolge.link.rendering import LONGEST, rendered
from zufolge.link.senses import CLASSES, encode, says, unrelated
from zufolge.models import shipped
from zufolge.pieces import BOS, EOS, Pieces
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Statement

PIECES = Pieces(shipped().tokenizer)

# Each line: a statement, the same in other words, and one on the same matter that is not.
SAYINGS = [
    (
        "Der Damm habe in der Nacht nachgegeben",
        "das Bauwerk sei in den frühen Morgenstunden gebrochen",
        "der Damm werde seit Jahren von der Kreisverwaltung geprüft",
    ),
    (
        "Die Fähre sei ausgelaufen, obwohl eine Sturmwarnung vorgelegen habe",
        "das Schiff habe trotz der Warnung vor dem Unwetter abgelegt",
        "die Fähre fahre die Strecke zweimal am Tag",
    ),
    (
        "Der Vorstand tritt zum Jahresende zurück",
        "die gesamte Führung gebe Ende Dezember ihre Ämter ab",
        "der Vorstand habe einen Gewinn von zwei Millionen Euro gemeldet",
    ),
]


def _sense(text: str, **told: str) -> bytes:
    (sense,) = encode([claim(text, **told)])  # type: ignore[arg-type]
    return sense


@pytest.mark.parametrize(("one", "same", "other"), SAYINGS)
def test_other_words_for_one_thing_are_nearer(one: str, same: str, other: str) -> None:
    said = _sense(one, actor="Ina Rau")
    near = says(said, _sense(same, actor="Jon Berg"))
    far = says(said, _sense(other, actor="Jon Berg"))
    assert near["says_same"] > far["says_same"]
    assert near["near_quotes"] > far["near_quotes"]


def test_strangers_are_not_related() -> None:
    dam, ferry = _sense(SAYINGS[0][0]), _sense("Der Torwart wechselt nach Graz")
    assert unrelated(dam, ferry) > 0.75
    assert unrelated(dam, _sense(SAYINGS[0][1])) < 0.5


def test_the_order_does_not_count() -> None:
    one, other = _sense(SAYINGS[0][0]), _sense(SAYINGS[0][1])
    assert says(one, other) == says(other, one)
    assert unrelated(one, other) == unrelated(other, one)


def test_without_a_sense_nothing_is_said() -> None:
    told = says(b"", _sense("Der Damm hält"))
    assert {*told.values()} == {0.0}
    assert [name for name in told if name.startswith("says_")] == [f"says_{n}" for n in CLASSES]
    assert unrelated(b"", b"") == 1.0


def test_a_sense_does_not_depend_on_the_others() -> None:
    alone = _sense("Der Damm hält")
    assert [*encode([claim("Die Fähre legt ab"), claim("Der Damm hält")])][1] == alone


def test_a_claim_is_shown_with_speaker_act_and_passage() -> None:
    denial = claim("die Schleuse sei defekt", stance="denies", actor="Ina Rau")
    pieces, quoted = rendered(denial, PIECES)
    head = [i for word in ("Ina", "Rau", "bestreitet") for i in PIECES.of(word, spaced=True)]
    assert pieces[0] == BOS
    assert pieces[-1] == EOS
    assert pieces[1 : 1 + len(head)] == head
    assert 0 < sum(quoted) < len(pieces)


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=600), st.integers(0, 500), st.integers(1, 400))
def test_whatever_stands_there_can_be_shown(passage: str, start: int, size: int) -> None:
    shown = replace(claim("Hochwasser"), passage=passage, marks=(Span(start, start + size),))
    pieces, quoted = rendered(shown, PIECES)
    assert len(pieces) == len(quoted) <= LONGEST
    assert any(quoted)


TEXT = (
    "Am Hafen brannte eine Halle. Die Stadt weist jede Schuld von sich. „Das ist falsch“, sagte "
    "Ina Rau, die Sprecherin der Stadt, die seit dem frühen Morgen mit der Feuerwehr und mit den "
    "Leuten von der Hafenverwaltung in einem Zelt am Kai saß und dort im Laufe des Tages dreimal "
    "vor die Presse trat, ohne dass sie auf Fragen nach der Ursache einging."
)


@pytest.mark.parametrize("quote", ["Das ist falsch", "jede Schuld", "ohne dass sie auf Fragen"])
def test_the_passage_holds_the_quote_and_what_stands_before(quote: str) -> None:
    article = Article(TEXT, date="2025-03-14")
    start = TEXT.index(quote)
    said = Statement(article.id, (Span(start, start + len(quote)),), "direct")
    (found,) = claims(Report(article, (said,)))
    assert found.passage in TEXT
    assert [mark.of(found.passage) for mark in found.marks] == [quote]
    assert len(found.passage.split()) <= 36


def test_a_short_sentence_is_shown_with_words_before_it() -> None:
    article = Article(TEXT, date="2025-03-14")
    start = TEXT.index("jede Schuld")
    said = Statement(article.id, (Span(start, start + 11),), "reported", stance="denies")
    (found,) = claims(Report(article, (said,)))
    assert found.passage == TEXT[: TEXT.index(" „Das")]
