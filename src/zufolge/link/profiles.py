"""What an article tells of an actor that could tell it from its namesakes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zufolge.actor import Actor
from zufolge.annotate.actors.lexicon import find_noun, general_class
from zufolge.identity import identify
from zufolge.languages import GERMAN, Language
from zufolge.link.bodies import known_forms
from zufolge.link.names import BodyName, PersonName, body_name, fold, person_name
from zufolge.link.offices import Office, is_specific, offices
from zufolge.link.transliteration import readings
from zufolge.report import Report

_WORD = re.compile(r"[^\W_]+(?:[-‑][^\W_]+)*")
_SHORT = re.compile(r" \(([A-ZÄÖÜ][\w-]{1,9})\)")


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor of one article as others are compared with it.

    Args:
        actor: the actor's id.
        article: the article's id.
        name: as recorded.
        kind: one of ``actor.KINDS``.
        person: the parts of the name, for a person.
        body: the parts of the name, for a body or a data source.
        offices: what the article calls the person, sorted.
        short: abbreviations that the article gives in brackets, folded.
    """

    actor: str
    article: str
    name: str
    kind: str
    person: PersonName | None = None
    body: BodyName | None = None
    offices: tuple[Office, ...] = ()
    short: frozenset[str] = frozenset()

    @property
    def persona(self) -> str:
        """The id shared by all actors who are one without anybody having to say so.

        Persons share it if name and office are the same, bodies if their name is one of their
        own. Everybody else has an id for each article.
        """
        return identify("persona", *self._distinction())

    @property
    def shared(self) -> bool:
        """Whether actors of other articles can have the same persona."""
        return self._distinction()[-1] != self.article

    def _distinction(self) -> tuple[object, ...]:
        if self.person is not None and any(map(is_specific, self.offices)):
            offices = [(office.head, office.of) for office in self.offices]
            return ("person", self.person.key, offices)
        if self.body is not None and is_distinct(self.body) and self.kind != "document":
            return ("body", self.body.key, self.body.short, sorted(self.body.origins))
        return (self.kind, fold(self.name), self.article)


def profiles(report: Report, language: Language = GERMAN) -> tuple[Profile, ...]:
    """Return the profiles of a report's actors, in their order.

    Args:
        report: any report.
        language: supplies the tables of names and offices.
    """
    return tuple(_profile(actor, report.article.text, language) for actor in report.actors)


def keys(profile: Profile, language: Language = GERMAN) -> frozenset[str]:
    """Return the keys under which an actor is found by those it could be one with.

    Args:
        profile: any profile.
        language: supplies the table ``identity``.

    Returns:
        For a person every reading of the surname and of the parts of a double one, for a body its
        name and abbreviations; nothing for an unnamed source.
    """
    if profile.person is not None:
        return frozenset(_surname_keys(profile.person, language))
    if profile.body is not None and (is_distinct(profile.body) or profile.body.places):
        return frozenset(_body_keys(profile.body, profile.short, language))
    return frozenset()


def is_distinct(body: BodyName, language: Language = GERMAN) -> bool:
    """Tell whether a body's name is its own („Reuters“), not one of many („die Behörde“)."""
    if body.alone or (body.names and not body.nouns):
        return True
    vague = any(general_class(noun, language.code) for noun in body.nouns)
    return bool(body.places) and (bool(body.names) or not vague)


def _profile(actor: Actor, text: str, language: Language) -> Profile:
    if actor.kind == "person":
        person = person_name(actor.name, language)
        held = offices(actor.mentions, person, text, language) if person else ()
        return Profile(actor.id, actor.article, actor.name, actor.kind, person, None, held)
    if actor.kind == "unnamed":
        return Profile(actor.id, actor.article, actor.name, actor.kind)
    found = (_SHORT.match(text, mention.end) for mention in actor.mentions)
    short = frozenset(fold(match[1]) for match in found if match)
    body = body_name(actor.name, language)
    if body is not None and _is_person_noun(actor.name, language):
        body = None
    return Profile(actor.id, actor.article, actor.name, actor.kind, None, body, (), short)


def _is_person_noun(name: str, language: Language) -> bool:
    """Tell whether a name begins with somebody („Sprecherin des Außenministeriums“)."""
    words = _WORD.findall(name)
    number = next((n for n, word in enumerate(words) if word[0].isupper()), None)
    if number is None or any(word[0].isupper() for word in words[number + 1 : number + 2]):
        return False
    noun = find_noun(words[number], language.code)
    return noun is not None and noun.kind == "person"


def _surname_keys(person: PersonName, language: Language) -> Iterator[str]:
    parts = re.split(r"[-‑]", person.surname)
    for word in {person.surname, *(part for part in parts if len(part) > 2)}:
        for reading in readings(word, language):
            yield f"person:{reading}"


def _body_keys(body: BodyName, short: frozenset[str], language: Language) -> Iterator[str]:
    yield f"body:{body.key}"
    if body.nouns and body.origins:
        yield f"body:{' '.join(body.nouns)}"
    if body.nouns and body.names:
        yield f"body:{' '.join(sorted((*body.nouns, *body.names)))}"
        yield f"body:{' '.join(body.nouns)}"
    for each in (*short, body.initials, body.key if body.short else ""):
        if each:
            yield f"short:{each}"
    for form in known_forms(body, language)[:1]:
        yield f"known:{form}"
