"""Fingerprints of passages, by which reprinted text is recognised."""

import re
from collections.abc import Iterable, Sequence
from zlib import crc32

_WORD = re.compile(r"\w+(?:[.,:]\d+)*")
# Five words in a row rarely agree by chance.
_SHINGLE = 5
_MOST = 64


def fingerprint(text: str) -> tuple[int, ...]:
    """Return the hashes of all stretches of five words.

    Args:
        text: a passage; case and punctuation do not count.

    Returns:
        At most 64 hashes of 32 bits, the smallest ones, in order: of two passages always the same
        choice, so that what they share is found (bottom-k sketch).

    Source: Broder 1997, *On the resemblance and containment of documents*.
    """
    words = [each[0].casefold() for each in _WORD.finditer(text)]
    shingles = (
        " ".join(words[start : start + _SHINGLE])
        for start in range(max(0, len(words) - _SHINGLE + 1))
    )
    return tuple(sorted({crc32(each.encode("utf-8", "replace")) for each in shingles})[:_MOST])


def contained(left: Sequence[int], right: Iterable[int]) -> float:
    """Return the share of the shorter passage's fingerprint that the other has too."""
    one, other = {*left}, {*right}
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
