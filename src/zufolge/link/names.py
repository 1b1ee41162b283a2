"""Takes the names of persons and bodies apart, into what two of them are compared by."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from zufolge.annotate.actors.lexicon import find_noun, general_class, is_epithet, lemma
from zufolge.languages import Language

_WORD = re.compile(r"[^\W_]+(?:[-‑’'.][^\W_]+)*")
_ORIGIN = re.compile(r"(.{2,}?)isch(?:e|er|es|en|em)?$")
_ADJECTIVE = re.compile(
    r"(?:sch|tig|ral|nal|lich|ig|ein|eiß|neu|rot|er)(?:e|er|es|en|em)$|[a-zäöüß]{2}er$"
)
_WITHOUT_UMLAUT = str.maketrans("äöü", "aou")
_CITY = re.compile(r"(.{3,})er$")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name.

    Args:
        given: first names and initials as written, in order.
        surname: as written, a double name as one word; without particles.
        offices: words before the name that say what the person is („Personalvorständin“).
    """

    given: tuple[str, ...]
    surname: str
    offices: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """First names and surname."""
        return (*self.given, self.surname)

    @property
    def key(self) -> str:
        """What equal names have in common: letters a to z, lower case."""
        return " ".join(fold(word) for word in self.words)


@dataclass(frozen=True, slots=True)
class BodyName:
    """The name of a body, a paper or a data source.

    Args:
        nouns: general nouns in it, folded and sorted („polizei“).
        names: what else it is called, folded and sorted („reuters“).
        origins: where it is from, folded stems („russ“, „russland“, „koeln“).
        alone: whether there is only one in the world („Kreml“).
        short: whether the name is an abbreviation.
        initials: the abbreviation that its own words make, or ``""``.
        whole: all its words in their order, folded, without spaces.
    """

    nouns: tuple[str, ...]
    names: tuple[str, ...]
    origins: frozenset[str]
    alone: bool
    short: bool
    initials: str
    whole: str

    @property
    def key(self) -> str:
        """Nouns and names as one string."""
        return " ".join(sorted((*self.nouns, *self.names)))

    @property
    def places(self) -> frozenset[str]:
        """What tells this „Polizei“ from others: the origins, and the names beside a noun."""
        return self.origins | frozenset(self.names) if self.nouns else self.origins


def fold(text: str) -> str:
    """Return a name without case, accents and punctuation; umlauts as two letters.

    „Jens-Uwe Müller“ gives "jensuwe mueller".

    Args:
        text: a name in any script that keeps a form of its own where it is not Latin.

    Returns:
        What two spellings of one name share.
    """
    lower = unicodedata.normalize("NFC", text).casefold()
    return "".join(sign for sign in _ascii(lower) if sign.isalnum() or sign == " ")


@cache
def _ascii(lower: str) -> str:
    lower = lower.translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"})
    split = unicodedata.normalize("NFD", lower)
    return "".join(sign for sign in split if not unicodedata.combining(sign))


@cache
def person_name(name: str, language: Language) -> PersonName | None:
    """Take a person's name apart.

    „Prof. Dr. Ursula von der Leyen“: given Ursula, surname Leyen.

    Args:
        name: as recorded.
        language: supplies the tables ``identity`` and ``actors``.

    Returns:
        Its parts; nothing where no word of it is a name („der Werksleiter“).
    """
    table = language.table("identity")["titles"]
    if name.split()[:1] and name.split()[0].casefold() in language.table("names")["determiners"]:
        return None
    words = _WORD.findall(re.sub(r"\([^)]*\)|,.*", "", name))
    while len(words) > 1 and words[-1].casefold().strip(".") in table["behind"]:
        words = words[:-1]
    offices: list[str] = []
    while words and (_is_title(words[0], table["before"]) or _is_office(words, language)):
        if _is_office(words, language):
            offices.append(words[0])
        words = words[1:]
    words = [w for w in words if w not in table["particles"]]
    if not words or not any(word[0].isupper() or not word[0].isascii() for word in words):
        return None
    return PersonName(tuple(words[:-1]), words[-1], tuple(offices))


def _is_title(word: str, titles: list[str]) -> bool:
    return word.casefold().strip(".") in titles


def _is_office(words: list[str], language: Language) -> bool:
    """Tell whether the first word says what the person is („Bundeskanzlerin“)."""
    noun = find_noun(words[0], language.code) if len(words) > 1 else None
    long_enough = len(words[0]) > 5 and words[0][0].isupper()
    return noun is not None and noun.kind == "person" and long_enough


def office_head(word: str, language: Language) -> str | None:
    """Return an office in lower case and in the masculine, or nothing for other nouns.

    „Außenamtssprecherin“ gives "außenamtssprecher"; „der 54-Jährige“ and „der CDU-Politiker“ hold
    no office.

    Args:
        word: one noun in any case form.
        language: supplies the table ``actors``.
    """
    noun = find_noun(word, language.code)
    if noun is None or noun.kind != "person" or noun.plural or is_epithet(word, language.code):
        return None
    if word.casefold() in language.table("identity")["titles"]["address"]:
        return None
    base = lemma(word, language.code)
    if noun.gender != "f" or not base.endswith("in") or len(base) < 6:
        return base
    stem = base.removesuffix("in")
    plain = stem.translate(_WITHOUT_UMLAUT)
    # „Ärztin“, „Anwältin“: the umlaut goes with the ending.
    return plain if find_noun(plain, language.code) and not find_noun(stem, language.code) else stem


@cache
def body_name(name: str, language: Language) -> BodyName | None:
    """Take a body's name apart.

    „russisches Verteidigungsministerium“ and „Verteidigungsministerium in Moskau“ have one noun
    and each an origin; „Nachrichtenagentur Reuters“ is called "reuters".

    Args:
        name: as recorded.
        language: supplies the tables ``identity``, ``actors`` and ``names``.

    Returns:
        Its parts, or nothing where there is no word.
    """
    tokens = _WORD.findall(re.sub(r"\([^)]*\)", "", name))
    nouns, names, origins = _sorted_out(tokens, language)
    names, nouns = _without_class(names, nouns, language)
    if not nouns and not names:
        names, origins = tokens, []
    if not names and not nouns:
        return None
    whole = " ".join(tokens).casefold()
    unique = language.table("actors")["unique"]["bodies"]
    alone = whole in unique and whole not in language.table("identity")["local"]["bodies"]
    short = len(names) == 1 and not nouns and _is_short(names[0])
    return BodyName(
        nouns=tuple(sorted(fold(_stem(word, language)) for word in nouns)),
        names=tuple(sorted(fold(_uninflected(word)) for word in names)),
        origins=frozenset(origins),
        alone=alone,
        short=short,
        initials=_initials(tokens, language),
        whole="".join(fold(token) for token in tokens if token in (*names, *nouns)),
    )


def _sorted_out(tokens: list[str], language: Language) -> tuple[list[str], list[str], list[str]]:
    """Tell general nouns, proper names and origins of a name's words apart."""
    skipped = (*language.table("names")["determiners"], *language.table("actors")["legal"]["forms"])
    before = language.table("identity")["origins"]["prepositions"]
    nouns: list[str] = []
    names: list[str] = []
    origins: list[str] = []
    for number, token in enumerate(tokens):
        behind = tokens[number - 1].casefold() if number else ""
        following = tokens[number + 1] if number + 1 < len(tokens) else ""
        if token.casefold().strip(".") in skipped or token in before:
            continue
        if behind in before and find_noun(token, language.code) is None:
            origins.append(fold(token))
        elif stem := _origin(token, following, language):
            origins.append(stem)
        elif _is_name(token, following, language):
            names.append(token)
        elif token[0].isupper() or number == len(tokens) - 1:
            nouns.append(token)
    return nouns, names, origins


def _origin(token: str, following: str, language: Language) -> str | None:
    """Return the stem of an adjective of a country or of a city, or nothing."""
    match = _ORIGIN.match(token)
    if match and following and token[0].islower():
        return fold(match[1])
    city, noun = _CITY.match(token), find_noun(following, language.code) if following else None
    if city and token[0].isupper() and noun and noun.kind == "office":
        return fold(city[1])
    return None


def _is_name(word: str, following: str, language: Language) -> bool:
    """Tell a proper name from a general noun that the table knows, and from other words."""
    if word[0].islower():
        return word in language.table("actors")["outlets"]["known"]
    if word.casefold() in language.table("actors")["outlets"]["known"] or _is_short(word):
        return True
    if following and _ADJECTIVE.search(word):
        # „Deutsche Bahn“, „Auswärtiges Amt“: the capital makes it a part of the name.
        return True
    if re.match(r"[A-ZÄÖÜ]{2,}-", word):
        return True
    return find_noun(word, language.code) is None


def _is_short(word: str) -> bool:
    """Tell whether a word is an abbreviation („IAEA“, „BaFin“, „dpa“ by the table of agencies)."""
    capitals = sum(sign.isupper() for sign in word)
    return word.isalpha() and 1 < len(word) < 8 and (capitals > 1 and capitals * 2 >= len(word))


def _without_class(
    names: list[str], nouns: list[str], language: Language
) -> tuple[list[str], list[str]]:
    """Drop „Nachrichtenagentur“ or „Konzern“ beside a name that stands by itself."""
    if not any(not _ADJECTIVE.search(name) for name in names):
        return names, nouns
    dropped = language.table("actors")["apposition"]["dropped"]
    return names, [n for n in nouns if general_class(n, language.code) not in dropped]


def _uninflected(word: str) -> str:
    """Return an adjective of a name without the ending that a case gives it."""
    return (
        re.sub(r"(?<=..[a-zäöüß])(?:en|es|er|em|e)$", "", word) if _ADJECTIVE.search(word) else word
    )


def _stem(word: str, language: Language) -> str:
    return lemma(word, language.code) or word


def _initials(tokens: list[str], language: Language) -> str:
    """Return the first letters of the words („Deutsche Presse-Agentur“: dpa), or ``""``."""
    skipped = language.table("identity")["abbreviations"]["skipped"]
    parts = [part for token in tokens for part in re.split(r"[-‑]", token) if part]
    letters = [fold(part)[:1] for part in parts if part.casefold() not in skipped]
    return "".join(letters) if len(letters) > 2 else ""
