"""Tag sequences become quotations."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from zufolge.annotate.tags import NAME_TAGS, QUOTE_TAGS
from zufolge.encoder import Floats

Range = tuple[int, int]

# A later part further away than this (in words) is a quotation of its own.
_FARTHEST_PART = 60


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in word numbers.

    Args:
        parts: half-open ranges of words, from left to right.
        type: one of ``statement.TYPES``.
        confidence: geometric mean of the probabilities of its words' tags.
    """

    parts: tuple[Range, ...]
    type: str
    confidence: float


def quotations(
    tags: Sequence[int], emissions: Floats, paragraphs: Sequence[int]
) -> list[Quotation]:
    """Read quotations off a tag sequence.

    Args:
        tags: indices into ``QUOTE_TAGS``, one a word.
        emissions: the scores they were chosen from, ``(words, tags)``.
        paragraphs: the number of each word's paragraph; no quotation goes on in another one.

    Returns:
        The quotations by their first word; interrupted ones have several parts.
    """
    probabilities = _log_probabilities(emissions)
    found: list[tuple[list[Range], str]] = []
    for start, end, letter, kind in _runs([QUOTE_TAGS[tag] for tag in tags]):
        if letter == "C" and (owner := _owner(found, start, kind, paragraphs)) is not None:
            owner.append((start, end))
        else:
            found.append(([(start, end)], kind))
    return [
        Quotation(tuple(parts), kind, _confidence(parts, tags, probabilities))
        for parts, kind in found
    ]


def names(tags: Sequence[int]) -> list[tuple[Range, str]]:
    """Read named entities off a tag sequence: ranges of words with their kind."""
    return [((start, end), kind) for start, end, _, kind in _runs([NAME_TAGS[tag] for tag in tags])]


def _runs(tags: Sequence[str]) -> list[tuple[int, int, str, str]]:
    runs: list[tuple[int, int, str, str]] = []
    for word, tag in enumerate(tags):
        letter, _, kind = tag.partition("-")
        if letter == "I" and runs and runs[-1][1] == word:
            start, _, first, same = runs[-1]
            runs[-1] = (start, word + 1, first, same)
        elif letter != "O":
            runs.append((word, word + 1, letter, kind))
    return runs


def _owner(
    found: list[tuple[list[Range], str]], start: int, kind: str, paragraphs: Sequence[int]
) -> list[Range] | None:
    for parts, other in reversed(found):
        last = parts[-1][1]
        if start - last > _FARTHEST_PART or paragraphs[start] != paragraphs[last - 1]:
            return None
        if other == kind:
            return parts
    return None


def _log_probabilities(emissions: Floats) -> Floats:
    shifted = emissions - emissions.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)), np.float32)


def _confidence(parts: list[Range], tags: Sequence[int], probabilities: Floats) -> float:
    words = [word for start, end in parts for word in range(start, end)]
    mean = float(np.mean([probabilities[word, tags[word]] for word in words]))
    return round(float(np.exp(mean)), 3)
