import pytest

from zufolge.annotate.attribution import Attribution
from zufolge.annotate.names import names
from zufolge.annotate.sentences import sentences
from zufolge.annotate.words import words
from zufolge.languages import GERMAN

# What the model marks, its kind, and the name in it.
TABLE = [
    ("Umweltminister Jeppe Lindal", "PER", "Jeppe Lindal"),
    ("die frühere Ministerin Ina von der Heide", "PER", "Ina von der Heide"),
    ("Merle Dahl. Ein Fischer", "PER", "Merle Dahl"),
    ("der gelernte Konditor", "PER", None),
    ("Anwalt", "PER", None),
    ("Dahl", "PER", "Dahl"),
    ("die Agentur Nordfunk. Sie", "ORG", "Agentur Nordfunk"),
    ("Behörde", "ORG", None),
    ("SPD", "ORG", "SPD"),
    ("in Wedel", "LOC", "Wedel"),
]


@pytest.mark.parametrize(("text", "kind", "expected"), TABLE)
def test_names_lose_what_is_not_their_own(text: str, kind: str, expected: str | None) -> None:
    spans = words(text)
    attribution = Attribution(
        tuple(spans), tuple(sentences(text, GERMAN)), (), (((0, len(spans)), kind),)
    )
    found = [(span.of(text), each) for span, each in names(text, attribution, GERMAN)]
    assert found == ([(expected, kind)] if expected else [])
