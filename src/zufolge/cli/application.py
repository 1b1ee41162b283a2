"""The application that every command registers with."""

import signal
import sys
from typing import Annotated

import typer

from zufolge import __version__

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


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


def main() -> None:
    """Run the command line."""
    if hasattr(signal, "SIGPIPE"):
        # Like any filter: when the reader of a pipe goes away, stop without a word.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
