"""Tells which of two same statements only passes the other on."""

from collections import defaultdict
from collections.abc import Iterable

from zufolge.link.claims import Claim, Speaker
from zufolge.link.features import covered, overlap
from zufolge.link.parties import one_body, same_party, speaks_for
from zufolge.link.passages import contained
from zufolge.relation import Relation

# Shares of a passage's stretches of five words, and of the content words, that two prints share.
_PRINTED, _WORDED = 0.45, 0.75
_VERBATIM = 0.9
_REWORDED, _SEVERAL = 0.4, 2
_FEWEST = 3
_INSISTING = "insisting"


def taken_over(pairs: Iterable[tuple[Claim, Claim]]) -> frozenset[frozenset[str]]:
    """Return the pairs of articles of which one prints several sentences of the other.

    What else such an article tells alike came with them, though it may be in other words.

    Args:
        pairs: claims of different articles, whether they are the same or not.
    """
    printed: defaultdict[frozenset[str], set[tuple[str, str]]] = defaultdict(set)
    for a, b in pairs:
        if a.article != b.article and one_origin(a, b) and _likeness(a, b) > 0:
            # Of two articles always the same one, whose statements are counted.
            sides = (a.article, a.statement), (b.article, b.statement)
            printed[frozenset((a.article, b.article))].add(max(sides))
    return frozenset(each for each, found in printed.items() if len(found) >= _SEVERAL)


def repeated(earlier: Claim, later: Claim, score: float, *, taken: bool = False) -> Relation | None:
    """Return the relation ``repeats`` between two same statements of different articles.

    The later one repeats the earlier one if both go back to one origin, and it is printed in the
    same words (a reprint, or the same agency text), or reached its article by more links. Who
    insists („bleibt dabei“, „beharrt auf“) speaks anew, and repeats nothing.

    Args:
        earlier: the claim that was published first.
        later: the other one; where dates leave that open, the two may change places.
        score: of their being the same.
        taken: whether one article prints other sentences of the other one, too.
    """
    if earlier.article == later.article or not one_origin(earlier, later):
        return None
    share = max(_likeness(earlier, later), _alike_around(earlier, later))
    earlier, later = _in_order(earlier, later, printed=share > 0)
    if _insists(later, earlier):
        return None
    if share > 0:
        reason = f"reprint: {share:.2f} of the passage"
        return Relation(later.statement, "repeats", earlier.statement, reason, round(share, 3))
    if taken and (share := _reworded(earlier, later)):
        reason = f"reprint: {share:.2f} of the words, among others of the article"
        return Relation(later.statement, "repeats", earlier.statement, reason, round(share, 3))
    if _links(later) > _links(earlier):
        links = " ← ".join(link.name for link in reversed(later.chain))
        return Relation(later.statement, "repeats", earlier.statement, f"chain: {links}", score)
    return None


def _in_order(a: Claim, b: Claim, *, printed: bool) -> tuple[Claim, Claim]:
    """Put two claims in the order in which they were passed on.

    Where the words are the same, or the day is, the one with fewer links stands nearer to the
    origin; otherwise the earlier one does.
    """
    further = _links(a) - _links(b)
    dates = [each.latest for each in (a, b) if each.latest]
    one_day = len({*dates}) < 2 or len(dates) < 2
    if further and (printed or one_day):
        return (b, a) if further > 0 else (a, b)
    return (b, a) if not one_day and dates[1] < dates[0] else (a, b)


def _links(claim: Claim) -> int:
    """Count the links of a chain; whoever speaks for the link before is none of his own."""
    beside = zip(claim.chain, claim.chain[1:], strict=False)
    return len(claim.chain) - sum(speaks_for(other, one) for one, other in beside)


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
    if (first is None and second is None) or same_party(first, second) or one_body(first, second):
        return True
    return _likeness(a, b) >= _VERBATIM and not (_insists(a, b) or _insists(b, a))


def _insists(one: Claim, other: Claim) -> bool:
    """Tell whether somebody says once more what another article has too („bleibt dabei“)."""
    return _INSISTING in {*one.markers} - {*other.markers}


def _likeness(a: Claim, b: Claim) -> float:
    """Return how much of the shorter wording both share, or 0 if that may be chance."""
    if not _comparable(a, b):
        return 0.0
    printed = contained(a.passages, b.passages)
    worded = overlap(a.words, b.words)[0] if min(len(a.words), len(b.words)) >= _FEWEST else 0.0
    if a.article == b.article:
        # A headline, and a sentence of the text that it is taken from.
        printed, worded = 0.0, max(worded, covered(a.words, b.words), covered(b.words, a.words))
    return min(1.0, max(printed, worded)) if printed >= _PRINTED or worded >= _WORDED else 0.0


def _reworded(a: Claim, b: Claim) -> float:
    """Return how much of the wording two statements share, or 0 if it is little, or a headline."""
    if any(each.sentence == 0 and each.paragraph == 0 for each in (a, b)):
        return 0.0
    around = overlap({**a.context, **a.words}, {**b.context, **b.words})[1]
    share = max(overlap(a.words, b.words)[1], around)
    return min(1.0, share) if share >= _REWORDED else 0.0


def _alike_around(a: Claim, b: Claim) -> float:
    """Return how much of their sentences both share, or 0 if that may be chance.

    „den Vorwurf“ tells little, „wies das Ministerium den Vorwurf zurück“ enough.
    """
    share = overlap({**a.context, **a.words}, {**b.context, **b.words})[0]
    return min(1.0, share) if share >= _WORDED and _comparable(a, b) else 0.0


def _comparable(a: Claim, b: Claim) -> bool:
    """Tell whether neither tells of a name or a figure that the other one lacks."""
    figures = {q.value for q in a.quantities} ^ {q.value for q in b.quantities}
    return not figures and ({*a.names} <= {*b.names} or {*b.names} <= {*a.names})
