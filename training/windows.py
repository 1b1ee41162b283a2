"""Cuts documents into windows of pieces and turns their annotations into tensors."""

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch

from training.corpora import CONVENTIONS, ROLES, Document, Quotation, Spans
from zufolge.annotate.sentences import sentences
from zufolge.annotate.tags import NAME_TAGS, QUOTE_TAGS, flag
from zufolge.annotate.words import words
from zufolge.languages import GERMAN
from zufolge.pieces import BOS, EOS, PAD, UNKNOWN, Pieces
from zufolge.statement import MEDIA, STANCES, TYPES

_BEFORE, _BEHIND = 80, 50  # words around a quotation that the reader sees
_UNKNOWN_CLASS = -100
UNKNOWN_NAME = -1

Parts = list[tuple[int, int]]


@dataclass(slots=True)
class Marked:
    """A quotation in word numbers; roles as lists of word numbers, absent where not annotated."""

    parts: Parts
    roles: dict[str, list[int]]
    classes: tuple[int, int, int]
    type: str | None


@dataclass(slots=True)
class Text:
    """A document in words and pieces.

    Args:
        convention: number of the convention of annotation.
        pieces: the pieces of each word.
        starts: numbers of the words that begin a sentence.
        quotations: what is said in it.
        names: a tag a word, ``UNKNOWN_NAME`` where it is open; null where names are not annotated.
        told: whether quotations are annotated.
    """

    convention: int
    pieces: list[tuple[int, ...]]
    starts: list[int]
    quotations: list[Marked] = field(default_factory=list)
    names: list[int] | None = None
    told: bool = True


def prepare(document: Document, pieces: Pieces) -> Text:
    """Split a document and map its annotations from characters to words."""
    spans = words(document.text)
    begins = {sentence.start for sentence in sentences(document.text, GERMAN)}
    starts = [number for number, span in enumerate(spans) if span.start in begins]
    text = Text(
        CONVENTIONS.index(document.convention),
        pieces.of_words(document.text, spans),
        starts or [0],
    )
    for quotation in document.quotations:
        parts = [found for part in quotation.quote if (found := _range(spans, part))]
        if parts:
            text.quotations.append(_marked(quotation, parts, spans))
    return text


def _marked(quotation: Quotation, parts: Parts, spans: Sequence[tuple[int, int]]) -> Marked:
    classes = (
        TYPES.index(quotation.type) if quotation.type else _UNKNOWN_CLASS,
        MEDIA.index(quotation.medium) if quotation.medium else _UNKNOWN_CLASS,
        STANCES.index(quotation.stance) if quotation.stance else _UNKNOWN_CLASS,
    )
    roles = {role: _numbers(spans, found) for role, found in quotation.roles.items()}
    return Marked(sorted(parts), roles, classes, quotation.type)


def _numbers(spans: Sequence[tuple[int, int]], found: Spans) -> list[int]:
    ranges = [part for span in found if (part := _range(spans, span))]
    return sorted({number for first, last in ranges for number in range(first, last)})


def _range(spans: Sequence[tuple[int, int]], part: tuple[int, int]) -> tuple[int, int] | None:
    inside = [n for n, (start, end) in enumerate(spans) if start < part[1] and end > part[0]]
    return (inside[0], inside[-1] + 1) if inside else None


@dataclass(slots=True)
class Window:
    """A run of whole sentences of one text."""

    text: Text
    first: int
    last: int

    def size(self) -> int:
        """Return the number of pieces, without the two marks around them."""
        return sum(len(word) for word in self.text.pieces[self.first : self.last])


def cut(text: Text, most: int, dice: random.Random) -> Iterator[Window]:
    """Cut a text into windows that begin at other sentences each time.

    Args:
        text: the text.
        most: pieces a window holds at most.
        dice: decides how long the first window is.

    Yields:
        Windows that cover the text once.
    """
    borders = [*text.starts, len(text.pieces)]
    first, size, limit = 0, 0, dice.choice((most, most, most // 2, most // 3))
    for start, end in itertools.pairwise(borders):
        length = sum(len(word) for word in text.pieces[start:end])
        if size and size + length > limit:
            yield Window(text, first, start)
            first, size, limit = start, 0, most
        size += length
    if first < len(text.pieces):
        yield Window(text, first, len(text.pieces))


@dataclass(slots=True)
class Batch:
    """Tensors of some windows; shapes are given as (windows or quotations, places or words)."""

    pieces: torch.Tensor  # (windows, places)
    mask: torch.Tensor  # (windows, places)
    convention: torch.Tensor  # (windows,)
    first_piece: torch.Tensor  # (windows, words)
    word_mask: torch.Tensor  # (windows, words)
    outer: torch.Tensor | None  # bool (windows, words, tags)
    nested: torch.Tensor | None
    names: torch.Tensor | None
    owner: torch.Tensor  # (quotations,) number of the window
    around: torch.Tensor  # (quotations, words) number of the word within the window
    flags: torch.Tensor  # (quotations, words)
    near_mask: torch.Tensor
    inside: torch.Tensor
    roles: torch.Tensor  # (quotations, words, roles)
    roles_known: torch.Tensor  # (quotations, roles)
    classes: torch.Tensor  # (quotations, 3)


def collate(windows: Sequence[Window], dice: random.Random, noise: float, most: int) -> Batch:
    """Turn windows into tensors.

    Args:
        windows: windows that all have quotations annotated, or all have not.
        dice: decides where noise falls.
        noise: share of pieces made unknown, and of quotations whose borders are moved.
        most: pieces a window holds at most; a longer sentence is cut.

    Returns:
        The batch.
    """
    rows = [_row(window, dice, noise, most) for window in windows]
    places = max(len(pieces) for pieces, _ in rows)
    count = max(len(first) for _, first in rows)
    marks = [
        (number, *marked)
        for number, (window, (_, first)) in enumerate(zip(windows, rows, strict=True))
        for marked in _visible(window, len(first), dice, noise)
    ]
    told = windows[0].text.told
    layers = [_layers(w, len(f)) for w, (_, f) in zip(windows, rows, strict=True)] if told else []
    named = any(window.text.names is not None for window in windows)
    return Batch(
        pieces=torch.tensor([p + [PAD] * (places - len(p)) for p, _ in rows]),
        mask=torch.tensor([[1] * len(p) + [0] * (places - len(p)) for p, _ in rows]),
        convention=torch.tensor([window.text.convention for window in windows]),
        first_piece=torch.tensor([f + [0] * (count - len(f)) for _, f in rows]),
        word_mask=torch.tensor([[True] * len(f) + [False] * (count - len(f)) for _, f in rows]),
        outer=_stack([outer for outer, _ in layers], count) if told else None,
        nested=_stack([nested for _, nested in layers], count) if told else None,
        names=_names(windows, rows, count) if named else None,
        **_reader_tensors(marks),
    )


def _row(
    window: Window, dice: random.Random, noise: float, most: int
) -> tuple[list[int], list[int]]:
    pieces, first = [BOS], []
    for word in window.text.pieces[window.first : window.last]:
        if len(pieces) + len(word) > most + 2:
            break
        first.append(len(pieces))
        blank = dice.random() < noise
        pieces.extend([UNKNOWN] * len(word) if blank else word)
    return [*pieces, EOS], first


def _shift(marked: Marked, window: Window, count: int) -> Parts | None:
    parts = [(a - window.first, b - window.first) for a, b in marked.parts]
    kept = [(max(a, 0), min(b, count)) for a, b in parts if a < count and b > 0]
    return kept if kept and kept[0][0] < kept[0][1] else None


def _visible(
    window: Window, count: int, dice: random.Random, noise: float
) -> Iterator[tuple[Parts, Marked, int, int]]:
    for marked in window.text.quotations:
        parts = _shift(marked, window, count)
        if parts is not None:
            yield _jitter(parts, count, dice, noise), marked, window.first, count


def _jitter(parts: Parts, count: int, dice: random.Random, noise: float) -> Parts:
    # Predicted borders are a little off now and then; the reader learns to bear it.
    if dice.random() >= 1.5 * noise:
        return parts
    start, end = (
        parts[0][0] + dice.choice((-2, -1, 1, 2)),
        parts[-1][1] + dice.choice((-2, -1, 0, 1)),
    )
    moved = [list(part) for part in parts]
    moved[0][0] = min(max(start, 0), moved[0][1] - 1)
    moved[-1][1] = max(min(end, count), moved[-1][0] + 1)
    return [(a, b) for a, b in moved]


def _layers(window: Window, count: int) -> tuple[torch.Tensor, torch.Tensor]:
    taken: tuple[set[int], set[int]] = (set(), set())
    tags = tuple(torch.zeros(count, len(QUOTE_TAGS), dtype=torch.bool) for _ in range(2))
    for layer in tags:
        layer[:, 0] = True
    order = sorted(window.text.quotations, key=lambda q: (q.parts[0][0], -q.parts[-1][1]))
    for marked in order:
        parts = _shift(marked, window, count)
        if parts is None:
            continue
        numbers = {number for a, b in parts for number in range(a, b)}
        layer = next((k for k in range(2) if not taken[k] & numbers), None)
        if layer is not None:
            taken[layer].update(numbers)
            _write(tags[layer], parts, marked.type)
    return tags[0], tags[1]


def _write(tags: torch.Tensor, parts: Parts, kind: str | None) -> None:
    kinds = TYPES if kind is None else (kind,)
    for order, (start, end) in enumerate(parts):
        for word in range(start, end):
            letter = "I" if word > start else ("C" if order else "B")
            tags[word] = False
            for each in kinds:
                tags[word, QUOTE_TAGS.index(f"{letter}-{each}")] = True


def _stack(rows: list[torch.Tensor], count: int) -> torch.Tensor:
    stacked = torch.ones(len(rows), count, rows[0].shape[1], dtype=torch.bool)
    for number, row in enumerate(rows):
        stacked[number, : len(row)] = row
    return stacked


def _names(
    windows: Sequence[Window], rows: list[tuple[list[int], list[int]]], count: int
) -> torch.Tensor:
    tags = []
    for window, (_, first) in zip(windows, rows, strict=True):
        known = torch.zeros(len(first), len(NAME_TAGS), dtype=torch.bool)
        all_tags = window.text.names or [UNKNOWN_NAME] * window.last
        for word, tag in enumerate(all_tags[window.first :][: len(first)]):
            known[word, slice(None) if tag == UNKNOWN_NAME else tag] = True
        tags.append(known)
    return _stack(tags, count)


def _reader_tensors(
    marks: list[tuple[int, Parts, Marked, int, int]],
) -> dict[str, torch.Tensor]:
    around = [
        list(range(max(0, parts[0][0] - _BEFORE), min(count, parts[-1][1] + _BEHIND)))
        for _, parts, _, _, count in marks
    ]
    width = max((len(row) for row in around), default=1)
    shape = (len(marks), width)
    flags, index = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
    near, inside = torch.zeros(shape), torch.zeros(shape)
    roles = torch.zeros(*shape, len(ROLES))
    known = torch.zeros(len(marks), len(ROLES))
    for row, (numbers, (_, parts, marked, offset, _)) in enumerate(zip(around, marks, strict=True)):
        index[row, : len(numbers)] = torch.tensor(numbers)
        flags[row, : len(numbers)] = torch.tensor([flag(number, parts) for number in numbers])
        near[row, : len(numbers)] = 1
        for a, b in parts:
            inside[row, a - numbers[0] : b - numbers[0]] = 1
        for role, found in marked.roles.items():
            known[row, ROLES.index(role)] = 1
            for number in found:
                place = number - offset - numbers[0]
                if 0 <= place < len(numbers):
                    roles[row, place, ROLES.index(role)] = 1
    return {
        "owner": torch.tensor([mark[0] for mark in marks], dtype=torch.long),
        "around": index,
        "flags": flags,
        "near_mask": near,
        "inside": inside,
        "roles": roles,
        "roles_known": known,
        "classes": torch.tensor([m.classes for _, _, m, _, _ in marks], dtype=torch.long).view(
            -1, 3
        ),
    }


def batches(
    windows: list[Window], pieces_a_batch: int, dice: random.Random
) -> Iterator[list[Window]]:
    """Group windows of like length, so that little is padded, in random order.

    Args:
        windows: the windows of one kind.
        pieces_a_batch: padded pieces a group holds at most.
        dice: shuffles.

    Yields:
        Groups of at least one window.
    """
    windows = sorted(windows, key=lambda window: window.size() + dice.random() * 40)
    groups: list[list[Window]] = [[]]
    for window in windows:
        longest = max((w.size() for w in [*groups[-1], window]), default=0) + 2
        if groups[-1] and longest * (len(groups[-1]) + 1) > pieces_a_batch:
            groups.append([])
        groups[-1].append(window)
    dice.shuffle(groups)
    yield from groups
