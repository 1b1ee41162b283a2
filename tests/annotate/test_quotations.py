import numpy as np
import pytest

from zufolge.annotate.quotations import names, quotations
from zufolge.annotate.tags import FLAGS, NAME_TAGS, QUOTE_TAGS, flag, may_follow

TABLE = [
    # One quotation.
    ("O B I I O", [([(1, 4)], "direct")]),
    # „Wir gehen“, sagte er, „und zwar heute“: interrupted, one quotation.
    ("B I O O C I", [([(0, 2), (4, 6)], "direct")]),
    # Two that touch.
    ("B I B I", [([(0, 2)], "direct"), ([(2, 4)], "direct")]),
    # A later part without a first one stands alone.
    ("O C I", [([(1, 3)], "direct")]),
    ("O O", []),
]


@pytest.mark.parametrize(("letters", "expected"), TABLE)
def test_quotations(letters: str, expected: list[tuple[list[tuple[int, int]], str]]) -> None:
    names_ = [letter if letter == "O" else f"{letter}-direct" for letter in letters.split()]
    tags = [QUOTE_TAGS.index(name) for name in names_]
    emissions = np.zeros((len(tags), len(QUOTE_TAGS)), np.float32)
    emissions[range(len(tags)), tags] = 20
    found = quotations(tags, emissions, [0] * len(tags))
    assert [([*q.parts], q.type) for q in found] == expected
    assert all(q.confidence == 1 for q in found)


def test_a_part_of_another_type_is_no_continuation() -> None:
    tags = [QUOTE_TAGS.index(name) for name in ("B-direct", "O", "C-indirect")]
    found = quotations(tags, np.zeros((3, len(QUOTE_TAGS)), np.float32), [0, 0, 0])
    assert [q.parts for q in found] == [((0, 1),), ((2, 3),)]


def test_a_part_in_the_next_paragraph_is_no_continuation() -> None:
    tags = [QUOTE_TAGS.index(name) for name in ("B-indirect", "O", "C-indirect")]
    found = quotations(tags, np.zeros((3, len(QUOTE_TAGS)), np.float32), [0, 0, 1])
    assert [q.parts for q in found] == [((0, 1),), ((2, 3),)]


def test_names() -> None:
    tags = [NAME_TAGS.index(name) for name in ("B-PER", "I-PER", "O", "B-LOC")]
    assert names(tags) == [((0, 2), "PER"), ((3, 4), "LOC")]


def test_inside_never_follows_outside_or_another_kind() -> None:
    assert not may_follow("I-direct", "O")
    assert not may_follow("I-direct", "B-indirect")
    assert may_follow("I-direct", "C-direct")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (0, "before-8"),
        (9, "before-1"),
        (10, "first"),
        (11, "inside"),
        (12, "last"),
        (14, "gap"),
        (15, "first"),
        (16, "last"),
        (17, "after-1"),
        (300, "after-64"),
    ],
)
def test_flags(word: int, expected: str) -> None:
    assert FLAGS[flag(word, [(10, 13), (15, 17)])] == expected
