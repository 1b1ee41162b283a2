"""An article together with everything that was read from it."""

from dataclasses import dataclass

from zufolge.actor import Actor
from zufolge.article import Article
from zufolge.mention import Place, Quantity, Time
from zufolge.statement import Statement


@dataclass(frozen=True, slots=True)
class Report:
    """What an article says, by records that point into its text.

    Args:
        article: the article.
        statements: in the order of their quotes.
        actors: in the order of their first mention.
        times: in order, not overlapping; places and quantities likewise.
    """

    article: Article
    statements: tuple[Statement, ...] = ()
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
