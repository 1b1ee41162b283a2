"""The stretch of text around the words of saying, in which channel and addressee are looked for."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Spans

BLANK = "\x00"
_STOPS = re.compile(r"[,;:()–](?=[\s„“”\"»«\x00)]|$)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where the words of saying stand.

    Args:
        text: the article's text.
        shown: the same, quotes and speaker blanked out; offsets are the text's.
        window: the sentences in which the words of saying stand.
        clauses: those clauses of the window that hold a part of the cue.
        cue: the words of saying.
        words: the words of the cue in small letters.
        table: the language's table ``surroundings``.
        language: the language's code.
    """

    text: str
    shown: str
    window: Span
    clauses: tuple[Span, ...]
    cue: Spans
    words: tuple[str, ...]
    table: Mapping[str, Any]
    language: str

    def says(self, patterns: Iterable[str]) -> bool:
        """Tell whether the cue has all words of one of some patterns ("*": any letters)."""
        return any(
            all(any(part.fullmatch(word) for word in self.words) for part in _compiled(pattern))
            for pattern in patterns
        )


def stretch_around(
    text: str, cue: Spans, hidden: Iterable[Span], sentences: Sequence[Span], language: Language
) -> Stretch | None:
    """Cut out the stretch around a cue.

    Args:
        text: the article's text.
        cue: the words of saying.
        hidden: what is blanked out.
        sentences: the text's sentences.
        language: supplies the table ``surroundings``.

    Returns:
        The stretch, or None where no sentence holds the cue.
    """
    touched = [s for s in sentences if any(s.overlap(part) for part in cue)]
    if not touched:
        return None
    window = Span(touched[0].start, touched[-1].end)
    shown = _masked(text, window, hidden)
    clauses = tuple(c for c in _clauses(shown, window) if any(c.overlap(part) for part in cue))
    words = tuple(word.lower() for part in cue for word in re.findall(r"\w+", part.of(text)))
    table = language.table("surroundings")
    return Stretch(text, shown, window, clauses, cue, words, table, language.code)


def ends_like(word: str, nouns: Iterable[str]) -> bool:
    """Tell whether a word in small letters ends in one of some nouns, inflected or not."""
    return word.endswith(tuple(noun + ending for noun in nouns for ending in _ENDINGS))


_ENDINGS = ("", "n", "s", "en", "es", "er", "e")


@cache
def _compiled(pattern: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(re.escape(part).replace(r"\*", r"\w*")) for part in pattern.split())


def _masked(text: str, window: Span, hidden: Iterable[Span]) -> str:
    shown = list(text[window.start : window.end])
    for span in hidden:
        for place in range(max(span.start, window.start), min(span.end, window.end)):
            shown[place - window.start] = BLANK
    return text[: window.start] + "".join(shown) + text[window.end :]


def _clauses(shown: str, window: Span) -> list[Span]:
    found, start = [], window.start
    for stop in _STOPS.finditer(shown, window.start, window.end):
        found.append(Span(start, stop.start()))
        start = stop.end()
    return [*found, Span(start, window.end)]
