"""Statements that stand against each other, both sides as groups of same statements."""

import apsw

from zufolge.errors import LedgerError
from zufolge.ledger.answers import Dispute, Side
from zufolge.ledger.asking import rows, value
from zufolge.ledger.attributions import first_links, load
from zufolge.ledger.conflicts import DISPUTES
from zufolge.ledger.filters import Filter, conditions
from zufolge.ledger.grouping import group_of, members, size_of

# The links of so many statements are looked at to name the origins of one side.
_MOST_SEEN = 200

_PAGE = """
SELECT c.relations, c.kind, t.score, t.reason, t.source, t.target
FROM conflicts AS c JOIN ties AS t ON t.seq = c.tie WHERE {kind} AND {filter}
ORDER BY c.latest DESC, c.tie DESC LIMIT :limit OFFSET :offset
"""
_FILTER = """EXISTS (
    SELECT 1 FROM attributions AS a WHERE (
        a.seq IN (c.low, c.high)
        OR a.seq IN (SELECT statement FROM groups WHERE "group" IN (c.low, c.high))
    ) AND {conditions}
)"""


def disputes(
    connection: apsw.Connection,
    wanted: Filter,
    identity: str | None,
    kind: str | None,
    *,
    limit: int,
    offset: int,
) -> list[Dispute]:
    """Return the disputes, the latest first.

    Args:
        connection: an open ledger.
        wanted: what at least one statement of the two sides has to be like.
        identity: whose statement, if the filter names an actor.
        kind: one of ``conflicts.DISPUTES``; any by default.
        limit: at most so many.
        offset: so many are left out before.

    Raises:
        LedgerError: if there is no such kind.
    """
    if kind is not None and kind not in DISPUTES:
        raise LedgerError(f"there is no kind {kind!r}; expected one of {', '.join(DISPUTES)}")
    where, values = conditions(wanted, identity)
    values |= {"limit": limit, "offset": offset} | ({"kind": kind} if kind else {})
    query = _PAGE.format(
        kind="c.kind = :kind" if kind else "1",
        filter=_FILTER.format(conditions=where) if where != "1" else "1",
    )
    groups: dict[int, tuple[int, int, tuple[str, ...]]] = {}
    return [
        Dispute(
            kind=told[1],
            score=told[2],
            reason=told[3],
            relations=told[0],
            left=_side(connection, told[4], groups),
            right=_side(connection, told[5], groups),
        )
        for told in list(rows(connection, query, values))
    ]


def _side(
    connection: apsw.Connection, shown: int, groups: dict[int, tuple[int, int, tuple[str, ...]]]
) -> Side:
    """Load a side; what is known of its group is found once a page."""
    group = group_of(connection, shown)
    if group not in groups:
        query = """
            SELECT count(DISTINCT article) FROM groups JOIN attributions ON seq = statement
            WHERE "group" = ?
        """
        size = size_of(connection, group)
        articles = value(connection, query, (group,)) if size > 1 else 1
        seen = members(connection, shown, limit=_MOST_SEEN)
        groups[group] = (size, articles, first_links(connection, seen))
    [attribution] = load(connection, [shown])
    return Side(attribution, *groups[group])
