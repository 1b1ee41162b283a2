"""Scorers out of JSON."""

import math

import pytest

from zufolge.link.scoring import read_scorer, scorer

TOLD = {
    "features": [
        {"name": "near", "mean": 0.5, "scale": 0.5, "weight": 2.0},
        {"name": "clash", "mean": 0.0, "scale": 1.0, "weight": -1.0},
    ],
    "bias": 0.25,
    "trees": [["near", 0.4, -1.0, ["clash", 0.5, 1.5, 0.5]], 0.125],
}


def odds(value: float) -> float:
    return 1 / (1 + math.exp(-value))


@pytest.mark.parametrize(
    ("near", "clash", "linear", "boosted"),
    [
        (0.0, 0.0, -2 + 0.25, -1.0 + 0.125),
        (0.4, 1.0, -0.4 - 1 + 0.25, -1.0 + 0.125),
        (1.0, 0.0, 2 + 0.25, 1.5 + 0.125),
        (1.0, 1.0, 2 - 1 + 0.25, 0.5 + 0.125),
    ],
)
def test_a_score_is_the_mean_of_both(
    near: float, clash: float, linear: float, boosted: float
) -> None:
    [score] = read_scorer(TOLD).score([{"clash": clash, "near": near}])
    assert score == pytest.approx((odds(linear) + odds(boosted)) / 2)


def test_no_rows_no_scores() -> None:
    assert len(read_scorer(TOLD).score([])) == 0


@pytest.mark.parametrize("name", ["denial", "measure", "same", "clash", "standing"])
def test_the_shipped_scorers_are_probabilities(name: str) -> None:
    known = scorer(name)
    none, every = dict.fromkeys(known.names, 0.0), dict.fromkeys(known.names, 1.0)
    low, high = known.score([none, every])
    assert 0 <= low <= 1
    assert 0 <= high <= 1
    assert low != high
