"""Answers as tables: records, an Arrow stream for data frames, HTML for notebooks."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from html import escape
from types import NoneType, UnionType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints, overload

import nanoarrow

from zufolge.span import Span

Record = TypeVar("Record")
_PLAIN = {int: nanoarrow.int64, float: nanoarrow.float64, bool: nanoarrow.bool_}
_BETWEEN = " | "


class Frame(Sequence[Record], Generic[Record]):
    """The records that answer a question, in order.

    Polars, pandas, DuckDB and pyarrow take it as it is (``polars.DataFrame(frame)``): it is an
    Arrow stream. In a notebook it shows itself as a table.
    """

    __slots__ = ("_record", "_rows")

    def __init__(self, rows: Sequence[Record], record: type[Record]) -> None:
        """Hold some records.

        Args:
            rows: the records.
            record: their dataclass, which names the columns also where there are no rows.
        """
        self._rows, self._record = tuple(rows), record

    @overload
    def __getitem__(self, index: int) -> Record: ...
    @overload
    def __getitem__(self, index: slice) -> "Frame[Record]": ...
    def __getitem__(self, index: int | slice) -> "Record | Frame[Record]":
        """Return one record, or a frame of some."""
        if isinstance(index, slice):
            return Frame(self._rows[index], self._record)
        return self._rows[index]

    def __len__(self) -> int:
        """Return the number of records."""
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        """Tell whether two frames hold the same records."""
        if not isinstance(other, Frame):
            return NotImplemented
        return self._rows == other._rows and self._record is other._record

    def __hash__(self) -> int:
        """Return a hash of the records."""
        return hash((self._rows, self._record))

    def __repr__(self) -> str:
        """Name the kind of records and their number."""
        return f"<Frame of {len(self)} × {self._record.__name__}>"

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns; the fields of a record inside a record have its name before."""
        return tuple(name for name, _ in _columns(self._record))

    def records(self) -> list[dict[str, Any]]:
        """Return the records as JSON objects, as ``--json`` prints them."""
        return [json.loads(json.dumps(asdict(row))) for row in self._rows]  # type: ignore[call-overload]

    def cells(self) -> Iterator[tuple[str, ...]]:
        """Yield the rows as text, as ``--csv`` prints them; lists are joined by " | "."""
        for row in self._rows:
            yield tuple(_text(value) for value in _values(row, self._record))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the columns as an Arrow C stream.

        Args:
            requested_schema: another schema that the reader would like, as a capsule.

        Source: the Arrow PyCapsule interface.
        """
        columns = _columns(self._record)
        rows = [tuple(_values(row, self._record)) for row in self._rows]
        arrays = [_array([row[n] for row in rows], kind) for n, (_, kind) in enumerate(columns)]
        schema = nanoarrow.struct({name: _schema(kind) for name, kind in columns})
        table = nanoarrow.c_array_from_buffers(schema, len(rows), [None], children=arrays)
        stream = nanoarrow.ArrayStream(nanoarrow.Array(table))
        capsule: object = stream.__arrow_c_stream__(requested_schema)
        return capsule

    def _repr_html_(self) -> str:
        """Return a static table; everything from a text is escaped."""
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
            for cells in self.cells()
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _columns(record: type, prefix: str = "") -> list[tuple[str, Any]]:
    """Return the names and types of a dataclass's columns, those of records in it included."""
    found: list[tuple[str, Any]] = []
    for name, kind in _fields(record):
        if isinstance(kind, type) and is_dataclass(kind):
            found += _columns(kind, f"{prefix}{name}_")
        else:
            found.append((f"{prefix}{name}", kind))
    return found


def _values(row: object, record: type) -> Iterator[Any]:
    """Yield the values of a row's columns; all are null where there is no record."""
    for name, kind in _fields(record):
        value = getattr(row, name, None)
        if isinstance(kind, type) and is_dataclass(kind):
            yield from _values(value, kind)
        elif value is not None and is_dataclass(_item(kind)):
            yield [json.dumps(asdict(each), ensure_ascii=False) for each in value]
        else:
            yield value


@cache
def _fields(record: type) -> tuple[tuple[str, Any], ...]:
    """Return the names and types of a dataclass's fields; that they may be null is left out."""
    hints = get_type_hints(record)
    return tuple((each.name, _without_null(hints[each.name])) for each in fields(record))


def _without_null(kind: Any) -> Any:  # noqa: ANN401
    if get_origin(kind) is UnionType:
        return next(each for each in get_args(kind) if each is not NoneType)
    return kind


def _item(kind: Any) -> Any:  # noqa: ANN401
    """Return the type of a tuple's items, or nothing for other types."""
    return get_args(kind)[0] if get_origin(kind) is tuple else None


def _schema(kind: Any) -> Any:  # noqa: ANN401
    if kind is Span:
        return nanoarrow.list_(nanoarrow.int64())
    if (item := _item(kind)) is not None:
        return nanoarrow.list_(_schema(item))
    return _PLAIN.get(kind, nanoarrow.string)()


def _array(values: Sequence[Any], kind: Any) -> Any:  # noqa: ANN401
    """Build one column; lists become an offset for each row and one array of all items."""
    item = int if kind is Span else _item(kind)
    if item is None:
        return nanoarrow.c_array(values, _schema(kind))
    offsets: list[int] = [0]
    items: list[Any] = []
    for value in values:
        items += value or ()
        offsets.append(len(items))
    known = None
    if None in values:
        known = nanoarrow.c_buffer([value is not None for value in values], nanoarrow.bool_())
    buffers = [known, nanoarrow.c_buffer(offsets, nanoarrow.int32())]
    children = [_array(items, item)]
    return nanoarrow.c_array_from_buffers(_schema(kind), len(values), buffers, children=children)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Span):
        return f"{value.start}–{value.end}"
    if isinstance(value, tuple | list):
        return _BETWEEN.join(map(_text, value))
    return f"{value:g}" if isinstance(value, float) else str(value)
