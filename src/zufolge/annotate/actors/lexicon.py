"""Looks nouns up in the table of those who can speak."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from zufolge.languages import Language

_SHORTEST_SUFFIX = 4


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun says of the actor that it names.

    Args:
        kind: ``person``, ``organisation``, ``office``, ``document`` or ``data``.
        gender: ``m``, ``f`` or ``n``.
        plural: whether it stands in the plural.
    """

    kind: str
    gender: str
    plural: bool = False


@cache
def find_noun(word: str, code: str) -> Noun | None:
    """Look up a noun, by its own form or by the end of a compound.

    „Finanzministerin“ is a person and feminine by „ministerin“, „Außenministeriums“ an office.

    Args:
        word: one word in any case form.
        code: language code.

    Returns:
        The noun's kind and gender, or null for a word that is not in the table.
    """
    lower = word.lower().strip("-")
    table = Language(code).table("actors")
    feminine = table["feminine"]
    for form in _forms(lower, code):
        found = _longest(form, code)
        stem = form.removesuffix("nen").removesuffix(feminine["ending"])
        if form.endswith((feminine["ending"], "innen")) and len(stem) > 2:
            base = _longest(stem, code) or _longest(stem + "e", code)
            if (base and base.kind == "person") or stem.endswith(tuple(feminine["stems"])):
                return Noun("person", "f", form.endswith("innen"))
        if found:
            return found
    if is_epithet(word, code):
        return Noun("person", "f" if lower.endswith("in") else "m")
    return None


def _forms(word: str, code: str) -> Iterable[str]:
    """Return the word and what is left of it without a case ending."""
    declension = Language(code).table("actors")["declension"]
    yield word
    for group in ("n_nouns", "dative_plural"):
        for form, base in declension[group].items():
            if word.endswith(form):
                yield word.removesuffix(form) + base
    for ending in ("s", "es", "n", "en"):
        if word.endswith(ending):
            yield word.removesuffix(ending)


@cache
def _nouns(code: str) -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    for kind, genders in Language(code).table("actors")["nouns"].items():
        for gender, words in genders.items():
            for word in words:
                noun = Noun(kind, "f" if gender == "pl" else gender, gender == "pl")
                found.setdefault(word, noun)
    return found


def _longest(word: str, code: str) -> Noun | None:
    nouns = _nouns(code)
    if word in nouns:
        return nouns[word]
    for start in range(1, len(word) - _SHORTEST_SUFFIX + 1):
        if word[start:] in nouns:
            return nouns[word[start:]]
    return None


@cache
def lemma(word: str, code: str) -> str:
    """Return a noun's nominative singular as far as the table knows it, in lower case.

    Args:
        word: one word, such as „Diplomaten“ or „Ministeriums“.
        code: language code.

    Returns:
        „diplomat“, „ministerium“; an unknown word as it stands.
    """
    lower = word.lower()
    nouns = _nouns(code)
    for form in _forms(lower, code):
        if form in nouns or (form != lower and _longest(form, code)):
            return form
    return lower


@cache
def general_class(word: str, code: str) -> str:
    """Return the class of a general noun („das Unternehmen“, „die Behörde“), or ``""``."""
    base = lemma(word, code)
    for name, words in Language(code).table("actors")["general"].items():
        if base in words or word.lower() in words:
            return str(name)
    noun = find_noun(word, code)
    if noun is not None and noun.kind != "organisation":
        # „Geheimdienst“ ends like „Nachrichtendienst“, and is none.
        return ""
    for name in ("media", "company"):
        # Compounds of the longer words: „Sportzeitung“, „Industriekonzern“.
        words = Language(code).table("actors")["general"][name]
        if base.endswith(tuple(w for w in words if len(w) > _SHORTEST_SUFFIX)):
            return name
    return ""


@cache
def is_dropped(word: str, code: str) -> bool:
    """Tell whether a noun stays out of a body's name behind it („die Agentur Terpress“).

    Args:
        word: one word in any case form.
        code: language code.

    Returns:
        False for nouns that belong to names („Radio Heidewelle“, „Fahrgastverband Pro Schiene“).
    """
    table = Language(code).table("actors")
    base, dropped = lemma(word, code), table["apposition"]["dropped"]
    if base in table["apposition"]["endings"]:
        return True
    if base in table["outlets"]["prefixes"] or base.endswith(tuple(table["apposition"]["kept"])):
        return False
    general = tuple(
        noun for name in dropped for noun in table["general"][name] if len(noun) > _SHORTEST_SUFFIX
    )
    endings = tuple(table["apposition"]["endings"])
    return general_class(word, code) in dropped or base.endswith((*endings, *general))


@cache
def is_title(word: str, code: str) -> bool:
    """Tell whether a word, with its stop or without, is a title („Dr.“)."""
    return word.removesuffix(".") in Language(code).table("names")["titles"]


def is_first_name(word: str, code: str) -> bool:
    """Tell whether the table knows a word, or what stands before its hyphen, as a first name."""
    return any(
        form in names
        for form in (word, word.split("-")[0])
        for names in _first_names(code).values()
    )


@cache
def _first_names(code: str) -> dict[str, frozenset[str]]:
    return {
        gender: frozenset(names) for gender, names in Language(code).table("first_names").items()
    }


@cache
def is_epithet(word: str, code: str) -> bool:
    """Tell whether a noun may stand for anybody („der 54-Jährige“, „die CDU-Politikerin“)."""
    lower = word.lower()
    endings = Language(code).table("actors")["epithets"]["endings"]
    return any(
        lower == ending
        or (ending[0] == "-" and lower.endswith(ending))
        or lower.endswith(f"-{ending}")
        for ending in endings
    )


@cache
def same_office(left: str, right: str, code: str) -> bool:
    """Tell whether two nouns may name one office („Regierungschef“, „Ministerpräsident“)."""
    if left == right or _one_ends_other(left, right):
        return True
    groups = Language(code).table("actors")["offices"]["same"]
    return any(
        any(_ends(left, word) for word in group) and any(_ends(right, word) for word in group)
        for group in groups
    )


def _one_ends_other(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return len(short) >= _SHORTEST_SUFFIX and long.endswith(short)


def _ends(word: str, ending: str) -> bool:
    return word == ending or word.endswith(f"-{ending}")


@cache
def first_name_gender(name: str, code: str) -> str:
    """Return the gender that a person's first name tells, or ``""``."""
    first = name.split()[0] if name.split() else ""
    for gender, names in _first_names(code).items():
        if first in names or first.split("-")[0] in names:
            return gender
    return "f" if first.endswith(("a", "ja")) and " " in name else ""
