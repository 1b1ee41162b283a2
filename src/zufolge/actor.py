"""Whoever says something or is spoken to."""

from dataclasses import dataclass

from zufolge.identity import identify
from zufolge.span import Span

KINDS = ("person", "organisation", "office", "document", "data", "unnamed")


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body, office, document, data source or unnamed source of one article.

    Args:
        article: id of the article.
        name: the canonical name, or a description of an unnamed source.
        kind: one of ``KINDS``.
        mentions: half-open spans in code points, in order, at least one.
    """

    article: str
    name: str
    kind: str
    mentions: tuple[Span, ...]

    @property
    def id(self) -> str:
        """The hash of article, name and kind."""
        return identify("actor", self.article, self.name, self.kind)
