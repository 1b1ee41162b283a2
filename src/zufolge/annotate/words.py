"""Cuts a text into words, the unit in which the models decide."""

import re

from zufolge.span import Span

# Figures keep their separators ("2.800", "19:30"), compounds their hyphens ("US-Präsident"),
# every other sign stands alone, so that a quotation mark never shares a word with its neighbour.
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:[-‑'’]\w+)*|[^\w\s]")


def words(text: str) -> list[Span]:
    """Cut a text into words, figures and single punctuation marks.

    „Am 5. März, sagte er“ gives „, Am, 5, ., März, ",", sagte, er, “.

    Args:
        text: any text; it is not altered.

    Returns:
        The words from left to right, half-open spans in code points of ``text``.
    """
    return [Span(*match.span()) for match in _WORD.finditer(text)]
