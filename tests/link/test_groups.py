"""Groups of same statements, and what follows from them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.link.hand import claim
from zufolge.link import Claim, Speaker, close, groups, origins
from zufolge.link.groups import first_links
from zufolge.link.repeats import repeated
from zufolge.relation import Relation


def relation(source: str, kind: str, target: str, score: float = 0.9) -> Relation:
    return Relation(source, kind, target, "told", score)


def told(relations: list[Relation]) -> set[tuple[str, str, str]]:
    return {(each.source, each.kind, each.target) for each in relations}


def test_a_denial_reaches_all_that_is_the_same() -> None:
    direct = [relation("a", "same", "b"), relation("b", "same", "c"), relation("x", "denies", "a")]
    closed = close(direct, {"a": 0, "b": 1, "c": 2, "x": 3}, {})
    assert told(closed) == {
        *((one, "same", other) for one, other in ("ab", "bc", "ac")),
        *(("x", "denies", each) for each in "abc"),
    }
    assert {each.reason for each in closed} == {"told", "closure"}


def test_symmetric_kinds_run_from_the_earlier_statement() -> None:
    direct = [relation("b", "same", "a"), relation("b", "differs", "c")]
    assert ("c", "differs", "a") in told(close(direct, {"c": 0, "a": 1, "b": 2}, {}))


@pytest.mark.parametrize(
    ("kind", "figure", "carried"),
    [
        pytest.param("differs", 150, True, id="another figure"),
        pytest.param("differs", 130, False, id="the same figure"),
        pytest.param("differs", None, False, id="no figure"),
        pytest.param("corrects", None, True, id="a correction without figures"),
        pytest.param("denies", 130, True, id="a denial asks for no figures"),
    ],
)
def test_figures_differ_only_where_they_do_not_agree(
    kind: str, figure: float | None, carried: bool
) -> None:
    said = {
        "a": claim("150 Soldaten seien eingekesselt", figure=150, statement="a"),
        "b": claim("Soldaten seien eingekesselt", figure=figure, statement="b", number=1),
        "c": claim("130 Soldaten seien eingekesselt", figure=130, statement="c", number=2),
    }
    direct = [relation("a", "same", "b"), relation("c", kind, "a")]
    closed = close(direct, {"c": 0, "a": 1, "b": 2}, said)
    assert (("c", kind, "b") in told(closed)) is carried


def test_repeats_stays_beside_same_and_reaches_nobody_else() -> None:
    direct = [
        *(relation("a", "same", "b"), relation("b", "repeats", "a"), relation("b", "same", "c")),
    ]
    repeats = [each for each in close(direct, {}, {}) if each.kind == "repeats"]
    assert told(repeats) == {("b", "repeats", "a")}


PAIRS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=12)


@given(PAIRS, PAIRS)
def test_closing_twice_adds_nothing(
    same: list[tuple[str, str]], denied: list[tuple[str, str]]
) -> None:
    direct = [relation(a, "same", b) for a, b in same if a != b]
    direct += [relation(a, "denies", b) for a, b in denied if a != b]
    order = {each: place for place, each in enumerate("abcdef")}
    once = close(direct, order, {})
    assert told(close(once, order, {})) == told(once)
    pairs = [frozenset((each.source, each.target)) for each in once]
    assert len(pairs) == len({*pairs})
    assert {frozenset(group) for group in groups(direct)} == {frozenset(g) for g in groups(once)}


def test_origins_are_different_first_links() -> None:
    agency = claim(
        "Die Brücke ist gesperrt", article="a", actor="Ina Holm", chain=("Ina Holm", "Nordpress")
    )
    reprint = claim("Die Brücke ist gesperrt", article="b", actor="Holm", chain=("Holm",))
    rival = claim("Die Brücke sei gesperrt", article="c", actor="Jens Voss")
    every = {each.statement: each for each in (agency, reprint, rival)}
    first, second, third = every
    [origin] = origins([relation(first, "same", second), relation(second, "same", third)], every)
    assert (origin.count, {*origin.names}) in [
        (2, {"Ina Holm", "Jens Voss"}),
        (2, {"Holm", "Jens Voss"}),
    ]


SHUT = "Die Brücke bei Sund ist seit heute gesperrt"


def said(article: str, speaker: Speaker | None, number: int = 3) -> Claim:
    return replace(claim(SHUT, article=article, number=number), actor=speaker)


LUND = Speaker("Ida Lund", "person", roles=("umweltministerin",))
WILK = Speaker("Jan Wilk", "person", roles=("innenminister",))
HOLM = Speaker("Ulf Holm", "person", roles=("verkehrsminister",))


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        # Somebody described is whoever it fits, in whatever order.
        ([("a", Speaker("die Ministerin", "unnamed"), 3), ("b", LUND, 3)], ("Ida Lund",)),
        # A description that fits two does not make them one.
        (
            [("a", WILK, 3), ("b", HOLM, 3), ("c", Speaker("der Minister", "unnamed"), 3)],
            ("Jan Wilk", "Ulf Holm"),
        ),
        # A headline that names nobody is what the text below it says,
        ([("a", Speaker("Experten", "unnamed"), 0), ("a", LUND, 3)], ("Ida Lund",)),
        ([("a", Speaker("Regierung von Polen", "office"), 0), ("a", LUND, 3)], ("Ida Lund",)),
        # but not if another article has the text,
        (
            [("a", Speaker("Experten", "unnamed"), 0), ("b", LUND, 3)],
            ("Experten", "Ida Lund"),
        ),
        # nor if it names somebody.
        (
            [("a", Speaker("Feuerwehr", "organisation"), 0), ("a", LUND, 3)],
            ("Feuerwehr", "Ida Lund"),
        ),
        ([("a", None, 0), ("a", LUND, 3)], ("Ida Lund",)),
        ([("a", None, 3), ("b", None, 3)], ()),
    ],
)
def test_first_links(
    speakers: list[tuple[str, Speaker | None, int]], expected: tuple[str, ...]
) -> None:
    # Other words each, so that nothing is a reprint.
    words = ("gesperrt", "dicht", "zu")
    claims = [
        replace(said(*each), text=word, words={word: 1.0, f"{word}er": 1.0, f"{word}es": 1.0})
        for each, word in zip(speakers, words, strict=False)
    ]
    assert first_links(claims) == expected


def test_a_later_link_of_the_chain_passes_on() -> None:
    first = claim(
        "Die Werft verhandle mit einem Partner", article="a", actor="Insider", kind="unnamed"
    )
    later = claim(
        "mit einem Konkurrenten werde gesprochen",
        article="b",
        actor="Kurier",
        chain=("Insider", "Kurier"),
        kind="unnamed",
        published="2025-03-15",
    )
    found = repeated(first, later, 0.7)
    assert found is not None
    assert (found.source, found.kind, found.target) == (later.statement, "repeats", first.statement)
    assert found.reason == "chain: Kurier ← Insider"
    assert repeated(later, claim("etwas anderes", article="c", actor="Ina Holm"), 0.7) is None
