"""``zufolge export``: a ledger, or records that were read, in the form of another program."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from zufolge.cli.application import app
from zufolge.cli.inputs import opened
from zufolge.cli.refusals import FAILED, Run, refusals
from zufolge.errors import ExportError, RecordError

if TYPE_CHECKING:
    from zufolge.export import Content

_LEDGER = b"SQLite format 3\0"


class ExportFormat(StrEnum):
    """A format that can be exported; a test holds it to ``zufolge.export.FORMATS``."""

    jsonl = "jsonl"
    csv = "csv"
    webannotation = "webannotation"
    schemaorg = "schemaorg"
    geojson = "geojson"
    prov = "prov"
    parquet = "parquet"
    ftm = "ftm"


@app.command(epilog="Example: zufolge export hafen.ledger --format csv")
def export(
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE", help="A ledger, a file of JSON lines, or - for standard input."
        ),
    ],
    form: Annotated[
        ExportFormat, typer.Option("--format", help="The form of the export.")
    ] = ExportFormat.jsonl,
    output: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write here; to standard output if left out."),
    ] = None,
) -> None:
    """Export statements in the form of another program.

    A line that cannot be read is named in one sentence on standard error; the others go on, and
    the exit status is 2.
    """
    from zufolge.export import FORMATS, write

    run = Run()
    with refusals():
        if FORMATS[form].binary and output is None and sys.stdout.isatty():
            raise ExportError(f"{form} is binary, not for a terminal; name a file with --output")
        with _content(source, run) as content, _file(output) as file:
            _copy(write(content, form), file)
    if run.failed:
        raise typer.Exit(FAILED)


@contextmanager
def _content(source: str, run: Run) -> "Iterator[Content]":
    from zufolge.export.reading import read_records

    def refuse(error: RecordError) -> None:
        run.fail(f"{error.article}: {error.message}")

    with opened(source) as (file, name):
        start = file.read(len(_LEDGER))
        file.seek(0)
        if start != _LEDGER:
            yield read_records(file, name, refuse).content
            return
    with _ledger(source) as content:
        yield content


@contextmanager
def _ledger(path: str) -> "Iterator[Content]":
    from zufolge.export.stored import stored
    from zufolge.ledger import Ledger

    with Ledger(path, create=False) as ledger, stored(ledger) as content:
        yield content


@contextmanager
def _file(output: Path | None) -> Iterator[BinaryIO]:
    """Open the output; a file appears whole or, if something goes wrong, not at all."""
    if output is None:
        yield sys.stdout.buffer
        return
    part = output.with_name(f".{output.name}.{os.getpid()}.part")
    with _writing(output):
        file = part.open("wb")
    try:
        with file:
            yield file
        with _writing(output):
            part.replace(output)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _writing(output: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportError(f"{output} cannot be written: {error.strerror or error}") from error


def _copy(pieces: Iterable[bytes], file: BinaryIO) -> None:
    for piece in pieces:
        file.write(piece)
    file.flush()
