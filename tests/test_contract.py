import json
import re
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.view.hand import report
from zufolge import actor, relation, statement
from zufolge.actor import Actor
from zufolge.article import Article
from zufolge.contract import (
    relations_from_json,
    relations_to_json,
    report_from_json,
    report_to_json,
)
from zufolge.errors import RecordError
from zufolge.mention import Place, Quantity, Time
from zufolge.relation import Origin, Relation
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Party, SaidAt, Statement

DOCS = Path(__file__).parents[1] / "docs"
SCHEMA = json.loads((DOCS / "contract.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
RECORDS = {name: kind for name, kind in SCHEMA["$defs"].items() if kind.get("type") == "object"}

_WORDS = st.text(max_size=8)
_IDS = st.text("0123456789abcdef", min_size=16, max_size=16)
_UNIT = st.floats(0, 1)
_PARTS = st.sampled_from([None, "evening", "night", "07:05", "19:30"])
_DAYS = st.dates().map(str) | st.sampled_from(["2025-03", "[2025-03-06,2025-03-13]", "2025-03/.."])


@st.composite
def _span_lists(draw: st.DrawFn, size: int, least: int = 0) -> tuple[Span, ...]:
    count = draw(st.integers(least, 2))
    ends = st.lists(st.integers(0, size), min_size=2 * count, max_size=2 * count)
    cuts = sorted(draw(ends))
    return tuple(Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=True))


@st.composite
def _statements(draw: st.DrawFn, article: Article) -> Statement:
    size = len(article.text)
    parties = st.none() | st.builds(Party, _span_lists(size, 1), st.none() | _IDS)
    return Statement(
        article.id,
        draw(_span_lists(size, 1)),
        draw(st.sampled_from(statement.TYPES)),
        draw(st.none() | st.sampled_from(statement.MEDIA)),
        draw(st.none() | st.sampled_from(statement.STANCES)),
        draw(parties),
        draw(parties),
        draw(_span_lists(size)),
        draw(_span_lists(size)),
        draw(_span_lists(size)),
        draw(_span_lists(size)),
        draw(st.lists(_IDS, max_size=3).map(tuple)),
        draw(st.none() | _IDS),
        draw(st.none() | st.builds(SaidAt, _DAYS, _PARTS)),
        draw(_UNIT),
    )


@st.composite
def _reports(draw: st.DrawFn) -> Report:
    optional = st.none() | _WORDS
    articles = st.builds(
        Article, _WORDS, optional, optional, st.none() | _DAYS, st.just("de"), optional
    )
    article = draw(articles)
    size = len(article.text)
    span = _span_lists(size, 1).map(lambda spans: spans[0])
    numbers = st.integers(0, 10**9) | st.floats(allow_nan=False, allow_infinity=False)
    kinds = st.sampled_from(("date", "time", "duration", "set"))
    comparators = st.sampled_from(("=", "~", ">", ">=", "<", "<=", "range"))
    names = st.text(min_size=1, max_size=8)
    degrees = st.floats(-90, 90)
    actors = st.builds(
        Actor, st.just(article.id), names, st.sampled_from(actor.KINDS), _span_lists(size, 1)
    )
    return Report(
        article,
        tuple(draw(st.lists(_statements(article), max_size=3))),
        tuple(draw(st.lists(actors, max_size=2))),
        tuple(draw(st.lists(st.builds(Time, span, kinds, _WORDS, optional, _PARTS), max_size=2))),
        tuple(
            draw(
                st.lists(
                    st.builds(Place, span, _WORDS, degrees, degrees, st.just("DE")), max_size=2
                )
            )
        ),
        tuple(
            draw(
                st.lists(
                    st.builds(Quantity, span, numbers, st.none() | numbers, comparators, _WORDS),
                    max_size=2,
                )
            )
        ),
    )


@given(_reports())
def test_reports_survive_json_and_hold_to_the_schema(made: Report) -> None:
    written = json.loads(json.dumps(report_to_json(made), ensure_ascii=False))
    VALIDATOR.validate(written)
    assert report_from_json(written) == made


_RELATIONS = st.builds(Relation, _IDS, st.sampled_from(relation.KINDS), _IDS, _WORDS, _UNIT)
_ORIGINS = st.builds(Origin, st.lists(_IDS, min_size=1, max_size=3).map(tuple), st.integers(1, 9))


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
