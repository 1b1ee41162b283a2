"""Statements that stand against each other, both sides as groups of same statements."""

from collections.abc import Iterator, Sequence
from typing import Any

import apsw

from zufolge.errors import LedgerError
from zufolge.ledger.answers import Dispute, Side
from zufolge.ledger.asking import rows
from zufolge.ledger.attributions import first_links, load
from zufolge.ledger.filters import Filter, conditions
from zufolge.ledger.grouping import members

KINDS = ("denies", "contradicts", "differs", "corrects")

_STREAM = """
SELECT t.source, t.target FROM ties AS t
WHERE t.kind IN ('denies', 'contradicts', 'differs', 'corrects') AND {kind} AND {filter}
ORDER BY t.latest DESC, t.seq DESC
"""
_FILTER = """EXISTS (
    SELECT 1 FROM attributions AS a WHERE a.seq IN (t.source, t.target) AND {conditions}
)"""
_BETWEEN = """
SELECT kind, score, reason, source, target FROM ties
WHERE kind IN ('denies', 'contradicts', 'differs', 'corrects') AND {kind}
    AND source IN (SELECT value FROM json_each(:left))
    AND target IN (SELECT value FROM json_each(:right))
"""


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
        wanted: what at least one of the two statements has to be like.
        identity: whose statement, if the filter names an actor.
        kind: one of ``KINDS``; any by default.
        limit: at most so many.
        offset: so many are left out before.

    Raises:
        LedgerError: if there is no such kind.
    """
    if kind is not None and kind not in KINDS:
        raise LedgerError(f"there is no kind {kind!r}; expected one of {', '.join(KINDS)}")
    found = []
    for number, (left, right) in enumerate(_pairs(connection, wanted, identity, kind)):
        if number >= offset + limit:
            break
        if number >= offset:
            found.append(_dispute(connection, left, right, kind))
    return found


def _pairs(
    connection: apsw.Connection, wanted: Filter, identity: str | None, kind: str | None
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Yield each pair of groups once, by the latest relation between them."""
    where, values = conditions(wanted, identity)
    query = _STREAM.format(
        kind="t.kind = :kind" if kind else "1",
        filter=_FILTER.format(conditions=where) if where != "1" else "1",
    )
    seen: set[frozenset[int]] = set()
    for source, target in rows(connection, query, {**values, "kind": kind} if kind else values):
        left, right = members(connection, source), members(connection, target)
        pair = frozenset((left[0], right[0]))
        if pair not in seen:
            seen.add(pair)
            yield left, right


def _dispute(
    connection: apsw.Connection,
    left: tuple[int, ...],
    right: tuple[int, ...],
    kind: str | None,
) -> Dispute:
    query = _BETWEEN.format(kind="kind = :kind" if kind else "1")
    between: list[Any] = []
    for one, other in ((left, right), (right, left)):
        told: dict[str, Any] = {"left": f"{[*one]}", "right": f"{[*other]}"}
        between += rows(connection, query, {**told, "kind": kind} if kind else told)
    strongest = max(between, key=lambda each: (each[1], -each[3], -each[4]))
    sides = (left, right) if strongest[3] in left else (right, left)
    return Dispute(
        kind=strongest[0],
        score=strongest[1],
        reason=strongest[2],
        relations=len(between),
        left=_side(connection, strongest[3], sides[0]),
        right=_side(connection, strongest[4], sides[1]),
    )


def _side(connection: apsw.Connection, shown: int, group: Sequence[int]) -> Side:
    query = """
        SELECT count(DISTINCT article) FROM attributions
        WHERE seq IN (SELECT value FROM json_each(?))
    """
    [(articles,)] = rows(connection, query, (f"{[*group]}",))
    [attribution] = load(connection, [shown])
    return Side(attribution, len(group), articles, first_links(connection, group))
