"""Words of an article, by the spans that point to them."""

from collections.abc import Iterable

from zufolge.span import Span
from zufolge.statement import Statement

_GAP = " … "


def passage(spans: Iterable[Span], text: str) -> str:
    """Return the words of some spans, with an ellipsis for what lies between them.

    Args:
        spans: half-open, in code points of ``text``.
        text: the article's.
    """
    return _GAP.join(span.of(text) for span in spans)


def within(span: Span, statement: Statement) -> bool:
    """Tell whether a span lies within what somebody says."""
    return any(part.covers(span) for part in statement.quote)
