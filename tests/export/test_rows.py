"""CSV: read back by the csv module, and harmless in a spreadsheet."""

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.harbour import content
from tests.export.sound import contents
from zufolge.export import Content, write
from zufolge.export.rows import COLUMNS, inert

FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
# Ids, numbers and words of our own: they are never put into apostrophes.
OURS = {"statement", "article", "type", "stance", "actor_id", "confidence", "start", "end"}


def rows(exported: Content) -> list[dict[str, str]]:
    text = b"".join(write(exported, "csv")).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_statement_is_a_row_in_words() -> None:
    found = rows(content())
    assert [row["quote"] for row in found] == [
        "Die Pumpen 𝟜 und 5 seien dicht",
        "'=SUMME(A1) … und sonst\nnichts",
        "In Sassnitz liefen am Donnerstag 30 Liter Öl aus",
        'Es ist kein "Tropfen" ausgelaufen.',
        "Ruhe",
    ]
    first, _, third, fourth, fifth = found
    assert first["chain"] == "Prüfbericht → Ilse Brandt → Küstenfunk"
    assert (first["speaker"], first["actor"]) == ("Hafenmeisterin Ilse Brandt", "Ilse Brandt")
    assert first["said"] == "[2025-03-06,2025-03-13]"
    assert (first["published"], first["source"]) == ("2025-03", "'@Hafenblick")
    assert (third["places"], third["cue"]) == ("Sassnitz", "teilte … mit")
    assert (fourth["actor"], fourth["actor_id"]) == ("Ilse Brandt", "b0b0b0b0b0b0b0b0")
    assert (fifth["speaker"], fifth["actor"]) == ("Sie", "")


def test_offsets_point_into_the_text_by_code_points() -> None:
    row = rows(content())[0]
    text = next(iter(content().reports)).article.text
    assert text[int(row["start"]) : int(row["end"])] == row["quote"]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2 Grad", "'-2 Grad"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("'s war", "''s war"),
        ("etwa 2+2", "etwa 2+2"),
        ("", ""),
    ],
)
def test_a_cell_like_a_formula_is_inert(cell: str, written: str) -> None:
    assert inert(cell) == written


@given(st.text())
def test_an_apostrophe_taken_away_gives_what_stood_there(cell: str) -> None:
    assert inert(cell).removeprefix("'") == cell or inert(cell) == cell
    assert not FORMULA.match(inert(cell))
    assert inert(cell) != cell or not cell.startswith("'")


@given(contents())
def test_any_content_is_a_table_without_formulas(made: Content) -> None:
    found = rows(made)
    assert len(found) == sum(len(report.statements) for report in made.reports)
    for row in found:
        assert None not in row
        assert not any(FORMULA.match(cell) for name, cell in row.items() if name not in OURS)


def test_the_columns_are_documented_in_order() -> None:
    page = (Path(__file__).parents[2] / "docs" / "export.md").read_text("utf-8")
    section = page.split("## CSV", 1)[1].split("\n## ", 1)[0]
    assert tuple(re.findall(r"^\| `(\w+)` \| .", section, re.MULTILINE)) == COLUMNS
