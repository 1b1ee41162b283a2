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


SESSION = re.compile(r"^    \$ zufolge (.+)\n((?:    (?!\$).*\n|\n(?=    (?!\$)))*)", re.MULTILINE)


def test_the_ledger_answers_as_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    part = README.partition("## Many reports")[2].partition("\n## ")[0]
    shown = list(SESSION.finditer(part))
    assert [match[1].split()[0] for match in shown] == ["add", "disputes", "origins", "verify"]
    for match in shown:
        printed = CliRunner().invoke(app, match[1].split()).output
        expected = "".join(line.removeprefix("    ") for line in match[2].splitlines(keepends=True))
        # The seal covers the moment of adding and random salts: it is another one each time.
        told, wanted = (re.sub(r"[0-9a-f]{64}", "…", text) for text in (printed, expected))
        assert told.strip("\n") == wanted.strip("\n"), match[1]


def test_all_links_lead_somewhere() -> None:
    broken = []
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        text = page.read_text("utf-8")
        for target in re.findall(r"\]\(((?!https?:)[^)#]+)", text):
            if not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert broken == []
