"""Attributions in words become statements in characters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from zufolge.annotate.attribution import Attribution
from zufolge.annotate.borders import split_sourcing, with_cue, within_sentence
from zufolge.annotate.distance import find_distance
from zufolge.annotate.noun_phrases import whole_phrase
from zufolge.annotate.quotations import Quotation, Range
from zufolge.annotate.roles import Reading
from zufolge.annotate.speakers import settle_speakers
from zufolge.annotate.surroundings import complete_surroundings
from zufolge.article import Article
from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Party, Spans, Statement

OPENING = "„“”\"»«‚‘'›‹"
_EDGE = OPENING + " \n\t"
_STOPS = ".,;:"


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with what the model says beyond the record.

    Args:
        statement: the record.
        origin: mentions of sources behind the speaker; half-open spans in code points.
        relay: mentions of those who pass the speaker's words on.
        stance: the model's guess.
        stance_probability: 0 to 1.
        through: who passes the words on by a construction that names both.
    """

    statement: Statement
    origin: Spans
    relay: Spans
    stance: str
    stance_probability: float
    through: Spans = ()


def statements(article: Article, attribution: Attribution, *, trimmed: bool = True) -> list[Told]:
    """Make the statements of an article.

    Args:
        article: the article.
        attribution: what the model says of it.
        trimmed: whether quotes lose the quotation marks and the full stop or comma at their edges,
            and the other borders are drawn as the guide does.

    Returns:
        The statements by the place of their quote, an outer one before those inside it.
    """
    quotes = [
        _quote(article.text, attribution.words, quotation, trimmed)
        for quotation, _ in attribution.found
    ]
    parts = [part for quote in quotes for part in quote]
    told = []
    for (quotation, reading), quote in zip(attribution.found, quotes, strict=True):
        if quote:
            role = _roles(article, attribution, reading, parts if trimmed else None)
            if trimmed:
                role["distance"] = find_distance(
                    article.text,
                    quote,
                    role,
                    direct=quotation.type == "direct",
                    sentences=attribution.sentences,
                    language=Language(article.language),
                )
            told.append(_told(article, role, quotation, reading, quote))
    told = _distinct(told)
    if trimmed:
        told = _settled(article, told, attribution.sentences)
    return _nest(told)


def _settled(article: Article, told: Sequence[Told], sentences: Sequence[Span]) -> list[Told]:
    language = Language(article.language)
    statements = [each.statement for each in told]
    settled = settle_speakers(article.text, statements, sentences, language)
    return [
        replace(each, statement=found.statement, through=found.through)
        for each, found in zip(told, settled, strict=True)
    ]


def _roles(
    article: Article, attribution: Attribution, reading: Reading, quotes: Sequence[Span] | None
) -> dict[str, Spans]:
    """Return the roles; with the parts of all quotes given, their borders are the guide's."""
    text = article.text
    role = {name: _spans(attribution.words, ranges) for name, ranges in reading.roles.items()}
    if quotes is None:
        return role
    for name, spans in role.items():
        if name != "frame":
            kept = (within_sentence(text, span, attribution.sentences) for span in spans)
            role[name] = tuple(span for span in kept if span)
    language = Language(article.language)
    role["speaker"] = tuple(
        _before(text, span, (*role["addressee"], *role["relay"])) for span in role["speaker"]
    )
    for name in ("speaker", "addressee"):
        role[name] = tuple(
            _whole(text, span, attribution.sentences, language) for span in role[name]
        )
    if role["speaker"] and (split := split_sourcing(text, role["speaker"][0], language)):
        speaker, noun = split
        role["speaker"] = (speaker,) if speaker else ()
        role["cue"] = with_cue(text, role["cue"], noun)
    return complete_surroundings(text, role, quotes, attribution.sentences, language)


def _before(text: str, span: Span, others: Spans) -> Span:
    """End a speaker where an addressee begins („Brandau dem Kanal Nord“)."""
    starts = [
        other.start
        for other in others
        if span.start < other.start < span.end
        # A part of the speaker's own phrase („der“ before „Sender Nord“) is no addressee.
        and any(word[0].isupper() for word in text[span.start + 1 : other.start].split())
    ]
    return Span(span.start, min(starts, default=span.end))


def _whole(text: str, span: Span, sentences: Sequence[Span], language: Language) -> Span:
    around = next((sentence for sentence in sentences if sentence.overlap(span)), span)
    return whole_phrase(text, span, around, language)


def _told(
    article: Article,
    role: Mapping[str, Spans],
    quotation: Quotation,
    reading: Reading,
    quote: Spans,
) -> Told:
    statement = Statement(
        article=article.id,
        quote=quote,
        type=quotation.type,
        medium=reading.medium,
        speaker=_party(role["speaker"]),
        addressee=_party(role["addressee"]),
        cue=role["cue"],
        frame=role["frame"],
        channel=role["channel"],
        distance=role["distance"],
        confidence=quotation.confidence,
    )
    return Told(
        statement, role["origin"], role["relay"], reading.stance, reading.stance_probability
    )


def _spans(words: Sequence[Span], ranges: Sequence[Range]) -> Spans:
    return tuple(Span(words[start].start, words[end - 1].end) for start, end in ranges)


def _party(spans: Spans) -> Party | None:
    return Party(spans) if spans else None


def _quote(text: str, words: Sequence[Span], quotation: Quotation, trimmed: bool) -> Spans:
    spans = _spans(words, quotation.parts)
    if not trimmed:
        return spans
    return tuple(span for part in spans if (span := trim(text, part)))


def trim(text: str, span: Span) -> Span | None:
    """Leave out the quotation marks and the full stop or comma at the edges of a quote.

    A mark whose partner lies inside the quote stays („Kein Euro“ werde gestrichen).

    Args:
        text: the article's text.
        span: half-open, in code points.

    Returns:
        The smaller span, or None if nothing is left.
    """
    start, end = span
    while start < end:
        inner = text[start:end]
        if inner[-1] in _STOPS or inner[-1].isspace():
            end -= 1
        elif (
            inner[0] in _STOPS
            or inner[0].isspace()
            or (inner[0] in OPENING and not _closes(inner[1:]))
        ):
            start += 1
        elif inner[-1] in OPENING and not _opens(inner[:-1]):
            end -= 1
        elif (
            len(inner) > 1
            and inner[0] in OPENING
            and inner[-1] in OPENING
            and not _marks(inner[1:-1])
        ):
            start, end = start + 1, end - 1
        else:
            return Span(start, end)
    return None


def _marks(text: str) -> int:
    return sum(text.count(mark) for mark in OPENING if mark not in "'‘")


def _closes(text: str) -> bool:
    return _marks(text) % 2 == 1


_opens = _closes


def _distinct(told: list[Told]) -> list[Told]:
    seen: set[Spans] = set()
    kept = []
    for each in told:
        if each.statement.quote not in seen:
            seen.add(each.statement.quote)
            kept.append(each)
    return kept


def _nest(told: list[Told]) -> list[Told]:
    nested = []
    for each in told:
        around = [
            other.statement
            for other in told
            if other is not each and _inside(each.statement.quote, other.statement.quote)
        ]
        outer = min(around, key=lambda s: s.quote[-1].end - s.quote[0].start, default=None)
        statement = replace(each.statement, nested_in=outer.id if outer else None)
        nested.append(replace(each, statement=statement))
    return nested


def _inside(inner: Spans, outer: Spans) -> bool:
    return all(any(part.covers(span) for part in outer) for span in inner)
