"""A quotation and its translation beside it are the same; two quotations are not."""

import pytest

from tests.link.hand import claim
from zufolge.annotate import annotate, load
from zufolge.article import Article
from zufolge.link import link
from zufolge.link.features import features
from zufolge.link.pairs import Pair
from zufolge.link.translations import nearness


def pair(first: str, second: str, *, apart: int = 1, article: str = "a") -> Pair:
    one = claim(first, number=0, type="direct", actor="Aino Lund")
    other = claim(second, number=apart, article=article, type="direct", actor="Aino Lund")
    return Pair(one, other, features(one, other))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("We are tired of waiting", "Wir sind das Warten leid"),
        ("Das Geld ist weg", "The money is gone"),
        ("Köprü kapalı", "Die Brücke ist gesperrt"),
        ("Nous avons froid", "Uns ist kalt"),
        ("Nadie nos ha preguntado", "Keiner hat uns gefragt"),
    ],
)
def test_a_translation_is_known_in_either_order(first: str, second: str) -> None:
    assert nearness(pair(first, second)) > 0.5
    assert nearness(pair(second, first)) > 0.5


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # What is said next is no translation.
        ("We are tired of waiting", "Morgen legen zwei Schlepper ab"),
        ("Bonne nuit à tous", "Die Brücke ist gesperrt"),
        # Neither is foreign, or both are.
        ("Uns ist kalt", "Wir frieren"),
        ("Nous avons froid", "We are cold"),
        # A name that both hold is a word that they share: words decide then.
        ("Husum is lost", "Husum ist verloren"),
    ],
)
def test_other_quotations_beside_it_are_not(first: str, second: str) -> None:
    assert nearness(pair(first, second)) == 0


@pytest.mark.parametrize("away", [{"apart": 2}, {"article": "b"}])
def test_a_translation_stands_beside_its_original(away: dict[str, int | str]) -> None:
    told = pair("Das Geld ist weg", "The money is gone", **away)  # type: ignore[arg-type]
    assert nearness(told) == 0


@pytest.mark.parametrize(
    "quoted",
    [
        "„We are tired of waiting“, sagte die Sprecherin Aino Lund. „Wir sind das Warten leid.“",
        "„We are tired of waiting“ („Wir sind das Warten leid“), sagte die Sprecherin Aino Lund.",
        "„We are tired of waiting“, sagte die Sprecherin Aino Lund. Auf Deutsch "
        "wiederholte sie: „Wir sind das Warten leid.“",
    ],
)
def test_a_report_that_translates_what_it_quotes(quoted: str) -> None:
    beside = "Der Hafenmeister Ove Berg sagte, am Kai lägen noch vierzig Boote."
    text = f"Die Fischer von Sandvik geben auf. {quoted} {beside}"
    [report] = annotate([Article(text, date="2025-03-14")], load())
    shown = {s.id: s.quote[0].of(text) for s in report.statements}
    [same] = link([report]).relations
    assert (same.kind, same.reason) == ("same", "translation")
    assert shown[same.source] == "We are tired of waiting"
    assert shown[same.target] == "Wir sind das Warten leid"
