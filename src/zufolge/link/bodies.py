"""Compares the names of two bodies, papers or data sources."""

from functools import cache

from rapidfuzz.distance import OSA

from zufolge.languages import GERMAN, Language
from zufolge.link.names import BodyName, fold
from zufolge.link.offices import same_origin

_SHORTEST_CLOSE = 7


def compare_bodies(
    left: BodyName,
    right: BodyName,
    brackets: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset()),
    language: Language = GERMAN,
) -> tuple[str, str, str] | None:
    """Compare two bodies' names.

    Args:
        left: the one.
        right: the other.
        brackets: abbreviations that their articles put in brackets behind them, folded.
        language: supplies the table ``identity``.

    Returns:
        The evidence (one of ``likeness.SCORES``) with the two values compared, or nothing where
        they are two bodies.
    """
    if _both_known(left, right, language):
        return ("abbreviation", left.key, right.key)
    if short := _short(left, right, brackets):
        return short
    same_nouns = left.nouns == right.nouns
    if same_nouns and left.names == right.names:
        return _by_origin(left, right, language)
    if same_nouns and left.nouns and (left.places and right.places):
        # „Kölner Polizei“ and „Polizei Köln“.
        return _by_places(left, right, language) or _close(left, right)
    return _close(left, right)


def known_forms(body: BodyName, language: Language = GERMAN) -> tuple[str, ...]:
    """Return all names, folded, of a body that the table of abbreviations knows.

    Args:
        body: „dpa“, or „Deutsche Presse-Agentur“.
        language: supplies the table ``identity``.

    Returns:
        The short form first; nothing for a body that the table does not know.
    """
    return _abbreviations(language).get(body.whole, ())


@cache
def _abbreviations(language: Language) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group in language.table("identity")["abbreviations"]["same"]:
        folded = tuple(fold(each).replace(" ", "") for each in group)
        found.update(dict.fromkeys(folded, folded))
    return found


def _both_known(left: BodyName, right: BodyName, language: Language) -> bool:
    forms = known_forms(left, language)
    return right.whole != left.whole and right.whole in forms


def _short(
    left: BodyName, right: BodyName, brackets: tuple[frozenset[str], frozenset[str]]
) -> tuple[str, str, str] | None:
    """Compare an abbreviation with a long name, by its article's brackets or by its letters."""
    for one, other, told in ((left, right, brackets[0]), (right, left, brackets[1])):
        evidence = None
        if other.whole in told:
            evidence = "bracket"
        elif other.short and one.initials and one.initials == other.whole:
            evidence = "initials of words"
        if evidence:
            return (evidence, left.key, right.key)
    return None


def _by_origin(left: BodyName, right: BodyName, language: Language) -> tuple[str, str, str] | None:
    if left.origins == right.origins:
        return ("name", _shown(left), _shown(right))
    if not left.origins or not right.origins:
        # „Tass“ is the Russian one without saying so, „das Außenministerium“ anybody's.
        named = left.names or left.alone
        return ("name" if named else "no origin", _shown(left), _shown(right))
    return _by_places(left, right, language)


def _by_places(left: BodyName, right: BodyName, language: Language) -> tuple[str, str, str] | None:
    fits = all(
        any(same_origin(one, other, language) for other in right.places) for one in left.places
    ) and all(
        any(same_origin(one, other, language) for other in left.places) for one in right.places
    )
    return ("origin", _shown(left), _shown(right)) if fits else None


def _close(left: BodyName, right: BodyName) -> tuple[str, str, str] | None:
    """Compare long names that differ in a letter."""
    if left.origins != right.origins or left.nouns != right.nouns:
        return None
    one, other = " ".join(left.names), " ".join(right.names)
    if min(len(one), len(other)) < _SHORTEST_CLOSE or any(sign.isdigit() for sign in one + other):
        return None
    distance = OSA.distance(one, other, score_cutoff=1)
    return ("close spelling", left.key, right.key) if distance <= 1 else None


def _shown(body: BodyName) -> str:
    origins = f" ({', '.join(sorted(body.origins))})" if body.origins else ""
    return body.key + origins
