"""The index of linking, in a ledger's tables.

A key is looked up among its newest claims only, so that a new article costs the same however much
is stored.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from hashlib import blake2b
from heapq import nlargest, nsmallest

import apsw

from zufolge.ledger.asking import row, rows, value
from zufolge.link import Claim
from zufolge.link.memory import MOST_POSTINGS
from zufolge.link.senses import edition
from zufolge.relation import Relation

# Claims of other fields, or with the senses of another model, are made anew.
FORM = " ".join((*(field.name for field in fields(Claim)), edition()))

_GROUPED = """
SELECT other.id FROM claims AS one
JOIN groups AS own ON own.statement = one.seq
JOIN groups AS each ON each."group" = own."group"
JOIN claims AS other ON other.seq = each.statement
WHERE one.id = ? ORDER BY other.seq
"""


class LedgerIndex:
    """The index of ``link.index`` as tables of a ledger; to be used inside of a transaction.

    Args:
        connection: an open ledger.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def add(self, claims: Sequence[Claim], relations: Sequence[Relation] = ()) -> None:
        """Take nothing yet: ``store`` does when the claims' entries have their numbers."""

    def near(self, claim: Claim, *, limit: int) -> Sequence[Claim]:
        """Return claims of other articles that share keys with a claim.

        Args:
            claim: a claim, in the index or not.
            limit: at most so many.

        Returns:
            Those with the greatest sum of weights over the shared keys, as ``link.memory`` finds
            them.
        """
        query = "SELECT claim FROM claim_keys WHERE key = ? ORDER BY claim DESC LIMIT ?"
        shared: defaultdict[int, float] = defaultdict(float)
        for key in _hashed(claim):
            found = list(rows(self._connection, query, (key, MOST_POSTINGS)))
            for (seq,) in found:
                shared[seq] += 1 / len(found)
        own = "SELECT seq FROM claims WHERE article = ?"
        for (seq,) in rows(self._connection, own, (claim.article,)):
            shared.pop(seq, None)
        return [read(self._connection, seq) for seq in self._best(shared, limit)]

    def of_article(self, article: str) -> Sequence[Claim]:
        """Return the claims of an article, in the order of its statements."""
        return stored(self._connection, article)

    def same(self, statement: str) -> Sequence[str]:
        """Return the group of statements that are the same as one, itself included."""
        grouped = rows(self._connection, _GROUPED, (statement,))
        return [each for (each,) in grouped] or [statement]

    def _best(self, shared: dict[int, float], limit: int) -> list[int]:
        """Return the heaviest; of those that weigh the same, those with the smaller ids."""
        if not shared:
            return []
        bar = nlargest(limit, shared.values())[-1]
        query = "SELECT id FROM claims WHERE seq = ?"
        kept = [
            (-weight, value(self._connection, query, (seq,)), seq)
            for seq, weight in shared.items()
            if weight >= bar
        ]
        return [seq for _, _, seq in nsmallest(limit, kept)]


def store(connection: apsw.Connection, seq: int, claim: Claim) -> None:
    """Put a claim into the index, unless it is there.

    Args:
        connection: an open ledger, inside of a writing transaction.
        seq: the number of its statement's entry.
        claim: the claim.
    """
    if value(connection, "SELECT 1 FROM claims WHERE seq = ?", (seq,)):
        return
    told = replace(claim, vector=b"").to_json()
    content = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    values = (seq, claim.article, claim.statement, content)
    connection.execute("INSERT INTO claims VALUES (?, ?, ?, ?)", values)
    connection.executemany(
        "INSERT OR IGNORE INTO claim_keys VALUES (?, ?)", [(key, seq) for key in _hashed(claim)]
    )
    if claim.vector:
        connection.execute("INSERT INTO vectors VALUES (?, ?)", (seq, claim.vector))


def stored(connection: apsw.Connection, article: str) -> tuple[Claim, ...]:
    """Return the claims of an article, in the order of its statements."""
    query = "SELECT seq FROM claims WHERE article = ? ORDER BY seq"
    numbers = [seq for (seq,) in rows(connection, query, (article,))]
    return tuple(read(connection, seq) for seq in numbers)


def discard(connection: apsw.Connection, seqs: Iterable[int]) -> None:
    """Take claims out of the index.

    Args:
        connection: an open ledger, inside of a writing transaction.
        seqs: the numbers of their statements' entries; others are passed over.
    """
    for seq in seqs:
        if value(connection, "SELECT 1 FROM claims WHERE seq = ?", (seq,)):
            keys = [(key, seq) for key in _hashed(read(connection, seq))]
            connection.executemany("DELETE FROM claim_keys WHERE key = ? AND claim = ?", keys)
            connection.execute("DELETE FROM claims WHERE seq = ?", (seq,))
            connection.execute("DELETE FROM vectors WHERE statement = ?", (seq,))


def read(connection: apsw.Connection, seq: int) -> Claim:
    """Return the claim of a statement, by the number of its entry."""
    query = """
        SELECT content, (SELECT vector FROM vectors WHERE statement = claims.seq)
        FROM claims WHERE seq = ?
    """
    content, vector = row(connection, query, (seq,))
    return replace(Claim.from_json(json.loads(content)), vector=vector or b"")


def _hashed(claim: Claim) -> list[int]:
    """Return the keys of a claim as SQLite stores them: 64 bits of BLAKE2, signed."""
    digests = (blake2b(key.encode(), digest_size=8).digest() for key in claim.keys)
    return [int.from_bytes(digest, "big", signed=True) for digest in digests]
