"""The records of an annotated dossier."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from zufolge.actor import Actor
from zufolge.article import Article
from zufolge.evaluate.names import plain
from zufolge.mention import Place, Quantity, Time
from zufolge.relation import Origin, Relation
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Party, Spans, Statement


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """An annotated statement; the fields are those of the guide, spans are half-open.

    Args:
        key: its id in the dossier ("s1").
        article: the key of its article ("a1").
        actor: canonical name of the speaker, or None.
        chain: canonical names.
    """

    key: str
    article: str
    quote: Spans
    type: str
    stance: str
    speaker: Spans
    actor: str | None
    cue: Spans
    addressee: Spans
    channel: Spans
    distance: Spans
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """An annotated relation between two statements, by their keys."""

    source: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class GoldOrigin:
    """A group of same statements, by their keys, with the number of their independent origins."""

    statements: frozenset[str]
    count: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """A few articles on one matter with their annotations.

    Args:
        name: for messages.
        articles: by key, in order.
        statements: of all articles; times, places and quantities each with its article's key.
        relations: within and across the articles; origins likewise.
        aliases: for each canonical name the plain forms (``names.plain``) it may appear in.
        kinds: for each canonical name the kind of actor.
    """

    name: str
    articles: Mapping[str, Article]
    statements: tuple[GoldStatement, ...] = ()
    times: tuple[tuple[str, Time], ...] = ()
    places: tuple[tuple[str, Place], ...] = ()
    quantities: tuple[tuple[str, Quantity], ...] = ()
    relations: tuple[GoldRelation, ...] = ()
    origins: tuple[GoldOrigin, ...] = ()
    aliases: Mapping[str, frozenset[str]] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)

    def means(self, canonical: str | None, name: str | None) -> bool:
        """Tell whether a name stands for the actor with that canonical name.

        Args:
            canonical: as annotated, or None.
            name: as found, or None.

        Returns:
            True if it is one of the aliases, or both are None.
        """
        if canonical is None or name is None:
            return canonical is name
        return plain(name) in self.aliases.get(canonical, frozenset()) | {plain(canonical)}

    def reports(self) -> list[Report]:
        """Return the annotations as the records that a perfect reading would give."""
        return [self._report(key) for key in self.articles]

    def links(self) -> tuple[list[Relation], list[Origin]]:
        """Return relations and origins as the records that a perfect linking would give."""
        ids = {each.key: self._statement(each).id for each in self.statements}
        relations = [
            Relation(ids[r.source], r.kind, ids[r.target], "annotated", 1.0) for r in self.relations
        ]
        groups = [tuple(sorted(ids[key] for key in o.statements)) for o in self.origins]
        counts = [origin.count for origin in self.origins]
        return relations, [Origin(*each) for each in zip(groups, counts, strict=True)]

    def _report(self, key: str) -> Report:
        article = self.articles[key]
        statements = [each for each in self.statements if each.article == key]
        names = dict.fromkeys(
            name for each in statements for name in (each.actor, *each.chain) if name
        )
        return Report(
            article,
            tuple(self._statement(each) for each in statements),
            tuple(self._actor(key, name) for name in names),
            tuple(time for article_key, time in self.times if article_key == key),
            tuple(place for article_key, place in self.places if article_key == key),
            tuple(quantity for article_key, quantity in self.quantities if article_key == key),
        )

    def _actor(self, article: str, name: str) -> Actor:
        mentions: tuple[Span, ...] = tuple(
            span
            for each in self.statements
            if each.article == article and each.actor == name
            for span in each.speaker
        )
        kind = self.kinds.get(name, "person")
        return Actor(self.articles[article].id, name, kind, mentions)

    def _statement(self, gold: GoldStatement) -> Statement:
        actor = self._actor(gold.article, gold.actor).id if gold.actor else None
        return Statement(
            article=self.articles[gold.article].id,
            quote=gold.quote,
            type=gold.type,
            stance=gold.stance,
            speaker=Party(gold.speaker, actor) if gold.speaker else None,
            addressee=Party(gold.addressee) if gold.addressee else None,
            cue=gold.cue,
            channel=gold.channel,
            distance=gold.distance,
            chain=tuple(self._actor(gold.article, name).id for name in gold.chain),
        )
