"""What the other pairs of two parties say of a pair, by scores set by hand."""

from collections.abc import Mapping

import numpy as np
import pytest

from tests.link.hand import claim
from zufolge.link.between import between
from zufolge.link.pairs import Pair
from zufolge.link.scoring import log_odds

# Two each by the port's office and a diver, one by nobody.
SAID = {
    "a": ("Hafenamt", "Die Mole sei sicher"),
    "b": ("Hafenamt", "Man habe sie im Mai geprüft"),
    "c": ("Tim Lorenzen", "Die Mole sei unterspült"),
    "d": ("Tim Lorenzen", "Das Amt habe davon gewusst"),
    "e": (None, "Die Mole liegt vor der Schleuse"),
}
CLAIMS = {
    name: claim(text, number=number, statement=name, actor=actor)
    for number, (name, (actor, text)) in enumerate(SAID.items())
}


def told(pairs: str, **scores: Mapping[str, float]) -> dict[str, dict[str, float]]:
    names = pairs.split()
    compared = [Pair(CLAIMS[each[0]], CLAIMS[each[1]], {}) for each in names]
    found = between(
        compared,
        {
            name: np.array([scores.get(name, {}).get(each, 0.0) for each in names])
            for name in ("same", "clash", "denial")
        },
    )
    return {
        each: {name: float(values[place]) for name, values in found.items()}
        for place, each in enumerate(names)
    }


def odds(score: float) -> float:
    return float(log_odds(np.array([score]))[0])


@pytest.mark.parametrize(
    ("scores", "pair", "expected"),
    [
        pytest.param(
            {"denial": {"ad": 0.8}},
            "bc",
            {
                "party_denial": odds(0.8),
                "party_denial_sum": 0.8,
                "one_party": 0,
                "party_pairs": 0.2,
            },
            id="one denies the other elsewhere",
        ),
        pytest.param(
            {"denial": {"ad": 0.8}},
            "ad",
            {"party_denial": odds(0.0), "party_denial_sum": 0.0},
            id="the pair itself does not count",
        ),
        pytest.param(
            {"clash": {"ac": 0.6, "bd": 0.3, "bc": 0.5}},
            "ac",
            {"party_clash": odds(0.5), "party_clash_sum": 0.8},
            id="the second best of the best",
        ),
        pytest.param({}, "cd", {"one_party": 1, "party_pairs": 0.05}, id="one party"),
        pytest.param(
            {"same": {"ae": 0.9, "be": 0.9}},
            "ae",
            {"party_same": odds(0.0), "party_same_sum": 0, "one_party": 0, "party_pairs": 0},
            id="nobody is no party",
        ),
    ],
)
def test_parties_tell_of_their_pairs(
    scores: dict[str, dict[str, float]], pair: str, expected: dict[str, float]
) -> None:
    found = told("ac ad bc bd cd ae be", **scores)[pair]
    assert {name: found[name] for name in expected} == pytest.approx(expected)
