"""``zufolge read``: reports become statements, shown or as JSON lines."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zufolge.cli.application import app
from zufolge.cli.inputs import expand, read_articles
from zufolge.cli.linked import Linked
from zufolge.cli.output import ViewLanguage, console_on, print_json, system_language, with_progress
from zufolge.cli.refusals import FAILED, Run, refusals
from zufolge.errors import AnnotationError

if TYPE_CHECKING:
    from rich.console import Console

    from zufolge.report import Report


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
    run = Run()
    paths = expand(files, run)
    console = console_on(sys.stdout)
    write = _json_writer(run) if as_json else _view_writer(console, text, lang, len(paths) > 1, run)
    relating = as_json or (len(paths) > 1 and not text)
    linked = Linked(run) if relating else None
    with refusals():
        loaded = load(model)
        articles = read_articles(paths, run)
        for result in with_progress(annotate_all(articles, loaded), len(paths), console, as_json):
            if isinstance(result, AnnotationError):
                name = run.names.get(result.article or "", result.article)
                run.fail(f"{name}: {result.message}")
            else:
                write(result)
                if linked:
                    linked.add(result)
    if linked:
        _write_relations(linked, console, lang, as_json)
    if run.failed:
        raise typer.Exit(FAILED)


def _json_writer(run: Run) -> "Callable[[Report], None]":
    from zufolge.contract import report_to_json

    def write(report: "Report") -> None:
        for note in report.article.notes:
            typer.echo(f"zufolge: {run.names.get(report.article.id)}: {note}", err=True)
        print_json(report_to_json(report))

    return write


def _view_writer(
    console: "Console", text: bool, lang: ViewLanguage | None, many: bool, run: Run
) -> "Callable[[Report], None]":
    from rich.text import Text

    from zufolge.view import labels, show, show_text
    from zufolge.view.wording import printable

    words = labels(lang or system_language())
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


def _write_relations(
    linked: Linked, console: "Console", lang: ViewLanguage | None, as_json: bool
) -> None:
    from zufolge.contract import relations_to_json
    from zufolge.view import labels, show_relations

    found = linked.connections()
    if as_json:
        print_json(relations_to_json(found.relations, found.origins))
        return
    words = labels(lang or system_language())
    show_relations(found, linked.claims, linked.run.names, console, words)
