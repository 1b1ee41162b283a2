"""The days that a date in EDTF may mean, from the earliest to the latest.

Read is what zufolge writes of EDTF (ISO 8601-2): days, months and years, uncertain ones, intervals
with open ends, and sets of possibilities. A month is all of its days, never its first.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")
_OPEN = ("..", "")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The earliest and the latest day of a date.

    Args:
        earliest: ISO day; null where the beginning is open or nothing is known.
        latest: ISO day; null where the end is open or nothing is known.
    """

    earliest: str | None = None
    latest: str | None = None

    def meets(self, other: "Bounds") -> bool:
        """Tell whether some day may belong to both; an open side reaches without end."""
        return _not_after(self.earliest, other.latest) and _not_after(other.earliest, self.latest)


def bounds(edtf: str | None) -> Bounds:
    """Return the earliest and latest day of a date.

    Args:
        edtf: a date in EDTF, or null.

    Returns:
        The bounds; both null where there is no date or none that can be read.
    """
    found = possibilities(edtf)
    if not found:
        return Bounds()
    starts, ends = [each.earliest for each in found], [each.latest for each in found]
    return Bounds(
        None if None in starts else min(start for start in starts if start),
        None if None in ends else max(end for end in ends if end),
    )


@lru_cache(maxsize=4096)
def possibilities(edtf: str | None) -> tuple[Bounds, ...]:
    """Return the periods that a date may mean: one, or one for each member of a set.

    Args:
        edtf: a date in EDTF, or null.

    Returns:
        Their bounds, none where there is no date or none that can be read.
    """
    written = (edtf or "").strip()
    if written[:1] + written[-1:] == "[]":
        parts = [_period(part.strip(), "..") for part in written[1:-1].split(",")]
    else:
        parts = [_period(written, "/")]
    return tuple(part for part in parts if part) if all(parts) else ()


def may_fall(edtf: str | None, first: str | None, last: str | None) -> bool:
    """Tell whether a date may fall between two days; one that is not known may not.

    Args:
        edtf: a date in EDTF, or null.
        first: ISO day that the range begins with, null for an open beginning.
        last: ISO day that it ends with, null for an open end.
    """
    return any(period.meets(Bounds(first, last)) for period in possibilities(edtf))


def _period(written: str, separator: str) -> Bounds | None:
    """Return the bounds of ``a``, ``a/b`` or, within a set, ``a..b``; either end may be open."""
    start, separated, end = written.partition(separator)
    if not separated:
        return _point(written)
    first = Bounds() if start in _OPEN else _point(start)
    final = Bounds() if end in _OPEN else _point(end)
    if first is None or final is None or first == final == Bounds():
        return None
    return Bounds(first.earliest, final.latest)


def _point(written: str) -> Bounds | None:
    match = _POINT.fullmatch(written)
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if day:
            first = last = date(year, month, day)
        elif month:
            first = date(year, month, 1)
            last = date(year, month, calendar.monthrange(year, month)[1])
        else:
            first, last = date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None
    return Bounds(first.isoformat(), last.isoformat())


def _not_after(start: str | None, end: str | None) -> bool:
    return start is None or end is None or start <= end
