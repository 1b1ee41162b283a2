"""Statements along one of three clocks: when it happened, was said, was published."""

import apsw

from zufolge.errors import LedgerError
from zufolge.ledger.answers import Moment
from zufolge.ledger.asking import rows
from zufolge.ledger.attributions import load
from zufolge.ledger.filters import CLOCKS, Filter, conditions

_ONE_CLOCK = """
SELECT a.seq, '{clock}', a.{clock}, {part}, a.{clock}_earliest, a.{clock}_latest
FROM attributions AS a WHERE a.{clock} IS NOT NULL AND {conditions}
ORDER BY a.{clock}_earliest, a.{clock}_latest, a.seq LIMIT :limit OFFSET :offset
"""
_FIRST_KNOWN = """
SELECT a.seq, a.clock, coalesce(a.happened, a.said, a.published),
    CASE a.clock WHEN 'happened' THEN a.happened_part WHEN 'said' THEN a.said_part END,
    a.earliest, a.latest
FROM attributions AS a WHERE a.clock IS NOT NULL AND {conditions}
ORDER BY a.earliest, a.latest, a.seq LIMIT :limit OFFSET :offset
"""


def timeline(
    connection: apsw.Connection,
    wanted: Filter,
    identity: str | None,
    clock: str | None,
    *,
    limit: int,
    offset: int,
) -> list[Moment]:
    """Return statements in the order of time: by the earliest day, then by the latest.

    Args:
        connection: an open ledger.
        wanted: what the statements have to be like.
        identity: whose statements, if the filter names an actor.
        clock: one of ``filters.CLOCKS``; by default the first of them that is known of a
            statement, in the order happened, said, published.
        limit: at most so many.
        offset: so many are left out before.

    Raises:
        LedgerError: if there is no such clock.
    """
    where, values = conditions(wanted, identity)
    if clock is not None and clock not in CLOCKS:
        raise LedgerError(f"there is no clock {clock!r}; expected one of {', '.join(CLOCKS)}")
    query = _FIRST_KNOWN if clock is None else _ONE_CLOCK
    part = "NULL" if clock in (None, "published") else f"a.{clock}_part"
    written = query.format(clock=clock, part=part, conditions=where)
    found = list(rows(connection, written, {**values, "limit": limit, "offset": offset}))
    loaded = load(connection, [each[0] for each in found])
    return [
        Moment(clock_, date, part_, earliest, latest, event)
        for (_, clock_, date, part_, earliest, latest), event in zip(found, loaded, strict=True)
    ]
