"""``zufolge add`` and what can be asked of a ledger afterwards."""

import json
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.ledger.story import AGENCY, RELATIONS, STORY
from zufolge.annotate import annotate_all
from zufolge.article import Article
from zufolge.cli import app
from zufolge.contract import report_to_json
from zufolge.encoder import Model
from zufolge.errors import AnnotationError
from zufolge.ledger import Ledger
from zufolge.report import Report

# The package; as an attribute of zufolge, the name is that of the function.
ANNOTATE = import_module("zufolge.annotate")
TANKER = Path(__file__).parents[2] / "examples" / "tanker.txt"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("date 2025-03\n\nDer Hafen sei leer, sagte Kapitän Jan Olsen.\n")
    Path("leer.txt").write_bytes(b"")
    yield tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_what_is_added_is_there_and_is_not_added_twice(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("add", "--json", "x.ledger", "a.txt", "leer.txt")
    assert first.exit_code == 2
    told = json.loads(first.stdout)
    assert told == {"added": 1, "statements": told["statements"], "known": 0, "failed": 1}
    assert told["statements"] >= 1
    with Ledger("x.ledger", create=False) as ledger:
        [report] = ledger.reports()
        before = ledger.verify()
    assert report.article.date == "2025-03"
    # What is known is not even annotated: the model is not loaded.
    monkeypatch.setattr(ANNOTATE, "load", lambda *_: pytest.fail("the model was loaded"))
    again = run("add", "x.ledger", "a.txt", "leer.txt")
    assert again.stdout == "0 articles with 0 statements added, 1 known already, 1 failed\n"
    with Ledger("x.ledger", create=False) as ledger:
        assert ledger.verify() == before


def test_failures_are_listed_until_they_are_mended(folder: Path) -> None:
    run("add", "x.ledger", "leer.txt", "fehlt.txt")
    listed = run("failures", "x.ledger").stdout.splitlines()
    assert [line.split("  ", 1)[1] for line in listed] == [
        "leer.txt: there is no text in it",
        "fehlt.txt: there is no such file",
    ]
    identity = listed[0].split()[0]
    Path("leer.txt").write_text("Es brenne nicht mehr, teilte die Wehr in Husum mit.\n")
    assert run("add", "x.ledger", "leer.txt").exit_code == 0
    assert "leer.txt" not in run("failures", "x.ledger").stdout
    told = [
        json.loads(e) for e in run("history", "--json", "x.ledger", identity).stdout.splitlines()
    ]
    assert [event["kind"] for event in told] == ["failure", "withdrawal"]
    assert told[0]["withdrawn"] == told[1]["seq"]


def test_an_article_that_cannot_be_annotated_does_not_stop_the_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = annotate_all

    def failing(articles: Iterable[Article], model: Model) -> Iterator[Report | AnnotationError]:
        for article in articles:
            if "Jan Olsen" in article.text:
                yield AnnotationError("ValueError: zu lang", article=article.id, step="annotate")
            else:
                yield from whole([article], model)

    monkeypatch.setattr(ANNOTATE, "annotate_all", failing)
    result = run("add", "--json", "x.ledger", "a.txt", str(TANKER))
    told = json.loads(result.stdout)
    assert (told["added"], told["failed"]) == (1, 1)
    assert "a.txt: ValueError: zu lang" in result.stderr
    assert "a.txt: ValueError: zu lang" in run("failures", "x.ledger").stdout


def test_records_are_added_as_they_are(folder: Path) -> None:
    relations = {
        "relations": [
            {"from": r.source, "kind": r.kind, "to": r.target, "reason": r.reason, "score": r.score}
            for r in RELATIONS
        ],
        "origins": [],
    }
    lines = [*map(report_to_json, STORY), relations]
    Path("r.jsonl").write_text("\n".join(json.dumps(line) for line in [*lines, {"x": 1}]) + "\n")
    told = json.loads(run("add", "--json", "x.ledger", "r.jsonl").stdout)
    assert (told["added"], told["failed"]) == (len(STORY), 1)
    with Ledger("x.ledger", create=False) as ledger:
        assert {report.article.id for report in ledger.reports()} == {r.article.id for r in STORY}
        assert set(ledger.relations()) == set(RELATIONS)
    assert json.loads(run("add", "--json", "x.ledger", "r.jsonl").stdout)["known"] == len(STORY)
    assert run("add", "x.ledger", "nicht.jsonl").exit_code == 2


def test_a_ledger_is_verified_withdrawn_from_and_redacted(folder: Path) -> None:
    with Ledger("x.ledger") as ledger:
        for report in STORY:
            ledger.add(report, [])
    first = run("verify", "x.ledger").stdout.splitlines()
    assert first[0].startswith("nothing was altered: ")
    seal = first[1].removeprefix("newest seal: ")
    statement = AGENCY.statements[0].id
    done = run("withdraw", "x.ledger", statement, "--reason", "verlesen", "--by", "ks")
    assert done.exit_code == 0
    shown = run("history", "x.ledger", statement).stdout
    assert "(withdrawn by #" in shown
    assert "verlesen (ks)" in shown
    options = ("--reason", "Antrag", "--by", "ks")
    redacted = run("redact", "x.ledger", "--name", "Jule Brandt", *options)
    assert redacted.exit_code == 0
    assert "is stored with the name blacked out as" in redacted.stdout
    verified = run("verify", "--json", "x.ledger", "--seal", seal)
    assert json.loads(verified.stdout)["erased"] > 0
    assert "Antrag (ks)" in run("history", "x.ledger", AGENCY.article.id).stdout


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (
            ["verify", "fehlt.ledger"],
            "fehlt.ledger: there is no such ledger; zufolge add makes one",
        ),
        (["verify", "a.txt"], "a.txt: it is no SQLite file, so it is not a ledger"),
        (["add", "a.txt", "a.txt"], "a.txt: it is no SQLite file, so it is not a ledger"),
        (["history", "x.ledger", "nichts"], "x.ledger: nothing is recorded about nichts"),
        (["verify", "x.ledger", "--seal", "12"], "the seal 12 is not among its seals"),
        (["withdraw", "x.ledger", "y", "--reason", "r", "--by", "b"], "nothing with the id y"),
        (["redact", "x.ledger", "--reason", "r", "--by", "b"], "either --article or --name"),
        (["redact", "x.ledger", "--article", "y", "--reason", "r", "--by", "b"], "no article y"),
    ],
)
def test_what_is_refused_is_said_in_a_sentence(
    folder: Path, arguments: list[str], reason: str
) -> None:
    Ledger("x.ledger").close()
    result = run(*arguments)
    assert result.exit_code == 2
    assert reason in " ".join(result.stderr.split())
    assert "Traceback" not in result.output


def test_an_altered_ledger_is_said_with_the_exit_status(folder: Path) -> None:
    with Ledger("x.ledger") as ledger:
        ledger.add(AGENCY, [])
        ledger.connection.execute("DROP TRIGGER entries_stay; DELETE FROM entries WHERE seq = 2")
    result = run("verify", "x.ledger")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "entry 2 of batch 1 is missing" in result.stderr
