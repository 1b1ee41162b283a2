"""Who joins a group of same statements is the same as half of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zufolge.link import MemoryIndex, groups
from zufolge.link.cohesion import cohesive
from zufolge.relation import Relation


def same(pair: str, score: float) -> Relation:
    return Relation(pair[0], "same", pair[1], "words", score)


def again(pair: str) -> Relation:
    return Relation(pair[0], "repeats", pair[1], "chain", 0.8)


def pairs(found: tuple[Relation, ...]) -> list[str]:
    return [f"{each.source}{each.target}" for each in found if each.kind == "same"]


@pytest.mark.parametrize(
    ("stored", "found", "left"),
    [
        pytest.param([], [same("ab", 0.9), same("bc", 0.6)], ["ab", "bc"], id="half of two"),
        pytest.param(
            ["ab"], [same("ca", 0.9), same("cb", 0.8)], ["ca", "cb"], id="all of a stored group"
        ),
        pytest.param(["ab", "bc"], [same("da", 0.8)], [], id="one of three"),
        pytest.param(
            ["ab", "bc"], [same("da", 0.95)], ["da"], id="word for word like one of three"
        ),
        pytest.param(
            ["ab", "cd"], [same("ea", 0.8), same("ec", 0.7)], ["ea"], id="two groups stay two"
        ),
        pytest.param(
            [],
            [same("ab", 0.9), same("cd", 0.8), same("bc", 0.6)],
            ["ab", "cd"],
            id="a weak link between two pairs",
        ),
        pytest.param(
            [],
            [same("ab", 0.9), same("cd", 0.8), same("bc", 0.6), same("ad", 0.5)],
            ["ab", "cd", "bc", "ad"],
            id="two links between two pairs",
        ),
        pytest.param([], [same("aa", 0.9)], ["aa"], id="words that are quoted twice"),
    ],
)
def test_a_group_takes_in_who_is_the_same_as_half_of_it(
    stored: list[str], found: list[Relation], left: list[str]
) -> None:
    index = MemoryIndex()
    index.add([], [same(pair, 1.0) for pair in stored])
    assert pairs(cohesive(found, index)) == left


def test_repeats_goes_with_its_same_and_other_kinds_stay() -> None:
    index = MemoryIndex()
    index.add([], [same("ab", 1.0), same("bc", 1.0)])
    denial = Relation("d", "denies", "b", "denial: meaning", 0.7)
    assert cohesive([same("da", 0.8), again("da"), denial], index) == (denial,)


ENDS = st.tuples(*[st.sampled_from("abcdef")] * 2).filter(lambda pair: pair[0] != pair[1])
FOUND = st.dictionaries(ENDS.map(sorted).map("".join), st.floats(0, 0.89), max_size=15)


@given(FOUND)
def test_half_of_the_pairs_of_a_group_hold(found: dict[str, float]) -> None:
    kept = cohesive([same(*each) for each in found.items()], MemoryIndex())
    held = {frozenset(pair) for pair in pairs(kept)}
    for group in groups(kept):
        # Two halves that join need half of the pairs between them, and held half of their own.
        most = len(group) * (len(group) - 1) / 2
        assert sum(each <= {*group} for each in held) >= most / 2
