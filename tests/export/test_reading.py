"""Files of records: read back exactly, and damaged lines named."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from tests.export.harbour import content, leak
from tests.export.sound import contents
from zufolge.contract import report_to_json
from zufolge.errors import RecordError
from zufolge.export import Content, write
from zufolge.export.checks import Connections
from zufolge.export.reading import read_lines, read_records
from zufolge.report import Report


def exported(made: Content) -> bytes:
    return b"".join(write(made, "jsonl"))


def never(error: RecordError) -> None:
    pytest.fail(str(error))


@given(contents())
def test_what_was_exported_is_read_and_exported_to_the_same_bytes(made: Content) -> None:
    written = exported(made)
    assert exported(read_records(io.BytesIO(written), "x", never).content) == written


@given(contents())
def test_lines_in_any_order_and_twice_are_the_same_content(made: Content) -> None:
    written = exported(made)
    lines = written.splitlines(keepends=True)
    again = b"\n".join([*reversed(lines), b"", *lines])
    assert exported(read_records(io.BytesIO(again), "x", never).content) == written


Change = Callable[[dict[str, Any]], object]


def broken(change: Change) -> bytes:
    told = report_to_json(leak())
    change(told)
    return json.dumps(told).encode()


def put(value: object, *path: str | int) -> Change:
    def change(told: dict[str, Any]) -> None:
        place: Any = told
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


FIRST = ("statements", 0)
CHANGED = [
    (put("Ein anderer Text.", "article", "text"), "the article's id is"),
    (put([[0, 4]], *FIRST, "quote"), "the statement's id is"),
    (put("Ilse Brand", "actors", 0, "name"), "the actor's id is"),
    (put(7, "article", "title"), "title of the article of the report is 7; expected was a text"),
    (put("\ud800", "article", "title"), "expected was a text"),
    (put("hoch", *FIRST, "confidence"), "not a report of the JSON contract"),
    (put("boasts", *FIRST, "stance"), "the stance of statement"),
    (put("screams", *FIRST, "medium"), "expected was one of null, speech"),
    (put("god", "actors", 0, "kind"), "not a report of the JSON contract|the actor's id is"),
    (put([[5, 2]], *FIRST, "distance"), r"is \[5, 2\], which is outside"),
    (put([[0, 9999]], "actors", 0, "mentions"), r"a mention of actor \w+ is \[0, 9999\]"),
    (put([[0.5, 2]], "actors", 0, "mentions"), "expected was a whole number"),
    (put(["Brandt"], *FIRST, "chain"), "refers to 'Brandt', which is not an id"),
    (put("x", *FIRST, "nested_in"), "refers to 'x', which is not an id"),
    (put([{"span": [0, 1]}], "times"), "not a report of the JSON contract"),
    (put(None, "statements"), "not a report of the JSON contract"),
    (lambda told: told["statements"].append(told["statements"][0]), "have the same id"),
]


@pytest.mark.parametrize(("change", "reason"), CHANGED)
def test_a_report_that_is_not_what_it_should_be_is_refused(change: Change, reason: str) -> None:
    [line] = read_lines([broken(change)], "datei.jsonl")
    assert isinstance(line.record, RecordError)
    assert line.record.article == "datei.jsonl, line 1"
    with pytest.raises(RecordError, match=reason):
        raise line.record


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"\xff\xfe{}",
        b"[1]",
        b'"article"',
        b"{}",
        b"null",
        b'{"relations": [], "origins": [{"statements": ["a"], "count": NaN}]}',
        b'{"relations": [{"from": "a"}], "origins": []}',
        b'{"relations": [{"from":"a","kind":"likes","to":"b","reason":"","score":1}],"origins":[]}',
        b'{"relations": [{"from":1,"kind":"same","to":"b","reason":"","score":1}],"origins":[]}',
        b'{"relations": 3, "origins": []}',
        b"[" * 100_000,
        b'{"article": ' + b"9" * 5000 + b"}",
    ],
)
def test_a_line_that_is_something_else_is_refused(line: bytes) -> None:
    [read] = read_lines([line], "x")
    assert isinstance(read.record, RecordError)
    assert len(read.record.message) < 300


def test_the_lines_around_a_damaged_one_are_read() -> None:
    good = exported(content()).splitlines(keepends=True)
    lines = [good[0], b"\n", b"{oops\n", good[1], good[2]]
    read = list(read_lines(lines, "x"))
    assert [(line.number, type(line.record)) for line in read] == [
        (1, Report),
        (3, RecordError),
        (4, Report),
        (5, Connections),
    ]
    assert b"".join(lines)[read[2].offset :].startswith(good[1])
    refused: list[RecordError] = []
    found = read_records(io.BytesIO(b"".join(lines)), "x", refused.append).content
    assert exported(found) == exported(content())
    assert [error.article for error in refused] == ["x, line 3"]
