"""Draws the borders of speakers, addressees and cues as the annotation guide does.

The model learned from two conventions; where they differ (a corpus takes "Angaben der Behörde" for
the speaker, the guide "der Behörde"), the guide's wins here.
"""

import re
from collections.abc import Sequence

from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Spans

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_LOOSE = " \n\t,;:.!?()–-"
_ABBREVIATED = re.compile(r"\b(?:\w|Dr|Prof|Inc|Co|Corp|e\.V|St|Nr)\.$")


def within_sentence(text: str, span: Span, sentences: Sequence[Span]) -> Span | None:
    """Keep the longest piece of a phrase that lies in one sentence, without loose punctuation.

    Args:
        text: the article's text.
        span: half-open, in code points.
        sentences: the text's sentences.

    Returns:
        The smaller span, or None if only punctuation is left.
    """
    pieces = [
        Span(max(span.start, sentence.start), min(span.end, sentence.end))
        for sentence in sentences
        if sentence.overlap(span)
    ]
    longest = max(pieces, key=lambda piece: piece.end - piece.start, default=span)
    start, end = longest
    while start < end and text[start] in _LOOSE:
        start += 1
    while start < end and text[end - 1] in _LOOSE and not _ABBREVIATED.search(text[start:end]):
        end -= 1
    return Span(start, end) if start < end else None


def split_sourcing(text: str, speaker: Span, language: Language) -> tuple[Span | None, Span] | None:
    """Divide a speaker that begins with a noun of sourcing.

    „Angaben der Behörde“ becomes „der Behörde“ with „Angaben“ for the cue, „seiner Darstellung“
    becomes „seiner“ with „Darstellung“.

    Args:
        text: the article's text.
        speaker: half-open, in code points.
        language: supplies the table ``sourcing``.

    Returns:
        The speaker, None where only the noun is there, and the noun; None if there is no such noun.
    """
    table = language.table("sourcing")
    words = [Span(*match.span()) for match in _WORD.finditer(text, *speaker)]
    lower = [word.of(text).lower() for word in words]
    at = next((n for n, word in enumerate(words[:3]) if word.of(text) in table["nouns"]), None)
    if at is None or any(
        word not in (*table["before"], *table["possessives"]) for word in lower[:at]
    ):
        return None
    noun = words[at]
    if any(word in table["possessives"] for word in lower[:at]):
        return words[0], noun
    rest = at + 2 if lower[at + 1 : at + 2] and lower[at + 1] in table["links"] else at + 1
    return (Span(words[rest].start, speaker.end) if rest < len(words) else None), noun


def with_cue(text: str, cue: Spans, noun: Span) -> Spans:
    """Add a noun of sourcing to a cue; what only blanks separate becomes one span."""
    joined: list[Span] = []
    for span in sorted({*cue, noun}):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return tuple(joined)
