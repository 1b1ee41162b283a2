"""Puts a query to a ledger's file; what comes back has the types that the query promises."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import apsw

Values = Sequence[Any] | Mapping[str, Any]


def rows(connection: apsw.Connection, query: str, values: Values = ()) -> Iterator[Any]:
    """Yield the rows of a query, one by one."""
    yield from connection.execute(query, values)


def row(connection: apsw.Connection, query: str, values: Values = ()) -> Any:  # noqa: ANN401
    """Return the first row of a query, or null if there is none."""
    return connection.execute(query, values).fetchone()


def value(connection: apsw.Connection, query: str, values: Values = ()) -> Any:  # noqa: ANN401
    """Return the first value of the first row of a query, or null if there is none."""
    found = row(connection, query, values)
    return found[0] if found else None
