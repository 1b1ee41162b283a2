"""Finds the claims of other articles that a new article's claims are compared with.

Claims that share words or places are found by their keys. A denial or another word for the same
thing may share none, but stands in an article on the same matter: so the articles that many claims
lead to are read through as well, and what the claim encoder finds related in them comes in too.
"""

from collections import Counter
from collections.abc import Sequence

from zufolge.link.claims import Claim
from zufolge.link.index import Index
from zufolge.link.matters import one_matter
from zufolge.link.senses import UNLIKELY, unrelated

# At most so many claims that share keys, so many articles read through, so many claims of these.
_KEYED, _ARTICLES, _READ = 24, 6, 16
_FEWEST = 2


def candidates(new: Sequence[Claim], index: Index) -> dict[str, list[Claim]]:
    """Return for each claim of an article the claims of other ones to compare it with.

    The cost is bounded, however much the index holds.

    Args:
        new: all claims of one article.
        index: the claims of other articles.

    Returns:
        By statement, claims without order of merit.
    """
    keyed = {claim.statement: [*index.near(claim, limit=_KEYED)] for claim in new}
    led = Counter(other.article for found in keyed.values() for other in found)
    most = sorted(led, key=lambda article: (-led[article], article))[:_ARTICLES]
    close = [article for article in most if led[article] >= min(_FEWEST, len(new))]
    beside = [claim for article in close for claim in index.of_article(article)]
    return {claim.statement: _with(claim, keyed[claim.statement], beside) for claim in new}


def _with(claim: Claim, keyed: list[Claim], beside: Sequence[Claim]) -> list[Claim]:
    known = {each.statement for each in keyed}
    told = [
        (score, each.statement, each)
        for each in beside
        if each.statement not in known
        and one_matter(claim, each)
        and (score := unrelated(claim.sense, each.sense)) < UNLIKELY
    ]
    return [*keyed, *(each for _, _, each in sorted(told, key=lambda t: t[:2])[:_READ])]
