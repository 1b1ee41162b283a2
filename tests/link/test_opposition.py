"""Negation and antonyms: like words, contrary contents."""

import pytest

from tests.link.hand import claim
from tests.link.test_relate import related
from zufolge.link.opposition import contradict, opposed

TABLE = [
    ("Die Mauer sei seit Jahren unterspült", "Die Mauer sei seit Jahren nicht unterspült", True),
    ("Die Brücke sei gesperrt", "Die Brücke sei freigegeben", True),
    ("Die Wahl sei gültig gewesen", "Die Wahl sei ungültig gewesen", True),
    ("Die Preise seien im Mai gestiegen", "Die Preise seien im Mai gesunken", True),
    ("Niemand habe den Bericht gelesen", "Alle hätten den Bericht gelesen", True),
    ("Die Straße sei nicht gesperrt", "Die Straße sei geöffnet", False),
    ("Die Mauer sei unterspült", "Die Mauer ist unterspült gewesen", False),
    ("Die Halle sei nie leer gewesen", "Die Halle war niemals leer", False),
    ("Solange kein Befund da ist, gilt er als gesund", "Er gilt als gesund", False),
    ("Die Fähre ist nicht gesunken, sie liegt im Dock", "Die Fähre liegt im Dock", False),
    ("Die Fähre ist nicht gesunken, sie liegt im Dock", "Die Fähre ist gesunken", True),
]


@pytest.mark.parametrize(("one", "other", "expected"), TABLE)
def test_contraries(one: str, other: str, expected: bool) -> None:
    left, right = claim(one), claim(other, number=1)
    assert opposed(left, right) is expected
    assert opposed(right, left) is expected


@pytest.mark.parametrize(("one", "other"), [row[:2] for row in TABLE if row[2]])
def test_contraries_are_never_the_same(one: str, other: str) -> None:
    found = related(
        [claim(one, actor="Ina Holm")],
        [claim(other, article="b", actor="Kuno Beck", published="2025-03-15")],
    )
    assert "same" not in {each.kind for told in found.values() for each in told}


def test_like_words_and_one_negation_contradict() -> None:
    wall = claim("Die Mauer sei seit Jahren unterspült gewesen", actor="Ina Holm")
    whole = claim(
        "Die Mauer sei nicht unterspült gewesen",
        article="b",
        actor="Kuno Beck",
        published="2025-03-15",
    )
    assert contradict(wall, whole)
    kinds = {each.kind for told in related([wall], [whole]).values() for each in told}
    assert kinds & {"contradicts", "denies"}


def test_two_denials_are_not_opposed() -> None:
    first = claim("Es gibt kein Angebot", stance="denies")
    second = claim("ein Angebot", number=1, stance="denies")
    assert not opposed(first, second)


@pytest.mark.parametrize(
    ("asserted", "expected"), [("Es gibt kein Angebot", False), ("Es gibt ein Angebot", True)]
)
def test_a_denial_is_opposed_to_what_it_denies(asserted: str, expected: bool) -> None:
    denial = claim("ein Angebot", stance="denies")
    assert opposed(claim(asserted, number=1), denial) is expected
    assert opposed(denial, claim(asserted, number=1)) is expected


def test_a_topic_is_not_the_same_as_what_is_said_of_it() -> None:
    told = claim(
        "Beim Einsturz der Kaimauer seien 14 Menschen verletzt worden",
        actor="Feuerwehr",
        figure=14,
        of="Menschen",
    )
    topic = claim(
        "ihre Zahlen zum Einsturz der Kaimauer",
        article="b",
        actor="Feuerwehr",
        type="reported",
        published="2025-03-16",
    )
    kinds = {each.kind for found in related([told], [topic]).values() for each in found}
    assert "same" not in kinds
