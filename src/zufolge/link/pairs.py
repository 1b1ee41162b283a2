"""Which claims are compared with each other, in which order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from zufolge.link.amounts import compare_amounts
from zufolge.link.claims import Claim
from zufolge.link.features import Features, features
from zufolge.link.matters import one_matter
from zufolge.link.senses import UNLIKELY, unrelated
from zufolge.link.vectors import cosine

# Statements of one article that stand further apart are not compared with each other.
_REACH = 40
_BESIDE = 3
_NEAR = 0.3
_ASIDE = frozenset({"denies", "withholds", "asks"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that have something to do with each other.

    Args:
        earlier: the claim that was published first, or stands first in the article.
        later: the other one.
        features: figures by name.
    """

    earlier: Claim
    later: Claim
    features: Features

    @property
    def sides(self) -> tuple[Claim, Claim]:
        """Both claims, the earlier one first."""
        return self.earlier, self.later

    @property
    def measured(self) -> bool:
        """Whether both put forward figures of one dimension."""
        put_forward = self.earlier.stance not in _ASIDE and self.later.stance not in _ASIDE
        return put_forward and self.features["unit"] > 0

    @property
    def worded(self) -> bool:
        """Whether their words are worth comparing: both deny, or neither does.

        A negated assertion („Es gebe kein Angebot“) may be the same as a denial.
        """
        denying = [each.stance == "denies" for each in self.sides]
        return denying[0] == denying[1] or all(
            each.stance == "denies" or (each.stance == "asserts" and each.negated)
            for each in self.sides
        )


def moment(claim: Claim) -> tuple[str, str, int]:
    """Return what claims are put in order by: publication, then place in the article."""
    return claim.latest, claim.article, claim.number


def pairs(article: Sequence[Claim], near: Mapping[str, Iterable[Claim]]) -> list[Pair]:
    """Return the pairs to decide on.

    Args:
        article: the claims of an article, in order.
        near: for the statements among them, claims of other articles.

    Returns:
        Pairs within the article and across, each with its features.
    """
    within = [
        (one, other)
        for place, one in enumerate(article)
        for other in article[place + 1 : place + 1 + _REACH]
    ]
    across = [(claim, other) for claim in article for other in near.get(claim.statement, ())]
    ordered = (sorted(pair, key=moment) for pair in (*within, *across))
    return [Pair(a, b, features(a, b)) for a, b in ordered if _touch(a, b)]


def _touch(a: Claim, b: Claim) -> bool:
    """Tell cheaply whether two claims share anything that a relation could rest on."""
    if not one_matter(a, b):
        return False
    if a.article == b.article and abs(a.number - b.number) <= _BESIDE:
        return True
    if not a.words.keys().isdisjoint(b.words) or not {*a.passages}.isdisjoint(b.passages):
        return True
    if not a.words.keys().isdisjoint(b.context) or not b.words.keys().isdisjoint(a.context):
        return True
    if compare_amounts(a, b) is not None or cosine(a.vector, b.vector) > _NEAR:
        return True
    return unrelated(a.sense, b.sense) < UNLIKELY
