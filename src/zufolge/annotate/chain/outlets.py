"""Tells outlets, which pass words on, from others."""

import re
from collections.abc import Iterable

from zufolge.annotate.actors.lexicon import general_class
from zufolge.annotate.actors.phrases import parse_phrase
from zufolge.languages import Language
from zufolge.span import Span

# Ends of words that are rarely German.
_FOREIGN = ("a", "i", "o", "u", "y")


def is_outlet(text: str, span: Span, bodies: Iterable[Span], language: Language) -> bool:
    """Tell whether a phrase names a paper, station, agency or portal.

    Args:
        text: the article's text.
        span: the phrase.
        bodies: spans of names of bodies.
        language: supplies the table ``actors``.

    Returns:
        True for „der Agentur Terpress“, „dem WDR“, „der »Elbtaler Rundschau«“.
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
    acronym = re.fullmatch(r"[A-ZÄÖÜ]{2,5}(?: \w+)?", phrase.name)
    body = any(span.covers(b) for b in bodies)
    return bool(phrase.definite and (acronym or (phrase.quoted and body)))


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
