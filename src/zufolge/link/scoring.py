"""The learned part of linking: features become probabilities, by a readable JSON file.

A scorer is the mean of a logistic regression and of boosted trees; both were fitted on the same
examples (``training/linking.py``).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zufolge.link.features import Features

Figures = NDArray[np.float64]

_LEAST = 1e-3


@dataclass(frozen=True, slots=True)
class Scorer:
    """A fitted scorer.

    Args:
        names: features in their order.
        mean: of each feature.
        scale: standard deviation of each feature.
        weights: of the logistic regression, over features made standard.
        bias: likewise.
        feature: by tree and node, the index of the feature asked for; -1 in a leaf.
        threshold: by tree and node, go left up to this value.
        left: by tree and node, the node to the left; a leaf leads to itself.
        right: likewise to the right.
        value: by tree and node, the log odds added by a leaf.
        depth: of the deepest tree.
    """

    names: tuple[str, ...]
    mean: Figures
    scale: Figures
    weights: Figures
    bias: float
    feature: NDArray[np.int64]
    threshold: Figures
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: Figures
    depth: int

    def score(self, rows: Sequence[Features]) -> Figures:
        """Return the probability of each row of features."""
        if not rows:
            return np.zeros(0)
        table = np.array([[row[name] for name in self.names] for row in rows])
        linear = (table - self.mean) / self.scale @ self.weights + self.bias
        return np.asarray((_odds(linear) + _odds(self._boosted(table))) / 2)

    def _boosted(self, table: Figures) -> Figures:
        trees = np.arange(len(self.feature))[None, :]
        at = np.zeros((len(table), len(self.feature)), np.int64)
        rows = np.arange(len(table))[:, None]
        for _ in range(self.depth):
            asked = self.feature[trees, at]
            low = table[rows, np.maximum(asked, 0)] <= self.threshold[trees, at]
            at = np.where(low, self.left[trees, at], self.right[trees, at])
        return np.asarray(self.value[trees, at].sum(axis=1))


def _odds(value: Figures) -> Figures:
    return np.asarray(1 / (1 + np.exp(-np.clip(value, -30, 30))))


def log_odds(probabilities: Figures) -> Figures:
    """Return the log odds of probabilities by ten, those of 0 and 1 cut off at a thousandth."""
    sure = np.clip(probabilities, _LEAST, 1 - _LEAST)
    return np.asarray(np.log(sure / (1 - sure)) / 10)


@cache
def scorer(name: str) -> Scorer:
    """Return a scorer that ships with the package.

    Args:
        name: ``denial``, ``measure``, ``same``, ``clash`` or ``standing``.
    """
    folder = resources.files("zufolge.models").joinpath("linking")
    return read_scorer(json.loads(folder.joinpath(f"{name}.json").read_text("utf-8")))


def read_scorer(told: Mapping[str, Any]) -> Scorer:
    """Return the scorer of a JSON object.

    Args:
        told: ``features`` as a list of objects with name, mean, scale and weight; ``bias``;
            ``trees`` as nested lists ``[feature, threshold, left, right]``, a leaf is a number.
    """
    listed = told["features"]
    names = tuple(each["name"] for each in listed)
    flat = [_flattened(tree, names) for tree in told["trees"]]
    most = max((len(each) for each in flat), default=1)
    padded = np.array([each + [(-1, 0.0, 0, 0, 0.0)] * (most - len(each)) for each in flat])
    padded = padded.reshape(len(flat), most, 5)
    column = {key: np.array([each[key] for each in listed]) for key in ("mean", "scale", "weight")}
    return Scorer(
        names,
        column["mean"],
        column["scale"],
        column["weight"],
        float(told["bias"]),
        padded[:, :, 0].astype(np.int64),
        padded[:, :, 1],
        padded[:, :, 2].astype(np.int64),
        padded[:, :, 3].astype(np.int64),
        padded[:, :, 4],
        max((_depth(tree) for tree in told["trees"]), default=0),
    )


_Node = tuple[int, float, int, int, float]


def _flattened(tree: Any, names: Sequence[str]) -> list[_Node]:  # noqa: ANN401
    """Return a tree's nodes, the root first."""
    nodes: list[_Node] = []

    def put(node: Any) -> int:  # noqa: ANN401
        place = len(nodes)
        nodes.append((-1, 0.0, place, place, 0.0))
        if isinstance(node, list):
            name, threshold, left, right = node
            nodes[place] = (names.index(name), threshold, put(left), put(right), 0.0)
        else:
            nodes[place] = (-1, 0.0, place, place, float(node))
        return place

    put(tree)
    return nodes


def _depth(tree: Any) -> int:  # noqa: ANN401
    return 1 + max(_depth(tree[2]), _depth(tree[3])) if isinstance(tree, list) else 0
