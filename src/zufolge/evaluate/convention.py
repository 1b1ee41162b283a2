"""Carries quotations from the guide's convention to that of the news quotation corpus.

The guide leaves out the outer quotation marks and a full stop or comma at the edge; the corpus
keeps the marks of a part that stands in them, and the full stop of a quotation that is a sentence.
"""

import re
from collections.abc import Sequence

from zufolge.span import Span

_CLOSERS = {
    "„": '“”"',
    "“": "”",
    "»": "«",
    "«": "»",
    "›": "‹",
    "‹": "›",
    "‚": "‘’",
    "‘": "’",
    '"': '"',
}
# Quotations of these types are sentences of their own; direct ones end with their mark.
_SENTENCES = frozenset({"reported", "free_indirect", "indirect_free_indirect"})
_ENDS_BEFORE = re.compile(r"(?:^|[.!?:…\n][\"“”»«‘’)\]]*)\s*[(\[–-]?$")


def to_corpus_convention(text: str, quote: Sequence[Span], kind: str) -> tuple[Span, ...]:
    """Take the marks and the stop that the guide leaves out of a quotation back in.

    „Wir warten ab“ grows by both marks; „Man warte ab“ after another sentence, as the free
    continuation of somebody's words, by its full stop.

    Args:
        text: the article.
        quote: the parts of the quotation, half-open spans in code points, in order.
        kind: type of the quotation, one of ``statement.TYPES``.

    Returns:
        The parts, each the same or longer.

    Source: Petersen-Frey and Biemann 2024, *Dataset of Quotation Attribution in German News
    Articles*.
    """
    parts = [_within_marks(text, part) for part in quote]
    if len(parts) > 1 and parts == [*quote]:
        parts = _around_interruption(text, parts)
    if parts and kind in _SENTENCES:
        first, last = parts[0], parts[-1]
        if text[last.end : last.end + 1] == "." and _begins_sentence(text, first.start):
            parts[-1] = Span(last.start, last.end + 1)
    return tuple(parts)


def _within_marks(text: str, part: Span) -> Span:
    end = part.end + (text[part.end : part.end + 1] in (".", ","))
    for close in (part.end, end):
        if part.start and _closing(text, part.start - 1, close + 1) == close:
            return Span(part.start - 1, close + 1)
    return part


def _around_interruption(text: str, parts: list[Span]) -> list[Span]:
    """Take in marks that open before the first part and close behind the last one."""
    whole = _within_marks(text, Span(parts[0].start, parts[-1].end))
    if whole.start == parts[0].start:
        return parts
    first, last = Span(whole.start, parts[0].end), Span(parts[-1].start, whole.end)
    return [first, *parts[1:-1], last]


def _closing(text: str, start: int, end: int) -> int | None:
    """Return where the mark that opens at ``start`` is closed before ``end``, if it does."""
    closers = _CLOSERS.get(text[start : start + 1])
    if closers is None:
        return None
    opener, depth = text[start], 0
    for position in range(start + 1, min(end, len(text))):
        sign = text[position]
        if sign in closers:
            if depth == 0:
                return position
            depth -= 1
        elif sign == opener:
            depth += 1
    return None


def _begins_sentence(text: str, start: int) -> bool:
    return _ENDS_BEFORE.search(text, max(0, start - 8), start) is not None
