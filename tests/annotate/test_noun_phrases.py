import pytest
from hypothesis import given
from hypothesis import strategies as st

from zufolge.annotate.noun_phrases import whole_phrase
from zufolge.languages import GERMAN
from zufolge.span import Span

# The sentence, what was marked, and the whole phrase.
TABLE = [
    # What stands in front is left out …
    ("Gestern hat ein Händler gewarnt.", "hat ein Händler", "ein Händler"),
    (
        "So antwortete ihm die dänische Gesandte.",
        "ihm die dänische Gesandte",
        "die dänische Gesandte",
    ),
    ("Das verlautete aus der Kanzlei.", "aus der Kanzlei", "der Kanzlei"),
    ("So heißt es im Bauministerium.", "im Bauministerium", "Bauministerium"),
    # … and what stands behind.
    ("Das sagte Brandau dem Kanal Nord.", "Brandau dem Kanal", "Brandau"),
    ("Das sagte die Kenianerin den Leuten.", "die Kenianerin den", "die Kenianerin"),
    ("Das schreibt das Blatt ferner.", "das Blatt ferner", "das Blatt"),
    ("Das sagt Wirt Jon Mahl aus Sylt.", "Wirt Jon Mahl aus", "Wirt Jon Mahl"),
    ("Das teilte das Umweltamt in Celle mit.", "das Umweltamt in", "das Umweltamt"),
    ("Das sagte Ina Lohe, die Trainerin.", "Ina Lohe, die Trainerin", "Ina Lohe"),
    # What was cut off is taken in.
    ("Das sagt die Wirtin aus Sylt oft.", "die Wirtin aus", "die Wirtin aus Sylt"),
    (
        "Ein mit dem Plan vertrauter Jurist rät ab.",
        "vertrauter Jurist",
        "Ein mit dem Plan vertrauter Jurist",
    ),
    ("Laut dem knappen Beschluss gilt das.", "Beschluss", "dem knappen Beschluss"),
    ("Der Verband „Rad ab heute“ klagt.", "Der Verband „Rad", "Der Verband „Rad ab heute“"),
    ("Das meldet der »Freie Bote« zuerst.", "Freie Bote", "der »Freie Bote«"),
    ("Bäcker Tom Ruhl (51) winkt ab.", "Bäcker Tom Ruhl (51", "Bäcker Tom Ruhl (51)"),
    ("Das sagt das Amt für Statistik in Jena.", "das Amt für", "das Amt für Statistik"),
    (
        "Der Sprecher des Stabs, Major Ulf Rehm, schwieg.",
        "Der Sprecher des Stabs, Major Ulf Rehm",
        "Major Ulf Rehm",
    ),
    # A phrase that is whole stays as it is.
    (
        "Ein Sprecher der Polizei bestätigte das.",
        "Ein Sprecher der Polizei",
        "Ein Sprecher der Polizei",
    ),
    ("Der 54-Jährige schwieg.", "Der 54-Jährige", "Der 54-Jährige"),
    ("Das legen Daten nahe.", "Daten", "Daten"),
    ("Sie schwieg.", "Sie", "Sie"),
    # The stop of a title or an initial ends no name.
    ("Das sagte Dr. Heike Brandt.", "Dr. Heike Brandt", "Dr. Heike Brandt"),
    (
        "Das schrieb der Gutachter Prof. Dr. Heino Brackmann am Montag.",
        "der Gutachter Prof. Dr. Heino Brackmann",
        "der Gutachter Prof. Dr. Heino Brackmann",
    ),
    ("Das sagte J. Weber vom Land.", "J. Weber vom", "J. Weber vom Land"),
]


@pytest.mark.parametrize(("sentence", "marked", "expected"), TABLE)
def test_phrases_are_whole(sentence: str, marked: str, expected: str) -> None:
    start = sentence.index(marked)
    span = Span(start, start + len(marked))
    assert whole_phrase(sentence, span, Span(0, len(sentence)), GERMAN).of(sentence) == expected


@given(st.text(alphabet='Der eAnwlsKob„“"»«-,.(58) Zeitung im', min_size=1, max_size=60), st.data())
def test_any_phrase_stays_in_its_sentence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = whole_phrase(text, Span(start, end), Span(0, len(text)), GERMAN)
    assert 0 <= found.start < found.end <= len(text)
