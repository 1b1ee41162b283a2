import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ledger.story import RELATIONS, STORY
from tests.view.hand import report
from zufolge.ledger import Ledger


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "sache.ledger"
    with Ledger(path) as ledger:
        for each in (report(), *STORY):
            ledger.add(each, ())
        ledger.relate(RELATIONS)
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


def views(connection: sqlite3.Connection) -> list[str]:
    query = "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name"
    return [name for (name,) in connection.execute(query)]


def test_any_sqlite_reads_every_view(plain: sqlite3.Connection) -> None:
    assert {"statements", "attributed", "chains", "disputes", "origins", "people"} <= {
        *views(plain)
    }
    for view in views(plain):
        plain.execute(f"SELECT * FROM {view}").fetchall()


def test_quotes_are_slices_of_the_text(plain: sqlite3.Connection) -> None:
    quotes = [quote for (quote,) in plain.execute("SELECT quote FROM statements ORDER BY seq")]
    assert quotes[0] == "Die Tanks sind dicht"
    assert quotes[2] == "Sie hat … am Telefon gesagt: ‚Das ist bald vorbei.‘"
    attributed = [quote for (quote,) in plain.execute("SELECT quote FROM attributed ORDER BY seq")]
    assert attributed == quotes


def test_statements_with_speaker_and_dates(plain: sqlite3.Connection) -> None:
    query = """
        SELECT source, speaker, speaker_as_written, published_earliest, published_latest, said
        FROM attributed WHERE speaker = 'Jule Brandt' ORDER BY seq
    """
    assert plain.execute(query).fetchall() == [
        (
            "Kustnytt",
            "Jule Brandt",
            "Hafenkapitänin Jule Brandt",
            "2025-03-12",
            "2025-03-12",
            "2025-03-12",
        ),
        (
            "Vorpommern-Kurier",
            "Jule Brandt",
            "der Hafenkapitänin Jule Brandt",
            "2025-03-01",
            "2025-03-31",
            None,
        ),
    ]


def test_disputes_origins_and_chains(plain: sqlite3.Connection) -> None:
    query = "SELECT kind, quote, other_quote FROM disputes ORDER BY score DESC LIMIT 1"
    assert plain.execute(query).fetchone() == (
        "denies",
        "dass Öl ausgelaufen sei",
        "Öl sei ausgelaufen",
    )
    assert plain.execute("SELECT statements, articles, origins FROM origins").fetchall() == [
        (2, 2, 1)
    ]
    query = "SELECT name FROM chains WHERE statement = ? ORDER BY position"
    told = plain.execute(query, (STORY[1].statements[0].id,)).fetchall()
    assert told == [("Jule Brandt",), ("Kustnytt",)]
