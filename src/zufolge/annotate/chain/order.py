"""Puts the links of a chain in order: from its origin to whoever stands nearest to the article."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from zufolge.actor import Actor
from zufolge.annotate.chain.links import Links
from zufolge.annotate.chain.surroundings import outer, same_span
from zufolge.article import Article
from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Statement


def find_chain(
    article: Article,
    statement: Statement,
    links: Mapping[str, Links],
    statements: Sequence[Statement],
    by_span: Mapping[Span, str],
    actors: Mapping[str, Actor],
    language: Language,
) -> tuple[str, ...]:
    """Return the actors from the origin of a statement to whoever stands nearest to the article.

    A statement inside another one's quote goes on with that one's chain; a sentence that carries on
    what was passed on before keeps the links. The article's own outlet is never a link.

    Args:
        article: the article.
        statement: one of its statements with its speaker resolved.
        links: by the ids of statements, the mentions of their links.
        statements: all statements of the article.
        by_span: the actor's id of every resolved span.
        actors: the actors by their ids.
        language: supplies the table ``links``.

    Returns:
        Ids of actors without repetition; empty where nobody is named.
    """
    own = _own_ids(article, actors, language)
    statement = _carried_on(statement, statements) or statement
    chain: list[str] = []
    seen: set[str] = set()
    current: Statement | None = statement
    while current is not None and current.id not in seen:
        seen.add(current.id)
        told = _told(current, article, links, statements, language)
        speaker = current.speaker.actor if current.speaker else None
        chain += [by_span[s] for s in reversed(told.origin) if s in by_span]
        chain += [speaker] if speaker else []
        chain += [by_span[s] for s in told.relay if s in by_span]
        current = outer(current, statements)
    if statement.speaker is None and not chain:
        return ()
    kept = [actor for actor in dict.fromkeys(chain) if actor not in own]
    return tuple(kept)


def _own_ids(article: Article, actors: Mapping[str, Actor], language: Language) -> set[str]:
    source = (article.source or "").lower()
    if not source:
        return set()
    table = language.table("actors")["outlets"]["agencies"]
    # An agency's texts are marked by its letters and tell its full name ("dpa").
    own = {source, f"die {source}", f"der {source}", f"das {source}"}
    own |= {full for short, full in table.items() if short in re.split(r"[/-]", source)}
    return {key for key, actor in actors.items() if actor.name.lower() in own}


def _told(
    statement: Statement,
    article: Article,
    links: Mapping[str, Links],
    statements: Sequence[Statement],
    language: Language,
) -> Links:
    """Return a statement's links, or those of the statement that it carries on."""
    own = links.get(statement.id, Links())
    if own.origin or own.relay or not _continues(statement, article, language):
        return own
    if statement.speaker is None:
        return own
    earlier = [
        s
        for s in statements
        if s is not statement
        and s.speaker is not None
        and s.speaker.actor == statement.speaker.actor
        and s.id in links
        and (links[s.id].origin or links[s.id].relay)
    ]
    before = [s for s in earlier if s.quote[0].start < statement.quote[0].start]
    previous = statements[max(0, statements.index(statement) - 1)]
    same = [s for s in before if same_span(s, statement) or s is previous]
    nearest = max(same, key=lambda s: s.quote[0].start, default=None)
    if nearest is None and not before and statements[0] is statement and earlier:
        # A headline tells beforehand what the text attributes.
        nearest = earlier[0]
    return links[nearest.id] if nearest else own


def _carried_on(statement: Statement, statements: Sequence[Statement]) -> Statement | None:
    """Return the nested statement that one without a cue carries on with the same speaker."""
    if statement.cue or statement.speaker is None or outer(statement, statements):
        return None
    before = [
        s
        for s in statements
        if s.cue and same_span(s, statement) and s.quote[0].start < statement.quote[0].start
    ]
    return before[-1] if before and outer(before[-1], statements) else None


def _taken_up(statement: Statement, article: Article, language: Language) -> bool:
    """Tell whether the speaker is taken up („ließ er offen“, „fragte die Managerin“)."""
    if statement.speaker is None:
        return False
    words = statement.speaker.spans[0].of(article.text).lower().split()
    pronouns = language.table("actors")["pronouns"]
    if len(words) == 1:
        return words[0] in pronouns["m"] or words[0] in pronouns["f"]
    return len(words) == len(("die", "Managerin")) and words[0] in ("der", "die")


def _continues(statement: Statement, article: Article, language: Language) -> bool:
    """Tell whether a statement goes on with words that were passed on before."""
    if _taken_up(statement, article, language):
        return True
    if not statement.cue or statement.type in ("indirect_free_indirect", "free_indirect"):
        return True
    words = language.table("links")["continuing"]
    return all(cue.of(article.text).lower() in words for cue in statement.cue)


def fill_chains(
    article: Article,
    statements: Sequence[Statement],
    links: Sequence[Links],
    by_span: Mapping[Span, str],
    actors: Iterable[Actor],
    language: Language,
) -> list[Statement]:
    """Return the statements with their chains filled in.

    Args:
        article: the article.
        statements: its statements with speakers resolved.
        links: the links of each, in the same order.
        by_span: the actor's id of every resolved span.
        actors: the article's actors.
        language: supplies the table ``links``.

    Returns:
        The same statements with ``chain``.
    """
    by_id = {s.id: told for s, told in zip(statements, links, strict=True)}
    known = {actor.id: actor for actor in actors}
    return [
        replace(s, chain=find_chain(article, s, by_id, statements, by_span, known, language))
        for s in statements
    ]
