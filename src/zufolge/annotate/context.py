"""Completes the statements of an article: actors, chains, stances, times, places, quantities."""

from collections.abc import Sequence
from dataclasses import replace

from zufolge.annotate.actors import resolve_actors
from zufolge.annotate.attribution import Attribution
from zufolge.annotate.chain import Links, fill_chains, find_links
from zufolge.annotate.names import names
from zufolge.annotate.places import find_places
from zufolge.annotate.quantities import find_quantities
from zufolge.annotate.stance import find_stance
from zufolge.annotate.statements import Told
from zufolge.annotate.times import find_times
from zufolge.article import Article
from zufolge.languages import Language
from zufolge.mention import Time
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import SaidAt, Statement

# Where neither verb nor content tells the stance, the model is heard if it is that sure.
_SURE = 0.6


def complete(article: Article, told: Sequence[Told], attribution: Attribution) -> Report:
    """Make the report of an article.

    Args:
        article: the article.
        told: its statements, in the order of their quotes.
        attribution: names and sentences of the article.

    Returns:
        The report with all fields of the contract.
    """
    language = Language(article.language)
    named = names(article.text, attribution, language)
    times = find_times(article.text, article.date, language, attribution.sentences)
    places = find_places(article.text, language, names=named)
    quantities = find_quantities(
        article.text, language, without=[time.span for time in times if time.type != "duration"]
    )
    stances = _stances(article.text, told, language)
    found = [
        replace(
            each.statement,
            stance=stance,
            said_at=_said_at(each.statement, times, attribution.sentences),
        )
        for each, stance in zip(told, stances, strict=True)
    ]
    marked = {each.statement.id: Links(each.origin, each.relay) for each in told}
    through = {each.statement.id: each.through for each in told}
    links = find_links(article, found, named, language, marked=marked, through=through)
    further = [span for each in links for span in (*each.origin, *each.relay)]
    resolved = resolve_actors(article, found, named, language, further)
    statements = fill_chains(
        article, resolved.statements, links, resolved.by_span, resolved.actors, language
    )
    return Report(
        article,
        tuple(statements),
        resolved.actors,
        tuple(times),
        tuple(places),
        tuple(quantities),
    )


def _stances(text: str, told: Sequence[Told], language: Language) -> list[str]:
    """Find the stances in the order of the text: a reply goes on with the one before it."""
    found: list[str] = []
    for number, each in enumerate(told):
        start = each.statement.quote[0].start
        before = [
            stance
            for other, stance in zip(told[:number], found, strict=True)
            if "\n" not in text[other.statement.quote[-1].end : start]
            and not other.statement.quote[-1].end > start
        ]
        sure = each.stance if each.stance_probability >= _SURE else None
        found.append(find_stance(text, each.statement, language, sure, before))
    return found


def _said_at(
    statement: Statement, times: Sequence[Time], sentences: Sequence[Span]
) -> SaidAt | None:
    """Take the time from around the words of saying; what the content tells is another clock."""
    around = statement.frame or tuple(
        sentence for sentence in sentences if any(sentence.overlap(cue) for cue in statement.cue)
    )
    outside = [
        time
        for time in times
        if time.edtf and ".." not in time.edtf and time.type in ("date", "time")
        if any(part.covers(time.span) for part in around)
        if not any(part.overlap(time.span) for part in statement.quote)
    ]
    if not outside or not statement.cue:
        return None
    nearest = min(
        outside, key=lambda time: min(abs(time.span.start - cue.start) for cue in statement.cue)
    )
    return SaidAt(nearest.edtf or "", nearest.part)
