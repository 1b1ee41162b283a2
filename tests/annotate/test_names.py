import pytest

from zufolge.annotate.attribution import Attribution
from zufolge.annotate.names import names
from zufolge.annotate.sentences import sentences
from zufolge.annotate.words import words
from zufolge.languages import GERMAN

Marked = tuple[tuple[str, str], ...]


def found(text: str, marked: Marked) -> list[tuple[str, str]]:
    """Return the names of a text in which a model has marked some stretches."""
    spans = words(text)
    ranges = []
    for part, kind in marked:
        start = text.index(part)
        inside = [n for n, w in enumerate(spans) if start <= w.start < start + len(part)]
        ranges.append(((inside[0], inside[-1] + 1), kind))
    attribution = Attribution(tuple(spans), tuple(sentences(text, GERMAN)), (), tuple(ranges))
    return [(span.of(text), kind) for span, kind in names(text, attribution, GERMAN)]


# What the model marks, its kind, and the name in it.
MARKED = [
    ("Umweltminister Jeppe Lindal", "PER", "Jeppe Lindal"),
    ("die frühere Ministerin Ina von der Heide", "PER", "Ina von der Heide"),
    ("Merle Dahl. Ein Fischer", "PER", "Merle Dahl"),
    ("Merle Dahl dem Vertreter", "PER", "Merle Dahl"),
    ("betonte Dahl", "PER", "Dahl"),
    ("Major Ulf Rehm", "PER", "Ulf Rehm"),
    ("der gelernte Konditor", "PER", None),
    ("Anwalt", "PER", None),
    ("Dahl", "PER", "Dahl"),
    ("die Agentur Nordfunk. Sie", "ORG", "Nordfunk"),
    ("der Umweltverband RUND", "ORG", "RUND"),
    ("der Fahrgastverband Pro Kiel", "ORG", "Fahrgastverband Pro Kiel"),
    ("Angaben der Feuerwehr zwölf Menschen", "ORG", None),
    ("Angaben von NB Fernzug 27 Prozent der Züge", "ORG", "NB Fernzug"),
    ("43 Verstöße", "ORG", None),
    ("Behörde", "ORG", None),
    ("SPD", "ORG", "SPD"),
    ("der Sender Kanal 7", "ORG", "Kanal 7"),
    ("in Wedel", "LOC", "Wedel"),
]


@pytest.mark.parametrize(("text", "kind", "expected"), MARKED)
def test_names_lose_what_is_not_their_own(text: str, kind: str, expected: str | None) -> None:
    assert [name for name, _ in found(text, ((text, kind),))] == ([expected] if expected else [])


def test_a_person_inside_a_body_is_told_apart() -> None:
    text = "Das sagte Ada Bilek dem Sender Radio Nord."
    marked = (("sagte Ada Bilek dem Sender Radio Nord", "ORG"),)
    assert found(text, marked) == [("Ada Bilek", "PER"), ("Radio Nord", "ORG")]


UNMARKED = [
    # A noun in front tells what a name is, though nothing was marked.
    ("Wehrleiter Ulf Pauls dankte.", [("Ulf Pauls", "PER")]),
    ("Das meldet die Agentur Nordfunk.", [("Nordfunk", "ORG")]),
    ("Die Halle der Wendolin AG brannte.", [("Wendolin AG", "ORG")]),
    # Whatever stands before a first name tells who it is.
    ("Das sagt die Nasenforscherin Ulrike Pahl.", [("Ulrike Pahl", "PER")]),
    # A surname is found again, a noun of the same form is not.
    (
        "Landrat Jan Bauer kam. Bauer schwieg. Der Bauer auch.",
        [("Jan Bauer", "PER"), ("Bauer", "PER")],
    ),
    ("Die Präsidentin Frankreichs reist.", []),
]


@pytest.mark.parametrize(("text", "expected"), UNMARKED)
def test_names_are_found_by_the_noun_in_front(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, ()) == expected
