"""Files of older versions, of newer ones, and of others."""

import os
import sqlite3
from pathlib import Path

import apsw
import pytest

from tests.view.hand import report
from zufolge.errors import LedgerError
from zufolge.ledger import Ledger
from zufolge.ledger.opening import VERSION

OLD = (Path(__file__).parent / "data" / "version1.sql").read_text("utf-8")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a ledger as version 1 wrote it."""
    path = tmp_path / "alt.ledger"
    with apsw.Connection(str(path)) as connection:
        connection.execute(OLD)
    connection.close()
    return path


def schema(path: Path) -> set[tuple[str, str, str]]:
    """Return what a file consists of, spaces aside."""
    connection = apsw.Connection(str(path))
    found = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    told = {(str(k), str(name), " ".join(str(sql).split())) for k, name, sql in found.fetchall()}
    connection.close()
    return told


def test_a_ledger_of_version_1_opens_with_all_that_is_in_it(old: Path, tmp_path: Path) -> None:
    before = apsw.Connection(str(old)).execute("SELECT * FROM batches").fetchall()
    with Ledger(old, create=False) as ledger:
        assert list(ledger.reports()) == [report()]
        [relation] = ledger.relations()
        assert relation.kind == "contradicts"
        assert [failure.source for failure in ledger.failures()] == ["leer.txt"]
        assert ledger.verify().batches == len(before) == 4
        assert ledger.connection.execute("PRAGMA user_version").get == VERSION
        ledger.fail("x.txt", None, "kaputt")
        assert ledger.verify().batches == 5
    Ledger(tmp_path / "neu.ledger").close()
    assert schema(old) == schema(tmp_path / "neu.ledger")


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "neuer.ledger"
    Ledger(path).close()
    connection = apsw.Connection(str(path))
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    with pytest.raises(LedgerError, match=r"written by a newer zufolge .* update zufolge"):
        Ledger(path)


def test_files_of_others_are_refused_and_left_alone(tmp_path: Path) -> None:
    foreign, text = tmp_path / "fremd.db", tmp_path / "text.ledger"
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE recipes (name)")
    connection.close()
    text.write_bytes(b"Es regnete.\n" * 100)
    for path, reason in (
        (foreign, "an SQLite file of another program"),
        (text, "it is no SQLite file"),
        (tmp_path, "it is a folder, not a ledger"),
        (tmp_path / "nirgends" / "x.ledger", "there is no folder"),
    ):
        before = path.read_bytes() if path.is_file() else None
        with pytest.raises(LedgerError, match=reason) as refused:
            Ledger(path)
        assert refused.value.article == str(path)
        assert (path.read_bytes() if path.is_file() else None) == before


def test_a_missing_or_empty_ledger_is_made_only_if_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "neu.ledger"
    with pytest.raises(LedgerError, match="there is no such ledger"):
        Ledger(path, create=False)
    path.touch()
    with pytest.raises(LedgerError, match="it is an empty file"):
        Ledger(path, create=False)
    with Ledger(path) as ledger:
        assert ledger.verify().entries == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not bind root")
def test_a_ledger_that_must_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "geheim.ledger"
    Ledger(path).close()
    path.chmod(0)
    with pytest.raises(LedgerError, match="permissions"):
        Ledger(path)
