"""Offices: what an article calls a person beside the name, and whether two such offices agree."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from zufolge.annotate.actors.lexicon import lemma
from zufolge.languages import GERMAN, Language
from zufolge.link.names import PersonName, body_name, fold, office_head
from zufolge.span import Span

_WORD = re.compile(r"[^\W_]+(?:[-‑][^\W_]+)*")
_ORIGIN = re.compile(r"(.{2,}?)isch(?:e|er|es|en|em)$")
_BEFORE = re.compile(
    r"((?:[a-zäöüß]+(?:e|en|er) )?[A-ZÄÖÜ][\w-]+"
    r"(?: (?:des|der|von|im|in|für) (?:[a-zäöüß]+ )?[A-ZÄÖÜ][\w-]+)?),? (?:(?:Dr|Prof)\. )*$"
)
_BEHIND = re.compile(
    r" ?(?:\([^)]{1,30}\))?, ((?:(?:seit|früher|einst|ehemals) )?[^,.;:„“»«\n]{4,80})[,.]"
)
_OWNER = re.compile(r" ?(?:des|der|von) (?:(\w+isch)en )?([A-ZÄÖÜ][\w-]+)")
_MOST = 6
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """An office that an article gives a person.

    Args:
        head: in lower case, in the masculine („kremlsprecher“).
        of: the body or land it belongs to, folded („aussenministerium“, „belaruss“), or ``""``.
        written: as the text has it, in the nominative („Kremlsprecherin“); makes no difference.
    """

    head: str
    of: str = ""
    written: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Return the office as a reason shows it."""
        shown = self.written or self.head
        return f"{shown} ({self.of})" if self.of else shown


def offices(
    mentions: Sequence[Span], person: PersonName, text: str, language: Language = GERMAN
) -> tuple[Office, ...]:
    """Read the offices that stand in, before and behind the mentions of a person.

    Args:
        mentions: where the person is mentioned.
        person: the parts of the name.
        text: the article's text.
        language: supplies the table ``actors``.

    Returns:
        The offices, sorted; „Sprecher“ is left out where „Kremlsprecher“ is known.
    """
    found: set[Office] = set()
    for word in person.offices:
        found |= _read(word, language)
    for mention in mentions:
        for told in _told(mention, person, text):
            found |= _read(told, language)
    whole = {office for office in found if not _is_told_better(office, found)}
    return tuple(sorted(whole))[:_MOST]


def is_specific(office: Office, language: Language = GERMAN) -> bool:
    """Tell whether an office is hardly held by two namesakes („Kremlsprecher“, not „Anwalt“)."""
    return bool(office.of) or office.head not in language.table("identity")["offices"]["general"]


def compare_offices(
    left: Sequence[Office], right: Sequence[Office], language: Language = GERMAN
) -> tuple[str, tuple[Office, Office] | None]:
    """Compare the offices of two people.

    Args:
        left: the offices of the one.
        right: those of the other.
        language: supplies the tables ``actors`` and ``identity``.

    Returns:
        ``agrees`` with the pair that does; ``differs`` with one that does not where none could be
        the same; ``unknown`` where a side has none or one may be short for the other.
    """
    differing = open_pair = None
    for one in left:
        for other in right:
            verdict = _compare(one, other, language)
            if verdict == "agrees":
                return verdict, (one, other)
            if verdict == "unknown":
                open_pair = open_pair or (one, other)
            differing = differing or (one, other)
    if open_pair or not differing:
        return "unknown", open_pair
    return "differs", differing


def same_origin(left: str, right: str, language: Language = GERMAN) -> bool:
    """Tell whether two folded stems name one land („russ“ and „russland“, „poln“ and „polen“)."""
    if left == right:
        return True
    lands = _lands(language)
    one, other = lands.get(left, left), lands.get(right, right)
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_STEM and long.startswith(short)


@cache
def _lands(language: Language) -> dict[str, str]:
    """Return the one name of a land that its irregular adjectives and its capital stand for."""
    found = {}
    for group in language.table("identity")["origins"]["same"]:
        found.update({fold(each): fold(group[1]) for each in group})
    for capital, land in language.table("actors")["metonymy"]["seats"].items():
        found[fold(capital)] = found.get(fold(land), fold(land))
    return found


def _is_told_better(office: Office, others: set[Office]) -> bool:
    return any(
        other != office
        and other.head.endswith(office.head)
        and (other.head != office.head or bool(other.of))
        and not office.of
        for other in others
    )


def _told(mention: Span, person: PersonName, text: str) -> Iterator[str]:
    """Yield what stands in, before and behind a mention and may name an office."""
    words = mention.of(text)
    named = words.find(person.words[0])
    if named < 0:
        named = words.find(person.surname)
    if named < 0:
        yield words
        return
    yield words[:named]
    before = _BEFORE.search(text[max(0, mention.start - 80) : mention.start])
    if named == 0 and before:
        yield before[1]
    behind = _BEHIND.match(text, mention.end)
    if behind:
        yield behind[1]


def _read(told: str, language: Language) -> set[Office]:
    """Read the office of „der belarussische Präsident“, „Sprecherin des Außenministeriums“."""
    origin = ""
    for match in _WORD.finditer(told):
        word = match.group()
        adjective = _ORIGIN.match(word)
        if adjective and word[0].islower():
            origin = fold(adjective[1])
        head = office_head(word, language) if word[0].isupper() else None
        if head is not None:
            owner = _OWNER.match(told, match.end())
            of = _owner(owner, language) if owner else origin
            return {Office(head, of, _nominative(word, language))}
    return set()


def _nominative(word: str, language: Language) -> str:
    """Return a noun without case ending, its capitals as they stand („Präsidenten“: Präsident)."""
    base = lemma(word, language.code)
    kept = word[: len(base)]
    return kept if kept.lower() == base else base[:1].upper() + base[1:]


def _owner(match: re.Match[str], language: Language) -> str:
    noun = match[2].removesuffix("s")
    name = body_name(noun, language)
    words = (fold(match[1].removesuffix("isch")) if match[1] else "", name.key if name else noun)
    return " ".join(filter(None, words))


def _compare(left: Office, right: Office, language: Language) -> str:
    alike = left.of == right.of or any(
        same_origin(one, other, language) for one in left.of.split() for other in right.of.split()
    )
    if left.of and right.of and not alike:
        return "differs"
    same = left.head == right.head
    known = is_specific(left, language) and is_specific(right, language)
    if same or (known and _synonyms(left.head, right.head, language)):
        of_one = bool(left.of and right.of)
        return "agrees" if of_one or (known and not _half(left, right, language)) else "unknown"
    short, long = sorted((left.head, right.head), key=len)
    return "unknown" if long.endswith(short) else "differs"


def _half(left: Office, right: Office, language: Language) -> bool:
    """Tell whether only one of two general offices says whose it is („Präsident“)."""
    general = language.table("identity")["offices"]["general"]
    return (left.head in general or right.head in general) and not (left.of and right.of)


def _synonyms(left: str, right: str, language: Language) -> bool:
    """Tell whether the table has two offices in one group („Regierungschef“, „Premier“)."""
    return any(
        left in group and right in group for group in language.table("actors")["offices"]["same"]
    )
