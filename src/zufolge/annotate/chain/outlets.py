"""Tells outlets, which pass words on, from others."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile

from zufolge.annotate.actors.lexicon import find_noun, general_class
from zufolge.annotate.actors.phrases import parse_phrase
from zufolge.languages import Language
from zufolge.span import Span

# A noun with the name behind it: „der Zeitung »Maasbode«“, „dem Sender Kanal Nord“.
_INTRODUCED = re.compile(
    r"\b(?P<noun>[A-ZÄÖÜ][\w-]+) (?:[„“\"»«‚](?P<quoted>[^„“”\"»«\n]{2,40})[“”\"«»‘]"
    r"|(?P<plain>[A-ZÄÖÜŠŽČ]\w+(?: [A-ZÄÖÜ0-9]\w*){0,2}))"
)
# Ends of words that are rarely German.
_FOREIGN = ("a", "i", "o", "u", "y")


def is_outlet(text: str, span: Span, bodies: Iterable[Span], language: Language) -> bool:
    """Tell whether a phrase names a paper, station, agency or portal, or probably does.

    Letters behind an article („der MDR“) and a body's name in quotation marks probably do.

    Args:
        text: the article's text.
        span: the phrase.
        bodies: spans of names of bodies.
        language: supplies the table ``actors``.

    Returns:
        True for „der Agentur Terpress“, „dem WDR“, „der »Elbtaler Rundschau«“.
    """
    if is_known_outlet(text, span, language):
        return True
    phrase = parse_phrase(text, span, language)
    acronym = re.fullmatch(r"[A-ZÄÖÜ]{2,5}(?: \w+)?", phrase.name)
    body = any(span.covers(b) for b in bodies)
    return bool(phrase.definite and (acronym or (phrase.quoted and body)))


def is_known_outlet(text: str, span: Span, language: Language) -> bool:
    """Tell whether a phrase names an outlet by its noun, its name, or one introduced before.

    Args:
        text: the article's text.
        span: the phrase.
        language: supplies the table ``actors``.
    """
    phrase = parse_phrase(text, span, language)
    if phrase.definite in ("demonstrative", "possessive") and not phrase.name:
        # „dieser Zeitung“, „unserer Redaktion“ is the article's own.
        return False
    table = language.table("actors")["outlets"]
    name = phrase.name.lower().strip('"„“»«')
    if phrase.head and general_class(phrase.head, language.code) == "media":
        return True
    words = [*name.split(), phrase.head.lower()] if name else [phrase.head.lower()]
    if name in table["known"] or any(word in table["known"] for word in words):
        return True
    if any(word.endswith(tuple(table["endings"])) for word in words if word):
        return True
    if words[0] in table["prefixes"] or phrase.head.lower() in table["prefixes"]:
        return True
    return bool(name) and name in outlet_names(text, language.code)


@lru_cache(maxsize=4)
def outlet_names(text: str, code: str) -> frozenset[str]:
    """Return the names that a noun for an outlet introduces anywhere in a text.

    „die Zeitung Maasbode … laut Maasbode“: the second one is known by the first.

    Args:
        text: the article's text.
        code: language code.

    Returns:
        Names in lower case, without quotation marks.
    """
    language = Language(code)
    found = set()
    for match in _INTRODUCED.finditer(text):
        if general_class(match["noun"], code) == "media":
            name = match["quoted"] or match["plain"]
            # „die Agentur Tass Präsidentensprecher Orlenko“ ends before the person.
            words = list(takewhile(lambda word: not _is_person(word, code), name.split()))
            found.add(" ".join(words).lower())
    known = language.table("actors")["outlets"]["known"]
    return frozenset(found - set(known) - {""})


def _is_person(word: str, code: str) -> bool:
    noun = find_noun(word, code)
    return noun is not None and noun.kind == "person"


def is_body(text: str, span: Span, bodies: Iterable[Span], language: Language) -> bool:
    """Tell whether a phrase is an outlet or a body known by its name only („der Marcador“).

    Whoever is told something or passes it on and has no other noun is taken for an outlet.

    Args:
        text: the article's text.
        span: the phrase.
        bodies: spans of names of bodies.
        language: supplies the table ``actors``.
    """
    if is_outlet(text, span, bodies, language):
        return True
    phrase = parse_phrase(text, span, language)
    if phrase.noun is not None or phrase.definite not in ("", "definite"):
        return False
    if any(span.covers(body) and body.end == span.end for body in bodies):
        return True
    # „der Marca“: an article, and a word that German has not built.
    rest = phrase.head or phrase.name
    foreign = rest.isalpha() and rest[:1].isupper() and rest.endswith(_FOREIGN)
    return phrase.determiner in ("der", "die", "dem") and foreign and not phrase.rest
