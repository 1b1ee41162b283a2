"""What was recorded about one thing, in the order in which it was recorded."""

import json
from dataclasses import dataclass
from typing import Any

import apsw

from zufolge.ledger.asking import rows, value

# An entry concerns an id if it has it, belongs to it, connects it, or withdraws or erases it.
_CONCERNED = """
WITH mine AS (SELECT seq FROM entries WHERE id = :id)
SELECT seq, kind, content FROM entries WHERE seq IN (
    SELECT seq FROM mine
    UNION SELECT seq FROM entries WHERE kind = 'relation' AND content ->> 'from' = :id
    UNION SELECT seq FROM entries WHERE kind = 'relation' AND content ->> 'to' = :id
    UNION SELECT seq FROM entries
        WHERE kind = 'judgement' AND :id IN (content ->> 'subject', content ->> 'other')
    UNION SELECT w.seq FROM mine JOIN entries AS w
        ON w.kind = 'withdrawal' AND w.content ->> 'row' = mine.seq
    UNION SELECT r.seq FROM entries AS r, json_each(r.content, '$.articles') AS erased
        WHERE r.kind = 'redaction' AND erased.value = :id
) ORDER BY seq
"""


@dataclass(frozen=True, slots=True)
class Event:
    """One entry in the history of something.

    Args:
        seq: the number of the entry.
        at: when it was sealed, UTC in ISO 8601.
        kind: of the entry.
        content: its fields; null if they were erased.
        withdrawn: number of the entry that withdraws this one, or null while it holds.
    """

    seq: int
    at: str
    kind: str
    content: dict[str, Any] | None
    withdrawn: int | None


def history(connection: apsw.Connection, subject: str) -> tuple[Event, ...]:
    """Return everything recorded about an id.

    Args:
        connection: an open ledger.
        subject: id of an article, statement, actor, relation, judgement or failure.

    Returns:
        The entries with this id and those that connect, withdraw or erase it, oldest first; none
        if the ledger does not know the id.
    """
    return tuple(
        Event(
            seq,
            _sealed_at(connection, seq),
            kind,
            json.loads(content) if content else None,
            _withdrawn(connection, seq),
        )
        for seq, kind, content in rows(connection, _CONCERNED, {"id": subject})
    )


def _sealed_at(connection: apsw.Connection, seq: int) -> str:
    query = "SELECT at FROM batches WHERE last >= ? ORDER BY number LIMIT 1"
    return str(value(connection, query, (seq,)))


def _withdrawn(connection: apsw.Connection, seq: int) -> int | None:
    query = "SELECT seq FROM entries WHERE kind = 'withdrawal' AND content ->> 'row' = ?"
    found = value(connection, query, (seq,))
    return None if found is None else int(found)
