"""Finds how a speaker stands to what is said, by the verb or noun of saying in its construction."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Statement

_WORD = re.compile(r"\w+")
# A negative word counts where it stands no further from the cue than this, in code points.
_REACH = 24
_SHORT = 6

_Pattern = tuple[str, tuple[re.Pattern[str], ...], int]


def find_stance(
    text: str, statement: Statement, language: Language, inherited: str | None = None
) -> str:
    """Return the stance of a statement.

    „Eine Absage erteilte er dem Vorschlag“ rejects, „bestätigte das nicht“ withholds, „wollte das
    nicht ausschließen“ supposes.

    Args:
        text: the article's text.
        statement: a statement whose cue, where there is one, has been found.
        language: supplies the table ``stances``.
        inherited: stance of the statement that this one continues; used where neither the cue nor
            the content decides.

    Returns:
        One of ``statement.STANCES``.
    """
    table = language.table("stances")
    cue = _lower(text, statement.cue)
    content = _lower(text, statement.quote)
    if not cue:
        return _of_content(text, statement, content, table) or inherited or "asserts"
    negative = _negation(text, statement, cue, table)
    found = _match([*cue, *negative], language)
    if _unwilling(cue, negative, found, table):
        return "withholds"
    settled = _settle(found, cue, content, table)
    if found in (None, "asserts") and _replies(cue, content, table["content"]):
        return "denies"
    if found == "asks" and content[0] in table["content"]["claimed"]:
        # „will wissen, dass …“ claims knowledge.
        return "asserts"
    if settled == "asserts" and found is None:
        return _of_content(text, statement, content, table) or "asserts"
    return settled


def _lower(text: str, spans: Iterable[Span]) -> list[str]:
    return [word.lower() for span in spans for word in _WORD.findall(span.of(text))]


def _negation(
    text: str, statement: Statement, cue: list[str], table: Mapping[str, Any]
) -> list[str]:
    """Return the negative word beside the cue, outside of the quote, unless the cue has it."""
    words = set(table["negation"]["words"])
    if words.intersection(cue):
        return []
    for part in {statement.cue[0], statement.cue[-1]}:
        stop = part.end + _REACH
        for quote in statement.quote:
            # „bestätigte das nicht“: a short object may stand between.
            short = quote.end - quote.start <= _SHORT
            if quote.start >= part.end:
                stop = max(stop, quote.end + _REACH) if short else min(stop, quote.start)
        after = re.split(r"[.,;:!?„“»«\"\n]", text[part.end : stop])[0]
        found = [word for word in _lower(after, [Span(0, len(after))]) if word in words]
        if found:
            return found[:1]
    return []


def _match(words: list[str], language: Language) -> str | None:
    best, weight = None, 0
    for stance, parts, size in _patterns(language.code):
        if size > weight and all(any(part.fullmatch(word) for word in words) for part in parts):
            best, weight = stance, size
    return best


@cache
def _patterns(code: str) -> tuple[_Pattern, ...]:
    table = Language(code).table("stances")["patterns"]
    return tuple(
        (stance, _compile(pattern), 100 * len(pattern.split()) + len(pattern))
        for stance, patterns in table.items()
        for pattern in patterns
    )


@cache
def _compile(pattern: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(re.escape(part).replace(r"\*", r"\w*")) for part in pattern.split())


def _among(words: Iterable[str], patterns: Iterable[str]) -> bool:
    every = set(words)
    return any(
        all(any(part.fullmatch(word) for word in every) for part in _compile(pattern))
        for pattern in patterns
    )


def _unwilling(
    cue: list[str], negative: list[str], found: str | None, table: Mapping[str, Any]
) -> bool:
    """Tell whether somebody will or can not say („mochte sich nicht äußern“)."""
    if found in ("denies", "supposes", "asserts"):
        return False
    words = set(table["negation"]["words"]) & {*cue, *negative}
    return bool(words) and bool(set(table["negation"]["unwilling"]) & set(cue))


def _settle(found: str | None, cue: list[str], content: list[str], table: Mapping[str, Any]) -> str:
    """Let the content decide where the verb alone does not („wies das Angebot zurück“)."""
    rules = table["content"]
    if found in ("denies", "rejects") and _among(cue, rules["ambiguous"]):
        if _among(content, rules["denied"]):
            return "denies"
        if _among(content, rules["refused"]):
            return "rejects"
    if found in (None, "asserts") and _among(cue, rules["judging"]):
        short = len(content) <= 12
        if short and _among([*content, *cue], rules["falsity"]):
            return "denies"
    return found or "asserts"


def _replies(cue: list[str], content: list[str], rules: Mapping[str, Any]) -> bool:
    """Tell whether a negated content answers somebody („Das gebe es nicht, hielt er dagegen“)."""
    return _among(cue, rules["replying"]) and bool(set(content) & set(rules["negative"]))


def _of_content(
    text: str, statement: Statement, content: list[str], table: Mapping[str, Any]
) -> str | None:
    """Return what the content itself tells („Man äußere sich nicht“, „Geht nach Hause!“)."""
    rules = table["content"]
    ending = statement.quote[-1].of(text)[-1:]
    if ending == "?":
        return "asks"
    if len(content) <= rules["short"] and _among(content, rules["silent"]):
        return "withholds"
    if statement.type == "direct":
        return _of_direct(content, ending, rules)
    if set(content[:14]) & set(rules["uncertain"]):
        return "supposes"
    if _commits(content, rules):
        return "announces"
    if set(content[:14]) & set(rules["asked_of"]) and not set(content) & set(rules["past"]):
        return None if statement.distance else "demands"
    return None


def _of_direct(content: list[str], ending: str, rules: Mapping[str, Any]) -> str | None:
    if len(content) >= 2 and content[1] == "sie" and content[0].endswith("en"):
        return "demands"
    if ending == "!" and len(content) <= 4 and not set(content) & set(rules["subjects"]):
        return "demands"
    if len(content) <= rules["short"] and any(
        first in rules["own"] and second in rules["committed"] and rules["future"] == second[:4]
        for first, second in pairwise(content)
    ):
        return "announces"
    return None


def _commits(content: list[str], rules: Mapping[str, Any]) -> bool:
    """Tell whether the speaker is the subject of a verb of intent („werde man“, „er wolle“)."""
    pairs = list(pairwise(content[:15]))
    return any(
        (first in rules["self"] and second in rules["committed"])
        or (second in rules["self"] and first in rules["committed"])
        for first, second in pairs
    ) and not set(content) & set(rules["past"])
