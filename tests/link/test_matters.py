"""Look-alike matters: the same words about other people and places."""

import pytest

from tests.link.hand import claim
from zufolge.annotate import annotate, load
from zufolge.article import Article
from zufolge.link import Claim, MemoryIndex, claims, relate
from zufolge.link.matters import one_matter
from zufolge.relation import Relation

TOWNS = [
    *(("Adorf", "Ina Holm", 195), ("Bernau", "Kuno Beck", 212), ("Calau", "Mika Salo", 195)),
    *(("Dahme", "Jens Voss", 88), ("Eutin", "Rosa Lenz", 340)),
]


def article(town: str, mayor: str, figure: int) -> list[Claim]:
    told = [
        (f"Der Sturm war die Ursache für die Schäden in {town}", "asserts", None),
        (f"In {town} seien {figure} Häuser beschädigt worden", "asserts", figure),
        (f"dass der Sturm die Ursache für die Schäden in {town} gewesen sei", "denies", None),
        (f"alle Dächer in {town} müssten bis Freitag geprüft werden", "demands", None),
    ]
    names = (town.lower(), *mayor.lower().split())
    return [
        claim(
            text,
            article=town,
            number=number,
            stance=stance,
            actor=f"{mayor}" if number % 2 else f"Feuerwehr {town}",
            figure=amount,
            of="Häuser",
            matter=names,
        )
        for number, (text, stance, amount) in enumerate(told)
    ]


def test_nothing_is_related_across_matters_that_only_sound_alike() -> None:
    index, found = MemoryIndex(), list[Relation]()
    for each in TOWNS:
        found += relate(article(*each), index)
    town = {claim.statement: claim.article for claim in index.claims}
    assert {each.kind for each in found} == {"denies"}
    assert [each for each in found if town[each.source] != town[each.target]] == []


HERE = ("wismar", "holm")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (claim("Die Mauer steht", article="a"), claim("Die Mauer fiel", article="b"), True),
        (claim("x", article="a", matter=HERE), claim("y", article="b", matter=("Bernau",)), False),
        (claim("x", article="a", matter=HERE), claim("y", article="a", matter=("Bernau",)), True),
        (claim("Die Mauer"), claim("Das Dach", article="b", published="2025-05-14"), False),
        (claim("Die Mauer"), claim("Die Mauer", article="b", published="2025-05-14"), True),
        (
            claim("Die Mauer", actor="Ina Holm"),
            claim("Das Dach", article="b", actor="Holm", published="2025-05-14"),
            True,
        ),
        (claim("Die Mauer"), claim("Das Dach", article="b", published="2025-03"), True),
        (claim("Die Mauer"), claim("Das Dach", article="b", published="2025-05"), False),
    ],
)
def test_one_matter(left: Claim, right: Claim, expected: bool) -> None:
    assert one_matter(left, right) is expected
    assert one_matter(right, left) is expected


def test_a_place_is_told_by_its_name_there_and_here() -> None:
    text = "Ein Sprecher der Stadtwerke sagte am Montag in Wien, die Schleuse bleibe geschlossen."
    [report] = annotate([Article(text, date="2025-03-10")], load())
    [told] = claims(report)
    assert {*told.matter} == {"vienna", "wien"}


def test_a_place_here_is_known_in_a_name_there() -> None:
    town = "In Wien bleibe die Schleuse geschlossen, sagte der Wasserwirt Ole Brinkmann."
    body = "„Die Schleuse bleibt geschlossen“, teilte das Hafenamt Wien mit."
    read = annotate([Article(text, date="2025-03-10") for text in (town, body)], load())
    [here], [there] = (claims(report) for report in read)
    assert "wien" in {*here.matter} & {*there.matter}
    assert one_matter(here, there)
