"""Who stands for the same person or body."""

import pytest

from zufolge.actor import Actor
from zufolge.languages import GERMAN
from zufolge.link import Speaker
from zufolge.link.parties import (
    body_of,
    is_described,
    one_body,
    same_party,
    speaker_of,
    speaks_for,
)
from zufolge.span import Span


def actor(name: str, text: str, kind: str = "person") -> Actor:
    start = text.index(name)
    return Actor("a", name, kind, (Span(start, start + len(name)),))


def named(name: str, *roles: str) -> Speaker:
    return Speaker(name, "person", roles=roles)


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
        # A description, and whom the other article calls so.
        (Speaker("der Historiker", "unnamed"), named("Ina Holm", "historikerin"), False),
        (Speaker("die Historikerin", "unnamed"), named("Ina Holm", "historikerin"), True),
        (Speaker("Minister", "unnamed"), named("Jan Wilk", "umweltminister"), True),
        (Speaker("Quasts Verteidiger", "person"), named("Jan Wilk", "rechtsanwalt"), True),
        (Speaker("Quasts Anwalt", "person"), Speaker("Holms Anwalt", "person"), False),
        (Speaker("ein Anwohner", "unnamed"), named("Jan Wilk", "anwohner"), False),
        (Speaker("der Minister", "unnamed"), named("Jan Wilk"), False),
        (Speaker("Papier", "document"), Speaker("Vermerk", "document", roles=("papier",)), True),
        (
            Speaker("die Gewerkschaft", "organisation"),
            Speaker("Nordlicht", "organisation", roles=("gewerkschaft",)),
            True,
        ),
        (None, Speaker("Holm", "person"), False),
    ],
)
def test_same_party(left: Speaker | None, right: Speaker | None, expected: bool) -> None:
    assert same_party(left, right) is expected
    assert same_party(right, left) is expected


def test_an_actor_as_a_claim_needs_it() -> None:
    text = "Ministeriumssprecher Jan Wilk widersprach."
    found = speaker_of(actor("Jan Wilk", text), text, GERMAN)
    assert found == Speaker("Jan Wilk", "person", "Ministerium", ("ministeriumssprecher",))


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        (None, False),
        (Speaker("Ida Lund", "person"), False),
        (Speaker("der Minister", "unnamed"), True),
        (Speaker("die Behörde", "office"), True),
        (Speaker("Klinik", "organisation"), True),
        (Speaker("Feuerwehr", "organisation"), False),
        (Speaker("ein Anwohner", "unnamed"), False),
    ],
)
def test_is_described(speaker: Speaker | None, expected: bool) -> None:
    assert is_described(speaker) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (Speaker("Ina Holm", "person", "Werft"), Speaker("Jan Wilk", "person", "Werft"), True),
        (Speaker("Ina Holm", "person", "Werft"), Speaker("Jan Wilk", "person", "Hafen"), False),
        # „Der Sprecher des Ministeriums“ may be that of any ministry.
        (
            Speaker("Ina Holm", "person", "Ministerium"),
            Speaker("Jan Wilk", "person", "Ministerium"),
            False,
        ),
        (Speaker("Ina Holm", "person"), Speaker("Jan Wilk", "person"), False),
        (None, Speaker("Jan Wilk", "person", "Werft"), False),
    ],
)
def test_one_body(left: Speaker | None, right: Speaker | None, expected: bool) -> None:
    assert one_body(left, right) is expected
    assert one_body(right, left) is expected


@pytest.mark.parametrize(
    ("speaker", "link", "expected"),
    [
        (Speaker("Ina Holm", "person", "Werft"), Speaker("Werft", "organisation"), True),
        # „stellte Sprecherin Ina Holm klar“, right behind the body.
        (named("Ina Holm", "sprecherin"), Speaker("Polizei Sund", "office"), True),
        (named("Ina Holm", "anwohnerin"), Speaker("Polizei Sund", "office"), False),
        (named("Ina Holm", "sprecherin"), named("Jan Wilk", "minister"), False),
    ],
)
def test_speaks_for(speaker: Speaker, link: Speaker, expected: bool) -> None:
    assert speaks_for(speaker, link) is expected
