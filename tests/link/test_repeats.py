"""Which of two same statements only passes the other on."""

from typing import Any

import pytest

from tests.link.hand import claim
from zufolge.link import Claim
from zufolge.link.repeats import repeated, taken_over

DIKE = "Der Deich bei Altenfähr halte dem Wasser stand"
MODEL = {"text": DIKE, "actor": "Ida Lund"}

Told = dict[str, Any]


def told(article: str, published: str, values: Told) -> Claim:
    return claim(**{**MODEL, "article": article, "published": published, **values})


def passed_on(first: tuple[str, Told], second: tuple[str, Told]) -> str:
    """Return which of two statements repeats the other one, as ``b->a``, or nothing."""
    a, b = told("a", *first), told("b", *second)
    found = repeated(a, b, 0.7)
    if found is None:
        return ""
    names = {a.statement: "a", b.statement: "b"}
    return f"{names[found.source]}->{names[found.target]}"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # The same words in the next day's paper.
        (("2025-03-14", {}), ("2025-03-15", {}), "b->a"),
        # A review dated to the month tells of what was printed in it, and not the other way round;
        (("2025-03", {}), ("2025-03-15", {}), "a->b"),
        (("2025-03-15", {}), ("2025-03", {}), "b->a"),
        # but a day of the month after it is later.
        (("2025-03", {}), ("2025-04-01", {}), "b->a"),
        (("2025", {}), ("2025-12", {}), "a->b"),
        # On one day the number of links decides,
        (("2025-03-14", {"chain": ("Ida Lund", "Nordfunk")}), ("2025-03-14", {}), "a->b"),
        (("2025-03-14", {}), ("2025-03-14", {"chain": ("Ida Lund", "Nordfunk")}), "b->a"),
        # and so it does where the words are the same.
        (("2025-03-14", {"chain": ("Ida Lund", "Nordfunk")}), ("2025-03-15", {}), "a->b"),
        # Another wording of the next day is no reprint,
        (("2025-03-14", {}), ("2025-03-15", {"text": "Mit einem Bruch rechnet niemand"}), ""),
        # unless it came by a longer chain.
        (
            ("2025-03-14", {}),
            (
                "2025-03-15",
                {"text": "Mit einem Bruch rechnet niemand", "chain": ("Ida Lund", "Nordfunk")},
            ),
            "b->a",
        ),
        # A body and its spokeswoman are no chain: neither of them passes on what the other says.
        (
            ("2025-03-14", {"actor": "Lund"}),
            (
                "2025-03-15",
                {"text": "Mit einem Bruch rechnet niemand", "chain": ("Lund", "Ida Lund")},
            ),
            "",
        ),
        # Whoever insists says it anew, whatever the words,
        (("2025-03-14", {}), ("2025-03-15", {"around": "Ida Lund beharrt darauf"}), ""),
        (("2025-03-14", {}), ("2025-03-15", {"around": "Ida Lund bleibt dabei"}), ""),
        # but not if the first article has that too: the word belongs to what is printed.
        (
            ("2025-03-14", {"around": "Das Ufer bleibt gesperrt"}),
            ("2025-03-15", {"around": "Das Ufer bleibt gesperrt"}),
            "b->a",
        ),
        # Too few words to tell, but the sentence around them is the same,
        (
            ("2025-03-14", {"text": "den Vorwurf", "around": "wies das Deichamt Altenfähr zurück"}),
            ("2025-03-17", {"text": "den Vorwurf", "around": "wies das Deichamt Altenfähr zurück"}),
            "b->a",
        ),
        # or is another one.
        (
            ("2025-03-14", {"text": "den Vorwurf", "around": "wies das Deichamt Altenfähr zurück"}),
            ("2025-03-17", {"text": "den Vorwurf", "around": "nannte sie vor Gericht infam"}),
            "",
        ),
        # Another figure is another statement.
        (
            ("2025-03-14", {"figure": 130}),
            ("2025-03-15", {"figure": 150}),
            "",
        ),
        # Words of somebody else are no reprint, if there are few of them.
        (
            ("2025-03-14", {"text": "Der Deich halte"}),
            ("2025-03-15", {"text": "Der Deich halte", "actor": "Jens Voss"}),
            "",
        ),
    ],
)
def test_who_passes_on(first: tuple[str, Told], second: tuple[str, Told], expected: str) -> None:
    assert passed_on(first, second) == expected


def test_one_article_repeats_nothing_of_its_own() -> None:
    one, other = (claim(DIKE, actor="Ida Lund", number=number) for number in (0, 4))
    assert repeated(one, other, 0.9) is None


def test_the_reason_names_the_share_or_the_chain() -> None:
    one = told("a", "2025-03-14", {})
    reprint = repeated(one, told("b", "2025-03-15", {}), 0.7)
    assert reprint is not None
    assert (reprint.reason, reprint.score) == ("reprint: 1.00 of the passage", 1.0)
    chain = {"text": "Mit einem Bruch rechnet niemand", "chain": ("Ida Lund", "Nordfunk")}
    passed = repeated(one, told("b", "2025-03-15", chain), 0.7)
    assert passed is not None
    assert (passed.reason, passed.score) == ("chain: Nordfunk ← Ida Lund", 0.7)


def test_who_prints_several_sentences_took_over_the_others_too() -> None:
    words = {"text": "Der Deich, versichert sie, werde einem Sturm trotzen"}
    one = told("a", "2025-03-14", {"number": 5, "text": "Der Deich halte einem Sturm stand"})
    other = told("b", "2025-03-15", {**words, "number": 4})
    assert repeated(one, other, 0.7) is None
    found = repeated(one, other, 0.7, taken=True)
    assert found is not None
    assert found.reason == f"reprint: {found.score:.2f} of the words, among others of the article"
    headline = told("b", "2025-03-15", {**words, "number": 0})
    assert repeated(one, headline, 0.7, taken=True) is None
    far = told("b", "2025-03-15", {"text": "Mit einem Bruch rechnet niemand", "number": 4})
    assert repeated(one, far, 0.7, taken=True) is None


def test_one_sentence_alone_is_not_taken_over() -> None:
    others = "Die Pumpen bei Gustow laufen seit dem Morgen"
    first, second = (told(article, "2025-03-14", {"number": 1}) for article in "ab")
    third, fourth = (told(article, "2025-03-14", {"text": others, "number": 2}) for article in "ab")
    assert taken_over([(first, second), (first, second), (first, fourth)]) == frozenset()
    assert taken_over([(first, second), (third, fourth)]) == {frozenset("ab")}
    assert taken_over([(first, third)]) == frozenset()
