"""Fits the scorers of linking: ``python -m training.linking DATA``.

DATA holds ``gold/train``; beside it, those dossiers of ``matters`` serve that neither an encoder
nor the comparison of claims was trained on. The examples are the pairs that linking compares, in
the annotated statements and in those that the shipped model reads from the same articles. The
scorer ``standing`` weighs how a pair stands among others by the scores of scorers that were fitted
on other dossiers, since those of the dossiers a scorer was fitted on are too good.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer

from training.comparing import Compared, compared, readings
from training.related import is_compared, is_kept, load_matters
from training.scorers import fit
from zufolge.annotate import load
from zufolge.evaluate import load_dossiers
from zufolge.evaluate.relations import DISPUTES
from zufolge.link.scoring import read_scorer
from zufolge.link.standing import standing, weigh
from zufolge.models import shipped

# The dossiers of DATA are more like real reports than those of matters, and they are few.
_TYPICAL = 3.0
_FOLDS = 4


@dataclass(frozen=True, slots=True)
class Lot:
    """What linking compares in one dossier, as annotated or as read.

    Args:
        fold: dossiers of one fold are scored by scorers fitted on the others.
        weight: how much an example of it counts.
        compared: article by article.
    """

    fold: int
    weight: float
    compared: Sequence[Compared]


@dataclass
class Examples:
    """Rows of features with their labels and weights, by scorer."""

    rows: dict[str, list[Mapping[str, float]]] = field(default_factory=dict)
    labels: dict[str, list[bool]] = field(default_factory=dict)
    weights: dict[str, list[float]] = field(default_factory=dict)

    def put(self, name: str, row: Mapping[str, float], label: bool, weight: float) -> None:
        """Add an example."""
        self.rows.setdefault(name, []).append(row)
        self.labels.setdefault(name, []).append(label)
        self.weights.setdefault(name, []).append(weight)

    def fitted(self) -> dict[str, dict[str, Any]]:
        """Fit all scorers; returns JSON objects that ``link.scoring.read_scorer`` reads."""
        return {
            name: fit(rows, self.labels[name], self.weights[name])
            for name, rows in self.rows.items()
        }


def fitted(lots: Sequence[Lot]) -> dict[str, dict[str, Any]]:
    """Fit all scorers of linking.

    Args:
        lots: of at least two folds.

    Returns:
        By name, JSON objects that ``link.scoring.read_scorer`` reads.
    """
    found, second = examples(lots).fitted(), Examples()
    for fold in sorted({lot.fold for lot in lots}):
        others = examples(lot for lot in lots if lot.fold != fold).fitted()
        scorers = {name: read_scorer(told) for name, told in others.items()}
        for lot in (lot for lot in lots if lot.fold == fold):
            for each in lot.compared:
                scores = scorers["denial"].score([denial.features for denial in each.denials])
                denials = zip(each.denials, (float(score) for score in scores), strict=True)
                told = standing(each.pairs, weigh(each.pairs, denials, scorers.__getitem__))
                for pair, row in zip(each.pairs, told, strict=True):
                    if pair.worded:
                        second.put("standing", row, "same" in each.kinds_of(pair), lot.weight)
    return found | second.fitted()


def examples(lots: Iterable[Lot]) -> Examples:
    """Return the examples of the scorers that take each pair by itself."""
    gathered = Examples()
    for lot in lots:
        for each in lot.compared:
            for denial in each.denials:
                gathered.put("denial", denial.features, each.denied(denial), lot.weight)
            for pair in each.pairs:
                kinds = each.kinds_of(pair)
                if pair.measured:
                    label = bool(kinds & {"same", "differs", "corrects"})
                    gathered.put("measure", pair.features, label, lot.weight)
                if pair.worded:
                    gathered.put("same", pair.features, "same" in kinds, lot.weight)
                gathered.put("clash", pair.features, bool(kinds & DISPUTES), lot.weight)
    return gathered


def lots_of(data: Path) -> list[Lot]:
    """Return what the shipped scorers are fitted on, each dossier as annotated and as read.

    Args:
        data: holds ``gold/train``.
    """
    model = load()
    own = [d for d in load_matters() if is_kept(d.name) and not is_compared(d.name)]
    typical = load_dossiers(data / "gold" / "train")
    return [
        Lot(number % _FOLDS, weight, compared(dossier, reports))
        for dossiers, weight in ((typical, _TYPICAL), (own, 1.0))
        for number, dossier in enumerate(dossiers)
        for reports in readings(dossier, model)
    ]


def main(data: Path) -> None:
    """Fit all scorers and write them beside the claim encoder, as JSON."""
    folder = shipped().folder.parent / "linking"
    for name, told in fitted(lots_of(data)).items():
        text = json.dumps(told, separators=(",", ":")) + "\n"
        (folder / f"{name}.json").write_text(text, "utf-8")
        typer.echo(f"{name}: {len(told['features'])} features")


if __name__ == "__main__":
    typer.run(main)
