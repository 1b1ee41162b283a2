"""Brings names from other scripts and spellings to where they can be compared.

Песков becomes Peskow in a German text and Peskov in an English one. A Latin spelling does not tell
which way it came, so every name is read both ways, and two names agree if a reading of the one is
a reading of the other.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from anyascii import anyascii

from zufolge.languages import Language

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_SIGNS = re.compile(r"[^a-z ]+")
_WAYS = ("german", "english")


def latin(word: str, language: Language) -> tuple[str, ...]:
    """Write a word in the letters a to z, in lower case.

    Args:
        word: in any script; umlauts become two letters, other marks are dropped.
        language: supplies the tables for Cyrillic of ``places``.

    Returns:
        The word itself where it is Latin; a Cyrillic one as Russian and as Ukrainian give it.
    """
    lower = word.casefold()
    if not _CYRILLIC.search(lower):
        return (_plain(lower),)
    tables = language.table("places")["transliteration"]
    written = [_replace(lower, tables[name]) for name in ("ru", "uk")]
    return tuple(dict.fromkeys(_plain(each) for each in written))


@cache
def readings(word: str, language: Language) -> frozenset[str]:
    """Return how a word sounds, read as German and as English romanisation.

    „Schoigu“ and "Shoigu" share a reading, and so do „Сахарова“ and "Zakharova".

    Args:
        word: one word in any script.
        language: supplies the table ``identity``.

    Returns:
        At least one reading; letters only, capitals stand for one sound each.
    """
    table = language.table("identity")["romanisation"]
    fold = tuple((re.compile(pattern), put) for pattern, put in table["fold"]["order"])
    found = set()
    for letters in latin(word, language):
        ways = ("german",) if _CYRILLIC.search(word.casefold()) else _WAYS
        for way in ways:
            found.add(_fold(_sounds(letters, table[way]), fold))
    return frozenset(found)


def only_vowels_differ(left: str, right: str) -> bool:
    """Tell whether two Latin spellings differ in i, j, y and doubled letters alone.

    Meyer and Meier are two families, not two ways of writing one foreign name.
    """
    if _CYRILLIC.search(left + right):
        return False

    def bare(word: str) -> str:
        return re.sub(r"(.)\1+", r"\1", re.sub(r"[jy]", "i", _plain(word.casefold())))

    return bare(left) == bare(right)


def _plain(lower: str) -> str:
    return _SIGNS.sub("", anyascii(lower.translate(_UMLAUTS)).lower()).strip()


def _replace(word: str, table: Mapping[str, str]) -> str:
    return "".join(table.get(sign, sign) for sign in word)


def _sounds(letters: str, table: Mapping[str, str]) -> str:
    """Replace groups of letters by sounds, the longest group first."""
    pattern = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    return re.sub(pattern, lambda match: table[match.group()], letters)


def _fold(sounds: str, fold: Sequence[tuple[re.Pattern[str], str]]) -> str:
    for pattern, put in fold:
        sounds = pattern.sub(put, sounds)
    return sounds
