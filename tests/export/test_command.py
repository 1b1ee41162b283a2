"""``zufolge export`` from the command line."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner, Result

from tests.export.harbour import content
from zufolge.cli import app
from zufolge.cli.export import ExportFormat
from zufolge.export import FORMATS, write

ROOT = Path(__file__).parents[2]


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Return a file of records."""
    file = tmp_path / "hafen.jsonl"
    file.write_bytes(b"".join(write(content(), "jsonl")))
    return file


def run(*arguments: str | Path, data: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, arguments)], input=data)


def test_the_command_knows_the_formats_of_the_package() -> None:
    assert [each.value for each in ExportFormat] == list(FORMATS)


def test_json_lines_are_what_is_exported_by_default(records: Path) -> None:
    result = run(records)
    assert result.exit_code == 0, result.output
    assert result.stdout_bytes == records.read_bytes()
    assert run("-", data=records.read_bytes()).stdout_bytes == records.read_bytes()


def test_a_file_appears_whole_and_nothing_beside_it(records: Path, tmp_path: Path) -> None:
    file = tmp_path / "aus.parquet"
    assert run(records, "--format", "parquet", "--output", file).exit_code == 0
    assert pq.read_table(file).num_rows == 5
    assert sorted(path.name for path in tmp_path.iterdir()) == ["aus.parquet", "hafen.jsonl"]


def test_the_file_itself_may_be_written_again(records: Path) -> None:
    before = records.read_bytes()
    assert run(records, "--output", records).exit_code == 0
    assert records.read_bytes() == before


def test_a_damaged_line_is_named_and_the_others_go_on(records: Path) -> None:
    first, rest = records.read_bytes().split(b"\n", 1)
    records.write_bytes(first.replace(b"dicht", b"leck", 1) + b"\n" + rest)
    result = run(records, "--format", "csv")
    assert result.exit_code == 2
    assert len(list(io.StringIO(result.stdout))) == 1 + 3
    [complaint] = result.stderr.splitlines()
    assert complaint.startswith(f"zufolge: {records}, line 1: not a report of the JSON contract")
    assert "id is" in complaint


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["missing.jsonl"], "zufolge: missing.jsonl: there is no such file"),
        (["."], "zufolge: .: it is a directory"),
        ([], "SOURCE"),
        (["examples/hafen.jsonl", "--format", "pdf"], "pdf"),
        (["examples/hafen.jsonl", "--output", "nowhere/x"], "nowhere/x cannot be written"),
    ],
)
def test_what_is_refused_is_said_in_a_sentence(
    arguments: list[str], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    result = run(*arguments)
    assert result.exit_code == 2
    assert reason in result.stderr
    assert "Traceback" not in result.output


def test_parquet_is_not_written_to_a_terminal(records: Path) -> None:
    if not hasattr(os, "openpty"):
        pytest.skip("there are no terminals to open")
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "zufolge", "export", str(records), "--format", "parquet"]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, env=environment)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert b"name a file with --output" in done.stderr


def test_a_reader_that_goes_away_ends_the_export_without_a_word(records: Path) -> None:
    command = [sys.executable, "-m", "zufolge", "export", str(records)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=environment) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == -signal.SIGPIPE


def test_what_was_exported_is_added_to_a_ledger_as_it_was(records: Path, tmp_path: Path) -> None:
    ledger, file = tmp_path / "neu.ledger", tmp_path / "aus.jsonl"
    for number, (source, added) in enumerate(((records, 2), (file, 0))):
        result = CliRunner().invoke(app, ["add", "--json", str(ledger), str(source)])
        assert result.exit_code == 0, result.output
        told = json.loads(result.stdout)
        assert (told["added"], told["known"]) == (added, 2 - added), number
        assert run(ledger, "--output", file).exit_code == 0
    other = tmp_path / "anders.ledger"
    assert CliRunner().invoke(app, ["add", str(other), str(file)]).exit_code == 0
    assert run(other).stdout_bytes == file.read_bytes()


def test_a_damaged_record_is_a_failure_and_the_others_are_added(
    records: Path, tmp_path: Path
) -> None:
    first, rest = records.read_bytes().split(b"\n", 1)
    records.write_bytes(first + b"\n{oops\n" + rest)
    result = CliRunner().invoke(app, ["add", "--json", str(tmp_path / "l"), str(records)])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"zufolge: {records}, line 2: it is not JSON")
    told = json.loads(result.stdout)
    assert (told["added"], told["failed"]) == (2, 1)
