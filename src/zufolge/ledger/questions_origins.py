"""Groups of same statements with their independent origins, reprints gathered."""

from collections.abc import Sequence

import apsw

from zufolge.ledger.answers import OriginGroup, Printing
from zufolge.ledger.asking import rows
from zufolge.ledger.attributions import first_links, load
from zufolge.ledger.filters import Filter, conditions
from zufolge.ledger.grouping import members
from zufolge.ledger.questions_about import search

_GROUPS = """
SELECT g."group" FROM groups AS g JOIN attributions AS a ON a.seq = g.statement
LEFT JOIN links AS l ON l.statement = g.statement AND l.position = 0
LEFT JOIN members AS m ON m.actor = l.actor LEFT JOIN personas AS p ON p.persona = m.persona
WHERE g."group" IN (
    SELECT "group" FROM groups JOIN attributions AS a ON a.seq = groups.statement
    WHERE {conditions}
)
GROUP BY g."group"
ORDER BY count(DISTINCT coalesce(p.identity, l.actor)) DESC, count(*) DESC, g."group"
LIMIT :limit OFFSET :offset
"""
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
    """Return groups of same statements, those of most origins first.

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
        found = rows(connection, _GROUPS.format(conditions=where), values)
        groups = [members(connection, group) for (group,) in found]
    else:
        hits = search(connection, text, wanted, identity)
        groups = [*dict.fromkeys(members(connection, seq) for seq, _, _ in hits)]
        groups = groups[offset : offset + limit]
    return [_same(connection, group) for group in groups]


def _same(connection: apsw.Connection, group: Sequence[int]) -> OriginGroup:
    ordered = _in_time(connection, group)
    loaded = load(connection, ordered)
    names = first_links(connection, ordered)
    printings = _printings(connection, ordered)
    shown = dict(zip(ordered, loaded, strict=True))
    return OriginGroup(
        count=max(1, len(names)),
        origins=names,
        statements=len(group),
        articles=len({each.article for each in loaded}),
        sources=tuple(dict.fromkeys(each.source for each in loaded if each.source)),
        shown=shown[printings[0][0]],
        printings=tuple(
            Printing(
                shown[first],
                len(again),
                tuple(dict.fromkeys(s for seq in again if (s := shown[seq].source))),
            )
            for first, *again in printings
        ),
    )


def _in_time(connection: apsw.Connection, group: Sequence[int]) -> list[int]:
    query = """
        SELECT seq FROM attributions WHERE seq IN (SELECT value FROM json_each(?))
        ORDER BY coalesce(published_earliest, ''), coalesce(published_latest, ''), seq
    """
    return [seq for (seq,) in rows(connection, query, (f"{[*group]}",))]


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
