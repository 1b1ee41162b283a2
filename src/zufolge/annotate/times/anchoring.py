"""Walks through an article and places every expression, each against what stands before it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from zufolge.annotate.times.edtf import days_of, possible
from zufolge.annotate.times.meaning import Found, Meaning
from zufolge.annotate.times.resolution import Period, place
from zufolge.annotate.times.tense import direction
from zufolge.languages import Language
from zufolge.span import Span

# A paragraph or the entry of a ticker begins anew; "seit Montag" does not take the story to Monday.
_BREAK = re.compile(r"\n|\+\+\+")
_WEEK = 7
_ASIDE = re.compile(r"\b(?:[Ss]eit|[Bb]is|[Vv]om)\s+(?:de[mr]\s+)?$")


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression with its place on the calendar.

    Args:
        span: extent in TimeML; half-open, in code points.
        meaning: what it says.
        periods: where it may lie; one if that is certain, none if unknown.
    """

    span: Span
    meaning: Meaning
    periods: tuple[Period, ...]


def anchor(
    text: str,
    found: Sequence[Found],
    article: str | None,
    language: Language,
    sentences: Sequence[Span],
) -> list[Placed]:
    """Place the expressions of an article.

    Args:
        text: the article.
        found: its expressions in the order of the text.
        article: EDTF day, month or year of publication.
        language: supplies the verbs.
        sentences: the article's sentences.

    Returns:
        As many, in the same order.
    """
    todays: list[date | None] = [*days_of(article)] or [None]
    contexts: list[date | None] = list(todays)
    starts = [sentence.start for sentence in sentences]
    placed: list[Placed] = []
    edge = 0
    told: _Told | None = None
    event: date | None = None
    for expression in found:
        if len(todays) == 1 and _BREAK.search(text, edge, expression.span.start):
            contexts = list(todays)
        sentence = _around(expression.span, sentences, starts)
        if edge <= sentence.start:
            contexts = [_near(c, t) for c, t in zip(contexts, todays, strict=True)]
        edge = expression.span.end
        way = direction(text, expression.span, sentence, language)
        meaning = expression.meaning
        if way <= 0 and told and told.end >= sentence.start - 2:
            meaning = _in_year(meaning, told.year)
        told = _told(meaning, sentence, todays[0]) or told
        if event and way < 0 and _is_bare_clock(meaning) and contexts == todays:
            contexts = [event]
        periods = [
            place(meaning, today, context, way)
            for today, context in zip(todays, contexts, strict=True)
        ]
        if _moves(meaning) and not _ASIDE.search(
            text, max(0, expression.span.start - 12), expression.span.start
        ):
            contexts = [
                period.first if period and period.first else context
                for period, context in zip(periods, contexts, strict=True)
            ]
        if event is None and len(todays) == 1 and way <= 0:
            event = _event(contexts[0], todays[0])
        known = possible([p for p in periods if p], article)
        placed.append(Placed(expression.span, meaning, tuple(known)))
    return placed


def _is_bare_clock(meaning: Meaning) -> bool:
    return meaning.clock is not None and meaning.weekday is None and meaning.day is None


def _event(day: date | None, today: date | None) -> date | None:
    """Return the day before the article's on which happened what it reports, once it is told.

    „Der Alarm ging um 6.43 Uhr ein“ lies on that day, paragraphs later too.
    """
    recent = day is not None and today is not None and 0 < (today - day).days < _WEEK
    return day if recent else None


def _near(context: date | None, today: date | None) -> date | None:
    """Leave a day behind, with the sentence, that is more than a week off."""
    if context and today and abs((context - today).days) > _WEEK:
        return today
    return context


@dataclass(frozen=True, slots=True)
class _Told:
    """A long past year that the story has come to, and where the sentence ends that names it."""

    year: int
    end: int


def _told(meaning: Meaning, sentence: Span, today: date | None) -> _Told | None:
    if meaning.year and today and meaning.year < today.year - 1:
        return _Told(meaning.year, sentence.end)
    return None


def _in_year(meaning: Meaning, year: int) -> Meaning:
    """Read "1991 wurde sie geborgen. Im April …" as April 1991."""
    if meaning.month and meaning.year is None and meaning.shift is None:
        return replace(meaning, year=year)
    if meaning.unit == "Y" and meaning.phase and meaning.shift == 0:
        return replace(meaning, year=year, unit=None, shift=None)
    return meaning


def _around(span: Span, sentences: Sequence[Span], starts: Sequence[int]) -> Span:
    number = bisect_right(starts, span.start) - 1
    return sentences[number] if number >= 0 else span


def _moves(meaning: Meaning) -> bool:
    """Tell whether the article goes on to speak of this day: "am Nachmittag" then lies on it."""
    return not meaning.from_context and bool(
        meaning.day
        or meaning.weekday
        or meaning.easter is not None
        or (meaning.unit == "D" and meaning.shift is not None)
    )
