"""Proves that nothing sealed was altered, or names the first thing that was."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import apsw

from zufolge.errors import AlteredLedger
from zufolge.ledger.asking import row
from zufolge.ledger.sealing import batch_seal, entry_hash

# Texts are fetched as bytes: what was altered need not be UTF-8 any more.
Entry = tuple[int, bytes, bytes, bytes | None, bytes | None]


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found intact.

    Args:
        entries: how many entries there are.
        erased: how many of them a redaction has erased.
        batches: how many batches seal them.
        seal: the newest seal, to be noted outside of the ledger; empty if there is none.
    """

    entries: int
    erased: int
    batches: int
    seal: str


def verify(connection: apsw.Connection, *, seal: str | None = None) -> Verification:
    """Check all entries and seals from the first to the last.

    Args:
        connection: an open ledger.
        seal: one noted earlier, whole or its first digits; it must still be among the seals.

    Returns:
        The counts, and the newest seal.

    Raises:
        AlteredLedger: naming the first entry or batch that was altered, added or removed.
    """
    erased = _erased(connection)
    entries = _entries(connection)
    last, number, previous, gone, found = 0, 0, "", 0, seal is None
    for batch in connection.execute(
        "SELECT number, CAST(at AS BLOB), last, CAST(previous AS BLOB), CAST(seal AS BLOB)"
        " FROM batches ORDER BY number"
    ):
        number += 1
        if batch[0] != number:
            raise AlteredLedger(f"batch {number}, with entries from {last + 1} on, is missing")
        sealed = []
        for seq in range(last + 1, batch[2] + 1):
            entry = next(entries, None)
            gone += _check(entry, seq, number, erased)
            if entry:
                sealed.append((seq, _text(entry[1]), entry[2]))
        first, last = last + 1, batch[2]
        at, told, new = (_text(batch[index]) for index in (1, 3, 4))
        if told != previous or new != batch_seal(number, at, sealed, previous):
            raise AlteredLedger(
                f"batch {number} (entries {first} to {last}) was altered: its seal does not fit"
            )
        previous = new
        found = found or previous.startswith(seal or "")
    _check_end(connection, next(entries, None), number, previous)
    if not found:
        raise AlteredLedger(f"the seal {seal} is not among its seals: what it sealed was replaced")
    return Verification(last, gone, number, previous)


def _erased(connection: apsw.Connection) -> dict[int, int]:
    """Return which redaction names which entry; whether it is genuine shows in its own seal."""
    found = {}
    for seq, content in connection.execute(
        "SELECT seq, CAST(content AS BLOB) FROM entries WHERE kind = 'redaction' ORDER BY seq"
    ):
        try:
            found.update(dict.fromkeys(json.loads(content)["rows"], seq))
        except (TypeError, ValueError, KeyError):
            continue  # It was altered; its own hash will say so.
    return found


def _entries(connection: apsw.Connection) -> Iterator[Entry]:
    return connection.execute(
        "SELECT seq, CAST(kind AS BLOB), hash, salt, CAST(content AS BLOB)"
        " FROM entries ORDER BY seq"
    )


def _check(entry: Entry | None, seq: int, batch: int, erased: dict[int, int]) -> int:
    """Check one entry; return 1 if it is erased, as a redaction says, and 0 otherwise."""
    if entry is None or entry[0] > seq:
        raise AlteredLedger(f"entry {seq} of batch {batch} is missing")
    if entry[0] < seq:
        raise AlteredLedger(f"entry {entry[0]} was added without a seal")
    kind, (digest, salt, content) = _text(entry[1]), entry[2:]
    place = f"entry {seq} ({kind}) of batch {batch}"
    if content is None and salt is None:
        if erased.get(seq, 0) <= seq:
            raise AlteredLedger(f"{place} was erased, and no redaction says so")
        return 1
    if salt is None or content is None or entry_hash(kind, salt, content) != digest:
        raise AlteredLedger(f"{place} was altered: its content does not fit its hash")
    if seq in erased:
        raise AlteredLedger(f"{place} is there again, although entry {erased[seq]} erased it")
    return 0


def _check_end(connection: apsw.Connection, surplus: Entry | None, number: int, seal: str) -> None:
    if surplus:
        raise AlteredLedger(f"entry {surplus[0]} ({_text(surplus[1])}) was added without a seal")
    head = row(connection, "SELECT number, seal FROM head") or (0, "")
    if head != (number, seal):
        raise AlteredLedger(
            f"batch {max(number, head[0])} is missing or was replaced:"
            f" the newest seal is not that of batch {number}"
        )


def _text(written: bytes) -> str:
    return written.decode("utf-8", "replace")
