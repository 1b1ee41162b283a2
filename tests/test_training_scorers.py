"""Scorers fitted on dossiers tell what they have not seen, in the form that linking reads."""

import random

import numpy as np
import pytest

from training.comparing import compared, readings
from training.linking import Lot, examples, fitted
from training.marked import read_marked
from training.related import MATTERS
from training.scorers import fit
from zufolge.annotate import load
from zufolge.link.scoring import read_scorer
from zufolge.link.standing import standing, weigh

NAMES = ("figure", "noise", "gate")


def rows(number: int, seed: int) -> tuple[list[dict[str, float]], list[bool]]:
    """Return rows of which a case has a high figure, or a low one behind an open gate."""
    dice = random.Random(seed)
    drawn = [{name: dice.uniform(-1, 1) for name in NAMES} for _ in range(number)]
    return drawn, [(row["figure"] > 0.2) != (row["gate"] > 0.5) for row in drawn]


def test_a_fitted_scorer_tells_rows_that_it_has_not_seen() -> None:
    known, labels = rows(1200, seed=1)
    told = fit(known, labels, [1.0] * len(known))
    assert [each["name"] for each in told["features"]] == [*NAMES]
    new, truth = rows(400, seed=2)
    found = read_scorer(told).score(new)
    right = ((found > 0.5) == np.array(truth)).mean()
    # A rule over two figures: the trees find it, a sum of weights cannot.
    plain = read_scorer(told | {"trees": []}).score(new)
    assert right > 0.78
    assert right > ((plain > 0.5) == np.array(truth)).mean() + 0.05


def test_what_weighs_nothing_teaches_nothing() -> None:
    known, labels = rows(600, seed=3)
    wrong = [not label for label in labels]
    told = fit(known + known, labels + wrong, [1.0] * len(known) + [1e-6] * len(known))
    found = read_scorer(told).score(known)
    assert ((found > 0.5) == np.array(labels)).mean() > 0.78


@pytest.fixture(scope="module")
def lots() -> list[Lot]:
    dossiers = [read_marked(MATTERS / f"{name}.txt") for name in ("A01", "B10", "C10", "D10")]
    model = load()
    return [
        Lot(number % 2, 1.0, compared(dossier, next(iter(readings(dossier, model)))))
        for number, dossier in enumerate(dossiers)
    ]


def test_examples_are_what_linking_compares(lots: list[Lot]) -> None:
    gathered = examples(lots)
    each = [article for lot in lots for article in lot.compared]
    assert len(gathered.rows["clash"]) == sum(len(article.pairs) for article in each)
    assert len(gathered.rows["denial"]) == sum(len(article.denials) for article in each)
    assert all(any(labels) and not all(labels) for labels in gathered.labels.values())


def test_all_scorers_are_fitted_and_score_what_linking_compares(lots: list[Lot]) -> None:
    told = fitted(lots)
    assert {*told} == {"denial", "same", "clash", "measure", "standing"}
    scorers = {name: read_scorer(each) for name, each in told.items()}
    likely: dict[bool, list[float]] = {True: [], False: []}
    for article in (article for lot in lots for article in lot.compared):
        denied = scorers["denial"].score([each.features for each in article.denials])
        denials = zip(article.denials, map(float, denied), strict=True)
        features = standing(article.pairs, weigh(article.pairs, denials, scorers.__getitem__))
        for pair, score in zip(article.pairs, scorers["standing"].score(features), strict=True):
            likely["same" in article.kinds_of(pair)].append(float(score))
    assert np.mean(likely[True]) > 2 * np.mean(likely[False])
