"""Completes the statements of an article: actors, chains, stances, times, places, quantities."""

from collections.abc import Sequence
from dataclasses import replace

from zufolge.annotate.actors import resolve_actors
from zufolge.annotate.attribution import Attribution
from zufolge.annotate.chain import Links, fill_chains, find_links
from zufolge.annotate.names import names
from zufolge.annotate.places import find_places
from zufolge.annotate.quantities import find_quantities
from zufolge.annotate.said import find_said_at
from zufolge.annotate.stance import find_stance
from zufolge.annotate.statements import Told
from zufolge.annotate.times import find_times
from zufolge.article import Article
from zufolge.languages import Language
from zufolge.report import Report

# Where neither verb nor content tells the stance, the model is heard if it is that sure.
_SURE = 0.6
# No paragraph holds more statements that a later one could go on with.
_MOST_BEFORE = 20


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
    quotes = [part for each in told for part in each.statement.quote]
    stances = _stances(article.text, told, language)
    found = [
        replace(
            each.statement,
            stance=stance,
            said_at=find_said_at(
                article.text, each.statement, times, quotes, attribution.sentences, language
            ),
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
        paragraph = text.rfind("\n", 0, start) + 1
        recent = max(0, number - _MOST_BEFORE)
        before = [
            stance
            for other, stance in zip(told[recent:number], found[recent:], strict=True)
            if paragraph <= other.statement.quote[-1].end <= start
        ]
        sure = each.stance if each.stance_probability >= _SURE else None
        found.append(find_stance(text, each.statement, language, sure, before))
    return found
