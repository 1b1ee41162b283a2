"""Rows become sealed entries: salted hashes of canonical JSON, chained batch by batch."""

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import apsw
import rfc8785

from zufolge.errors import LedgerError
from zufolge.ledger.asking import row

JSON = dict[str, Any]
_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Row:
    """Something to be recorded.

    Args:
        kind: the kind of entry (``article``, ``statement`` …).
        content: its fields, as JSON can write them.
    """

    kind: str
    content: JSON


def append(connection: apsw.Connection, rows: Sequence[Row]) -> range:
    """Record rows as one sealed batch; to be called inside of a writing transaction.

    Args:
        connection: an open ledger.
        rows: what is to be recorded, in order; nothing happens if there are none.

    Returns:
        The numbers of the new entries.

    Raises:
        LedgerError: if a row cannot be written as JSON.
    """
    last, number, previous = _end(connection)
    numbers = range(last + 1, last + 1 + len(rows))
    if not rows:
        return numbers
    entries = []
    for seq, each in zip(numbers, rows, strict=True):
        content, salt = canonical(each.content), os.urandom(_SALT_BYTES)
        digest = entry_hash(each.kind, salt, content)
        entries.append((seq, each.kind, digest, salt, content.decode()))
    connection.executemany(
        "INSERT INTO entries (seq, kind, hash, salt, content) VALUES (?, ?, ?, ?, ?)", entries
    )
    at = datetime.now(UTC).isoformat(timespec="seconds")
    seal = batch_seal(number + 1, at, [entry[:3] for entry in entries], previous)
    connection.execute(
        "INSERT INTO batches (number, at, last, previous, seal) VALUES (?, ?, ?, ?, ?)",
        (number + 1, at, numbers[-1], previous, seal),
    )
    return numbers


def canonical(content: JSON) -> bytes:
    """Return the canonical JSON (RFC 8785) of some fields.

    Raises:
        LedgerError: if JSON cannot write them: half of a surrogate pair, an infinite number.
    """
    try:
        return rfc8785.dumps(content)
    except (rfc8785.CanonicalizationError, UnicodeError) as error:
        raise LedgerError(f"this cannot be stored as JSON: {error}") from error


def entry_hash(kind: str, salt: bytes, content: bytes) -> bytes:
    """Return the salted hash of an entry.

    Args:
        kind: the kind of entry.
        salt: its random bytes.
        content: its canonical JSON.

    Returns:
        SHA-256 of the salt followed by the canonical JSON of ``{"content": …, "kind": …}``.
    """
    sealed = hashlib.sha256(salt)
    sealed.update(b'{"content":' + content + b',"kind":' + rfc8785.dumps(kind) + b"}")
    return sealed.digest()


def batch_seal(
    number: int, at: str, entries: Iterable[tuple[int, str, bytes]], previous: str
) -> str:
    """Return the seal of a batch: SHA-256 over its entries' hashes and the seal before it.

    Args:
        number: of the batch, from 1.
        at: when it was sealed.
        entries: number, kind and hash of each.
        previous: the seal of the batch before, empty for the first.

    Returns:
        64 hexadecimal digits.
    """
    listed = [[seq, kind, digest.hex()] for seq, kind, digest in entries]
    sealed: JSON = {"number": number, "at": at, "entries": listed, "previous": previous}
    return hashlib.sha256(rfc8785.dumps(sealed)).hexdigest()


def _end(connection: apsw.Connection) -> tuple[int, int, str]:
    """Return the last entry's number, the last batch's number, and its seal."""
    query = "SELECT last, number, seal FROM batches ORDER BY number DESC LIMIT 1"
    return row(connection, query) or (0, 0, "")
