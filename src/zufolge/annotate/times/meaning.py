"""What a time expression says, before it is placed on a calendar."""

from dataclasses import dataclass

from zufolge.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What the words of one expression say; every field that they leave open is None.

    Args:
        type: TIMEX3 type in lower case: ``date``, ``time``, ``duration`` or ``set``.
        value: TIMEX3 value that no anchor changes (``P3D``, ``PRESENT_REF``, ``1989``).
        year: year as written.
        month: 1 to 12.
        day: day of the month.
        weekday: 1 (Monday) to 7.
        unit: ``D W WE M Q H Y``: the calendar unit that ``shift`` counts.
        shift: number of units from the anchor (``-1``: the one before).
        from_context: counted from the last day mentioned, not from the article's date.
        season: ``SP SU FA WI``.
        nth: number of the quarter or half of a year.
        phase: ``START``, ``MID`` or ``END`` of the period.
        easter: days after Easter Sunday.
        part: part of the day (``morning`` … ``night``).
        clock: ``HH:MM``.
        night_to: the expression is the night that leads to this day.
        amount: number and unit of a duration that can be counted.
        direction: -1 for past, 1 for future, where the words themselves say so.
        near: the nearest such day is meant ("an diesem Dienstag").
    """

    type: str
    value: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    shift: int | None = None
    from_context: bool = False
    season: str | None = None
    nth: int | None = None
    phase: str | None = None
    easter: int | None = None
    part: str | None = None
    clock: str | None = None
    night_to: bool = False
    amount: tuple[float, str] | None = None
    direction: int | None = None
    near: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """An expression as it stands in the text.

    Args:
        span: its extent in TimeML, without preposition; half-open, in code points.
        meaning: what it says.
    """

    span: Span
    meaning: Meaning
