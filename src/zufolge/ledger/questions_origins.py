"""Groups of same statements with their independent origins, reprints gathered."""

from collections.abc import Iterable, Sequence

import apsw

from zufolge.ledger.answers import OriginGroup, Printing
from zufolge.ledger.asking import rows
from zufolge.ledger.attributions import first_links, load
from zufolge.ledger.filters import Filter, conditions
from zufolge.ledger.grouping import members, size_of
from zufolge.ledger.questions_about import search

_GROUPS = """
SELECT "group" FROM group_sizes WHERE {filter}
ORDER BY statements DESC, "group" LIMIT :limit OFFSET :offset
"""
_FILTER = """EXISTS (
    SELECT 1 FROM groups AS g JOIN attributions AS a ON a.seq = g.statement
    WHERE g."group" = group_sizes."group" AND {conditions}
)"""
# So many statements of a group are looked at, those that were added first.
_MOST_SEEN = 1000
# So many statements of a group are shown, besides the reprints of each.
_MOST_PRINTINGS = 10
_REPEATS = """
SELECT source, target FROM ties WHERE kind = 'repeats'
    AND source IN (SELECT value FROM json_each(:group))
    AND target IN (SELECT value FROM json_each(:group))
"""


def origins(
    connection: apsw.Connection,
    text: str | None,
    wanted: Filter,
    identity: str | None,
    *,
    limit: int,
    offset: int,
) -> list[OriginGroup]:
    """Return groups of same statements, the largest first.

    Args:
        connection: an open ledger.
        text: what they are about; then the best hits come first, and a statement that stands
            alone is a group as well.
        wanted: what at least one statement of the group has to be like.
        identity: whose statement, if the filter names an actor.
        limit: at most so many.
        offset: so many are left out before.
    """
    if text is None:
        where, values = conditions(wanted, identity)
        values |= {"limit": limit, "offset": offset}
        restricted = _FILTER.format(conditions=where) if where != "1" else "1"
        found = list(rows(connection, _GROUPS.format(filter=restricted), values))
        groups = [members(connection, group, limit=_MOST_SEEN) for (group,) in found]
    else:
        hits = search(connection, text, wanted, identity)
        groups = [*dict.fromkeys(members(connection, seq, limit=_MOST_SEEN) for seq, _, _ in hits)]
        groups = groups[offset : offset + limit]
    return [_same(connection, group) for group in groups]


def _same(connection: apsw.Connection, group: Sequence[int]) -> OriginGroup:
    ordered = {seq: (source, article) for seq, source, article in _in_time(connection, group)}
    names = first_links(connection, [*ordered])
    printings = _printings(connection, [*ordered])[:_MOST_PRINTINGS]
    shown = load(connection, [first for first, *_ in printings])
    return OriginGroup(
        count=max(1, len(names)),
        origins=names,
        statements=max(len(ordered), size_of(connection, min(group))),
        articles=len({article for _, article in ordered.values()}),
        sources=_distinct(source for source, _ in ordered.values()),
        shown=shown[0],
        printings=tuple(
            Printing(first, len(again), _distinct(ordered[seq][0] for seq in again))
            for first, (_, *again) in zip(shown, printings, strict=True)
        ),
    )


def _distinct(sources: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for source in sources if source))


def _in_time(connection: apsw.Connection, group: Sequence[int]) -> list[tuple[int, str, str]]:
    query = """
        SELECT seq, source, article FROM attributions
        WHERE seq IN (SELECT value FROM json_each(?))
        ORDER BY coalesce(published_earliest, ''), coalesce(published_latest, ''), seq
    """
    return list(rows(connection, query, (f"{[*group]}",)))


def _printings(connection: apsw.Connection, ordered: Sequence[int]) -> list[list[int]]:
    """Gather the statements that repeat each other; those that repeat none go first in each."""
    cluster = {seq: [seq] for seq in ordered}
    repeating = set()
    for source, target in rows(connection, _REPEATS, {"group": f"{[*ordered]}"}):
        repeating.add(source)
        one, other = cluster[source], cluster[target]
        if one is not other:
            one += other
            for seq in other:
                cluster[seq] = one
    place = {seq: (seq in repeating, number) for number, seq in enumerate(ordered)}
    distinct = {id(each): sorted(each, key=place.__getitem__) for each in cluster.values()}
    return sorted(distinct.values(), key=lambda each: place[each[0]])
