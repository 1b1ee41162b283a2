"""Fits the scorers of linking: ``python -m training.linking DATA``.

DATA holds ``gold/train``; beside it, those dossiers of ``matters`` serve that neither encoder
was trained on. The examples are the pairs that linking compares, in the annotated statements and in
those that the shipped model reads from the same articles. Each scorer is the mean of a logistic
regression and of boosted trees.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
import typer
from sklearn.linear_model import LogisticRegression

from training.related import is_kept, load_matters
from zufolge.annotate import annotate, load
from zufolge.evaluate import load_dossiers
from zufolge.evaluate.fields import match_statements
from zufolge.evaluate.gold import Dossier
from zufolge.evaluate.relations import DISPUTES
from zufolge.link.claims import Claim
from zufolge.link.decide import across
from zufolge.link.denials import Denial, denials_within
from zufolge.link.pairs import Pair, pairs
from zufolge.link.reading import claims
from zufolge.models import shipped
from zufolge.report import Report

_TREES = {
    "n_estimators": 300,
    "num_leaves": 7,
    "learning_rate": 0.05,
    "min_child_samples": 12,
    "colsample_bytree": 0.4,
    "subsample": 0.8,
    "subsample_freq": 1,
    "reg_lambda": 5,
    "verbose": -1,
    "num_threads": 1,
    "random_state": 1,
}
_PLAIN = 0.02
# The dossiers of DATA are more like real reports than those of matters, and they are few.
_TYPICAL = 3.0


Related = Mapping[frozenset[str], set[tuple[str, str]]]


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

    def fitted(self, name: str) -> dict[str, Any]:
        """Fit one scorer; returns the JSON object that ``link.scoring.read_scorer`` reads."""
        return fit(self.rows[name], self.labels[name], self.weights[name])


@dataclass(frozen=True, slots=True)
class Compared:
    """What linking compares when one article joins others, and what is right.

    Args:
        pairs: pairs that may be related.
        denials: denials with what they may be about.
        keys: by statement, its key in the dossier, where it is annotated.
        related: by pair of keys, the kinds with the key they go out from.
    """

    pairs: list[Pair]
    denials: list[Denial]
    keys: Mapping[str, str]
    related: Related

    def kinds(self, one: Claim, other: Claim) -> set[tuple[str, str]]:
        """Return the relations between two claims: kind and key of the source."""
        ends = (self.keys.get(each.statement, each.statement) for each in (one, other))
        return self.related.get(frozenset(ends), set())

    def denied(self, each: Denial) -> bool:
        """Tell whether a denial is about that target."""
        source = self.keys.get(each.denial.statement, "")
        return ("denies", source) in self.kinds(each.denial, each.target)


def compared(dossier: Dossier, reports: Sequence[Report]) -> list[Compared]:
    """Return what linking compares in a dossier, article by article.

    Args:
        dossier: the annotations.
        reports: a reading of its articles, or the annotated statements themselves.
    """
    keys, related = _keys(dossier, reports), _related(dossier)
    articles = sorted((claims(report) for report in reports), key=_date)
    found = []
    for place, article in enumerate(articles):
        near = {
            claim.statement: [other for each in articles[:place] for other in each]
            for claim in article
        }
        denials = [*denials_within(article), *across(article, near)]
        found.append(Compared(pairs(article, near), denials, keys, related))
    return found


def examples(found: Iterable[tuple[Compared, float]]) -> Examples:
    """Return the examples of all scorers.

    Args:
        found: what is compared, and how much an example of it weighs.
    """
    gathered = Examples()
    for each, weight in found:
        for denial in each.denials:
            gathered.put("denial", denial.features, each.denied(denial), weight)
        for pair in each.pairs:
            kinds = {kind for kind, _ in each.kinds(pair.earlier, pair.later)}
            if pair.measured:
                label = bool(kinds & {"same", "differs", "corrects"})
                gathered.put("measure", pair.features, label, weight)
            if pair.worded:
                gathered.put("same", pair.features, "same" in kinds, weight)
            gathered.put("clash", pair.features, bool(kinds & DISPUTES), weight)
    return gathered


def _related(dossier: Dossier) -> Related:
    found: dict[frozenset[str], set[tuple[str, str]]] = {}
    for each in dossier.relations:
        found.setdefault(frozenset((each.source, each.target)), set()).add((each.kind, each.source))
    return found


def _keys(dossier: Dossier, reports: Sequence[Report]) -> dict[str, str]:
    keys = {}
    for name, report in zip(dossier.articles, reports, strict=True):
        gold = [each for each in dossier.statements if each.article == name]
        for row, column in match_statements(gold, report.statements):
            keys[report.statements[column].id] = gold[row].key
    return keys


def _date(article: Sequence[Claim]) -> tuple[str, str]:
    return (article[0].published or "", article[0].article) if article else ("", "")


def fit(
    rows: Sequence[Mapping[str, float]], labels: Sequence[bool], weights: Sequence[float]
) -> dict[str, Any]:
    """Fit one scorer.

    Args:
        rows: features by name, the same names in each.
        labels: for each row whether it is a case.
        weights: for each row how much it counts.

    Returns:
        The JSON object that ``zufolge.link.scoring.read_scorer`` reads.
    """
    names = list(rows[0])
    table, truth = np.array([list(row.values()) for row in rows]), np.array(labels, int)
    mean, scale = table.mean(axis=0), np.maximum(table.std(axis=0), 1e-6)
    even = (table - mean) / scale
    plain = LogisticRegression(C=_PLAIN, max_iter=400).fit(even, truth, sample_weight=weights)
    trees = lightgbm.LGBMClassifier(**_TREES).fit(table, truth, sample_weight=weights)
    listed = zip(names, mean, scale, plain.coef_[0], strict=True)
    return {
        "features": [
            {"name": n, "mean": _short(m), "scale": _short(s), "weight": _short(w)}
            for n, m, s, w in listed
        ],
        "bias": _short(plain.intercept_[0]),
        "trees": [
            _tree(each["tree_structure"], names)
            for each in trees.booster_.dump_model()["tree_info"]
        ],
    }


def _tree(node: Mapping[str, Any], names: Sequence[str]) -> Any:  # noqa: ANN401
    if "leaf_value" in node:
        return _short(node["leaf_value"])
    left, right = (_tree(node[side], names) for side in ("left_child", "right_child"))
    return [names[node["split_feature"]], node["threshold"], left, right]


def _short(value: float) -> float:
    return float(f"{value:.4g}")


def _reports(dossiers: Sequence[Dossier]) -> Iterable[tuple[Dossier, Sequence[Report]]]:
    """Yield each dossier as annotated and as read."""
    model = load()
    for dossier in dossiers:
        read = annotate([*dossier.articles.values()], model)
        yield dossier, [_whole(*each) for each in zip(dossier.reports(), read, strict=True)]
        yield dossier, read


def _whole(annotated: Report, read: Report) -> Report:
    """Take times, places and amounts from the reading where they are not annotated."""
    if annotated.times or annotated.places or annotated.quantities:
        return annotated
    return replace(annotated, times=read.times, places=read.places, quantities=read.quantities)


def main(data: Path) -> None:
    """Fit all scorers and write them beside the pair model, as JSON."""
    folder = shipped().folder.parent / "linking"
    own = [each for each in load_matters() if is_kept(each.name)]
    typical = load_dossiers(data / "gold" / "train")
    gathered = examples(
        (each, weight)
        for dossiers, weight in ((typical, _TYPICAL), (own, 1.0))
        for one in _reports(dossiers)
        for each in compared(*one)
    )
    for name, rows in gathered.rows.items():
        text = json.dumps(gathered.fitted(name), separators=(",", ":")) + "\n"
        (folder / f"{name}.json").write_text(text, "utf-8")
        typer.echo(f"{name}: {sum(gathered.labels[name])} of {len(rows)} pairs")


if __name__ == "__main__":
    typer.run(main)
