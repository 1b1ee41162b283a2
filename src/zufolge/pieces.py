"""Turns words into the pieces that the encoder knows."""

from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer

BOS, PAD, EOS, UNKNOWN = 0, 1, 2, 3
_MOST_CACHED = 200_000
# A word of thousands of letters (a base64 string, say) says nothing more than its beginning.
_LONGEST_WORD = 60
_MOST_PIECES = 16


class Pieces:
    """The vocabulary of a model folder; splits each word by itself and remembers the result.

    A word never shares a piece with its neighbour, so that each has a state of its own. Whether
    white space stood before a word is kept, as the vocabulary was made with it.
    """

    def __init__(self, path: Path) -> None:
        """Load a vocabulary.

        Args:
            path: a ``tokenizer.json`` with a Unigram model.
        """
        self._tokenizer = Tokenizer.from_file(str(path))
        self._model = self._tokenizer.model
        self._normalizer = self._tokenizer.normalizer
        self._cache: dict[tuple[str, bool], tuple[int, ...]] = {}

    def of(self, word: str, spaced: bool) -> tuple[int, ...]:
        """Return the pieces of a word, at least one.

        Args:
            word: a word without white space.
            spaced: whether white space stands before it.

        Returns:
            Indices into the vocabulary.
        """
        key = (word, spaced)
        found = self._cache.get(key)
        if found is None:
            if len(self._cache) >= _MOST_CACHED:
                self._cache.clear()
            found = self._cache[key] = self._split(word[:_LONGEST_WORD], spaced)
        return found

    def _split(self, word: str, spaced: bool) -> tuple[int, ...]:
        if self._normalizer is not None:
            word = self._normalizer.normalize_str(word).strip()
        marked = "▁" + word if spaced else word
        tokens = self._model.tokenize(marked) if marked else []
        return tuple(token.id for token in tokens[:_MOST_PIECES]) or (UNKNOWN,)

    def of_words(self, text: str, words: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
        """Return the pieces of each word of a text.

        Args:
            text: the text.
            words: half-open spans in code points.

        Returns:
            One tuple of indices a word.
        """
        return [
            self.of(text[start:end], start == 0 or text[start - 1].isspace())
            for start, end in words
        ]
