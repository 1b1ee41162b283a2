"""``zufolge restore``: exported records go back into a ledger."""

from typing import TYPE_CHECKING, Annotated

import typer

from zufolge.cli import options
from zufolge.cli.application import app
from zufolge.cli.inputs import opened
from zufolge.cli.refusals import FAILED, Run, refusals
from zufolge.errors import RecordError, SourceError

if TYPE_CHECKING:
    from zufolge.ledger import Ledger


@app.command(epilog="Example: zufolge restore neu.ledger examples/hafen.jsonl")
def restore(
    ledger: options.LedgerFile,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE", help="Files of JSON lines, as export and read print them, or -."
        ),
    ],
) -> None:
    """Put exported records into a ledger, as they are.

    A damaged line is named in one sentence on standard error and recorded as a failure; the others
    go on, and the exit status is 2. What the ledger knows already adds nothing.
    """
    from zufolge.ledger import Ledger

    run = Run()
    with refusals(), Ledger(ledger) as book:
        for name in files:
            try:
                _restore(book, name, run)
            except SourceError as error:
                run.fail(error)
    if run.failed:
        raise typer.Exit(FAILED)


def _restore(book: "Ledger", name: str, run: Run) -> None:
    from zufolge.export.restoring import restore as put_back

    articles = statements = known = 0
    with opened(name) as (file, told):
        for each in put_back(book, file, told):
            if isinstance(each, RecordError):
                run.fail(f"{each.article}: {each.message}")
            elif each.new:
                articles, statements = articles + 1, statements + each.statements
            else:
                known += 1
    typer.echo(
        f"{told}: {articles} articles, {statements} statements; {known} articles known before"
    )
