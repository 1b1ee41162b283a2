"""Keeps the tables that questions are answered from in step with what is recorded."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

import apsw
import numpy as np

from zufolge.annotate.sentences import paragraphs
from zufolge.languages import Language
from zufolge.ledger import identities, index
from zufolge.ledger.asking import row, rows, value
from zufolge.ledger.conflicts import DISPUTES, count, recount
from zufolge.ledger.dates import bounds
from zufolge.ledger.grouping import part, unite
from zufolge.ledger.rows import PARTS, STORED_REPORT, read_relation, read_report
from zufolge.ledger.sealing import Row
from zufolge.link.claims import Claim
from zufolge.link.reading import claims
from zufolge.link.stems import stems
from zufolge.mention import Time
from zufolge.relation import Relation
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Statement

VERSION = 6
_TABLES = (
    *("derived", "attributions", "links", "settings", "ties", "groups", "personas", "members"),
    *("group_sizes", "conflicts"),
    *("persona_keys", "likenesses", "verdicts", "identities", "quotes", "meanings"),
)
# Linking's; they outlive a rebuilding, for making claims takes time.
_LASTING = ("claims", "claim_keys", "vectors")
_VIEWS = ("attributed", "chains", "disputes", "origins", "people")
_BETWEEN = " … "


def is_current(connection: apsw.Connection) -> bool:
    """Tell whether the file holds the derived tables as this version makes them."""
    exists = "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'derived')"
    if not value(connection, exists):
        return False
    if value(connection, "SELECT version FROM derived") != VERSION:
        return False
    return bool(value(connection, "SELECT form FROM derived") == index.FORM)


def create(connection: apsw.Connection) -> None:
    """Make the derived tables anew, empty; to be called inside of a writing transaction.

    Claims of this version's form stay.
    """
    drop(connection, lasting=not is_current(connection))
    folder = files("zufolge.ledger")
    if not value(connection, "SELECT 1 FROM sqlite_master WHERE name = 'claims'"):
        connection.execute(folder.joinpath("claims.sql").read_text("utf-8"))
    connection.execute(folder.joinpath("derived.sql").read_text("utf-8"))
    connection.execute("INSERT INTO derived VALUES (?, ?)", (VERSION, index.FORM))


def drop(connection: apsw.Connection, *, lasting: bool = True) -> None:
    """Drop the derived tables and views.

    Args:
        connection: an open ledger, inside of a writing transaction.
        lasting: the claims too.
    """
    for view in _VIEWS:
        connection.execute(f"DROP VIEW IF EXISTS {view}")
    for table in (*_TABLES, *(_LASTING if lasting else ())):
        connection.execute(f"DROP TABLE IF EXISTS {table}")


def follow(
    connection: apsw.Connection,
    numbers: Iterable[int],
    recorded: Sequence[Row],
    made: Sequence[Claim] | None = None,
) -> None:
    """Take newly recorded entries into the derived tables.

    Args:
        connection: an open ledger, inside of the transaction that recorded them.
        numbers: the numbers of the entries.
        recorded: what they hold.
        made: the claims of the report among them, if they have been made already.
    """
    relations: list[tuple[int, Relation]] = []
    parts: list[tuple[str, str]] = []
    for seq, each in zip(numbers, recorded, strict=True):
        told = each.content
        if each.kind == "relation":
            relations.append((seq, read_relation(json.dumps(told))))
        elif each.kind == "judgement" and told["verdict"] in identities.VERDICTS:
            identities.decide(connection, seq, told["subject"], told["other"], told["verdict"])
        elif each.kind == "withdrawal":
            forget(connection, [told["row"]])
        elif each.kind == "article" or each.kind in PARTS.values():
            parts.append((each.kind, json.dumps(told)))
    if parts:
        report = read_report(parts)
        derive(connection, report, claims(report) if made is None else made)
    tie(connection, relations)


def rebuild(connection: apsw.Connection) -> None:
    """Make the derived tables anew from what is recorded.

    Args:
        connection: an open ledger, inside of a writing transaction.
    """
    create(connection)
    articles = "SELECT id FROM live WHERE kind = 'article' ORDER BY seq"
    for (article,) in list(rows(connection, articles)):
        report = read_report(rows(connection, STORED_REPORT, {"id": article}))
        known = index.stored(connection, article)
        whole = [each.statement for each in known] == [each.id for each in report.statements]
        derive(connection, report, known if whole else claims(report))
    tie(connection, list(relations_of(connection)))
    judged = "SELECT seq, subject, other, verdict FROM judgements ORDER BY seq"
    for seq, subject, other, verdict in list(rows(connection, judged)):
        if verdict in identities.VERDICTS:
            identities.decide(connection, seq, subject, other, verdict)


def derive(connection: apsw.Connection, report: Report, claims: Sequence[Claim]) -> None:
    """Take a stored report into the derived tables.

    Args:
        connection: an open ledger, inside of a writing transaction.
        report: a report whose entries are recorded.
        claims: the claims of its statements.
    """
    numbers = _numbers(connection, report)
    language = Language(report.article.language)
    speakers = {actor.id: actor.name for actor in report.actors}
    breaks = paragraphs(report.article.text)
    for number, (statement, claim) in enumerate(
        zip(report.statements, claims, strict=True), start=1
    ):
        # Of two statements with one id, one is enough.
        seq = numbers.pop(statement.id, None)
        if seq is None:
            continue
        _attribution(connection, seq, number, statement, report, breaks)
        _links(connection, seq, statement)
        _settings(connection, seq, statement, report)
        speaker = statement.speaker
        name = speakers.get(speaker.actor, "") if speaker and speaker.actor else ""
        written = _BETWEEN.join(s.of(report.article.text) for s in speaker.spans) if speaker else ""
        connection.execute(
            "INSERT INTO quotes (rowid, quote, speaker) VALUES (?, ?, ?)",
            (seq, " ".join(claim.stems), " ".join(stems(f"{name} {written}", language))),
        )
        index.store(connection, seq, claim)
        _meaning(connection, seq, claim.vector)
    identities.take(connection, report)


def tie(connection: apsw.Connection, numbered: Iterable[tuple[int, Relation]]) -> None:
    """Take stored relations into the derived tables.

    Args:
        connection: an open ledger, inside of a writing transaction.
        numbered: the numbers of their entries, and the relations.
    """
    find = "SELECT seq, published_latest FROM attributions WHERE id = ?"
    for seq, relation in numbered:
        source, target = (row(connection, find, (i,)) for i in (relation.source, relation.target))
        if source is None or target is None:
            continue
        latest = max(filter(None, (source[1], target[1])), default=None)
        told = (seq, source[0], relation.kind, target[0], relation.reason, relation.score, latest)
        connection.execute("INSERT OR REPLACE INTO ties VALUES (?, ?, ?, ?, ?, ?, ?)", told)
        if relation.kind == "same":
            unite(connection, source[0], target[0])
        elif relation.kind in DISPUTES:
            count(connection, seq)


def _numbers(connection: apsw.Connection, report: Report) -> dict[str, int]:
    """Return the numbers of the entries of a report's statements that hold."""
    query = "SELECT id, seq FROM live WHERE article = ? AND kind = 'statement'"
    return dict(rows(connection, query, (report.article.id,)))


def _attribution(
    connection: apsw.Connection,
    seq: int,
    number: int,
    statement: Statement,
    report: Report,
    breaks: Sequence[Span],
) -> None:
    article, text = report.article, report.article.text
    start = min((span.start for span in statement.quote), default=0)
    speaker = statement.speaker
    said = statement.said_at
    happened = _happened(statement, report)
    values = {
        "seq": seq,
        "id": statement.id,
        "article": article.id,
        "number": number,
        "paragraph": max(1, sum(each.start <= start for each in breaks)),
        "source": article.source,
        "type": statement.type,
        "stance": statement.stance,
        "actor": speaker.actor if speaker else None,
        "named": _BETWEEN.join(s.of(text) for s in speaker.spans) if speaker else None,
        "quote": _BETWEEN.join(span.of(text) for span in statement.quote),
        **_clock("published", article.date),
        **_clock("said", said.edtf if said else None),
        "said_part": said.part if said else None,
        **_clock("happened", happened.edtf if happened else None),
        "happened_part": happened.part if happened else None,
    }
    values |= _first_clock(values)
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    connection.execute(f"INSERT INTO attributions ({names}) VALUES ({marks})", values)


def _clock(name: str, edtf: str | None) -> dict[str, str | None]:
    days = bounds(edtf)
    known = edtf if days.earliest or days.latest else None
    return {name: known, f"{name}_earliest": days.earliest, f"{name}_latest": days.latest}


def _first_clock(values: Mapping[str, Any]) -> dict[str, str | None]:
    """Return the first clock that a statement has a time of, with its bounds."""
    clock = next((c for c in ("happened", "said", "published") if values[c] is not None), None)
    ends = ("earliest", "latest")
    return {"clock": clock, **{end: clock and values[f"{clock}_{end}"] for end in ends}}


def _happened(statement: Statement, report: Report) -> Time | None:
    """Return the time that a statement's content tells, the most exact one of several."""
    inside = [t for t in report.times if t.edtf and _within(t.span, statement.quote)]
    return min(inside, key=_vagueness, default=None)


def _vagueness(time: Time) -> tuple[bool, int, int]:
    days = bounds(time.edtf)
    if not days.earliest or not days.latest:
        return (True, 0, time.span.start)
    length = np.datetime64(days.latest) - np.datetime64(days.earliest)
    return (False, int(length.astype(int)), time.span.start)


def _within(span: Span, quote: Sequence[Span]) -> bool:
    return any(part.overlap(span) for part in quote)


def _links(connection: apsw.Connection, seq: int, statement: Statement) -> None:
    connection.executemany(
        "INSERT INTO links VALUES (?, ?, ?)",
        [(seq, position, actor) for position, actor in enumerate(statement.chain)],
    )


def _settings(connection: apsw.Connection, seq: int, statement: Statement, report: Report) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO settings VALUES (?, ?, ?, ?, ?, ?)",
        [
            (seq, p.name, p.span.of(report.article.text).casefold(), p.country, p.lat, p.lon)
            for p in report.places
            if _within(p.span, statement.quote)
        ],
    )


def _meaning(connection: apsw.Connection, seq: int, vector: bytes) -> None:
    """Store the signs of a sentence vector as bits, which are what is searched first."""
    if vector:
        connection.execute(
            "INSERT INTO meanings (seq, signs) VALUES (?, vec_bit(?))", (seq, signs(vector))
        )


def signs(vector: bytes) -> bytes:
    """Return the signs of a packed vector as bits."""
    positive = np.frombuffer(vector, np.int8) > 0
    return bytes(np.packbits(positive, bitorder="little").data)


def forget(connection: apsw.Connection, seqs: Iterable[int]) -> None:
    """Take entries that were withdrawn or erased out of the derived tables.

    Args:
        connection: an open ledger, inside of a writing transaction; the entries' content need not
            be there any more.
        seqs: the numbers of the entries.
    """
    for seq in seqs:
        _forget_tie(connection, seq)
        _forget_judgement(connection, seq)
        if value(connection, "SELECT 1 FROM attributions WHERE seq = ?", (seq,)):
            _forget_statement(connection, seq)


def _forget_tie(connection: apsw.Connection, seq: int) -> None:
    tied = row(connection, "SELECT source, kind, target FROM ties WHERE seq = ?", (seq,))
    if tied:
        connection.execute("DELETE FROM ties WHERE seq = ?", (seq,))
        if tied[1] == "same":
            part(connection, tied[0], tied[2])
        elif tied[1] in DISPUTES:
            recount(connection, tied[0], tied[2])


def _forget_judgement(connection: apsw.Connection, seq: int) -> None:
    judged = row(connection, 'SELECT "left", "right" FROM verdicts WHERE seq = ?', (seq,))
    if judged:
        connection.execute("DELETE FROM verdicts WHERE seq = ?", (seq,))
        identities.settle(connection, judged)


def _forget_statement(connection: apsw.Connection, seq: int) -> None:
    query = "SELECT seq FROM ties WHERE source = :seq OR target = :seq"
    tied: list[Any] = list(rows(connection, query, {"seq": seq}))
    for (relation,) in tied:
        _forget_tie(connection, relation)
    index.discard(connection, [seq])
    for table, column in _BY_STATEMENT:
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (seq,))


_BY_STATEMENT = (
    ("groups", "statement"),
    ("links", "statement"),
    ("settings", "statement"),
    ("quotes", "rowid"),
    ("meanings", "seq"),
    ("attributions", "seq"),
)


def relations_of(connection: apsw.Connection) -> Iterator[tuple[int, Relation]]:
    """Yield the relations that hold, with the numbers of their entries."""
    query = 'SELECT seq, "from", kind, "to", reason, score FROM relations ORDER BY seq'
    for seq, source, kind, target, reason, score in rows(connection, query):
        yield seq, Relation(source, kind, target, reason, float(score))
