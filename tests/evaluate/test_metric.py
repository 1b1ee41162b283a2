import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zufolge.evaluate.bootstrap import interval
from zufolge.evaluate.corpus import PARTS, Group
from zufolge.evaluate.quotations import likeness, score_groups
from zufolge.evaluate.scores import Mean, Quality, Tally
from zufolge.statement import MEDIA, TYPES


def group(kind: str, medium: str | None = None, **parts: set[int]) -> Group:
    return Group({name: frozenset(tokens) for name, tokens in parts.items()}, kind, medium)


DIRECT = group("direct", "speech", quote={1, 2, 3, 4}, cue={5}, speaker={6, 7})
REPORTED = group("reported", quote={10, 11}, speaker={8})
SHIFTED = group("indirect", "speech", quote={3, 4, 5, 6}, cue={5}, speaker={7})


def test_a_half_found_and_a_missed_quotation() -> None:
    counts = score_groups([DIRECT, REPORTED], [SHIFTED])
    # Two of four tokens both ways, the second quotation has a recall of 0 and no precision.
    assert counts.quote.precision.value == 1 / 2
    assert counts.quote.recall.value == 1 / 4
    assert counts.quote.f1 == pytest.approx(1 / 3)
    # Speaker 1/1 and 1/2, cue 1/1 and 1/1, the second speaker has a recall of 0.
    assert counts.roles.precision.value == 1
    assert counts.roles.recall.value == 1 / 2
    assert counts.roles.f1 == pytest.approx(2 / 3)
    # (1/2 + 1 + 1) / 3 and (1/2 + 1/2 + 1 + 0 + 0) / 5.
    assert counts.joint.precision.value == pytest.approx(5 / 6)
    assert counts.joint.recall.value == pytest.approx(2 / 5)
    assert counts.joint.f1 == pytest.approx(20 / 37)
    assert counts.type == Tally(hits=0, extra=1, missed=2)
    assert counts.medium == Tally(hits=1)
    assert counts.types["direct"] == Tally(missed=1)
    assert counts.types["indirect"] == Tally(extra=1)
    assert counts.quotes["direct"].f1 == 1 / 2
    assert counts.quotes["reported"].recall.value == 0


def test_pairs_without_overlap_are_still_pairs() -> None:
    counts = score_groups([group("direct", quote={1})], [group("direct", quote={5})])
    assert counts.quote == Quality(Mean(0.0, 1), Mean(0.0, 1))
    assert counts.type == Tally(hits=1)


def test_more_found_than_there_is() -> None:
    counts = score_groups([], [DIRECT])
    assert counts.quote == Quality(Mean(0.0, 1), Mean())
    assert counts.type == Tally(extra=1)
    assert counts.quote.f1 == 0


def test_type_then_medium_break_ties() -> None:
    gold = group("indirect", "speech", quote={1, 2})
    other = group("reported", "speech", quote={1, 2})
    same_type = group("indirect", "writing", quote={1, 2})
    same = group("indirect", "speech", quote={1, 2})
    assert likeness(gold, other) < likeness(gold, same_type) < likeness(gold, same)
    assert likeness(gold, group("indirect", "speech", quote={9})) == 0
    counts = score_groups([gold], [other, same_type, same])
    assert counts.type == Tally(hits=1, extra=2)
    assert counts.medium == Tally(hits=1, extra=2)


def test_overlap_decides_before_type() -> None:
    far = group("direct", quote={1, 2, 3, 20, 21, 22})
    counts = score_groups(
        [group("direct", quote={1, 2, 3})], [far, group("reported", quote={1, 2, 3})]
    )
    assert counts.type.hits == 0


TOKENS = st.frozensets(st.integers(0, 9), max_size=6)
GROUPS = st.builds(
    Group,
    st.fixed_dictionaries(dict.fromkeys(PARTS, TOKENS)),
    st.sampled_from(TYPES),
    st.sampled_from([*MEDIA, None]),
)


@given(st.lists(GROUPS, max_size=5), st.lists(GROUPS, max_size=5))
def test_figures_are_fractions(gold: list[Group], system: list[Group]) -> None:
    counts = score_groups(gold, system)
    for quality in (counts.quote, counts.roles, counts.joint):
        for figure in (quality.precision.value, quality.recall.value, quality.f1):
            assert figure is None or 0 <= figure <= 1
    assert counts.type.hits + counts.type.missed == len(gold)
    assert counts.type.hits + counts.type.extra == len(system)


@given(st.lists(GROUPS.filter(lambda each: bool(each.tokens("quote"))), min_size=1, max_size=5))
def test_gold_against_itself_is_right(gold: list[Group]) -> None:
    counts = score_groups(gold, gold)
    assert counts.quote.f1 == 1
    assert counts.type == Tally(hits=len(gold))


@given(GROUPS, GROUPS)
def test_the_other_way_round_precision_is_recall(gold: Group, system: Group) -> None:
    counts, swapped = score_groups([gold], [system]), score_groups([system], [gold])
    assert counts.joint == Quality(swapped.joint.recall, swapped.joint.precision)
    assert counts.type == Tally(swapped.type.hits, swapped.type.missed, swapped.type.extra)


QUALITIES = st.builds(
    lambda p, r: Quality(Mean(p / 4, 1), Mean(r / 4, 1)), st.integers(0, 4), st.integers(0, 4)
)


@given(st.lists(QUALITIES, min_size=1, max_size=8), st.integers(0, 3))
def test_intervals_are_ordered_and_repeatable(documents: list[Quality], seed: int) -> None:
    bounds = interval(documents, 50, seed)
    assert 0 <= bounds.low <= bounds.high <= 1 + 1e-9
    assert bounds == interval(documents, 50, seed)


def test_equal_documents_leave_no_doubt() -> None:
    bounds = interval([Quality(Mean(0.5, 1), Mean(1.0, 2))] * 4, 100)
    assert math.isclose(bounds.low, 0.5) and math.isclose(bounds.high, 0.5)


def test_wide_interval_of_unlike_documents() -> None:
    right, wrong = Quality(Mean(1.0, 1), Mean(1.0, 1)), Quality(Mean(0.0, 1), Mean(0.0, 1))
    bounds = interval([right, wrong] * 10, 1000)
    # The standard deviation of a mean of 20 halves is 0.112.
    assert 0.2 <= bounds.low <= 0.35 and 0.65 <= bounds.high <= 0.8
