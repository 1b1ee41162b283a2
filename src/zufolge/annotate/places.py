"""Places: named places with coordinates, found in a gazetteer.

A name alone proves little in German, where every noun has a capital; so a city counts only in a
context that tells a place ("in Kiew", "die Stadt Kiew", a dateline), a capital only in one that
tells the city and not its government. Names of organisations and persons are left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from zufolge.annotate.words import words
from zufolge.gazetteer import Entry, Gazetteer, shipped
from zufolge.gazetteer.choice import choose
from zufolge.languages import Language
from zufolge.mention import Place
from zufolge.span import Span

_LONGEST = 5
_OPENING = frozenset("\"„»«‚‘›‹'(«[")
# Inhabitants of a city that its bare name tells, of one that a common word may mean, the same
# abroad.
_LARGE, _SMALL, _STRANGE = 100_000, 5_000, 200_000


@dataclass(frozen=True, slots=True)
class _Name:
    """A name at the words ``[first, last)`` that the gazetteer knows."""

    first: int
    last: int
    span: Span
    entries: tuple[Entry, ...]
    genitive: bool

    @property
    def areas(self) -> bool:
        """Whether the name is one of a country or region."""
        return any(entry.kind in ("country", "region") for entry in self.entries)

    @property
    def capital(self) -> bool:
        return any(entry.kind == "capital" for entry in self.entries)


@dataclass(slots=True)
class _Reading:
    """The words of a text and what was found in it so far."""

    text: str
    language: Language
    spans: list[Span]
    lower: list[str] = field(default_factory=list)

    def word(self, number: int) -> str:
        return self.spans[number].of(self.text) if 0 <= number < len(self.spans) else ""

    def small(self, number: int) -> str:
        return self.lower[number] if 0 <= number < len(self.spans) else ""

    def listed(self, number: int, name: str) -> bool:
        return self.small(number) in _words(self.language, "context", name)

    def breaks(self, number: int) -> bool:
        """Tell whether a line or the text begins at a word."""
        if number <= 0:
            return True
        return "\n" in self.text[self.spans[number - 1].end : self.spans[number].start]


def find_places(
    text: str,
    language: Language,
    *,
    country_hint: Sequence[str] = (),
    names: Sequence[tuple[Span, str]] | None = None,
    gazetteer: Gazetteer | None = None,
) -> list[Place]:
    """Find the named places of a text.

    Args:
        text: any text; it is not altered.
        language: supplies the table ``places``.
        country_hint: ISO 3166 codes of countries that the text is known to be about.
        names: named entities as spans with their kind (PER, ORG, LOC, OTH), where a model has
            found them: a LOC needs no other context, a PER or ORG is no place.
        gazetteer: the shipped one by default.

    Returns:
        The places from left to right, not overlapping.
    """
    reading = _Reading(text, language, words(text))
    reading.lower = [span.of(text).lower() for span in reading.spans]
    found = _lookup(reading, gazetteer or shipped())
    accepted = _accepted(reading, found, names)
    entries = {
        _key(name): name.entries if _is_entity(name, names) else _sensible(reading, name)
        for name in accepted
    }
    prior = language.table("places")["choice"]["prior"]
    chosen = choose(entries, prior, frozenset(country_hint))
    return [
        Place(name.span, entry.name, entry.lat, entry.lon, entry.country)
        for name in accepted
        if (entry := chosen.get(_key(name))) is not None
    ]


@cache
def _words(language: Language, part: str, name: str) -> frozenset[str]:
    return frozenset(language.table("places")[part][name])


def _key(name: _Name) -> str:
    return name.entries[0].name + str(len(name.entries))


def _lookup(reading: _Reading, gazetteer: Gazetteer) -> list[_Name]:
    """Find the longest names that the gazetteer knows, from left to right."""
    found, position = [], 0
    while position < len(reading.spans):
        name = None
        if reading.word(position)[:1].isupper():
            name = _longest(reading, position, gazetteer)
        if name:
            found.append(name)
        position = name.last if name else position + 1
    return found


def _longest(reading: _Reading, first: int, gazetteer: Gazetteer) -> _Name | None:
    start = reading.spans[first].start
    for last in range(min(first + _LONGEST, len(reading.spans)), first, -1):
        span = Span(start, reading.spans[last - 1].end)
        slice_ = span.of(reading.text)
        if "\n" in slice_ or not (slice_[-1].isalpha() or slice_[-1] == ")"):
            continue
        if slice_.lower() in _words(reading.language, "choice", "never"):
            continue
        for genitive in (False, True):
            if genitive and not (slice_.endswith("s") and len(slice_) > 4):
                break
            entries = tuple(gazetteer.find(slice_[:-1] if genitive else slice_))
            if genitive and not any(e.primary and e.trust == 1 for e in entries):
                continue
            if entries:
                return _Name(first, last, span, entries, genitive)
    return None


def _accepted(
    reading: _Reading, found: list[_Name], names: Sequence[tuple[Span, str]] | None
) -> list[_Name]:
    accepted: list[_Name] = []
    for number, name in enumerate(found):
        # "Bayern München", "Werder Bremen": two names in a row are a club.
        double = any(
            _is_one_space(reading, *sorted((name, other), key=lambda each: each.first))
            for other in found[max(0, number - 1) : number + 2]
        )
        joined = _joined(reading, name, accepted)
        kind, whole = _entity(name, names), _is_entity(name, names)
        if (double and kind != "LOC") or not _may_be_place(reading, name, kind, whole):
            continue
        if kind == "LOC" and _goes_on(reading, name, names):
            continue
        alone = kind == "LOC" and whole and not name.capital
        if alone or _is_place(reading, name, joined, kind == "LOC"):
            accepted.append(name)
    return _with_repeated(reading, found, accepted, names)


def _is_one_space(reading: _Reading, left: _Name, right: _Name) -> bool:
    return reading.text[left.span.end : right.span.start] == " " and left.last == right.first


def _entity(name: _Name, names: Sequence[tuple[Span, str]] | None) -> str | None:
    """Return the kind of the entity that covers most of a name, if a model found one."""
    best = max(names or (), key=lambda entity: entity[0].overlap(name.span), default=None)
    return best[1] if best and best[0].overlap(name.span) else None


def _is_entity(name: _Name, names: Sequence[tuple[Span, str]] | None) -> bool:
    """Tell whether a name is an entity by itself: „Marinestützpunkt [Wilhelmshaven]“."""
    return any(entity == name.span for entity, _ in names or ())


def _goes_on(reading: _Reading, name: _Name, names: Sequence[tuple[Span, str]] | None) -> bool:
    """Tell whether a longer entity has another capital word behind: „[Puerto] Almar“."""
    longer = any(
        entity.covers(name.span) and entity.end > name.span.end for entity, _ in names or ()
    )
    return longer and reading.word(name.last)[:1].isupper()


def _may_be_place(reading: _Reading, name: _Name, kind: str | None, whole: bool) -> bool:
    """Weigh an entity of another kind: a part of its name is no place, the whole may be one.

    „Universität Leipzig“ is an organisation; but where a model takes „Kroatien“ or the „Hopa“ of
    „in Hopa“ for one, what stands around it tells better.
    """
    if kind in (None, "LOC"):
        return True
    if not whole:
        return False
    if name.areas:
        return kind != "PER"
    before = name.first - 1
    return not reading.breaks(name.first) and reading.listed(
        before, "inside" if kind == "PER" else "prepositions"
    )


def _joined(reading: _Reading, name: _Name, accepted: list[_Name]) -> bool:
    """Tell whether a joint ("und", a comma) ties a name to a place before it."""
    return bool(
        accepted
        and accepted[-1].last == name.first - 1
        and reading.listed(name.first - 1, "joints")
        and not reading.breaks(name.first)
    )


def _is_place(reading: _Reading, name: _Name, joined: bool, located: bool) -> bool:
    before = name.first - 1
    while before >= 0 and reading.word(before) in _OPENING and not reading.breaks(before + 1):
        before -= 1
    start = reading.breaks(before + 1)
    if _in_a_name(reading, name, before, start):
        return False
    followed = reading.word(name.last)[:1].isupper()
    if followed and ((name.genitive and not name.areas) or before != name.first - 1):
        return False
    if reading.listed(name.first, "peoples") and reading.listed(before, "people_before"):
        return False
    if reading.listed(before, "nouns") and not start:
        return True
    if _is_dateline(reading, name, start):
        return True
    if reading.listed(name.last, "after_in_names") or reading.word(name.last).isdigit():
        return False
    preposition = not start and reading.listed(before, "prepositions")
    if _is_doubtful(reading, name):
        strong = not start and reading.listed(before, "strong")
        river = not start and name.areas and reading.listed(before, "articles")
        return (strong or river or joined) and bool(_sensible(reading, name))
    if name.areas:
        return True
    if name.capital and not located:
        local = not start and (
            reading.listed(before, "local")
            or (reading.listed(before, "from") and reading.listed(name.last, "onward"))
        )
        return local or joined or (_is_described(reading, before, start))
    described = _is_described(reading, before, start) and any(e.primary for e in name.entries)
    return located or preposition or joined or described or _is_well_known(reading, name)


def _in_a_name(reading: _Reading, name: _Name, before: int, start: bool) -> bool:
    """Tell whether a capitalised word right before makes the name part of another."""
    word = reading.word(before)
    if start or before != name.first - 1 or not word[:1].isalnum():
        return False
    if reading.listed(before, "titles") and not reading.listed(before, "prepositions"):
        return True
    if not (word[:1].isupper() or word[:1].isdigit()):
        return False
    known = any(reading.listed(before, each) for each in ("nouns", "prepositions", "articles"))
    sentence = reading.breaks(before) or reading.word(before - 1) in _ENDS
    if word[:1].isdigit() or (sentence and len(word) <= 5 and not word.isupper()):
        return False
    return not known


_ENDS = frozenset('.!?:„»"“–')


def _is_dateline(reading: _Reading, name: _Name, start: bool) -> bool:
    """Tell whether a name opens a paragraph as "Berlin (dpa) –" or "HANNOVER. Die" do."""
    line = name.first
    while line > 0 and not reading.breaks(line) and reading.word(line - 1) in "/,":
        line -= 2
    if not start and not (line >= 0 and reading.breaks(line)):
        return False
    sign, following = reading.word(name.last), reading.word(name.last + 1)
    if sign == ",":
        return following[:1].isdigit()
    return bool(sign) and sign in "(./–—-" and not (sign in "–—-" and name.areas)


def _is_described(reading: _Reading, before: int, start: bool) -> bool:
    """Tell whether article and adjective stand before: "im benachbarten Frankenthal"."""
    word = reading.word(before)
    return (
        not start
        and word.islower()
        and word.endswith(("en", "e"))
        and reading.listed(before - 1, "articles")
    )


def _is_doubtful(reading: _Reading, name: _Name) -> bool:
    if name.last - name.first > 1:
        return False
    word = name.span.of(reading.text).lower()
    listed = word in _words(reading.language, "choice", "doubtful")
    return listed or min(entry.trust for entry in name.entries) > 1


def _is_well_known(reading: _Reading, name: _Name) -> bool:
    """Tell whether a bare name is enough: a large city of the readers' countries."""
    prior = reading.language.table("places")["choice"]["prior"]
    return (
        any(
            entry.primary
            and entry.trust == 1
            and entry.population >= _LARGE
            and entry.country in prior
            for entry in name.entries
        )
        and not reading.word(name.last)[:1].isupper()
    )


def _sensible(reading: _Reading, name: _Name) -> tuple[Entry, ...]:
    """Return the entries that a name may stand for here; of a common word only large cities."""
    if not _is_doubtful(reading, name):
        return name.entries
    prior = reading.language.table("places")["choice"]["prior"]
    word = name.span.of(reading.text).lower()
    listed = word in _words(reading.language, "choice", "doubtful")
    return tuple(
        entry
        for entry in name.entries
        if entry.kind in ("country", "region")
        or (entry.primary and entry.country in prior and (entry.population >= _SMALL or not listed))
        or (entry.primary and entry.population >= _STRANGE)
        or entry.kind == "capital"
    )


def _with_repeated(
    reading: _Reading,
    found: list[_Name],
    accepted: list[_Name],
    names: Sequence[tuple[Span, str]] | None,
) -> list[_Name]:
    """Add bare mentions of the cities that the text names as places elsewhere."""
    known = {_key(name) for name in accepted}
    more = []
    for name in found:
        following = reading.word(name.last)
        if (
            name not in accepted
            and _key(name) in known
            and not (name.capital or name.areas or name.genitive)
            and not (
                _is_doubtful(reading, name) and not reading.listed(name.first - 1, "prepositions")
            )
            and not following[:1].isupper()
            and _entity(name, names) in (None, "LOC")
            and not _in_a_name(reading, name, name.first - 1, reading.breaks(name.first))
        ):
            more.append(name)
    return sorted([*accepted, *more], key=lambda name: name.span)
