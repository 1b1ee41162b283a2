"""Finds the words by which the reporter keeps a distance from what is told."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Spans

_CLAUSE_END = re.compile(r"[;:!?\n]|\.(?=\s|$)|,(?=\s)")
_WORD = re.compile(r"\w+")


def find_distance(
    text: str,
    quote: Spans,
    roles: Mapping[str, Spans],
    *,
    direct: bool,
    sentences: Sequence[Span],
    language: Language,
) -> Spans:
    """Return „angeblich“, „mutmaßlich“ and the „soll“ and „will“ of hearsay.

    „Sie soll geschrien haben“, „Zeugen wollen einen Knall gehört haben“; but not „Die Brücke soll
    gesperrt werden“.

    Args:
        text: the article's text.
        quote: the content of the statement.
        roles: its roles; what the model marked as distance is not trusted for modal verbs.
        direct: whether the content are the speaker's own words, in which nothing is the reporter's.
        sentences: the text's sentences.
        language: supplies the table ``surroundings``.

    Returns:
        Single words, in order.
    """
    table = language.table("surroundings")["distance"]
    own = [s for s in sentences if any(s.overlap(part) for part in (*quote, *roles["cue"]))]
    found = {
        span
        for sentence in own
        for span in (
            *_marking(text, sentence, table),
            *_hearsay(
                text, sentence, table, named=any(sentence.overlap(s) for s in roles["speaker"])
            ),
        )
        if _belongs(span, quote, roles, direct=direct)
    }
    return tuple(sorted(found))


def _belongs(span: Span, quote: Spans, roles: Mapping[str, Spans], *, direct: bool) -> bool:
    inside = any(part.covers(span) for part in quote)
    if inside or not quote:
        return inside and not direct
    around = (*quote, *roles["cue"], *roles["speaker"])
    nearest = min(max(part.start - span.end, span.start - part.end, 0) for part in around)
    return nearest <= _REACH


# A word outside of the content counts where it stands that near to content, cue or speaker.
_REACH = 30


def _marking(text: str, sentence: Span, table: Mapping[str, Any]) -> Iterator[Span]:
    for match in _words(tuple(table["words"])).finditer(text, *sentence):
        yield Span(*match.span())


@cache
def _words(patterns: tuple[str, ...]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in patterns)
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


def _hearsay(text: str, sentence: Span, table: Mapping[str, Any], *, named: bool) -> Iterator[Span]:
    """Find modal verbs that tell hearsay: with an infinitive of what happened or of a state."""
    for match in _words((*table["hearsay"], *table["claim"])).finditer(text, *sentence):
        span = Span(*match.span())
        clause = [word.lower() for word in _WORD.findall(_clause(text, sentence, span))]
        happened = any(
            participle.endswith(("t", "en")) and infinitive in table["perfect"]
            for participle, infinitive in pairwise(clause)
        )
        reported = match.group().lower() in table["hearsay"]
        state = reported and not named and clause[-1:] and clause[-1] in table["states"]
        if happened or state:
            yield span


def _clause(text: str, sentence: Span, word: Span) -> str:
    """Return the clause of a modal verb; what stands between two commas is left out."""
    stops = [stop.start() for stop in _CLAUSE_END.finditer(text, word.end, sentence.end)]
    end = stops[0] if stops else sentence.end
    before = [stop.end() for stop in _CLAUSE_END.finditer(text, sentence.start, word.start)]
    start = before[-1] if before else sentence.start
    clause = text[start:end]
    if end < sentence.end and text[end] == "," and len(stops) > 1:
        # „Er soll dem, so heißt es, zugestimmt haben“
        clause += text[stops[1] + 1 : stops[2] if len(stops) > 2 else sentence.end]
    return clause
