"""Own sentences and the times expected from them, under days, months and no date at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zufolge.annotate.times import find_times, find_timex
from zufolge.languages import GERMAN

WEDNESDAY = "2025-03-12"

DATED = [
    ("Der Rat hat am Montag getagt.", "am Montag", "2025-03-10", None),
    ("Am Sonntag soll gewählt werden.", "Am Sonntag", "2025-03-16", None),
    ("Sie kam am späten Dienstagabend an.", "am späten Dienstagabend", "2025-03-11", "evening"),
    ("Das Werk brannte in der Nacht zum Dienstag aus.", "in der Nacht zum Dienstag",
     "2025-03-10/2025-03-11", "night"),
    ("Die Brücke ist seit Montag gesperrt.", "seit Montag", "2025-03-10/..", None),
    ("Die Brücke bleibt bis Freitag gesperrt.", "bis Freitag", "../2025-03-14", None),
    ("Der Vertrag wurde Ende Februar verlängert.", "Ende Februar",
     "2025-02-21/2025-02-28", None),
    ("Das Urteil soll am 2. April fallen.", "am 2. April", "2025-04-02", None),
    ("Zwischen 2016 und 2021 verfiel das Haus.", "Zwischen 2016 und 2021", "2016/2021", None),
    ("Der Alarm ging am Montag um 6.40 Uhr ein.", "am Montag um 6.40 Uhr", "2025-03-10", "06:40"),
    ("Vor einer Woche hatte er noch gelacht.", "Vor einer Woche", "2025-03-05", None),
    ("Gewählt wird in der kommenden Woche.", "in der kommenden Woche",
     "2025-03-17/2025-03-23", None),
    ("Im vergangenen Jahr sank der Umsatz.", "Im vergangenen Jahr", "2024", None),
    ("Das Boot kam gestern Abend zurück.", "gestern Abend", "2025-03-11", "evening"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "edtf", "part"), DATED)
def test_time_of_an_article_dated_to_the_day(
    text: str, words: str, edtf: str, part: str | None
) -> None:
    (time,) = find_times(text, WEDNESDAY, GERMAN)
    assert (time.span.of(text), time.edtf, time.part) == (words, edtf, part)


def test_weekday_in_a_month_is_a_set_of_possibilities() -> None:
    (time,) = find_times("Am Donnerstag trat sie zurück.", "2025-03", GERMAN)
    assert time.edtf == "[2025-03-06,2025-03-13,2025-03-20,2025-03-27]"
    assert time.value == "XXXX-WXX-4"


def test_a_clock_time_lies_on_the_day_of_the_event_in_later_paragraphs_too() -> None:
    text = (
        "Am Dienstag brannte eine Halle aus.\n\nDer Alarm sei um 6.40 Uhr ausgelöst worden.\n\n"
        "Um 15 Uhr will die Firma sich äußern."
    )
    times = find_times(text, WEDNESDAY, GERMAN)
    assert [(each.edtf, each.part) for each in times] == [
        ("2025-03-11", None),
        ("2025-03-11", "06:40"),
        ("2025-03-12", "15:00"),
    ]


def test_weekday_without_a_date_stays_open() -> None:
    (time,) = find_times("Am Donnerstag trat sie zurück.", None, GERMAN)
    assert (time.edtf, time.value) == (None, "XXXX-WXX-4")


TIMEX = [
    ("Das Rennen dauerte drei Stunden.", [("drei Stunden", "duration", "PT3H")]),
    ("Der Markt öffnet jeden Montag.", [("jeden Montag", "set", "XXXX-WXX-1")]),
    ("Der Laden hat täglich offen.", [("täglich", "set", "P1D")]),
    ("Seit zwei Jahren fehlt Geld.", [("zwei Jahren", "duration", "P2Y")]),
    ("Derzeit fehlt Geld.", [("Derzeit", "date", "PRESENT_REF")]),
    ("In den neunziger Jahren fehlte Geld.", [("den neunziger Jahren", "date", "199")]),
    ("Im dritten Quartal fehlte Geld.", [("dritten Quartal", "date", "2024-Q3")]),
    ("Am Wochenende fiel Schnee.", [("Wochenende", "date", "2025-W10-WE")]),
    ("Am 4. und 5. Mai 2024 fiel Schnee.",
     [("4", "date", "2024-05-04"), ("5. Mai 2024", "date", "2024-05-05")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TIMEX)
def test_timex(text: str, expected: list[tuple[str, str, str]]) -> None:
    times = find_timex(text, WEDNESDAY, GERMAN)
    assert [(time.span.of(text), time.type, time.value) for time in times] == expected


@pytest.mark.parametrize(
    "text",
    ["Rund 2000 Menschen kamen.", "Das Tor steht offen.", "Die 16-jährige Schülerin siegte."],
)
def test_no_time(text: str) -> None:
    assert find_times(text, WEDNESDAY, GERMAN) == []


PIECES = st.sampled_from(
    [
        "am",
        "Montag",
        "bis",
        "seit",
        "5.",
        "März",
        "2024",
        "Uhr",
        "12",
        ".",
        ",",
        "halb",
        "drei",
        "Jahren",
        "vor",
        "Nacht",
        "zum",
        "31.",
        "Februar",
        "Ende",
        "zwischen",
        "und",
        "heute",
        "30.02.",
        "Woche",
        "kommende",
        "jeden",
    ]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=60),
    st.sampled_from([WEDNESDAY, "2025-03", "2025", None, "0001", "9999-12-31", "kein Datum"]),
)
def test_spans_are_sorted_and_disjoint(text: str, date: str | None) -> None:
    for times in (find_times(text, date, GERMAN), find_timex(text, date, GERMAN)):
        edges = [edge for time in times for edge in time.span]
        assert edges == sorted(edges)
        assert all(time.span.of(text).strip() for time in times)
