"""Makes claims of a report's statements."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from zufolge.annotate.sentences import paragraphs, sentences
from zufolge.annotate.words import words as words_of
from zufolge.languages import Language
from zufolge.link.claims import Claim, Speaker
from zufolge.link.parties import speaker_of, tokens
from zufolge.link.passages import fingerprint
from zufolge.link.senses import encode
from zufolge.link.stems import stems
from zufolge.link.vectors import embed, packed
from zufolge.link.words import markers, negated, points
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Statement

_NAMED = ("person", "organisation")
_SHORT, _MOST_NAMES = 3, 40
# A passage has so many words at most: so many of them before its sentence, or, in a sentence that
# is longer, before the quote.
_PASSAGE, _ENOUGH, _LEFT, _LEAD = 36, 24, 14, 12
_FAR = 400


def claims(report: Report) -> tuple[Claim, ...]:
    """Return the claims of a report, one a statement, in their order.

    Args:
        report: any report.

    Returns:
        The claims with their sentence vectors and senses.
    """
    made = bare_claims(report)
    vectors = embed([claim.text for claim in made])
    return tuple(
        replace(claim, vector=packed(vector), sense=sense)
        for claim, vector, sense in zip(made, vectors, encode(made), strict=True)
    )


def bare_claims(report: Report) -> list[Claim]:
    """Return the claims of a report as ``claims`` does, without vectors and senses."""
    page = _page(report)
    return [_claim(number, each, page) for number, each in enumerate(report.statements)]


@dataclass(frozen=True, slots=True)
class _Page:
    """What the claims of one article have in common."""

    report: Report
    language: Language
    actors: Mapping[str, Speaker]
    sentences: Sequence[Span]
    paragraphs: Sequence[Span]
    frequencies: Mapping[str, int]
    called: tuple[str, ...]
    matter: tuple[str, ...]

    def weighed(self, words: Iterable[str]) -> dict[str, float]:
        """Return stems with their weights: 1 for a stem of one sentence, 0 for one of all."""
        most = max(2, len(self.sentences))
        return {
            stem: round(max(0.0, 1 - math.log(max(1, self.frequencies[stem])) / math.log(most)), 3)
            for stem in words
        }


def _page(report: Report) -> _Page:
    text, language = report.article.text, Language(report.article.language)
    borders = sentences(text, language)
    found = [stems(border.of(text), language) for border in borders]
    called = _called(report)
    return _Page(
        report,
        language,
        {actor.id: speaker_of(actor, text, language) for actor in report.actors},
        borders,
        paragraphs(text),
        Counter(stem for each in found for stem in each),
        called,
        _matter(report, called),
    )


def _matter(report: Report, called: Iterable[str]) -> tuple[str, ...]:
    """Return what tells a report's matter, in small letters.

    That is names of places, words of the names of persons and bodies, and the words that places go
    by in the article („Wien“ for Vienna): what is a place here is part of a name there.
    """
    places = (place.name.casefold() for place in report.places)
    shown = (place.span.of(report.article.text) for place in report.places)
    # „Bad“ and „Sankt“ tell no places apart.
    single = (token for name in shown if " " not in name for token in sorted(tokens(name)))
    long = (token for token in single if len(token) > _SHORT)
    return _distinct((*places, *called, *long))[:_MOST_NAMES]


def _called(report: Report) -> tuple[str, ...]:
    """Return words of the names of persons and bodies."""
    named = (actor.name for actor in report.actors if actor.kind in _NAMED)
    told = (token for name in named for token in sorted(tokens(name)))
    return _distinct(token for token in told if len(token) > _SHORT)


def _claim(number: int, statement: Statement, page: _Page) -> Claim:
    report, language = page.report, page.language
    text, quote = report.article.text, statement.quote
    content = " … ".join(span.of(text) for span in quote)
    around = _around(quote, page.sentences)
    words = page.weighed(stems(content, language))
    context = page.weighed(stems(around.of(text), language))
    places = _distinct(p.name for p in report.places if _inside(p.span, quote))
    named = {
        *(name.casefold() for name in places),
        *(each for each in page.called if each in words),
    }
    passage = _passage(text, around, quote)
    speaker = statement.speaker.actor if statement.speaker else None
    return Claim(
        statement=statement.id,
        article=report.article.id,
        published=report.article.date,
        number=number,
        sentence=_number(quote, page.sentences),
        paragraph=_number(quote, page.paragraphs),
        quote=quote,
        text=content,
        type=statement.type,
        stance=statement.stance,
        negated=negated(content, language),
        pointing=points(content, language),
        distanced=bool(statement.distance),
        markers=markers(around.of(text), language),
        actor=page.actors.get(speaker) if speaker else None,
        chain=tuple(page.actors[link] for link in statement.chain if link in page.actors),
        nested_in=statement.nested_in,
        places=places,
        times=_distinct(t.edtf for t in report.times if t.edtf and _inside(t.span, quote)),
        quantities=tuple(q for q in report.quantities if _inside(q.span, quote)),
        words=words,
        context={stem: weight for stem, weight in context.items() if stem not in words},
        matter=page.matter,
        names=tuple(name for name in page.matter if name in named),
        passages=fingerprint(around.of(text)),
        passage=passage.of(text),
        marks=_marks(quote, passage),
    )


def _inside(span: Span, quote: Iterable[Span]) -> bool:
    return any(part.overlap(span) for part in quote)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _number(quote: Sequence[Span], stretches: Sequence[Span]) -> int:
    start = quote[0].start if quote else 0
    return max(0, sum(each.start <= start for each in stretches) - 1)


def _around(quote: Sequence[Span], borders: Sequence[Span]) -> Span:
    """Return the sentences that a quote stands in, as one stretch."""
    touched = [each for each in borders if any(each.overlap(part) for part in quote)] or [*quote]
    return Span(touched[0].start, touched[-1].end) if touched else Span(0, 0)


def _passage(text: str, around: Span, quote: Sequence[Span]) -> Span:
    """Return the sentences around a quote as far as a reader of pairs needs them.

    Short ones get some words before them, which tell what "das" or "die Vorwürfe" points at.
    """
    found = [Span(*each) for each in words_of(around.of(text))]
    inside = [Span(each.start + around.start, each.end + around.start) for each in found]
    if len(inside) > _PASSAGE:
        first = next((i for i, each in enumerate(inside) if _inside(each, quote)), 0)
        start = max(0, first - _LEAD)
        kept = inside[start : start + _PASSAGE]
        return Span(kept[0].start, kept[-1].end)
    room = max(0, min(_ENOUGH - len(inside), _LEFT))
    far = max(0, around.start - _FAR)
    before = (
        [start + far for start, _ in words_of(text[far : around.start])][-room:] if room else []
    )
    return Span(before[0] if before else around.start, around.end)


def _marks(quote: Iterable[Span], passage: Span) -> tuple[Span, ...]:
    cut = (Span(max(p.start, passage.start), min(p.end, passage.end)) for p in quote)
    return tuple(Span(s - passage.start, e - passage.start) for s, e in cut if s < e)
