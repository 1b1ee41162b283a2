"""Tells which of two same statements only passes the other on."""

from zufolge.link.claims import Claim, Speaker
from zufolge.link.features import covered, overlap
from zufolge.link.parties import same_party
from zufolge.link.passages import contained
from zufolge.relation import Relation

# Shares of a passage's stretches of five words, and of the content words, that two prints share.
_PRINTED, _WORDED = 0.45, 0.75
_VERBATIM = 0.9
_FEWEST = 3


def repeated(earlier: Claim, later: Claim, score: float) -> Relation | None:
    """Return the relation ``repeats`` between two same statements of different articles.

    The later one repeats the earlier one if both go back to one origin, and it is printed in the
    same words (a reprint, or the same agency text), or reached its article by more links.

    Args:
        earlier: the claim that was published first.
        later: the other one.
        score: of their being the same.
    """
    if earlier.article == later.article or not one_origin(earlier, later):
        return None
    share = _likeness(earlier, later)
    if share > 0:
        reason = f"reprint: {share:.2f} of the passage"
        return Relation(later.statement, "repeats", earlier.statement, reason, round(share, 3))
    if len(later.chain) > len(earlier.chain):
        links = " ← ".join(link.name for link in reversed(later.chain))
        return Relation(later.statement, "repeats", earlier.statement, f"chain: {links}", score)
    return None


def origin_of(claim: Claim) -> Speaker | None:
    """Return the first link of a claim's chain, or its speaker; null if nobody is named."""
    return claim.chain[0] if claim.chain else claim.actor


def one_origin(a: Claim, b: Claim) -> bool:
    """Tell whether two same statements go back to one origin.

    Args:
        a: a claim.
        b: one that is the same.

    Returns:
        True if their first links are one party, or the words are printed alike, in whatever way
        each article names the source.
    """
    first, second = origin_of(a), origin_of(b)
    if first is None and second is None:
        return True
    return same_party(first, second) or _likeness(a, b) >= _VERBATIM


def _likeness(a: Claim, b: Claim) -> float:
    """Return how much of the shorter wording both share, or 0 if that may be chance."""
    if a.names != b.names and not _subset(a.names, b.names):
        return 0.0
    if {q.value for q in a.quantities} ^ {q.value for q in b.quantities}:
        return 0.0
    printed = contained(a.passages, b.passages)
    worded = overlap(a.words, b.words)[0] if min(len(a.words), len(b.words)) >= _FEWEST else 0.0
    if a.article == b.article:
        # A headline, and a sentence of the text that it is taken from.
        printed, worded = 0.0, max(worded, covered(a.words, b.words), covered(b.words, a.words))
    return min(1.0, max(printed, worded)) if printed >= _PRINTED or worded >= _WORDED else 0.0


def _subset(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return {*a} <= {*b} or {*b} <= {*a}
