"""Erases a text, or a person's name, for good; that it was done stays on record.

An entry is erased by dropping its content and its salt: what is left is a hash that nobody can test
a guess against. The entries of a redaction say which ones were erased, so the chain still verifies.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import apsw

from zufolge.errors import LedgerError
from zufolge.identity import identify
from zufolge.ledger import derived, index
from zufolge.ledger.actors import find, find_one
from zufolge.ledger.asking import rows, value
from zufolge.ledger.masking import black, mask, parts_of_names, whole_names
from zufolge.ledger.opening import BUSY_SECONDS
from zufolge.ledger.rows import STORED_REPORT, read_relation, read_report, relation_row, report_rows
from zufolge.ledger.sealing import Row, append
from zufolge.relation import Relation

_OF_ARTICLE = """
WITH parts AS (SELECT seq, id FROM entries WHERE (kind = 'article' AND id = :id) OR article = :id)
SELECT seq FROM parts
UNION SELECT e.seq FROM parts JOIN entries AS e
    ON e.kind = 'relation' AND e.content ->> 'from' = parts.id
UNION SELECT e.seq FROM parts JOIN entries AS e
    ON e.kind = 'relation' AND e.content ->> 'to' = parts.id
UNION SELECT e.seq FROM entries AS e WHERE e.kind = 'judgement' AND (
    e.content ->> 'subject' IN (SELECT id FROM parts)
    OR e.content ->> 'other' IN (SELECT id FROM parts))
UNION SELECT e.seq FROM parts JOIN entries AS e
    ON e.kind = 'withdrawal' AND e.content ->> 'row' = parts.seq
ORDER BY 1
"""
_WITHDRAWALS = """
SELECT w.seq FROM entries AS w WHERE w.kind = 'withdrawal' AND w.content ->> 'row' = ?
"""
_NAMED = """
SELECT DISTINCT name FROM (
    SELECT p.name FROM personas AS p WHERE p.identity = :identity
    UNION SELECT a.name FROM personas AS p JOIN members AS m ON m.persona = p.persona
        JOIN actors AS a ON a.id = m.actor WHERE p.identity = :identity
)
"""
_MENTIONING = """
SELECT DISTINCT m.article FROM personas AS p JOIN members AS m ON m.persona = p.persona
WHERE p.identity = ?
"""
# Entries of these kinds hold words that a user or the program wrote, not the words of an article.
_REMARKS = {"failure": ("source", "reason"), "withdrawal": ("reason", "by")}


@dataclass(frozen=True, slots=True)
class Redaction:
    """What a redaction did.

    Args:
        erased: how many entries lost their content.
        articles: ids of the articles that were erased.
        replacements: for those of them that stay with a name blacked out, the new id.
        wiped: whether the file was written anew, so that no byte of it is left; if others were
            using it then, that is done at the next opening.
    """

    erased: int
    articles: tuple[str, ...]
    replacements: Mapping[str, str]
    wiped: bool = False


def redact_article(connection: apsw.Connection, article: str, *, reason: str, by: str) -> Redaction:
    """Erase an article and everything that was read from it or recorded about it.

    Args:
        connection: an open ledger, inside of a writing transaction.
        article: its id.
        reason: on which grounds; it stays on record.
        by: who erases it.

    Raises:
        LedgerError: if no such article is stored.
    """
    if not value(connection, "SELECT 1 FROM articles WHERE id = ?", (article,)):
        raise LedgerError(f"there is no article {article} to erase")
    return _redact(connection, _of_article(connection, article), [article], {}, [], reason, by)


def redact_person(connection: apsw.Connection, name: str, *, reason: str, by: str) -> Redaction:
    """Black a person's name out of everything stored.

    Each article that names the person is erased and stored anew with black blocks for the name, so
    that what else it says stays. In articles that speak of the person every word of the name is
    blacked out, elsewhere the name as a whole.

    Args:
        connection: an open ledger, inside of a writing transaction.
        name: a name or id, as ``Ledger.who`` takes it.
        reason: on which grounds; it stays on record, so it must not hold the name.
        by: who erases it.

    Raises:
        LedgerError: if nothing names the person, more than one is called so, or the reason tells
            the name.
    """
    # Nobody may be called so and a text still tell the name: of somebody who says nothing.
    identity = find_one(connection, name) if find(connection, name) else name
    names = [told for (told,) in rows(connection, _NAMED, {"identity": identity})] or [name]
    parts, whole = parts_of_names(names), whole_names(names)
    if parts.search(f"{reason} {by}"):
        raise LedgerError("the reason stays on record, so it must not tell the name")
    spoken_of = {article for (article,) in rows(connection, _MENTIONING, (identity,))}
    gone: set[int] = set()
    ids: dict[str, str] = {}
    new: list[Row] = []
    replacements: dict[str, str] = {}
    relations: dict[int, Relation] = {}
    articles = "SELECT id, text, title FROM articles ORDER BY seq"
    for article, text, title in list(rows(connection, articles)):
        pattern = parts if article in spoken_of else whole
        if article not in spoken_of and not pattern.search(f"{text} {title}"):
            continue
        seqs = _of_article(connection, article)
        relations |= _relations_among(connection, seqs)
        gone |= set(seqs)
        report = read_report(rows(connection, STORED_REPORT, {"id": article}))
        masked, renamed = mask(report, pattern)
        ids |= renamed
        replacements[article] = masked.article.id
        new += report_rows(masked)
    new += [_renamed(relation, ids, parts) for _, relation in sorted(relations.items())]
    new += _judgements(connection, gone, ids, parts)
    remarks, remade = _remarks(connection, re.compile(whole.pattern, re.IGNORECASE), gone)
    if not gone | remarks:
        raise LedgerError(f"nothing stored names {name}")
    return _redact(
        connection, sorted(gone | remarks), [*replacements], replacements, new + remade, reason, by
    )


def _redact(
    connection: apsw.Connection,
    seqs: Sequence[int],
    articles: Sequence[str],
    replacements: Mapping[str, str],
    new: Sequence[Row],
    reason: str,
    by: str,
) -> Redaction:
    """Record a redaction with what takes the place of what goes, then drop that."""
    content = {"rows": [*seqs], "articles": [*articles], "replacements": {**replacements}}
    append(connection, [Row("redaction", {**content, "reason": reason, "by": by}), *new])
    index.discard(connection, seqs)
    connection.executemany(
        "UPDATE entries SET salt = NULL, content = NULL WHERE seq = ?", [(seq,) for seq in seqs]
    )
    derived.rebuild(connection)
    connection.execute("INSERT OR IGNORE INTO unwiped VALUES (1)")
    return Redaction(len(seqs), tuple(articles), replacements)


def wipe(connection: apsw.Connection, *, patience: float) -> bool:
    """Write the file anew, so that no byte of what was dropped is left in it.

    Args:
        connection: an open ledger, outside of a transaction.
        patience: seconds to wait for others who use it.

    Returns:
        Whether it could be done; it cannot while others read or write.
    """
    if not value(connection, "SELECT 1 FROM unwiped"):
        return True
    connection.set_busy_timeout(int(patience * 1000))
    try:
        connection.execute("VACUUM")
        connection.execute("DELETE FROM unwiped")
        busy = value(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
    except (apsw.BusyError, apsw.ReadOnlyError):
        return False
    finally:
        connection.set_busy_timeout(BUSY_SECONDS * 1000)
    if busy:
        connection.execute("INSERT OR IGNORE INTO unwiped VALUES (1)")
    return not busy


def _of_article(connection: apsw.Connection, article: str) -> list[int]:
    """Return the entries of an article, those about them, and the withdrawals of all these."""
    found = [seq for (seq,) in rows(connection, _OF_ARTICLE, {"id": article})]
    taken_back = [seq for each in found for (seq,) in rows(connection, _WITHDRAWALS, (each,))]
    return sorted({*found, *taken_back})


def _relations_among(connection: apsw.Connection, seqs: Iterable[int]) -> dict[int, Relation]:
    query = "SELECT content FROM live WHERE kind = 'relation' AND seq = ?"
    contents = ((seq, value(connection, query, (seq,))) for seq in seqs)
    return {seq: read_relation(content) for seq, content in contents if content}


def _renamed(relation: Relation, ids: Mapping[str, str], pattern: re.Pattern[str]) -> Row:
    source, target = (ids.get(each, each) for each in (relation.source, relation.target))
    reason = black(relation.reason, pattern)
    return relation_row(replace(relation, source=source, target=target, reason=reason))


def _judgements(
    connection: apsw.Connection, gone: set[int], ids: Mapping[str, str], pattern: re.Pattern[str]
) -> list[Row]:
    """Return the judgements that go, about the actors as they are called now."""
    query = "SELECT seq, content FROM live WHERE kind = 'judgement' ORDER BY seq"
    made = []
    for seq, content in rows(connection, query):
        if seq in gone:
            told = json.loads(content)
            for field in ("subject", "other"):
                told[field] = ids.get(told[field], told[field])
            told["reason"] = black(told["reason"], pattern)
            made.append(_identified("judgement", told))
    return made


def _remarks(
    connection: apsw.Connection, pattern: re.Pattern[str], gone: set[int]
) -> tuple[set[int], list[Row]]:
    """Return the other entries whose words tell the name, and what takes their place."""
    found, made = set(), []
    for kind, fields in _REMARKS.items():
        query = """
            SELECT seq, content, seq IN (SELECT seq FROM live) FROM entries
            WHERE kind = ? AND content IS NOT NULL
        """
        for seq, content, holds in rows(connection, query, (kind,)):
            told = json.loads(content)
            if seq in gone or not any(pattern.search(told[field]) for field in fields):
                continue
            told |= {field: black(told[field], pattern) for field in fields}
            found.add(seq)
            if holds:
                made.append(_identified(kind, told))
    return found, made


def _identified(kind: str, content: dict[str, Any]) -> Row:
    """Return a row whose id, if it has one, is that of its content."""
    rest = {field: told for field, told in content.items() if field != "id"}
    if "id" not in content:
        return Row(kind, rest)
    order = _FIELDS[kind]
    return Row(kind, {"id": identify(kind, *(rest[field] for field in order)), **rest})


# The fields that an id is made of, in the order of Ledger.fail and Ledger.judge.
_FIELDS = {
    "failure": ("source", "step", "reason"),
    "judgement": ("subject", "other", "verdict", "reason", "by"),
}
