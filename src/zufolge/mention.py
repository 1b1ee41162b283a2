"""Times, places and quantities: a slice of the text beside the value that it stands for."""

from dataclasses import dataclass

from zufolge.span import Span


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression.

    Args:
        span: half-open, in code points.
        type: ``date``, ``time``, ``duration`` or ``set``.
        value: TIMEX3 value (``2025-03-13TEV``, ``P3D``).
        edtf: ISO 8601-2 value where the expression can be placed on a calendar.
        part: part of the day (``morning`` … ``night``) or a clock time ``HH:MM``.
    """

    span: Span
    type: str
    value: str
    edtf: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A named place.

    Args:
        span: half-open, in code points.
        name: the gazetteer's name.
        lat: degrees north, WGS 84.
        lon: degrees east.
        country: ISO 3166 alpha-2.
    """

    span: Span
    name: str
    lat: float
    lon: float
    country: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted or measured amount.

    Args:
        span: half-open, in code points: the number, its modifiers and what is counted.
        value: the number, or the lower end of a range.
        high: the upper end of a range.
        comparator: one of ``= ~ > >= < <= range``.
        of: what is counted, as in the text.
    """

    span: Span
    value: float
    high: float | None
    comparator: str
    of: str
