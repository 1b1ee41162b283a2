"""Finds the mentions of a chain's links by their constructions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from zufolge.annotate.chain.constructions import patterns, search
from zufolge.annotate.chain.outlets import is_body, is_outlet
from zufolge.annotate.chain.surroundings import (
    clip,
    encloses,
    following,
    hidden_quotes,
    introduction,
    masked,
    outer,
)
from zufolge.annotate.noun_phrases import whole_phrase
from zufolge.annotate.sentences import sentences
from zufolge.article import Article
from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Spans, Statement


@dataclass(frozen=True, slots=True)
class Links:
    """Mentions of links of a statement's chain other than the speaker.

    Args:
        origin: those before the speaker, whom the speaker relies on, the nearest first.
        relay: those behind the speaker, who pass the words on, the nearest first.
    """

    origin: Spans = ()
    relay: Spans = ()


@dataclass(frozen=True, slots=True)
class _Scene:
    """The article, with what is known of it."""

    text: str
    statements: Sequence[Statement]
    borders: Sequence[Span]
    bodies: Sequence[Span]
    language: Language

    def search(self, shown: str, window: Span, group: str) -> list[Span]:
        """Return the whole noun phrases in the constructions of a group."""
        found = search(shown, window, patterns(self.language.code, group))
        return [self.whole(span) for span in found]

    def whole(self, span: Span) -> Span:
        """Draw the borders of a phrase that an expression found."""
        around = next((border for border in self.borders if border.overlap(span)), span)
        return whole_phrase(self.text, span, around, self.language)

    def is_outlet(self, span: Span) -> bool:
        """Tell whether a phrase names a paper, station, agency or portal."""
        return is_outlet(self.text, span, self.bodies, self.language)

    def is_body(self, span: Span) -> bool:
        """Tell whether a phrase names a body that may be an outlet."""
        return is_body(self.text, span, self.bodies, self.language)


def find_links(
    article: Article,
    statements: Sequence[Statement],
    names: Iterable[tuple[Span, str]],
    language: Language,
    marked: Mapping[str, Links] | None = None,
    through: Mapping[str, Spans] | None = None,
) -> list[Links]:
    """Find the mentions of links by their constructions.

    „…, meldete Terpress unter Berufung auf die Küstenwache“: origin „die Küstenwache“. „…, sagte
    Orlow der Agentur Terpress zufolge“: relay „der Agentur Terpress“.

    Args:
        article: the article.
        statements: its statements in the order of their quotes.
        names: spans of names with their kind.
        language: supplies the tables ``links`` and ``actors``.
        marked: what a model took for links, by the ids of statements; used where no construction
            tells of any.
        through: who is known to pass a statement on, by the ids of statements.

    Returns:
        The links of each statement, without those that it inherits.
    """
    bodies = [span for span, kind in names if kind in ("ORG", "OTH")]
    borders = sentences(article.text, language)
    scene = _Scene(article.text, statements, borders, bodies, language)
    return [
        _completed(
            _links_of(statement, scene),
            (marked or {}).get(statement.id, Links()),
            (through or {}).get(statement.id, ()),
            statement,
            scene,
        )
        for statement in statements
    ]


def _completed(
    found: Links, marked: Links, through: Spans, statement: Statement, scene: _Scene
) -> Links:
    """Add who is known to pass a statement on, and what a model saw where no rule did."""
    around = outer(statement, scene.statements)
    if around is not None:
        # Whoever speaks around the words passes them on anyway.
        through = tuple(s for s in through if any(part.covers(s) for part in around.quote))
    relay = [*through, *(s for s in found.relay if not any(s.overlap(t) for t in through))]
    taken = [*found.origin, *relay, *(statement.speaker.spans[:1] if statement.speaker else ())]
    origin = list(found.origin)
    for span in (scene.whole(each) for each in marked.origin):
        if not found.origin and not any(span.overlap(other) for other in taken):
            origin.append(span)
            taken.append(span)
    for span in (scene.whole(each) for each in marked.relay):
        free = not any(span.overlap(other) for other in taken)
        if not relay and free and scene.is_outlet(span) and not _inside_outlet(scene.text, span):
            relay.append(span)
    return Links(tuple(origin), tuple(relay))


def _links_of(statement: Statement, scene: _Scene) -> Links:
    text = scene.text
    speaker = statement.speaker.spans[0] if statement.speaker else None
    window = introduction(text, statement, scene.borders)
    around = outer(statement, scene.statements)
    # What is told inside of somebody's words has its links there; what tells them has them outside.
    hidden = [*([speaker] if speaker else []), *hidden_quotes(statement, scene.statements)]
    shown = masked(text, window, hidden)
    if around is not None:
        window = clip(window, around)
    origin = scene.search(shown, window, "origin")
    quoting = any("zitier" in cue.of(text).lower() for cue in statement.cue)
    if quoting and speaker is not None and not scene.is_outlet(speaker):
        # „Einen Lotsen zitierte die Agentur“: she passes on, though she stands behind the verb.
        origin = [span for span in origin if not scene.is_outlet(span)]
    if speaker is not None and scene.is_outlet(speaker):
        behind = following(text, window, scene.borders)
        origin += scene.search(text, behind, "next_origin")
    relay = _relay(statement, shown, window, origin, scene)
    return Links(tuple(dict.fromkeys(origin)), tuple(dict.fromkeys(relay)))


def _relay(
    statement: Statement, shown: str, window: Span, origin: Sequence[Span], scene: _Scene
) -> list[Span]:
    """Return those who pass a statement on."""
    taken = [*origin, *([statement.speaker.spans[0]] if statement.speaker else [])]
    found: list[Span] = []
    for group, accepts in (
        ("relay", scene.is_outlet),
        ("reporting", scene.is_body),
        ("witness", lambda span: _marked(scene.text, span, statement, scene.language)),
    ):
        for span in scene.search(shown, window, group):
            if any(span.overlap(other) for other in (*taken, *found)) or not accepts(span):
                continue
            if group == "witness" or _speaks_once(span, statement, scene.statements):
                found.append(span)
    addressee = statement.addressee.spans[0] if statement.addressee else None
    if addressee and scene.is_body(addressee) and not _inside_outlet(scene.text, addressee):
        found = [addressee, *(span for span in found if not span.overlap(addressee))]
    return found


def _inside_outlet(text: str, span: Span) -> bool:
    """Tell whether somebody spoke in an outlet („im Deutschlandfunk“), which is the channel."""
    words = text[: span.start].split()[-1:] + span.of(text).split()[:1]
    return any(word.lower() in ("im", "in") for word in words)


def _marked(text: str, span: Span, statement: Statement, language: Language) -> bool:
    """Tell whether „X zufolge“ stands beside a verb that has a speaker of its own."""
    words = language.table("links")["witnessing"]
    cues = [cue.of(text).lower() for cue in statement.cue]
    return (
        statement.speaker is not None
        and any(cue in words for cue in cues)
        and any(cue not in words for cue in cues)
    )


def _speaks_once(span: Span, statement: Statement, statements: Sequence[Statement]) -> bool:
    """Tell whether an outlet does not speak for itself in the same sentence."""
    return not any(
        other.speaker is not None
        and other.speaker.spans[0].overlap(span)
        and not encloses(other, statement)
        for other in statements
        if other is not statement
    )
