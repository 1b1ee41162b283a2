"""Expressions counted from the moment of speaking or telling: heute, vergangene Woche, Vortag."""

import re
from collections.abc import Iterator

from zufolge.annotate.times.meaning import Found, Meaning
from zufolge.annotate.times.vocabulary import Vocabulary
from zufolge.span import Span

PATTERNS = {
    "today": r"\b(?P<day><days>)(?:\s+(?P<part>[Ff]rüh|<parts>|(?-i:<part_adverbs>)))?\b"
    r"(?!\s+(?:Uhr|früh\w|\d+-[Jj]ähr))",
    "this_year": r"\b<years>\b",
    "present": r"\b(?:<present>)\b",
    "past": r"\b(?:<past>)\b",
    "future": r"\b(?:<future>)\b",
    "ages": r"\b[Ii]n\s+(?P<x>(?:der\s+)?(?P<age>Zukunft|Vergangenheit|Gegenwart))\b",
    "now": r"\bzur\s+Zeit\b(?!\s+(?:de[sr]|von))",
    "from_now": r"(?<=\b[Vv]on )nun(?= an\b)",
    "playing": r"\b(?:de[rn]\s+)?(?P<shift><shift>)\s+(?:Saison|Spielzeit)\b",
    "shifted": r"\b(?:(?:[Dd]e[rnms]|[Dd]ie|[Dd]as)\s+)?(?P<shift><shift>)\s+"
    r"(?:(?P<number><number>|<vague>)\s+)?(?P<unit><units>|<seasons>|<months>)\b"
    r"(?:\s+(?P<year>20\d\d|19\d\d)\b)?",
    "weekend": r"\b(?:<weekdays>-?)?(?P<unit>Wochenendes?|WOCHENENDE)\b",
    "month_weekend": r"\b(?:letzten\s+)(?P<month><months>)wochenende\b",
    "last_year": r"\b(?:des\s+)?(?P<word><year_nouns>)\b",
    "day_before": r"\b(?:(?:Tags|[Tt]ags|Tag)\s+(?P<way>zuvor|davor|darauf|danach|später)"
    r"|(?P<eve>Vortage?s?|Folgetage?s?))\b",
    "later": r"\b(?P<number><number>)\s+(?P<unit><units>)\s+"
    r"(?P<way>zuvor|davor|vorher|früher|danach|darauf|später)\b",
}

_AGES = {"Zukunft": "FUTURE_REF", "Vergangenheit": "PAST_REF", "Gegenwart": "PRESENT_REF"}
_BACK = ("zuvor", "davor", "vorher", "früher")
_GENERAL_BEFORE = re.compile(r"\b(?:[Bb]is|[Vv]on|[Nn]och|[Aa]uch|einst und) $")
_GENERAL_AFTER = re.compile(
    r"\s+(?:noch|vor\s+allem|nicht\s+mehr|als|weniger|mehr|meist|oft|kaum|würde|würden|wäre|üblich|allgemein|lebt|leben)\b"
)
_MORNING_BEFORE = re.compile(
    r"(?:\b[Aa]m|\b[Gg]uten|\b[Jj]eden|\b[Dd]er|\b[Dd]en|\b[Aa]n|\bzum)\s+$"
)
_DAY_UNITS = ("D", "W", "WE", "M", "Q", "Y", "DE", "CE")


def read(kind: str, match: re.Match[str], words: Vocabulary) -> Iterator[Found]:
    """Read one match of a pattern of this module.

    Args:
        kind: its key in ``PATTERNS``.
        match: the match.
        words: the language's words.

    Yields:
        The expressions that it holds, none if it means something else.
    """
    meaning = _READERS[kind](match, words)
    if meaning:
        span = match.span("x") if kind == "ages" else match.span()
        yield Found(Span(*span), meaning)


def _today(match: re.Match[str], words: Vocabulary) -> Meaning | None:
    text, start = match.string, match.start()
    if match["day"] == "Morgen" and (
        _MORNING_BEFORE.search(text, max(0, start - 10), start) or not _opens(text, start)
    ):
        return None
    shift = words.count("days", match["day"])
    part = match["part"] and (
        words.code("parts", match["part"]) or words.code("part_adverbs", match["part"])
    )
    if part:
        return Meaning(type="time", unit="D", shift=shift, part=part)
    if shift == 0 and (
        _GENERAL_BEFORE.search(text, max(0, start - 12), start)
        or _GENERAL_AFTER.match(text, match.end())
    ):
        return Meaning(type="date", value="PRESENT_REF")
    return Meaning(type="date", unit="D", shift=shift)


def _opens(text: str, start: int) -> bool:
    """Tell whether a capital letter is due to the beginning of a sentence."""
    before = text[max(0, start - 3) : start].rstrip(' "„»«“')
    return not before or before[-1] in ".!?:\n"


def _this_year(match: re.Match[str], words: Vocabulary) -> Meaning:
    return Meaning(type="date", unit="Y", shift=words.count("years", match.group()))


def _reference(value: str) -> Meaning:
    return Meaning(type="date", value=value)


def _shifted(match: re.Match[str], words: Vocabulary) -> Meaning | None:
    shift = _shift(match["shift"], words)
    season, month = words.code("seasons", match["unit"]), words.count("months", match["unit"])
    if season or month:
        way = (shift > 0) - (shift < 0)
        year = int(match["year"]) if match["year"] else None
        return Meaning(type="date", season=season, month=month, year=year, direction=way)
    unit, plural = words.code("units", match["unit"]), match["unit"].lower()[-2:] in ("en", "re")
    if match["number"] or (plural and match["unit"] not in ("Wochen",)) or match["unit"] == "Tage":
        return _stretch(match, unit, words)
    if match["unit"] == "Wochen":
        return Meaning(type="duration", value="PXW")
    if unit == "D" and shift != 0:
        return Meaning(type="date", unit="D", shift=shift, from_context=True)
    if unit == "D":
        return Meaning(type="date", unit="D", shift=0, from_context=True)
    if unit in ("DE", "CE"):
        return Meaning(type="date", unit=unit, shift=shift)
    if unit not in _DAY_UNITS:
        return None
    if match["year"]:
        return Meaning(type="date", year=int(match["year"]))
    return Meaning(type="date", unit=unit, shift=shift)


def _playing(match: re.Match[str], words: Vocabulary) -> Meaning:
    return Meaning(type="date", unit="SE", shift=_shift(match["shift"], words))


def _stretch(match: re.Match[str], unit: str, words: Vocabulary) -> Meaning | None:
    """Read "in den vergangenen zwei Jahren": a duration that ends or begins now."""
    number = words.number(match["number"]) if match["number"] else None
    if number is None and _shift(match["shift"], words) > 0:
        return Meaning(type="date", value="FUTURE_REF")
    return Meaning(type="duration", value=duration(number, unit))


def _shift(word: str, words: Vocabulary) -> int:
    exact = words.count("shifts", word)
    if exact is None:
        exact = words.count("shifts", re.sub(r"e[nmrs]?$", "", word.lower()))
    return int(exact or 0)


def duration(number: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a duration, ``X`` for an amount that is not told."""
    amount = "X" if number is None else f"{number:g}"
    if unit == "Q":
        return f"P{amount if number is None else f'{number * 3:g}'}M"
    if unit == "Q5":
        return f"PT{amount if number is None else f'{number * 15:g}'}M"
    if unit in ("S", "M5", "H"):
        return f"PT{amount}{unit[0]}"
    return f"P{amount}{unit}"


def _weekend(match: re.Match[str], _: Vocabulary) -> Meaning:
    return Meaning(type="date", unit="WE")


def _month_weekend(match: re.Match[str], words: Vocabulary) -> Meaning:
    return Meaning(type="date", unit="WE", month=words.count("months", match["month"]), phase="END")


def _last_year(match: re.Match[str], words: Vocabulary) -> Meaning:
    return Meaning(type="date", unit="Y", shift=words.count("year_nouns", match["word"]))


def _day_before(match: re.Match[str], _: Vocabulary) -> Meaning:
    back = match["way"] in _BACK if match["way"] else match["eve"].startswith("Vor")
    return Meaning(type="date", unit="D", shift=-1 if back else 1, from_context=True)


def _later(match: re.Match[str], words: Vocabulary) -> Meaning | None:
    unit, number = words.code("units", match["unit"]), words.number(match["number"])
    sign = -1 if match["way"] in _BACK else 1
    if number is None or unit not in ("D", "W", "M", "Y"):
        return Meaning(type="duration", value=duration(number, unit))
    return Meaning(type="date", unit=unit, shift=sign * int(number), from_context=True)


_READERS = {
    "today": _today,
    "this_year": _this_year,
    "present": lambda match, words: _reference("PRESENT_REF"),
    "past": lambda match, words: _reference("PAST_REF"),
    "future": lambda match, words: _reference("FUTURE_REF"),
    "ages": lambda match, words: _reference(_AGES[match["age"]]),
    "now": lambda match, words: _reference("PRESENT_REF"),
    "from_now": lambda match, words: _reference("PRESENT_REF"),
    "playing": _playing,
    "shifted": _shifted,
    "weekend": _weekend,
    "month_weekend": _month_weekend,
    "last_year": _last_year,
    "day_before": _day_before,
    "later": _later,
}
