"""Numbers: what figures and number words are worth."""

import re
from collections.abc import Mapping
from functools import cache

from zufolge.languages import Language

# 2.800, 61'000 and 410 000 group thousands; a comma stands before decimals.
FIGURE = r"\d{1,3}(?:[.'’ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,:]\d+)*"
_GROUPED = re.compile(r"\d{1,3}(?:[.'’ \u00a0\u202f]\d{3})+(,\d+)?")
_DECIMAL = re.compile(r"\d+,\d+|\d{1,15}|\d+\.\d{1,2}")
_NO_DIGIT = re.compile(r"[^\d,]")
_LONGEST_WORD = 60


def figure(text: str) -> float | None:
    """Return the value of a number written in figures, the German way.

    Args:
        text: such as ``2.800``, ``61'000``, ``6,80`` or ``410 000``.

    Returns:
        The value; null for scores, clock times and dates (``2:1``, ``14.03.2025``).
    """
    if not text.isascii() and any(sign.isdigit() and not sign.isascii() for sign in text):
        return None
    if _GROUPED.fullmatch(text):
        return float(_NO_DIGIT.sub("", text).replace(",", "."))
    if _DECIMAL.fullmatch(text):
        return float(text.replace(",", "."))
    return None


def number_word(word: str, language: Language) -> float | None:
    """Return the value of a number word.

    Args:
        word: a word in any case; compounds such as "zweihundertfünfzig" and "zweieinhalb" too.
        language: supplies the table ``numbers``.

    Returns:
        The value; null where the word is no number.
    """
    word = word.lower()
    return _word(word, language) if 2 < len(word) <= _LONGEST_WORD else None


def magnitude(word: str, language: Language) -> float | None:
    """Return what a word such as "Millionen" or "Mrd." multiplies with, or null."""
    return _values(language, "magnitudes").get(word.lower())


def vague(word: str, language: Language) -> float | None:
    """Return the least number that a word such as "Dutzende" stands for, or null."""
    return _values(language, "vague").get(word.lower())


def _values(language: Language, part: str) -> Mapping[str, float]:
    values: Mapping[str, float] = language.table("numbers")[part]
    return values


@cache
def _word(word: str, language: Language) -> float | None:
    for ending, value in _values(language, "halves").items():
        if word == ending and value > 1:
            return value
        if value < 1 and word.endswith(ending):
            whole = _whole(word.removesuffix(ending), language)
            return None if whole is None else whole + value
    return _whole(word, language)


def _whole(word: str, language: Language) -> int | None:
    """Read a whole number from the left: ‹thousands› tausend ‹hundreds› hundert ‹rest›."""
    for part, value in _values(language, "multipliers").items():
        left, found, right = word.partition(part)
        if found:
            before = _whole(left, language) if left else 1
            conjunction = language.table("numbers")["and"]
            right = right.removeprefix(conjunction) if right != conjunction else right
            after = _whole(right, language) if right else 0
            if before is None or after is None or after >= value:
                return None
            return before * int(value) + after
    return _below_hundred(word, language)


def _below_hundred(word: str, language: Language) -> int | None:
    units, tens = _values(language, "units"), _values(language, "tens")
    if word in units:
        return int(units[word])
    if word in tens:
        return int(tens[word])
    unit, _, ten = word.partition(language.table("numbers")["and"])
    if ten in tens and 0 < units.get(unit, 0) < 10:
        return int(units[unit] + tens[ten])
    return None
