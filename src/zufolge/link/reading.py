"""Makes claims of a report's statements."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from zufolge.annotate.sentences import sentences
from zufolge.languages import Language
from zufolge.link.claims import Claim, Speaker
from zufolge.link.passages import fingerprint
from zufolge.link.stems import negated, stems
from zufolge.link.vectors import embed, packed
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Statement


def claims(report: Report) -> tuple[Claim, ...]:
    """Return the claims of a report, one a statement, in their order.

    Args:
        report: any report.

    Returns:
        The claims with their sentence vectors.
    """
    language = Language(report.article.language)
    borders = sentences(report.article.text, language)
    actors = {actor.id: Speaker(actor.name, actor.kind) for actor in report.actors}
    made = [
        _claim(number, each, report, actors, borders, language)
        for number, each in enumerate(report.statements)
    ]
    vectors = embed([claim.text for claim in made])
    return tuple(
        replace(claim, vector=packed(vector)) for claim, vector in zip(made, vectors, strict=True)
    )


def _claim(
    number: int,
    statement: Statement,
    report: Report,
    actors: dict[str, Speaker],
    borders: Sequence[Span],
    language: Language,
) -> Claim:
    text = report.article.text
    content = " … ".join(span.of(text) for span in statement.quote)
    around = _around(statement.quote, borders)
    speaker = statement.speaker.actor if statement.speaker else None
    return Claim(
        statement=statement.id,
        article=report.article.id,
        published=report.article.date,
        number=number,
        quote=statement.quote,
        text=content,
        type=statement.type,
        stance=statement.stance,
        before=_before(statement.quote, text, borders),
        negated=negated(content, language),
        actor=actors.get(speaker) if speaker else None,
        chain=tuple(actors[link] for link in statement.chain if link in actors),
        nested_in=statement.nested_in,
        places=_distinct(p.name for p in report.places if _inside(p.span, statement.quote)),
        times=_distinct(
            t.edtf for t in report.times if t.edtf and _inside(t.span, statement.quote)
        ),
        quantities=tuple(q for q in report.quantities if _inside(q.span, statement.quote)),
        stems=stems(content, language),
        passages=fingerprint(around.of(text)),
    )


def _inside(span: Span, quote: Iterable[Span]) -> bool:
    return any(part.overlap(span) for part in quote)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _around(quote: Sequence[Span], borders: Sequence[Span]) -> Span:
    """Return the sentences that a quote stands in, as one stretch."""
    touched = [each for each in borders if any(each.overlap(part) for part in quote)] or [*quote]
    return Span(touched[0].start, touched[-1].end)


def _before(quote: Sequence[Span], text: str, borders: Sequence[Span]) -> str:
    """Return the sentence that ends before the one a quote begins in."""
    earlier = [each for each in borders if each.end <= _around(quote, borders).start]
    return earlier[-1].of(text) if earlier else ""
