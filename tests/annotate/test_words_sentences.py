import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zufolge.annotate.sentences import paragraphs, sentences
from zufolge.annotate.words import words
from zufolge.languages import GERMAN

WORDS = [
    ("„Am 5. März“, sagte er.", ["„", "Am", "5", ".", "März", "“", ",", "sagte", "er", "."]),
    ("Der US-Präsident sah 2.800 Boote.", ["Der", "US-Präsident", "sah", "2.800", "Boote", "."]),
    ("um 19:30 Uhr", ["um", "19:30", "Uhr"]),
    ("»Nein!«", ["»", "Nein", "!", "«"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words(text: str, expected: list[str]) -> None:
    assert [word.of(text) for word in words(text)] == expected


SENTENCES = [
    # An ordinal, a title and an initial do not end a sentence.
    (
        "Am 5. März sprach Dr. Ina Holm. J. Weber widersprach ihr.",
        ["Am 5. März sprach Dr. Ina Holm.", "J. Weber widersprach ihr."],
    ),
    # A year does.
    ("Das war 2024. Danach kam nichts.", ["Das war 2024.", "Danach kam nichts."]),
    # The closing mark belongs to the sentence that it closes.
    ("„Wir gehen.“ Das sagte er.", ["„Wir gehen.“", "Das sagte er."]),
    # A question inside a sentence goes on in lower case.
    (
        "„Wer war das?“, fragte sie. Niemand sprach.",
        ["„Wer war das?“, fragte sie.", "Niemand sprach."],
    ),
    ("Überschrift\n\nErster Satz", ["Überschrift", "Erster Satz"]),
    ("  \n ", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [sentence.of(text) for sentence in sentences(text, GERMAN)] == expected


@given(st.text(alphabet=st.sampled_from('Ab .!?\n„“"5,é'), max_size=80))
def test_every_sign_is_in_one_sentence_and_one_word(text: str) -> None:
    for spans in (words(text), sentences(text, GERMAN), paragraphs(text)):
        assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
        covered = {place for span in spans for place in range(*span)}
        assert {place for place, sign in enumerate(text) if not sign.isspace()} <= covered
