"""Puts EDTF values into words; a day of which only the weekday is known is told as one."""

import calendar
import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_WEEK = timedelta(days=7)
_FEWEST = 3
Forms = Mapping[str, Any]
# A possibility: one day, or the two days around a night.
_Days = tuple[date, ...]


def in_words(edtf: str, forms: Forms) -> str:
    """Put an EDTF value into words.

    Args:
        edtf: "2025-03-14", "2025-03~", "2025-03-13/2025-03-14", "[2025-03-06,2025-03-13]".
        forms: the table ``date`` of the labels.

    Returns:
        The date as one would write it; the value itself where its form is another one.
    """
    if edtf[:1] in ("[", "{") and edtf[-1:] in ("]", "}"):
        members = [each.strip() for each in edtf[1:-1].split(",")]
        return _weekday(members, forms) or _list(members, forms)
    if "/" in edtf or (".." in edtf and edtf.strip(".")):
        start, _, end = edtf.partition("/" if "/" in edtf else "..")
        return _interval(start, end, forms)
    if edtf[-1:] in ("~", "?", "%"):
        return str(forms["about"]).format(date=in_words(edtf[:-1], forms))
    return _day(edtf, forms)


def is_night(edtf: str) -> bool:
    """Tell whether a value leaves open which night is meant; its words tell that it is one."""
    days = [_days(each.strip()) for each in edtf.strip("[]").split(",")]
    return edtf.startswith("[") and len(days) >= _FEWEST and all(len(d) > 1 for d in days)


def _list(members: Sequence[str], forms: Forms) -> str:
    """Name days of one month once: "6. oder 13. März 2025"."""
    days = [_days(each) for each in members]
    months = {(day[0].year, day[0].month) for day in days if len(day) == 1}
    if len(months) == 1 and all(len(day) == 1 for day in days) and len(days) > 1:
        numbers = [str(forms["ordinal"]).format(day=day[0].day) for day in days[:-1]]
        *first, last = [*numbers, _day(members[-1], forms)]
        return str(forms["or"]).join((", ".join(first), last))
    return str(forms["or"]).join(in_words(each, forms) for each in members)


def _weekday(members: Sequence[str], forms: Forms) -> str | None:
    """Tell the same weekday of all weeks of a month or year as one: "ein Donnerstag im März"."""
    days = sorted(_days(each) for each in members)
    if len(days) < _FEWEST or len({len(day) for day in days}) > 1 or not days[0]:
        return None
    last = [day[-1] for day in days]
    if any(later - earlier != _WEEK for earlier, later in pairwise(last)):
        return None
    whole_year = last[0] - _WEEK < date(last[0].year, 1, 1) and last[-1] + _WEEK > date(
        last[0].year, 12, 31
    )
    end = calendar.monthrange(last[0].year, last[0].month)[1]
    month = last[0].day <= _WEEK.days and last[-1].day + _WEEK.days > end
    same = (last[0].year, last[0].month) == (last[-1].year, last[-1].month)
    if not whole_year and not (month and same):
        return None
    form = "weekday" if len(days[0]) == 1 else "night"
    period = str(last[0].year) if whole_year else _day(f"{last[0]:%Y-%m}", forms)
    words = str(forms[form]).format(weekday=forms["weekdays"][last[0].weekday()])
    return str(forms["in_year" if whole_year else "in_month"]).format(day=words, period=period)


def _days(edtf: str) -> _Days:
    """Return the day, or both days of a night; empty where it is neither."""
    try:
        days = tuple(date.fromisoformat(part) for part in re.split(r"\.\.|/", edtf))
    except ValueError:
        return ()
    night = len(days) == 2 and days[1] - days[0] == timedelta(days=1)
    return days if len(days) == 1 or night else ()


def _interval(start: str, end: str, forms: Forms) -> str:
    if end in ("", ".."):
        return str(forms["from"]).format(date=in_words(start, forms))
    if start in ("", ".."):
        return str(forms["until"]).format(date=in_words(end, forms))
    first, last = _days(start), _days(end)
    if first and last and (first[0].year, first[0].month) == (last[0].year, last[0].month):
        start_words = str(forms["ordinal"]).format(day=first[0].day)
        return str(forms["between"]).format(start=start_words, end=in_words(end, forms))
    return str(forms["between"]).format(start=in_words(start, forms), end=in_words(end, forms))


def _day(edtf: str, forms: Forms) -> str:
    match = _DATE.fullmatch(edtf)
    if match is None or match[2] is None or not 1 <= int(match[2]) <= 12:
        return edtf
    month = forms["months"][int(match[2]) - 1]
    if match[3] is None:
        return str(forms["month"]).format(month=month, year=match[1])
    return str(forms["day"]).format(day=int(match[3]), month=month, year=match[1])
