"""Fits one scorer of linking: the mean of a logistic regression and of boosted trees."""

from collections.abc import Mapping, Sequence
from typing import Any

import lightgbm
import numpy as np
from sklearn.linear_model import LogisticRegression

_TREES: dict[str, Any] = {
    "n_estimators": 300,
    "num_leaves": 7,
    "learning_rate": 0.05,
    "min_child_samples": 12,
    "colsample_bytree": 0.4,
    "subsample": 0.8,
    "subsample_freq": 1,
    "reg_lambda": 5,
    "verbose": -1,
    "num_threads": 1,
    "random_state": 1,
}
_PLAIN = 0.02


def fit(
    rows: Sequence[Mapping[str, float]], labels: Sequence[bool], weights: Sequence[float]
) -> dict[str, Any]:
    """Fit one scorer.

    Args:
        rows: features by name, the same names in each.
        labels: for each row whether it is a case.
        weights: for each row how much it counts.

    Returns:
        The JSON object that ``zufolge.link.scoring.read_scorer`` reads.
    """
    names = list(rows[0])
    table, truth = np.array([list(row.values()) for row in rows]), np.array(labels, int)
    mean, scale = table.mean(axis=0), np.maximum(table.std(axis=0), 1e-6)
    even = (table - mean) / scale
    plain = LogisticRegression(C=_PLAIN, max_iter=400).fit(even, truth, sample_weight=weights)
    trees = lightgbm.LGBMClassifier(**_TREES).fit(table, truth, sample_weight=weights)
    listed = zip(names, mean, scale, plain.coef_[0], strict=True)
    return {
        "features": [
            {"name": n, "mean": _short(m), "scale": _short(s), "weight": _short(w)}
            for n, m, s, w in listed
        ],
        "bias": _short(plain.intercept_[0]),
        "trees": [
            _tree(each["tree_structure"], names)
            for each in trees.booster_.dump_model()["tree_info"]
        ],
    }


def _tree(node: Mapping[str, Any], names: Sequence[str]) -> Any:  # noqa: ANN401
    if "leaf_value" in node:
        return _short(node["leaf_value"])
    left, right = (_tree(node[side], names) for side in ("left_child", "right_child"))
    return [names[node["split_feature"]], node["threshold"], left, right]


def _short(value: float) -> float:
    return float(f"{value:.4g}")
