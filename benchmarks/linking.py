"""Scores linking by itself and after the reading: ``python benchmarks/linking.py DOSSIERS``.

By itself it links the annotated statements, as if the reading made no mistake; after the reading it
links what the shipped model finds. Both are scored against the annotated relations, and linking is
timed.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from zufolge import evaluate
from zufolge.annotate import annotate, load
from zufolge.article import Article
from zufolge.evaluate.gold import Dossier
from zufolge.link import link
from zufolge.relation import KINDS, Origin, Relation
from zufolge.report import Report

Read = Callable[[Sequence[Article]], Sequence[Report]]
FIGURES = (*(f"relation_{kind}" for kind in KINDS), "dispute", "origins")


def annotated(dossiers: Sequence[Dossier]) -> Read:
    """Return a reading that finds just what is annotated."""
    known = {report.article.id: report for dossier in dossiers for report in dossier.reports()}
    return lambda articles: [known[article.id] for article in articles]


def measure(dossiers: Sequence[Dossier], read: Read) -> dict[str, object]:
    """Return the figures of linking, and its milliseconds of processor time a statement."""
    spent, statements = 0.0, 0

    def timed(reports: Sequence[Report]) -> tuple[Sequence[Relation], Sequence[Origin]]:
        nonlocal spent, statements
        start = process_time()
        found = link(reports)
        spent += process_time() - start
        statements += sum(len(report.statements) for report in reports)
        return found.relations, found.origins

    link(dossiers[0].reports()[:1])  # loads the models, which is not counted
    scores = evaluate.evaluate_dossiers(dossiers, read, timed).to_json()
    figures = {name: scores[name] for name in FIGURES}
    return {**figures, "cpu_ms_a_statement": round(1000 * spent / max(1, statements), 2)}


def main() -> None:
    """Print one JSON object for the annotated statements and one for the shipped reading."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dossiers", type=Path)
    dossiers, model = evaluate.load_dossiers(parser.parse_args().dossiers), load()
    for name, read in (
        ("annotated", annotated(dossiers)),
        ("read", lambda articles: annotate(articles, model)),
    ):
        sys.stdout.write(json.dumps({"statements": name, **measure(dossiers, read)}) + "\n")


if __name__ == "__main__":
    main()
