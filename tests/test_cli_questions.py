import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.workplace import LEDGER, furnish
from zufolge.cli import app


@pytest.fixture(autouse=True)
def _workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    furnish(tmp_path)
    monkeypatch.chdir(tmp_path)
    yield


def run(command: str, *arguments: str) -> Result:
    group, _, name = command.partition(" ")
    return CliRunner().invoke(app, [group, *([name] if name else []), LEDGER, *arguments])


ASKED = [
    ("who", ("Brandt",), 2),
    ("about", ("Schiffe", "--limit", "2"), 2),
    ("disputes", (), 3),
    ("disputes", ("--kind", "denies"), 1),
    ("origins", (), 1),
    ("timeline", ("--by", "said"), 2),
    ("timeline", ("--source", "Nordblatt", "--stance", "demands"), 1),
    ("timeline", ("--since", "2025-03-31", "--until", "2025-04-02"), 3),
    ("actor list", ("--limit", "3"), 3),
    ("actor proposals", ("--least", "0.4"), 1),
    ("actor decisions", (), 1),
]


@pytest.mark.parametrize(("command", "arguments", "size"), ASKED)
def test_json_and_csv_tell_the_same(command: str, arguments: tuple[str, ...], size: int) -> None:
    as_json, as_csv = run(command, *arguments, "--json"), run(command, *arguments, "--csv")
    assert (as_json.exit_code, as_csv.exit_code) == (0, 0), as_json.output + as_csv.output
    records = [json.loads(line) for line in as_json.stdout.splitlines()]
    table = list(csv.DictReader(io.StringIO(as_csv.stdout)))
    assert (len(records), len(table)) == (size, size)
    plain = [key for key, cell in records[0].items() if isinstance(cell, str)]
    assert [[row[key] for key in plain] for row in table] == [
        [record[key] or "" for key in plain] for record in records
    ]


@pytest.mark.parametrize(
    ("command", "arguments", "reason"),
    [
        ("who", ("Kleopatra",), "nobody is called 'Kleopatra'"),
        ("who", ("Wessel",), "'Wessel' may be 2 actors: "),
        ("timeline", ("--since", "neulich"), "since 'neulich' is no date; expected 2025, "),
        ("timeline", ("--by", "noon"), "there is no clock 'noon'; expected one of "),
        ("disputes", ("--kind", "same"), "there is no kind 'same'; expected one of denies, "),
        ("about", ("x", "--stance", "lies"), "there is no stance 'lies'; expected one of asserts"),
        ("about", ("x", "--actor", "Kleopatra"), "nobody is called 'Kleopatra'"),
        ("actor merge", ("Kleopatra", "Brandt"), "nobody is called 'Kleopatra'"),
        ("actor split", ("Brandt", "Brandt"), "'Brandt' and 'Brandt' are the same actor of "),
        ("actor undo", ("0123",), "no merge or split '0123' holds; see zufolge actor decisions"),
    ],
)
def test_what_is_refused_is_one_sentence(
    command: str, arguments: tuple[str, ...], reason: str
) -> None:
    result = run(command, *arguments)
    assert result.exit_code == 2
    [complaint] = result.stderr.splitlines()
    assert complaint.startswith(f"zufolge: {reason}")


def test_a_ledger_that_is_not_there_is_not_made() -> None:
    result = CliRunner().invoke(app, ["disputes", "fort.ledger"])
    assert result.exit_code == 2
    assert "fort.ledger: there is no such ledger" in result.stderr
    assert not Path("fort.ledger").exists()


def test_json_and_csv_exclude_each_other() -> None:
    result = run("disputes", "--json", "--csv")
    assert result.exit_code == 2
    assert "exclude each other" in result.stderr


def test_a_page_tells_how_to_go_on() -> None:
    assert "Weiter mit --offset 2." in run("disputes", "--limit", "2").stdout
    rest = run("disputes", "--limit", "2", "--offset", "2").stdout
    assert rest.startswith("[3] bestreitet")
    assert "Weiter" not in rest


def test_nothing_found_is_said() -> None:
    assert run("timeline", "--source", "Niemandsblatt").stdout == "Nichts gefunden.\n"
    assert run("timeline", "--source", "Niemandsblatt", "--lang", "en").stdout == "Nothing found.\n"
    assert run("timeline", "--source", "Niemandsblatt", "--json").stdout == ""


def test_merge_split_and_undo_by_the_command_line() -> None:
    [decision] = [json.loads(line) for line in run("actor decisions", "--json").stdout.splitlines()]
    assert (decision["verdict"], decision["by"]) == ("merge", "mk")
    assert len(json_of("actor list", "Lawrow")) == 1
    assert run("actor undo", decision["judgement"], "--by", "jt").exit_code == 0
    assert len(json_of("actor list", "Lawrow")) == 2
    merged = run("actor merge", "Pjotr Lawrow", "Petr Lavrov", "--reason", "ein Schiff")
    assert merged.stdout.endswith("Pjotr Lawrow = Petr Lavrov\n")
    split = run("actor split", "Pjotr Lawrow", "Petr Lavrov", "--by", "jt")
    assert split.exit_code == 0
    assert len(json_of("actor list", "Lawrow")) == 2
    verdicts = [each["verdict"] for each in json_of("actor decisions")]
    assert verdicts == ["split"]


def json_of(command: str, *arguments: str) -> list[dict[str, str]]:
    """Return the records that a command prints."""
    return [json.loads(line) for line in run(command, *arguments, "--json").stdout.splitlines()]
