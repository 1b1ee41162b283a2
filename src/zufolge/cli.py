"""The command line: one thin command a stage.

What costs time to load (models, HTML, language detection, tables of colour) is imported inside
the command that needs it, so that ``zufolge --help`` answers at once.
"""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO, TypeVar

import typer

from zufolge import __version__
from zufolge.errors import AnnotationError, SourceError, ZufolgeError

if TYPE_CHECKING:
    from rich.console import Console

    from zufolge.article import Article
    from zufolge.evaluate import DossierScores, QuotationScores, TimeScores
    from zufolge.report import Report

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

_Result = TypeVar("_Result")
_STANDARD_INPUT = "-"
_SUFFIXES = (".txt", ".html", ".htm", ".xhtml")
_FAILED = 2


class ViewLanguage(StrEnum):
    """A language that the terminal view has labels in."""

    de = "de"
    en = "en"


@dataclass(slots=True)
class _Reading:
    """What is known of a run: file names by article id, and how many files failed."""

    names: dict[str, str] = field(default_factory=dict)
    failed: int = 0

    def fail(self, error: object) -> None:
        """Say what was wrong with one file, in one sentence, and count it."""
        self.failed += 1
        typer.echo(f"zufolge: {error}", err=True)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"zufolge {__version__}")
        raise typer.Exit


@app.callback(epilog="Example: zufolge read examples/tanker.txt")
def zufolge(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Print the version and stop."
        ),
    ] = False,
) -> None:
    """Read news reports and record who said what, according to whom."""


@app.command(epilog="Example: zufolge read --text examples/tanker.txt")
def read(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="Text or HTML files, folders of them, or - for standard input.",
        ),
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a line, one line an article.")
    ] = False,
    text: Annotated[
        bool, typer.Option("--text", help="Show the text itself with the quotations marked.")
    ] = False,
    lang: Annotated[
        ViewLanguage | None,
        typer.Option(help="Language of the labels; that of the system if left out."),
    ] = None,
    model: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Use this model folder, not the shipped one."),
    ] = None,
) -> None:
    """Read reports and show who says what.

    A file that cannot be read is named in one sentence on standard error; the others go on, and
    the exit status is 2.
    """
    from zufolge.annotate import annotate_all, load

    if as_json and text:
        raise typer.BadParameter("--json and --text exclude each other")
    run = _Reading()
    paths = _expand(files, run)
    console = _console(sys.stdout)
    write = _json_writer(run) if as_json else _view_writer(console, text, lang, len(paths) > 1, run)
    with _refusals():
        loaded = load(model)
        articles = _read_articles(paths, run)
        for result in _with_progress(annotate_all(articles, loaded), len(paths), console, as_json):
            if isinstance(result, AnnotationError):
                name = run.names.get(result.article or "", result.article)
                run.fail(f"{name}: {result.message}")
            else:
                write(result)
    if as_json:
        _print_relations()
    if run.failed:
        raise typer.Exit(_FAILED)


@app.command(epilog="Example: zufolge evaluate examples/dossier")
def evaluate(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH",
            help="Dossiers, quotation corpora (gnqa's JSON) or TimeML files, or folders of them.",
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

    console = _console(sys.stdout)
    for path in paths:
        with _refusals():
            form, scores = _score(path, model)
        if as_json:
            _print_json({"path": str(path), "format": form, **scores.to_json()})
            continue
        console.print(str(path), soft_wrap=True)
        for table in tables(scores):
            console.print(table)


def _score(
    path: Path, model: Path | None
) -> "tuple[str, QuotationScores | DossierScores | TimeScores]":
    from zufolge import evaluate as evaluation
    from zufolge.annotate import annotate, load
    from zufolge.annotate.times import find_timex
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
            dossiers, lambda articles: annotate(articles, loaded)
        )
    documents, loaded = evaluation.load_corpus(path), load(model)
    return form, evaluation.evaluate_quotations(
        documents,
        lambda articles: [
            list(report.statements) for report in annotate(articles, loaded, convention="gnqa")
        ],
        restore=False,
    )


def _expand(files: Sequence[str], run: _Reading) -> list[str]:
    """Replace folders by the text and HTML files in them, in the order of their names."""
    paths = []
    for name in files:
        if name == _STANDARD_INPUT or not Path(name).is_dir():
            paths.append(name)
            continue
        inside = [
            path for path in sorted(Path(name).rglob("*")) if path.suffix.lower() in _SUFFIXES
        ]
        if not inside:
            run.fail(f"{name}: no text or HTML file is in this folder")
        paths += [str(path) for path in inside]
    return paths


def _read_articles(paths: Iterable[str], run: _Reading) -> "Iterator[Article]":
    from zufolge.sources import read_bytes, read_file

    for name in paths:
        try:
            if name == _STANDARD_INPUT:
                article = read_bytes(sys.stdin.buffer.read(), "standard input")
            else:
                article = read_file(Path(name))
        except SourceError as error:
            run.fail(f"{error.article}: {error.message}" if error.article else error)
            continue
        run.names[article.id] = name
        yield article


def _json_writer(run: _Reading) -> "Callable[[Report], None]":
    from zufolge.contract import report_to_json

    def write(report: "Report") -> None:
        for note in report.article.notes:
            typer.echo(f"zufolge: {run.names.get(report.article.id)}: {note}", err=True)
        _print_json(report_to_json(report))

    return write


def _view_writer(
    console: "Console", text: bool, lang: ViewLanguage | None, many: bool, run: _Reading
) -> "Callable[[Report], None]":
    from rich.text import Text

    from zufolge.view import labels, show, show_text
    from zufolge.view.wording import printable

    words = labels(lang or _system_language())
    shown: list[str] = []

    def write(report: "Report") -> None:
        if shown:
            console.print()
        shown.append(report.article.id)
        if many:
            name = printable(run.names.get(report.article.id, ""))
            console.print(Text(f"── {name}", "dim"), soft_wrap=True)
        (show_text if text else show)(report, console, words)

    return write


def _system_language() -> str:
    """Return the language that the system's messages are in, as far as there are labels."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return ViewLanguage.en if value.startswith("en") else ViewLanguage.de
    return ViewLanguage.de


@contextmanager
def _refusals() -> Iterator[None]:
    """Turn what zufolge refuses into one sentence and an exit status."""
    try:
        yield
    except ZufolgeError as error:
        typer.echo(f"zufolge: {error}", err=True)
        raise typer.Exit(_FAILED) from error


def _print_relations() -> None:
    from zufolge.contract import relations_to_json

    _print_json(relations_to_json([], []))


def _print_json(record: dict[str, Any]) -> None:
    print(json.dumps(record, ensure_ascii=False), flush=True)


def _console(stream: TextIO) -> "Console":
    from rich.console import Console

    return Console(file=stream, highlight=False, markup=False, emoji=False)


def _with_progress(
    results: Iterable[_Result], total: int, console: "Console", as_json: bool
) -> Iterator[_Result]:
    """Draw a bar while results come, for many files and people who look at a terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    errors = _console(sys.stderr)
    if total < 2 or not errors.is_terminal or (as_json and console.is_terminal):
        yield from results
        return
    # A bar below what is printed must share its console; otherwise it stays on standard error.
    shared = console if console.is_terminal else errors
    with Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=shared,
        transient=True,
        redirect_stdout=False,
    ) as progress:
        yield from progress.track(results, total=total)


def main() -> None:
    """Run the command line."""
    if hasattr(signal, "SIGPIPE"):
        # Like any filter: when the reader of a pipe goes away, stop without a word.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()


if __name__ == "__main__":
    main()
