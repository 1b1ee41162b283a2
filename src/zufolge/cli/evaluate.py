"""``zufolge evaluate``: a model against annotated files."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zufolge.cli.application import app
from zufolge.cli.output import console_on, print_json
from zufolge.cli.refusals import refusals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zufolge.evaluate import DossierScores, EntityScores, QuotationScores, TimeScores
    from zufolge.relation import Origin, Relation
    from zufolge.report import Report


@app.command(epilog="Example: zufolge evaluate examples/dossier")
def evaluate(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH",
            help="Dossiers, quotation corpora (gnqa's JSON), TimeML files, or folders of them, or "
            "named entities (GermEval's TSV).",
        ),
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a line, one line a path.")
    ] = False,
    model: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Score this model folder, not the shipped one."),
    ] = None,
) -> None:
    """Score a model against annotated files."""
    from zufolge.evaluate import tables

    console = console_on(sys.stdout)
    for path in paths:
        with refusals():
            form, scores = _score(path, model)
        if as_json:
            print_json({"path": str(path), "format": form, **scores.to_json()})
            continue
        console.print(str(path), soft_wrap=True)
        for table in tables(scores):
            console.print(table)


def _score(
    path: Path, model: Path | None
) -> "tuple[str, QuotationScores | DossierScores | TimeScores | EntityScores]":
    from zufolge import evaluate as evaluation
    from zufolge.annotate import annotate, find_names, load
    from zufolge.annotate.times import find_timex
    from zufolge.article import Article
    from zufolge.evaluate import Format
    from zufolge.languages import GERMAN

    form = evaluation.detect(path)
    if form is Format.TIMES:
        texts = evaluation.load_timeml(path)
        return form, evaluation.evaluate_times(
            texts, lambda text, created: find_timex(text, created, GERMAN)
        )
    if form is Format.DOSSIERS:
        dossiers, loaded = evaluation.load_dossiers(path), load(model)
        return form, evaluation.evaluate_dossiers(
            dossiers, lambda articles: annotate(articles, loaded), _connections
        )
    if form is Format.ENTITIES:
        sentences, loaded = evaluation.load_entities(path), load(model)
        return form, evaluation.evaluate_entities(
            sentences, lambda text: find_names(Article(text), loaded)
        )
    documents, loaded = evaluation.load_corpus(path), load(model)
    return form, evaluation.evaluate_quotations(
        documents,
        lambda articles: [
            list(report.statements) for report in annotate(articles, loaded, convention="gnqa")
        ],
        restore=False,
    )


def _connections(reports: "Sequence[Report]") -> "tuple[Sequence[Relation], Sequence[Origin]]":
    from zufolge.link import link

    found = link(reports)
    return found.relations, found.origins
