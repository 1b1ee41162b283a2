from collections.abc import Mapping
from datetime import date, timedelta
from importlib import resources
from typing import Any

import pytest

from zufolge.mention import Quantity
from zufolge.span import Span
from zufolge.statement import STANCES, TYPES
from zufolge.view.wording import LANGUAGES, labels, printable

THURSDAYS = [f"{date(2025, 1, 2) + timedelta(weeks=week)}" for week in range(52)]
DATES = [
    ("2025", "2025", "2025"),
    ("2025-03", "März 2025", "March 2025"),
    ("2025-03-06", "6. März 2025", "6 March 2025"),
    ("2025-03~", "etwa März 2025", "about March 2025"),
    ("2025-03-13/2025-03-14", "13. bis 14. März 2025", "13 to 14 March 2025"),
    ("2025-03-31/2025-04-01", "31. März 2025 bis 1. April 2025", "31 March 2025 to 1 April 2025"),
    ("2025-03-12/..", "seit 12. März 2025", "since 12 March 2025"),
    ("../2025-03", "bis März 2025", "until March 2025"),
    (
        "[2025-03-06, 2025-03-13]",
        "6. oder 13. März 2025",
        "6 or 13 March 2025",
    ),
    ("[2025-03-06,2025-03-13,2025-03-20]", "6., 13. oder 20. März 2025", "6, 13 or 20 March 2025"),
    (
        "[2025-03-06,2025-03-13,2025-03-20,2025-03-27]",
        "ein Donnerstag im März 2025",
        "a Thursday in March 2025",
    ),
    (
        "[2025-03-05..2025-03-06,2025-03-12..2025-03-13,2025-03-19..2025-03-20,"
        "2025-03-26..2025-03-27]",
        "eine Nacht zum Donnerstag im März 2025",
        "a night before a Thursday in March 2025",
    ),
    (f"[{','.join(THURSDAYS)}]", "ein Donnerstag im Jahr 2025", "a Thursday in 2025"),
    ("[2025-03,2025-04]", "März 2025 oder April 2025", "March 2025 or April 2025"),
    ("2025-W11", "2025-W11", "2025-W11"),
    ("2025-13", "2025-13", "2025-13"),
    ("2025-21", "2025-21", "2025-21"),
    ("", "", ""),
]


@pytest.mark.parametrize(("edtf", "german", "english"), DATES)
def test_dates_in_words(edtf: str, german: str, english: str) -> None:
    assert (labels("de").date(edtf), labels("en").date(edtf)) == (german, english)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (None, "6. März 2025"),
        ("night", "6. März 2025, nachts"),
        ("19:30", "6. März 2025, 19:30 Uhr"),
    ],
)
def test_moments_in_words(part: str | None, expected: str) -> None:
    assert labels("de").moment("2025-03-06", part) == expected


def test_a_night_among_many_is_called_so_once() -> None:
    pairs = [(day, day + 1) for day in (5, 12, 19, 26)]
    nights = ",".join(f"2025-03-{one:02}..2025-03-{two:02}" for one, two in pairs)
    nights = f"[{nights}]"
    assert labels("de").moment(nights, "night") == "eine Nacht zum Donnerstag im März 2025"
    assert labels("de").moment("2025-03-05/2025-03-06", "night") == "5. bis 6. März 2025, nachts"


@pytest.mark.parametrize(
    ("value", "high", "comparator", "expected"),
    [
        (130, None, "~", "etwa 130"),
        (40, None, ">", "mehr als 40"),
        (30, 40, "range", "30–40"),
        (2.5, None, "=", "2,5"),
        (2_800_000, None, "<=", "höchstens 2.800.000"),
        (-12_500, None, "=", "-12.500"),
        (2800, None, "=", "2800"),
        (0, None, "=", "0"),
    ],
)
def test_amounts_in_words(value: float, high: float | None, comparator: str, expected: str) -> None:
    quantity = Quantity(Span(0, 1), value, high, comparator, "Tonnen")
    assert labels("de").amount(quantity) == expected


def test_all_languages_have_the_same_labels() -> None:
    tables = [labels(code).table for code in LANGUAGES]
    assert [_names(table) for table in tables] == [_names(tables[0])] * len(LANGUAGES)
    files = {file.name for file in resources.files("zufolge.view").joinpath("labels").iterdir()}
    assert files == {f"{code}.toml" for code in LANGUAGES}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_value_of_the_records_has_a_label(code: str) -> None:
    table = labels(code).table
    assert set(table["type"]) == set(TYPES)
    assert set(table["stance"]) == set(STANCES)
    assert set(table["comparator"]) == {"=", "~", ">", ">=", "<", "<=", "range"}
    assert len(table["date"]["months"]) == 12


def test_printable_is_one_line() -> None:
    assert printable(" ein\n\tZeilen\x85umbruch\x00 ") == "ein Zeilen umbruch�"


def _names(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _names(value) if isinstance(value, dict) else None for key, value in table.items()}
