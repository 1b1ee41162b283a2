"""How pairs stand among each other, by scores set by hand."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.link.hand import claim
from zufolge.link.denials import denials_within
from zufolge.link.features import Features
from zufolge.link.pairs import Pair, pairs
from zufolge.link.scoring import scorer
from zufolge.link.standing import WEIGHED, standing, weigh

CLAIMS = {
    name: claim(text, number=number, statement=name)
    for number, (name, text) in enumerate(
        {
            "a": "Die Fähre lege am Freitag wieder ab",
            "b": "Das Schiff fahre ab Freitag wieder",
            "c": "Von Freitag an verkehre die Fähre",
            "d": "Die Fähre bleibe im Hafen",
        }.items()
    )
}
PAIRS = ["".join(pair) for pair in combinations("abcd", 2)]


def stood(
    same: Mapping[str, float],
    clash: Mapping[str, float] | None = None,
    order: Sequence[str] = PAIRS,
) -> dict[str, Features]:
    compared = [Pair(CLAIMS[pair[0]], CLAIMS[pair[1]], {}) for pair in order]
    scores = {name: np.zeros(len(order)) for name in WEIGHED}
    for name, told in (("same", same), ("clash", clash or {})):
        scores[name] = np.array([told.get(pair, 0.0) for pair in order])
    return dict(zip(order, standing(compared, scores), strict=True))


def odds(score: float) -> float:
    return log(score / (1 - score)) / 10


@pytest.mark.parametrize(
    ("same", "clash", "pair", "expected"),
    [
        pytest.param(
            {"ab": 0.6, "ac": 0.8, "ad": 0.7},
            {},
            "ab",
            {"same_score": odds(0.6), "ahead_earlier": 2 / 5, "best_earlier": odds(0.8)},
            id="two others of the earlier claim score higher",
        ),
        pytest.param(
            {"ab": 0.6, "ac": 0.8, "bd": 0.2},
            {},
            "ab",
            {"ahead_later": 0, "best_later": odds(0.2), "others_later": 0.2},
            id="none of the later one",
        ),
        pytest.param(
            {"ac": 0.9, "bc": 0.7},
            {},
            "ab",
            {"alike": 0.7, "alike_sum": 0.63},
            id="both like a third",
        ),
        pytest.param(
            {"ac": 0.9},
            {"bc": 0.6},
            "ab",
            {"against": 0.6, "against_sum": 0.54, "alike": 0, "parted": 0},
            id="a third one is like the one and clashes with the other",
        ),
        pytest.param(
            {},
            {"ad": 0.8, "bd": 0.5},
            "ab",
            {"parted": 0.5, "against": 0},
            id="a third against both",
        ),
    ],
)
def test_a_pair_stands_among_others(
    same: dict[str, float], clash: dict[str, float], pair: str, expected: dict[str, float]
) -> None:
    found = stood(same, clash)[pair]
    assert {name: found[name] for name in expected} == pytest.approx(expected)


SCORES = st.dictionaries(st.sampled_from(PAIRS), st.floats(0, 1))


@given(SCORES, SCORES, st.permutations(PAIRS))
def test_the_order_of_pairs_does_not_matter(
    same: dict[str, float], clash: dict[str, float], order: list[str]
) -> None:
    assert stood(same, clash, order) == stood(same, clash)


def test_many_pairs_are_taken_in_parts() -> None:
    article = [
        claim(f"Der Damm bei Kilometer {number} halte", number=number, statement=str(number))
        for number in range(50)
    ]
    compared = [Pair(one, other, {}) for one, other in combinations(article, 2)]
    scores = {name: np.zeros(len(compared)) for name in WEIGHED} | {
        "same": np.linspace(0, 1, len(compared))
    }
    found = standing(compared, scores)
    assert len(found) == len(compared) == 1225
    first, last = found[0], found[-1]
    assert (first["ahead_earlier"], last["ahead_earlier"]) == (1, 0)


def test_what_cannot_be_the_same_or_measured_scores_nothing() -> None:
    article = [
        claim("Der Kran sei am Montag umgestürzt", number=0, actor="Ina Holm"),
        claim("Der Kran sei umgestürzt", number=1, actor="Kuno Beck"),
        claim("Der Kran sei umgestürzt", number=2, actor="Mika Salo", stance="denies"),
    ]
    compared, denials = pairs(article, {}), denials_within(article)
    told = scorer("denial").score([each.features for each in denials])
    scores = weigh(compared, zip(denials, map(float, told), strict=True), scorer)
    by_place = {
        (pair.earlier.number, pair.later.number): {name: scores[name][n] for name in WEIGHED}
        for n, pair in enumerate(compared)
    }
    assert by_place[0, 1]["same"] > 0.5 > by_place[0, 1]["denial"] == 0
    assert by_place[0, 2]["same"] == by_place[1, 2]["same"] == 0
    assert max(by_place[0, 2]["denial"], by_place[1, 2]["denial"]) == max(told)
    assert not any(each["measure"] for each in by_place.values())


def test_nothing_compared_nothing_returned() -> None:
    assert standing([], weigh([], [], scorer)) == []
