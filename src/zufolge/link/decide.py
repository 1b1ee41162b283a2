"""Decides how two claims stand to each other."""

from zufolge.link.claims import Claim
from zufolge.link.passages import contained
from zufolge.link.vectors import cosine
from zufolge.relation import Relation

_SAME, _REPRINT = 0.72, 0.6
_PUTS_FORWARD = frozenset({"asserts", "announces", "supposes", "demands", None})


def decide(earlier: Claim, later: Claim) -> tuple[Relation, ...]:
    """Return the relations between two claims.

    Args:
        earlier: the claim that was published first, or stands first in the article.
        later: the other one.

    Returns:
        None, one, or ``same`` together with ``repeats``.
    """
    shared = len({*earlier.stems} & {*later.stems})
    overlap = 2 * shared / max(1, len(earlier.stems) + len(later.stems))
    score = max(overlap, cosine(earlier.vector, later.vector))
    if score < _SAME or shared < 2:
        return ()
    reason = f"words {overlap:.2f}"
    if later.stance == "denies" and earlier.stance in _PUTS_FORWARD:
        return (Relation(later.statement, "denies", earlier.statement, reason, score),)
    if earlier.stance != later.stance or earlier.negated != later.negated:
        return ()
    same = Relation(earlier.statement, "same", later.statement, reason, score)
    printed = contained(earlier.passages, later.passages)
    if earlier.article != later.article and printed >= _REPRINT:
        reason = f"passage {printed:.2f}"
        return (same, Relation(later.statement, "repeats", earlier.statement, reason, printed))
    return (same,)
