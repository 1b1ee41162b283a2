"""Who said what, in words: articles through encoder, tag decoding and reader, many at a time."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from zufolge.annotate import windows
from zufolge.annotate.embedded import embedded
from zufolge.annotate.quotations import Quotation, Range, names, quotations
from zufolge.annotate.roles import Reading, read_roles
from zufolge.annotate.sentences import paragraphs, sentences
from zufolge.annotate.tags import NAME_TAGS, QUOTE_TAGS
from zufolge.annotate.viterbi import best_tags
from zufolge.annotate.words import words
from zufolge.article import Article
from zufolge.encoder import Model, Scores
from zufolge.languages import Language
from zufolge.span import Span

OWN_CONVENTION = "guide"

Embedded = dict[Quotation, Range]


@dataclass(frozen=True, slots=True)
class Attribution:
    """What the model says of one article; ranges count its words.

    Args:
        words: half-open spans in code points.
        sentences: likewise.
        found: the quotations with their readings, outer ones before those inside them.
        names: named entities with their kind (PER, ORG, LOC, OTH).
    """

    words: tuple[Span, ...]
    sentences: tuple[Span, ...]
    found: tuple[tuple[Quotation, Reading], ...]
    names: tuple[tuple[Range, str], ...]


@dataclass(frozen=True, slots=True)
class _Cut:
    words: list[Span]
    sentences: list[Span]
    paragraphs: list[int]
    windows: list[windows.Window]
    sequences: list[list[int]]
    firsts: list[list[int]]


def attribute(
    articles: Sequence[Article], model: Model, *, convention: str = "guide"
) -> list[Attribution]:
    """Find the quotations of some articles and the roles around them.

    Args:
        articles: articles that are encoded together; their text may be of any length.
        model: the loaded model.
        convention: ``guide`` for zufolge's own spans, ``gnqa`` for those of that corpus.

    Returns:
        One attribution an article, in the same order.
    """
    told = model.convention(convention)
    cuts = [_cut(article, model) for article in articles]
    scored = _score(cuts, model, told)
    quoted = _quotations(cuts, scored, model)
    inner: list[Embedded] = [{} for _ in articles]
    if convention == OWN_CONVENTION:
        inner = [_embedded(*each) for each in zip(articles, cuts, quoted, strict=True)]
        quoted = [_ordered([*found, *told]) for found, told in zip(quoted, inner, strict=True)]
    tags = best_tags([scores.names for scores in scored], model.chains["names"])
    pairs = [
        (quotation, scores.states)
        for found, scores in zip(quoted, scored, strict=True)
        for quotation in found
    ]
    readings = iter(read_roles(model, told, pairs))
    return [
        Attribution(
            tuple(cut.words),
            tuple(cut.sentences),
            tuple((each, _cued(next(readings), told.get(each))) for each in found),
            tuple(names(named)),
        )
        for cut, found, told, named in zip(cuts, quoted, inner, tags, strict=True)
    ]


def _embedded(article: Article, cut: _Cut, found: list[Quotation]) -> Embedded:
    shown = [word.of(article.text) for word in cut.words]
    return embedded(shown, found, Language(article.language))


def _cued(reading: Reading, verb: Range | None) -> Reading:
    """Give what was found by its verb that verb for a cue, if the reader sees none."""
    if verb is None or reading.roles.get("cue"):
        return reading
    return replace(reading, roles={**reading.roles, "cue": (verb,)})


def _cut(article: Article, model: Model) -> _Cut:
    found = words(article.text)
    stops = sentences(article.text, Language(article.language))
    begins = {sentence.start for sentence in stops}
    pieces = model.pieces.of_words(article.text, found)
    starts = [number for number, word in enumerate(found) if word.start in begins]
    cut = windows.cut([len(word) for word in pieces], starts)
    sequences = [windows.sequence(pieces, window) for window in cut]
    begins_at = [paragraph.start for paragraph in paragraphs(article.text)]
    numbers = [bisect_right(begins_at, word.start) for word in found]
    return _Cut(
        found, stops, numbers, cut, [row for row, _ in sequences], [first for _, first in sequences]
    )


def _score(cuts: Sequence[_Cut], model: Model, convention: int) -> list[Scores]:
    # Eight-bit activations are scaled by the largest in a call: a window by itself reads the same
    # in any company, and on a CPU nothing is lost by it.
    return [
        _joined(cut, [model.tag([row], convention)[0] for row in cut.sequences]) for cut in cuts
    ]


def _joined(cut: _Cut, scores: list[Scores]) -> Scores:
    if not cut.words:
        shapes = (1, 2 * len(QUOTE_TAGS), len(NAME_TAGS))
        return Scores(*(np.zeros((0, width), np.float32) for width in shapes))
    return windows.join(cut.windows, cut.firsts, scores)


def _quotations(
    cuts: Sequence[_Cut], scored: Sequence[Scores], model: Model
) -> list[list[Quotation]]:
    layers = []
    for layer, name in enumerate(("outer", "nested")):
        emissions = [np.split(scores.quotes, 2, axis=1)[layer] for scores in scored]
        tags = best_tags(emissions, model.chains[name])
        layers.append(
            [
                quotations(t, e, cut.paragraphs)
                for t, e, cut in zip(tags, emissions, cuts, strict=True)
            ]
        )
    return [_ordered(outer + nested) for outer, nested in zip(*layers, strict=True)]


def _ordered(found: list[Quotation]) -> list[Quotation]:
    return sorted(found, key=lambda q: (q.parts[0][0], -q.parts[-1][1]))
