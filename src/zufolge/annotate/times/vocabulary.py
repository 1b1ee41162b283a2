"""The words of time of one language, ready for patterns."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from zufolge.languages import Language

_NOUNS = (
    *("months", "weekdays", "seasons", "season_nouns", "parts", "part_nouns", "units"),
    *("year_nouns", "period_ends", "phases", "holidays", "feasts"),
)
_ADVERBS = ["weekday_adverbs", "part_adverbs", "days", "years", "set_adverbs", "unit_long"]
_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The table ``times`` of a language and the alternations built from it.

    Args:
        table: the parsed TOML table.
        slots: alternation by name, for the placeholders ``<name>`` of a pattern.
    """

    table: Mapping[str, Any]
    slots: Mapping[str, str]

    def compile(self, pattern: str) -> re.Pattern[str]:
        """Return a pattern whose placeholders ``<name>`` stand for the words of a table."""
        return re.compile(
            re.sub(r"(?<!\?P)<(\w+)>", lambda slot: f"(?:{self.slots[slot[1]]})", pattern)
        )

    def code(self, table: str, word: str) -> str:
        """Return the code that a table gives a word, whatever its case; empty if it has none."""
        return str(self.table[table].get(" ".join(word.lower().split()), ""))

    def count(self, table: str, word: str) -> int | None:
        """Return the number that a table gives a word, whatever its case; None if it has none."""
        found: int | None = self.table[table].get(" ".join(word.lower().split()))
        return found

    def number(self, word: str) -> float | None:
        """Return the number that digits or a number word stand for, None if there is none."""
        word = word.lower()
        if _DIGITS.fullmatch(word):
            return float(word.replace(",", "."))
        known = self.table["numbers"]
        if word in known:
            return float(known[word])
        unit, _, tens = word.partition("und")
        if unit in known and known.get(tens, 0) >= 20:
            return float(known[unit] + known[tens])
        return None


@cache
def vocabulary(language: Language) -> Vocabulary:
    """Return the vocabulary of a language, built once.

    Args:
        language: must have a table ``times``.
    """
    table = language.table("times")
    slots = {name: _nouns(table[name]) for name in _NOUNS}
    slots |= {name: _adverbs(table[name]) for name in _ADVERBS}
    for name in ("present", "past", "future", "vague", "about", "every"):
        slots[name] = _adverbs(table[name]["words"])
    slots["month_abbreviations"] = _nouns(table["month_abbreviations"])
    slots["unit_adjectives"] = _either(table["unit_adjectives"])
    slots["ordinals"] = _either(table["ordinals"])
    slots["decades"] = _adverbs(table["decades"])
    slots["number"] = _numbers(table["numbers"])
    slots["shift"] = _shifts(table["shifts"])
    return Vocabulary(table, slots)


def _numbers(words: Mapping[str, float]) -> str:
    tens = _either(word for word, number in words.items() if 20 <= number <= 90)
    ones = _either(word for word, number in words.items() if number < 10)
    return rf"\d{{1,5}}(?:,\d+)?|(?i:{ones})und(?:{tens})|{_adverbs(words)}"


def _shifts(words: Iterable[str]) -> str:
    whole = [word for word in words if word.startswith("dies")]
    stems = [word for word in words if not word.startswith("dies")]
    return rf"{_adverbs(whole)}|(?:{_adverbs(stems)})(?:e[nmrs]?)"


def _either(words: Iterable[str]) -> str:
    """Longest first, so that a word never hides one that it begins."""
    return "|".join(_spaced(word) for word in sorted(words, key=lambda w: (-len(w), w)))


def _spaced(word: str) -> str:
    return r"\s+".join(re.escape(piece) for piece in word.split())


def _nouns(words: Iterable[str]) -> str:
    written = [form for word in words for form in (word[0].upper() + word[1:], word.upper())]
    titled = [word.title().replace(" Der ", " der ") for word in words if " " in word]
    return _either({*written, *titled})


def _adverbs(words: Iterable[str]) -> str:
    return _either({form for word in words for form in (word, word[0].upper() + word[1:])})
