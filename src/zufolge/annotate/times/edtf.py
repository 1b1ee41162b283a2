"""Writes periods as EDTF (ISO 8601-2): days, intervals, open intervals, sets of possibilities."""

import calendar
from collections.abc import Sequence
from datetime import date

from zufolge.annotate.times.resolution import Period

# A set of more possibilities than this says no more than nothing.
_MOST = 6


def days_of(edtf: str | None) -> list[date]:
    """Return the days that an article dated so may be of.

    Args:
        edtf: a day, a month or a year; anything else counts as unknown.

    Returns:
        One day, the days of the month, or first and last day of every month of the year.
    """
    pieces = (edtf or "").rstrip("~?%").split("-")
    if not all(piece.isdigit() for piece in pieces) or len(pieces) > 3:
        return []
    try:
        year, month, day = (*(int(piece) for piece in pieces), 0, 0)[:3]
        if day:
            return [date(year, month, day)]
        if month:
            return [date(year, month, n + 1) for n in range(calendar.monthrange(year, month)[1])]
        return [
            date(year, m, n) for m in range(1, 13) for n in (1, calendar.monthrange(year, m)[1])
        ]
    except ValueError:
        return []


def possible(periods: Sequence[Period], article: str | None) -> list[Period]:
    """Return the distinct possibilities; those within the article's own period go before others.

    Args:
        periods: one for each day that the article may be of.
        article: the article's date.

    Returns:
        The possibilities in the order of the calendar.
    """
    distinct = sorted(set(periods), key=lambda period: (period.start, period.end or ""))
    if len(distinct) < 2 or not article:
        return distinct
    inside = [p for p in distinct if p.start.startswith(article) and _ends_in(p, article)]
    return inside or distinct


def _ends_in(period: Period, article: str) -> bool:
    return period.end is None or period.end.startswith(article)


def closed(periods: Sequence[Period]) -> str | None:
    """Write possibilities: one as it is, several as a set, too many not at all."""
    if len(periods) == 1:
        return f"{periods[0].start}/{periods[0].end}" if periods[0].end else periods[0].start
    if not 1 < len(periods) <= _MOST:
        return None
    return f"[{','.join(f'{p.start}..{p.end}' if p.end else p.start for p in periods)}]"


def since(periods: Sequence[Period]) -> str | None:
    """Write "seit X": an interval without end; X must be unambiguous."""
    return f"{periods[0].start}/.." if len(periods) == 1 else None


def until(periods: Sequence[Period]) -> str | None:
    """Write "bis X": an interval without beginning; X must be unambiguous."""
    return f"../{periods[0].end or periods[0].start}" if len(periods) == 1 else None
