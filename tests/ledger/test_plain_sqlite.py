import sqlite3
from pathlib import Path

from tests.view.hand import report
from zufolge.ledger import Ledger


def test_any_sqlite_reads_the_views(tmp_path: Path) -> None:
    path = tmp_path / "sache.ledger"
    with Ledger(path) as ledger:
        ledger.add(report())
    plain = sqlite3.connect(path)
    views = [
        name for (name,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'view'")
    ]
    assert "statements" in views
    for view in views:
        plain.execute(f"SELECT * FROM {view}").fetchall()
    quotes = [quote for (quote,) in plain.execute("SELECT quote FROM statements ORDER BY seq")]
    assert quotes[0] == "Die Tanks sind dicht"
    assert quotes[2] == "Sie hat … am Telefon gesagt: ‚Das ist bald vorbei.‘"
    plain.close()
