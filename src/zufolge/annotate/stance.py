"""Finds how a speaker stands to what is said, by the verb or noun of saying in its construction."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from zufolge.annotate.stance_content import (
    Content,
    among,
    compiled,
    lower,
    read_content,
    stance_of_content,
)
from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Statement

# A negative word counts where it stands no further from the cue than this, in code points.
_REACH = 24
_SHORT = 6
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?][“”\"«»]?\s+(?=[„“\"»A-ZÄÖÜ]|$)|\n")

_Pattern = tuple[str, tuple[re.Pattern[str], ...], int]


def find_stance(
    text: str,
    statement: Statement,
    language: Language,
    inherited: str | None = None,
    before: Sequence[str] = (),
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
        before: the stances of the statements before it in the same paragraph, the nearest last.

    Returns:
        One of ``statement.STANCES``.
    """
    table = language.table("stances")
    content = read_content(text, statement, language)
    cue = _words_of_saying(text, statement, content, language)
    if not cue:
        return stance_of_content(content, language, before) or inherited or "asserts"
    negative = _negation(text, statement, cue, table)
    # „rechnete [mit Verlusten]“: the preposition may have been taken for content.
    governed = content.words[:1] if content.type == "reported" else ()
    found = _match(frozenset([*cue, *negative, *governed]), language.code)
    if _unwilling(cue, negative, found, table):
        return "withholds"
    if found == "asks" and content.words[:1] and content.words[0] in table["content"]["claimed"]:
        # „will wissen, dass …“ claims knowledge.
        return "asserts"
    settled = _settle(found, cue, content, table)
    if settled != "asserts":
        return _in_own_words(text, statement, cue, content, settled, language)
    rules = table["content"]
    if among(cue, rules["promising"]) and content.foresees(rules):
        return "announces"
    replying = among(cue, rules["replying"])
    if found is None or replying:
        told = stance_of_content(content, language, before, replying=replying)
        return told or "asserts"
    return "asserts"


def _words_of_saying(
    text: str, statement: Statement, content: Content, language: Language
) -> list[str]:
    """Return the words of the cue; what lacks its verb borrows it from the content.

    „hat [die Meldung dementiert]“, „[Er bat um Geduld]“: the verb was taken for content. A cue in
    another sentence („Berg bestritt das. [Er sei da gewesen]“) is none of this content.
    """
    auxiliary = language.table("stances")["content"]["auxiliary"]
    cue = lower(text, statement.cue)
    if cue and _apart(text, statement):
        return []
    if statement.type == "reported" and cue and set(cue) <= set(auxiliary):
        return [*cue, *content.words[-2:]]
    if not cue and statement.type in {"reported", "indirect"}:
        words = _WORD.findall(" ".join(span.of(text) for span in statement.quote))
        small = [word for word in words if word.islower()]
        found = _match(frozenset(small), language.code)
        return small if found not in (None, "asserts") else []
    return cue


def _apart(text: str, statement: Statement) -> bool:
    """Tell whether a sentence ends between the content and every part of the cue."""
    if statement.type != "indirect_free_indirect":
        return False
    first, last = statement.quote[0].start, statement.quote[-1].end
    gaps = [
        text[part.end : first] if part.end <= first else text[last : part.start]
        for part in statement.cue
    ]
    return all(_SENTENCE_END.search(gap) for gap in gaps)


def _negation(
    text: str, statement: Statement, cue: list[str], table: Mapping[str, Any]
) -> list[str]:
    """Return the negative word beside the cue, outside of the quote, unless the cue has it."""
    words = set(table["negation"]["words"])
    if words.intersection(cue) or not statement.cue:
        return []
    for part in {statement.cue[0], statement.cue[-1]}:
        stop = part.end + _REACH
        for quote in statement.quote:
            # „bestätigte das nicht“: a short object may stand between.
            short = quote.end - quote.start <= _SHORT
            if quote.start >= part.end:
                stop = max(stop, quote.end + _REACH) if short else min(stop, quote.start)
        after = re.split(r"[.,;:!?„“»«\"\n]", text[part.end : stop])[0]
        found = [word for word in lower(after, [Span(0, len(after))]) if word in words]
        if found:
            return found[:1]
    return []


@lru_cache(maxsize=4096)
def _match(words: frozenset[str], code: str) -> str | None:
    best, weight = None, 0
    for stance, parts, size in _patterns(code):
        if size > weight and all(any(part.fullmatch(word) for word in words) for part in parts):
            best, weight = stance, size
    return best


@cache
def _patterns(code: str) -> tuple[_Pattern, ...]:
    table = Language(code).table("stances")["patterns"]
    return tuple(
        (stance, compiled(pattern), 100 * len(pattern.split()) + len(pattern))
        for stance, patterns in table.items()
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


def _settle(found: str | None, cue: list[str], content: Content, table: Mapping[str, Any]) -> str:
    """Let the content decide where the verb alone does not („wies das Angebot zurück“)."""
    rules = table["content"]
    if found in ("denies", "rejects") and among(cue, rules["ambiguous"]):
        if among(content.words, rules["asked_for"]):
            return "withholds"
        if among(content.words, rules["denied"]):
            return "denies"
        if among(content.words, rules["refused"]):
            return "rejects"
    if found in (None, "asserts") and (
        among(cue, rules["judging"])
        # „hält [den Bericht für Unfug]“
        or (content.type == "reported" and among([*cue, *content.words], rules["judging"]))
    ):
        short = len(content.words) <= 12
        if short and among([*content.words, *cue], rules["falsity"]):
            return "denies"
    return found or "asserts"


def _in_own_words(
    text: str,
    statement: Statement,
    cue: list[str],
    content: Content,
    settled: str,
    language: Language,
) -> str:
    """Let a reply tell its stance itself („X widersprach: Er habe durchaus angerufen“)."""
    rules = language.table("stances")["content"]
    if settled != "denies" or not among(cue, rules["contradicting"]):
        return settled
    before = text[: statement.quote[0].start].rstrip(' \n„“»«"')
    if statement.type != "direct" and not before.endswith(":"):
        return settled
    return stance_of_content(content, language, replying=True) or "asserts"
