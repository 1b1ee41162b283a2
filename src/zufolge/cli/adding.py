"""``zufolge add``: what reports say goes into a ledger."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from zufolge.cli.application import app
from zufolge.cli.inputs import called, expand, read_articles
from zufolge.cli.output import console_on, print_json
from zufolge.cli.refusals import FAILED, Run, refusals
from zufolge.errors import AnnotationError, RecordError, SourceError

if TYPE_CHECKING:
    from rich.progress import Progress

    from zufolge.article import Article
    from zufolge.ledger import Ledger
    from zufolge.report import Report

_RECORDS = ".jsonl"


@dataclass(slots=True)
class _Tally:
    """What a run has added so far."""

    added: int = 0
    statements: int = 0
    known: int = 0

    def count(self, statements: int, new: bool) -> None:
        """Count one report."""
        if new:
            self.added += 1
            self.statements += statements
        else:
            self.known += 1


@app.command(epilog="Example: zufolge add hafen.ledger examples/tanker.txt")
def add(
    file: Annotated[
        Path, typer.Argument(metavar="LEDGER", help="The ledger's file; it is made if need be.")
    ],
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Text or HTML files, folders of them, .jsonl files of records,"
            " or - for standard input.",
        ),
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the counts as one JSON object.")
    ] = False,
    model: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Use this model folder, not the shipped one."),
    ] = None,
) -> None:
    """Read reports and store what they say in a ledger.

    An article that is stored already is passed over before it is annotated, so a run that was cut
    off is simply repeated. What cannot be read is recorded in the ledger, too, and the exit status
    is 2.
    """
    from zufolge.ledger import Ledger

    run, tally = Run(), _Tally()
    paths = expand(sources, run)
    with refusals(), Ledger(file) as ledger, _progress(len(paths)) as progress:
        told = _Watched(progress, len(paths), tally)
        for path in (path for path in paths if path.endswith(_RECORDS)):
            _restore(ledger, path, run, told)
        articles = [path for path in paths if not path.endswith(_RECORDS)]
        _annotate(ledger, articles, model, run, told)
    _report(tally, run, as_json)


def _restore(ledger: "Ledger", path: str, run: Run, told: "_Watched") -> None:
    """Store the reports of a file of records."""
    from zufolge.export.restoring import restore
    from zufolge.sources import open_file

    try:
        with open_file(Path(path)) as opened:
            for each in restore(ledger, opened, path):
                if isinstance(each, RecordError):
                    run.fail(f"{each.article}: {each.message}")
                else:
                    told.count(each.statements, each.new)
    except SourceError as error:
        run.fail(f"{path}: {error.message}")
        ledger.fail(path, error.step, error.message)
    told.advance()


def _annotate(
    ledger: "Ledger", paths: Sequence[str], model: Path | None, run: Run, told: "_Watched"
) -> None:
    """Read articles and store what is new in them."""
    from zufolge.annotate import annotate_all, load

    def refuse(name: str, error: SourceError) -> None:
        ledger.fail(name, error.step, error.message)
        told.advance()

    found = _unknown(ledger, read_articles(paths, run, refuse=refuse), told)
    first = next(found, None)
    if first is None:
        return  # Nothing is new: the model need not be loaded.
    for result in annotate_all(chain([first], found), load(model)):
        if isinstance(result, AnnotationError):
            name = run.names.get(result.article or "", result.article) or called("-")
            run.fail(f"{name}: {result.message}")
            ledger.fail(name, result.step, result.message)
        else:
            _store(ledger, result, run, told)
        told.advance()


def _unknown(
    ledger: "Ledger", articles: "Iterable[Article]", told: "_Watched"
) -> "Iterator[Article]":
    for article in articles:
        if ledger.knows(article.id):
            told.count(0, False)
            told.advance()
        else:
            yield article


def _store(ledger: "Ledger", report: "Report", run: Run, told: "_Watched") -> None:
    new = ledger.add(report, source=run.names.get(report.article.id))
    told.count(len(report.statements), new)


def _report(tally: _Tally, run: Run, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "added": tally.added,
                "statements": tally.statements,
                "known": tally.known,
                "failed": run.failed,
            }
        )
    else:
        counts = f"{tally.added} articles with {tally.statements} statements added"
        typer.echo(f"{counts}, {tally.known} known already, {run.failed} failed")
    if run.failed:
        raise typer.Exit(FAILED)


class _Watched:
    """Counts, and draws how far a run is, for people who look at a terminal."""

    def __init__(self, progress: "Progress", total: int, tally: _Tally) -> None:
        self._progress, self._tally, self._start = progress, tally, monotonic()
        self._task = progress.add_task("", total=total, speed="")

    def count(self, statements: int, new: bool) -> None:
        """Count one report."""
        self._tally.count(statements, new)

    def advance(self) -> None:
        """Note that one source is done."""
        took = max(monotonic() - self._start, 1e-6)
        speed = (
            f"{self._tally.added / took:.1f} articles/s"
            f"  {self._tally.statements / took:.1f} statements/s"
        )
        self._progress.update(self._task, advance=1, speed=speed)


def _progress(total: int) -> "Progress":
    """Return a bar with articles and statements a second on standard error."""
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    console = console_on(sys.stderr)
    speed = TextColumn("{task.fields[speed]}")
    shown = total > 1 and console.is_terminal
    return Progress(
        *(BarColumn(), MofNCompleteColumn(), speed, TimeRemainingColumn()),
        console=console,
        transient=True,
        redirect_stdout=False,
        disable=not shown,
    )
