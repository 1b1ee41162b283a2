"""How commands print what a ledger answers: lines to read, JSON lines, or CSV."""

import csv
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from zufolge.cli.output import ViewLanguage, console_on, print_json, system_language
from zufolge.cli.refusals import refusals

if TYPE_CHECKING:
    from zufolge.ledger import Frame, Ledger
    from zufolge.view.line import Line
    from zufolge.view.wording import Labels

_Record = TypeVar("_Record")


@contextmanager
def opened(path: Path) -> "Iterator[Ledger]":
    """Open a ledger that is there already; what it refuses is one sentence."""
    from zufolge.ledger import Ledger

    with refusals(), Ledger(path, create=False) as ledger:
        yield ledger


def print_answer(
    found: "Frame[_Record]",
    lines: "Callable[[Frame[_Record], Labels], list[Line]]",
    *,
    as_json: bool,
    as_csv: bool,
    lang: ViewLanguage | None,
    page: tuple[int, int] | None = None,
) -> None:
    """Print an answer.

    Args:
        found: the records.
        lines: what they look like in a terminal.
        as_json: print one JSON object a line instead.
        as_csv: print comma-separated values instead.
        lang: the language of the labels.
        page: limit and offset, where there may be more.
    """
    if as_json and as_csv:
        raise typer.BadParameter("--json and --csv exclude each other")
    if as_json:
        for record in found.records():
            print_json(record)
    elif as_csv:
        _print_csv(found)
    else:
        _print_lines(found, lines, lang, page)


def _print_csv(found: "Frame[Any]") -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(found.columns)
    writer.writerows(found.cells())


def _print_lines(
    found: "Frame[_Record]",
    lines: "Callable[[Frame[_Record], Labels], list[Line]]",
    lang: ViewLanguage | None,
    page: tuple[int, int] | None,
) -> None:
    from zufolge.view import labels
    from zufolge.view.line import put

    words, console = labels(lang or system_language()), console_on(sys.stdout)
    for line in lines(found, words):
        put(line, console)
    if not found:
        console.print(words.told("nothing"), style="dim")
    elif page is not None and len(found) == page[0]:
        console.print()
        console.print(words.told("more", offset=sum(page)), style="dim")
