"""What linking asks of a store of claims."""

from collections.abc import Sequence
from typing import Protocol

from zufolge.link.claims import Claim
from zufolge.relation import Relation


class Index(Protocol):
    """Holds claims and finds those that a new one might stand in a relation to.

    Claims are looked up by their ``keys``. All methods must cost the same however much is stored:
    a key that very many claims have says little and may be passed over.
    """

    def add(self, claims: Sequence[Claim], relations: Sequence[Relation] = ()) -> None:
        """Add the claims of one article; a claim that is there already is left as it is.

        Args:
            claims: all claims of the article.
            relations: their direct relations, to each other and to claims that are there.
        """

    def near(self, claim: Claim, *, limit: int) -> Sequence[Claim]:
        """Return claims of other articles that share keys with a claim.

        Args:
            claim: a claim, in the index or not.
            limit: at most so many.

        Returns:
            Those that share most, rare keys weighing more than frequent ones; equal ones in the
            order of their ids.
        """

    def of_article(self, article: str) -> Sequence[Claim]:
        """Return the claims of an article, in the order of its statements."""

    def same(self, statement: str) -> Sequence[str]:
        """Return the group of statements that are the same as one, itself included.

        Args:
            statement: an id; of one that is not in the index nothing or itself is returned.
        """
