"""Confidence intervals by drawing the documents anew."""

from collections.abc import Sequence

import numpy as np

from zufolge.evaluate.scores import Interval, Quality

_LOW, _HIGH = 2.5, 97.5


def interval(documents: Sequence[Quality], samples: int = 1000, seed: int = 0) -> Interval:
    """Estimate within which bounds an F1 lies.

    The documents are drawn with replacement, as the quotations of one document resemble each
    other; the bounds are percentiles over the draws.

    Args:
        documents: the counts of each document.
        samples: how many draws.
        seed: of the random numbers; the same seed gives the same bounds.

    Returns:
        The 95 % interval, fractions; 0 to 0 without documents.

    Source: Efron 1979, *Bootstrap Methods: Another Look at the Jackknife*.
    """
    if not documents:
        return Interval(0.0, 0.0)
    sums = np.array(
        [(q.precision.total, q.precision.count, q.recall.total, q.recall.count) for q in documents]
    )
    random = np.random.default_rng(seed)
    even = np.full(len(documents), 1 / len(documents))
    drawn = random.multinomial(len(documents), even, size=samples) @ sums
    precision = _divide(drawn[:, 0], drawn[:, 1])
    recall = _divide(drawn[:, 2], drawn[:, 3])
    low, high = np.percentile(_divide(2 * precision * recall, precision + recall), (_LOW, _HIGH))
    return Interval(float(low), float(high))


def _divide(
    part: np.ndarray[tuple[int], np.dtype[np.float64]],
    whole: np.ndarray[tuple[int], np.dtype[np.float64]],
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
