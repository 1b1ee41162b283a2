"""Runs the models of a model folder: ONNX graphs on the CPU, no training framework."""

import json
import os
import sys
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from zufolge.errors import ModelError
from zufolge.models import Layout
from zufolge.pieces import PAD, Pieces

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Chain:
    """Scores of a tag sequence: from tag to tag ``(tags, tags)``, at a text's start ``(tags,)``."""

    transitions: Floats
    starts: Floats


@dataclass(frozen=True, slots=True)
class Scores:
    """What the encoder says of one window, one row a place.

    Args:
        states: ``(places, width)``.
        quotes: scores of both layers' quotation tags side by side, ``(places, 2 * tags)``.
        names: scores of name tags, ``(places, name tags)``.
    """

    states: Floats
    quotes: Floats
    names: Floats


class Model:
    """A loaded model folder; one session serves all articles of a process."""

    def __init__(self, layout: Layout, *, threads: int | None = None) -> None:
        """Load graphs, vocabulary and settings.

        Args:
            layout: a model folder.
            threads: threads a graph may use; all cores by default.

        Raises:
            ModelError: if the folder is incomplete or a file in it is damaged.
        """
        layout.check()
        try:
            self.settings: dict[str, Any] = json.loads(layout.config.read_text("utf-8"))
            self.pieces = Pieces(layout.tokenizer)
            self._encoder = session(layout.encoder.read_bytes(), threads)
            self._reader = session(layout.reader.read_bytes(), threads)
            self.chains = {
                name: Chain(
                    np.array(chain["transitions"], np.float32),
                    np.array(chain["starts"], np.float32),
                )
                for name, chain in self.settings["chains"].items()
            }
        except Exception as error:
            # The libraries raise errors of many kinds for a damaged file: one sentence for all.
            raise ModelError(f"{layout.folder} cannot be loaded as a model: {error}") from error

    def convention(self, name: str) -> int:
        """Return the index of a convention of annotation.

        Raises:
            ModelError: if the model does not know it.
        """
        known = self.settings["conventions"]
        if name not in known:
            raise ModelError(f"unknown convention {name!r}: the model knows {', '.join(known)}")
        return int(known.index(name))

    def tag(self, windows: list[list[int]], convention: int) -> list[Scores]:
        """Encode windows of pieces and score their tags.

        Args:
            windows: indices of pieces, with the marks at both ends; of any lengths.
            convention: the convention of annotation to follow.

        Returns:
            One ``Scores`` a window, without padding.
        """
        places = max(len(window) for window in windows)
        pieces = np.full((len(windows), places), PAD, np.int64)
        mask = np.zeros((len(windows), places), np.int64)
        for row, window in enumerate(windows):
            pieces[row, : len(window)], mask[row, : len(window)] = window, 1
        told = np.full(len(windows), convention, np.int64)
        feed = {"pieces": pieces, "mask": mask, "convention": told}
        states, quotes, names = self._encoder.run(None, feed)
        return [
            Scores(states[row, :size], quotes[row, :size], names[row, :size])
            for row, size in enumerate(map(len, windows))
        ]

    def read(
        self, states: Floats, flags: Integers, mask: Floats, inside: Floats, convention: int
    ) -> tuple[Floats, Floats]:
        """Score roles and classes of marked quotations.

        Args:
            states: ``(quotations, words, width)``.
            flags: ``(quotations, words)``, where each word stands to the quotation.
            mask: 1 for words, 0 for padding.
            inside: 1 for the quotation's own words.
            convention: the convention of annotation to follow.

        Returns:
            Role scores ``(quotations, words, roles)`` before the sigmoid and class scores
            ``(quotations, types + media + stances)`` before the softmax.
        """
        told = np.full(len(states), convention, np.int64)
        feed = {
            "states": states,
            "flags": flags,
            "mask": mask,
            "inside": inside,
            "convention": told,
        }
        roles, classes = self._reader.run(None, feed)
        return roles, classes


def session(graph: bytes, threads: int | None) -> onnxruntime.InferenceSession:
    """Load a graph.

    Args:
        graph: the bytes of an ONNX file.
        threads: threads it may use; as many as cores the process may use by default.

    Returns:
        A session on the CPU.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or _cores()
    # Arenas grow to the largest batch ever seen and stay there: memory counts on a laptop.
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def _cores() -> int:
    """Return how many cores the process may use: of a container or a task set, not of the machine.

    Threads that wait for each other on one core are several times slower than one thread.
    """
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
