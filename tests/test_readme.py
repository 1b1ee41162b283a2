import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from zufolge.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_session_shows_what_the_program_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    session = re.search(r"^    \$ zufolge (.+)\n((?:    .*\n|\n)+)", README, re.MULTILINE)
    assert session, "README.md shows no session"
    shown = [line.removeprefix("    ") for line in session[2].strip("\n").splitlines()]
    result = CliRunner().invoke(app, [*session[1].split(), "--lang", "de"])
    assert result.exit_code == 0
    assert [line.rstrip() for line in shown] == result.stdout.strip("\n").splitlines()


def test_all_links_lead_somewhere() -> None:
    broken = []
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        text = page.read_text("utf-8")
        for target in re.findall(r"\]\(((?!https?:)[^)#]+)", text):
            if not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert broken == []
