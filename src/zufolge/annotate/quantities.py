"""Quantities: counted and measured amounts, with what is counted.

    "mehr als 40 russischen Angriffen"  value 40, comparator >, of "russischen Angriffen"

Years, dates, clock times, ages, ordinals, scores and numbers that only name something
("Paragraf 12") are none.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from zufolge.annotate.amounts import (
    Amount,
    Tokens,
    amount,
    compared,
    compared_after,
    is_governed,
    is_listed,
    may_begin,
    words_of,
)
from zufolge.annotate.numbers import number_word
from zufolge.languages import Language
from zufolge.mention import Quantity
from zufolge.span import Span

_ENDING = re.compile(r".+(?:e|en|er|es|em)")
_QUOTE = frozenset("\"„“»«‚‘›‹'")
_MOST_ADJECTIVES = 4
_LARGE = 13  # "über 40 Menschen" compares, "über drei Vorschläge" hardly ever does
_YEARS = range(1000, 2101)


class _Counted(NamedTuple):
    """What is counted: the tokens ``[first, last)``; ``noun`` is the token that names it."""

    first: int
    last: int
    noun: int


def find_quantities(
    text: str, language: Language, *, without: Sequence[Span] = ()
) -> list[Quantity]:
    """Find the quantities of a text.

    Args:
        text: any text; it is not altered.
        language: supplies the tables ``numbers`` and ``quantities``.
        without: spans that hold no quantities, such as dates and clock times. Durations
            ("72 Stunden") are quantities and should not be among them.

    Returns:
        The quantities from left to right; none overlaps another or a span of ``without``.
    """
    tokens = Tokens(text, language)
    found: list[Quantity] = []
    position = 0
    while position < len(tokens):
        read = _quantity(tokens, position)
        if read is None:
            position += 1
            continue
        quantity, position = read
        if not any(quantity.span.overlap(span) for span in without) and (
            not found or found[-1].span.end <= quantity.span.start
        ):
            found.append(quantity)
    return found


def _quantity(tokens: Tokens, first: int) -> tuple[Quantity, int] | None:
    """Read the quantity whose number begins at a token; return it and the next token's number."""
    word = tokens[first].lower
    if not word[:1].isdigit() and not may_begin(word, tokens.language):
        return None
    none = _no_quantity(tokens, first) or _many_digits(tokens, first)
    if none:
        return none
    number = amount(tokens, first) or _one(tokens, first)
    if number is None:
        return None
    start, comparator = compared(tokens, first)
    counted = _counted(tokens, number.last)
    if counted is None and number.high is None:
        counted = _scale(tokens, first)
        start = min(start, counted.first) if counted else start
    if _names_only(tokens, number, start, counted) or _is_dated(tokens, number, start, counted):
        return None
    if comparator is None:
        start, comparator = _preposition(tokens, number, start, counted)
    if tokens.within(start - 1, "patterns", "minus"):
        start, number = start - 1, number._replace(value=-number.value)
    vague = comparator or number.comparator
    if counted is None and not _stands_alone(tokens, number, vague):
        return None
    last = max(number.last, counted.last if counted else 0)
    last, later = compared_after(tokens, last)
    sign = _comparator(number, comparator or later)
    return _record(tokens, (start, last), number, sign, counted), last


def _record(
    tokens: Tokens,
    extent: tuple[int, int],
    number: Amount,
    comparator: str,
    counted: _Counted | None,
) -> Quantity:
    span = Span(tokens[extent[0]].start, tokens[extent[1] - 1].end)
    first, last = (counted.first, counted.last) if counted else (number.last - 1, number.last)
    of = tokens.text[tokens[first].start : tokens[last - 1].end]
    return Quantity(span, float(number.value), number.high, comparator, of)


def _comparator(number: Amount, around: str | None) -> str:
    if number.comparator == "range":
        return "range"
    return around if around not in (None, "=", "~") else number.comparator or around or "="


def _one(tokens: Tokens, first: int) -> Amount | None:
    """Read "ein" where it counts: "ein einziger Fall", "mindestens ein Toter", "einer davon"."""
    if not tokens.within(first, "phrase", "one"):
        return None
    following = first + 1
    if tokens.within(following, "phrase", "single"):
        return Amount(first, following + 1, 1)
    _, comparator = compared(tokens, first)
    names = ["words", "signs", "times"] if comparator not in (None, "=") else []
    pronoun = tokens[first].lower[-1:] in "rs" and (
        tokens.within(following, "phrase", "thereof") or _them(tokens, following) > 0
    )
    strict = comparator in (">=", "<=") and _counted(tokens, following) is not None
    if pronoun or strict or is_listed(tokens, following, "units", ["counted_one", *names]):
        return Amount(first, following, 1)
    return None


def _no_quantity(tokens: Tokens, first: int) -> tuple[Quantity, int] | None:
    """Read "keine einzige Drohne" and "kein Euro" as nought."""
    if not tokens.within(first, "phrase", "no"):
        return None
    after = first + 1
    if tokens.within(after, "phrase", "single"):
        counted = _counted(tokens, after + 1)
        last = counted.last if counted else after + 1
        return _record(tokens, (first, last), Amount(first, after + 1, 0), "=", counted), last
    if tokens.within(after, "units", "counted_none"):
        counted = _Counted(after, after + 1, after)
        return _record(tokens, (first, after + 1), Amount(first, after, 0), "=", counted), after + 1
    return None


def _many_digits(tokens: Tokens, first: int) -> tuple[Quantity, int] | None:
    """Read "sechsstellige Summe" as at least 100,000."""
    stem, found, _ = tokens[first].lower.partition(
        tokens.language.table("quantities")["patterns"]["digits"]
    )
    digits = number_word(stem, tokens.language) if found else None
    counted = _counted(tokens, first + 1)
    if digits is None or not 1 < digits < 16 or counted is None:
        return None
    number = Amount(first, first + 1, float(10 ** int(digits - 1)))
    return _record(tokens, (first, counted.last), number, ">=", counted), counted.last


def _counted(tokens: Tokens, first: int) -> _Counted | None:
    """Read what is counted from the token behind the number on."""
    if tokens.within(first, "phrase", "thereof"):
        return _Counted(first, first + 1, first)
    them = _them(tokens, first)
    if them:
        return _Counted(first, first + them, first)
    if tokens.within(first, "units", "signs"):
        return _Counted(first, first + 1, first)
    if tokens.within(first, "phrase", "of"):
        return _of_so_many(tokens, first)
    return _noun_phrase(tokens, first)


def _them(tokens: Tokens, first: int) -> int:
    """Return the number of tokens of "von ihnen", or 0."""
    return 2 if tokens[first].lower == "von" and tokens.within(first + 1, "phrase", "them") else 0


def _of_so_many(tokens: Tokens, first: int) -> _Counted | None:
    """Read "von 16 Ländern", "der 448 Starts", "der Toten"."""
    number = amount(tokens, first + 1)
    if number is not None:
        counted = _noun_phrase(tokens, number.last)
        return counted and counted._replace(first=first)
    if tokens[first].lower == "der":
        counted = _noun_phrase(tokens, first + 1)
        return counted and counted._replace(first=first)
    return None


def _noun_phrase(tokens: Tokens, first: int) -> _Counted | None:
    """Read adjectives and a noun, and what a unit is measured of ("Prozent der Stimmen")."""
    position = first
    while position - first <= _MOST_ADJECTIVES:
        token = tokens[position]
        if token.text in _QUOTE:
            position += 1
        elif token.text[:1].isupper() and token.text.upper() != token.lower and len(token.text) > 1:
            break
        elif not token.text.isalpha() or tokens.within(position, "phrase", "stop"):
            return _further(tokens, first)
        else:
            position += 1
    else:
        return None
    if position > first and not _is_adjective(tokens[position - 1].lower):
        return _further(tokens, first)
    quoted = tokens[position - 1].text in _QUOTE and tokens[position + 1].text in _QUOTE
    last = position + 2 if quoted and position > first else position + 1
    return _Counted(first, _measured(tokens, position, last), position)


def _is_adjective(word: str) -> bool:
    return word in _QUOTE or _ENDING.fullmatch(word) is not None


def _further(tokens: Tokens, first: int) -> _Counted | None:
    if tokens.within(first, "phrase", "further"):
        return _Counted(first, first + 1, first)
    return None


def _measured(tokens: Tokens, unit: int, last: int) -> int:
    """Return where the phrase of a unit ends: "Prozent der Stimmen", "Jahre Haft"."""
    if not is_listed(tokens, unit, "units", ["words", "times"]):
        return last
    percent = tokens[unit].lower.startswith("prozent")
    if percent and tokens.within(last, "phrase", "genitive"):
        of = _noun_phrase(tokens, last + 1)
        return of.last if of else last
    following = tokens[last].text
    return last + 1 if following.istitle() and following.isalpha() else last


def _scale(tokens: Tokens, first: int) -> _Counted | None:
    """Read "Stärke 2,3" and "Stärke von 2,6", where what is measured stands before."""
    name = first - 2 if tokens[first - 1].lower == "von" else first - 1
    if tokens.within(name, "units", "scales") and "," in tokens[first].text:
        return _Counted(name, name + 1, name)
    if tokens.within(first - 1, "phrase", "thereof"):
        return _Counted(first - 1, first, first - 1)
    return None


def _preposition(
    tokens: Tokens, number: Amount, start: int, counted: _Counted | None
) -> tuple[int, str | None]:
    """Decide whether "über" or "unter" compares: before a measure or a large number."""
    table = tokens.language.table("quantities")["compares"]
    # "unter die Marke von 40 Prozent" is left alone, "unter den 40 Festgenommenen" too.
    word = tokens[start - 1].lower
    for comparator, prepositions in table.items():
        if word in prepositions:
            unit = counted is not None and is_listed(
                tokens, counted.noun, "units", ["words", "times", "signs"]
            )
            if is_governed(tokens, start - 1):
                continue
            if unit or (comparator == ">" and number.value >= _LARGE):
                return start - 1, comparator
    return start, None


def _stands_alone(tokens: Tokens, number: Amount, comparator: str | None) -> bool:
    """Tell whether a number is a quantity although nothing counted follows."""
    if number.last - number.first > 1 and number.high is None:
        return True
    return comparator not in (None, "=", "range")


def _names_only(tokens: Tokens, number: Amount, start: int, counted: _Counted | None) -> bool:
    """Tell whether a number only names something: a year, a paragraph, a clock time, an age."""
    first = tokens[number.first]
    if tokens.within(number.last, "not_counted", "after"):
        return True
    if " ".join(tokens.lower(number.first, number.last + 1)) in words_of(
        tokens.language, "not_counted", "sayings"
    ):
        return True
    unit = counted is not None and is_listed(tokens, counted.noun, "units", ["words", "signs"])
    whole = number.last - number.first == 1 and "," not in first.text
    if whole and not unit and start == number.first:
        if tokens.within(start - 1, "not_counted", "before"):
            return True
        if first.text.isdigit() and len(first.text) == 4 and int(first.text) in _YEARS:
            dated = tokens.within(start - 1, "not_counted", "year_before")
            return counted is None or dated or tokens[number.last].text.islower()
    if number.high is not None and not unit and _are_years(tokens, number):
        return True
    return counted is not None and _is_age(tokens, start, counted)


def _are_years(tokens: Tokens, number: Amount) -> bool:
    """Tell whether both ends of a range look like years: "2014 bis 2016"."""
    ends = (tokens[number.first].text, tokens[number.last - 1].text)
    return all(end.isdigit() and len(end) == 4 and int(end) in _YEARS for end in ends)


def _is_age(tokens: Tokens, start: int, counted: _Counted) -> bool:
    """Tell whether "54 Jahre" are somebody's age."""
    if not tokens[counted.noun].lower.startswith("jahr"):
        return False
    before = words_of(tokens.language, "not_counted", "age_before")
    # "ab zehn Jahre" would be no German; "unter zehn Jahren" is an age, "über zehn Jahre" a time.
    aged = tokens[counted.noun].lower == "jahren" and (
        tokens[start - 1].lower in before or " ".join(tokens.lower(start - 2, start)) in before
    )
    return aged or tokens.within(counted.noun + 1, "not_counted", "age_after")


def _is_dated(tokens: Tokens, number: Amount, start: int, counted: _Counted | None) -> bool:
    """Tell whether a duration places something on the calendar: "vor drei Tagen"."""
    if counted is None or not tokens.within(counted.noun, "units", "times"):
        return False
    if tokens.within(start - 1, "not_counted", "dated_before"):
        return True
    return tokens.within(counted.noun, "not_counted", "dated_units") and tokens.within(
        counted.noun + 1, "not_counted", "dated_after"
    )
