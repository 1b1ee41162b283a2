import pytest

from tests.link.people import body, told
from zufolge.link.profiles import Profile, keys


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kremlsprecher [Dmitri Peskow] schwieg.", ["Kremlsprecher"]),
        ("[Der Kremlsprecher Dmitri Peskow] schwieg.", ["Kremlsprecher"]),
        ("Der Außenminister, [Peter Holm], ging.", ["Außenminister"]),
        ("[Eva Lund], Oberbürgermeisterin seit 2019, ging.", ["Oberbürgermeisterin"]),
        ("Die Chefärztin Dr. [Ada Lenz] kam.", ["Chefärztin"]),
        (
            "Die Sprecherin des Innenministeriums, [Eva Lund], kam.",
            ["Sprecherin (innenministerium)"],
        ),
        ("Der belarussische Machthaber [Aljaxej Koß] kam.", ["Machthaber (belaruss)"]),
        # What is no office: a party, an age, somebody else's office.
        ("Der CDU-Politiker [Karl Au] kam.", []),
        ("Der 54-jährige [Karl Au] kam.", []),
        ("Mit dem Minister sprach am Abend [Karl Au].", []),
    ],
)
def test_offices(sentence: str, expected: list[str]) -> None:
    mention = sentence[sentence.index("[") + 1 : sentence.index("]")]
    name = mention.removeprefix("Der Kremlsprecher ")
    assert [str(office) for office in told(sentence, name).offices] == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kremlsprecher [Dmitri Peskow] schwieg.", "Kremlsprecher [Dmitri Peskow] sprach."),
        ("Amtsarzt [Nils Krüger] kam.", "Amtsarzt Dr. [Nils Krueger] ging."),
    ],
)
def test_name_and_office_make_one_persona(left: str, right: str) -> None:
    assert told(left).persona == told(right).persona


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("[Dmitri Peskow] schwieg.", "[Dmitri Peskow] sprach."),
        ("Kremlsprecher [Dmitri Peskow] schwieg.", "[Dmitri Peskow] sprach."),
        ("Sprecher [Jens Oll] kam.", "Sprecher [Jens Oll] ging."),
        ("[Ein Diplomat] kam.", "[Ein Diplomat] ging."),
    ],
)
def test_a_name_alone_makes_a_persona_for_each_article(left: str, right: str) -> None:
    assert told(left).persona != told(right).persona


def test_bodies_with_a_name_of_their_own_are_one_persona() -> None:
    assert told("[Reuters] kam.", kind="organisation").persona == body("Reuters").persona
    agency = told("[Die Agentur Reuters] schrieb.", "Nachrichtenagentur Reuters", "organisation")
    assert agency.persona == body("Reuters").persona
    assert body("Polizei").persona != told("[Polizei] kam.", kind="organisation").persona


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (told("[Dmitri Peskow] schwieg."), told("[Песков] sprach.")),
        (told("[Anna Kamp-Kerner] schwieg."), told("[Anna Kamp] sprach.")),
        (body("dpa"), body("Deutsche Presse-Agentur")),
        (body("VGS"), body("Verkehrsgewerkschaft Gleis und Schiene")),
        (body("russische Regierung"), body("Regierung von Russland")),
        (body("Kölner Polizei"), body("Polizei Köln")),
    ],
)
def test_those_that_may_be_one_share_a_key(left: Profile, right: Profile) -> None:
    assert keys(left) & keys(right)


def test_whom_nobody_could_find_again_has_no_key() -> None:
    assert not keys(told("[Ein Diplomat] kam.", kind="unnamed"))
    assert not keys(body("die Behörde"))
