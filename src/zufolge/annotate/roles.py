"""Reads the words around a quotation: who speaks, by which cue, to whom, in what kind of report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from zufolge.annotate.quotations import Quotation, Range
from zufolge.annotate.tags import flag
from zufolge.encoder import Floats, Model

# Words before and behind a quotation that the reader sees, as in training.
BEFORE, BEHIND = 80, 50
# Roles of which there is one, in one piece; the others may have several parts.
_SINGLE = frozenset({"speaker", "addressee", "channel"})
_THRESHOLD = 0.5
_GOES_ON = 0.6


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader says of one quotation; roles as ranges of word numbers."""

    roles: Mapping[str, tuple[Range, ...]]
    type: str
    medium: str
    stance: str
    stance_probability: float


@dataclass(frozen=True, slots=True)
class _Task:
    quotation: Quotation
    states: Floats
    first: int
    last: int


def read_roles(
    model: Model, convention: int, found: Sequence[tuple[Quotation, Floats]]
) -> list[Reading]:
    """Find roles and classes of quotations, those of many articles together.

    Args:
        model: the loaded model.
        convention: the convention of annotation to follow.
        found: quotations, each with the states of its article's words, ``(words, width)``.

    Returns:
        One reading a quotation, in the same order.
    """
    # One at a time, for the same reason as the windows: the result depends on nothing else.
    return [_read(model, convention, [_task(quotation, states)])[0] for quotation, states in found]


def _task(quotation: Quotation, states: Floats) -> _Task:
    first = max(0, quotation.parts[0][0] - BEFORE)
    last = min(len(states), quotation.parts[-1][1] + BEHIND)
    return _Task(quotation, states, first, last)


def _read(model: Model, convention: int, batch: list[_Task]) -> list[Reading]:
    words = max(task.last - task.first for task in batch)
    states = np.zeros((len(batch), words, batch[0].states.shape[1]), np.float32)
    flags = np.zeros((len(batch), words), np.int64)
    mask, inside = (np.zeros((len(batch), words), np.float32) for _ in range(2))
    for row, task in enumerate(batch):
        size, parts = task.last - task.first, list(task.quotation.parts)
        states[row, :size] = task.states[task.first : task.last]
        flags[row, :size] = [flag(word, parts) for word in range(task.first, task.last)]
        mask[row, :size] = 1
        for start, end in parts:
            inside[row, start - task.first : end - task.first] = 1
    roles, classes = model.read(states, flags, mask, inside, convention)
    return [_reading(model, task, roles[row], classes[row]) for row, task in enumerate(batch)]


def _reading(model: Model, task: _Task, scores: Floats, classes: Floats) -> Reading:
    probabilities = np.asarray(1 / (1 + np.exp(-scores[: task.last - task.first])), np.float32)
    thresholds = model.settings["thresholds"]
    roles = {
        name: _ranges(
            probabilities[:, column], task.first, name in _SINGLE, thresholds.get(name, _THRESHOLD)
        )
        for column, name in enumerate(model.settings["roles"])
    }
    kinds, media, stances = (model.settings[key] for key in ("types", "media", "stances"))
    edges = [len(kinds), len(kinds) + len(media)]
    kind, medium, stance = (_softmax(part) for part in np.split(classes, edges))
    return Reading(
        roles,
        kinds[int(kind.argmax())],
        media[int(medium.argmax())],
        stances[int(stance.argmax())],
        round(float(stance.max()), 3),
    )


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum(), np.float32)


def _ranges(probabilities: Floats, offset: int, single: bool, least: float) -> tuple[Range, ...]:
    # A phrase is found by its surest word and goes on as long as its words are likely enough.
    chosen = np.flatnonzero(probabilities >= least * _GOES_ON)
    runs = np.split(chosen, np.flatnonzero(np.diff(chosen) > 1) + 1)
    runs = [run for run in runs if len(run) and probabilities[run].max() >= least]
    if not runs:
        return ()
    if single:
        runs = [max(runs, key=lambda run: float(probabilities[run].sum()))]
    return tuple((int(run[0]) + offset, int(run[-1]) + 1 + offset) for run in runs)
