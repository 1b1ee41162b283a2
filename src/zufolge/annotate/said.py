"""Finds when something was said: the time in the clause of the words of saying."""

import re
from collections.abc import Iterable, Sequence

from zufolge.annotate.stretch import stretch_around
from zufolge.languages import Language
from zufolge.mention import Time
from zufolge.span import Span
from zufolge.statement import SaidAt, Statement

_WORD_BEFORE = re.compile(r"(\w+)\s+$")
_LONGEST_WORD = 20


def find_said_at(
    text: str,
    statement: Statement,
    times: Iterable[Time],
    quotes: Iterable[Span],
    sentences: Sequence[Span],
    language: Language,
) -> SaidAt | None:
    """Return the moment of saying.

    „Am Montag sagte sie, der Zug komme am Freitag“ is Monday; „kündigte für Montag eine Prüfung
    an“ and a sentence without words of saying tell nothing of it.

    Args:
        text: the article's text.
        statement: a statement with its cue.
        times: the article's times.
        quotes: the parts of all quotes of the article; what they tell is another clock.
        sentences: the article's sentences.
        language: supplies the table ``surroundings``.
    """
    if not statement.cue:
        return None
    hidden = [q for q in quotes if not any(q.covers(part) for part in statement.cue)]
    around = stretch_around(text, statement.cue, hidden, sentences, language)
    if around is None:
        return None
    content = set(language.table("surroundings")["grammar"]["of_content"])
    outside = [
        time
        for time in times
        if time.edtf and not _is_open(time.edtf) and time.type in ("date", "time")
        if any(clause.overlap(time.span) for clause in around.clauses)
        if not any(part.overlap(time.span) for part in hidden)
        if not content & _prepositions(text, time.span)
    ]
    if not outside:
        return None
    nearest = min(outside, key=lambda time: _distance(time.span, statement.cue))
    return SaidAt(nearest.edtf or "", nearest.part)


def _is_open(edtf: str) -> bool:
    """Tell whether a value has no beginning or no end ("seit Montag")."""
    return edtf.startswith("..") or edtf.endswith("..")


def _distance(span: Span, cue: Iterable[Span]) -> int:
    return min(max(span.start - part.end, part.start - span.end, 0) for part in cue)


def _prepositions(text: str, span: Span) -> set[str]:
    """Return the first word of a time and the word before it; one of them is its preposition."""
    before = _WORD_BEFORE.search(text, max(0, span.start - _LONGEST_WORD), span.start)
    return {span.of(text).split()[0].lower(), before[1].lower() if before else ""}
