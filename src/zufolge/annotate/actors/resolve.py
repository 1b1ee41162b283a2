"""Finds out which actor each speaker is: names first, then descriptions, then pronouns."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from zufolge.actor import Actor
from zufolge.annotate.actors.candidates import Scene, choose_described, choose_pronoun, find_paper
from zufolge.annotate.actors.gather import (
    Entity,
    add_body,
    describe,
    find_body,
    find_person,
    gather_names,
    is_opener,
    named,
    plain,
)
from zufolge.annotate.actors.lexicon import find_noun, first_name_gender, is_first_name
from zufolge.annotate.actors.names import canonical_name, kind_of
from zufolge.annotate.actors.phrases import Phrase, parse_phrase, person_phrase, sender
from zufolge.annotate.sentences import sentences
from zufolge.article import Article
from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Party, Statement

_GENITIVE = re.compile(r"(?:s|’|')\s+[A-ZÄÖÜ]")
_NOUN_BEHIND = re.compile(r"\s([A-ZÄÖÜ][\w-]+)")

Names = Sequence[tuple[Span, str]]


@dataclass(frozen=True, slots=True)
class Resolved:
    """What was found out about the actors of an article.

    Args:
        statements: the statements with the actors of speaker and addressee filled in.
        actors: in the order of their first mention.
        by_span: the actor's id of every span that was resolved.
    """

    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    by_span: dict[Span, str]


def resolve_actors(
    article: Article,
    statements: Sequence[Statement],
    names: Names,
    language: Language,
    further: Iterable[Span] = (),
) -> Resolved:
    """Gather the actors of an article and say which of them each speaker and addressee is.

    „Ministerin Ada Rühl … die CDU-Politikerin … sie“ become one actor „Ada Rühl“. Names are taken
    from the whole text first, so that a pronoun may stand before the name that it means.

    Args:
        article: the article.
        statements: its statements with the spans of their parties.
        names: spans of names with their kind (``PER``, ``ORG``, ``LOC``, ``OTH``), in any order.
        language: supplies the table ``actors``.
        further: spans of other actors, such as the links of chains.

    Returns:
        Statements, actors, and the actor of each span.
    """
    reader = _Reader(article, statements, names, language)
    spans = _party_spans(statements) | set(further)
    phrases = {span: reader.phrase(span) for span in sorted(spans)}
    for span, phrase in phrases.items():
        reader.take_name(span, phrase)
    # „Mein Sohn“ inside a quotation waits until it is known who speaks it.
    for span, phrase in sorted(phrases.items(), key=lambda item: reader.is_own(item[0])):
        reader.take_rest(span, phrase)
    return reader.result()


def _party_spans(statements: Iterable[Statement]) -> set[Span]:
    parties = (party for s in statements for party in (s.speaker, s.addressee) if party)
    return {party.spans[0] for party in parties if party.spans}


class _Reader:
    """Holds what is known while an article is read."""

    def __init__(
        self, article: Article, statements: Sequence[Statement], names: Names, language: Language
    ) -> None:
        self.article, self.statements, self.language = article, statements, language
        self.text = article.text
        self.names = sorted(
            (span, kind) for span, kind in names if not is_opener(span.of(self.text), language)
        )
        self.entities, known = gather_names(self.text, self.names, language)
        self.of_span: dict[Span, Entity | None] = dict(known)
        self.scene = Scene(self.text, sentences(self.text, language), statements, language)
        self.speaking = {s.speaker.spans[0] for s in statements if s.speaker}

    def phrase(self, span: Span) -> Phrase:
        """Take a span apart with what is known of the names inside."""
        span = sender(self.text, span, self.language)
        person = next(
            (
                name
                for name, kind in self.names
                if kind == "PER" and span.covers(name) and not self._possesses(name)
            ),
            None,
        )
        if person is not None:
            parsed = person_phrase(self.text, span, person, self.language)
            if parsed is not None:
                return parsed
        phrase = parse_phrase(self.text, span, self.language)
        body = next((n for n, kind in self.names if kind == "ORG" and n.end == span.end), None)
        inside = self.text[phrase.span.start : body.start].split() if body else ["-"]
        if (
            body
            and span.covers(body)
            and inside in ([], [phrase.determiner], [phrase.determiner.title()])
        ):
            return named(self.text, body, self.language)
        return phrase

    def _possesses(self, name: Span) -> bool:
        """Tell whether a name only tells whose („Quasts Verteidiger“, „Quasts Sprecherin Holt“)."""
        if _GENITIVE.match(self.text, name.end):
            return True
        written = name.of(self.text)
        behind = _NOUN_BEHIND.match(self.text, name.end)
        return (
            written.endswith("s")
            and not is_first_name(written, self.language.code)
            and behind is not None
            and find_noun(behind.group(1), self.language.code) is not None
        )

    def is_own(self, span: Span) -> bool:
        """Tell whether a phrase begins with „mein“ or „unser“ or is „ich“ or „wir“."""
        word = span.of(self.text).split()[0].lower() if span.of(self.text).split() else ""
        own = self.language.table("actors")["pronouns"]["own"]
        return word in own or word.startswith(("mein", "unser"))

    def note(self, span: Span, entity: Entity | None) -> None:
        self.of_span[span] = entity
        if entity is not None:
            entity.mentions = {m for m in entity.mentions if not span.covers(m)} | {span}
            if span in self.speaking:
                entity.spoke.add(span.start)

    def take_name(self, span: Span, phrase: Phrase) -> None:
        """Resolve a phrase that holds a proper name."""
        if self.scene.is_pronoun(span) or not phrase.name or is_opener(phrase.name, self.language):
            return
        if self._is_person(phrase, span):
            name = plain(phrase.name)
            entity = find_person(self.entities, name, span.start)
            if entity is None:
                entity = Entity(name, "person")
                entity.gender = first_name_gender(name, self.language.code)
                self.entities.append(entity)
            elif len(name.split()) > len(entity.name.split()):
                entity.name = name
            describe(entity, phrase, self.language)
        elif self._is_place(span, phrase):
            entity = self._government(phrase)
        else:
            entity = add_body(self.entities, phrase, self.language)
        self.note(span, entity)

    def take_rest(self, span: Span, phrase: Phrase) -> None:
        """Resolve a pronoun or a description."""
        if span in self.of_span and self.of_span[span] is not None:
            return
        if self.scene.is_document(span):
            self.note(span, self._paper(span))
        elif self.scene.is_pronoun(span):
            self.note(span, choose_pronoun(span, self.entities, self.scene))
        elif phrase.head:
            entity = choose_described(phrase, self.entities, self.scene)
            self.note(span, entity or self._new(phrase))
        else:
            self.note(span, None)

    def _new(self, phrase: Phrase) -> Entity:
        """Make an actor of a description that stands for nobody named."""
        name = canonical_name(phrase, self.language)
        owner = self._owner(phrase)
        if owner is not None and owner.kind != "unnamed" and not phrase.determiner[:1].isupper():
            name = f"{name} von {owner.name}"
        elif phrase.definite == "possessive" and not phrase.determiner[:1].isupper():
            name = f"{phrase.determiner} {name}"
        kind = kind_of(phrase, self.language)
        same = next((e for e in self.entities if e.name.lower() == name.lower()), None)
        entity = same or Entity(name, kind, phrase.gender, phrase.plural)
        if same is None:
            self.entities.append(entity)
        describe(entity, phrase, self.language)
        return entity

    def _paper(self, span: Span) -> Entity | None:
        """Return the paper or data set that stands nearest before „darin“ or „daraus“."""
        found = find_paper(self.text, span, self.scene, self.language)
        if found is None:
            return choose_pronoun(span, self.entities, self.scene)
        phrase = self.phrase(found)
        entity = choose_described(phrase, self.entities, self.scene) or self._new(phrase)
        self.note(found, entity)
        return entity

    def _owner(self, phrase: Phrase) -> Entity | None:
        if phrase.definite != "possessive":
            return None
        if phrase.determiner[:1].isupper():
            return find_person(self.entities, phrase.determiner, phrase.span.start)
        span = Span(phrase.span.start, phrase.span.start + len(phrase.determiner))
        owners = [each for each in self.entities if each.kind not in ("document", "data")]
        bodies = self.language.table("actors")["possession"]["of_bodies"]
        if (
            phrase.noun
            and phrase.noun.kind == "person"
            and not phrase.head.lower().endswith(tuple(bodies))
        ):
            # „sein Fahrer“, „ihre Schwester“ are those of people.
            owners = [e for e in owners if e.kind in ("person", "unnamed")]
        return choose_pronoun(span, owners, self.scene, possessive=True)

    def _is_person(self, phrase: Phrase, span: Span) -> bool:
        if phrase.noun is not None:
            return phrase.noun.kind == "person"
        inside = [kind for n, kind in self.names if n.overlap(span)]
        if inside:
            return inside[0] == "PER"
        if phrase.definite or phrase.quoted:
            return False
        words = phrase.name.split()
        known = find_person(self.entities, phrase.name, span.start)
        gender = first_name_gender(phrase.name, self.language.code)
        return known is not None or (len(words) > 1 and bool(gender))

    def _is_place(self, span: Span, phrase: Phrase) -> bool:
        seats = self.language.table("actors")["metonymy"]["seats"]
        if phrase.head:
            return False
        return phrase.name in seats or any(
            kind == "LOC" and span.covers(n) and n.of(self.text) == phrase.name
            for n, kind in self.names
        )

    def _government(self, phrase: Phrase) -> Entity:
        table = self.language.table("actors")["metonymy"]
        country = table["seats"].get(phrase.name, phrase.name)
        name = table["government"].format(country=country)
        entity = find_body(self.entities, name)
        if entity is None:
            entity = Entity(name, "office", "f", False, {"regierung"})
            self.entities.append(entity)
        return entity

    def result(self) -> Resolved:
        speaking = {id(e) for e in self.of_span.values() if e is not None}
        kept = [e for e in self.entities if id(e) in speaking and e.mentions]
        actors = {id(e): self._actor(e) for e in kept}
        by_span = {
            span: actors[id(e)].id for span, e in self.of_span.items() if e and id(e) in actors
        }
        statements = tuple(
            replace(s, speaker=_fill(s.speaker, by_span), addressee=_fill(s.addressee, by_span))
            for s in self.statements
        )
        unique = {actor.id: actor for actor in actors.values()}
        ordered = sorted(unique.values(), key=lambda actor: actor.mentions[0])
        return Resolved(statements, tuple(ordered), by_span)

    def _actor(self, entity: Entity) -> Actor:
        mentions = tuple(sorted(entity.mentions))
        return Actor(self.article.id, entity.name, entity.kind, mentions)


def _fill(party: Party | None, by_span: dict[Span, str]) -> Party | None:
    if party is None or not party.spans:
        return party
    return replace(party, actor=by_span.get(party.spans[0]))
