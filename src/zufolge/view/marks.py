"""Marks the quotations in the text itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zufolge.statement import Spans


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of the text under the same marks.

    Args:
        text: the characters as they stand; only the very ends of a text have none.
        within: numbers of the statements it belongs to, the outermost first.
        opened: numbers whose marks open before it.
        closed: how many marks close before it, ahead of those that open.
    """

    text: str
    within: tuple[int, ...]
    opened: tuple[int, ...]
    closed: int


def slices(text: str, quotes: Sequence[Spans]) -> Iterator[Slice]:
    """Cut a text at the borders of quotations.

    Marks nest properly: where two quotations cross, the inner one is closed and opened again, as
    if it stood in two parts.

    Args:
        text: the article's text.
        quotes: the parts of each quotation; quotation number 1 comes first.

    Yields:
        The slices; their texts make up the whole text, the last one closes what is open.
    """
    starts: dict[int, list[tuple[int, int]]] = {}
    borders = {0, len(text)}
    for number, parts in enumerate(quotes, 1):
        for start, end in parts:
            if start < end:
                starts.setdefault(start, []).append((end, number))
                borders |= {start, end}
    open_marks: list[tuple[int, int]] = []
    ordered = sorted(borders)
    for left, right in zip(ordered, [*ordered[1:], len(text)], strict=True):
        kept = _still_open(open_marks, left)
        closed = len(open_marks) - len(kept)
        reopened = [mark for mark in open_marks[len(kept) :] if mark[0] > left]
        new = sorted([*reopened, *starts.get(left, [])], key=lambda mark: (-mark[0], mark[1]))
        open_marks = [*kept, *new]
        yield Slice(
            text[left:right],
            tuple(number for _, number in open_marks),
            tuple(number for _, number in new),
            closed,
        )


def _still_open(marks: list[tuple[int, int]], position: int) -> list[tuple[int, int]]:
    """Return the outer marks up to the first one that ends here."""
    for depth, (end, _) in enumerate(marks):
        if end <= position:
            return marks[:depth]
    return marks


def bracketed(text: str, quotes: Sequence[Spans]) -> str:
    """Put each part of a quotation in brackets with its number: "⟦1 … ⟧".

    Args:
        text: the article's text.
        quotes: the parts of each quotation; quotation number 1 comes first.

    Returns:
        The text with marks; without them it is unchanged.
    """
    return "".join(
        "⟧" * piece.closed + "".join(f"⟦{number} " for number in piece.opened) + piece.text
        for piece in slices(text, quotes)
    )
