"""JSON Lines: the contract's own records, in an order of their own."""

import json
from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.export.harbour import content, denial, leak, origins, relations, reports
from tests.export.sound import contents
from zufolge.contract import relations_from_json, report_from_json
from zufolge.export import Content, in_order, write

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "contract.schema.json").read_text("utf-8")
)


def lines(exported: Content) -> list[bytes]:
    return b"".join(write(exported, "jsonl")).splitlines(keepends=True)


def test_the_lines_are_the_reports_and_then_what_connects_them() -> None:
    first, second, last = (json.loads(line) for line in lines(content()))
    for told in (first, second, last):
        Draft202012Validator(SCHEMA).validate(told)
    assert [report_from_json(first), report_from_json(second)] == [leak(), denial()]
    found, groups = relations_from_json(last)
    assert sorted(found, key=str) == sorted(relations(), key=str)
    assert tuple(groups) == origins()


def test_a_line_separator_within_a_title_ends_no_line() -> None:
    assert b"\xe2\x80\xa8" in lines(content())[0]
    assert len(b"".join(lines(content())).split(b"\n")) == 4


def test_nothing_is_one_line_of_nothing() -> None:
    assert lines(in_order([])) == [b'{"relations": [], "origins": []}\n']


@given(contents(), st.randoms(use_true_random=False))
def test_the_order_of_adding_leaves_no_trace(made: Content, random: Random) -> None:
    def shuffled(records: object) -> list[object]:
        return random.sample(listed := list(records), len(listed))  # type: ignore[call-overload]

    again = in_order(
        shuffled(made.reports),  # type: ignore[arg-type]
        shuffled(made.relations),  # type: ignore[arg-type]
        shuffled(made.origins),  # type: ignore[arg-type]
    )
    assert lines(again) == lines(made)


def test_no_clock_time_of_adding_is_in_it() -> None:
    told = json.loads(lines(in_order(reports()))[0])
    assert not {"at", "added", "created", "seq"} & set(told["article"])
