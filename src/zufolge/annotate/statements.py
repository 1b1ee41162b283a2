"""Attributions in words become statements in characters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from zufolge.annotate.attribution import Attribution
from zufolge.annotate.borders import split_sourcing, with_cue, within_sentence
from zufolge.annotate.distance import find_distance
from zufolge.annotate.drafts import Draft, mend
from zufolge.annotate.noun_phrases import whole_phrase
from zufolge.annotate.quotations import Quotation, Range
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
    drafts = _drafts(article, attribution, trimmed)
    if trimmed:
        language = Language(article.language)
        drafts = mend(article.text, drafts, attribution.sentences, language)
        parts = [part for draft in drafts for part in draft.quote]
        drafts = [_completed(article, attribution, draft, parts) for draft in drafts]
    told = _distinct([_told(article, draft) for draft in drafts])
    if trimmed:
        told = _settled(article, told, attribution.sentences)
    return _nest(told)


def _drafts(article: Article, attribution: Attribution, trimmed: bool) -> list[Draft]:
    drafts = []
    for quotation, reading in attribution.found:
        quote = _quote(article.text, attribution.words, quotation, trimmed)
        if quote:
            roles = {
                name: _spans(attribution.words, ranges) for name, ranges in reading.roles.items()
            }
            if trimmed:
                roles = _within_sentences(article.text, roles, attribution.sentences)
            drafts.append(Draft(quote, roles, quotation.type, reading, quotation.confidence))
    return drafts


def _settled(article: Article, told: Sequence[Told], sentences: Sequence[Span]) -> list[Told]:
    language = Language(article.language)
    statements = [each.statement for each in told]
    settled = settle_speakers(article.text, statements, sentences, language)
    return [
        replace(each, statement=found.statement, through=found.through)
        for each, found in zip(told, settled, strict=True)
    ]


def _within_sentences(
    text: str, roles: Mapping[str, Spans], sentences: Sequence[Span]
) -> dict[str, Spans]:
    return {
        name: tuple(
            kept
            for span in spans
            if (kept := span if name == "frame" else within_sentence(text, span, sentences))
        )
        for name, spans in roles.items()
    }


def _completed(
    article: Article, attribution: Attribution, draft: Draft, quotes: Sequence[Span]
) -> Draft:
    """Draw the borders of the roles as the guide does.

    Args:
        article: the article.
        attribution: knows its sentences.
        draft: the draft.
        quotes: the parts of all quotes.
    """
    text, sentences = article.text, attribution.sentences
    language, roles = Language(article.language), {**draft.roles}
    roles["speaker"] = tuple(
        _before(text, span, (*roles["addressee"], *roles["relay"])) for span in roles["speaker"]
    )
    if roles["speaker"] and (split := split_sourcing(text, roles["speaker"][0], language)):
        speaker, noun = split
        roles["speaker"] = (speaker,) if speaker else ()
        roles["cue"] = with_cue(text, roles["cue"], noun)
    for name in ("speaker", "addressee"):
        roles[name] = tuple(_whole(text, span, sentences, language) for span in roles[name])
    roles = complete_surroundings(text, roles, quotes, sentences, language)
    roles["distance"] = find_distance(
        text,
        draft.quote,
        roles,
        direct=draft.type == "direct",
        sentences=sentences,
        language=language,
    )
    return replace(draft, roles=roles)


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


def _told(article: Article, draft: Draft) -> Told:
    role, reading = draft.roles, draft.reading
    statement = Statement(
        article=article.id,
        quote=draft.quote,
        type=draft.type,
        medium=reading.medium,
        speaker=_party(role["speaker"]),
        addressee=_party(role["addressee"]),
        cue=role["cue"],
        frame=role["frame"],
        channel=role["channel"],
        distance=role["distance"],
        confidence=draft.confidence,
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
