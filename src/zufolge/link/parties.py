"""Parties: which speakers stand for the same person or body, as far as names tell."""

import re
import unicodedata
from functools import cache, lru_cache

from zufolge.actor import Actor
from zufolge.annotate.actors.lexicon import general_class
from zufolge.languages import GERMAN, Language
from zufolge.link.claims import Speaker
from zufolge.link.roles import description, master, roles, stands_for
from zufolge.link.stems import stems

_WORD = re.compile(r"\w+")
_BODY = r"(?P<body>[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+){0,3})"
# So far from a name its apposition may begin, in code points.
_REACH = 90
_LONG = 4


def speaker_of(actor: Actor, text: str, language: Language) -> Speaker:
    """Return an actor as a claim needs it.

    Args:
        actor: an actor of the article.
        text: the article's text.
        language: supplies the tables ``linking`` and ``actors``.
    """
    body, held = body_of(actor, text, language), roles(actor, text, language)
    return Speaker(actor.name, actor.kind, body, held)


def body_of(actor: Actor, text: str, language: Language) -> str:
    """Return the body that somebody speaks for, where the text says so beside the name.

    „Rautavalta-Sprecher Mikko Salmela“ gives "Rautavalta", „die Sprecherin des Ministeriums,
    Anna Holm“ gives "Ministeriums", „ein Sprecher der Polizei“ gives "Polizei".

    Args:
        actor: an actor of the article.
        text: the article's text.
        language: supplies the words for spokespersons (table ``linking``).

    Returns:
        A name as in the text, or "".
    """
    if actor.kind not in ("person", "unnamed"):
        return ""
    inside = _speaking(language.code).search(actor.name)
    if inside:
        return inside["body"] or inside["compound"] or ""
    for mention in actor.mentions[:3]:
        before = text[max(0, mention.start - _REACH) : mention.end]
        after = text[mention.end : mention.end + _REACH]
        beside = _beside(before, mention.end - mention.start, after, language.code)
        if beside:
            return beside
    return ""


def _beside(before: str, name: int, after: str, code: str) -> str:
    """Return the body in an apposition right before or after a name."""
    speaking = _speaking(code)
    for match in speaking.finditer(before):
        between = before[match.end() : len(before) - name]
        if len(between.strip(" ,")) == 0 or match.end() > len(before) - name:
            return match["body"] or match["compound"] or ""
    told = speaking.match(after.removeprefix(",").lstrip())
    return (told["body"] or "") if told else ""


@cache
def _speaking(code: str) -> re.Pattern[str]:
    table = Language(code).table("linking")["spokespersons"]
    nouns, prepositions = "|".join(table["nouns"]), "|".join(table["prepositions"])
    return re.compile(
        rf"(?:(?P<compound>[A-ZÄÖÜ][\w-]*?\w)s?-?)?(?i:{nouns})\b(?: (?:{prepositions}) {_BODY})?"
    )


@lru_cache(maxsize=50_000)
def tokens(name: str) -> frozenset[str]:
    """Return the stems of a name, without articles."""
    folded = unicodedata.normalize("NFC", name)
    found = stems(folded, GERMAN)
    return frozenset(found or _WORD.findall(folded.casefold()))


def same_party(left: Speaker | None, right: Speaker | None) -> bool:
    """Tell whether two speakers stand for the same person or body.

    Args:
        left: a speaker, or null.
        right: another.

    Returns:
        True for the same name, for a surname and a full name, for a body and its spokesperson, and
        for „der Kunsthistoriker“ where the other article calls the person so.
    """
    if left is None or right is None:
        return False
    return left.name == right.name or _same(left, right)


def one_body(left: Speaker | None, right: Speaker | None) -> bool:
    """Tell whether two people speak for one body, named by both articles.

    Two spokespersons of the police are two people, but no two origins.
    """
    if left is None or right is None or not left.body or not right.body:
        return False
    return left.body == right.body and not general_class(left.body, GERMAN.code)


def speaks_for(speaker: Speaker, link: Speaker) -> bool:
    """Tell whether somebody is a link before him in a chain, or speaks for it.

    Args:
        speaker: „Sprecherin Ida Lund“, of whom the article need not say whose.
        link: the link right before.
    """
    if same_party(speaker, link):
        return True
    nouns = tuple(GERMAN.table("linking")["spokespersons"]["nouns"])
    told = any(role.endswith(nouns) for role in speaker.roles)
    return told and not speaker.body and link.kind in ("office", "organisation")


@lru_cache(maxsize=200_000)
def _same(left: Speaker, right: Speaker) -> bool:
    one, other = tokens(left.name), tokens(right.name)
    if one == other:
        return True
    if _described(left, right) or _described(right, left):
        return True
    if left.kind == right.kind == "person":
        return one <= other or other <= one
    for whole, part in ((left, right), (right, left)):
        # A surname alone may have been taken for a body.
        if whole.kind == "person" and " " not in part.name and part.name == _last(whole.name):
            return True
    if "person" not in (left.kind, right.kind):
        # „das Verteidigungsministerium“ and „russisches Verteidigungsministerium“
        short, long = sorted((one, other), key=len)
        if short <= long and any(len(each) > _LONG for each in short):
            return True
    bodies = [tokens(each.body) for each in (left, right) if each.body]
    names = [tokens(each.name) for each in (left, right) if each.kind != "person"]
    return any(body & name for body in bodies for name in names)


def is_described(speaker: Speaker | None) -> bool:
    """Tell whether a speaker has no name, only a noun that may fit others („Minister“, „Klinik“).

    „Feuerwehr“ and „SPD“ are names enough.
    """
    noun = description(speaker.name, speaker.kind, GERMAN.code) if speaker else ""
    return bool(noun) and noun not in GERMAN.table("actors")["unique"]["bodies"]


def _described(one: Speaker, other: Speaker) -> bool:
    """Tell whether one is only described, by what the other's article calls the other."""
    noun = description(one.name, one.kind, GERMAN.code)
    masters = {master(each.name, GERMAN.code) for each in (one, other)} - {""}
    if len(masters) > 1:
        return False
    return bool(noun) and stands_for(noun, other.roles, GERMAN.code)


def _last(name: str) -> str:
    return name.rsplit(" ", 1)[-1]
