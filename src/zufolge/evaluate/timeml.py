"""Loads texts whose time expressions are annotated in TimeML, and scores a finder of times."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zufolge.errors import EvaluationError
from zufolge.evaluate.alignment import align
from zufolge.evaluate.scores import Tally, dice
from zufolge.mention import Time
from zufolge.span import Span

Find = Callable[[str, str | None], Sequence[Time]]

# Equal borders go before any other overlap, equal values before other values.
_EQUAL_BONUS = 1.0
_VALUE_BONUS = 0.001


@dataclass(frozen=True, slots=True)
class TimeText:
    """A text with its annotated time expressions.

    Args:
        name: for messages.
        text: the text without tags.
        created: when it was written (TimeML's document creation time), ISO 8601, or None.
        times: the expressions, in order; half-open spans in code points.
    """

    name: str
    text: str
    created: str | None
    times: tuple[Time, ...]


@dataclass(frozen=True, slots=True)
class TimeScores:
    """The figures of TempEval-3.

    Args:
        texts: how many.
        strict: expressions with equal borders.
        strict_value: with equal borders and equal value.
        relaxed: expressions that overlap, one to one.
        relaxed_value: those that overlap with equal value.
        relaxed_type: those that overlap with equal type.

    Source: UzZaman et al. 2013, *SemEval-2013 Task 1: TempEval-3*.
    """

    texts: int
    strict: Tally
    strict_value: Tally
    relaxed: Tally
    relaxed_value: Tally
    relaxed_type: Tally

    def to_json(self) -> dict[str, Any]:
        """Return all figures as a JSON object; fractions, 0 to 1."""
        return {"texts": self.texts, **{name: tally.to_json() for name, tally in self.tallies()}}

    def tallies(self) -> list[tuple[str, Tally]]:
        """Return the counts with their names."""
        return [
            ("strict", self.strict),
            ("strict_value", self.strict_value),
            ("relaxed", self.relaxed),
            ("relaxed_value", self.relaxed_value),
            ("relaxed_type", self.relaxed_type),
        ]


def load_timeml(path: Path) -> list[TimeText]:
    """Read TimeML texts.

    Args:
        path: a ``.tml`` file or a folder of such files.

    Returns:
        The texts by file name.

    Raises:
        EvaluationError: if there is none, or one is not TimeML.
    """
    files = sorted(path.glob("*.tml")) if path.is_dir() else [path]
    if not files:
        raise EvaluationError("holds no .tml file", article=path.name)
    return [_load(file) for file in files]


def evaluate_times(texts: Sequence[TimeText], find: Find) -> TimeScores:
    """Score a finder of time expressions.

    Args:
        texts: the annotated texts.
        find: finds the times of a text that was written on a day.

    Returns:
        The figures, micro-averaged over all texts.
    """
    hits = [0, 0, 0, 0, 0]
    gold = found = 0
    for each in texts:
        times = find(each.text, each.created)
        gold, found = gold + len(each.times), found + len(times)
        for number, count in enumerate(_hits(each.times, times)):
            hits[number] += count
    return TimeScores(len(texts), *(Tally(each, found - each, gold - each) for each in hits))


def _hits(gold: Sequence[Time], found: Sequence[Time]) -> tuple[int, int, int, int, int]:
    """Count what is right in one text, in the order of the fields of ``TimeScores``."""
    matched = [
        (gold[row], found[column])
        for row, column, weight in align(gold, found, _likeness)
        if weight > 0
    ]
    equal = [(left, right) for left, right in matched if left.span == right.span]
    return (
        len(equal),
        sum(left.value == right.value for left, right in equal),
        len(matched),
        sum(left.value == right.value for left, right in matched),
        sum(left.type == right.type for left, right in matched),
    )


def _likeness(gold: Time, found: Time) -> float:
    left, right = gold.span, found.span
    overlap = dice(left.overlap(right), left.end - left.start, right.end - right.start)
    if not overlap:
        return 0.0
    return overlap + _EQUAL_BONUS * (left == right) + _VALUE_BONUS * (gold.value == found.value)


def _load(file: Path) -> TimeText:
    try:
        root = ElementTree.fromstring(file.read_bytes())
    except OSError as error:
        raise EvaluationError(f"cannot be read: {error.strerror}", article=file.name) from error
    except ElementTree.ParseError as error:
        line, column = error.position
        message = f"is not XML (line {line}, column {column + 1})"
        raise EvaluationError(message, article=file.name) from error
    body = root.find("TEXT")
    if body is None:
        raise EvaluationError("has no element TEXT, as TimeML has", article=file.name)
    pieces: list[str] = []
    times: list[Time] = []
    _collect(body, pieces, times)
    created = root.find("DCT/TIMEX3")
    day = created.get("value") if created is not None else None
    # Expressions without a text of their own say what is only implied; they have no span.
    spanned = sorted((time for time in times if time.span.start < time.span.end), key=_start)
    return TimeText(file.name, "".join(pieces), day, tuple(spanned))


def _collect(element: ElementTree.Element, pieces: list[str], times: list[Time]) -> int:
    """Gather an element's text and times; return how many code points it has."""
    start = sum(map(len, pieces)) if element.tag == "TIMEX3" else 0
    pieces.append(element.text or "")
    size = len(pieces[-1])
    for child in element:
        size += _collect(child, pieces, times)
        pieces.append(child.tail or "")
        size += len(pieces[-1])
    if element.tag == "TIMEX3":
        kind, value = element.get("type", "").lower(), element.get("value", "")
        times.append(Time(Span(start, start + size), kind, value))
    return size


def _start(time: Time) -> Span:
    return time.span
