"""Reads corpora of named entities into texts with one tag a word."""

import gzip
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import simplemma

from training.corpora import CONVENTIONS, Document
from training.windows import UNKNOWN_NAME, Text, prepare
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
# Kinds that MobIE and SmartData give to common nouns too.
_LOOSE = frozenset({"organization", "organization-company", "location"})
# The sentences of these corpora stand alone and are short; some of them together fill a window.
_SENTENCES_A_TEXT = 6
# Every fourth sentence of GermEval's development part is kept for measuring.
_HELD_OUT = 4

Tagged = list[tuple[str, str]]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Names:
    """Texts with names by corpus: written by hand for news and the web, or found by machine."""

    germeval: list[Text]
    wikineural: list[Text]
    traffic: list[Text]


def read_names(corpora: Path, pieces: Pieces) -> Names:
    """Read GermEval 2014, WikiNEuRal (both parts at hand), MobIE and SmartData (training parts).

    Sentences of WikiNEuRal that GermEval has too are left out: both are taken from Wikipedia.

    Args:
        corpora: the folder with one folder a corpus.
        pieces: the vocabulary.

    Returns:
        Texts of some sentences each, with a name tag a word.
    """
    development = [*germeval(corpora / "germeval2014" / "NER-de-dev.tsv")]
    known = {_key(sentence) for sentence in development}
    silver = [
        sentence
        for part in ("val", "test")
        for sentence in _sentences(corpora / "wikineural-de" / f"{part}.conllu", 1, 2)
        if _key(sentence) not in known
    ]
    taught = [s for number, s in enumerate(development) if not is_held_out(number)]
    mobie = [*_sentences(corpora / "mobie" / "train.conll2003", 0, 3)]
    smart = [*_smartdata(corpora / "smartdata" / "v1_20180119" / "train.json.gz", pieces)]
    return Names(
        [*_texts(taught, pieces)],
        [*_texts(silver, pieces)],
        [*smart, *_texts([_proper(sentence) for sentence in mobie], pieces)],
    )


def germeval(path: Path) -> Iterator[Tagged]:
    """Yield the sentences of GermEval with their outer names; derivations and parts count as none.

    Source: Benikova, Biemann and Reznicek 2014, *NoSta-D Named Entity Annotation for German*.
    """
    for sentence in _sentences(path, 1, 2):
        yield [
            (word, "O" if tag.endswith(("deriv", "part")) else tag)
            for word, tag in sentence
            if not word.startswith("http")
        ]


def is_held_out(number: int) -> bool:
    """Tell whether a sentence of GermEval's development part, by its number, is for measuring."""
    return number % _HELD_OUT == _HELD_OUT - 1


def held_out(path: Path) -> Iterator[str]:
    """Yield the sentences for measuring as they stand in the file, each with its empty line."""
    blocks = [block for block in path.read_text("utf-8").split("\n\n") if block.strip()]
    yield from (f"{b}\n\n" for number, b in enumerate(blocks) if is_held_out(number))


def tag_names(text: Text, document: Document, forms: dict[str, list[str]]) -> None:
    """Tag the names of a document of which all are listed.

    Args:
        text: the document in words; gets its tags.
        document: the document.
        forms: the forms of names by kind, as they stand in the text.
    """
    text.names = _tags(document.text, _found(document.text, forms))


def read_lists(path: Path) -> dict[str, dict[str, list[str]]]:
    """Read the lists of names by dossier and kind."""
    return tomllib.loads(path.read_text("utf-8"))


def _found(text: str, forms: dict[str, list[str]]) -> list[tuple[Span, str]]:
    kinds = {form: kind for kind, listed in forms.items() for form in listed}
    longest_first = sorted(kinds, key=len, reverse=True)
    pattern = "|".join(re.escape(form) for form in longest_first)
    return (
        [
            (match.span(), kinds[match[0]])
            for match in re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w-])", text)
        ]
        if kinds
        else []
    )


def _tags(text: str, found: Sequence[tuple[Span, str | None]]) -> list[int]:
    """Return one tag a word; a name of no kind is left open."""
    tags = []
    for word in words(text):
        span, kind = next(
            (each for each in found if each[0][0] <= word.start < each[0][1]), ((-1, -1), "O")
        )
        if kind is None:
            tags.append(UNKNOWN_NAME)
        elif kind == "O":
            tags.append(NAME_TAGS.index("O"))
        else:
            tags.append(NAME_TAGS.index(f"{'B' if word.start == span[0] else 'I'}-{kind}"))
    return tags


def _smartdata(path: Path, pieces: Pieces) -> Iterator[Text]:
    """Yield the news of SmartData; tweets and traffic reports are left out."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        records = _objects(file.read())
    for record in records:
        if record["refids"]["map"]["source"] != "news":
            continue
        content = record["text"]["string"].rstrip()
        spans = [
            ((mention["span"]["start"], mention["span"]["end"]), mention["type"])
            for mention in (record["conceptMentions"] or {"array": []})["array"]
            if mention["type"] in _KINDS
        ]
        found = [
            (span, None if _common(content[slice(*span)], kind) else _KINDS[kind])
            for span, kind in spans
        ]
        text = prepare(Document(record["id"], content, "guide"), pieces)
        text.names, text.told = _tags(content, found), False
        yield text


def _objects(content: str) -> Iterator[dict[str, Any]]:
    decoder, place = json.JSONDecoder(), 0
    while place < len(content):
        record, place = decoder.raw_decode(content, place)
        yield record
        while place < len(content) and content[place].isspace():
            place += 1


def _proper(sentence: Tagged) -> Tagged:
    """Leave open what this corpus tags as a name though it is a common noun („die Bahn“)."""
    return [
        (word, f"{tag[:2]}?" if tag[0] == "B" and _common(word, tag[2:]) else tag)
        for word, tag in sentence
    ]


@cache
def _common(name: str, kind: str) -> bool:
    return kind in _LOOSE and " " not in name and simplemma.is_known(name, lang="de")


def _sentences(path: Path, word: int, tag: int) -> Iterator[Tagged]:
    sentence: Tagged = []
    for line in path.read_text("utf-8").splitlines():
        columns = line.split("\t")
        if line.startswith("#\t"):
            continue
        if len(columns) > max(word, tag):
            sentence.append((columns[word], columns[tag]))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _key(sentence: Tagged) -> str:
    return "".join(word for word, _ in sentence).lower()


def _texts(found: Sequence[Tagged], pieces: Pieces) -> Iterator[Text]:
    for start in range(0, len(found), _SENTENCES_A_TEXT):
        yield _text(found[start : start + _SENTENCES_A_TEXT], pieces)


def _text(group: Iterable[Tagged], pieces: Pieces) -> Text:
    tags: list[int] = []
    text = Text(CONVENTIONS.index("guide"), [], [], names=tags, told=False)
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
        tags.append(UNKNOWN_NAME if kind == "?" else NAME_TAGS.index(name))
