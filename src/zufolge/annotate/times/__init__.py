"""German expressions of time: found, valued as TIMEX3 and placed on the calendar as EDTF.

One module a kind of expression (``calendar``, ``weekdays``, ``deictic``, ``clock``,
``durations``), then ``anchoring`` places them with ``tense`` and ``resolution``; ``joining`` writes
the records of an article. The words stand in ``languages/<code>/times.toml``.
"""

import re
from collections.abc import Sequence

from zufolge.annotate.sentences import sentences as cut
from zufolge.annotate.times.anchoring import Placed, anchor
from zufolge.annotate.times.edtf import closed
from zufolge.annotate.times.grammar import find
from zufolge.annotate.times.joining import join, records
from zufolge.annotate.times.resolution import timex_value
from zufolge.languages import Language
from zufolge.mention import Time
from zufolge.span import Span

__all__ = ["find_times", "find_timex"]


def find_times(
    text: str, date: str | None, language: Language, sentences: Sequence[Span] | None = None
) -> list[Time]:
    """Find the expressions that can be placed on a calendar, prepositions included.

    Args:
        text: an article's text.
        date: EDTF day, month or year of the article; None leaves open what depends on it.
        language: supplies the words.
        sentences: the text's sentences, cut here if they are not given.

    Returns:
        Times in the order of the text, without overlap; spans half-open, in code points.
    """
    bounds = cut(text, language) if sentences is None else sentences
    found = join(text, find(text, language))
    return records(text, anchor(text, found, date, language, bounds), language)


def find_timex(text: str, date: str | None, language: Language) -> list[Time]:
    """Find all TIMEX3 expressions with the extents of TimeML, that is without prepositions.

    Args:
        text: any text.
        date: EDTF day, month or year of the document.
        language: supplies the words.

    Returns:
        Dates, times, durations and sets in order, without overlap; half-open, in code points.
    """
    found = find(text, language)
    placed = anchor(text, found, date, language, cut(text, language))
    return [_timex(text, item) for item in placed]


# "jeweils 20 Uhr", "wochentags von 14 bis 18 Uhr": a time of many days.
_HABIT = re.compile(
    r"\b(?:jeweils|täglich|immer|\w+tags|(?:und|bis)\s+\d{1,2}\.\s+\w+,?)\s+(?:(?:von|ab|um)\s+)?"
    r"(?:\d[\d.]*\s*(?:bis|[-–])\s*)?$"
)


def _timex(text: str, placed: Placed) -> Time:
    meaning = placed.meaning
    period = placed.periods[0] if len(placed.periods) == 1 else None
    if meaning.clock and _HABIT.search(text, max(0, placed.span.start - 40), placed.span.start):
        return Time(placed.span, meaning.type, f"T{meaning.clock}", None, meaning.clock)
    part = meaning.clock or meaning.part or None
    value = timex_value(meaning, period)
    return Time(placed.span, meaning.type, value, closed(placed.periods), part)
