"""Reads corpora of named entities into texts with one tag a word."""

from collections.abc import Iterator
from pathlib import Path

from training.corpora import CONVENTIONS
from training.windows import Text
from zufolge.annotate.tags import NAME_TAGS
from zufolge.annotate.words import words
from zufolge.pieces import Pieces

_KINDS = {
    "PER": "PER",
    "person": "PER",
    "ORG": "ORG",
    "organization": "ORG",
    "organization-company": "ORG",
    "LOC": "LOC",
    "location": "LOC",
    "location-city": "LOC",
    "location-street": "LOC",
    "location-stop": "LOC",
    "MISC": "OTH",
    "OTH": "OTH",
}
# Wikipedia's and traffic news' sentences are short; some of them together fill a window.
_SENTENCES_A_TEXT = 6

Tagged = list[tuple[str, str]]


def read_names(corpora: Path, pieces: Pieces) -> list[Text]:
    """Read WikiNEuRal (both parts at hand) and MobIE (training part).

    Args:
        corpora: the folder with one folder a corpus.
        pieces: the vocabulary.

    Returns:
        Texts of some sentences each, with a name tag a word.
    """
    sources = [
        _sentences(corpora / "wikineural-de" / "val.conllu", 1, 2),
        _sentences(corpora / "wikineural-de" / "test.conllu", 1, 2),
        _sentences(corpora / "mobie" / "train.conll2003", 0, 3),
    ]
    texts = []
    for source in sources:
        found = list(source)
        for start in range(0, len(found), _SENTENCES_A_TEXT):
            texts.append(_text(found[start : start + _SENTENCES_A_TEXT], pieces))
    return texts


def _sentences(path: Path, word: int, tag: int) -> Iterator[Tagged]:
    sentence: Tagged = []
    for line in path.read_text("utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) > max(word, tag):
            sentence.append((columns[word], columns[tag]))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _text(group: list[Tagged], pieces: Pieces) -> Text:
    tags: list[int] = []
    text = Text(CONVENTIONS.index("guide"), [], [], names=tags)
    for sentence in group:
        text.starts.append(len(text.pieces))
        for token, tag in sentence:
            _add(text, tags, token, tag, pieces)
    return text


def _add(text: Text, tags: list[int], token: str, tag: str, pieces: Pieces) -> None:
    letter, _, kind = tag.partition("-")
    known = _KINDS.get(kind)
    spaced = token not in {".", ",", "!", "?", ";", ":", ")"}
    for number, span in enumerate(words(token)):
        inner = "I" if number or letter == "I" else "B"
        name = f"{inner}-{known}" if known else "O"
        text.pieces.append(pieces.of(token[span.start : span.end], spaced and number == 0))
        tags.append(NAME_TAGS.index(name))
