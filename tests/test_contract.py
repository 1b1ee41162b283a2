import json
import re
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.strategies import IDS, UNIT, WORDS, reports
from tests.view.hand import report
from zufolge import actor, relation, statement
from zufolge.contract import (
    relations_from_json,
    relations_to_json,
    report_from_json,
    report_to_json,
)
from zufolge.errors import RecordError
from zufolge.relation import Origin, Relation
from zufolge.report import Report

DOCS = Path(__file__).parents[1] / "docs"
SCHEMA = json.loads((DOCS / "contract.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
RECORDS = {name: kind for name, kind in SCHEMA["$defs"].items() if kind.get("type") == "object"}


@given(reports())
def test_reports_survive_json_and_hold_to_the_schema(made: Report) -> None:
    written = json.loads(json.dumps(report_to_json(made), ensure_ascii=False))
    VALIDATOR.validate(written)
    assert report_from_json(written) == made


_RELATIONS = st.builds(Relation, IDS, st.sampled_from(relation.KINDS), IDS, WORDS, UNIT)
_ORIGINS = st.builds(Origin, st.lists(IDS, min_size=1, max_size=3).map(tuple), st.integers(1, 9))


@given(st.lists(_RELATIONS, max_size=3), st.lists(_ORIGINS, max_size=3))
def test_relations_survive_json_and_hold_to_the_schema(
    relations: list[Relation], origins: list[Origin]
) -> None:
    written = json.loads(json.dumps(relations_to_json(relations, origins)))
    VALIDATOR.validate(written)
    assert relations_from_json(written) == (relations, origins)


def test_the_schema_is_one_and_names_the_values_of_the_records() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    enums = {
        (record, field): tuple(value for value in told["enum"] if value is not None)
        for record, kind in RECORDS.items()
        for field, told in kind["properties"].items()
        if "enum" in told
    }
    assert enums["statement", "type"] == statement.TYPES
    assert enums["statement", "medium"] == statement.MEDIA
    assert enums["statement", "stance"] == statement.STANCES
    assert enums["actor", "kind"] == actor.KINDS
    assert enums["relation", "kind"] == relation.KINDS


def _without(record: dict[str, Any], *path: str | int) -> dict[str, Any]:
    changed = json.loads(json.dumps(record))
    place = changed
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    return dict(changed)


@pytest.mark.parametrize("field", RECORDS["report"]["properties"])
def test_a_report_without_a_field_is_refused(field: str) -> None:
    broken = _without(report_to_json(report()), field)
    assert not VALIDATOR.is_valid(broken)
    with pytest.raises(RecordError, match=field):
        report_from_json(broken)


@pytest.mark.parametrize("field", RECORDS["statement"]["properties"])
def test_a_statement_without_a_field_is_refused(field: str) -> None:
    broken = _without(report_to_json(report()), "statements", 0, field)
    assert not VALIDATOR.is_valid(broken)
    with pytest.raises(RecordError, match=field):
        report_from_json(broken)


@pytest.mark.parametrize("record", [None, [], "x", 3, {}, {"article": None}, {"article": []}])
def test_other_json_is_refused_in_a_sentence(record: object) -> None:
    with pytest.raises(RecordError, match="not a report of the JSON contract"):
        report_from_json(cast(Any, record))


def test_an_id_that_does_not_fit_its_content_is_refused() -> None:
    record = report_to_json(report())
    record["article"]["text"] += "!"
    with pytest.raises(RecordError, match="the article's id is"):
        report_from_json(cast(Any, record))


def test_added_fields_are_allowed() -> None:
    record = report_to_json(report()) | {"weather": "wet"}
    VALIDATOR.validate(record)
    assert report_from_json(record).statements == report().statements


def test_a_record_from_before_the_notes_is_read() -> None:
    read = report_from_json(_without(report_to_json(report()), "article", "notes"))
    assert (read.article.id, read.article.notes) == (report().article.id, ())


@pytest.mark.parametrize("name", RECORDS)
def test_the_page_documents_every_field_in_order(name: str) -> None:
    page = (DOCS / "contract.md").read_text("utf-8")
    section = re.search(rf"^## {name}$(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert section, f"docs/contract.md has no section {name}"
    documented = re.findall(r"^\| `(\w+)` \| .", section[1], re.MULTILINE)
    assert documented == list(RECORDS[name]["properties"])


@pytest.mark.parametrize("name", RECORDS)
def test_the_page_names_every_value(name: str) -> None:
    page = (DOCS / "contract.md").read_text("utf-8")
    for told in RECORDS[name]["properties"].values():
        for value in told.get("enum", ()):
            assert value is None or f"`{value}`" in page
