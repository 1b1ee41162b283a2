"""Cuts a long article into windows that the encoder can take in, and joins what it says of them."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from zufolge.encoder import Floats, Scores
from zufolge.pieces import BOS, EOS

MOST_PIECES = 384
OVERLAP = 96


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words: the half-open range that is encoded, and the part of it that counts."""

    first: int
    last: int
    counts_from: int
    counts_to: int


def cut(sizes: Sequence[int], starts: Sequence[int]) -> list[Window]:
    """Cut a text at sentence borders; neighbours overlap, each word counts in one window.

    Args:
        sizes: pieces of each word.
        starts: numbers of the words that begin a sentence, ascending.

    Returns:
        Windows of at most ``MOST_PIECES`` pieces; their counting parts cover all words.
    """
    ends = np.cumsum(sizes)
    borders = sorted({0, *starts})
    windows: list[tuple[int, int]] = []
    first = 0
    while first < len(sizes):
        last = _end(first, sizes, ends, borders)
        windows.append((first, last))
        if last == len(sizes):
            break
        first = _next_start(first, last, ends, borders)
    return _shares(windows)


def _end(first: int, sizes: Sequence[int], ends: Floats, borders: list[int]) -> int:
    before = ends[first] - sizes[first]
    fitting = int(np.searchsorted(ends, before + MOST_PIECES, side="right"))
    last = max(fitting, first + 1)
    if last >= len(sizes):
        return len(sizes)
    # A sentence longer than a window is cut where the window ends.
    return max((border for border in borders if first < border <= last), default=last)


def _next_start(first: int, last: int, ends: Floats, borders: list[int]) -> int:
    wanted = int(np.searchsorted(ends, ends[last - 1] - OVERLAP))
    starts = [border for border in borders if max(first, wanted) < border <= last]
    return min(starts, default=last)


def _shares(windows: list[tuple[int, int]]) -> list[Window]:
    # In an overlap, each half belongs to the window in which it lies further from the edge.
    cuts = [(right[0] + left[1]) // 2 for left, right in itertools.pairwise(windows)]
    if not windows:
        return []
    begins, ends = [0, *cuts], [*cuts, windows[-1][1]]
    return [
        Window(first, last, begin, end)
        for (first, last), begin, end in zip(windows, begins, ends, strict=True)
    ]


def sequence(pieces: Sequence[tuple[int, ...]], window: Window) -> tuple[list[int], list[int]]:
    """Return a window's pieces with the marks at its ends, and the place of each word's first."""
    row, first = [BOS], []
    for word in pieces[window.first : window.last]:
        first.append(len(row))
        row.extend(word)
    return [*row, EOS], first


def join(
    windows: Sequence[Window], firsts: Sequence[list[int]], scores: Sequence[Scores]
) -> Scores:
    """Put the words' scores of all windows of a text together.

    Args:
        windows: the windows of the text.
        firsts: for each window the place of each word's first piece.
        scores: for each window what the encoder says of its places.

    Returns:
        Scores with one row a word.
    """
    rows = [
        np.array(first[window.counts_from - window.first : window.counts_to - window.first])
        for window, first in zip(windows, firsts, strict=True)
    ]
    states, quotes, names = (
        np.concatenate([getattr(score, part)[row] for score, row in zip(scores, rows, strict=True)])
        for part in ("states", "quotes", "names")
    )
    return Scores(states, quotes, names)
