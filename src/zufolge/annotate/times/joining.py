"""Turns placed expressions into the records of an article: joined, with their prepositions."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from zufolge.annotate.times.anchoring import Placed
from zufolge.annotate.times.edtf import closed, since, until
from zufolge.annotate.times.meaning import Found, Meaning
from zufolge.annotate.times.resolution import timex_value
from zufolge.languages import Language
from zufolge.mention import Time
from zufolge.span import Span

_DAY_THEN_CLOCK = re.compile(
    r",?\s+(?:(?:um|gegen|ab|bis|kurz|etwa|ungefähr|vor|nach|genau|noch|am|der|späten|frühen)\s+)*"
    r"|,?\s*\(|,\s*"
)
_CLOCK_THEN_DAY = re.compile(
    r"\s+(?:(?:am|des|vom|früh|morgens|abends|nachmittags|späten|frühen),?\s+)*|,\s+"
)
_FROM_TO = re.compile(
    r"-?\s*(?:[-–]|bis(?:\s+(?:zum|einschließlich|Ende))?|und(?:\s+(?:de[mn]|am))?)\s*(?:de[mn]\s+)?"
)
_BETWEEN = re.compile(r"\b[Zz]wischen\s")
_REACH = 60


def join(text: str, found: Sequence[Found]) -> list[Found]:
    """Join a day with the clock time or part of the day beside it: "am Samstag um 11.20 Uhr".

    Args:
        text: the article.
        found: its expressions in order.

    Returns:
        The expressions, a joined pair as one that spans both.
    """
    joined: list[Found] = []
    for expression in (_counted_from_now(text, item) for item in found):
        pair = _pair(text, joined[-1], expression) if joined else None
        if pair:
            joined[-1] = pair
        else:
            joined.append(expression)
    return joined


_AGO = re.compile(r"(?<!kurz )\b[Vv]or\s+$")
_WITHIN = re.compile(r"\b(?:[Bb]innen|[Ii]nnerhalb(?:\s+von)?)\s+$")
_DAYS = {"D": 1.0, "W": 7.0, "H": 1 / 24}


def _counted_from_now(text: str, found: Found) -> Found:
    """Read "vor einer Woche" and "binnen 24 Stunden", where a duration places something."""
    if not found.meaning.amount:
        return found
    number, unit = found.meaning.amount
    before = text[max(0, found.span.start - 20) : found.span.start]
    days = number * _DAYS.get(unit, 0.5)
    if _AGO.search(before) and number == int(number):
        if unit in ("M", "Y"):
            meaning = Meaning(type="date", unit=unit, shift=-int(number))
            return Found(found.span, meaning)
        if unit in ("D", "W"):
            return Found(found.span, Meaning(type="date", unit="D", shift=-int(days)))
    if _WITHIN.search(before) and unit in _DAYS and days == int(days):
        return Found(found.span, Meaning(type="date", unit="IN", shift=int(days)))
    return found


def _pair(text: str, left: Found, right: Found) -> Found | None:
    gap = text[left.span.end : right.span.start]
    span = Span(left.span.start, right.span.end)
    if len(gap) > _REACH:
        return None
    if _is_day(left.meaning) and _is_hour(right.meaning) and _DAY_THEN_CLOCK.fullmatch(gap):
        return Found(span, _merged(left.meaning, right.meaning))
    if _is_hour(left.meaning) and _is_day(right.meaning) and _CLOCK_THEN_DAY.fullmatch(gap):
        return Found(span, _merged(right.meaning, left.meaning))
    if left.meaning.clock and _is_hour(right.meaning) and gap == " " and not right.meaning.clock:
        return Found(span, left.meaning)
    if left.meaning.weekday and right.meaning.month and not right.meaning.day and gap == " im ":
        return Found(span, left.meaning)
    if _is_today(left.meaning) and right.meaning.weekday and gap == ", ":
        return Found(span, right.meaning)
    return None


def _is_today(meaning: Meaning) -> bool:
    return meaning.unit == "D" and meaning.shift == 0


def _is_day(meaning: Meaning) -> bool:
    named = meaning.day or meaning.weekday or meaning.easter is not None
    return bool(named or (meaning.unit == "D" and meaning.shift is not None)) and (
        not meaning.clock and not meaning.night_to
    )


def _is_hour(meaning: Meaning) -> bool:
    return bool(meaning.clock or meaning.part) and not (
        meaning.day or meaning.weekday or meaning.unit or meaning.easter is not None
    )


def _merged(day: Meaning, hour: Meaning) -> Meaning:
    midnight = "T24:00" if hour.value else None
    return replace(day, type="time", clock=hour.clock, part=hour.part or day.part, value=midnight)


def records(text: str, placed: Sequence[Placed], language: Language) -> list[Time]:
    """Write the records: with prepositions, ranges as one, without what has no place.

    Args:
        text: the article.
        placed: its expressions in order.
        language: supplies the prepositions.

    Returns:
        The times, in order, without overlap.
    """
    times: list[Time] = []
    number, edge = 0, 0
    while number < len(placed):
        here = placed[number]
        following = placed[number + 1] if number + 1 < len(placed) else None
        time = following and _range(text, here, following, edge, language)
        number += 2 if time else 1
        time = time or _record(text, here, edge, language)
        if time:
            times.append(time)
            edge = time.span.end
    return times


_SEASON_CUES = frozenset({"im", "in", "seit", "ab", "bis", "vom", "zum", "für", "diesem", "diesen"})


def _record(text: str, placed: Placed, edge: int, language: Language) -> Time | None:
    meaning = placed.meaning
    start, words = _lead(text, placed.span.start, edge, language)
    if meaning.type == "set" or (meaning.value or "").endswith("_REF"):
        return None
    if meaning.type == "duration" and not placed.periods:
        return None
    if meaning.season and not meaning.year and not words & _SEASON_CUES:
        return None  # "den Winter als Waffe benutzen"
    if meaning.part and not words and len(placed.periods) != 1 and _is_hour(meaning):
        return None  # "Wer nachts durch die Stadt fährt"
    end, edtf = placed.span.end, closed(placed.periods)
    table = language.table("times")["prepositions"]
    if words & set(table["open_start"]):
        edtf = until(placed.periods) or edtf
    elif words & set(table["open_end"]):
        edtf = since(placed.periods) or edtf
    elif "von" in words and (onward := re.compile(r"\s+an\b").match(text, end)):
        end, edtf = onward.end(), since(placed.periods)
    period = placed.periods[0] if len(placed.periods) == 1 else None
    value = timex_value(replace(meaning, type="date"), period)
    kind = "date" if meaning.type == "duration" else meaning.type
    return Time(Span(start, end), kind, value, edtf, _part(meaning))


def _part(meaning: Meaning) -> str | None:
    return meaning.clock or meaning.part or None


def _range(text: str, left: Placed, right: Placed, edge: int, language: Language) -> Time | None:
    """Read "zwischen 2016 und 2021" and "von Dienstag bis Mittwoch" as one interval."""
    gap = text[left.span.end : right.span.start]
    if len(left.periods) != 1 or len(right.periods) != 1 or not _FROM_TO.fullmatch(gap):
        return None
    low, high = left.periods[0], right.periods[0]
    start, _ = _lead(text, left.span.start, edge, language)
    years = "Jahre" in text[max(0, left.span.start - 7) : left.span.end]
    if (
        "und" in gap
        and not years
        and not _BETWEEN.search(text, max(edge, start - 12), left.span.start)
    ):
        return None
    if left.meaning.clock or left.meaning.type == "duration" or low.start > high.start:
        return None
    if text[max(0, left.span.start - 5) : left.span.start].lower().endswith(("seit ", "bis ")):
        return None
    between = _BETWEEN.search(text, max(edge, start - 12), left.span.start)
    start = min(start, between.start()) if between else start
    kind, end = right.meaning.type, high.end or high.start
    value = f"{low.value}/{high.value}"
    part = _part(right.meaning)
    return Time(Span(start, right.span.end), kind, value, f"{low.start}/{end}", part)


def _lead(text: str, start: int, edge: int, language: Language) -> tuple[int, set[str]]:
    """Return where the preposition begins that belongs to an expression, and its words."""
    lead = _leads(language).search(text, max(edge, start - _REACH), start)
    if lead is None:
        return start, set()
    return lead.start(), {word.lower() for word in lead.group().split()}


@cache
def _leads(language: Language) -> re.Pattern[str]:
    table = language.table("times")["prepositions"]
    preposition, determiner, adverb = (
        "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in table[name])
        for name in ("words", "determiners", "adverbs")
    )
    return re.compile(
        rf"(?<!\w)(?=\w)(?:(?:{adverb})\s+)*(?:(?:{preposition})\s+(?:(?:{adverb})\s+)*){{0,2}}"
        rf"(?:(?:{determiner})\s+)?(?:(?:spät|früh)e[nmrs]\s+)?$"
    )
