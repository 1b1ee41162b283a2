"""Quantities: German amounts and the records that they give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zufolge.annotate.numbers import figure, number_word
from zufolge.annotate.quantities import find_quantities
from zufolge.languages import GERMAN
from zufolge.span import Span

FOUND = [
    ("Es gab mehr als 40 neue Angriffe.", "mehr als 40 neue Angriffe", 40, None, ">"),
    ("Rund 1.200 Helfer kamen.", "Rund 1.200 Helfer", 1200, None, "~"),
    ("Der Pegel stieg auf 6,35 Meter.", "6,35 Meter", 6.35, None, "="),
    ("Das kostet 1,2 Millionen Euro.", "1,2 Millionen Euro", 1200000, None, "="),
    ("Die Bank zahlt 25 Mio. Franken.", "25 Mio. Franken", 25000000, None, "="),
    ("Sie zählten 51'000 Akten.", "51'000 Akten", 51000, None, "="),
    ("Es waren 310 000 Menschen betroffen.", "310 000 Menschen", 310000, None, "="),
    ("Dutzende Bäume stürzten um.", "Dutzende Bäume", 12, None, ">="),
    ("Hunderte Fahrgäste warteten.", "Hunderte Fahrgäste", 100, None, ">="),
    ("Mehrere Millionen Liter liefen aus.", "Mehrere Millionen Liter", 1e6, None, ">="),
    (
        "Er rechnet mit zwischen 20 und 30 Millionen Euro.",
        "zwischen 20 und 30 Millionen Euro",
        2e7,
        3e7,
        "range",
    ),
    ("Dort leben 12 bis 15 Familien.", "12 bis 15 Familien", 12, 15, "range"),
    ("Er stand keine 300 Meter entfernt.", "keine 300 Meter", 300, None, "<"),
    ("Kein einziger Zug fuhr.", "Kein einziger Zug", 0, None, "="),
    ("Es fließe kein Cent.", "kein Cent", 0, None, "="),
    ("Bis zu zwanzig Boote suchten.", "Bis zu zwanzig Boote", 20, None, "<="),
    ("Mindestens ein Haus brannte.", "Mindestens ein Haus", 1, None, ">="),
    ("Zwei Dutzend Boote suchten.", "Zwei Dutzend Boote", 24, None, "="),
    ("Über 700 Gäste blieben.", "Über 700 Gäste", 700, None, ">"),
    ("Das liege unter drei Prozent.", "unter drei Prozent", 3, None, "<"),
    ("Er bot eine halbe Million Euro.", "eine halbe Million Euro", 500000, None, "="),
    ("Gefunden wurden vier von neun Kisten.", "vier von neun Kisten", 4, None, "="),
    ("Drei von ihnen fehlen.", "Drei von ihnen", 3, None, "="),
    ("Es war ein Beben der Stärke 4,7.", "Stärke 4,7", 4.7, None, "="),
    ("Die Rede war von einer siebenstelligen Summe.", "siebenstelligen Summe", 1e6, None, ">="),
    ("Bei minus 12 Grad fiel Schnee.", "minus 12 Grad", -12, None, "="),
    ("Das Haus verfügt über 90 Betten.", "90 Betten", 90, None, "="),
    ("Drei Boote und mehr suchten.", "Drei Boote und mehr", 3, None, ">="),
]


def test_what_is_counted_beside_is_another_amount() -> None:
    text = "Drei Boote und mehr als 20 Taucher suchten."
    found = find_quantities(text, GERMAN)
    assert [(each.span.of(text), each.value, each.comparator) for each in found] == [
        ("Drei Boote", 3, "="),
        ("mehr als 20 Taucher", 20, ">"),
    ]


@pytest.mark.parametrize(("text", "slice_", "value", "high", "comparator"), FOUND)
def test_reads_value_and_comparator(
    text: str, slice_: str, value: float, high: float | None, comparator: str
) -> None:
    (quantity,) = find_quantities(text, GERMAN)
    assert quantity.span.of(text) == slice_
    assert (quantity.value, quantity.high, quantity.comparator) == (value, high, comparator)


@pytest.mark.parametrize(
    "text",
    [
        "Im Jahr 2014 begann es, seit 2019 ruht es.",
        "Am 14. März 2025 um 15.30 Uhr traf sie ein.",
        "Die 54-Jährige ist 54 Jahre alt.",
        "Der 24 Jahre alte Fahrer floh.",
        "Nach Paragraf 12 ist das verboten.",
        "Das Spiel endete 3:1 (2:0).",
        "Der Anruf kam von 030/1234567.",
        "Die A7 ist gesperrt, die U21 spielt.",
        "Das war vor drei Tagen.",
        "Zwei Tage später kehrte sie zurück.",
        "Ein Mann sprach mit einer Frau.",
        "Zum ersten Mal gewann der Zweite.",
        "Die Krise von 2014 bis 2016 war tief.",
    ],
)
def test_leaves_out_what_counts_nothing(text: str) -> None:
    assert find_quantities(text, GERMAN) == []


def test_names_what_is_counted() -> None:
    text = "Er bekam 58 Prozent der Stimmen und drei rote Nelken."
    assert [q.of for q in find_quantities(text, GERMAN)] == ["Prozent der Stimmen", "rote Nelken"]


def test_leaves_out_given_spans() -> None:
    text = "Binnen Kurzem, in drei Wochen, kommen drei Schiffe."
    found = find_quantities(text, GERMAN, without=[Span(15, 29)])
    assert [q.span.of(text) for q in found] == ["drei Schiffe"]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("zweihundertfünfzig", 250),
        ("siebentausenddreihundert", 7300),
        ("Vierundzwanzig", 24),
        ("zweieinhalb", 2.5),
        ("anderthalb", 1.5),
        ("tausendundeins", 1001),
        ("Wunderhundert", None),
        ("Achtung", None),
    ],
)
def test_number_words(word: str, value: float | None) -> None:
    assert number_word(word, GERMAN) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.800", 2800),
        ("1.234.567,8", 1234567.8),
        ("6,80", 6.8),
        ("19:30", None),
        ("1.2.2025", None),
    ],
)
def test_figures(text: str, value: float | None) -> None:
    assert figure(text) == value


_PIECES = st.sampled_from(
    [
        "zwölf",
        "30",
        "bis",
        "zwischen",
        "und",
        "mehr",
        "als",
        "keine",
        "ein",
        "einziger",
        "halbe",
        "Millionen",
        "Euro",
        "2.800",
        ",",
        ".",
        "–",
        "der",
        "von",
        "davon",
        "Dutzende",
        "sechsstellige",
        "neue",
        "Boote",
        "2024",
        "-",
        "über",
        "²",
        "٣",
        "𝟛",
        "\n",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=14).map(" ".join)))
def test_any_text_gives_ordered_spans(text: str) -> None:
    end = 0
    for quantity in find_quantities(text, GERMAN):
        assert end <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.of in text
        assert (quantity.high is not None) == (quantity.comparator == "range")
        end = quantity.span.end
