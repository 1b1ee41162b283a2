"""What somebody said, over time."""

from collections.abc import Sequence

import apsw

from zufolge.ledger.answers import Attribution
from zufolge.ledger.asking import rows
from zufolge.ledger.attributions import load
from zufolge.ledger.filters import Filter, conditions

_QUERY = """
SELECT a.seq FROM attributions AS a
WHERE a.actor IN (
    SELECT actor FROM members JOIN personas USING (persona)
    WHERE identity IN (SELECT value FROM json_each(:identities))
) AND {conditions}
ORDER BY coalesce(a.said_earliest, a.published_earliest, ''),
    coalesce(a.said_latest, a.published_latest, ''), a.article, a.number
LIMIT :limit OFFSET :offset
"""


def who(
    connection: apsw.Connection,
    identities: Sequence[str],
    wanted: Filter,
    *,
    limit: int,
    offset: int,
) -> list[Attribution]:
    """Return the statements of an actor, by when they were said, else published.

    Args:
        connection: an open ledger.
        identities: who is asked about.
        wanted: what the statements have to be like; its actor is passed over.
        limit: at most so many.
        offset: so many are left out before.
    """
    where, values = conditions(wanted, None)
    listed = "[" + ",".join(f'"{identity}"' for identity in identities) + "]"
    values |= {"identities": listed, "limit": limit, "offset": offset}
    found = rows(connection, _QUERY.format(conditions=where), values)
    return load(connection, [seq for (seq,) in found])
