import pytest

from zufolge.annotate.borders import split_sourcing, with_cue, within_sentence
from zufolge.annotate.sentences import sentences
from zufolge.languages import GERMAN
from zufolge.span import Span


def span(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


SOURCING = [
    ("Nach Angaben der Behörde ruht der Verkehr.", "Angaben der Behörde", "der Behörde", "Angaben"),
    ("Laut Aussage von Ina Holm war es kalt.", "Aussage von Ina Holm", "Ina Holm", "Aussage"),
    ("Seiner Darstellung nach war es kalt.", "Seiner Darstellung", "Seiner", "Darstellung"),
    ("Nach eigenen Angaben fror sie.", "eigenen Angaben", None, "Angaben"),
]


@pytest.mark.parametrize(("text", "phrase", "speaker", "noun"), SOURCING)
def test_a_noun_of_sourcing_belongs_to_the_cue(
    text: str, phrase: str, speaker: str | None, noun: str
) -> None:
    split = split_sourcing(text, span(text, phrase), GERMAN)
    assert split is not None
    assert (split[0].of(text) if split[0] else None, split[1].of(text)) == (speaker, noun)


@pytest.mark.parametrize("speaker", ["Ina Holm", "der Sprecher der Auskunftei", "die Stadt Worms"])
def test_other_speakers_stay_whole(speaker: str) -> None:
    assert split_sourcing(speaker, Span(0, len(speaker)), GERMAN) is None


def test_a_preposition_and_its_noun_become_one_cue() -> None:
    text = "Nach Angaben der Behörde"
    assert with_cue(text, (span(text, "Nach"),), span(text, "Angaben")) == (Span(0, 12),)


PHRASES = [
    (
        "Das meldete die Agentur Nordfunk. Sie schwieg.",
        "die Agentur Nordfunk. Sie",
        "die Agentur Nordfunk",
    ),
    ("Das sagte er dem Sender Nordfunk.", "dem Sender Nordfunk.", "dem Sender Nordfunk"),
    ("So die Holm & Co. gestern.", "die Holm & Co.", "die Holm & Co."),
]


@pytest.mark.parametrize(("text", "phrase", "expected"), PHRASES)
def test_a_phrase_stays_in_its_sentence(text: str, phrase: str, expected: str) -> None:
    found = within_sentence(text, span(text, phrase), sentences(text, GERMAN))
    assert found is not None and found.of(text) == expected
