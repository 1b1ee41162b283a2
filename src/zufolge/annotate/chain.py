"""Finds the chain of a statement: from its origin to whoever stands nearest to the article."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from zufolge.actor import Actor
from zufolge.annotate.actors.lexicon import general_class
from zufolge.annotate.actors.phrases import parse_phrase
from zufolge.annotate.sentences import sentences
from zufolge.article import Article
from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Spans, Statement

_CAPITAL = r"[A-ZÄÖÜŠŽČŁŚĆ0-9][\w&.’'-]*\w"
_QUOTED = "[„“\"»][^„“\"»«\n]{2,40}[“”\"«]"
_NAME = rf"(?:{_QUOTED}|{_CAPITAL}(?: {_CAPITAL}){{0,3}}(?: {_QUOTED})?)"
_DETERMINER = (
    r"(?:[Dd](?:er|ie|as|em|en|es)|[Ee]ine?[mnrs]?|[Ii]hre?[mnrs]?|[Ss]eine?[mnrs]?|mehrere[nr]?)"
)
_NP = (
    rf"(?P<np>(?:{_DETERMINER} )?(?:[a-zäöüß]+(?:e|en|er|es|em|te|ten|ter) ){{0,3}}{_NAME}"
    rf"(?: (?:des|der|von|aus|in|im|vom|zwischen) (?:[a-zäöüß]+(?:en|er) )?{_NAME})?)"
)


@dataclass(frozen=True, slots=True)
class Links:
    """Mentions of links of a statement's chain other than the speaker.

    Args:
        origin: those before the speaker, whom the speaker relies on, the nearest first.
        relay: those behind the speaker, who pass the words on, the nearest first.
    """

    origin: Spans = ()
    relay: Spans = ()


def find_links(
    article: Article,
    statements: Sequence[Statement],
    names: Iterable[tuple[Span, str]],
    language: Language,
) -> list[Links]:
    """Find the mentions of links by their constructions.

    „…, meldete Terpress unter Berufung auf die Küstenwache“: origin „die Küstenwache“. „…, sagte
    Orlow der Agentur Terpress zufolge“: relay „der Agentur Terpress“.

    Args:
        article: the article.
        statements: its statements in the order of their quotes.
        names: spans of names with their kind.
        language: supplies the tables ``links`` and ``actors``.

    Returns:
        The links of each statement, without those that it inherits.
    """
    text = article.text
    borders = sentences(text, language)
    bodies = [span for span, kind in names if kind in ("ORG", "OTH")]
    return [_links_of(text, s, statements, borders, bodies, language) for s in statements]


def _links_of(
    text: str,
    statement: Statement,
    statements: Sequence[Statement],
    borders: Sequence[Span],
    bodies: Sequence[Span],
    language: Language,
) -> Links:
    window = _window(statement, borders)
    speaker = statement.speaker.spans[0] if statement.speaker else None
    taken = [speaker] if speaker else []
    inside = [
        *statement.quote,
        *(q for other in statements for q in other.quote if _within(statement, other)),
    ]
    origin = [
        span
        for span in _search(text, window, _patterns(language.code, "origin"))
        if not any(span.overlap(t) for t in [*taken, *inside])
    ]
    relay = [
        span
        for span in _search(text, window, _patterns(language.code, "relay"))
        if is_outlet(text, span, bodies, language)
        and not any(span.overlap(t) for t in [*taken, *inside, *origin])
        and _speaks_once(span, statement, statements)
    ]
    addressee = statement.addressee.spans[0] if statement.addressee else None
    if addressee and is_outlet(text, addressee, bodies, language):
        relay = [addressee, *(span for span in relay if not span.overlap(addressee))]
    if speaker and origin and is_outlet(text, speaker, bodies, language):
        relay = [span for span in relay if span not in origin]
    return Links(tuple(dict.fromkeys(origin)), tuple(dict.fromkeys(relay)))


def _within(outer: Statement, inner: Statement) -> bool:
    return inner is not outer and any(
        o.covers(i) and o != i for o in outer.quote for i in inner.quote
    )


def _speaks_once(span: Span, statement: Statement, statements: Sequence[Statement]) -> bool:
    """Tell whether an outlet does not speak for itself in the same sentence."""
    return not any(
        other.speaker is not None
        and other.speaker.spans[0].overlap(span)
        and not _encloses(other, statement)
        for other in statements
        if other is not statement
    )


def _encloses(outer: Statement, inner: Statement) -> bool:
    return bool(inner.quote) and any(q.covers(inner.quote[0]) for q in outer.quote)


def _window(statement: Statement, borders: Sequence[Span]) -> Span:
    """Return the sentences in which the statement is introduced, and the next one."""
    marks = [*statement.cue, *statement.frame]
    if not marks:
        return Span(0, 0)
    if statement.speaker and any(
        b.overlap(statement.speaker.spans[0]) and b.overlap(m) for b in borders for m in marks
    ):
        marks.append(statement.speaker.spans[0])
    start, end = min(m.start for m in marks), max(m.end for m in marks)
    touched = [b for b in borders if b.end > start and b.start < end]
    if not touched:
        return Span(start, end)
    following = [b for b in borders if b.start >= touched[-1].end][:1]
    # A quotation of several sentences: only where it is introduced counts.
    stop = following[0].end if following else touched[-1].end
    return Span(touched[0].start, stop)


def _search(text: str, window: Span, patterns: Iterable[re.Pattern[str]]) -> list[Span]:
    found: list[Span] = []
    for pattern in patterns:
        for match in pattern.finditer(text, window.start, window.end):
            span = Span(*match.span("np"))
            if not any(span.overlap(other) for other in found):
                found.append(span)
    return sorted(found)


@cache
def _patterns(code: str, group: str) -> tuple[re.Pattern[str], ...]:
    table = Language(code).table("links")
    return tuple(
        re.compile(rf"(?<!\w)(?:{_either_case(pattern).replace('{np}', _NP)})")
        for pattern in table[group]
    )


def _either_case(pattern: str) -> str:
    """Let a pattern begin with a capital letter too."""
    return re.sub(r"^([a-zäöü])", lambda m: f"[{m[1].upper()}{m[1]}]", pattern)


def is_outlet(text: str, span: Span, bodies: Iterable[Span], language: Language) -> bool:
    """Tell whether a phrase names a paper, station, agency or portal.

    Args:
        text: the article's text.
        span: the phrase.
        bodies: spans of names of bodies.
        language: supplies the table ``actors``.

    Returns:
        True for „der Agentur Terpress“, „dem WDR“, „der »Elbtaler Rundschau«“.
    """
    phrase = parse_phrase(text, span, language)
    table = language.table("actors")["outlets"]
    name = phrase.name.lower().strip("\"„“»«")
    if phrase.head and general_class(phrase.head, language.code) == "media":
        return True
    words = [*name.split(), phrase.head.lower()] if name else [phrase.head.lower()]
    if name in table["known"] or any(word in table["known"] for word in words):
        return True
    if any(word.endswith(tuple(table["endings"])) for word in words if word):
        return True
    if words[0] in table["prefixes"] or phrase.head.lower() in table["prefixes"]:
        return True
    acronym = re.fullmatch(r"[A-ZÄÖÜ]{2,5}(?: \w+)?", phrase.name)
    body = any(span.covers(b) for b in bodies)
    return bool(phrase.definite and (acronym or (phrase.quoted and body)))


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
    own = _own_ids(article, actors)
    chain: list[str] = []
    seen: set[str] = set()
    current: Statement | None = statement
    while current is not None and current.id not in seen:
        seen.add(current.id)
        told = _told(current, links, statements, language)
        speaker = current.speaker.actor if current.speaker else None
        chain += [by_span[s] for s in reversed(told.origin) if s in by_span]
        chain += [speaker] if speaker else []
        chain += [by_span[s] for s in told.relay if s in by_span]
        current = _outer(current, statements)
    if statement.speaker is None and not chain:
        return ()
    kept = [actor for actor in dict.fromkeys(chain) if actor not in own]
    return tuple(kept)


def _own_ids(article: Article, actors: Mapping[str, Actor]) -> set[str]:
    source = (article.source or "").lower()
    if not source:
        return set()
    return {
        key for key, actor in actors.items() if actor.name.lower() in (source, f"die {source}")
    }


def _outer(statement: Statement, statements: Sequence[Statement]) -> Statement | None:
    """Return the innermost statement in whose quote this one stands."""
    around = [
        other
        for other in statements
        if other is not statement
        and _encloses(other, statement)
        and other.quote != statement.quote
        and not (other.speaker and statement.speaker and _same_span(other, statement))
    ]
    return min(around, key=lambda o: sum(q.end - q.start for q in o.quote), default=None)


def _same_span(left: Statement, right: Statement) -> bool:
    return (
        left.speaker is not None
        and right.speaker is not None
        and left.speaker.spans == right.speaker.spans
    )


def _told(
    statement: Statement,
    links: Mapping[str, Links],
    statements: Sequence[Statement],
    language: Language,
) -> Links:
    """Return a statement's links, or those of the statement that it carries on."""
    own = links.get(statement.id, Links())
    if own.origin or own.relay or not _continues(statement, language):
        return own
    if statement.speaker is None:
        return own
    earlier = [
        s
        for s in statements
        if s is not statement
        and s.speaker is not None
        and s.speaker.actor == statement.speaker.actor
        and (links.get(s.id, Links()).origin or links.get(s.id, Links()).relay)
        and _same_span(s, statement)
    ]
    before = [s for s in earlier if s.quote[0].start < statement.quote[0].start]
    nearest = max(before, key=lambda s: s.quote[0].start, default=earlier[0] if earlier else None)
    return links[nearest.id] if nearest else own


def _continues(statement: Statement, language: Language) -> bool:
    words = language.table("links")["continuing"]
    return not statement.cue or statement.type in ("indirect_free_indirect", "free_indirect") or any(
        word in words for word in ("demnach",) if len(statement.cue) == 1
    )


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
