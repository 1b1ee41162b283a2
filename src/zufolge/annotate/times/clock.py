"""Clock times and parts of the day without a date: 19.15 Uhr, halb neun, am frühen Abend."""

import re
from collections.abc import Iterator

from zufolge.annotate.times.meaning import Found, Meaning
from zufolge.annotate.times.vocabulary import Vocabulary
from zufolge.span import Span

_LATE = ("afternoon", "evening")
_TIME = re.compile(r"(\d{1,2})(?:[.:](\d\d))?")

PATTERNS = {
    "clocks": r"(?<![\d.,:])(?P<times>(?:\d{1,2}(?:[.:]\d\d)?(?:\s*(?:Uhr\s*)?"
    r"(?:[-–/]|,|und|bis|oder|sowie)\s*(?:um\s+|ab\s+)?)){0,8})(?P<time>\d{1,2}(?:[.:]\d\d)?)\s*Uhr\b"
    r"(?:\s+(?P<minute>[0-5]\d)(?!\d|[.,]\d|\s*(?:Uhr|Prozent)))?",
    "colon": r"\b(?:[Uu]m|[Aa]b|[Gg]egen|[Bb]is|[Ss]eit)\s+"
    r"(?P<x>(?P<time>(?:[01]?\d|2[0-4]):[0-5]\d))(?![\d:.]*\d)",
    "dotted": r"(?<=\b[Uu]m |\b[Aa]b )(?P<time>(?:[01]?\d|2[0-4])\.[0-5]\d)"
    r"(?!\d|[.,]\d|\s+(?:Euro|Prozent|Milli|Meter|Punkte|Menschen))",
    "words": r"\b(?:(?P<half>halb|viertel\s+(?:vor|nach)|dreiviertel|"
    r"(?:<number>)\s+(?:vor|nach))\s+)?(?P<hour><number>|null)(?:\s+Uhr\b(?:\s+(?P<minute>\d\d)\b)?)",
    "halves": r"\b(?P<half>[Hh]alb|[Vv]iertel\s+(?:vor|nach)|[Dd]reiviertel|"
    r"(?:[Ff]ünf|[Zz]ehn|[Zz]wanzig)\s+"
    r"(?:vor|nach))\s+(?P<hour><number>)\b",
    "bare": r"\b(?:[Uu]m|[Ss]eit|[Gg]egen|[Aa]b|[Nn]ach|[Vv]or)\s+"
    r"(?P<x>(?P<hour><number>))(?=\s*[.,;:!?“»\"]|\s+(?P<next>[a-zäöü]+)|$)",
    "part": r"(?P<cue>\b(?:[Aa]m|[Gg]egen|[Zz]um|[Zz]u|[Ss]eit\s+dem|[Bb]is|[Dd]es|[Dd]iese[mnr]|"
    r"[Ii]n\s+der|[Vv]or|[Nn]ach|[Vv]om|[Aa]n\s+jenem|[Aa]n\s+einem))\s+(?P<x>(?:(?:früh|spät|selb)e[nr]\s+)?"
    r"(?P<part><parts>|<part_nouns>|Früh)s?)\b(?<!Nacht)(?!-)|(?P<cue2>\b(?:[Ii]n\s+(?:der|jener|einer)|[Dd]ieser?)\s+)(?P<y>(?:selben\s+)?(?P<night>Nacht))\b(?!\s+(?:vo[nrm]|zum|auf|des)\b|-)",
    "midnight": r"\bMitternacht\b",
    "adverb": r"(?<!Uhr )\b(?P<part>(?!früh\b|Früh\b)(?:<part_adverbs>))\b",
}


def read(kind: str, match: re.Match[str], words: Vocabulary) -> Iterator[Found]:
    """Read one match of a pattern of this module.

    Args:
        kind: its key in ``PATTERNS``.
        match: the match.
        words: the language's words.

    Yields:
        The expressions that it holds, none if it means something else.
    """
    if kind == "clocks":
        yield from _clocks(match, words)
    elif kind == "part":
        yield from _part(match, words)
    elif kind == "midnight":
        meaning = Meaning(type="time", part="night", value="T24:00")
        yield Found(Span(match.start(), match.end()), meaning)
    elif kind == "adverb":
        part = words.code("part_adverbs", match["part"])
        yield Found(Span(match.start(), match.end()), Meaning(type="time", part=part))
    elif kind in ("colon", "dotted"):
        yield from _single(match, *match.span("time"), match["time"], words)
    else:
        yield from _worded(kind, match, words)


def _clocks(match: re.Match[str], words: Vocabulary) -> Iterator[Found]:
    """Read "9.30/12.30 Uhr" and "von 10 bis 18 Uhr": every hour is an expression."""
    offset = match.start("times")
    for time in _TIME.finditer(match["times"]):
        yield from _single(match, time.start() + offset, time.end() + offset, time[0], words)
    last = match["time"] + (f".{match['minute']}" if match["minute"] else "")
    yield from _single(match, match.start("time"), match.end(), last, words)


def _single(
    match: re.Match[str], start: int, end: int, time: str, words: Vocabulary
) -> Iterator[Found]:
    hour, _, minute = time.replace(":", ".").partition(".")
    if int(hour) > 24 or int(minute or 0) > 59:
        return
    hours = _of_day(int(hour), match.string, match.end(), words)
    clock = f"{hours % 24:02d}:{int(minute or 0):02d}"
    yield Found(Span(start, end), Meaning(type="time", clock=clock))


_AFTER = re.compile(r"\s+(?:am\s+)?(?:\w+tag)?([A-Za-zäöüß]+)")


def _of_day(hour: int, text: str, end: int, words: Vocabulary) -> int:
    """Add twelve hours where the words behind say so: "drei Uhr nachmittags"."""
    after = _AFTER.match(text, end)
    part = after and (words.code("part_adverbs", after[1]) or words.code("parts", after[1]))
    return hour + 12 if part in _LATE and 1 <= hour < 12 else hour


_HALVES = {"halb": -30, "viertel vor": -15, "viertel nach": 15, "dreiviertel": -15}


def _worded(kind: str, match: re.Match[str], words: Vocabulary) -> Iterator[Found]:
    hour = 0 if match["hour"].lower() == "null" else words.number(match["hour"])
    if hour is None or hour > 24 or hour != int(hour):
        return
    if kind == "bare" and not _is_hour(match, words):
        return
    shift, half = 0, "" if kind == "bare" else " ".join((match["half"] or "").lower().split())
    if half in _HALVES:
        shift = _HALVES[half]
    elif half and not half.startswith("kurz"):
        number = words.number(half.split()[0])
        shift = int(number or 0) * (-1 if half.endswith("vor") else 1)
    if kind == "words" and match["minute"]:
        shift = int(match["minute"])
    minutes = (_of_day(int(hour), match.string, match.end(), words) * 60 + shift) % 1440
    clock = f"{minutes // 60:02d}:{minutes % 60:02d}"
    span = match.span("x") if kind == "bare" else match.span()
    yield Found(Span(*span), Meaning(type="time", clock=clock))


def _is_hour(match: re.Match[str], words: Vocabulary) -> bool:
    """Tell "um sechs stand das Wasser" from "um sechs weitere Wochen" and "um sechs Prozent"."""
    if match["hour"].isdigit() or match["hour"].lower() in words.table["clock"]["never_hours"]:
        return False
    return match["next"] is None or match["next"] in words.table["clock"]["followers"]


def _part(match: re.Match[str], words: Vocabulary) -> Iterator[Found]:
    if match["night"]:
        yield Found(Span(*match.span("y")), Meaning(type="time", part="night"))
        return
    part = words.code("parts", match["part"]) or words.code("part_nouns", match["part"])
    part = part or words.code("part_adverbs", match["part"])
    yield Found(Span(*match.span("x")), Meaning(type="time", part=part))
