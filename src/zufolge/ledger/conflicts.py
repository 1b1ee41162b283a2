"""Which groups of statements stand against each other, kept as relations come and go."""

from collections.abc import Iterable

import apsw

from zufolge.ledger.asking import rows, value

DISPUTES = ("denies", "contradicts", "differs", "corrects")

# A tie adds itself to the conflict of its two groups; the strongest tie stands for all of them.
_COUNT = """
INSERT INTO conflicts
SELECT min(s, t), max(s, t), kind, 1, coalesce(latest, ''), score, seq FROM (
    SELECT ties.*,
        coalesce((SELECT "group" FROM groups WHERE statement = source), source) AS s,
        coalesce((SELECT "group" FROM groups WHERE statement = target), target) AS t
    FROM ties WHERE {which}
) WHERE s <> t
ON CONFLICT DO UPDATE SET relations = relations + 1, latest = max(latest, excluded.latest),
    tie = iif(excluded.score > score, excluded.tie, tie), score = max(score, excluded.score)
"""
_OF_KIND = "kind IN ('denies', 'contradicts', 'differs', 'corrects')"
_TOUCHING = f"""{_OF_KIND} AND seq IN (
    SELECT seq FROM ties WHERE source IN (SELECT value FROM json_each(:seqs))
    UNION SELECT seq FROM ties WHERE target IN (SELECT value FROM json_each(:seqs))
)"""
_MOVE = """
INSERT INTO conflicts
SELECT min(:new, o), max(:new, o), kind, relations, latest, score, tie FROM (
    SELECT *, iif(low = :old, high, low) AS o FROM conflicts WHERE low = :old OR high = :old
) WHERE o <> :new
ON CONFLICT DO UPDATE SET relations = relations + excluded.relations,
    latest = max(latest, excluded.latest),
    tie = iif(excluded.score > score, excluded.tie, tie), score = max(score, excluded.score)
"""


def count(connection: apsw.Connection, tie: int) -> None:
    """Add a tie to the conflict of its groups.

    Args:
        connection: an open ledger, inside of a writing transaction.
        tie: the number of the relation's entry.
    """
    connection.execute(_COUNT.format(which="seq = :tie"), {"tie": tie})


def count_all(connection: apsw.Connection, statements: Iterable[int]) -> None:
    """Add all ties of some statements, none of which is counted yet.

    Args:
        connection: an open ledger, inside of a writing transaction.
        statements: the numbers of the statements' entries.
    """
    connection.execute(_COUNT.format(which=_TOUCHING), {"seqs": f"{[*statements]}"})


def recount(connection: apsw.Connection, source: int, target: int) -> None:
    """Count the ties between two statements' groups anew, after one of them went.

    Args:
        connection: an open ledger, inside of a writing transaction.
        source: the number of the one statement's entry.
        target: the number of the other's.
    """
    query = 'SELECT coalesce((SELECT "group" FROM groups WHERE statement = :seq), :seq)'
    pair = sorted(value(connection, query, {"seq": seq}) for seq in (source, target))
    connection.execute("DELETE FROM conflicts WHERE low = ? AND high = ?", pair)
    of_groups = [_members(connection, group) for group in pair]
    between = f"""{_OF_KIND} AND (
        (source IN (SELECT value FROM json_each(:low)) AND target IN
            (SELECT value FROM json_each(:high)))
        OR (source IN (SELECT value FROM json_each(:high)) AND target IN
            (SELECT value FROM json_each(:low))))"""
    told = {"low": f"{of_groups[0]}", "high": f"{of_groups[1]}"}
    connection.execute(_COUNT.format(which=between), told)


def move(connection: apsw.Connection, old: int, new: int) -> None:
    """Let the conflicts of a group that became part of another be the other's.

    Args:
        connection: an open ledger, inside of a writing transaction.
        old: the number that the group had.
        new: the number of the group that it is part of now.
    """
    connection.execute(_MOVE, {"old": old, "new": new})
    forget(connection, old)


def forget(connection: apsw.Connection, group: int) -> None:
    """Drop the conflicts of a group, or of a statement that stands alone."""
    connection.execute("DELETE FROM conflicts WHERE low = ?", (group,))
    connection.execute("DELETE FROM conflicts WHERE high = ?", (group,))


def _members(connection: apsw.Connection, group: int) -> list[int]:
    query = 'SELECT statement FROM groups WHERE "group" = ?'
    return [seq for (seq,) in rows(connection, query, (group,))] or [group]
