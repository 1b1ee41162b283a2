"""Amounts: a number with its magnitude, its range and the words that compare it."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from zufolge.annotate.numbers import FIGURE, figure, magnitude, number_word, vague
from zufolge.languages import Language

_SHORTENED = r"(?:Mio|Mrd|Tsd|ca|Nr|Art|Abs|Tel)\."
# A figure that shares a word with letters ("54-Jährige", "G7") is part of that word.
_TOKEN = re.compile(
    rf"(?<![\w.,:/])(?<!\d{{4}}-)(?>{FIGURE})(?!\w|[-‑/][^\W\d]|/\d)"
    rf"|\b{_SHORTENED}|\w+(?:[-‑'’/.:]\w+)*|[^\w\s]"
)
_DIGITS = 6


class Token(NamedTuple):
    """A word, figure or sign: half-open offsets, the text and its lower case."""

    start: int
    end: int
    text: str
    lower: str


class Amount(NamedTuple):
    """A number over the tokens ``[first, last)``; ``comparator`` is null where none is inherent."""

    first: int
    last: int
    value: float
    high: float | None = None
    comparator: str | None = None


class Tokens:
    """The tokens of a text, with an empty one before and behind them."""

    _NONE = Token(0, 0, "", "")

    def __init__(self, text: str, language: Language) -> None:
        """Cut a text into tokens.

        Args:
            text: any text.
            language: supplies the tables ``numbers`` and ``quantities``.
        """
        self.text, self.language = text, language
        self.tokens = [
            Token(*match.span(), match.group(), match.group().lower())
            for match in _TOKEN.finditer(text)
        ]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.tokens)

    def __getitem__(self, number: int) -> Token:
        """Return a token, or an empty one outside of the text."""
        return self.tokens[number] if 0 <= number < len(self.tokens) else self._NONE

    def lower(self, first: int, last: int) -> tuple[str, ...]:
        """Return the lower-case forms of the tokens ``[first, last)``."""
        return tuple(token.lower for token in self.tokens[max(0, first) : last])

    def within(self, number: int, part: str, name: str) -> bool:
        """Tell whether a token stands in a list of the table ``quantities``."""
        return self[number].lower in words_of(self.language, part, name)


@cache
def words_of(language: Language, part: str, name: str) -> frozenset[str]:
    """Return a list of the table ``quantities`` as a set."""
    return frozenset(language.table("quantities")[part][name])


@cache
def phrases(language: Language, part: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return the phrases of a part with their comparators, longest first, each cut into tokens."""
    table = language.table("quantities")[part]
    found = [
        (tuple(token.group() for token in _TOKEN.finditer(phrase)), comparator)
        for comparator, listed in table.items()
        for phrase in listed
    ]
    return tuple(sorted(found, key=lambda each: -len(each[0])))


@cache
def may_begin(word: str, language: Language) -> bool:
    """Tell whether a lower-case word or figure may begin a quantity."""
    table = language.table("quantities")
    listed = any(word in table["phrase"][name] for name in ("no", "one", "several"))
    numbered = number_word(word, language) is not None or vague(word, language) is not None
    return listed or numbered or table["patterns"]["digits"] in word


def amount(tokens: Tokens, first: int) -> Amount | None:
    """Read the amount that begins at a token.

    Args:
        tokens: the text.
        first: number of the token.

    Returns:
        A number, a vague number ("Dutzende", "mehrere Millionen") or a range ("30 bis 40",
        "zwischen 30 und 40" without the word "zwischen"); null where there is none.
    """
    low = _number(tokens, first)
    if low is None:
        return None
    return _range(tokens, low) or low


def _number(tokens: Tokens, first: int) -> Amount | None:
    token, language = tokens[first], tokens.language
    value = figure(token.text) if token.text[:1].isdigit() else number_word(token.lower, language)
    if value is None or (value == 1 and tokens.within(first, "phrase", "one")):
        return _vague(tokens, first)
    return _multiplied(tokens, first, first + 1, value)


def _multiplied(tokens: Tokens, first: int, last: int, value: float) -> Amount:
    while (factor := magnitude(tokens[last].lower, tokens.language)) is not None:
        value, last = round(value * factor, _DIGITS), last + 1
    return Amount(first, last, value)


def _vague(tokens: Tokens, first: int) -> Amount | None:
    """Read "Dutzende", "mehrere Millionen", "ein Dutzend", "eine halbe Million", "Ein halbes"."""
    language = tokens.language
    if tokens.within(first, "phrase", "several"):
        factor = magnitude(tokens[first + 1].lower, language)
        return Amount(first, first + 2, factor, None, ">=") if factor else None
    if tokens.within(first, "phrase", "one"):
        if tokens.within(first + 1, "phrase", "half"):
            return _multiplied(tokens, first, first + 2, 0.5)
        if magnitude(tokens[first + 1].lower, language) is not None:
            return _multiplied(tokens, first, first + 1, 1)
        return None
    least = vague(tokens[first].lower, language)
    if least is None or tokens[first - 1].text[-1:].isdigit():
        return None
    if tokens.within(first, "phrase", "known") and tokens.within(first - 1, "phrase", "definite"):
        return None
    number = _multiplied(tokens, first, first + 1, least)
    return number._replace(comparator=">=")


def _range(tokens: Tokens, low: Amount) -> Amount | None:
    joint = low.last
    if tokens.within(joint, "units", "words") or tokens.within(joint, "units", "signs"):
        joint += 1
    between = tokens.within(low.first - 1, "range", "between")
    if not tokens.within(joint, "range", "and" if between else "to"):
        return None
    high = _number(tokens, joint + 1)
    if high is None or high.comparator or low.comparator:
        return None
    value = low.value
    if high.last - high.first > 1 and low.last - low.first == 1:
        # In "30 bis 40 Millionen" both are millions.
        bare = _number_alone(tokens, high.first)
        if bare and value < high.value / bare:
            value = round(value * high.value / bare, _DIGITS)
    if value >= high.value:
        return None
    return Amount(low.first, high.last, value, high.value, "range")


def _number_alone(tokens: Tokens, first: int) -> float | None:
    text = tokens[first].text
    return figure(text) if text[:1].isdigit() else number_word(text, tokens.language)


def compared(tokens: Tokens, first: int) -> tuple[int, str | None]:
    """Find the words before a number that compare it ("mehr als", "rund", "bis zu").

    Args:
        tokens: the text.
        first: number of the token where the number begins.

    Returns:
        The number of the token where they begin, and the comparator, if there is one.
    """
    found: str | None = None
    if tokens.within(first - 1, "range", "between"):
        first -= 1
    while True:
        for phrase, comparator in phrases(tokens.language, "before"):
            if tokens.lower(first - len(phrase), first) == phrase:
                first -= len(phrase)
                found = comparator if found in (None, "=") else found
                break
        else:
            return first, found


def compared_after(tokens: Tokens, last: int) -> tuple[int, str | None]:
    """Find the words behind what is counted that compare it ("oder mehr")."""
    for phrase, comparator in phrases(tokens.language, "after"):
        # „sechs Schiffe und mehr als 70 Helfer“ are two amounts.
        after = last + len(phrase)
        if tokens.lower(last, after) == phrase and not tokens.within(after, "phrase", "than"):
            return after, comparator
    return last, None


def is_governed(tokens: Tokens, preposition: int) -> bool:
    """Tell whether a word shortly before a preposition governs it ("verfügt über")."""
    table = tokens.language.table("quantities")["governs"]
    before = tokens.lower(preposition - table["reach"], preposition)
    for number in range(len(before) - 1, -1, -1):
        if not before[number][:1].isalnum():
            break
        if any(stem in before[number] for stem in table["stems"]):
            return True
    return False


def is_listed(tokens: Tokens, number: int, part: str, names: Sequence[str]) -> bool:
    """Tell whether a token stands in one of several lists of the table ``quantities``."""
    return any(tokens.within(number, part, name) for name in names)
