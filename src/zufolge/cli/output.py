"""How commands print: JSON lines, tables, and a bar for people who wait."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

_Result = TypeVar("_Result")


class ViewLanguage(StrEnum):
    """A language that the terminal view has labels in."""

    de = "de"
    en = "en"


def system_language() -> str:
    """Return the language that the system's messages are in, as far as there are labels."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return ViewLanguage.en if value.startswith("en") else ViewLanguage.de
    return ViewLanguage.de


def print_json(record: dict[str, Any]) -> None:
    """Print one line of JSON, at once."""
    print(json.dumps(record, ensure_ascii=False), flush=True)


def console_on(stream: TextIO) -> "Console":
    """Return a console that shows text as it is: no markup, no emoji, no guessed colours."""
    from rich.console import Console

    return Console(file=stream, highlight=False, markup=False, emoji=False)


def with_progress(
    results: Iterable[_Result], total: int, console: "Console", as_json: bool
) -> Iterator[_Result]:
    """Draw a bar while results come, for many files and people who look at a terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    errors = console_on(sys.stderr)
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
