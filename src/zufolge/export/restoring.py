"""Puts records of a file back into a ledger, as they are: they are not read or related anew."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO

from zufolge.errors import RecordError
from zufolge.export.content import Judgement
from zufolge.export.reading import Records, read_records
from zufolge.identity import identify
from zufolge.ledger import Ledger
from zufolge.ledger.asking import rows, value
from zufolge.ledger.index import LedgerIndex
from zufolge.link import claims, relate
from zufolge.relation import Relation
from zufolge.report import Report

# The reason that ``link.groups`` gives for relations that follow from others over groups of same
# statements: a ledger works these out when it is asked.
_FOLLOWS = "closure"


@dataclass(frozen=True, slots=True)
class Restored:
    """A report of a file.

    Args:
        article: its id.
        statements: how many it has.
        new: whether it was stored; false if the ledger knew the article already.
    """

    article: str
    statements: int
    new: bool


def restore(ledger: Ledger, file: BinaryIO, name: str) -> Iterator[Restored | RecordError]:
    """Store the reports of a file with the relations and judgements that it holds.

    A report and its relations to what is stored before it are one transaction; a run that was cut
    off can be repeated, and a file that was stored adds nothing. Reports of the file are related as
    the file says; with what the ledger held before they are related anew. A relation or judgement
    that was withdrawn from the ledger does not come back.

    Args:
        ledger: an open ledger.
        file: what ``jsonlines`` or ``zufolge read --json`` wrote, open for reading and seekable.
        name: what to call it in failures.

    Returns:
        One record a report, and first of all one error a damaged line, which is recorded as a
        failure; the other lines go on.

    Raises:
        LedgerError: if the ledger cannot be written.
    """
    refused: list[RecordError] = []
    records = read_records(file, name, refused.append)
    for error in refused:
        ledger.fail(error.article or name, error.step, error.message)
        yield error
    yield from _reports(ledger, records)
    for judgement in records.content.judgements:
        _judge(ledger, judgement)


def _reports(ledger: Ledger, records: Records) -> Iterator[Restored]:
    told = _by_statement(records.content.relations)
    stored = rows(ledger.connection, "SELECT id FROM articles")
    elsewhere = any(article not in records.articles for (article,) in [*stored])
    for report in records.content.reports:
        # Both are worked out when the ledger asks for them, within its transaction.
        found = _told(ledger, report, told)
        more = _found(ledger, report, records.articles) if elsewhere else ()
        new = ledger.add(report, chain(found, more))
        yield Restored(report.article.id, len(report.statements), new)


def _by_statement(relations: Iterable[Relation]) -> dict[str, list[Relation]]:
    ends = defaultdict[str, list[Relation]](list)
    for relation in (each for each in relations if each.reason != _FOLLOWS):
        for end in dict.fromkeys((relation.source, relation.target)):
            ends[end].append(relation)
    return ends


def _told(
    ledger: Ledger, report: Report, relations: Mapping[str, Sequence[Relation]]
) -> Iterator[Relation]:
    """Yield the relations that the file has between a report and itself or what is stored."""
    own = {statement.id for statement in report.statements}
    found = dict.fromkeys(relation for each in own for relation in relations.get(each, ()))
    for relation in sorted(found, key=lambda each: (each.source, each.kind, each.target)):
        ends = {relation.source, relation.target} - own
        if all(_article_of(ledger, each) for each in ends):
            yield relation


def _found(ledger: Ledger, report: Report, inside: Collection[str]) -> Iterator[Relation]:
    """Yield the relations between a report and stored articles that the file does not hold."""
    own = {statement.id for statement in report.statements}
    for relation in relate(claims(report), LedgerIndex(ledger.connection)):
        ends = {relation.source, relation.target} - own
        if ends and not any(_article_of(ledger, each) in inside for each in ends):
            yield relation


def _article_of(ledger: Ledger, statement: str) -> str | None:
    query = "SELECT article FROM attributions WHERE id = ?"
    found = value(ledger.connection, query, (statement,))
    return None if found is None else str(found)


def _judge(ledger: Ledger, judgement: Judgement) -> None:
    told = (judgement.subject, judgement.other, judgement.verdict, judgement.reason, judgement.by)
    known = "SELECT EXISTS (SELECT 1 FROM entries WHERE kind = 'judgement' AND id = ?)"
    if not value(ledger.connection, known, (identify("judgement", *told),)):
        subject, other, verdict, reason, by = told
        ledger.judge(subject, other, verdict, reason=reason, by=by)
