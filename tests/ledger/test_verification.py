"""Whatever is done to what is sealed is found, and the first thing altered is named."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest

from tests.ledger.story import AGENCY, RELATIONS, RIVAL, STORY
from zufolge.errors import AlteredLedger, LedgerError
from zufolge.ledger import Ledger
from zufolge.ledger.sealing import batch_seal, canonical, entry_hash

KINDS = (
    *("article", "statement", "actor", "time", "place", "relation", "judgement", "failure"),
    *("withdrawal", "redaction"),
)


def fill(ledger: Ledger) -> None:
    """Record something of every kind."""
    for report in STORY:
        ledger.add(report, [])
    ledger.relate(RELATIONS)
    ledger.fail("leer.txt", "decoding", "there is no text in it")
    left, right = (actor.id for actor in RIVAL.actors[:2])
    ledger.judge(left, right, "split", reason="zwei Personen", by="ks")
    ledger.withdraw(AGENCY.statements[1].id, reason="verlesen", by="ks")
    ledger.redact_article(STORY[-1].article.id, reason="Antrag", by="ks")
    ledger.fail("voll.txt", "annotate", "ValueError: zu lang")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "hafen.ledger") as opened:
        fill(opened)
        # What keeps everybody else from changing entries does not keep a forger.
        guards = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE%'"
        for (guard,) in opened.connection.execute(guards).fetchall():
            opened.connection.execute(f"DROP TRIGGER {guard}")
        yield opened


def first_of(ledger: Ledger, kind: str) -> int:
    query = "SELECT min(seq) FROM entries WHERE kind = ? AND content IS NOT NULL"
    return int(str(ledger.connection.execute(query, (kind,)).get))


def test_what_is_untouched_verifies(ledger: Ledger) -> None:
    found = ledger.verify()
    count = ledger.connection.execute("SELECT count(*) FROM entries").get
    erased = ledger.connection.execute("SELECT count(*) FROM entries WHERE content IS NULL").get
    assert (found.entries, found.erased) == (count, erased)
    assert found.seal == ledger.connection.execute("SELECT seal FROM head").get


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("column", ["content", "salt", "hash", "kind"])
def test_a_changed_byte_is_named(ledger: Ledger, kind: str, column: str) -> None:
    seq = first_of(ledger, kind)
    changed = {
        "content": "replace(content, 'a', 'b')",
        "salt": "randomblob(16)",
        "hash": "randomblob(32)",
        "kind": "'place' || kind",
    }[column]
    ledger.connection.execute(f"UPDATE entries SET {column} = {changed} WHERE seq = ?", (seq,))
    # Without the redaction the entry that it erased has no right to be empty.
    erased = kind == "redaction" and column == "kind"
    told = "no redaction says so" if erased else rf"entry {seq} \(.*\) of batch \d+ was altered"
    with pytest.raises(AlteredLedger, match=told):
        ledger.verify()


@pytest.mark.parametrize("column", ["at", "last", "previous", "seal", "number"])
def test_a_changed_batch_is_named(ledger: Ledger, column: str) -> None:
    changed = {"last": "last + 1", "number": "100"}.get(column, f"replace({column}, '2', '3')")
    ledger.connection.execute(f"UPDATE batches SET {column} = {changed} WHERE number = 3")
    with pytest.raises(AlteredLedger, match=r"batch 3\b"):
        ledger.verify()


@pytest.mark.parametrize("kind", KINDS)
def test_a_deleted_row_is_named(ledger: Ledger, kind: str) -> None:
    seq = first_of(ledger, kind)
    ledger.connection.execute("DELETE FROM entries WHERE seq = ?", (seq,))
    gone = rf"entry {seq} of batch \d+ is missing"
    told = "no redaction says so" if kind == "redaction" else gone
    with pytest.raises(AlteredLedger, match=told):
        ledger.verify()


@pytest.mark.parametrize("number", [1, 3, None])
def test_a_deleted_batch_is_named(ledger: Ledger, number: int | None) -> None:
    ask = ledger.connection.execute
    number = number or int(str(ask("SELECT max(number) FROM batches").get))
    query = "SELECT coalesce(max(last), 0) FROM batches WHERE number < ?"
    before = ask(query, (number,)).get
    last = ask("SELECT last FROM batches WHERE number = ?", (number,)).get
    ask("DELETE FROM entries WHERE seq > ? AND seq <= ?", (before, last))
    ask("DELETE FROM batches WHERE number = ?", (number,))
    with pytest.raises(AlteredLedger, match=rf"batch {number}\b.* is missing"):
        ledger.verify()


@pytest.mark.parametrize("seq", [0, -4, 10**6])
def test_an_inserted_row_is_named(ledger: Ledger, seq: int) -> None:
    ledger.connection.execute(
        "INSERT INTO entries (seq, kind, hash, salt, content)"
        " SELECT ?, kind, hash, salt, json_remove(content, '$.id') FROM entries WHERE seq = 1",
        (seq,),
    )
    with pytest.raises(AlteredLedger, match=rf"entry {seq} .*was added without a seal"):
        ledger.verify()


def test_swapped_rows_are_named(ledger: Ledger) -> None:
    first = first_of(ledger, "statement")
    ask = ledger.connection.execute
    rows = ask("SELECT hash, salt, content FROM entries WHERE seq IN (?, ?)", (first, first + 1))
    one, other = rows.fetchall()
    update = "UPDATE entries SET hash = ?, salt = ?, content = ? WHERE seq = ?"
    ask(update, (*other, first))
    ask(update, (*one, first + 1))
    with pytest.raises(AlteredLedger, match=r"batch 1 \(entries 1 to \d+\) was altered"):
        ledger.verify()


def test_content_that_is_erased_without_a_redaction_is_named(ledger: Ledger) -> None:
    seq = first_of(ledger, "statement")
    ledger.connection.execute(
        "UPDATE entries SET salt = NULL, content = NULL WHERE seq = ?", (seq,)
    )
    with pytest.raises(
        AlteredLedger, match=rf"entry {seq} .* was erased, and no redaction says so"
    ):
        ledger.verify()


def test_erased_content_that_is_back_is_named(ledger: Ledger) -> None:
    seq = ledger.connection.execute("SELECT min(seq) FROM entries WHERE content IS NULL").get
    salt, content = b"0" * 16, canonical({"id": "x"})
    ledger.connection.execute(
        "UPDATE entries SET salt = ?, content = ?, hash = ? WHERE seq = ?",
        (salt, content.decode(), entry_hash("article", salt, content), seq),
    )
    with pytest.raises(AlteredLedger, match=rf"entry {seq} .* is there again, although entry"):
        ledger.verify()


def test_a_forged_chain_is_told_by_a_seal_that_was_noted(ledger: Ledger) -> None:
    """Whoever can write the file can seal it anew; a seal noted elsewhere shows it."""
    noted = ledger.verify().seal
    ask = ledger.connection.execute
    seq = first_of(ledger, "statement")
    query = "SELECT kind, salt, content FROM entries WHERE seq = ?"
    [(kind, salt, content)] = ask(query, (seq,))
    forged = str(content).replace("asserts", "denies")
    digest = entry_hash(str(kind), bytes(salt), forged.encode())
    ask("UPDATE entries SET content = ?, hash = ? WHERE seq = ?", (forged, digest, seq))
    last, previous = 0, ""
    for number, at, end in ask("SELECT number, at, last FROM batches ORDER BY number").fetchall():
        query = "SELECT seq, kind, hash FROM entries WHERE seq > ? AND seq <= ? ORDER BY seq"
        entries: list[Any] = ask(query, (last, end)).fetchall()
        seal = batch_seal(int(str(number)), str(at), entries, previous)
        update = "UPDATE batches SET previous = ?, seal = ? WHERE number = ?"
        ask(update, (previous, seal, number))
        last, previous = int(str(end)), seal
    ask("UPDATE head SET seal = ?", (previous,))
    assert ledger.verify().seal != noted
    with pytest.raises(AlteredLedger, match="is not among its seals"):
        ledger.verify(seal=noted[:12])


def test_a_seal_noted_earlier_is_found_again(ledger: Ledger) -> None:
    noted = ledger.verify().seal
    ledger.fail("noch.txt", None, "leer")
    assert ledger.verify(seal=noted).seal != noted


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of a ledger."""
    path = tmp_path_factory.mktemp("image") / "hafen.ledger"
    with Ledger(path) as ledger:
        fill(ledger)
    return path.read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_no_changed_byte_on_disk_goes_unnoticed(image: bytes, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "hafen.ledger"
    path.write_bytes(image)
    with Ledger(path) as ledger:
        query = "SELECT content FROM entries WHERE seq = ?"
        content = str(ledger.connection.execute(query, (first_of(ledger, kind),)).get).encode()
    dice = random.Random(kind)
    for _ in range(5):
        changed = bytearray(content)
        changed[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
        # Unused parts of a page may hold the content as well.
        path.write_bytes(image.replace(content, changed))
        with pytest.raises(LedgerError), Ledger(path) as ledger:
            ledger.verify()


def test_a_damaged_file_is_said_in_words(tmp_path: Path) -> None:
    path = tmp_path / "kaputt.ledger"
    with Ledger(path) as ledger:
        fill(ledger)
    image = bytearray(path.read_bytes())
    image[4096 : 4096 * 20] = b"\xff" * 4096 * 19
    path.write_bytes(image)
    with pytest.raises(LedgerError, match="damaged"), Ledger(path) as ledger:
        ledger.verify()


def test_apsw_errors_do_not_come_through(ledger: Ledger) -> None:
    ledger.connection.execute("DROP TABLE head")
    with pytest.raises(LedgerError) as refused:
        ledger.verify()
    assert isinstance(refused.value.__cause__, apsw.Error)
