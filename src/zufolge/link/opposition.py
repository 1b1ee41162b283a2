"""Tells whether two contents are each other's contrary: by negation, "un-" or antonyms.

Sentence vectors cannot see this, and like words make it look the same; so it is a hard rule.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from zufolge.languages import GERMAN, Language
from zufolge.link.claims import Claim
from zufolge.link.features import covered
from zufolge.link.stems import stems
from zufolge.link.words import negated

_MARKS = re.compile(r"[,;:.!?…–—]+(?=\s|$)")
# So much of the words of either side has to stand on the other one too.
_LIKE = 0.6
_PREFIX = "un"
_FEWEST, _SHORTEST = 2, 4
_ASIDE = frozenset({"denies", "rejects", "asks", "withholds", "demands"})


def opposed(a: Claim, b: Claim) -> bool:
    """Tell whether exactly one of two claims is turned around.

    „Die Mauer sei unterspült“ and „Die Mauer sei nicht unterspült“ are opposed, and so are
    „geöffnet“ and „geschlossen“. A negation counts for its clause alone: „Solange kein Befund da
    ist, gelte er als unschuldig“ is not opposed to „Er gelte als unschuldig“. The content of a
    denial may or may not hold the negation: two denials are never opposed, and of a denial and an
    assertion it is the assertion that counts.

    Args:
        a: a claim.
        b: another.
    """
    denying = [claim.stance == "denies" for claim in (a, b)]
    if all(denying):
        return False
    turned = not (a if denying[1] else b).negated if any(denying) else _turned(a, b)
    return turned != _contrary(_only(a, b), _only(b, a))


def _turned(a: Claim, b: Claim) -> bool:
    """Tell whether exactly one of two claims is negated where it speaks of what the other says."""
    if a.negated == b.negated:
        return False
    turned, plain = (a, b) if a.negated else (b, a)
    told = [
        (sum(plain.words.get(stem, 0.0) for stem in clause), is_negated)
        for clause, is_negated in _clauses(turned.text, GERMAN.code)
    ]
    most = max((shared for shared, _ in told), default=0.0)
    return all(is_negated for shared, is_negated in told if shared == most) if most else True


@lru_cache(maxsize=20_000)
def _clauses(text: str, code: str) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """Return the stems of a text's clauses, as far as marks part them, and which are negated."""
    parts = [part for part in _MARKS.split(text) if part.strip()]
    return tuple((stems(part, Language(code)), negated(part, Language(code))) for part in parts)


def contradict(a: Claim, b: Claim) -> bool:
    """Tell whether two opposed claims say the contrary of one thing in like words."""
    if min(len(a.words), len(b.words)) < _FEWEST or {a.stance, b.stance} & _ASIDE:
        return False
    alike = covered(a.words, b.words), covered(b.words, a.words)
    return min(*alike) >= _LIKE and opposed(a, b)


def _only(claim: Claim, other: Claim) -> list[str]:
    return [stem for stem in claim.words if stem not in other.words]


def _contrary(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether a stem of one side is the contrary of a stem of the other."""
    facing = {each for stem in right for each in _sides(stem)}
    if any((pair, not second) in facing for stem in left for pair, second in _sides(stem)):
        return True
    ends = ((left, right), (right, left))
    return any(_negative_of(one, other) for own, others in ends for one in own for other in others)


@lru_cache(maxsize=50_000)
def _sides(stem: str) -> frozenset[tuple[int, bool]]:
    """Return the pairs of antonyms that a stem belongs to, by number, and whether as the second."""
    return frozenset(
        (number, second)
        for number, sides in enumerate(_pairs(GERMAN.code))
        for second, beginnings in zip((False, True), sides, strict=True)
        if stem.startswith(beginnings)
    )


def _negative_of(one: str, other: str) -> bool:
    """Tell whether a stem is another one with "un-" (ungült, gultig)."""
    if not one.startswith(_PREFIX):
        return False
    rest = one.removeprefix(_PREFIX)
    if len(rest) < _SHORTEST or one in _unlike(GERMAN.code):
        return False
    return len(other) >= _SHORTEST and (other.startswith(rest) or rest.startswith(other))


@cache
def _unlike(code: str) -> frozenset[str]:
    return frozenset(Language(code).table("antonyms")["unlike"])


@cache
def _pairs(code: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    table = Language(code).table("antonyms")["pairs"]
    return tuple((_folded(first), _folded(second)) for first, second in table)


def _folded(beginnings: Iterable[str]) -> tuple[str, ...]:
    # The stemmer takes the dots off its vowels.
    plain = str.maketrans("äöü", "aou")
    return tuple(each.rstrip("-").translate(plain).replace("ß", "ss") for each in beginnings)
