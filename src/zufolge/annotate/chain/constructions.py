"""Noun phrases and the constructions around them, as regular expressions."""

import re
from collections.abc import Iterable
from functools import cache

from zufolge.languages import Language
from zufolge.span import Span

_CAPITAL = r"(?:(?:dpa|epd|kna|taz|ots|dts|vwd)(?:-AFX)?\b|[A-ZÄÖÜŠŽČŁŚĆ0-9][\w&.’'-]*\w|\d)"
_QUOTED = '[„“"»][^„“"»«\n]{2,40}[“”"«]'
_NAME = rf"(?:{_QUOTED}|{_CAPITAL}(?: {_CAPITAL}){{0,3}}(?: {_QUOTED})?)"
_DETERMINER = (
    r"(?:[Dd](?:er|ie|as|em|en|es)|[Ee]ine?[mnrs]?|[Ii]hre?[mnrs]?|[Ss]eine?[mnrs]?"
    r"|mehrere[nr]?|zwei|drei)"
)
_LOWER = r"(?:(?!(?:und|oder|mit|von|auf|in|aus|der|die|das) )[a-zäöüß-]+ )"
_COMPLEMENT = (
    rf"(?: (?:des|der|von|aus|in|im|am|beim|vom|zwischen) (?:[a-zäöüß]+(?:en|er) )?{_NAME})"
)
# A noun phrase as one group ``np``: determiner, adjectives, capitals, one complement.
NOUN_PHRASE = rf"(?P<np>(?:{_DETERMINER} )?{_LOWER}{{0,3}}{_NAME}{_COMPLEMENT}?)"


def search(text: str, window: Span, expressions: Iterable[re.Pattern[str]]) -> list[Span]:
    """Return the noun phrases that stand in a construction.

    Args:
        text: the article's text.
        window: where to look.
        expressions: compiled constructions with a group ``np``.

    Returns:
        Spans that do not overlap, in order; of two constructions the first one counts.
    """
    found: list[Span] = []
    for pattern in expressions:
        for match in pattern.finditer(text, window.start, window.end):
            span = Span(*match.span("np"))
            if not any(span.overlap(other) for other in found):
                found.append(span)
    return sorted(found)


@cache
def patterns(code: str, group: str) -> tuple[re.Pattern[str], ...]:
    """Return the constructions of a group in the table ``links``, compiled.

    Args:
        code: language code.
        group: ``origin``, ``relay`` ….
    """
    table = Language(code).table("links")
    return tuple(
        re.compile(rf"(?<!\w)(?:{_either_case(pattern).replace('{np}', NOUN_PHRASE)})")
        for pattern in table[group]
    )


def _either_case(pattern: str) -> str:
    """Let a pattern begin with a capital letter too."""
    if pattern.startswith("(?:"):
        return "(?i:" + pattern[3:]
    return re.sub(r"^([a-zäöü])", lambda m: f"[{m[1].upper()}{m[1]}]", pattern)
