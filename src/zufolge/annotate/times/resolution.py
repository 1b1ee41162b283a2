"""Places the meaning of an expression on the calendar."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from zufolge.annotate.times.durations import PART_CODES
from zufolge.annotate.times.meaning import Meaning

# Days by which tense outweighs nearness: "am 12. Dezember" on 2 December is never last year's.
_WRONG_SIDE = 120
_NEW_SEASON = 7  # from July on "diese Saison" is the new one
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar.

    Args:
        value: TIMEX3 value, without part of day or clock time.
        start: EDTF of the whole stretch, or of its beginning.
        end: EDTF of its end, None if ``start`` says all.
        first: first day, for what is told relative to it.
    """

    value: str
    start: str
    end: str | None = None
    first: date | None = None


def place(
    meaning: Meaning, today: date | None, context: date | None, direction: int
) -> Period | None:
    """Place an expression.

    Args:
        meaning: what it says.
        today: the article's day; None leaves open whatever depends on it.
        context: the last day that the article spoke of.
        direction: -1 past, 1 future, 0 unknown.

    Returns:
        The period, None where something needed is unknown or no such day exists.
    """
    try:
        period = _place(meaning, today, context, meaning.direction or direction)
    except (ValueError, OverflowError):  # 30 February, the year 0
        return None
    return _eve(period) if period and meaning.night_to else period


def _place(
    meaning: Meaning, today: date | None, context: date | None, direction: int
) -> Period | None:
    if meaning.value is not None and not meaning.clock and not meaning.part:
        return _fixed(meaning)
    if meaning.easter is not None or meaning.day or meaning.month or meaning.season:
        return _yearly(meaning, today, direction)
    if meaning.weekday:
        return _weekday(meaning, today, direction) if today else None
    if meaning.nth:
        return _nth(meaning, today, direction)
    if meaning.shift is not None or meaning.unit == "WE":
        anchor = context if meaning.from_context else today
        return _shifted(meaning, anchor, direction) if anchor else None
    if meaning.year:
        return Period(f"{meaning.year:04d}", f"{meaning.year:04d}", None, date(meaning.year, 1, 1))
    if meaning.clock or meaning.part:
        return _of_day(meaning, today, context, direction)
    return None


def _fixed(meaning: Meaning) -> Period | None:
    value = str(meaning.value)
    if value.isdigit() and len(value) < 4:
        return Period(value, value.ljust(4, "X"))
    if "/" in value and meaning.year:
        start, _, end = value.partition("/")
        return Period(value, start, end, date(meaning.year, 8, 1))
    return None


def day(moment: date) -> Period:
    """Return the period of one day."""
    return Period(moment.isoformat(), moment.isoformat(), None, moment)


def _eve(period: Period) -> Period:
    """Return the night before a day: from the day before to that day."""
    if period.first is None or period.end:
        return period
    before = period.first - timedelta(days=1)
    return Period(before.isoformat(), before.isoformat(), period.start, period.first)


def _of_day(
    meaning: Meaning, today: date | None, context: date | None, direction: int
) -> Period | None:
    """A part of the day or a clock time alone: on the day that the article speaks of."""
    moment = context or today
    if moment is None:
        return None
    if today and (moment - today).days * direction < 0:
        moment = today  # the tense has left the day that was spoken of
    if meaning.part == "night" and not meaning.clock:
        if moment == today and direction <= 0:
            moment -= timedelta(days=1)
        if meaning.value is None:
            after = moment + timedelta(days=1)
            return Period(moment.isoformat(), moment.isoformat(), after.isoformat(), moment)
    return day(moment)


def _yearly(meaning: Meaning, today: date | None, direction: int) -> Period | None:
    """What comes once a year: the named year, otherwise the one that tense or nearness suggest."""
    if meaning.year:
        return _in_year(meaning, meaning.year)
    if today is None:
        return None
    if meaning.shift is not None:
        return _in_year(meaning, today.year + meaning.shift)
    around = [_in_year(meaning, today.year + n) for n in (-1, 0, 1)]
    periods = [p for p in around if p and p.first]
    return min(periods, key=lambda p: _distance(p, today, direction), default=None)


def _distance(period: Period, today: date, direction: int) -> int:
    """Return how many days off a period is; the wrong side of today counts as further off."""
    first, last = period.first or today, _last(period)
    if first <= today <= last:
        return 0
    ahead, back = (first - today).days, (today - last).days
    wrong = direction * (ahead if ahead > 0 else -back) < 0
    return max(ahead, back) + (_WRONG_SIDE if wrong else 0)


def _last(period: Period) -> date:
    text = period.end or period.start
    year, month = int(text[:4]), int(text[5:7]) if len(text) > 4 else 12
    if len(text) == 10:
        return date.fromisoformat(text)
    return date(year, month, calendar.monthrange(year, month)[1])


def _in_year(meaning: Meaning, year: int) -> Period | None:
    if meaning.easter is not None:
        return day(_easter(year) + timedelta(days=meaning.easter))
    if meaning.season:
        low, high = _SEASONS[meaning.season]
        end = f"{year + high // 13:04d}-{(high - 1) % 12 + 1:02d}"
        return Period(
            f"{year:04d}-{meaning.season}", f"{year:04d}-{low:02d}", end, date(year, low, 1)
        )
    month = meaning.month or 1
    if meaning.unit == "WE":
        return _last_weekend(year, month)
    if meaning.day:
        if (month, meaning.day) == (2, 29) and not calendar.isleap(year):
            return None
        return day(date(year, month, meaning.day))
    return _month(date(year, month, 1), meaning.phase)


def _last_weekend(year: int, month: int) -> Period:
    last = date(year, month, calendar.monthrange(year, month)[1])
    sunday = last - timedelta(days=last.isoweekday() % 7)
    return _weekend(sunday)


def _weekend(moment: date) -> Period:
    monday = moment - timedelta(days=moment.weekday())
    saturday, sunday = monday + timedelta(days=5), monday + timedelta(days=6)
    return Period(f"{_week_value(monday)}-WE", saturday.isoformat(), sunday.isoformat(), saturday)


def _week_value(moment: date) -> str:
    year, week, _ = moment.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _month(first: date, phase: str | None) -> Period:
    value = f"{first.year:04d}-{first.month:02d}"
    if phase is None:
        return Period(value, value, None, first)
    last = calendar.monthrange(first.year, first.month)[1]
    low, high = {"START": (1, 10), "MID": (11, 20)}.get(phase, (21, last))
    return Period(value, f"{value}-{low:02d}", f"{value}-{high:02d}", first.replace(day=low))


def _weekday(meaning: Meaning, today: date, direction: int) -> Period:
    weekday = meaning.weekday or 1
    if meaning.shift is not None:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=meaning.shift)
        return day(monday + timedelta(days=weekday - 1))
    if meaning.near:
        return day(today + timedelta(days=(weekday - today.isoweekday() + 3) % 7 - 3))
    if direction > 0:
        ahead = (weekday - today.isoweekday()) % 7
        if meaning.direction == 1:
            ahead = ahead or 7
        return day(today + timedelta(days=ahead))
    back = (today.isoweekday() - weekday) % 7
    if meaning.direction == -1:
        back = back or 7
    return day(today - timedelta(days=back))


def _nth(meaning: Meaning, today: date | None, direction: int) -> Period | None:
    if meaning.year is None and today:
        around = [_nth_of(meaning, today.year + n) for n in (-1, 0, 1)]
        return min(around, key=lambda p: _distance(p, today, direction))
    return _nth_of(meaning, meaning.year) if meaning.year else None


def _nth_of(meaning: Meaning, year: int) -> Period:
    length = 3 if meaning.unit == "Q" else 6
    low = (meaning.nth or 1) * length - length + 1
    value = f"{year:04d}-{meaning.unit}{meaning.nth}"
    high = low + length - 1
    return Period(value, f"{year:04d}-{low:02d}", f"{year:04d}-{high:02d}", date(year, low, 1))


def _shifted(meaning: Meaning, anchor: date, direction: int) -> Period | None:
    shift, unit = meaning.shift or 0, meaning.unit
    if unit == "D":
        return day(anchor + timedelta(days=shift))
    if unit == "IN":
        return _within(anchor, shift, direction)
    if unit == "WE":
        return _weekend_from(meaning.shift, anchor, direction)
    if unit == "W":
        return _week(anchor + timedelta(weeks=shift), meaning)
    if unit == "M":
        months = anchor.year * 12 + anchor.month - 1 + shift
        return _month(date(months // 12, months % 12 + 1, 1), meaning.phase)
    if unit == "Q":
        quarters = anchor.year * 4 + (anchor.month - 1) // 3 + shift
        return _nth_of(Meaning(type="date", unit="Q", nth=quarters % 4 + 1), quarters // 4)
    if unit == "Y":
        return _year(anchor, shift, meaning)
    if unit == "SE":
        year = anchor.year + shift - (1 if anchor.month < _NEW_SEASON else 0)
        start, end = f"{year:04d}-08", f"{year + 1:04d}-05"
        return Period(f"{year:04d}/{year + 1:04d}", start, end, date(year, 8, 1))
    digits = {"DE": 3, "CE": 2}.get(str(unit))
    if digits is None:
        return None
    value = str(int(f"{anchor.year:04d}"[:digits]) + shift)
    return Period(value, value.ljust(4, "X"))


def _within(today: date, days: int, direction: int) -> Period:
    """Read "binnen 24 Stunden": the days up to now, or from now on."""
    other = today + timedelta(days=days if direction > 0 else -days)
    low, high = sorted((today, other))
    return Period(f"P{days}D", low.isoformat(), high.isoformat(), low)


def _year(anchor: date, shift: int, meaning: Meaning) -> Period:
    year = anchor.year + shift
    if meaning.from_context:  # "ein Jahr zuvor": as precise as what it is counted from
        value = f"{year:04d}-{anchor.month:02d}"
        return Period(f"{year:04d}", value, None, date(year, anchor.month, 1))
    if meaning.phase == "MID":
        return Period(f"{year:04d}", f"{year:04d}-06", f"{year:04d}-07", date(year, 6, 1))
    # "bis Jahresende" means its last day.
    edge = {"START": "-01", "END": "-12-31"}.get(str(meaning.phase), "")
    return Period(f"{year:04d}", f"{year:04d}{edge}", None, date(year, 1, 1))


def _week(moment: date, meaning: Meaning) -> Period:
    monday = moment - timedelta(days=moment.weekday())
    low, high = {"START": (0, 1), "MID": (2, 2), "END": (4, 6)}.get(str(meaning.phase), (0, 6))
    start, end = monday + timedelta(days=low), monday + timedelta(days=high)
    return Period(_week_value(monday), start.isoformat(), end.isoformat(), monday)


def _weekend_from(shift: int | None, anchor: date, direction: int) -> Period:
    this = anchor - timedelta(days=anchor.weekday())
    if shift is not None:
        # On a Monday "das vergangene Wochenende" is the one of last week.
        weeks = shift if shift != 1 or anchor.isoweekday() > 5 else 0
        return _weekend(this + timedelta(weeks=weeks))
    past = anchor.isoweekday() < 6 and direction <= 0
    return _weekend(this - timedelta(weeks=1) if past else this)


def _easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, offset = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, offset + 1)


def timex_value(meaning: Meaning, period: Period | None) -> str:
    """Return the TIMEX3 value; what is unknown is written X.

    Args:
        meaning: what the expression says.
        period: where it lies, None if that is unknown.
    """
    if meaning.type in ("duration", "set") or (meaning.value or "").endswith("_REF"):
        return str(meaning.value)
    value = period.value if period else _open_value(meaning)
    if meaning.clock:
        return f"{value}T{meaning.clock}"
    if meaning.value == "T24:00":
        return f"{value}T24:00"
    return value + PART_CODES[meaning.part] if meaning.part else value


def _open_value(meaning: Meaning) -> str:
    year = f"{meaning.year:04d}" if meaning.year else "XXXX"
    if meaning.season:
        return f"{year}-{meaning.season}"
    if meaning.month:
        return f"{year}-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")
    if meaning.weekday:
        return f"XXXX-WXX-{meaning.weekday}"
    if meaning.nth:
        return f"{year}-{meaning.unit}{meaning.nth}"
    if meaning.value and not meaning.value.startswith("T"):
        return meaning.value
    return {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX"}.get(
        str(meaning.unit), "XXXX-XX-XX"
    )
