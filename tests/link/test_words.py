"""Words of a few classes."""

import pytest

from zufolge.languages import GERMAN
from zufolge.link.stems import stems
from zufolge.link.words import markers, negated, points, unit_class


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("das", True),
        ("die Vorwürfe", True),
        ("diese Darstellung", True),
        ("eine solche Zusage", True),
        ("das „blanken Unsinn“", True),
        ("die Zahl der Toten", False),
        ("dass die Brücke gesperrt sei", False),
    ],
)
def test_what_only_points_back(text: str, expected: bool) -> None:
    assert points(text, GERMAN) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es gibt keine Absprache", True),
        ("Niemand habe nichts gewusst", False),
        ("Die Brücke hält", False),
    ],
)
def test_negation_is_counted(text: str, expected: bool) -> None:
    assert negated(text, GERMAN) is expected


def test_stems_leave_out_what_says_nothing() -> None:
    assert stems("Die Brücken seien gesperrt, die Brücke", GERMAN) == ("bruck", "gesperrt")
    assert stems("Kreml-Sprecher", GERMAN) == ("kreml", "sprech")


def test_markers_name_their_classes() -> None:
    assert markers("Der Verband kam dagegen auf 200", GERMAN) == ("contrast",)
    assert markers("Das Amt korrigierte seine Zahl", GERMAN) == ("revising",)
    assert markers("Es regnet", GERMAN) == ()


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("Euro", "money"), ("%", "share"), ("Kilometer", "length"), ("Soldaten", "")],
)
def test_units_have_a_dimension(noun: str, expected: str) -> None:
    assert unit_class(noun, GERMAN) == expected
