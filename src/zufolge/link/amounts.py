"""Compares the figures of two claims."""

import math
from dataclasses import dataclass
from functools import lru_cache

from zufolge.languages import GERMAN
from zufolge.link.claims import Claim
from zufolge.link.stems import stems
from zufolge.link.words import counts_people, unit_class
from zufolge.mention import Quantity

# „rund 130“ and 128 agree; figures without a modifier have to be equal.
_ROUGH = 0.06
# "More than 40" may well be 45, but hardly 80.
_OPEN = 1.15
# Those coins may be some of these; a noun and its compound are a little less alike than equals.
_COMPOUND, _SHORTEST = 0.8, 4


@dataclass(frozen=True, slots=True)
class Compared:
    """The pair of figures of two claims that is most likely about one thing.

    Args:
        left: a figure of the first claim.
        right: a figure of the second.
        unit: how alike what they count is, 0 to 1.
        magnitude: how near their values are, 0 (ten times as much) to 1 (equal).
    """

    left: Quantity
    right: Quantity
    unit: float
    magnitude: float

    @property
    def agree(self) -> bool:
        """Whether both can be true of one count."""
        return agree(self.left, self.right)


def compare_amounts(a: Claim, b: Claim) -> Compared | None:
    """Return the most comparable figures of two claims.

    Figures of different dimensions (money, shares, lengths, durations, counts) never compare.

    Args:
        a: a claim.
        b: another.

    Returns:
        The best pair, or null if there is none.
    """
    found = [
        Compared(x, y, likeness, _magnitude(x, y))
        for x in a.quantities
        for y in b.quantities
        if (likeness := _likeness(x.of, y.of)) > 0
    ]
    # With several figures of a unit on both sides, one that agrees is the one that is meant.
    return max(found, key=lambda each: (each.unit + each.magnitude, each.agree), default=None)


def agree(x: Quantity, y: Quantity) -> bool:
    """Tell whether two figures can be of the same count.

    „rund 130“ and 128 do, 130 and 150 do not; „mehr als 40“ and 43 do.

    Args:
        x: an amount.
        y: another, of the same unit.
    """
    (low, high), (bottom, top) = _bounds(x), _bounds(y)
    return low <= top and bottom <= high


def _bounds(q: Quantity) -> tuple[float, float]:
    if q.comparator == "range" and q.high is not None:
        return q.value, q.high
    slack = _ROUGH * abs(q.value)
    if q.comparator == "~":
        return q.value - slack, q.value + slack
    if q.comparator in (">", ">="):
        return q.value, q.value * _OPEN
    if q.comparator in ("<", "<="):
        return q.value / _OPEN, q.value
    return q.value, q.value


def _magnitude(x: Quantity, y: Quantity) -> float:
    return max(0.0, 1 - abs(math.log10((abs(x.value) + 0.1) / (abs(y.value) + 0.1))))


def _is_head(noun: str, compound: str) -> bool:
    """Tell whether a compound counts what a noun does: „Goldmünzen“ are „Münzen“."""
    return len(noun) >= _SHORTEST and len(compound) > len(noun) + 2 and compound.endswith(noun)


@lru_cache(maxsize=100_000)
def _likeness(one: str, other: str) -> float:
    first, second = unit_class(one, GERMAN), unit_class(other, GERMAN)
    if first != second:
        return 0.0
    left, right = stems(one, GERMAN), stems(other, GERMAN)
    if {*left} & {*right}:
        return 1.0
    if any(_is_head(x, y) or _is_head(y, x) for x in left for y in right):
        return _COMPOUND
    if first:
        # Two currencies or two lengths measure alike, but hardly the same thing.
        return 0.3
    return 0.7 if counts_people(one, GERMAN) and counts_people(other, GERMAN) else 0.4
