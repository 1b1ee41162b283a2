"""Tells in which language a text is, and refuses those that zufolge does not read."""

import re
from functools import cache
from typing import NamedTuple

from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder
from lingua import Language as Tongue

from zufolge.errors import UnsupportedLanguage
from zufolge.languages import SUPPORTED, Language
from zufolge.sources.decoding import STEP

# The beginning says enough; reading more only costs time.
_SAMPLE = 4000
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]")
# Function words of the supported language: so many different ones, and this share of all words.
_LEAST_DIFFERENT = 3
_LEAST_SHARE = 0.08
# Headlines and lone sentences are too short to be refused: "Putin droht Selenskyj" is any language.
_LEAST_LETTERS = 40
# Close relatives (Croatian, Bosnian) share the probability: what counts is how little is left.
_MOST_DOUBT = 0.01
# A few words: the letters alone mistake „Es war taghell“ for English, its frequent words do not.
_FEWEST_WORDS, _MOST_OWN, _UNLIKELY = 2, 0.5, 0.1
# Languages that few articles are in, but that lists of foreign names look like.
_SELDOM = (
    *(Tongue.BASQUE, Tongue.ESPERANTO, Tongue.GANDA, Tongue.IRISH, Tongue.LATIN, Tongue.MAORI),
    *(Tongue.SHONA, Tongue.SOTHO, Tongue.TSONGA, Tongue.TSWANA, Tongue.WELSH, Tongue.XHOSA),
    *(Tongue.YORUBA, Tongue.ZULU),
)
_NAMES = {"BOKMAL": "Norwegian", "NYNORSK": "Norwegian"}


def check_language(text: str, name: str) -> str:
    """Find the language of a text.

    Function words decide for a supported language; only where they do not is the text compared with
    the letter sequences of all languages (lingua, Stahl 2021), and refused only if that is sure.

    Args:
        text: the report.
        name: what to call it in errors.

    Returns:
        One of ``languages.SUPPORTED``, as ISO 639-1 code.

    Raises:
        UnsupportedLanguage: if it is surely in another language.
    """
    sample = text[:_SAMPLE]
    words = [word.casefold() for word in _WORD.findall(sample)]
    shares = {code: _function_words(words, code) for code in SUPPORTED}
    best = max(SUPPORTED, key=lambda code: shares[code].share)
    if shares[best].different >= _LEAST_DIFFERENT and shares[best].share >= _LEAST_SHARE:
        return best
    other = _other_language(sample, sum(map(len, words)), shares[best].share)
    if other is None:
        return best
    raise UnsupportedLanguage(_message(other), article=name, step=STEP)


def is_foreign(text: str) -> bool:
    """Tell whether a short text is likely in a language that zufolge does not read.

    „Köprü kapalı“ is; a single word is not, as names and cries are of any language.

    Args:
        text: some words, a quotation for instance.
    """
    words = _WORD.findall(text.casefold())
    frequent = {word for code in SUPPORTED for word in Language(code).table("linking")["idle"]}
    own = sum(word in frequent for word in words)
    if len(words) < _FEWEST_WORDS or own > _MOST_OWN * len(words):
        return False
    found = _detector().compute_language_confidence_values(text)
    return sum(each.value for each in found if _code(each.language) in SUPPORTED) < _UNLIKELY


class _Found(NamedTuple):
    different: int
    share: float


def _function_words(words: list[str], code: str) -> _Found:
    known = _table(code)
    found = [word for word in words if word in known]
    return _Found(len(set(found)), len(found) / len(words) if words else 0.0)


def _other_language(sample: str, letters: int, share: float) -> str | None:
    """Return the English name of the language if it is surely none of the supported ones."""
    if not letters:
        return None
    found = _detector().compute_language_confidence_values(sample)
    best = found[0]
    if best.value == 0 or _code(best.language) in SUPPORTED:
        return None
    foreign_script = 2 * len(_LATIN.findall(sample)) < letters
    long_enough = letters >= _LEAST_LETTERS and share < _LEAST_SHARE
    doubt = sum(each.value for each in found if _code(each.language) in SUPPORTED)
    sure = long_enough and doubt <= _MOST_DOUBT
    return _english(best.language) if sure or foreign_script else None


def _message(other: str) -> str:
    read = " and ".join(
        _english(Tongue.from_iso_code_639_1(IsoCode639_1.from_str(code))) for code in SUPPORTED
    )
    return f"the text is in {other}, but only {read} is read"


def _code(language: Tongue) -> str:
    return language.iso_code_639_1.name.lower()


def _english(language: Tongue) -> str:
    return _NAMES.get(language.name, language.name.title())


@cache
def _table(code: str) -> frozenset[str]:
    return frozenset(Language(code).table("function_words")["distinctive"])


@cache
def _detector() -> LanguageDetector:
    # Trigrams alone: a third of a second and 60 MB instead of six seconds and 900 MB.
    languages = LanguageDetectorBuilder.from_all_languages_without(*_SELDOM)
    return languages.with_low_accuracy_mode().build()
