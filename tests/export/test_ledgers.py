"""Ledgers: exported in an order of their own, and put back as they were."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from typer.testing import CliRunner

from tests.export.harbour import denial, leak, relations
from tests.export.sound import contents
from zufolge.cli import app
from zufolge.errors import RecordError
from zufolge.export import Content, in_order, write
from zufolge.export.restoring import Restored, restore
from zufolge.export.stored import stored
from zufolge.ledger import Ledger
from zufolge.link import close
from zufolge.relation import Relation
from zufolge.report import Report
from zufolge.statement import Party, Statement


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    """Return a ledger that holds both reports and their relations."""
    with Ledger(":memory:") as made:
        made.add(leak(), ())
        made.add(denial(), relations())
        yield made


def exported(ledger: Ledger, form: str = "jsonl") -> bytes:
    with stored(ledger) as content:
        return b"".join(write(content, form))


def put_back(ledger: Ledger, written: bytes) -> list[Restored | RecordError]:
    return list(restore(ledger, io.BytesIO(written), "file.jsonl"))


def entries(ledger: Ledger) -> int:
    return int(ledger.connection.execute("SELECT count(*) FROM entries").get)


def last(written: bytes) -> dict[str, list[dict[str, object]]]:
    return dict(json.loads(written.splitlines()[-1]))


def test_a_ledger_is_exported_by_date_with_relations_in_order(ledger: Ledger) -> None:
    lines = exported(ledger).splitlines()
    told = [json.loads(line) for line in lines]
    assert [each["article"]["id"] for each in told[:2]] == [leak().article.id, denial().article.id]
    found = [(each["from"], each["kind"], each["to"]) for each in told[2]["relations"]]
    assert found == sorted((r.source, r.kind, r.target) for r in relations())
    [group] = told[2]["origins"]
    assert group["statements"] == sorted(group["statements"])
    assert len(group["names"]) == group["count"]


def test_the_order_of_adding_leaves_no_trace(ledger: Ledger) -> None:
    with Ledger(":memory:") as other:
        other.add(denial(), ())
        other.add(leak(), reversed(relations()))
        for form in ("jsonl", "csv", "webannotation", "schemaorg", "prov"):
            assert exported(other, form) == exported(ledger, form), form


def test_actors_go_by_who_they_are_across_articles(ledger: Ledger) -> None:
    ledger.merge(leak().actors[0].id, denial().actors[1].id, reason="dieselbe", by="Test")
    rows = csv.DictReader(io.StringIO(exported(ledger, "csv").decode(), newline=""))
    found = [row["actor_id"] for row in rows if row["actor"] == "Ilse Brandt"]
    assert len(found) == 2
    assert len({*found}) == 1


@settings(max_examples=25)
@given(contents())
def test_what_is_put_back_is_the_same_content(made: Content) -> None:
    reports = list[Report](made.reports)
    with Ledger(":memory:") as first, Ledger(":memory:") as second:
        for report in reports:
            first.add(report, ())
        first.relate(made.relations)
        for report in reports[:1]:
            for statement in report.statements[:1]:
                first.withdraw(statement.id, reason="falsch", by="Test")
        written = exported(first)
        assert not any(isinstance(each, RecordError) for each in put_back(second, written))
        assert exported(second) == written
        assert second.verify()


def test_judgements_are_put_back_and_count(ledger: Ledger) -> None:
    ledger.merge(leak().actors[0].id, denial().actors[1].id, reason="dieselbe", by="Test")
    written = exported(ledger)
    assert [each["verdict"] for each in last(written)["judgements"]] == ["merge"]
    with Ledger(":memory:") as other:
        put_back(other, written)
        assert exported(other) == written
        assert exported(other, "csv") == exported(ledger, "csv")


def test_putting_back_twice_adds_nothing(ledger: Ledger) -> None:
    written = exported(ledger)
    before = entries(ledger)
    found = put_back(ledger, written)
    assert [each.new for each in found if isinstance(each, Restored)] == [False, False]
    assert entries(ledger) == before


def test_a_run_that_was_cut_off_is_continued(ledger: Ledger) -> None:
    written = exported(ledger)
    with Ledger(":memory:") as other:
        next(restore(other, io.BytesIO(written), "file.jsonl"))
        assert exported(other) != written
        put_back(other, written)
        assert exported(other) == written


def test_what_was_withdrawn_does_not_come_back(ledger: Ledger) -> None:
    ledger.merge(leak().actors[0].id, denial().actors[1].id, reason="dieselbe", by="Test")
    written = exported(ledger)
    for kind in ("relation", "judgement"):
        query = "SELECT id FROM live WHERE kind = ? LIMIT 1"
        ledger.withdraw(ledger.connection.execute(query, (kind,)).get, reason="falsch", by="Test")
    after = exported(ledger)
    put_back(ledger, written)
    assert exported(ledger) == after != written


def test_a_damaged_line_is_a_failure_and_the_others_are_put_back(ledger: Ledger) -> None:
    first, rest = exported(ledger).split(b"\n", 1)
    with Ledger(":memory:") as other:
        error, report = put_back(other, first[:-9] + b"\n" + rest)
        assert isinstance(error, RecordError)
        assert isinstance(report, Restored)
        [failure] = other.failures()
        assert failure.source == "file.jsonl, line 1"
        assert "not JSON" in failure.reason
        ids = {statement.id for statement in denial().statements}
        kept = {(each.source, each.target) for each in other.relations()}
        assert kept == {(r.source, r.target) for r in relations() if {r.source, r.target} <= ids}


def test_an_erased_article_is_neither_exported_nor_put_back(ledger: Ledger) -> None:
    written = exported(ledger)
    ledger.redact_article(leak().article.id, reason="auf Wunsch", by="Test")
    after = exported(ledger)
    assert leak().article.id.encode() not in after
    assert b"Taucher" not in after
    put_back(ledger, written)
    assert exported(ledger) == after


def test_a_name_that_was_blacked_out_stays_so_when_put_back(ledger: Ledger) -> None:
    ledger.merge(leak().actors[0].id, denial().actors[1].id, reason="dieselbe", by="Test")
    ledger.redact_person("Ilse Brandt", reason="auf Wunsch", by="Test")
    for form in ("jsonl", "csv", "webannotation", "schemaorg", "geojson", "prov", "parquet"):
        assert b"Brandt" not in exported(ledger, form)
    written = exported(ledger)
    with Ledger(":memory:") as other:
        put_back(other, written)
        assert exported(other) == written


def test_reports_of_a_file_are_related_to_what_was_there_before() -> None:
    first = leak()
    article = replace(first.article, source="Strandbote", date="2025-04")
    speaker = replace(first.actors[0], article=article.id)
    said = first.statements[0]
    party = Party(said.speaker.spans if said.speaker else (), speaker.id)
    same = Statement(article.id, said.quote, "indirect", stance="asserts", speaker=party)
    later = Report(article, (same,), (speaker,))
    written = b"".join(write(in_order([later]), "jsonl"))
    with Ledger(":memory:") as ledger, Ledger(":memory:") as fresh:
        for each in (ledger, fresh):
            each.add(leak(), ())
        put_back(ledger, written)
        fresh.add(later)
        assert set(ledger.relations()) == set(fresh.relations())
        assert any(isinstance(each, Relation) for each in ledger.relations())


def test_relations_that_only_follow_from_others_are_not_stored(ledger: Ledger) -> None:
    one, two, three = (each.id for each in denial().statements)
    found = close(
        [Relation(one, "same", two, "stems", 1.0), Relation(two, "same", three, "stems", 1.0)],
        {},
        {},
    )
    assert len(found) == 3
    with Ledger(":memory:") as other:
        put_back(other, b"".join(write(in_order([denial()], found), "jsonl")))
        assert len([*other.relations()]) == 2
        [group] = last(exported(other))["origins"]
        assert group["statements"] == sorted((one, two, three))


def test_the_command_exports_a_ledger(tmp_path: Path) -> None:
    file = tmp_path / "hafen.ledger"
    with Ledger(file) as ledger:
        ledger.add(leak(), ())
        expected = exported(ledger)
    result = CliRunner().invoke(app, ["export", str(file)])
    assert result.exit_code == 0, result.output
    assert result.stdout_bytes == expected
