"""Finds the best tag sequence (Viterbi 1967), for several texts at once."""

from collections.abc import Sequence

import numpy as np

from zufolge.encoder import Chain, Floats


def best_tags(emissions: Sequence[Floats], chain: Chain) -> list[list[int]]:
    """Find the best tag sequence of each text.

    Args:
        emissions: one ``(words, tags)`` array a text; texts may be of any length.
        chain: the transition scores.

    Returns:
        One list of tag indices a text.
    """
    longest = max((len(rows) for rows in emissions), default=0)
    if not longest:
        return [[] for _ in emissions]
    tags = chain.starts.shape[0]
    padded = np.zeros((len(emissions), longest, tags), np.float32)
    for row, scores in enumerate(emissions):
        padded[row, : len(scores)] = scores
    best = chain.starts + padded[:, 0]
    history, pointers = [best], []
    by_target = np.ascontiguousarray(chain.transitions.T)
    for word in range(1, longest):
        scores = best[:, None, :] + by_target
        pointers.append(scores.argmax(axis=2))
        best = scores.max(axis=2) + padded[:, word]
        history.append(best)
    return [
        _trace(row, len(rows), history, pointers) if len(rows) else []
        for row, rows in enumerate(emissions)
    ]


def _trace(row: int, length: int, history: list[Floats], pointers: list[Floats]) -> list[int]:
    tag = int(history[length - 1][row].argmax())
    found = [tag]
    for word in range(length - 2, -1, -1):
        tag = int(pointers[word][row, tag])
        found.append(tag)
    return found[::-1]
