"""Words of a few classes that say how a statement relates to others."""

import re
from functools import cache

from zufolge.languages import Language

_WORD = re.compile(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*")
# A quote of more words says something of its own.
_SHORT = 7


def negated(text: str, language: Language) -> bool:
    """Tell whether a text holds an odd number of negative words.

    Args:
        text: the content of a statement.
        language: supplies the negative words (table ``linking``).
    """
    negative = _listed(language.code, "negative")
    return sum(word in negative for word in _words(text)) % 2 == 1


def points(text: str, language: Language) -> bool:
    """Tell whether a text only points at something said elsewhere.

    „das“, „diese Vorwürfe“, „eine solche Zusage“ do; „die Zahl der Toten“ does not.

    Args:
        text: the content of a statement.
        language: supplies the words that point (table ``linking``).
    """
    words, idle = _words(text), _listed(language.code, "idle")
    rest = [word for word in words if word not in idle]
    if len(words) > _SHORT:
        return False
    pointing = _patterns(language.code, "pointing")
    such = _listed(language.code, "such")
    return all(pointing.fullmatch(word) for word in rest) or (
        len(rest) <= 2 and any(word in such for word in words)
    )


def counts_people(noun: str, language: Language) -> bool:
    """Tell whether what is counted are people.

    Args:
        noun: what a quantity counts, as in the text.
        language: supplies the nouns (table ``linking``).
    """
    people = _patterns(language.code, "people")
    return any(people.fullmatch(word) for word in _words(noun))


def unit_class(noun: str, language: Language) -> str:
    """Return the dimension that a unit measures, or "" if things are counted.

    Args:
        noun: what a quantity counts, as in the text.
        language: supplies the units (table ``linking``).

    Returns:
        The name of a list of the table ``units``, such as ``money``.
    """
    words = _words(noun) or [noun.strip()]
    for name in Language(language.code).table("linking")["units"]:
        patterns = _in(language.code, "units", name)
        if any(patterns.fullmatch(word) for word in words):
            return str(name)
    return ""


def markers(text: str, language: Language) -> tuple[str, ...]:
    """Return the classes of words that relate a sentence to what was said before.

    Args:
        text: the sentence around a quote.
        language: supplies the words of each class (table ``linking``).

    Returns:
        Names of classes: ``contrast``, ``revising``, ``answering``.
    """
    found, words = [], _words(text)
    for name in Language(language.code).table("linking")["markers"]:
        patterns = _in(language.code, "markers", name)
        if any(patterns.fullmatch(word) for word in words):
            found.append(name)
    return tuple(found)


def _words(text: str) -> list[str]:
    return [each[0].lower() for each in _WORD.finditer(text)]


@cache
def _listed(code: str, name: str) -> frozenset[str]:
    return frozenset(Language(code).table("linking")[name])


@cache
def _patterns(code: str, name: str) -> re.Pattern[str]:
    return _either(Language(code).table("linking")[name])


@cache
def _in(code: str, table: str, name: str) -> re.Pattern[str]:
    return _either(Language(code).table("linking")[table][name])


def _either(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(each).replace(r"\*", r"\w*") for each in patterns))
