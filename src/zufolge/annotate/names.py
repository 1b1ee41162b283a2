"""Draws the borders of named entities: without titles, articles and neighbours."""

import re
from collections.abc import Sequence
from itertools import pairwise

from zufolge.annotate.actors.lexicon import find_noun
from zufolge.annotate.attribution import Attribution
from zufolge.languages import Language
from zufolge.span import Span

# Signs that no name goes across; the stop of an initial or title is one that it does.
_BREAK = re.compile(r"(?<!\b\w)(?<!\bDr)(?<!\bProf)[.;:!?,„“”\"»«()\n/]")
_WORD = re.compile(r"(?:\b(?:\w|Dr|Prof)\.)|\w+(?:[-.'’&]\w+)*|&")


def names(text: str, attribution: Attribution, language: Language) -> list[tuple[Span, str]]:
    """Return the named entities of an article.

    „Umweltminister Jeppe Lindal“ becomes „Jeppe Lindal“, „die Agentur Kustnytt. Sie“ „Agentur
    Kustnytt“.

    Args:
        text: the article's text.
        attribution: what the model says of it.
        language: supplies the tables ``names`` and ``actors``.

    Returns:
        Half-open spans in code points with their kind (PER, ORG, LOC, OTH), in order.
    """
    found = []
    for (start, end), kind in attribution.names:
        whole = Span(attribution.words[start].start, attribution.words[end - 1].end)
        words = _longest_piece(text, whole)
        name = _person(text, words, language) if kind == "PER" else _other(text, words, language)
        if name is not None:
            found.append((name, kind))
    return found


def _longest_piece(text: str, span: Span) -> list[Span]:
    borders = [span.start, *(m.end() for m in _BREAK.finditer(text, *span)), span.end]
    pieces = [
        [Span(*match.span()) for match in _WORD.finditer(text, start, end)]
        for start, end in pairwise(borders)
    ]
    return max(pieces, key=len)


def _person(text: str, words: Sequence[Span], language: Language) -> Span | None:
    titles = [
        number
        for number, word in enumerate(words[:-1])
        if (noun := find_noun(word.of(text), language.code)) and noun.kind == "person"
    ]
    rest = words[titles[-1] + 1 :] if titles else words
    table = language.table("names")
    described = bool(rest) and _begins_phrase(text, rest[0], language)
    while rest and _begins_phrase(text, rest[0], language):
        rest = rest[1:]
    last = 0
    for number, word in enumerate(rest, 1):
        if not _small(text, word):
            last = number
        elif word.of(text) not in table["particles"]:
            break
    # "der Konditor", "Anwalt": one word behind an article, or one that means anybody, is no name.
    if not last or (last == 1 and (described or _is_common(text, rest[0], language))):
        return None
    return Span(rest[0].start, rest[last - 1].end)


def _other(text: str, words: Sequence[Span], language: Language) -> Span | None:
    while words and _begins_phrase(text, words[0], language):
        words = words[1:]
    while words and _small(text, words[-1]):
        words = words[:-1]
    if not words or (len(words) == 1 and _is_common(text, words[0], language)):
        return None
    return Span(words[0].start, words[-1].end)


def _begins_phrase(text: str, word: Span, language: Language) -> bool:
    return _small(text, word) or word.of(text).lower() in language.table("names")["determiners"]


def _is_common(text: str, word: Span, language: Language) -> bool:
    noun = find_noun(word.of(text), language.code)
    return noun is not None and not word.of(text).isupper()


def _small(text: str, word: Span) -> bool:
    return text[word.start].islower()
