"""Scores times, places and quantities: their spans, and their spans with their values."""

import math
from collections.abc import Callable, Sequence
from typing import TypeVar

from zufolge.evaluate.alignment import align
from zufolge.evaluate.counts import Counts
from zufolge.evaluate.gold import Dossier
from zufolge.evaluate.scores import Tally, dice
from zufolge.mention import Place, Quantity, Time
from zufolge.report import Report

_EARTH_KM = 6371.0088
_NEAR_KM = 25.0
_INSIDE_KM = 400.0
# An area has no one place: gold gives its point roughly, a settlement's with three or more digits.
_AREA_DIGITS = 2

Mention = TypeVar("Mention", Time, Place, Quantity)


def score_mentions(dossier: Dossier, key: str, report: Report) -> Counts:
    """Score the times, places and quantities of one article.

    Times without an EDTF value are not counted, as the guide marks only what can be placed on a
    calendar.

    Args:
        dossier: the annotations.
        key: of the article.
        report: what was read from it.

    Returns:
        Counts for ``times``, ``places``, ``quantities``, and for each with ``_value``, where a hit
        needs the right value too; ``places_in_country`` takes for right whatever lies within 400
        km in the same country.
    """
    times = [time for article, time in dossier.times if article == key]
    dated = [time for time in report.times if time.edtf is not None]
    places = [place for article, place in dossier.places if article == key]
    quantities = [quantity for article, quantity in dossier.quantities if article == key]
    return Counts(
        {
            "times": _score(times, dated, _anything),
            "times_value": _score(times, dated, same_time),
            "places": _score(places, report.places, _anything),
            "places_value": _score(places, report.places, same_place),
            "places_in_country": _score(places, report.places, same_region),
            "quantities": _score(quantities, report.quantities, _anything),
            "quantities_value": _score(quantities, report.quantities, same_quantity),
        }
    )


def same_time(gold: Time, found: Time) -> bool:
    """Tell whether EDTF value (in sets in any order) and part of the day are equal."""
    return _sorted_set(gold.edtf) == _sorted_set(found.edtf) and gold.part == found.part


def same_place(gold: Place, found: Place) -> bool:
    """Tell whether a place is within 25 km, or an area in the same country within 400 km."""
    if kilometres(gold, found) <= _NEAR_KM:
        return True
    return _is_area(gold) and same_region(gold, found)


def same_region(gold: Place, found: Place) -> bool:
    """Tell whether a place is within 25 km, or in the same country within 400 km."""
    limit = _INSIDE_KM if gold.country == found.country else _NEAR_KM
    return kilometres(gold, found) <= limit


def same_quantity(gold: Quantity, found: Quantity) -> bool:
    """Tell whether value, upper end and comparator are equal."""
    if (gold.high is None) != (found.high is None) or gold.comparator != found.comparator:
        return False
    high = gold.high is None or found.high is None or math.isclose(gold.high, found.high)
    return high and math.isclose(gold.value, found.value)


def kilometres(left: Place, right: Place) -> float:
    """Return the distance of two places along the surface (haversine formula)."""
    north, south = math.radians(left.lat), math.radians(right.lat)
    east = math.radians(right.lon - left.lon)
    chord = math.sin((south - north) / 2) ** 2
    chord += math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, chord)))


def _score(
    gold: Sequence[Mention], found: Sequence[Mention], right: Callable[[Mention, Mention], bool]
) -> Tally:
    matched = align(gold, found, _overlap)
    hits = sum(weight > 0 and right(gold[row], found[column]) for row, column, weight in matched)
    return Tally(hits, len(found) - hits, len(gold) - hits)


def _overlap(gold: Mention, found: Mention) -> float:
    left, right = gold.span, found.span
    return dice(left.overlap(right), left.end - left.start, right.end - right.start)


def _anything(gold: Time | Place | Quantity, found: Time | Place | Quantity) -> bool:
    return True


def _sorted_set(edtf: str | None) -> str | None:
    if edtf is None or not edtf.startswith("["):
        return edtf
    return ",".join(sorted(each.strip() for each in edtf.strip("[]").split(",")))


def _is_area(place: Place) -> bool:
    return all(round(degrees, _AREA_DIGITS) == degrees for degrees in (place.lat, place.lon))
