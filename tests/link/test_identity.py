import pytest

from tests.link.people import body, told
from zufolge.link.identity import compare

# Two sentences, the evidence that the two people are one, and whether they are so unasked.
ONE_PERSON = [
    # Transliterations, with the office and without.
    (
        "Kremlsprecher [Dmitri Peskow] schwieg.",
        "Kremlsprecher [Dmitri Peskov] sprach.",
        "romanisation",
        True,
    ),
    ("Kremlsprecher [Dmitri Peskow] schwieg.", "[Дмитрий Песков] sprach.", "romanisation", False),
    ("[Wolodymyr Selenskyj] kam.", "[Volodymyr Zelensky] ging.", "romanisation", False),
    ("[Wladimir Selenski] kam.", "[Володимир Зеленський] ging.", "romanisation", False),
    ("Außenministerin [Marija Sacharowa] kam.", "[Maria Zakharova] ging.", "romanisation", False),
    ("[Michail Gorbatschow] kam.", "[Mikhail Gorbachev] ging.", "close spelling", False),
    # The same name: unasked with the same office only.
    ("Außenminister [Peter Holm] kam.", "Der Außenminister, [Peter Holm], ging.", "name", True),
    ("Außenminister [Peter Holm] kam.", "[Peter Holm] ging.", "name", False),
    ("[Peter Holm] kam.", "[Peter Holm] ging.", "name", False),
    ("Regierungssprecher [Jens Oll] kam.", "Sprecher [Jens Oll] ging.", "name", False),
    ("Der Sprecher [Jens Oll] kam.", "Der Sprecher [Jens Oll] ging.", "name", False),
    (
        "Bürgermeisterin [Eva Lund] kam.",
        "[Eva Lund], Oberbürgermeisterin seit 2019, ging.",
        "name",
        True,
    ),
    ("Der polnische Präsident [Jan Wilk] kam.", "Polens Präsident [Jan Wilk] ging.", "name", False),
    # Titles, umlauts, accents, particles.
    ("Amtsarzt Dr. [Nils Krüger] kam.", "Amtsarzt [Nils Krueger] ging.", "spelling", True),
    ("Ministerin [Prof. Dr. Anna Groß] kam.", "[Anna Gross] ging.", "spelling", False),
    ("[Ursula von der Heyde] kam.", "[Ursula Heyde] ging.", "name", False),
    ("Staatschef [Aleksandar Vučko] kam.", "Staatschef [Aleksandar Vucko] ging.", "spelling", True),
    # Parts of a name.
    ("[Dmitri Peskow] kam.", "[Peskow] ging.", "surname", False),
    ("Kremlsprecher [Dmitri Peskow] kam.", "Kremlsprecher [Peskow] ging.", "surname", False),
    ("[Anneliese Kamp-Kerner] kam.", "[Anneliese Kamp] ging.", "double name", False),
    ("[Dmitri Sergejewitsch Peskow] kam.", "[Dmitri Peskow] ging.", "middle name", False),
    ("[D. Peskow] kam.", "[Dmitri Peskow] ging.", "initial", False),
    ("[Guo] kam.", "[Guo Weihan] ging.", "first name", False),
]

TWO_PERSONS = [
    # One surname, two first names.
    ("[Peter Holm] kam.", "[Petra Holm] ging."),
    ("[Karl Müller] kam.", "[Kurt Müller] ging."),
    ("[K. Müller] kam.", "[Peter Müller] ging."),
    # Two surnames that look or sound alike.
    ("[Peter Schulz] kam.", "[Peter Scholz] ging."),
    ("[Peter Schmidt] kam.", "[Peter Schmitz] ging."),
    ("[Anna Weber] kam.", "[Anna Wepper] ging."),
    ("[Olena Selenska] kam.", "[Wolodymyr Selenskyj] ging."),
    # Other middle names.
    ("[Hans Otto Busch] kam.", "[Hans Emil Busch] ging."),
    # A first name alone is nobody's.
    ("[Peter] kam.", "[Peter Holm] ging."),
    # Another double name with one part in common.
    ("[Anneliese Kamp-Kerner] kam.", "[Anneliese Kamp-Bauer] ging."),
]


@pytest.mark.parametrize(("left", "right", "evidence", "certain"), ONE_PERSON)
def test_one_person_under_two_names(left: str, right: str, evidence: str, certain: bool) -> None:
    found = compare(told(left), told(right))
    assert found is not None
    assert (found.evidence, found.certain) == (evidence, certain)


@pytest.mark.parametrize(("left", "right"), TWO_PERSONS)
def test_two_persons(left: str, right: str) -> None:
    assert compare(told(left), told(right)) is None


def test_meier_is_hardly_meyer() -> None:
    found = compare(
        told("Bürgermeister [Peter Meier] kam."), told("Bürgermeister [Peter Meyer] ging.")
    )
    assert found is not None
    assert (found.evidence, found.certain) == ("close spelling", False)


def test_namesakes_with_another_office_score_low() -> None:
    mayor = told("Bürgermeister [Peter Holm] kam.")
    coach = told("Cheftrainer [Peter Holm] kam.")
    unknown = told("[Peter Holm] kam.")
    apart, open_ = compare(mayor, coach), compare(mayor, unknown)
    assert apart is not None
    assert open_ is not None
    assert (apart.office, apart.certain) == ("differs", False)
    assert apart.score < 0.5 < open_.score


def test_ministers_of_two_lands_are_two() -> None:
    one = told("Der russische Außenminister [Peter Holm] kam.")
    other = told("Der dänische Außenminister [Peter Holm] kam.")
    found = compare(one, other)
    assert found is not None
    assert (found.office, found.certain) == ("differs", False)


@pytest.mark.parametrize(
    ("left", "right", "evidence", "certain"),
    [
        ("Reuters", "Nachrichtenagentur Reuters", "name", True),
        ("Heidebau GmbH", "Heidebau", "name", True),
        ("Tass", "russische Staatsagentur Tass", "name", True),
        ("Kreml", "Kreml", "name", True),
        ("Deutsche Presse-Agentur", "dpa", "abbreviation", True),
        ("IAEA", "Internationale Atomenergiebehörde", "abbreviation", True),
        (
            "Internationale Atomenergie-Organisation",
            "Internationale Atomenergiebehörde",
            "abbreviation",
            True,
        ),
        ("VGS", "Verkehrsgewerkschaft Gleis und Schiene", "initials of words", False),
        (
            "russisches Verteidigungsministerium",
            "Verteidigungsministerium in Moskau",
            "origin",
            True,
        ),
        ("russische Regierung", "Regierung von Russland", "origin", True),
        ("polnischer Generalstab", "Generalstab von Polen", "origin", True),
        ("russisches Verteidigungsministerium", "Verteidigungsministerium", "no origin", False),
        ("Kölner Polizei", "Polizei Köln", "origin", True),
        ("Staatsanwaltschaft Frankenthal", "Staatsanwaltschaft in Frankenthal", "origin", True),
        ("Pressebüro Sealane", "Pressebüro Sealine", "close spelling", False),
    ],
)
def test_one_body_under_two_names(left: str, right: str, evidence: str, certain: bool) -> None:
    found = compare(body(left), body(right))
    assert found is not None
    assert (found.evidence, found.certain) == (evidence, certain)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Stadt Moskau", "Regierung von Russland"),
        ("Moskau", "Stadt Moskau"),
        ("russisches Verteidigungsministerium", "ukrainisches Verteidigungsministerium"),
        ("russisches Verteidigungsministerium", "russisches Außenministerium"),
        ("Kölner Polizei", "Polizei Bonn"),
        ("Landgericht Bonn", "Landgericht Köln"),
        ("Märkische Nachrichten", "Rheinische Nachrichten"),
        ("IG Metall", "IG Medien"),
        ("Kanal 9", "Kanal 8"),
        # Nouns that are anybody's.
        ("Feuerwehr", "Feuerwehr"),
        ("das Unternehmen", "das Unternehmen"),
        ("Polizei", "Polizei"),
    ],
)
def test_two_bodies(left: str, right: str) -> None:
    assert compare(body(left), body(right)) is None


def test_a_body_is_not_its_spokesman() -> None:
    ministry = body("russisches Außenministerium", "office")
    speaker = told("Außenamtssprecherin [Marija Sacharowa] schwieg.")
    unnamed = told("[Ein Sprecher des Außenministeriums] schwieg.", kind="unnamed")
    described = body("Sprecherin des russischen Außenministeriums")
    for other in (speaker, unnamed, described):
        assert compare(ministry, other) is None


def test_an_unnamed_source_is_nobody_else() -> None:
    left = told("[Ein Diplomat] schwieg.", kind="unnamed")
    assert compare(left, told("[Ein Diplomat] sprach.", kind="unnamed")) is None


def test_an_abbreviation_in_brackets_is_a_name() -> None:
    long = told(
        "[Der Verband Freier Fischer] (VdF) klagte.", "Verband Freier Fischer", "organisation"
    )
    found = compare(long, body("VdF"))
    assert found is not None
    assert (found.evidence, found.certain) == ("bracket", False)


def test_the_reason_names_both_values_and_offices() -> None:
    found = compare(
        told("Kremlsprecher [Dmitri Peskow] schwieg."),
        told("Kremlsprecher [Dmitri Peskov] sprach."),
    )
    assert found is not None
    assert found.reason == (
        "romanisation: Peskow = Peskov; office agrees: Kremlsprecher = Kremlsprecher"
    )


def test_comparing_is_symmetric() -> None:
    for left, right, _, _ in ONE_PERSON:
        there, back = compare(told(left), told(right)), compare(told(right), told(left))
        assert there is not None
        assert back is not None
        assert (there.evidence, there.score, there.certain) == (
            back.evidence,
            back.score,
            back.certain,
        )
