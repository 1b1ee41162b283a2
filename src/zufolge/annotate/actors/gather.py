"""Gathers the named actors of an article: one entity for all the forms of a name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from zufolge.annotate.actors.lexicon import (
    find_noun,
    first_name_gender,
    general_class,
    is_title,
    lemma,
)
from zufolge.annotate.actors.names import canonical_name, kind_of, nominative_words
from zufolge.annotate.actors.phrases import Phrase, parse_phrase
from zufolge.languages import Language
from zufolge.span import Span

_BEFORE = re.compile(r"(?:[\w-]+\s){0,5}$")
_BRACKET = re.compile(r"\s*\(([^)]{1,40})\)")
_APPOSITION = re.compile(
    r",\s+((?:der|die|das|seit|früher|einst|ehemals|langjährig)?[^,.;:]{3,80})[,.]"
)
_RELATIVE = re.compile(r",\s+(der|die|dessen|deren)\s+\w+")
_AGE = re.compile(r"\b(\d\d)\b")
_WORD = re.compile(r"[\w-]+")
_NOT_NAME = re.compile(r"[„“”\"»«‚‘›‹]")


@dataclass(slots=True)
class Entity:
    """An actor in the making; grows while the article is read.

    Args:
        name: the fullest name so far.
        kind: one of ``actor.KINDS``.
        gender: ``m``, ``f``, ``n`` or ``""`` while unknown.
        plural: whether it is a group.
        heads: lemmas of the nouns that name its office or class.
        marks: adjectives, parties and ages that were told of it.
        classes: general classes of body („media“, „company“).
        mentions: where it is mentioned.
        spoke: positions of those mentions that are speakers.
        short: abbreviations in lower case.
    """

    name: str
    kind: str
    gender: str = ""
    plural: bool = False
    heads: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    mentions: set[Span] = field(default_factory=set)
    spoke: set[int] = field(default_factory=set)
    short: set[str] = field(default_factory=set)

    def last_before(self, position: int) -> int:
        """Return where its last mention before a position begins, or -1."""
        return max((m.start for m in self.mentions if m.start < position), default=-1)

    def first_after(self, position: int) -> int:
        """Return where its first mention behind a position begins, or -1."""
        return min((m.start for m in self.mentions if m.start > position), default=-1)


def gather_names(
    text: str, names: Iterable[tuple[Span, str]], language: Language
) -> tuple[list[Entity], dict[Span, Entity]]:
    """Gather persons and bodies by their names.

    Args:
        text: the article's text.
        names: spans of names with their kind (``PER``, ``ORG``, ``LOC`` or ``OTH``).
        language: supplies the table ``actors``.

    Returns:
        The entities, and the entity of each name's span.
    """
    entities: list[Entity] = []
    of_span: dict[Span, Entity] = {}
    persons = [_trim(text, span, language) for span, kind in names if kind == "PER"]
    # Full names first, so that a headline's bare surname finds the person named further down.
    for span in sorted(persons, key=lambda s: (-len(s.of(text).split()), s.start)):
        entity = find_person(entities, span.of(text), span.start)
        if entity is None:
            entity = Entity(plain(span.of(text)), "person")
            entity.gender = first_name_gender(entity.name, language.code)
            entities.append(entity)
        entity.mentions.add(span)
        of_span[span] = entity
        _read_around(text, span, entity, language)
    for span, kind in names:
        if kind == "ORG":
            entity = add_body(entities, named(text, span, language), language)
            entity.mentions.add(span)
            of_span[span] = entity
            before = _WORD.findall(text[max(0, span.start - 60) : span.start])
            if before and before[-1][0].isupper() and general_class(before[-1], language.code):
                # „die Sportzeitung Marcador“ tells that it is a paper.
                entity.classes.add(general_class(before[-1], language.code))
    return entities, of_span


def is_opener(name: str, language: Language) -> bool:
    """Tell a word that begins a sentence, or a day or a unit, from a name.

    Args:
        name: as found, such as „Gestern“ or „Montag“.
        language: supplies the table ``names``.
    """
    table = language.table("names")
    return plain(name).casefold() in (*table["openers"], *table["units"])


def named(text: str, span: Span, language: Language) -> Phrase:
    """Take a body's proper name as a whole („Deutsche Bahn“), its noun telling what it is.

    Args:
        text: the article's text.
        span: the name.
        language: supplies the table ``actors``.

    Returns:
        A phrase with that name.
    """
    phrase = parse_phrase(text, span, language, known=True)
    if phrase.definite and phrase.head and not phrase.name:
        return phrase
    name = text[phrase.span.start : span.end]
    if phrase.definite:
        name = name.split(maxsplit=1)[-1]
    before = text[max(0, span.start - 4) : span.start].lower()
    determiner = before[:3] if before[3:] == " " else ""
    if determiner == "des":
        first, *others = name.split()
        base = _base(first, language)
        # The genitive stands once („des Instituts Vitalis“).
        name = " ".join([base, *others]) if base != first else name.removesuffix("s")
    if determiner in ("der", "die", "das", "dem", "den", "des"):
        name = " ".join(nominative_words(name.split(), determiner, language))
    nouns = [(w, find_noun(w, language.code)) for w in _WORD.findall(name) if w[0].isupper()]
    head, noun = next(((w, n) for w, n in nouns if n and n.kind != "person"), ("", None))
    if len(nouns) > 1 or not head:
        described = Phrase(phrase.span, "", "", (), head, "", "", noun)
        return replace(described, head="", name=name) if not head else replace(described, name=name)
    return Phrase(phrase.span, "", "", (), head, "", "", noun)


def _base(word: str, language: Language) -> str:
    """Return a noun without its genitive („Auktionshauses“)."""
    base = lemma(word, language.code)
    return word[: len(base)] if word.lower().startswith(base) else word


def plain(name: str) -> str:
    """Return a name without quotation marks and doubled white space."""
    return " ".join(_NOT_NAME.sub("", name).split())


def find_person(entities: Sequence[Entity], name: str, position: int) -> Entity | None:
    """Find the person that a full name, surname or first name belongs to.

    Args:
        entities: those known so far.
        name: as written, perhaps in the genitive.
        position: where it stands; of two with one surname the one named last is meant.

    Returns:
        The person, or null.
    """
    wanted = [word.lower() for word in plain(name).split()]
    if not wanted:
        return None
    forms = {wanted[-1], wanted[-1].removesuffix("s"), wanted[-1].removesuffix("'")}
    found = []
    for entity in entities:
        if entity.kind != "person":
            continue
        words = [word.lower() for word in entity.name.split()]
        if not words:
            continue
        if len(wanted) > 1:
            fits = words[-1] in forms and (len(words) == 1 or words[0] == wanted[0])
        else:
            fits = words[-1] in forms or (len(words) > 1 and words[0] in forms)
        if fits:
            found.append(entity)
    return max(found, key=lambda e: e.last_before(position), default=None)


def add_body(entities: list[Entity], phrase: Phrase, language: Language) -> Entity:
    """Find or make the body that a phrase names („die Heidebau GmbH“, „Polizeidirektion Plön“)."""
    whole = phrase.head and phrase.name and not phrase.definite and phrase.head in phrase.name
    name = plain(phrase.name) if whole else canonical_name(phrase, language)
    entity = find_body(entities, name)
    short = re.match(r"\(([A-ZÄÖÜ][\w-]+)\)", phrase.rest)
    if short:
        entity = entity or find_body(entities, short.group(1))
        name = re.sub(r"\s*\(.*", "", name)
    if entity is None:
        entity = Entity(name, kind_of(phrase, language), phrase.gender, phrase.plural)
        entities.append(entity)
    elif entity.name == f"{name}s" or (
        len(name) > len(entity.name) and not phrase.rest and name != f"{entity.name}s"
    ):
        entity.name = name
    if short:
        entity.short.add(short.group(1).lower())
    describe(entity, phrase, language)
    return entity


def find_body(entities: Sequence[Entity], name: str) -> Entity | None:
    """Find a body by its name, its abbreviation, or a part that names nobody else.

    Args:
        entities: those known so far.
        name: a canonical name.

    Returns:
        The body, or null where none or several fit.
    """
    wanted = _key(name)
    bodies = [e for e in entities if e.kind not in ("person", "unnamed")]
    for entity in bodies:
        key = _key(entity.name)
        if (
            wanted in entity.short
            or key == wanted
            or _initials(entity.name) == wanted
            or key == _initials(name)
        ):
            return entity
    words = set(wanted.split())
    inside = [
        e
        for e in bodies
        if words
        and (words < set(_key(e.name).split()) or words > set(_key(e.name).split()))
        and _distinct(words & set(_key(e.name).split()))
    ]
    return inside[0] if len(inside) == 1 else None


def describe(entity: Entity, phrase: Phrase, language: Language) -> None:
    """Let an entity learn from a phrase that names it: office, gender, class."""
    if phrase.head:
        entity.heads.add(lemma(phrase.head, language.code))
        found = general_class(phrase.head, language.code)
        if found:
            entity.classes.add(found)
    outlets = language.table("actors")["outlets"]
    last = entity.name.lower().split()[-1] if entity.name.split() else ""
    if entity.kind == "organisation" and (
        entity.name.lower() in outlets["known"] or last.endswith(tuple(outlets["endings"]))
    ):
        entity.classes.add("media")
    of_person = phrase.noun is not None and phrase.noun.kind == "person"
    if phrase.gender and (of_person if entity.kind == "person" else not entity.gender):
        entity.gender = phrase.gender
    entity.marks.update(word.lower() for word in phrase.adjectives)


def _key(name: str) -> str:
    words = _WORD.findall(plain(name).lower())
    # A genitive -s is no difference ("Heidebaus").
    return " ".join(word.removesuffix("s") if len(word) > 4 else word for word in words)


def _initials(name: str) -> str:
    letters = [word[0] for word in _WORD.findall(name) if word[0].isupper()]
    return "".join(letters).lower() if len(letters) > 1 else "-"


def _distinct(words: set[str]) -> bool:
    """Tell whether shared words say enough to be one name („heidebau“, not „deutsche“)."""
    return any(len(word) > 3 and not word.endswith(("sche", "scher", "sches")) for word in words)


def _trim(text: str, span: Span, language: Language) -> Span:
    """Leave titles out of a person's name."""
    start = span.start
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group()
        noun = find_noun(word, language.code)
        titled = noun is not None and noun.kind == "person" and match.end() < span.end
        if not (titled and _is_office(word, language)) and not is_title(word, language.code):
            start = match.start()
            break
    return Span(start, span.end)


def _is_office(word: str, language: Language) -> bool:
    """Tell a title from a surname that looks like one: only what the table knows is a title."""
    return lemma(word, language.code) != word.lower() or len(word) > 6


def _read_around(text: str, span: Span, entity: Entity, language: Language) -> None:
    """Learn office, party and age from what stands beside a name."""
    before = _BEFORE.search(text[max(0, span.start - 120) : span.start])
    for word in reversed(_WORD.findall(before.group()) if before else []):
        noun = find_noun(word, language.code) if word[0].isupper() else None
        if noun is None or noun.kind != "person":
            if word[0].islower() and not word.endswith(("en", "er", "e")):
                break
            if word[0].isupper():
                break
            entity.marks.add(word.lower())
            entity.marks.update(re.findall(r"^\d\d(?=-)", word))
            continue
        entity.heads.add(lemma(word, language.code))
        entity.gender = noun.gender
    bracket = _BRACKET.match(text, span.end)
    if bracket:
        entity.marks.update(word.lower() for word in _WORD.findall(bracket.group(1)))
    behind = bracket.end() if bracket else span.end
    apposition = _APPOSITION.match(text, behind)
    if apposition:
        _read_apposition(apposition.group(1), entity, language)
    relative = _RELATIVE.match(text, behind)
    if relative and not entity.gender:
        entity.gender = "m" if relative.group(1) in ("der", "dessen") else "f"


def _read_apposition(told: str, entity: Entity, language: Language) -> None:
    for word in _WORD.findall(told)[:6]:
        if word.isdigit() and _AGE.fullmatch(word):
            entity.marks.add(word)
        noun = find_noun(word, language.code) if word[0].isupper() else None
        if noun and noun.kind == "person" and not noun.plural:
            entity.heads.add(lemma(word, language.code))
            entity.gender = entity.gender or noun.gender
            return
