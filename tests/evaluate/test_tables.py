from io import StringIO
from pathlib import Path

from rich.console import Console

from tests.evaluate.lindental import write
from zufolge.evaluate import (
    DossierScores,
    QuotationScores,
    TimeScores,
    evaluate_dossiers,
    evaluate_quotations,
    evaluate_times,
    load_dossiers,
    tables,
)
from zufolge.evaluate.dossier_scores import SHARES, TALLIES
from zufolge.evaluate.timeml import TimeText
from zufolge.mention import Time
from zufolge.report import Report
from zufolge.span import Span


def lines(scores: QuotationScores | DossierScores | TimeScores) -> list[list[str]]:
    """Return the cells of all rows."""
    console = Console(width=120, record=True, file=StringIO())
    for table in tables(scores):
        console.print(table)
    rows = console.export_text().splitlines()
    return [[cell.strip() for cell in row.split("│")[1:-1]] for row in rows if "│" in row]


def test_dossiers_show_every_figure(tmp_path: Path) -> None:
    (dossier,) = load_dossiers(write(tmp_path / "d1"))
    first, second = dossier.reports()
    shown = lines(evaluate_dossiers([dossier], lambda _: [first, Report(second.article)]))
    assert ["statements", "100.0", "50.0", "66.7", "4", "2"] in shown
    assert ["relation denies", "–", "0.0", "0.0", "1", "0"] in shown
    assert ["relation differs", "–", "–", "–", "0", "0"] in shown
    assert ["origins", "0.0", "1"] in shown
    assert len(shown) == len(TALLIES) + len(SHARES)


def test_times() -> None:
    text = TimeText("t", "Gestern.", "2031-05-14", (Time(Span(0, 7), "date", "2031-05-13"),))
    shown = lines(evaluate_times([text], lambda *_: [Time(Span(0, 7), "date", "2031-05-12")]))
    assert shown[0] == ["strict", "100.0", "100.0", "100.0", "1", "1"]
    assert shown[1] == ["strict + value", "0.0", "0.0", "0.0", "1", "1"]


def test_quotations_without_documents() -> None:
    shown = lines(evaluate_quotations([], lambda _: []))
    assert ["joint", "–", "–", "–", "0.0–0.0"] in shown
    assert ["indirect_free_indirect", "–", "–", "–", "0", "0", "–"] in shown
