"""An index in memory, for the reports of one run."""

from collections import defaultdict
from collections.abc import Sequence

from zufolge.link.claims import Claim
from zufolge.relation import Relation

# Only the newest claims of a key count; one that reaches this number says little.
MOST_POSTINGS = 400


class MemoryIndex:
    """The index of ``link.index`` as dictionaries."""

    def __init__(self) -> None:
        """Begin with nothing in it."""
        self._claims: dict[str, Claim] = {}
        self._articles: defaultdict[str, list[Claim]] = defaultdict(list)
        self._postings: defaultdict[str, list[str]] = defaultdict(list)
        self._groups: dict[str, tuple[str, ...]] = {}

    def add(self, claims: Sequence[Claim], relations: Sequence[Relation] = ()) -> None:
        """Add the claims of one article; a claim that is there already is left as it is.

        Args:
            claims: all claims of the article.
            relations: their direct relations, to each other and to claims that are there.
        """
        for claim in claims:
            if claim.statement in self._claims:
                continue
            self._claims[claim.statement] = claim
            self._articles[claim.article].append(claim)
            for key in claim.keys:
                self._postings[key].append(claim.statement)
        for each in relations:
            if each.kind == "same" and each.target not in self.same(each.source):
                joined = (*self.same(each.source), *self.same(each.target))
                self._groups |= dict.fromkeys(joined, joined)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, in the order in which they were added."""
        return tuple(self._claims.values())

    def near(self, claim: Claim, *, limit: int) -> Sequence[Claim]:
        """Return claims of other articles that share keys with a claim.

        Args:
            claim: a claim, in the index or not.
            limit: at most so many.

        Returns:
            Those with the greatest sum of weights over the shared keys; a key weighs the less the
            more claims have it, up to ``MOST_POSTINGS``.
        """
        shared: defaultdict[str, float] = defaultdict(float)
        for key in claim.keys:
            found = self._postings.get(key, ())[-MOST_POSTINGS:]
            for statement in found:
                shared[statement] += 1 / len(found)
        there = [(-weight, each) for each, weight in shared.items() if self._other(each, claim)]
        return [self._claims[each] for _, each in sorted(there)[:limit]]

    def of_article(self, article: str) -> Sequence[Claim]:
        """Return the claims of an article, in the order in which they were added."""
        return tuple(self._articles.get(article, ()))

    def same(self, statement: str) -> Sequence[str]:
        """Return the group of statements that are the same as one, itself included."""
        return self._groups.get(statement, (statement,))

    def _other(self, statement: str, claim: Claim) -> bool:
        return self._claims[statement].article != claim.article
