"""Runs the patterns of all kinds over a text and keeps the longest readings."""

import re
from functools import cache
from types import ModuleType

from zufolge.annotate.times import calendar, clock, deictic, durations, weekdays
from zufolge.annotate.times.meaning import Found
from zufolge.annotate.times.vocabulary import Vocabulary, vocabulary
from zufolge.languages import Language

_KINDS: tuple[ModuleType, ...] = (calendar, weekdays, deictic, clock, durations)


def find(text: str, language: Language) -> list[Found]:
    """Find all expressions of a text.

    Args:
        text: any text.
        language: supplies the words.

    Returns:
        Expressions that do not overlap, in the order of the text; where two overlap, the one that
        begins first stays, of those the longest.
    """
    words = vocabulary(language)
    found = [
        reading
        for module, kind, pattern in _patterns(language)
        for match in pattern.finditer(text)
        for reading in module.read(kind, match, words)
    ]
    return _longest(found)


@cache
def _patterns(language: Language) -> tuple[tuple[ModuleType, str, re.Pattern[str]], ...]:
    words: Vocabulary = vocabulary(language)
    return tuple(
        (module, kind, words.compile(pattern))
        for module in _KINDS
        for kind, pattern in module.PATTERNS.items()
    )


def _longest(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for reading in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if not kept or reading.span.start >= kept[-1].span.end:
            kept.append(reading)
    return kept
