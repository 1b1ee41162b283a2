"""What holds for every format."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.harbour import content, leak
from tests.export.sound import contents
from tests.strategies import reports as any_reports
from zufolge.errors import ExportError
from zufolge.export import FORMATS, Content, in_order, write
from zufolge.report import Report

WITHOUT_LIBRARY = {"ftm"} if find_spec("followthemoney") is None else set[str]()
FORMS = sorted(FORMATS.keys() - WITHOUT_LIBRARY)
# These gather or group rows; all others write a report before they ask for the next.
GATHERING = {"geojson", "parquet"}


@given(contents())
def test_the_same_content_is_the_same_bytes(made: Content) -> None:
    again = in_order(reversed([*made.reports]), made.relations, made.origins)
    for form in FORMS:
        assert b"".join(write(again, form)) == b"".join(write(made, form)), form


@given(st.lists(any_reports(), min_size=1, max_size=2))
def test_what_is_left_of_a_report_is_exported(made: list[Report]) -> None:
    """Ids of actors that are no longer there, as after an erasure, stop no format."""
    for form in FORMS:
        assert b"".join(write(in_order(made), form)), form


@pytest.mark.parametrize("form", FORMS)
def test_an_erased_actor_leaves_its_statements(form: str) -> None:
    report = replace(leak(), actors=leak().actors[1:])
    written = b"".join(write(in_order([report]), form))
    assert leak().statements[0].id.encode() in written or form in GATHERING


@pytest.mark.parametrize("form", sorted(set(FORMS) - GATHERING))
def test_reports_are_asked_for_one_by_one(form: str) -> None:
    asked = 0

    def endless() -> Iterator[Report]:
        nonlocal asked
        while True:
            asked += 1
            yield leak()

    pieces = write(Content(endless()), form)
    for _ in range(30):
        next(pieces)
    assert 0 < asked <= 30


@pytest.mark.parametrize(("form", "package"), [("parquet", "pyarrow"), ("prov", "prov")])
def test_a_missing_library_is_one_sentence_with_the_command(
    form: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [*sys.modules]:
        if name.split(".")[0] == package:
            monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delitem(sys.modules, f"zufolge.export.{FORMATS[form].module}", raising=False)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ExportError, match=r"pip install 'zufolge\[export\]'"):
        write(content(), form)


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(ExportError, match="no format 'pdf'; there are jsonl, csv"):
        write(content(), "pdf")
