import pytest

from zufolge.evaluate.gold import GoldOrigin, GoldRelation
from zufolge.evaluate.relations import score_origins, score_relations
from zufolge.evaluate.scores import Mean, Tally
from zufolge.relation import Origin, Relation

KEYS = {"i1": "s1", "i2": "s2", "i3": "s3"}
GOLD = [
    GoldRelation("s1", "denies", "s2"),
    GoldRelation("s2", "differs", "s3"),
    GoldRelation("s1", "same", "s3"),
]


def relation(source: str, kind: str, target: str) -> Relation:
    return Relation(source, kind, target, "", 1.0)


@pytest.mark.parametrize(
    ("found", "figure", "expected"),
    [
        (("i1", "denies", "i2"), "relation_denies", Tally(1)),
        (("i2", "denies", "i1"), "relation_denies", Tally(0, 1, 1)),
        (("i2", "denies", "i1"), "dispute", Tally(1, 0, 1)),
        (("i3", "differs", "i2"), "relation_differs", Tally(1)),
        (("i2", "contradicts", "i3"), "relation_differs", Tally(0, 0, 1)),
        (("i2", "contradicts", "i3"), "relation_contradicts", Tally(0, 1, 0)),
        (("i2", "contradicts", "i3"), "dispute", Tally(1, 0, 1)),
        (("i3", "same", "i1"), "relation_same", Tally(1)),
        (("i3", "same", "i1"), "dispute", Tally(0, 0, 2)),
        (("i1", "same", "i9"), "relation_same", Tally(0, 0, 1)),
    ],
)
def test_kind_and_direction(found: tuple[str, str, str], figure: str, expected: Tally) -> None:
    assert score_relations(GOLD, [relation(*found)], KEYS).tally(figure) == expected


def test_said_twice_counts_once() -> None:
    twice = [relation("i1", "same", "i3"), relation("i3", "same", "i1")]
    assert score_relations(GOLD, twice, KEYS).tally("relation_same") == Tally(1)


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ([Origin(("i1", "i2"), 1)], 1),
        ([Origin(("i1", "i2"), 2)], 0),
        ([Origin(("i1",), 1)], 1),
        ([Origin(("i1", "x", "y", "z"), 1)], 0),
        ([Origin(("i1",), 2), Origin(("i1", "i2"), 1)], 1),
        ([Origin(("i3",), 1)], 0),
        ([], 0),
    ],
)
def test_origins_need_group_and_count(found: list[Origin], right: int) -> None:
    gold = [GoldOrigin(frozenset({"s1", "s2"}), 1)]
    assert score_origins(gold, found, KEYS).share("origins") == Mean(right, 1)
