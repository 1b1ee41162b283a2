from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from zufolge.ledger.dates import Bounds, bounds, may_fall

TABLE = [
    ("2025-03-14", "2025-03-14", "2025-03-14"),
    # A month is all of its days, a year all of its months.
    ("2025-03", "2025-03-01", "2025-03-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2025-02~", "2025-02-01", "2025-02-28"),
    ("2025", "2025-01-01", "2025-12-31"),
    ("2025-03-13/2025-03-14", "2025-03-13", "2025-03-14"),
    ("2025-03/2025-04", "2025-03-01", "2025-04-30"),
    # An open end stays open.
    ("2025-03-12/..", "2025-03-12", None),
    ("../2025-03", None, "2025-03-31"),
    ("[2025-03-06,2025-03-13]", "2025-03-06", "2025-03-13"),
    ("[2025-03-13,2025-03-06]", "2025-03-06", "2025-03-13"),
    ("[2024-11-04..2024-11-05,2024-11-11..2024-11-12]", "2024-11-04", "2024-11-12"),
    ("[2024-11,2025-01]", "2024-11-01", "2025-01-31"),
    ("[2024-11-04..,2024-10-01]", "2024-10-01", None),
    # What is not known has no day.
    (None, None, None),
    ("", None, None),
    ("..", None, None),
    ("../..", None, None),
    ("2025-02-30", None, None),
    ("2025-13", None, None),
    ("[2025-03-06,bald]", None, None),
    ("gestern", None, None),
]


@pytest.mark.parametrize(("edtf", "earliest", "latest"), TABLE)
def test_a_date_spans_all_the_days_that_it_may_mean(
    edtf: str | None, earliest: str | None, latest: str | None
) -> None:
    assert bounds(edtf) == Bounds(earliest, latest)


POINTS = st.dates(date(1000, 1, 1)).flatmap(
    lambda day: st.sampled_from([f"{day}", f"{day:%Y-%m}", f"{day:%Y}"])
)
PERIODS = st.builds(lambda a, b: "/".join(sorted((a, b))), POINTS, POINTS)
SETS = st.lists(POINTS, min_size=2, max_size=4).map(lambda days: f"[{','.join(days)}]")


@settings(deadline=None, max_examples=50)
@given(POINTS | PERIODS | SETS)
def test_the_bounds_are_those_of_the_edtf_library(edtf: str) -> None:
    parsed = parse_edtf(edtf)
    ends = (parsed.lower_strict(), parsed.upper_strict())
    assert [bounds(edtf).earliest, bounds(edtf).latest] == [
        "{:04}-{:02}-{:02}".format(*day[:3]) for day in ends
    ]


@given(st.dates(date(1000, 1, 1)))
def test_an_unknown_day_never_falls_on_the_first_alone(day: date) -> None:
    month = bounds(f"{day:%Y-%m}")
    assert month.earliest is not None
    assert month.latest is not None
    assert month.earliest < month.latest
    assert month.earliest <= day.isoformat() <= month.latest


@pytest.mark.parametrize(
    ("edtf", "first", "last", "expected"),
    [
        ("2025-03", "2025-03-20", "2025-03-21", True),
        ("2025-03", "2025-04-01", None, False),
        # A set has gaps: between two possible Thursdays nothing can have been said.
        ("[2025-03-06,2025-03-13]", "2025-03-07", "2025-03-12", False),
        ("[2025-03-06,2025-03-13]", "2025-03-07", "2025-03-13", True),
        ("2025-03-12/..", "2031-01-01", None, True),
        ("../2025-03-12", None, "1990-01-01", True),
        (None, None, None, False),
    ],
)
def test_filters_ask_what_is_possible(
    edtf: str | None, first: str | None, last: str | None, expected: bool
) -> None:
    assert may_fall(edtf, first, last) is expected
