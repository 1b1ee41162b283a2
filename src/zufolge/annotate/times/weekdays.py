"""Weekdays, with or without a part of the day: Donnerstagabend, Freitag kommender Woche."""

import re
from collections.abc import Iterator

from zufolge.annotate.times.meaning import Found, Meaning
from zufolge.annotate.times.vocabulary import Vocabulary
from zufolge.span import Span

_PART = r"(?:-?(?P<joined>(?i:<parts>|früh))|\s+(?P<apart>früh|Früh|<parts>|<part_adverbs>))?"
_WEEK = (
    r"(?:\s+(?:der\s+|in\s+der\s+)?(?P<week>vergangene[nr]|vorige[nr]|letzte[nr]|kommende[nr]|"
    r"nächste[nr]|diese[rn])\s+Woche)?"
)

PATTERNS = {
    "night_to": r"\bNacht\s+(?:vo[nm]\s+<weekdays>\s+)?(?:zum|auf(?:\s+den)?|zu)\s+"
    r"(?:(?P<weekday><weekdays>)\b(?!,?\s+(?:de[nm]\s+)?\d)|(?:<weekdays>,?\s+(?:den\s+)?)?"
    r"(?P<day>\d{1,2})\.\s+(?P<month><months>)\b(?:\s+(?P<year>\d{4}))?)",
    "weekday": r"\b(?:(?P<which>diese[mnrs]?|vergangene[nrm]?|letzte[nrm]?|vorige[nrm]?|"
    r"kommende[nrm]?|nächste[nrm]?)\s+)?(?:(?:früh|spät)e[nrms]\s+)?(?<!-)(?P<weekday><weekdays>)"
    + _PART
    + r"\b"
    + _WEEK,
}

_WEEKS = {"verg": -1, "vori": -1, "letz": -1, "komm": 1, "näch": 1, "dies": 0}


def read(kind: str, match: re.Match[str], words: Vocabulary) -> Iterator[Found]:
    """Read one match of a pattern of this module.

    Args:
        kind: its key in ``PATTERNS``.
        match: the match.
        words: the language's words.

    Yields:
        The expression.
    """
    meaning = _night(match, words) if kind == "night_to" else _weekday(match, words)
    yield Found(Span(match.start(), match.end()), meaning)


def _night(match: re.Match[str], words: Vocabulary) -> Meaning:
    if match["weekday"]:
        weekday = words.count("weekdays", match["weekday"])
        return Meaning(type="time", weekday=weekday, part="night", night_to=True)
    return Meaning(
        type="time",
        year=int(match["year"]) if match["year"] else None,
        month=words.count("months", match["month"]),
        day=min(31, max(1, int(match["day"]))),
        part="night",
        night_to=True,
    )


def _weekday(match: re.Match[str], words: Vocabulary) -> Meaning:
    word = match["joined"] or match["apart"]
    part = word and (words.code("parts", word) or words.code("part_adverbs", word))
    direction = _WEEKS[match["which"][:4].lower()] if match["which"] else None
    # "an diesem Dienstag" is the nearest one, before or after.
    near = direction == 0
    return Meaning(
        type="time" if part else "date",
        weekday=words.count("weekdays", match["weekday"]),
        part=part,
        shift=_WEEKS[match["week"][:4]] if match["week"] else None,
        unit="W" if match["week"] else None,
        direction=direction or None,
        near=near,
    )
