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

_CAPITAL = r"(?:[A-ZÄÖÜŠŽČŁŚĆ0-9][\w&.’'-]*\w|\d)"
_QUOTED = '[„“"»][^„“"»«\n]{2,40}[“”"«]'
_NAME = rf"(?:{_QUOTED}|{_CAPITAL}(?: {_CAPITAL}){{0,3}}(?: {_QUOTED})?)"
_DETERMINER = (
    r"(?:[Dd](?:er|ie|as|em|en|es)|[Ee]ine?[mnrs]?|[Ii]hre?[mnrs]?|[Ss]eine?[mnrs]?"
    r"|mehrere[nr]?|zwei|drei)"
)
_LOWER = r"(?:(?!(?:und|oder|mit|von|auf|in|aus|der|die|das) )[a-zäöüß-]+ )"
_COMPLEMENT = rf"(?: (?:des|der|von|aus|in|im|vom|zwischen) (?:[a-zäöüß]+(?:en|er) )?{_NAME})"
_NP = rf"(?P<np>(?:{_DETERMINER} )?{_LOWER}{{0,3}}{_NAME}{_COMPLEMENT}?)"


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
    scene = _Scene(statements, borders, bodies, language)
    return [_links_of(text, statement, scene) for statement in statements]


def _links_of(text: str, statement: Statement, scene: "_Scene") -> Links:
    speaker = statement.speaker.spans[0] if statement.speaker else None
    window = _window(text, statement, scene.borders)
    outer = _outer(statement, scene.statements)
    # What is told inside of somebody's words has its links there; what tells them has them outside.
    hidden = [*([speaker] if speaker else [])]
    hidden += _hidden_quotes(statement, outer, scene.statements)
    shown = _masked(text, window, hidden)
    if outer is not None:
        window = _clip(window, outer)
    outlet = speaker is not None and is_outlet(text, speaker, scene.bodies, scene.language)
    origin = _search(shown, window, _patterns(scene.language.code, "origin"))
    if outlet:
        following = _following(text, window, scene.borders)
        origin += _search(text, following, _patterns(scene.language.code, "next_origin"))
    relay = [
        span
        for span in _search(shown, window, _patterns(scene.language.code, "relay"))
        if is_outlet(text, span, scene.bodies, scene.language)
        and not any(span.overlap(o) for o in origin)
        and _speaks_once(span, statement, scene.statements)
    ]
    relay += [
        span
        for span in _search(shown, window, _patterns(scene.language.code, "reporting"))
        if not any(span.overlap(o) for o in [*origin, *relay])
        and is_body(text, span, scene.bodies, scene.language)
        and _speaks_once(span, statement, scene.statements)
    ]
    relay += [
        span
        for span in _search(shown, window, _patterns(scene.language.code, "witness"))
        if not any(span.overlap(o) for o in [*origin, *relay])
        and _marked(text, span, statement, scene.language)
    ]
    addressee = statement.addressee.spans[0] if statement.addressee else None
    if addressee and is_body(text, addressee, scene.bodies, scene.language):
        relay = [addressee, *(span for span in relay if not span.overlap(addressee))]
    return Links(tuple(dict.fromkeys(origin)), tuple(dict.fromkeys(relay)))


@dataclass(frozen=True, slots=True)
class _Scene:
    statements: Sequence[Statement]
    borders: Sequence[Span]
    bodies: Sequence[Span]
    language: Language


def _hidden_quotes(
    statement: Statement, outer: Statement | None, statements: Sequence[Statement]
) -> list[Span]:
    """Return the quotes that hide what they hold: all but those around the statement."""
    around = {id(s) for s in statements if s is not statement and _encloses(s, statement)}
    return [q for s in statements if id(s) not in around for q in s.quote]


def _masked(text: str, window: Span, hidden: Iterable[Span]) -> str:
    """Blank out stretches, so that a phrase neither starts nor ends in them; offsets stay."""
    shown = list(text)
    for span in hidden:
        for index in range(max(span.start, window.start), min(span.end, window.end)):
            shown[index] = "\x00"
    return "".join(shown)


def _clip(window: Span, outer: Statement) -> Span:
    start = max(window.start, outer.quote[0].start)
    return Span(start, max(start, min(window.end, outer.quote[-1].end)))


def _marked(text: str, span: Span, statement: Statement, language: Language) -> bool:
    """Tell whether „X zufolge“ stands beside a verb that has a speaker of its own."""
    words = language.table("links")["witnessing"]
    cues = [cue.of(text).lower() for cue in statement.cue]
    return (
        statement.speaker is not None
        and any(cue in words for cue in cues)
        and any(cue not in words for cue in cues)
        and span.of(text)[:1] != "\x00"
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
    return bool(inner.quote) and any(
        q.covers(inner.quote[0]) and q != inner.quote[0] for q in outer.quote
    )


def _window(text: str, statement: Statement, borders: Sequence[Span]) -> Span:
    """Return the stretch in which the statement is introduced: its sentence between semicolons."""
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
    left = text.rfind(";", touched[0].start, start) + 1
    right = text.find(";", end, touched[-1].end)
    return Span(max(left, touched[0].start), right if right >= 0 else touched[-1].end)


def _following(text: str, window: Span, borders: Sequence[Span]) -> Span:
    """Return the rest of the sentence behind a window and the sentence after it."""
    here = [b for b in borders if b.start < window.end <= b.end]
    after = [b for b in borders if b.start >= window.end][:1]
    if after and "\n" in text[window.end : after[0].start]:
        after = []
    end = after[0].end if after else here[-1].end if here else window.end
    return Span(window.end, max(window.end, end))


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
    if pattern.startswith("(?:"):
        return "(?i:" + pattern[3:]
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
    if phrase.definite in ("demonstrative", "possessive") and not phrase.name:
        # „dieser Zeitung“, „unserer Redaktion“ is the article's own.
        return False
    table = language.table("actors")["outlets"]
    name = phrase.name.lower().strip('"„“»«')
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


def is_body(text: str, span: Span, bodies: Iterable[Span], language: Language) -> bool:
    """Tell whether a phrase is an outlet or a body known by its name only („der Marcador“).

    Whoever is told something or passes it on and has no other noun is taken for an outlet.

    Args:
        text: the article's text.
        span: the phrase.
        bodies: spans of names of bodies.
        language: supplies the table ``actors``.
    """
    if is_outlet(text, span, bodies, language):
        return True
    phrase = parse_phrase(text, span, language)
    named = any(span.covers(body) and body.end == span.end for body in bodies)
    return named and phrase.noun is None and phrase.definite in ("", "definite")


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
        current = _outer(current, statements)
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
    same = [s for s in before if _same_span(s, statement) or s is previous]
    nearest = max(same, key=lambda s: s.quote[0].start, default=None)
    if nearest is None and not before and statements[0] is statement and earlier:
        # A headline tells beforehand what the text attributes.
        nearest = earlier[0]
    return links[nearest.id] if nearest else own


def _carried_on(statement: Statement, statements: Sequence[Statement]) -> Statement | None:
    """Return the nested statement that one without a cue carries on with the same speaker."""
    if statement.cue or statement.speaker is None or _outer(statement, statements):
        return None
    before = [
        s
        for s in statements
        if s.cue and _same_span(s, statement) and s.quote[0].start < statement.quote[0].start
    ]
    return before[-1] if before and _outer(before[-1], statements) else None


def _by_pronoun(statement: Statement, article: Article, language: Language) -> bool:
    """Tell whether the speaker is taken up by a pronoun („ließ er offen“)."""
    if statement.speaker is None:
        return False
    word = statement.speaker.spans[0].of(article.text).lower()
    pronouns = language.table("actors")["pronouns"]
    return word in pronouns["m"] or word in pronouns["f"]


def _continues(statement: Statement, article: Article, language: Language) -> bool:
    """Tell whether a statement goes on with words that were passed on before."""
    if _by_pronoun(statement, article, language):
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
