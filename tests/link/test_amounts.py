"""Figures of two claims."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.link.hand import claim
from zufolge.link.amounts import agree, compare_amounts
from zufolge.mention import Quantity
from zufolge.span import Span


def amount(comparator: str, value: float, high: float | None = None) -> Quantity:
    return Quantity(Span(0, 1), value, high, comparator, "Soldaten")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (amount("~", 130), amount("=", 128), True),
        (amount("=", 130), amount("=", 150), False),
        (amount("=", 130), amount("=", 128), False),
        (amount(">", 40), amount("=", 43), True),
        (amount(">", 40), amount("=", 90), False),
        (amount("range", 30, 40), amount("=", 35), True),
        (amount("range", 30, 40), amount("~", 60), False),
        (amount("<=", 600), amount("=", 580), True),
        (amount("=", 0), amount("=", 0), True),
    ],
)
def test_figures_agree_within_what_their_words_allow(
    left: Quantity, right: Quantity, expected: bool
) -> None:
    assert agree(left, right) is expected
    assert agree(right, left) is expected


FIGURES = st.builds(
    amount, st.sampled_from(["=", "~", ">", ">=", "<", "<="]), st.floats(0, 1e9, allow_nan=False)
)


@given(FIGURES, FIGURES)
def test_agreeing_has_no_direction(left: Quantity, right: Quantity) -> None:
    assert agree(left, right) == agree(right, left)
    assert agree(left, left)


@pytest.mark.parametrize(
    ("one", "other", "unit"),
    [
        ("Soldaten", "russische Soldaten", 1.0),
        # A compound's last part is what is counted, its first one is not.
        ("Münzen", "Goldmünzen", 0.8),
        ("Goldmünzen", "Silbermünzen", 0.4),
        ("Münzen", "Münzsammler", 0.4),
        ("Teilnehmer", "Demonstranten", 0.7),
        ("Brücken", "Fahrzeuge", 0.4),
        ("Euro", "Dollar", 0.3),
    ],
)
def test_units_are_alike_by_degrees(one: str, other: str, unit: float) -> None:
    found = compare_amounts(claim("a", figure=40, of=one), claim("b", figure=50, of=other))
    assert found is not None
    assert found.unit == unit


def test_money_and_shares_never_compare() -> None:
    assert (
        compare_amounts(claim("a", figure=4, of="Euro"), claim("b", figure=4, of="Prozent")) is None
    )
