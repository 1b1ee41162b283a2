"""Content words, reduced to what their forms have in common."""

import re
from functools import cache, lru_cache

import snowballstemmer

from zufolge.languages import Language

_WORD = re.compile(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*")
_HYPHEN = re.compile(r"[-‑'’]")
_SHORTEST = 3
_NAMES = {"de": "german", "en": "english"}


def stems(text: str, language: Language) -> tuple[str, ...]:
    """Return the stems of a text's content words.

    „Die Soldaten seien eingekesselt, die Soldaten!“ gives "soldat", "eingekesselt".

    Args:
        text: any text.
        language: supplies the words that say nothing (table ``linking``).

    Returns:
        Stems in order, without repetition; the parts of hyphenated words singly.

    Source: Snowball's stemmers (Porter 2001).
    """
    idle = _idle(language.code)
    parts = (part for each in _WORD.finditer(text) for part in _HYPHEN.split(each[0].lower()))
    kept = (part for part in parts if len(part) >= _SHORTEST and part not in idle)
    return tuple(dict.fromkeys(_stem(part, language.code) for part in kept))


@cache
def _idle(code: str) -> frozenset[str]:
    return frozenset(Language(code).table("linking")["idle"])


@lru_cache(maxsize=100_000)
def _stem(word: str, code: str) -> str:
    return str(_stemmer(code).stemWord(word))


@cache
def _stemmer(code: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_NAMES[code])
