"""Fails when a figure falls below its floor: ``python benchmarks/floors.py DATA``.

DATA is a folder with ``corpora/gnqa`` and ``gold/dev``; ``check`` are the dossiers beside this
file. The floors lie a little below the figures of ``RESULTS.md``; raising one is free, lowering one
needs a line in the changelog.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from zufolge import evaluate
from zufolge.annotate import annotate, load
from zufolge.link import link
from zufolge.relation import Origin, Relation
from zufolge.report import Report

FLOORS = Path(__file__).parent / "floors.json"
CHECK = Path(__file__).parent / "dossiers"


def measure(data: Path) -> dict[str, Any]:
    """Score the shipped model on the development data, by the floors' names."""
    model = load()
    documents = evaluate.load_corpus(data / "corpora" / "gnqa" / "dev.jsonl.gz")
    corpus = evaluate.evaluate_quotations(
        documents,
        lambda articles: [
            list(report.statements) for report in annotate(articles, model, convention="gnqa")
        ],
        restore=False,
    ).to_json()
    dossiers, check = (
        evaluate.evaluate_dossiers(
            evaluate.load_dossiers(folder), lambda articles: annotate(articles, model), connections
        ).to_json()
        for folder in (data / "gold" / "dev", CHECK)
    )
    return {"gnqa": corpus, "dossiers": dossiers, "check": check}


def connections(reports: Sequence[Report]) -> tuple[Sequence[Relation], Sequence[Origin]]:
    """Return the relations and origins of some reports."""
    found = link(reports)
    return found.relations, found.origins


def figure(scores: dict[str, Any], path: str) -> float:
    """Return the figure at a path such as ``gnqa.quote.f1``, as a share of one."""
    value: Any = scores
    for key in path.split("."):
        value = value[key]
    return float(value)


def below_floors(data: Path, say: Callable[[str], object]) -> int:
    """Compare each figure with its floor; return how many lie below."""
    floors: dict[str, float] = json.loads(FLOORS.read_text("utf-8"))
    scores, below = measure(data), 0
    for path, floor in floors.items():
        reached = figure(scores, path)
        below += reached < floor
        say(f"{'ok ' if reached >= floor else 'LOW'} {path:32} {reached:.4f} (floor {floor:.4f})\n")
    return below


def main() -> None:
    """Check the floors; exit status 1 if a figure lies below its floor, or skip aloud."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    if not (data / "corpora" / "gnqa").is_dir():
        sys.stdout.write(f"SKIPPED: no development data in {data}, the floors were not checked\n")
        return
    if below := below_floors(data, sys.stdout.write):
        sys.exit(f"{below} figures lie below their floor")


if __name__ == "__main__":
    main()
