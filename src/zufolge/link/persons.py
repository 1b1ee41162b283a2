"""Compares the names of two people."""

import re
from functools import cache

from rapidfuzz.distance import JaroWinkler

from zufolge.annotate.actors.lexicon import first_name_gender
from zufolge.languages import GERMAN, Language
from zufolge.link.names import PersonName, fold
from zufolge.link.transliteration import only_vowels_differ, readings

# „Gorbatschow“ and "Gorbachev" come to .91 in their nearest readings, „Weber“ and „Wepper“ to .85.
_CLOSE = 0.9
_SHORTEST_CLOSE = 6
_GIVEN, _SURNAME = "given", "surname"
_ORDER = ("name", "spelling", "romanisation", "middle name", "initial", "close spelling")


def compare_persons(
    left: PersonName, right: PersonName, language: Language = GERMAN
) -> tuple[str, str, str] | None:
    """Compare two people's names.

    Args:
        left: the one.
        right: the other.
        language: supplies the tables ``identity`` and ``actors``.

    Returns:
        The evidence (one of ``likeness.SCORES``) with the two values compared, or nothing where
        the names belong to two people.
    """
    if left.key == right.key:
        same = left.words == right.words
        return ("name" if same else "spelling", " ".join(left.words), " ".join(right.words))
    surname = _surnames(left.surname, right.surname, language)
    if surname is None:
        return _first_name_only(left, right, language)
    if not left.given or not right.given:
        if surname == "close spelling":
            return None
        return ("surname", left.surname, right.surname)
    given = _given(left, right, language)
    if given is None:
        return None
    if given == "first name variant":
        given = "romanisation"
    if surname == "double name":
        return ("double name", left.surname, right.surname)
    worst = max(surname, given, key=_ORDER.index)
    if worst == "close spelling" and given in ("initial", "middle name"):
        return None
    if surname == "name":
        return (worst, " ".join(left.given), " ".join(right.given))
    if given == "name":
        return (worst, left.surname, right.surname)
    return (worst, " ".join(left.words), " ".join(right.words))


def _surnames(left: str, right: str, language: Language) -> str | None:
    """Return how two surnames are one, or nothing."""
    found = _words(left, right, language)
    if found:
        return found
    parts = [re.split(r"[-‑]", fold_parts) for fold_parts in (left, right)]
    shared = {fold(part) for part in parts[0]} & {fold(part) for part in parts[1]}
    if shared and min(map(len, parts)) == 1:
        return "double name"
    return "close spelling" if _is_close(left, right, language) else None


def _words(left: str, right: str, language: Language) -> str | None:
    """Return whether two words are one, by letters or by sound."""
    if left.casefold() == right.casefold():
        return "name"
    if fold(left) == fold(right):
        return "spelling"
    if readings(left, language) & readings(right, language):
        if fold(left).replace("e", "") == fold(right).replace("e", ""):
            return "spelling"
        return "close spelling" if only_vowels_differ(left, right) else "romanisation"
    return None


def _is_close(left: str, right: str, language: Language) -> bool:
    if min(len(left), len(right)) < _SHORTEST_CLOSE:
        return False
    # A woman's surname is no spelling of a man's („Selenska“, „Selenskyj“).
    if left[-1].casefold() != right[-1].casefold() and "a" in (left[-1], right[-1]):
        return False
    return any(
        JaroWinkler.similarity(one, other) >= _CLOSE
        for one in readings(left, language)
        for other in readings(right, language)
    )


def _given(left: PersonName, right: PersonName, language: Language) -> str | None:
    """Return how the first names of two people are one, or nothing."""
    first, other = left.given[0], right.given[0]
    if _is_initial(first) or _is_initial(other):
        return "initial" if _initial(first) & _initial(other) else None
    found = _words(first, other, language) or _variants(first, other, language)
    if found is None or found == "close spelling":
        # Dmitrij and Dmitri: with one surname the vowels make no second person.
        found = "romanisation" if found else None
    if found is None or len(left.given) == len(right.given) == 1:
        return found
    return "middle name" if _middle_fit(left.given[1:], right.given[1:], language) else None


def _middle_fit(left: tuple[str, ...], right: tuple[str, ...], language: Language) -> bool:
    """Tell whether middle names leave it open that two people are one."""
    return all(
        _words(one, other, language) is not None
        or ((_is_initial(one) or _is_initial(other)) and bool(_initial(one) & _initial(other)))
        for one, other in zip(left, right, strict=False)
    )


def _is_initial(word: str) -> bool:
    return len(word.strip(".")) == 1


def _initial(word: str) -> set[str]:
    return {each[:1] for each in readings(word, GERMAN)} | {fold(word)[:1]}


def _variants(left: str, right: str, language: Language) -> str | None:
    one, other = _groups(language).get(fold(left), set()), _groups(language).get(fold(right), set())
    if one & other or any(
        one & _by_reading(language).get(reading, set()) for reading in readings(right, language)
    ):
        return "first name variant"
    sounds = [
        set().union(*(_by_reading(language).get(r, set()) for r in readings(word, language)))
        for word in (left, right)
    ]
    return "first name variant" if sounds[0] & sounds[1] else None


@cache
def _groups(language: Language) -> dict[str, set[int]]:
    """Return the numbers of the groups that a first name is in."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(language.table("identity")["first_names"]["same"]):
        for name in group:
            found.setdefault(fold(name), set()).add(number)
    return found


@cache
def _by_reading(language: Language) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for name, numbers in _groups(language).items():
        for reading in readings(name, language):
            found.setdefault(reading, set()).update(numbers)
    return found


def _first_name_only(
    left: PersonName, right: PersonName, language: Language
) -> tuple[str, str, str] | None:
    """Compare a single word with the first word of a longer name („Xi“, „Xi Jinping“)."""
    short, long = sorted((left, right), key=lambda name: len(name.given))
    if short.given or not long.given or first_name_gender(long.given[0], language.code):
        return None
    if _words(short.surname, long.given[0], language) not in ("name", "spelling"):
        return None
    return ("first name", " ".join(left.words), " ".join(right.words))
