import pytest

from zufolge.link.likeness import SCORES, Likeness
from zufolge.view.reasons import evidence, likeness
from zufolge.view.wording import LANGUAGES, labels

EVIDENCE = [
    (
        "denial: “das” points at what stands beside it",
        "Dementi: „das“ verweist auf die Aussage daneben",
        "denial: “das” points at what stands beside it",
    ),
    (
        "denial: hafenamt, warnung",
        "Dementi, gemeinsame Wortstämme: hafenamt, warnung",
        "denial: hafenamt, warnung",
    ),
    ("denial: meaning", "Dementi, ähnliche Bedeutung", "denial: meaning"),
    (
        "contrary: mau, unterspult",
        "Gegenteil, gemeinsame Wortstämme: mau, unterspult",
        "contrary: mau, unterspult",
    ),
    ("clash: meaning", "unvereinbar, ähnliche Bedeutung", "clash: meaning"),
    ("words: fahr, nacht", "gemeinsame Wortstämme: fahr, nacht", "words: fahr, nacht"),
    # Only where it stands for all stems it is no stem.
    ("words: meaning, of", "gemeinsame Wortstämme: meaning, of", "words: meaning, of"),
    ("figures: 14 / 19 Verletzten", "Zahlen: 14 / 19 Verletzten", "figures: 14 / 19 Verletzten"),
    (
        "figures: 130 / ~128 junge Robben",
        "Zahlen: 130 / etwa 128 junge Robben",
        "figures: 130 / about 128 junge Robben",
    ),
    (
        "figures: >=2.5 / 30000–40000",
        "Zahlen: mindestens 2,5 / 30.000–40.000",
        "figures: at least 2.5 / 30,000–40,000",
    ),
    # A figure recorded with six digits is not shown with more.
    (
        "figures: 1.23457e+06 / >3e+09 Euro",
        "Zahlen: 1,23457 Mio. / mehr als 3000 Mio. Euro",
        "figures: 1.23457 million / more than 3000 million Euro",
    ),
    ("figures: █ / 19 Boote", "Zahlen: █ / 19 Boote", "figures: █ / 19 Boote"),
    ("reprint: 0.83 of the passage", "Nachdruck: 83 % der Passage", "reprint: 83% of the passage"),
    (
        "reprint: 1.00 of the words, among others of the article",
        "Nachdruck: 100 % der Wörter, neben anderen Aussagen des Artikels",
        "reprint: 100% of the words, among others of the article",
    ),
    (
        "chain: Bodden-Funk ← Ida Lund",
        "Kette: Bodden-Funk ← Ida Lund",
        "chain: Bodden-Funk ← Ida Lund",
    ),
    ("translation", "Übersetzung daneben", "translation beside it"),
    ("closure", "folgt aus gleichen Aussagen", "follows from same statements"),
    # Nothing that linking gives: somebody else's words, which may hold braces.
    ("zwei ≠ drei {links}", "zwei ≠ drei {links}", "zwei ≠ drei {links}"),
    ("chain: {links} ← B", "Kette: {links} ← B", "chain: {links} ← B"),
]


@pytest.mark.parametrize(("told", "german", "english"), EVIDENCE)
def test_reasons_of_relations(told: str, german: str, english: str) -> None:
    assert (evidence(told, labels("de")), evidence(told, labels("en"))) == (german, english)


LIKENESSES = [
    (
        Likeness("romanisation", "Pjotr Lawrow", "Petr Lavrov", 0.92, "unknown"),
        "Umschrift: Pjotr Lawrow = Petr Lavrov; Funktion unklar",
    ),
    (
        Likeness("name", "Anton Wessel", "Anton Wessel", 0.5, "differs", ("Reeder", "Fischer")),
        "Name: Anton Wessel = Anton Wessel; andere Funktion: Reeder ≠ Fischer",
    ),
    (
        Likeness("initial", "D.", "Dora", 0.9, "agrees", ("Lotsin (wismar)", "Lotsin (wismar)")),
        "Initiale: D. = Dora; gleiche Funktion: Lotsin (wismar) = Lotsin (wismar)",
    ),
    (
        Likeness("no origin", "polizei", "polizei (koeln)", 0.65),
        "ohne Herkunft: polizei = polizei (koeln)",
    ),
]


@pytest.mark.parametrize(("found", "german"), LIKENESSES)
def test_reasons_of_likenesses(found: Likeness, german: str) -> None:
    assert likeness(found.reason, labels("de")) == german
    assert likeness(found.reason, labels("en")) == found.reason


def test_a_likeness_of_no_known_form_stays() -> None:
    assert likeness("name and office", labels("de")) == "name and office"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_evidence_has_a_label(code: str) -> None:
    assert set(labels(code).table["likeness"]) == set(SCORES)
    assert set(labels(code).table["office"]) == {"agrees", "differs", "unknown"}
