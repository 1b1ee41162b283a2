"""What claims say, as the claim encoder reads it, and how two of them stand to each other by that.

Each claim is encoded once, with the passage it stands in; a small network compares two. What it
says is evidence beside figures, stances, names and places; it never decides alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import resources
from io import BytesIO

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from scipy.special import erf

from zufolge.encoder import session
from zufolge.link.claims import Claim
from zufolge.link.rendering import rendered
from zufolge.models import shipped
from zufolge.pieces import Pieces

CLASSES = ("none", "same", "denies", "contradicts", "differs", "corrects")
_NAMES = (
    *(f"says_{name}" for name in CLASSES),
    *("near_quotes", "near_passages", "near_crossed"),
)

Vector = NDArray[np.float32]

# Claims of which the comparison is surer than this are not compared any further by its word.
UNLIKELY = 0.95
# A component of a vector of length 1 hardly exceeds a quarter; one that does is cut off there.
_SCALE = 508.0
_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class Sense:
    """A claim's two vectors of length 1, and their projections.

    Args:
        quote: of the quote.
        passage: of all that is shown of the claim.
        projected: of both, side by side.
    """

    quote: Vector
    passage: Vector
    projected: Vector


def encode(claims: Iterable[Claim]) -> Iterator[bytes]:
    """Yield the senses of claims, packed: two vectors, one signed byte a dimension.

    Args:
        claims: with their passages.
    """
    for claim in claims:
        # One at a time: activations of eight bits are scaled by all that is in a batch.
        pieces, quoted = rendered(claim, _pieces())
        feed = {"pieces": np.array([pieces], np.int64), "quoted": np.array([quoted], np.float32)}
        (found,) = _graph().run(None, feed)
        yield np.clip(np.rint(found[0] * _SCALE), -127, 127).astype(np.int8).tobytes()


def edition() -> str:
    """Return eight hexadecimal digits that tell this model's senses from those of another."""
    return blake2b(_file("comparison.npz"), digest_size=4).hexdigest()


def says(one: bytes, other: bytes) -> dict[str, float]:
    """Return what the comparison of two senses says, as features.

    Args:
        one: a packed sense; may be empty.
        other: likewise.

    Returns:
        By ten the log odds of each of ``CLASSES``, and how near quotes and passages are: the same
        names always, the same figures in either order, 0 where a sense is empty.
    """
    if not one or not other:
        return dict.fromkeys(_NAMES, 0.0)
    likely, near = _compared(min(one, other), max(one, other))
    sure = np.clip(likely, _LEAST, 1 - _LEAST)
    odds = np.log(sure / (1 - sure)) / 10
    return dict(zip(_NAMES, (*odds.tolist(), *near.tolist()), strict=True))


def unrelated(one: bytes, other: bytes) -> float:
    """Return how likely two senses are not related, 0 to 1; 1 where one is empty."""
    if not one or not other:
        return 1.0
    return float(_compared(min(one, other), max(one, other))[0][0])


@lru_cache(maxsize=50_000)
def _compared(one: bytes, other: bytes) -> tuple[Vector, Vector]:
    """Return the distribution over ``CLASSES``, and the nearness of quotes and passages."""
    a, b = _sense(one), _sense(other)
    near = np.array(
        [a.quote @ b.quote, a.passage @ b.passage, (a.quote @ b.passage + a.passage @ b.quote) / 2]
    )
    scores = _network().scores(a.projected, b.projected, 10 * near - 8)
    likely = np.exp(scores - scores.max())
    return likely / likely.sum(), near


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The weights of the small network (``training/claim_encoder.py``)."""

    quote: Vector
    whole: Vector
    hidden: Vector
    hidden_bias: Vector
    out: Vector
    out_bias: Vector

    def scores(self, a: Vector, b: Vector, near: Vector) -> Vector:
        half = len(a) // 2
        parts = [f for cut in (slice(half), slice(half, None)) for f in _met(a[cut], b[cut])]
        mixed = _gelu(self.hidden @ np.concatenate([*parts, near]) + self.hidden_bias)
        return np.asarray(self.out @ np.concatenate([mixed, near]) + self.out_bias)


def _met(a: Vector, b: Vector) -> tuple[Vector, Vector]:
    return a * b, np.abs(a - b)


def _gelu(values: Vector) -> Vector:
    return np.asarray(values * (1 + erf(values / np.float32(2**0.5))) / 2)


@lru_cache(maxsize=4096)
def _sense(packed: bytes) -> Sense:
    both = np.frombuffer(packed, np.int8).astype(np.float32).reshape(2, -1)
    quote, passage = both / np.linalg.norm(both, axis=1, keepdims=True)
    network = _network()
    return Sense(quote, passage, np.concatenate([network.quote @ quote, network.whole @ passage]))


@cache
def _network() -> _Comparison:
    stored = np.load(BytesIO(_file("comparison.npz")))
    return _Comparison(*(stored[name].astype(np.float32) for name in _Comparison.__slots__))


@cache
def _graph() -> onnxruntime.InferenceSession:
    return session(_file("claims.onnx"), None)


@cache
def _pieces() -> Pieces:
    return Pieces(shipped().tokenizer)


def _file(name: str) -> bytes:
    return resources.files("zufolge.models").joinpath("linking", name).read_bytes()
