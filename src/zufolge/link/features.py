"""What speaks for and against a relation between two claims, as figures from -1 to 1."""

from collections.abc import Mapping
from functools import lru_cache

from zufolge.link.amounts import compare_amounts
from zufolge.link.claims import Claim, Speaker
from zufolge.link.parties import same_party, tokens
from zufolge.link.passages import contained
from zufolge.link.senses import says
from zufolge.link.vectors import cosine

Features = dict[str, float]

_FAR = 12.0
_SHORTEST_PART, _LONGEST_PREFIX = 5, 6


def features(a: Claim, b: Claim) -> Features:
    """Return the features of a pair.

    Args:
        a: the claim that comes first, by publication and place in the article.
        b: the other one.

    Returns:
        Figures by name, always the same names in the same order.
    """
    return {
        **_wording(a, b),
        **_manner("a", a),
        **_manner("b", b),
        **_stances(a, b),
        **_people(a, b),
        **_places(a, b),
        **_amounts(a, b),
        **says(a.sense, b.sense),
    }


def _wording(a: Claim, b: Claim) -> Features:
    exact, soft = overlap(a.words, b.words)
    shared = [min(a.words[stem], b.words[stem]) for stem in a.words if stem in b.words]
    in_b, in_a = covered(a.words, b.words), covered(b.words, a.words)
    return {
        "exact": exact,
        "soft": soft,
        "contained": max(in_b, in_a),
        "strongest": max(shared, default=0.0),
        "hits": min(1.0, len(shared) / 5),
        "a_around_b": covered(a.words, b.context),
        "b_around_a": covered(b.words, a.context),
        "around": overlap(a.context, b.context)[0],
        "cosine": cosine(a.vector, b.vector),
        "reprint": contained(a.passages, b.passages),
        "verbatim": float(_inside(a.text, b.text)),
    }


def _manner(side: str, claim: Claim) -> Features:
    return {
        f"{side}_words": min(1.0, len(claim.words) / 10),
        f"{side}_denies": float(claim.stance == "denies"),
        f"{side}_rejects": float(claim.stance == "rejects"),
        f"{side}_wants": float(claim.stance in ("demands", "announces")),
        f"{side}_silent": float(claim.stance in ("withholds", "asks")),
        f"{side}_supposes": float(claim.stance == "supposes"),
        f"{side}_points": float(claim.pointing),
        f"{side}_negated": float(claim.negated),
        f"{side}_distanced": float(claim.distanced),
        f"{side}_direct": float(claim.type == "direct"),
        f"{side}_reported": float(claim.type == "reported"),
        f"{side}_free": float(claim.type.endswith("free_indirect")),
        f"{side}_chain": min(1.0, len(claim.chain) / 3),
        f"{side}_figures": min(1.0, len(claim.quantities) / 3),
        f"{side}_contrast": float("contrast" in claim.markers),
        f"{side}_revising": float("revising" in claim.markers),
        f"{side}_answering": float("answering" in claim.markers),
    }


def _stances(a: Claim, b: Claim) -> Features:
    return {
        "same_stance": float(a.stance == b.stance),
        "one_negated": float(a.negated != b.negated),
    }


def _people(a: Claim, b: Claim) -> Features:
    first = same_party(a.chain[0] if a.chain else None, b.chain[0] if b.chain else None)
    return {
        "same_actor": float(same_party(a.actor, b.actor)),
        "same_origin": float(first),
        "shared_link": float(any(same_party(x, y) for x in a.chain for y in b.chain)),
        "no_actor": float(a.actor is None or b.actor is None),
        "a_names_b": names(a.words, b.actor),
        "b_names_a": names(b.words, a.actor),
        "a_near_b": names(a.context, b.actor),
        "b_near_a": names(b.context, a.actor),
    }


def _places(a: Claim, b: Claim) -> Features:
    here = a.article == b.article
    between = b.number - a.number
    return {
        "same_article": float(here),
        "next": float(here and between == 1),
        "near": max(0.0, 1 - abs(between) / _FAR) if here else 0.0,
        "same_sentence": float(here and a.sentence == b.sentence),
        "next_sentence": float(here and b.sentence - a.sentence == 1),
        "paragraph": float(here and a.paragraph == b.paragraph),
        "headline": float(a.paragraph <= 0 and a.sentence <= 1),
        "same_places": _share(a.places, b.places),
        "same_times": _share(a.times, b.times),
        "other_times": float(bool(a.times and b.times) and not {*a.times} & {*b.times}),
        "same_day": float(a.published == b.published),
    }


def _amounts(a: Claim, b: Claim) -> Features:
    best = compare_amounts(a, b)
    if best is None:
        return dict.fromkeys(("unit", "magnitude", "agree", "clash", "noun_told"), 0.0)
    return {
        "unit": best.unit,
        "magnitude": best.magnitude,
        "agree": float(best.agree),
        "clash": float(not best.agree),
        "noun_told": max(names_noun(best.left.of, b.words), names_noun(best.right.of, a.words)),
    }


def overlap(a: Mapping[str, float], b: Mapping[str, float]) -> tuple[float, float]:
    """Return the weighed share of common stems: exact ones, and parts of compounds too.

    Args:
        a: stems with weights.
        b: likewise.
    """
    total = sum(a.values()) + sum(b.values())
    if not total:
        return 0.0, 0.0
    exact = sum(weight + b[stem] for stem, weight in a.items() if stem in b)
    soft = sum(weight * likeness(stem, b) for stem, weight in a.items())
    soft += sum(weight * likeness(stem, a) for stem, weight in b.items())
    return exact / total, soft / total


def covered(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the weighed share of stems that have a like one among others."""
    total = sum(a.values())
    return sum(weight * likeness(stem, b) for stem, weight in a.items()) / total if total else 0.0


def likeness(stem: str, others: Mapping[str, float]) -> float:
    """Return how alike the likest of other stems is, 0 to 1."""
    return 1.0 if stem in others else max((_alike(stem, other) for other in others), default=0.0)


@lru_cache(maxsize=400_000)
def _alike(one: str, other: str) -> float:
    """Return how much of a compound another word makes up (angebot, übernahmeangebot)."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) < _SHORTEST_PART:
        return 0.0
    if long.endswith(short) or long.startswith(short):
        return 0.8
    common = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), 0)
    return 0.6 if common >= _LONGEST_PREFIX and common >= 0.6 * len(long) else 0.0


def names(words: Mapping[str, float], speaker: Speaker | None) -> float:
    """Tell whether a speaker's name, or the body that somebody speaks for, is among some words."""
    if speaker is None:
        return 0.0
    told = tokens(speaker.name) | tokens(speaker.body)
    return max((likeness(each, words) for each in told if len(each) > 3), default=0.0)


def names_noun(noun: str, words: Mapping[str, float]) -> float:
    """Tell whether what a figure counts is among some words."""
    return max((likeness(each, words) for each in tokens(noun)), default=0.0)


def _share(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    return len({*a} & {*b}) / min(len({*a}), len({*b})) if a and b else 0.0


def _inside(one: str, other: str) -> bool:
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return len(short) > 12 and short in long
