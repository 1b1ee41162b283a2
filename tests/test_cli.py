import json
import os
import re
import shlex
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.main import get_command
from typer.testing import CliRunner, Result

from tests.workplace import furnish
from zufolge import __version__
from zufolge.cli import app
from zufolge.contract import report_from_json

ROOT = Path(__file__).parents[1]
TANKER, PAGE = ROOT / "examples" / "tanker.txt", ROOT / "examples" / "bibliothek.html"
SCHEMA = json.loads((ROOT / "docs" / "contract.schema.json").read_text("utf-8"))
HEAVY = {"numpy", "onnxruntime", "trafilatura", "lingua", "tokenizers", "scipy", "lxml"}


def commands(group: Any, path: str = "") -> dict[str, Any]:  # noqa: ANN401
    """Return a command and all that are below it, by their names."""
    found = {path: group}
    for name, inner in getattr(group, "commands", {}).items():
        found |= commands(inner, f"{path} {name}".strip())
    return found


COMMANDS = commands(get_command(app))
ROUTE = {"PYTHONPATH": str(ROOT / "src")}


@pytest.fixture(autouse=True)
def _in_the_repository(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(ROOT)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    yield


def run(*arguments: str | Path, data: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments], input=data)


def complaints(result: Result) -> list[str]:
    return result.stderr.splitlines()


def test_json_is_a_line_an_article_and_a_line_of_relations() -> None:
    result = run("read", "--json", TANKER, PAGE)
    assert result.exit_code == 0, result.output
    first, second, last = (json.loads(line) for line in result.stdout.splitlines())
    for line in (first, second, last):
        Draft202012Validator(SCHEMA).validate(line)
    assert first["article"]["source"] == "Nordische Nachrichtenagentur"
    assert second["article"]["source"] == "Lindauer Morgen"
    known = {each["id"]: each for line in (first, second) for each in line["statements"]}
    denials = [each for each in last["relations"] if each["kind"] == "denies"]
    # "Eigner des Schiffes wiesen das zurück"
    assert any(known[each["from"]]["stance"] == "denies" for each in denials)
    assert {each[end] for each in last["relations"] for end in ("from", "to")} <= set(known)
    report = report_from_json(first)
    for statement in report.statements:
        assert all(0 <= s < e <= len(report.article.text) for s, e in statement.quote)


def test_the_example_is_read_as_a_person_would() -> None:
    report = report_from_json(json.loads(run("read", "--json", TANKER).stdout.splitlines()[0]))
    text = report.article.text
    found = {" … ".join(span.of(text) for span in each.quote): each for each in report.statements}
    direct = next(each for quote, each in found.items() if quote.startswith("Der Wind dreht"))
    assert direct.type == "direct"
    assert direct.speaker is not None
    assert "Dahlgaard" in direct.speaker.spans[0].of(text)
    assert any("40 Tonnen Schweröl" in quote for quote in found)


def test_reading_twice_gives_the_same_bytes() -> None:
    assert run("read", "--json", TANKER).stdout_bytes == run("read", "--json", TANKER).stdout_bytes


def test_standard_input_is_read_like_a_file() -> None:
    piped = run("read", "--json", "-", data=TANKER.read_bytes())
    assert piped.stdout == run("read", "--json", TANKER).stdout


def test_a_folder_stands_for_the_files_in_it(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.txt").write_bytes(TANKER.read_bytes())
    (tmp_path / "b.html").write_bytes(PAGE.read_bytes())
    (tmp_path / "c.gold.json").write_text("{}")
    result = run("read", "--json", tmp_path)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 3


BAD = [
    (b"", "there is no text in it"),
    (b"%PDF-1.7 x", "it is a PDF document, not a text"),
    (b"\x00\x01\x02", "it is binary, not a text"),
    (b"date 2025-02-30\n\nEs regnete.", "there is no such date as '2025-02-30'"),
]


@pytest.mark.parametrize(("data", "reason"), BAD)
def test_a_bad_file_is_one_sentence_and_the_others_go_on(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(data)
    result = run("read", "--json", bad, TANKER)
    assert result.exit_code == 2
    assert len(result.stdout.splitlines()) == 2
    [complaint] = complaints(result)
    assert complaint.startswith(f"zufolge: {bad}: {reason}")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["read", "missing.txt"], "zufolge: missing.txt: there is no such file"),
        (
            ["read", "https://example.org/bericht"],
            "zufolge: https://example.org/bericht: pages of the web are not fetched; save the page "
            "and name its file",
        ),
        (["read", "src/zufolge/languages/de"], "no text or HTML file is in this folder"),
        (["read", "--model", "docs", "examples/tanker.txt"], "docs is not a model folder"),
        (["read", "--json", "--text", "examples/tanker.txt"], "exclude each other"),
        (["read", "--lang", "fr", "examples/tanker.txt"], "fr"),
        (["read"], "FILE"),
        (["evaluate", "missing"], "zufolge: missing: does not exist"),
        (["evaluate", "src"], "zufolge: src: is none of the known forms"),
        (["summarise"], "summarise"),
    ],
)
def test_what_is_refused_is_said_in_words(arguments: list[str], reason: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert reason in result.stderr
    assert "Traceback" not in result.output


def test_the_overview_speaks_the_language_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    german, english = run("read", TANKER), run("read", "--lang", "en", TANKER)
    assert german.stdout.splitlines()[1] == "November 2024 · Nordische Nachrichtenagentur"
    assert " · direkt · " in german.stdout
    assert " · direct · " in english.stdout
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert run("read", TANKER).stdout == english.stdout
    monkeypatch.setenv("LC_ALL", "de_AT.UTF-8")
    assert run("read", TANKER).stdout == german.stdout


def test_piped_output_is_plain() -> None:
    for result in (run("read", TANKER), run("read", "--text", TANKER)):
        assert result.exit_code == 0
        assert "\x1b" not in result.stdout


def test_the_text_is_shown_whole_with_its_quotations_marked() -> None:
    shown = run("read", "--text", TANKER).stdout
    assert re.search(r"„⟦\d+ Der Wind dreht, das macht uns Sorgen⟧“, sagte", shown)
    body = TANKER.read_text("utf-8").split("\n\n", 1)[1]
    assert body.strip() in re.sub(r"⟦\d+ |⟧", "", shown)


def test_several_files_are_told_apart() -> None:
    shown = run("read", TANKER, PAGE).stdout
    assert [line for line in shown.splitlines() if line.startswith("── ")] == [
        f"── {TANKER}",
        f"── {PAGE}",
    ]


def test_what_was_done_to_read_a_file_is_said(tmp_path: Path) -> None:
    file = tmp_path / "alt.txt"
    file.write_bytes(TANKER.read_text("utf-8").replace("ø", "ö").encode("cp1252"))
    result = run("read", "--json", file)
    assert result.exit_code == 0
    assert any("Windows-1252" in line for line in complaints(result))
    assert "Windows-1252" in run("read", file).stdout


def test_evaluate_gives_tables_and_json() -> None:
    table = run("evaluate", "examples/dossier")
    assert table.exit_code == 0, table.output
    assert "1 dossiers, 1 articles" in table.stdout
    told = json.loads(run("evaluate", "--json", "examples/dossier").stdout)
    assert (told["path"], told["format"]) == ("examples/dossier", "dossiers")


def test_evaluate_scores_named_entities(tmp_path: Path) -> None:
    rows = ["Der\tO", "Hafen\tO", "von\tO", "Rostock\tB-LOC", "ist\tO", "gesperrt\tO", ".\tO"]
    file = tmp_path / "names.tsv"
    lines = (f"{number}\t{row}\tO\n" for number, row in enumerate(rows, 1))
    file.write_text("".join(lines), "utf-8")
    told = json.loads(run("evaluate", "--json", file).stdout)
    assert (told["format"], told["LOC"]["f1"]) == ("entities", 1.0)


def test_a_reader_that_goes_away_ends_the_program_without_a_word() -> None:
    command = [sys.executable, "-m", "zufolge", "read", "--json", str(TANKER), str(PAGE)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=os.environ | ROUTE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read().decode().splitlines()
    assert [line for line in told if not line.startswith("zufolge: ")] == []
    assert process.returncode == -signal.SIGPIPE


# A program of one command, with the kinds of parameters that ours have.
BARE = """
import pathlib, typing, typer
app = typer.Typer()
@app.command()
def read(paths: list[pathlib.Path], json: bool = False, name: str | None = None) -> None:
    "Read."
app()
"""


def test_help_loads_nothing_heavy_and_answers_at_once() -> None:
    code = "import sys, zufolge.cli; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.check_output(
        [sys.executable, "-c", code], env=os.environ | ROUTE, text=True
    )
    assert not HEAVY & set(loaded.split())
    # How long the command line's library takes depends on the machine, and on what else it does:
    # what we add is measured in turn with a bare program, so that both are slowed down alike.
    added = [
        _seconds("-m", "zufolge", "read", "--help") - _seconds("-c", BARE, "--help")
        for _ in range(7)
    ]
    assert min(added) < 0.1


def _seconds(*arguments: str) -> float:
    """Return how long Python takes with some arguments."""
    start = perf_counter()
    subprocess.check_output([sys.executable, *arguments], env=os.environ | ROUTE)
    return perf_counter() - start


def test_version_is_that_of_the_package() -> None:
    assert run("--version").stdout == f"zufolge {__version__}\n"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["tool"]["hatch"]["version"]["path"] == "src/zufolge/__init__.py"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_ends_with_an_example_that_runs(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnish(tmp_path)
    monkeypatch.chdir(tmp_path)
    shown = run(*name.split(), "--help").stdout
    example = re.fullmatch(
        r"Example: zufolge (.+)", " ".join(shown.strip().split("\n\n")[-1].split())
    )
    assert example, f"the help of zufolge {name} ends without an example"
    result = run(*shlex.split(example[1]))
    assert result.exit_code == 0, result.output
    assert result.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_documents_every_command_and_option(name: str) -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    heading = f"zufolge {name}".strip()
    section = re.search(rf"^## {heading}$(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert section, f"docs/commands.md has no section {heading}"
    documented = set(re.findall(r"^\| `([\w-]+)` \| .", section[1], re.MULTILINE))
    expected = {"--help"}
    for parameter in COMMANDS[name].params:
        long = [option for option in parameter.opts if option.startswith("--")]
        expected |= set(long or [parameter.metavar])
    assert documented == expected


def test_the_page_documents_no_command_that_there_is_not() -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    headings = re.findall(r"^## zufolge ?(.*)$", page, re.MULTILINE)
    assert set(headings) == set(COMMANDS)


def test_several_files_are_shown_with_their_relations() -> None:
    result = run("read", TANKER, PAGE, "--lang", "en")
    assert result.exit_code == 0, result.output
    assert "\nRelations\n" in result.stdout
    assert "    denies · " in result.stdout.split("\nRelations\n")[1]


def test_one_file_alone_is_shown_without_relations() -> None:
    assert "Relations" not in run("read", TANKER, "--lang", "en").stdout
