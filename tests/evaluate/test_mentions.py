import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zufolge.article import Article
from zufolge.evaluate.gold import Dossier
from zufolge.evaluate.mentions import (
    kilometres,
    same_place,
    same_quantity,
    same_region,
    same_time,
    score_mentions,
)
from zufolge.evaluate.scores import Tally
from zufolge.mention import Place, Quantity, Time
from zufolge.report import Report
from zufolge.span import Span

LINDAU = Place(Span(10, 16), "Lindau", 47.546, 9.6829, "DE")
BREGENZ = replace(LINDAU, lat=47.5031, lon=9.7471, country="AT")
HAMBURG = replace(LINDAU, lat=53.5507, lon=9.993)
ULM = replace(LINDAU, lat=48.3984, lon=9.9916)
BAVARIA = replace(LINDAU, lat=48.95, lon=11.4)
EVENING = Time(Span(0, 8), "time", "", "2031-05-13", "evening")
FORTY = Quantity(Span(20, 30), 40, None, ">", "Häuser")


@pytest.mark.parametrize(
    ("gold", "found", "right", "in_country"),
    [
        (LINDAU, LINDAU, True, True),
        (LINDAU, BREGENZ, True, True),
        (LINDAU, ULM, False, True),
        (BAVARIA, ULM, True, True),
        (BAVARIA, HAMBURG, False, False),
        (BAVARIA, BREGENZ, False, False),
    ],
)
def test_places(gold: Place, found: Place, right: bool, in_country: bool) -> None:
    assert (same_place(gold, found), same_region(gold, found)) == (right, in_country)


def test_distance_of_a_degree() -> None:
    origin = Place(Span(0, 1), "", 0.0, 0.0, "GH")
    assert math.isclose(kilometres(origin, replace(origin, lat=1.0)), 111.195, abs_tol=0.01)


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({}, True),
        ({"value": "2031-05-13TEV"}, True),
        ({"part": None}, False),
        ({"edtf": "2031-05-12"}, False),
    ],
)
def test_times(changes: dict[str, Any], right: bool) -> None:
    assert same_time(EVENING, replace(EVENING, **changes)) is right


def test_the_order_of_a_set_does_not_matter() -> None:
    gold = replace(EVENING, edtf="[2031-05-06,2031-05-13]")
    assert same_time(gold, replace(EVENING, edtf="[2031-05-13, 2031-05-06]"))
    assert not same_time(gold, replace(EVENING, edtf="[2031-05-13]"))


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (FORTY, True),
        (replace(FORTY, of="Gebäude"), True),
        (replace(FORTY, value=41), False),
        (replace(FORTY, comparator=">="), False),
        (replace(FORTY, high=50.0), False),
    ],
)
def test_quantities(found: Quantity, right: bool) -> None:
    assert same_quantity(FORTY, found) is right


def score(times: list[Time], found: list[Time]) -> tuple[Tally, Tally]:
    article = Article("Am Abend, genauer gegen acht Uhr abends, war es noch am Steigen.")
    dossier = Dossier("d1", {"a1": article}, times=tuple(("a1", time) for time in times))
    counts = score_mentions(dossier, "a1", Report(article, times=tuple(found)))
    return counts.tally("times"), counts.tally("times_value")


def test_any_overlap_is_found_but_each_only_once() -> None:
    halves = [replace(EVENING, span=Span(0, 2)), replace(EVENING, span=Span(3, 8), part=None)]
    assert score([EVENING], halves) == (Tally(1, 1), Tally(0, 2, 1))


def test_what_stands_on_no_calendar_is_not_counted() -> None:
    hours = Time(Span(30, 40), "duration", "PT2H")
    assert score([EVENING], [EVENING, hours]) == (Tally(1), Tally(1))


TIMES = st.lists(
    st.builds(
        lambda start, size, day: Time(Span(start, start + size), "date", "", f"2031-05-{day:02}"),
        st.integers(0, 40),
        st.integers(1, 9),
        st.integers(1, 3),
    ),
    max_size=6,
)


@given(TIMES, TIMES)
def test_a_right_value_needs_a_found_span(gold: list[Time], found: list[Time]) -> None:
    spans, values = score(gold, found)
    assert 0 <= values.hits <= spans.hits <= min(len(gold), len(found))
    assert spans.hits + spans.extra == len(found) and spans.hits + spans.missed == len(gold)


@given(TIMES)
def test_times_against_themselves(gold: list[Time]) -> None:
    assert score(gold, gold)[0] == Tally(len(gold))
