"""Loads sentences whose named entities are annotated as GermEval 2014 does, and scores a finder."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zufolge.errors import EvaluationError
from zufolge.evaluate.scores import Tally
from zufolge.span import Span

ENTITY_KINDS = ("PER", "ORG", "LOC", "OTH")

Entity = tuple[Span, str]
Find = Callable[[str], Sequence[Entity]]

_COLUMNS = 3
# Before these signs, and behind an opening bracket, running text has no blank.
_CLOSING = frozenset(".,;:!?)]%")
_OPENING = frozenset("([")


@dataclass(frozen=True, slots=True)
class EntityText:
    """A sentence with its named entities.

    Args:
        text: the words, joined as in running text.
        entities: half-open spans in code points with their kind, in order.
    """

    text: str
    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class EntityScores:
    """How many outer named entities have equal borders and equal kind.

    Derivations ("Kieler") and parts of compounds ("EU-Gipfel") do not count as entities.

    Args:
        texts: number of sentences.
        kinds: counts by kind, one for each of ``ENTITY_KINDS``.
    """

    texts: int
    kinds: dict[str, Tally]

    @property
    def strict(self) -> Tally:
        """The counts of all kinds together."""
        return sum(self.kinds.values(), Tally())

    def to_json(self) -> dict[str, Any]:
        """Return all figures as a JSON object; fractions, 0 to 1."""
        kinds = {kind: tally.to_json() for kind, tally in self.kinds.items()}
        return {"texts": self.texts, "strict": self.strict.to_json(), **kinds}


def load_entities(path: Path) -> list[EntityText]:
    """Read a file in the tab-separated form of GermEval 2014; inner entities are left out.

    Args:
        path: a ``.tsv`` file: number, word, outer and inner tag a line, an empty line between
            sentences, ``#`` before a sentence's source.

    Returns:
        The sentences in their order.

    Raises:
        EvaluationError: if the file cannot be read or a line has too few columns.

    Source of the form: Benikova, Biemann and Reznicek 2014, *NoSta-D Named Entity Annotation for
    German*.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError("cannot be read as UTF-8 text", article=path.name) from error
    found = [_sentence(rows) for rows in _blocks(lines, path.name)]
    if not found:
        raise EvaluationError("holds no sentence", article=path.name)
    return found


def evaluate_entities(texts: Sequence[EntityText], find: Find) -> EntityScores:
    """Score a finder of named entities.

    Args:
        texts: annotated sentences.
        find: finds the entities of a text.

    Returns:
        The figures: borders and kind must be equal.
    """
    counts = {kind: Tally() for kind in ENTITY_KINDS}
    for each in texts:
        gold, found = {*each.entities}, {*find(each.text)}
        for kind in ENTITY_KINDS:
            there = {entity for entity in gold if entity[1] == kind}
            given = {entity for entity in found if entity[1] == kind}
            hits = len(there & given)
            counts[kind] += Tally(hits, len(given) - hits, len(there) - hits)
    return EntityScores(len(texts), counts)


def _blocks(lines: Sequence[str], name: str) -> Iterator[list[tuple[str, str]]]:
    rows: list[tuple[str, str]] = []
    for number, line in enumerate(lines, 1):
        columns = line.split("\t")
        if line.startswith("#"):
            continue
        if line.strip() and len(columns) < _COLUMNS:
            message = f"line {number} has not number, word and tag between tab stops"
            raise EvaluationError(message, article=name)
        if line.strip():
            rows.append((columns[1], columns[2]))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _sentence(rows: Sequence[tuple[str, str]]) -> EntityText:
    text, entities = "", list[Entity]()
    for word, tag in rows:
        if text and word not in _CLOSING and text[-1] not in _OPENING:
            text += " "
        span = Span(len(text), len(text) + len(word))
        text += word
        letter, _, kind = tag.partition("-")
        if kind not in ENTITY_KINDS:
            continue
        if letter == "I" and entities and entities[-1][1] == kind:
            entities[-1] = (Span(entities[-1][0].start, span.end), kind)
        else:
            entities.append((span, kind))
    return EntityText(text, tuple(entities))
