"""What the pages show is what the program prints."""

import re
import shlex
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.ledger.story import RELATIONS, STORY
from tests.workplace import LEDGER, ROOT
from zufolge.cli import app
from zufolge.contract import relations_to_json, report_to_json
from zufolge.ledger import Ledger

QUESTIONS = (ROOT / "docs" / "questions.md").read_text("utf-8")
VIEWS = (ROOT / "docs" / "views.md").read_text("utf-8")
SESSION = re.compile(r"^    \$ zufolge (.+)\n((?:    (?!\$).*\n|\n(?=    (?!\$)))*)", re.MULTILINE)


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    with Ledger(LEDGER) as ledger:
        for report in STORY:
            ledger.add(report, ())
        ledger.relate(RELATIONS)
    return tmp_path / LEDGER


def test_the_answers_on_the_page_are_those_of_the_program(harbour: Path) -> None:
    shown = list(SESSION.finditer(QUESTIONS))
    assert len(shown) > 8
    for match in shown:
        result = CliRunner().invoke(app, shlex.split(match[1]))
        expected = "".join(line.removeprefix("    ") for line in match[2].splitlines(keepends=True))
        assert expected.strip("\n") == result.output.strip("\n"), match[1]


def test_the_page_explains_every_column_of_the_views(harbour: Path) -> None:
    plain = sqlite3.connect(harbour)
    for view in ("attributed", "chains", "disputes", "origins", "people"):
        section = re.search(rf"^### {view}$(.*?)(?=^##|\Z)", VIEWS, re.MULTILINE | re.DOTALL)
        assert section, view
        cells = re.findall(r"^\| (`.+?) \|", section[1], re.MULTILINE)
        explained = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}
        columns = {name for _, name, *_ in plain.execute(f"PRAGMA table_info({view})")}
        assert explained == columns, view
    plain.close()


def test_the_example_is_the_story() -> None:
    lines = (ROOT / "examples" / "hafen.jsonl").read_text("utf-8").splitlines()
    assert lines == example()


def example() -> list[str]:
    """Return the lines of ``examples/hafen.jsonl``."""
    import json

    told = [report_to_json(report) for report in STORY] + [relations_to_json(RELATIONS, [])]
    return [json.dumps(each, ensure_ascii=False) for each in told]
