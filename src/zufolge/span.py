"""A stretch of a text, by offsets."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of a text, counted in Unicode code points.

    A tuple, so that ``text[slice(*span)]`` is its slice and JSON writes it as ``[start, end]``.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the slice of ``text`` that this span points to."""
        return text[self.start : self.end]

    def overlap(self, other: "Span") -> int:
        """Return the number of code points that both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: "Span") -> bool:
        """Tell whether ``other`` lies inside this span (equal spans cover each other)."""
        return self.start <= other.start and other.end <= self.end


def overlap(left: tuple[Span, ...], right: tuple[Span, ...]) -> int:
    """Return the number of code points that two lists of spans share.

    Args:
        left: spans that do not overlap one another.
        right: likewise.

    Returns:
        A count of code points.
    """
    return sum(a.overlap(b) for a in left for b in right)


def length(spans: tuple[Span, ...]) -> int:
    """Return the number of code points that a list of disjoint spans covers."""
    return sum(span.end - span.start for span in spans)
