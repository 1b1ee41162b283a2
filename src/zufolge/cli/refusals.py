"""What is refused becomes one sentence on standard error and an exit status."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import typer

from zufolge.errors import ZufolgeError

FAILED = 2


@dataclass(slots=True)
class Run:
    """What is known of a run: file names by article id, and how many files failed."""

    names: dict[str, str] = field(default_factory=dict)
    failed: int = 0

    def fail(self, error: object) -> None:
        """Say what was wrong with one file, in one sentence, and count it."""
        self.failed += 1
        typer.echo(f"zufolge: {error}", err=True)


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what zufolge refuses into one sentence and an exit status."""
    try:
        yield
    except ZufolgeError as error:
        typer.echo(f"zufolge: {error}", err=True)
        raise typer.Exit(FAILED) from error
