"""Who stands for the same person or body."""

import pytest

from zufolge.actor import Actor
from zufolge.languages import GERMAN
from zufolge.link import Speaker
from zufolge.link.parties import body_of, same_party
from zufolge.span import Span


def actor(name: str, text: str, kind: str = "person") -> Actor:
    start = text.index(name)
    return Actor("a", name, kind, (Span(start, start + len(name)),))


@pytest.mark.parametrize(
    ("name", "kind", "text", "body"),
    [
        ("Mika Salo", "person", "So Nordwerft-Sprecher Mika Salo am Abend", "Nordwerft"),
        ("Ina Holm", "person", "Die Sprecherin des Ministeriums, Ina Holm, sagte", "Ministeriums"),
        ("Ina Holm", "person", "Ina Holm, Sprecherin der Werft, sagte", "Werft"),
        ("ein Sprecher der Polizei", "unnamed", "ein Sprecher der Polizei sagte", "Polizei"),
        ("Ina Holm", "person", "Der Sprecher schwieg. Ina Holm sagte", ""),
        ("Nordwerft", "organisation", "Nordwerft-Sprecher Mika Salo", ""),
    ],
)
def test_a_spokesperson_has_a_body(name: str, kind: str, text: str, body: str) -> None:
    assert body_of(actor(name, text, kind), text, GERMAN) == body


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (Speaker("Ina Holm", "person"), Speaker("Holm", "person"), True),
        (Speaker("Ina Holm", "person"), Speaker("Jens Holm", "person"), False),
        (Speaker("Mika Salo", "person", "Nordwerft"), Speaker("Nordwerft", "organisation"), True),
        (Speaker("Mika Salo", "person"), Speaker("Nordwerft", "organisation"), False),
        (Speaker("die Polizei", "office"), Speaker("Polizei", "office"), True),
        (None, Speaker("Holm", "person"), False),
    ],
)
def test_same_party(left: Speaker | None, right: Speaker | None, expected: bool) -> None:
    assert same_party(left, right) is expected
    assert same_party(right, left) is expected
