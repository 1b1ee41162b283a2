"""Opens the file of a ledger: a new one, one of this version, or one of an older version."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import apsw
import sqlite_vec

from zufolge.errors import LedgerError
from zufolge.ledger import derived
from zufolge.ledger.asking import row

VERSION = 2
APPLICATION = 0x7A756667  # "zufg"
IN_MEMORY = ":memory:"
BUSY_SECONDS = 60
_PAUSE_SECONDS = 0.05


def connect(path: str | Path, *, create: bool = True) -> apsw.Connection:
    """Open a ledger.

    Args:
        path: the file, or ``:memory:``.
        create: make a new one if there is none.

    Returns:
        The open connection; the schema is that of this version.

    Raises:
        LedgerError: if it is missing and must not be created, is no ledger, is of a newer version,
            or cannot be opened.
    """
    place = str(path)
    if place != IN_MEMORY:
        _refuse_missing(Path(path), create)
    with explained(place):
        connection = apsw.Connection(place)
        connection.set_busy_timeout(BUSY_SECONDS * 1000)
        _extend(connection)
        try:
            _prepare(connection, place, create)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def writing(connection: apsw.Connection) -> Iterator[None]:
    """Run a block as one transaction that writes; others who want to write wait for their turn."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn what SQLite reports into one sentence about the ledger at ``place``."""
    try:
        yield
    except apsw.Error as error:
        raise LedgerError(_reason(error), article=place) from error


def _refuse_missing(path: Path, create: bool) -> None:
    if path.is_dir():
        raise LedgerError("it is a folder, not a ledger", article=str(path))
    if not create and not path.exists():
        message = "there is no such ledger; zufolge add makes one"
        raise LedgerError(message, article=str(path))
    if not path.parent.is_dir():
        raise LedgerError(f"there is no folder {path.parent}", article=str(path))


def _prepare(connection: apsw.Connection, place: str, create: bool) -> None:
    version = _version(connection, place)
    if not version and not create:
        raise LedgerError("it is an empty file, not a ledger", article=place)
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = FULL")
    if version < VERSION:
        with writing(connection):
            # Another process may have been faster.
            _migrate(connection, _version(connection, place))
    if not derived.is_current(connection):
        with writing(connection):
            if not derived.is_current(connection):
                derived.rebuild(connection)


def _extend(connection: apsw.Connection) -> None:
    """Load sqlite-vec, which searches sentence vectors."""
    connection.enable_load_extension(True)
    connection.load_extension(sqlite_vec.loadable_path())
    connection.enable_load_extension(False)


def _version(connection: apsw.Connection, place: str) -> int:
    """Return the number of the file's schema, 0 for a new file; refuse what is no ledger."""
    application, version, tables = row(
        connection,
        "SELECT (SELECT application_id FROM pragma_application_id),"
        " (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_master)",
    )
    if application == tables == version == 0:
        return 0
    if application != APPLICATION:
        message = "it is an SQLite file of another program, not a ledger of zufolge"
        raise LedgerError(message, article=place)
    if version > VERSION:
        raise LedgerError(
            f"it was written by a newer zufolge (schema {version}, known here: {VERSION});"
            " update zufolge to open it",
            article=place,
        )
    return int(version)


def _write_ahead(connection: apsw.Connection) -> None:
    """Let readers read while somebody writes; two processes may ask for this at once."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except apsw.BusyError:
            if time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE_SECONDS)


def _migrate(connection: apsw.Connection, version: int) -> None:
    """Bring the schema from one version to this one, in the transaction that is under way."""
    folder = files("zufolge.ledger")
    if not version:
        connection.execute(folder.joinpath("schema.sql").read_text("utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
    else:
        for number in range(version + 1, VERSION + 1):
            script = folder.joinpath("migrations", f"{number}.sql")
            connection.execute(script.read_text("utf-8"))
        _show_anew(connection, folder.joinpath("schema.sql").read_text("utf-8"))
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _show_anew(connection: apsw.Connection, schema: str) -> None:
    """Make the views of the schema anew: they stand behind its tables."""
    derived.drop(connection)
    views = "SELECT name FROM sqlite_master WHERE type = 'view'"
    for (view,) in connection.execute(views).fetchall():
        connection.execute(f"DROP VIEW {view}")
    connection.execute(schema[schema.index("CREATE VIEW") :])


def _reason(error: apsw.Error) -> str:
    match error:
        case apsw.NotADBError():
            return "it is no SQLite file, so it is not a ledger"
        case apsw.BusyError():
            return f"another program has been writing to it for {BUSY_SECONDS} seconds; try again"
        case apsw.ReadOnlyError() | apsw.PermissionsError():
            return "its permissions forbid writing to it"
        case apsw.CantOpenError():
            return "it cannot be opened; are its permissions and those of its folder right?"
        case apsw.FullError():
            return "there is no space left to write to it"
        case apsw.CorruptError():
            return f"the file is damaged: {error}"
        case _:
            return f"SQLite refuses: {error}"
