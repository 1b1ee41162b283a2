"""Files, folders and standard input become articles."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from zufolge.cli.refusals import Run
from zufolge.errors import SourceError

if TYPE_CHECKING:
    from zufolge.article import Article

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard input"
SUFFIXES = (".txt", ".html", ".htm", ".xhtml")


def expand(files: Sequence[str], run: Run) -> list[str]:
    """Replace folders by the text and HTML files in them, in the order of their names."""
    paths = []
    for name in files:
        if name == STANDARD_INPUT or not Path(name).is_dir():
            paths.append(name)
            continue
        inside = [path for path in sorted(Path(name).rglob("*")) if path.suffix.lower() in SUFFIXES]
        if not inside:
            run.fail(f"{name}: no text or HTML file is in this folder")
        paths += [str(path) for path in inside]
    return paths


def read_articles(
    paths: Iterable[str],
    run: Run,
    *,
    refuse: Callable[[str, SourceError], None] | None = None,
) -> "Iterator[Article]":
    """Read files one by one as they are asked for; one that fails is named and left out.

    Args:
        paths: files, or - for standard input.
        run: where names and failures are kept.
        refuse: told of each file that fails, beside the user.
    """
    from zufolge.sources import read_bytes, read_file

    for name in paths:
        try:
            if name == STANDARD_INPUT:
                article = read_bytes(sys.stdin.buffer.read(), STANDARD_INPUT_NAME)
            else:
                article = read_file(Path(name))
        except SourceError as error:
            run.fail(f"{called(name)}: {error.message}")
            if refuse:
                refuse(called(name), error)
            continue
        run.names[article.id] = called(name)
        yield article


@contextmanager
def opened(name: str) -> Iterator[tuple[BinaryIO, str]]:
    """Open a file of records, or standard input, to be read twice; tell what to call it."""
    if name != STANDARD_INPUT:
        from zufolge.sources import open_file

        with open_file(Path(name)) as file:
            yield file, name
        return
    from shutil import copyfileobj
    from tempfile import TemporaryFile

    # Reports are put in order before they are used, and a pipe can be read only once.
    with TemporaryFile() as kept:
        copyfileobj(sys.stdin.buffer, kept)
        kept.seek(0)
        yield cast(BinaryIO, kept), STANDARD_INPUT_NAME


def called(name: str) -> str:
    """Return what to call a file in messages."""
    return STANDARD_INPUT_NAME if name == STANDARD_INPUT else name
