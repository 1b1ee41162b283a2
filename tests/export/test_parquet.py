"""Parquet: read back with its types and meanings."""

import io
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given

from tests.export.harbour import content, leak
from tests.export.sound import contents
from zufolge.export import Content, in_order, parquet, write
from zufolge.export.parquet import SCHEMA


def table(exported: Content) -> Any:  # noqa: ANN401
    return pq.read_table(io.BytesIO(b"".join(write(exported, "parquet"))))


def test_rows_have_typed_and_nested_columns() -> None:
    first, second, third, *_ = table(content()).to_pylist()
    assert first["published"] == {
        "edtf": "2025-03",
        "earliest": date(2025, 3, 1),
        "latest": date(2025, 3, 31),
    }
    assert first["said"]["earliest"] == date(2025, 3, 6)
    assert first["said"]["part"] == "evening"
    assert [link["name"] for link in first["chain"]] == ["Prüfbericht", "Ilse Brandt", "Küstenfunk"]
    assert first["speaker"]["actor"] == {
        "id": "b0b0b0b0b0b0b0b0",
        "name": "Ilse Brandt",
        "kind": "person",
    }
    text = leak().article.text
    assert [text[s["start"] : s["end"]] for s in second["quote"]] == [
        "=SUMME(A1)",
        "und sonst\nnichts",
    ]
    assert third["places"][0]["name"] == "Sassnitz"
    assert third["quantities"][0]["value"] == 30.0
    assert third["times"][0]["earliest"] == date(2025, 3, 13)


def test_the_schema_says_what_each_column_means() -> None:
    read = table(content()).schema
    assert read.equals(SCHEMA)
    assert b"code points" in read.metadata[b"zufolge:offsets"]
    assert all(field.metadata[b"meaning"] for field in read)
    assert read.field("quote").type == pa.list_(
        pa.struct([("start", pa.int32()), ("end", pa.int32())])
    )


def test_rows_are_written_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "BATCH", 2)
    pieces = list(write(content(), "parquet"))
    file = pq.ParquetFile(io.BytesIO(b"".join(pieces)))
    assert file.num_row_groups > 1
    assert file.metadata.num_rows == 5
    assert sum(map(bool, pieces)) > 1


def test_nothing_is_a_table_without_rows() -> None:
    empty = table(in_order([]))
    assert (empty.num_rows, empty.schema.equals(SCHEMA)) == (0, True)


@given(contents())
def test_any_content_keeps_its_statements(made: Content) -> None:
    ids = [each.id for report in made.reports for each in report.statements]
    assert table(made).column("statement").to_pylist() == ids
