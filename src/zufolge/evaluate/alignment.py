"""Pairs what is there with what was found, one to one."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

Gold = TypeVar("Gold")
Found = TypeVar("Found")


def align(
    gold: Sequence[Gold], found: Sequence[Found], weigh: Callable[[Gold, Found], float]
) -> list[tuple[int, int, float]]:
    """Pair two lists so that the sum of the pairs' weights is greatest.

    Args:
        gold: one list.
        found: the other.
        weigh: how well two of them fit, 0 for not at all.

    Returns:
        Indices into both lists and the weight, as many pairs as the shorter list has items, in
        the order of ``gold``; pairs of weight 0 are among them.
    """
    if not gold or not found:
        return []
    weights = np.array([[weigh(left, right) for right in found] for left in gold])
    rows, columns = linear_sum_assignment(weights, maximize=True)
    return [
        (int(row), int(column), float(weights[row, column]))
        for row, column in zip(rows, columns, strict=True)
    ]
