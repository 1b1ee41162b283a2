"""Writes an actor's canonical name: in the nominative, without article or title."""

import re

from zufolge.annotate.actors.lexicon import find_noun, general_class, is_dropped, lemma
from zufolge.annotate.actors.phrases import Phrase, is_nominalised
from zufolge.languages import Language

_QUOTES = re.compile(r"[„“”\"»«‚‘›‹]")
_STRONG = {"m": "er", "f": "e", "n": "es", "pl": "e"}
_WEAK_NOUN = re.compile(r"(ant|ent|ist|og|at|soph)en$")
_WEAK_ENDING = re.compile(r"(en|er|es|em|e)$")


def canonical_name(phrase: Phrase, language: Language) -> str:
    """Return the name under which the actor of a phrase is recorded.

    „des russischen Verteidigungsministeriums“ gives „russisches Verteidigungsministerium“, „einem
    westlichen Diplomaten“ gives „ein westlicher Diplomat“, „die Agentur Terpress“ gives „Terpress“.

    Args:
        phrase: a noun phrase with a head or a name.
        language: supplies the table ``actors``.

    Returns:
        A name or a description in the nominative.
    """
    if phrase.name and (not phrase.head or _drops_head(phrase, language)):
        return bare_name(phrase, language)
    if phrase.definite == "indefinite" and phrase.adjectives[:1] == ("der",):
        # „einem der beiden Lotsen“: only the first word has a case to lose.
        first = "eine" if phrase.determiner == "eine" else "einer"
        return " ".join((first, *phrase.adjectives, phrase.head, phrase.rest)).strip()
    pointing = tuple(language.table("actors")["apposition"]["pointing"])
    told = [word for word in phrase.adjectives if not word.startswith(pointing)]
    if phrase.name:
        # „das Kölner Auktionshaus Hallmann“: where it is, is no part of its name.
        told = [word for word in told if not (word[0].isupper() and word.endswith("er"))]
    adjectives = [_inflect(word, phrase) for word in told]
    if phrase.definite == "possessive" and phrase.determiner[:1].isupper():
        adjectives = [phrase.determiner, *adjectives]
    article = [] if _is_unique(phrase, language) else _article(phrase)
    words = [*article, *adjectives, _nominative(phrase, language)]
    if phrase.name:
        words.append(f"„{phrase.name}“" if phrase.quoted else phrase.name)
    elif phrase.rest and not phrase.rest.startswith((",", "(")):
        rest = re.sub(r"\s*\([^)]*\)$", "", phrase.rest)
        words.append(_QUOTES.sub("", rest) if phrase.definite == "indefinite" else rest)
    return " ".join(words)


def nominative_words(words: list[str], determiner: str, language: Language) -> list[str]:
    """Return a name's words without the case that an article gave them.

    Args:
        words: „Neuen Harzer Zeitung“, word by word.
        determiner: the article before it in lower case.
        language: supplies the table ``actors``.

    Returns:
        „Neue Harzer Zeitung“.
    """
    last = find_noun(words[-1], language.code)
    first = words[0]
    # Behind „die“ and „das“ only the plural ends in -en („die Kronen Zeitung“ has no adjective).
    plural = determiner == "die" and words[-1].lower().endswith("en")
    ending = r"[a-zäöüß]e$" if determiner in ("die", "das") and not plural else r"[a-zäöüß]en?$"
    adjective = len(words) > 1 and re.search(ending, first)
    known = find_noun(first, language.code) is not None
    if adjective and (last or plural) and (not known or first in _adjectives_known(language)):
        gender = "pl" if plural or not last or last.plural else last.gender
        first = _WEAK_ENDING.sub(_STRONG[gender], first)
    words = [first, *words[1:]]
    if determiner in ("dem", "den", "des") and words[-1].lower().endswith("boten"):
        words[-1] = words[-1][:-1]
    return words


def _adjectives_known(language: Language) -> list[str]:
    return list(language.table("names")["adjectives"])


def _is_unique(phrase: Phrase, language: Language) -> bool:
    """Tell whether a noun is a name by itself („der Kreml“, „die EU-Kommission“)."""
    head = lemma(phrase.head, language.code)
    initial = phrase.head.split("-")[0]
    acronym = "-" in phrase.head and len(initial) > 1 and initial.isupper()
    body = phrase.noun is not None and phrase.noun.kind not in ("person", "document", "data")
    outlets = tuple(language.table("actors")["outlets"]["endings"])
    if head.endswith(outlets) and head not in outlets and not general_class(head, language.code):
        # „die Rheinpresse“, „das Westradio“
        return True
    return body and (acronym or head in language.table("actors")["unique"]["bodies"])


def bare_name(phrase: Phrase, language: Language) -> str:
    """Return the proper name in a phrase without the legal form („Heidebau GmbH“: „Heidebau“)."""
    forms = set(language.table("actors")["legal"]["forms"])
    words = phrase.name.split()
    while len(words) > 1 and words[-1].lower().strip(".") in forms:
        words = words[:-1]
    if phrase.definite and (phrase.quoted or not phrase.head):
        words = nominative_words(words, phrase.determiner, language)
    own = [word for word in phrase.adjectives if word[0].isupper() and not word.endswith("er")]
    if own and not phrase.head and phrase.definite:
        words = [_inflect(word, phrase) for word in own] + words
    return _QUOTES.sub("", " ".join(words))


def _drops_head(phrase: Phrase, language: Language) -> bool:
    if phrase.noun is None:
        return False
    if phrase.noun.kind == "person":
        return True
    if phrase.noun.kind in ("document", "data"):
        return False
    table = language.table("actors")["apposition"]
    kept = lemma(phrase.head, language.code).endswith(tuple(table["kept"]))
    short = phrase.name.isupper() and phrase.noun.kind == "organisation"
    quoted = phrase.quoted and not kept
    return quoted or short or is_dropped(phrase.head, language.code)


def _article(phrase: Phrase) -> list[str]:
    single = phrase.determiner in ("ein", "eine", "einer", "eines", "einem", "einen")
    if phrase.noun is None and phrase.definite == "indefinite" and phrase.head and single:
        return ["eine" if phrase.determiner in ("eine", "einer") else "ein"]
    if phrase.noun is None or phrase.plural:
        many = phrase.definite == "indefinite" and not single
        people = phrase.noun is not None and phrase.noun.kind == "person" and not phrase.adjectives
        if people and phrase.definite in ("definite", "demonstrative") and not phrase.rest:
            return ["die"]
        return [_WEAK_ENDING.sub("e", phrase.determiner)] if many else []
    if phrase.noun.kind in ("document", "data"):
        # Papers are known by their noun („Anklageschrift“).
        return []
    if phrase.definite == "indefinite":
        return ["eine" if phrase.gender == "f" else "ein"]
    bare = not (phrase.rest or phrase.name) and (
        phrase.noun.kind == "person" or not phrase.adjectives
    )
    if phrase.definite in ("definite", "demonstrative") and bare:
        # Whoever is known by a description only keeps the article, as „ein Sprecher“ does.
        return [{"m": "der", "f": "die", "n": "das"}[phrase.gender]]
    return []


def _inflect(adjective: str, phrase: Phrase) -> str:
    """Return an adjective in the strong nominative („russische“: „russisches“)."""
    if not adjective.endswith(("e", "en", "er", "es", "em")) or adjective[0].isdigit():
        return adjective
    if adjective.endswith("er") and (adjective[0].isupper() or phrase.plural):
        return adjective
    definite = phrase.definite in ("definite", "demonstrative") and _article(phrase)
    if definite:
        return _WEAK_ENDING.sub("e", adjective)
    ending = _STRONG["pl" if phrase.plural else phrase.gender or _gender(phrase, adjective)]
    return _WEAK_ENDING.sub(ending, adjective)


def _gender(phrase: Phrase, adjective: str) -> str:
    """Return the gender that article and adjective show of a noun that no table knows."""
    if phrase.determiner == "ein" and adjective.endswith(("er", "es")):
        return "m" if adjective.endswith("er") else "n"
    return "m" if phrase.determiner in ("einem", "einen", "eines") else "f"


def _nominative(phrase: Phrase, language: Language) -> str:
    """Return the head without its case ending, as far as determiner and table tell."""
    head, lower = phrase.head, phrase.head.lower()
    genitive = phrase.determiner in ("des", "eines", "seines", "ihres", "dieses")
    if genitive and lower.endswith("s") and phrase.gender in ("m", "n", ""):
        return _with_case(head, lemma(head, language.code))
    table = language.table("actors")["declension"]
    if phrase.plural:
        for form, base in table["dative_plural"].items():
            if lower.endswith(form):
                return head[: len(head) - len(form)] + _with_case(
                    head[len(head) - len(form) :], base
                )
        return head
    oblique = phrase.determiner[-1:] in ("m", "n", "s") or phrase.determiner == ""
    if is_nominalised(head) and phrase.gender == "m" and phrase.determiner[-1:] in ("m", "n", "s"):
        return head.removesuffix("n") + ("r" if phrase.definite == "indefinite" else "")
    for form, base in table["n_nouns"].items():
        if oblique and lower.endswith(form) and phrase.gender == "m":
            return head[: len(head) - len(form)] + _with_case(head[len(head) - len(form) :], base)
    if oblique and phrase.determiner and phrase.gender in ("m", ""):
        # „einem Laboranten“
        return _WEAK_NOUN.sub(r"\1", head)
    return head


def _with_case(original: str, lower: str) -> str:
    if original[:1].isupper():
        # Compounds keep their inner capitals ("EU-Diplomat").
        kept = original[: len(lower)]
        return kept if kept.lower() == lower else lower[:1].upper() + lower[1:]
    return lower


def kind_of(phrase: Phrase, language: Language) -> str:
    """Return the kind of actor that a phrase stands for, one of ``actor.KINDS``."""
    noun = phrase.noun or find_noun(phrase.head, language.code)
    if noun is None:
        return "organisation" if phrase.definite == "definite" or phrase.name else "unnamed"
    if noun.kind == "person":
        return "person" if phrase.name else "unnamed"
    return noun.kind
