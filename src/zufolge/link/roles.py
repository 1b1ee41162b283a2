"""Roles: what an article calls an actor beside the name, and who is meant without a name.

„Der Kunsthistoriker“ is nobody's name. Who that is in another article, its own text must say:
„Museumsdirektor Paul Wirth … der Kunsthistoriker“.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from zufolge.actor import Actor
from zufolge.annotate.actors.lexicon import find_noun, general_class, lemma, same_office
from zufolge.languages import Language

_WORD = re.compile(r"[^\W_]+(?:[-‑][^\W_]+)*")
# What stands between two names in the same sentence is no apposition any more.
_BEFORE = re.compile(r"([A-ZÄÖÜ][\w-]+)[,:]? (?:(?:Dr|Prof)\. )*[„“»«\"'›‹]?$")
_BEHIND = re.compile(r"[“”«»\"']? ?(?:\([^)]{1,30}\))?, ([^,.;:„“»«\n]{4,80})[,.]")
_ORIGIN = re.compile(r"\w{2,}isch(?:e|er|es|en|em)?|[A-ZÄÖÜ]\w{3,}er")
_SPEAKING, _PRINTED = ("office", "organisation"), ("document", "data")
_KINDS = {
    **dict.fromkeys(("person", "unnamed"), ("person",)),
    **dict.fromkeys(_SPEAKING, _SPEAKING),
    **dict.fromkeys(_PRINTED, _PRINTED),
}
_REACH, _MOST = 60, 8
_SHORTEST, _LONG = 4, 10


def roles(actor: Actor, text: str, language: Language) -> tuple[str, ...]:
    """Return the nouns that an article calls an actor by, in the nominative and in lower case.

    Of „Museumsdirektor Paul Wirth … der Kunsthistoriker“: "museumsdirektor", "kunsthistoriker"; of
    „die Gewerkschaft Nordbund“: "gewerkschaft".

    Args:
        actor: an actor of the article.
        text: the article's text.
        language: supplies the table ``actors``.

    Returns:
        The nouns of the actor's kind, in the order of the text, without repetition; at most eight.
    """
    own = [word.casefold() for word in _WORD.findall(actor.name) if actor.kind == "person"]
    found: dict[str, None] = {}
    for told in _told(actor, text):
        for word in told:
            noun = find_noun(word, language.code) if word[0].isupper() else None
            if noun is None or word.casefold() in own[-1:]:
                continue
            if noun.kind in _KINDS[actor.kind] and len(word) >= _SHORTEST:
                found[lemma(word, language.code)] = None
    return tuple(found)[:_MOST]


def _told(actor: Actor, text: str) -> Iterator[list[str]]:
    """Yield the words that may say what an actor is: the name's, a mention's, those beside it."""
    if actor.kind not in ("person", "unnamed"):
        yield _WORD.findall(actor.name)[:4]
    for mention in actor.mentions:
        yield _WORD.findall(mention.of(text))[:6]
        before = _BEFORE.search(text, max(0, mention.start - _REACH), mention.start)
        if before:
            yield [before[1]]
        behind = _BEHIND.match(text, mention.end)
        if behind and actor.kind == "person":
            # The first noun is the office, what follows is whose it is.
            yield [word for word in _WORD.findall(behind[1]) if word[0].isupper()][:1]


@lru_cache(maxsize=50_000)
def description(name: str, kind: str, code: str) -> str:
    """Return the noun by which somebody is only described, in lower case, or "".

    Args:
        name: as recorded of an actor: „der Kunsthistoriker“, „Quasts Verteidiger“, „Minister“.
        kind: one of ``actor.KINDS``.
        code: language code.

    Returns:
        "kunsthistoriker", "verteidiger", "minister"; "" for a name, for „ein Anwohner“, who may be
        anybody, and where a land or an owner behind the noun tells it from others.
    """
    table = Language(code).table("actors")["determiners"]
    words = name.split()
    first = words[0].casefold() if words else ""
    if first in table["indefinite"]:
        return ""
    pointed = any(first in table[kind] for kind in ("definite", "demonstrative", "possessive"))
    owned = bool(master(name, code))
    if pointed or owned:
        words = words[1:]
    if any(_ORIGIN.fullmatch(word) for word in words[:-1]):
        return ""
    rest = [word for word in words if not word[0].islower()] if words else []
    if len(rest) != 1 or rest[0] != words[-1] or find_noun(rest[0], code) is None:
        return ""
    # „Richter“ by itself is a surname as well.
    return lemma(rest[0], code) if pointed or owned or kind != "person" else ""


def master(name: str, code: str) -> str:
    """Return whom somebody serves who is described by that, or "".

    Args:
        name: as recorded: „Quasts Verteidiger“ gives "Quast".
        code: language code.
    """
    first, *others = name.split() or [""]
    aides = Language(code).table("linking")["descriptions"]["aides"]
    is_aide = len(others) == 1 and others[0].casefold() in aides
    return first.removesuffix("s") if is_aide and first.endswith("s") and first.istitle() else ""


def stands_for(noun: str, held: tuple[str, ...], code: str) -> bool:
    """Tell whether somebody described by a noun may be the one who has some roles.

    Args:
        noun: in lower case, from ``description``.
        held: the other one's roles.
        code: language code.

    Returns:
        True for the same noun; for persons too where one is the end of the other or the table
        ``offices`` has both; for bodies where a general noun („die Behörde“) ends one of theirs, or
        only the level of the state is left out („das Kriminalamt“).
    """
    found = find_noun(noun, code)
    if noun in held:
        return True
    if found is None or found.plural or len(noun) < _SHORTEST:
        return False
    if found.kind == "person":
        return any(
            _of_one_gender(noun, role, code) and same_office(noun, role, code) for role in held
        )
    if general_class(noun, code):
        return any(role.endswith(noun) for role in held)
    levels = Language(code).table("linking")["descriptions"]["levels"]
    # „Die Polizei“ is not the Bundespolizei, „das Sozialgericht“ not the Bundessozialgericht.
    named = len(noun) >= _LONG and not noun.endswith(levels["except"])
    return named and any(f"{level}{noun}" in held for level in levels["before"])


def _of_one_gender(one: str, other: str, code: str) -> bool:
    nouns = find_noun(one, code), find_noun(other, code)
    return all(nouns) and len({noun.gender for noun in nouns if noun}) == 1
