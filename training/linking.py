"""Fits the scorers of linking: ``python -m training.linking DATA FOLDER``.

DATA holds ``gold/train``. The examples are the pairs that linking compares, in the annotated
statements and in those that the shipped model reads from the same articles. Each scorer is the
mean of a logistic regression and of boosted trees.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import lightgbm
import numpy as np
import typer
from sklearn.linear_model import LogisticRegression

from zufolge.annotate import annotate, load
from zufolge.evaluate import load_dossiers
from zufolge.evaluate.fields import match_statements
from zufolge.evaluate.gold import Dossier
from zufolge.link.claims import Claim
from zufolge.link.decide import across
from zufolge.link.denials import denials_within
from zufolge.link.pairs import pairs
from zufolge.link.reading import claims
from zufolge.report import Report

NAMES = ("denial", "measure", "same", "contradiction", "correction")
_TREES = {
    "n_estimators": 70,
    "num_leaves": 7,
    "learning_rate": 0.07,
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


@dataclass
class Examples:
    """Rows of features with their labels, by scorer."""

    rows: dict[str, list[Mapping[str, float]]] = field(
        default_factory=lambda: {n: [] for n in NAMES}
    )
    labels: dict[str, list[bool]] = field(default_factory=lambda: {n: [] for n in NAMES})

    def put(self, name: str, row: Mapping[str, float], label: bool) -> None:
        """Add an example."""
        self.rows[name].append(row)
        self.labels[name].append(label)

    def take(self, other: "Examples") -> None:
        """Add the examples of another dossier."""
        for name in NAMES:
            self.rows[name] += other.rows[name]
            self.labels[name] += other.labels[name]


def examples(dossier: Dossier, reports: Sequence[Report]) -> Examples:
    """Return the examples of a dossier.

    Args:
        dossier: the annotations.
        reports: a reading of its articles, or the annotated statements themselves.
    """
    keys = _keys(dossier, reports)
    articles = sorted((claims(report) for report in reports), key=_date)
    kinds = {(r.source, r.kind, r.target) for r in dossier.relations}
    found = Examples()
    for place, article in enumerate(articles):
        near = {
            claim.statement: [other for each in articles[:place] for other in each]
            for claim in article
        }
        _collect(article, near, kinds, keys, found)
    return found


def _collect(
    article: Sequence[Claim],
    near: Mapping[str, Sequence[Claim]],
    kinds: set[tuple[str, str, str]],
    keys: Mapping[str, str],
    found: Examples,
) -> None:
    def key(claim: Claim) -> str:
        return keys.get(claim.statement, claim.statement)

    for denial in (*denials_within(article), *across(article, near)):
        label = (key(denial.denial), "denies", key(denial.target)) in kinds
        found.put("denial", denial.features, label)
    for pair in pairs(article, near):
        a, b = key(pair.earlier), key(pair.later)
        kind = {k for s, k, t in kinds if {s, t} == {a, b}} if (a, b) in _ends(kinds) else set()
        if pair.measured:
            found.put("measure", pair.features, bool(kind & {"same", "differs", "corrects"}))
        if pair.worded:
            found.put("same", pair.features, "same" in kind)
            found.put("contradiction", pair.features, "contradicts" in kind)
            found.put("correction", pair.features, "corrects" in kind)


def _ends(kinds: Iterable[tuple[str, str, str]]) -> set[tuple[str, str]]:
    return {pair for s, _, t in kinds for pair in ((s, t), (t, s))}


def _keys(dossier: Dossier, reports: Sequence[Report]) -> dict[str, str]:
    keys = {}
    for name, report in zip(dossier.articles, reports, strict=True):
        gold = [each for each in dossier.statements if each.article == name]
        for row, column in match_statements(gold, report.statements):
            keys[report.statements[column].id] = gold[row].key
    return keys


def _date(article: Sequence[Claim]) -> tuple[str, str]:
    return (article[0].published or "", article[0].article) if article else ("", "")


def fit(rows: Sequence[Mapping[str, float]], labels: Sequence[bool]) -> dict[str, Any]:
    """Fit one scorer.

    Returns:
        The JSON object that ``zufolge.link.scoring.read_scorer`` reads.
    """
    names = list(rows[0])
    table, truth = np.array([list(row.values()) for row in rows]), np.array(labels, int)
    mean, scale = table.mean(axis=0), np.maximum(table.std(axis=0), 1e-6)
    plain = LogisticRegression(C=_PLAIN, max_iter=400).fit((table - mean) / scale, truth)
    trees = lightgbm.LGBMClassifier(**_TREES).fit(table, truth)
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


def _readings(dossiers: Sequence[Dossier]) -> list[list[Report]]:
    model = load()
    return [annotate([*dossier.articles.values()], model) for dossier in dossiers]


def main(data: Path, folder: Annotated[Path, typer.Argument(help="Where the files go.")]) -> None:
    """Fit all scorers on DATA/gold/train and write them as JSON."""
    dossiers = load_dossiers(data / "gold" / "train")
    gathered = Examples()
    for dossier, reading in zip(dossiers, _readings(dossiers), strict=True):
        gathered.take(examples(dossier, dossier.reports()))
        gathered.take(examples(dossier, reading))
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        told = fit(gathered.rows[name], gathered.labels[name])
        (folder / f"{name}.json").write_text(
            json.dumps(told, separators=(",", ":")) + "\n", "utf-8"
        )
        typer.echo(f"{name}: {sum(gathered.labels[name])} of {len(gathered.labels[name])} pairs")


if __name__ == "__main__":
    typer.run(main)
