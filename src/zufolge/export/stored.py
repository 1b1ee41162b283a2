"""What a ledger holds, as content to export."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import apsw

from zufolge.export.content import Content, Identity, Judgement
from zufolge.ledger import Ledger
from zufolge.ledger.asking import row, rows, value
from zufolge.ledger.attributions import first_links
from zufolge.ledger.grouping import members
from zufolge.ledger.opening import explained
from zufolge.ledger.rows import read_relation
from zufolge.relation import Origin, Relation
from zufolge.report import Report

# The order is that of ``content.moment``: SQLite compares texts by their code points as well.
_ARTICLES = "SELECT id FROM articles ORDER BY coalesce(date, ''), id"
_RELATIONS = """
SELECT content FROM live WHERE kind = 'relation'
ORDER BY content ->> 'from', content ->> 'kind', content ->> 'to'
"""
_GROUPS = """
SELECT g."group" FROM groups AS g JOIN attributions AS a ON a.seq = g.statement
GROUP BY g."group" ORDER BY min(a.id)
"""
_JUDGEMENTS = 'SELECT subject, other, verdict, reason, "by" FROM judgements ORDER BY seq'
_IDENTITY = """
SELECT i.identity, i.name FROM members AS m JOIN personas AS p ON p.persona = m.persona
JOIN identities AS i ON i.identity = p.identity WHERE m.actor = ?
"""


@contextmanager
def stored(ledger: Ledger) -> Iterator[Content]:
    """Return what a ledger holds at this moment, whoever writes to it meanwhile.

    Args:
        ledger: an open ledger, in which nothing is written before the content is let go.

    Returns:
        Its content in the order of export. Reports are read one by one as they are asked for.
    """
    connection = ledger.connection
    with explained(ledger.path):
        connection.execute("BEGIN")
        try:
            yield Content(
                _reports(ledger),
                _relations(connection),
                _origins(connection),
                _Identities(connection),
                _judgements(connection),
            )
        finally:
            connection.execute("ROLLBACK")


def _reports(ledger: Ledger) -> Iterator[Report]:
    for (article,) in rows(ledger.connection, _ARTICLES):
        yield ledger.report(article)


def _relations(connection: apsw.Connection) -> Iterator[Relation]:
    for (content,) in rows(connection, _RELATIONS):
        yield read_relation(content)


def _origins(connection: apsw.Connection) -> Iterator[Origin]:
    for (group,) in rows(connection, _GROUPS):
        numbers = members(connection, group)
        names = sorted(first_links(connection, numbers))
        query = "SELECT id FROM attributions WHERE seq IN (SELECT value FROM json_each(?))"
        ids = sorted(each for (each,) in rows(connection, query, (f"{[*numbers]}",)))
        yield Origin(tuple(ids), max(1, len(names)), tuple(names))


def _judgements(connection: apsw.Connection) -> Iterator[Judgement]:
    for told in rows(connection, _JUDGEMENTS):
        yield Judgement(*told)


class _Identities(Mapping[str, Identity]):
    """Who actors are across articles, looked up when they are asked for."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def __getitem__(self, actor: str) -> Identity:
        found = row(self._connection, _IDENTITY, (actor,))
        if found is None:
            raise KeyError(actor)
        return Identity(*found)

    def __iter__(self) -> Iterator[str]:
        yield from (actor for (actor,) in rows(self._connection, "SELECT actor FROM members"))

    def __len__(self) -> int:
        return int(value(self._connection, "SELECT count(*) FROM members"))
