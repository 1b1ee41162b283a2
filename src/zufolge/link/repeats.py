"""Tells which of two same statements only passes the other on."""

from zufolge.link.claims import Claim
from zufolge.link.features import overlap
from zufolge.link.parties import same_party
from zufolge.link.passages import contained
from zufolge.relation import Relation

_PRINTED, _WORDED = 0.45, 0.75


def repeated(earlier: Claim, later: Claim, score: float) -> Relation | None:
    """Return the relation ``repeats`` between two same statements of different articles.

    The later one repeats the earlier one if both go back to one origin, and it is printed in the
    same words (a reprint, or the same agency text), or reached its article by more links.

    Args:
        earlier: the claim that was published first.
        later: the other one.
        score: of their being the same.
    """
    if earlier.article == later.article:
        return None
    heads = [claim.chain[0] if claim.chain else None for claim in (earlier, later)]
    if not same_party(*heads) and (heads[0] or heads[1]):
        return None
    printed = contained(earlier.passages, later.passages)
    worded = overlap(earlier.words, later.words)[0]
    if printed >= _PRINTED or worded >= _WORDED:
        reason, sure = f"reprint: {max(printed, worded):.2f} of the passage", max(printed, worded)
    elif len(later.chain) > len(earlier.chain):
        links = " ← ".join(link.name for link in reversed(later.chain))
        reason, sure = f"chain: {links}", score
    else:
        return None
    return Relation(later.statement, "repeats", earlier.statement, reason, round(min(1, sure), 3))
