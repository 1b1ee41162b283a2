"""Groups of statements that are the same, kept as relations come and go."""

import apsw

from zufolge.ledger.asking import rows, value
from zufolge.ledger.conflicts import count_all, forget, move

_NEIGHBOURS = """
SELECT target FROM ties WHERE source = :seq AND kind = 'same'
UNION SELECT source FROM ties WHERE target = :seq AND kind = 'same'
"""


def unite(connection: apsw.Connection, left: int, right: int) -> None:
    """Make one group of two statements' groups.

    Args:
        connection: an open ledger, inside of a writing transaction.
        left: the number of the one statement's entry.
        right: the number of the other's.
    """
    one, other = group_of(connection, left), group_of(connection, right)
    least, most = min(one, other), max(one, other)
    for seq in (left, right):
        connection.execute("INSERT OR IGNORE INTO groups VALUES (?, ?)", (seq, least))
    if least == most:
        return
    size = sum(size_of(connection, group) for group in (least, most))
    connection.execute('DELETE FROM group_sizes WHERE "group" = ?', (most,))
    connection.execute("INSERT OR REPLACE INTO group_sizes VALUES (?, ?)", (least, size))
    # The later group is the smaller one as a rule, so that this costs the same in a large ledger.
    connection.execute('UPDATE groups SET "group" = ? WHERE "group" = ?', (least, most))
    move(connection, most, least)


def group_of(connection: apsw.Connection, seq: int) -> int:
    """Return the number of a statement's group, or its own where it stands alone."""
    found = value(connection, 'SELECT "group" FROM groups WHERE statement = ?', (seq,))
    return seq if found is None else int(found)


def size_of(connection: apsw.Connection, group: int) -> int:
    """Return the number of statements in a group; 1 where there is no such group."""
    found = value(connection, 'SELECT statements FROM group_sizes WHERE "group" = ?', (group,))
    return 1 if found is None else int(found)


def part(connection: apsw.Connection, *seqs: int) -> None:
    """Find the groups of some statements anew after a relation between them went.

    Args:
        connection: an open ledger, inside of a writing transaction.
        seqs: numbers of the statements at the ends of the relation.
    """
    touched = {*seqs}
    for seq in seqs:
        touched |= set(members(connection, seq))
    for group in {group_of(connection, seq) for seq in touched}:
        connection.execute('DELETE FROM group_sizes WHERE "group" = ?', (group,))
        forget(connection, group)
    done: set[int] = set()
    for seq in sorted(touched):
        if seq not in done:
            done |= _regroup(connection, seq)
    count_all(connection, touched)


def members(connection: apsw.Connection, seq: int, *, limit: int = -1) -> tuple[int, ...]:
    """Return the group of a statement, itself included.

    Args:
        connection: an open ledger.
        seq: the number of the statement's entry.
        limit: at most so many, the first ones; all by default.

    Returns:
        The numbers of its members, sorted; the statement alone where it has no group.
    """
    group = value(connection, 'SELECT "group" FROM groups WHERE statement = ?', (seq,))
    if group is None:
        return (seq,)
    query = 'SELECT statement FROM groups WHERE "group" = ? ORDER BY statement LIMIT ?'
    found = rows(connection, query, (group, limit))
    return tuple(sorted(statement for (statement,) in found))


def _regroup(connection: apsw.Connection, seq: int) -> set[int]:
    """Find everything that ``same`` holds together with a statement, and store it as one group."""
    found, open_ = {seq}, [seq]
    while open_:
        for (other,) in rows(connection, _NEIGHBOURS, {"seq": open_.pop()}):
            if other not in found:
                found.add(other)
                open_.append(other)
    if len(found) == 1:
        connection.execute("DELETE FROM groups WHERE statement = ?", (seq,))
    else:
        least = min(found)
        connection.executemany(
            "INSERT OR REPLACE INTO groups VALUES (?, ?)", [(each, least) for each in found]
        )
        connection.execute("INSERT OR REPLACE INTO group_sizes VALUES (?, ?)", (least, len(found)))
    return found
