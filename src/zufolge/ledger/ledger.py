"""One file that collects reports and what follows from them."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from zufolge.errors import LedgerError
from zufolge.identity import identify
from zufolge.ledger import derived, redaction, verification
from zufolge.ledger import history as past
from zufolge.ledger.asking import Values, row, rows, value
from zufolge.ledger.index import LedgerIndex
from zufolge.ledger.opening import connect, explained, writing
from zufolge.ledger.questions import Questions
from zufolge.ledger.rows import STORED_REPORT, read_relation, read_report, relation_row, report_rows
from zufolge.ledger.sealing import Row, append
from zufolge.link import Claim, claims, relate
from zufolge.relation import Relation
from zufolge.report import Report

# Seconds that a redaction waits for others who use the file, before it leaves the wiping for later.
_PATIENCE = 10
_WITHDRAWABLE = ("statement", "relation", "judgement", "failure")


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be stored.

    Args:
        id: hash of the other fields.
        source: the file, or whatever was to be read.
        step: the stage that failed.
        reason: one sentence.
    """

    id: str
    source: str
    step: str | None
    reason: str


class Ledger(Questions):
    """An append-only file of reports, their relations and judgements.

    Args:
        path: the file, or ``:memory:``; use it as a context manager or ``close`` it.
        create: make a new one if there is none.

    Raises:
        LedgerError: if it is missing and must not be created, is no ledger, or is too new.
    """

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self.path = str(path)
        self.connection = connect(path, create=create)
        self._wipe(patience=0)

    def __enter__(self) -> Self:
        """Return the ledger itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file; what was added is stored already."""
        self.connection.close()

    def add(
        self,
        report: Report,
        relations: Iterable[Relation] | None = None,
        *,
        source: str | None = None,
    ) -> bool:
        """Store a report with its relations, in one transaction.

        Args:
            report: what was read from an article.
            relations: relations that its statements take part in; by default they are found, to
                each other and to what is stored.
            source: the file it was read from; earlier failures of it are withdrawn.

        Returns:
            Whether it was stored; false if the ledger knows the article already.

        Raises:
            LedgerError: if it cannot be written.
        """
        if self.knows(report.article.id):
            return False
        made = claims(report)
        with self._writing():
            if self._knows(report.article.id):
                return False
            if relations is None:
                relations = relate(made, LedgerIndex(self.connection))
            added = [*report_rows(report), *map(relation_row, relations)]
            self._record([*added, *self._overcome(source)], made)
        return True

    def knows(self, article: str) -> bool:
        """Tell whether an article is stored, or was and has been erased."""
        with explained(self.path):
            return self._knows(article)

    def relate(self, relations: Iterable[Relation]) -> int:
        """Store relations between stored statements; those that hold already are left out.

        Args:
            relations: the relations.

        Returns:
            How many were new.
        """
        with self._writing():
            told = [relation_row(each) for each in relations]
            new = [each for each in told if self._live("relation", each.content["id"]) is None]
            return len(self._record(new))

    def fail(self, source: str, step: str | None, reason: str) -> bool:
        """Record that a source could not be stored.

        Args:
            source: the file, or whatever was to be read.
            step: the stage that failed.
            reason: one sentence.

        Returns:
            Whether this is new.
        """
        identity = identify("failure", source, step, reason)
        content = {"id": identity, "source": source, "step": step, "reason": reason}
        with self._writing():
            if self._live("failure", identity) is not None:
                return False
            self._record([Row("failure", content)])
        return True

    def judge(self, subject: str, other: str | None, verdict: str, *, reason: str, by: str) -> str:
        """Record a judgement about one or two things, such as that two actors are one.

        Args:
            subject: an id, or whatever else names what is judged.
            other: the second thing, if there is one.
            verdict: what was decided.
            reason: on which grounds.
            by: who decided: a person, or the program.

        Returns:
            The judgement's id, the hash of its content.
        """
        content = {
            "subject": subject,
            "other": other,
            "verdict": verdict,
            "reason": reason,
            "by": by,
        }
        identity = identify("judgement", *content.values())
        with self._writing():
            if self._live("judgement", identity) is None:
                self._record([Row("judgement", {"id": identity, **content})])
        return identity

    def withdraw(self, subject: str, *, reason: str, by: str) -> None:
        """Take back a statement, relation, judgement or failure; its entry stays.

        Relations of a withdrawn statement are withdrawn with it.

        Args:
            subject: its id.
            reason: on which grounds.
            by: who takes it back.

        Raises:
            LedgerError: if nothing of this id holds, or it is of another kind.
        """
        with self._writing():
            kind, seq = self._withdrawable(subject)
            more = self._relations_of(subject) if kind == "statement" else []
            self._record([_withdrawal(each, reason, by) for each in (seq, *more)])

    def redact_article(self, article: str, *, reason: str, by: str) -> redaction.Redaction:
        """Erase an article for good (see ``redaction.redact_article``)."""
        with self._writing():
            done = redaction.redact_article(self.connection, article, reason=reason, by=by)
        return replace(done, wiped=self._wipe(patience=_PATIENCE))

    def redact_person(self, name: str, *, reason: str, by: str) -> redaction.Redaction:
        """Black a person's name out of everything stored (see ``redaction.redact_person``)."""
        with self._writing():
            done = redaction.redact_person(self.connection, name, reason=reason, by=by)
        return replace(done, wiped=self._wipe(patience=_PATIENCE))

    def reports(self) -> Iterator[Report]:
        """Yield the stored reports in the order in which they were added.

        Returns:
            Reports equal to those that were added, without what was withdrawn or erased.
        """
        for (article,) in self._rows("SELECT id FROM live WHERE kind = 'article' ORDER BY seq"):
            yield self.report(article)

    def report(self, article: str) -> Report:
        """Return one stored report.

        Args:
            article: its article's id.

        Raises:
            LedgerError: if there is none, or it was erased.
        """
        found = list(self._rows(STORED_REPORT, {"id": article}))
        if not found or found[0][0] != "article":
            raise LedgerError(f"there is no article {article}", article=self.path)
        return read_report(found)

    def relations(self) -> Iterator[Relation]:
        """Yield the relations that hold, in the order in which they were found."""
        query = "SELECT content FROM live WHERE kind = 'relation' ORDER BY seq"
        for (content,) in self._rows(query):
            yield read_relation(content)

    def failures(self) -> Iterator[Failure]:
        """Yield the sources that could not be stored so far."""
        for each in self._rows("SELECT id, source, step, reason FROM failures ORDER BY seq"):
            yield Failure(*each)

    def history(self, subject: str) -> tuple[past.Event, ...]:
        """Return everything recorded about an id, oldest first (see ``history.history``)."""
        with explained(self.path):
            return past.history(self.connection, subject)

    def verify(self, *, seal: str | None = None) -> verification.Verification:
        """Prove that nothing sealed was altered (see ``verification.verify``)."""
        with explained(self.path), self._reading():
            return verification.verify(self.connection, seal=seal)

    def rebuild(self) -> None:
        """Make everything that is derived from the entries anew; nothing recorded changes."""
        with self._writing():
            derived.rebuild(self.connection)

    def _record(self, recorded: Sequence[Row], made: Sequence[Claim] | None = None) -> range:
        """Seal rows and take them into what is derived from them."""
        numbers = append(self.connection, recorded)
        derived.follow(self.connection, numbers, recorded, made)
        return numbers

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with explained(self.path), writing(self.connection):
            yield

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Read everything as it stands at one moment, whoever writes meanwhile."""
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK")

    def _rows(self, query: str, values: Values = ()) -> Iterator[Any]:
        with explained(self.path):
            yield from rows(self.connection, query, values)

    def _wipe(self, *, patience: float) -> bool:
        with explained(self.path):
            return redaction.wipe(self.connection, patience=patience)

    def _knows(self, article: str) -> bool:
        query = (
            "SELECT EXISTS (SELECT 1 FROM entries WHERE kind = 'article' AND id = :id) OR EXISTS"
            " (SELECT 1 FROM entries AS r, json_each(r.content, '$.articles') AS erased"
            " WHERE r.kind = 'redaction' AND erased.value = :id)"
        )
        return bool(value(self.connection, query, {"id": article}))

    def _live(self, kind: str, identity: str) -> int | None:
        """Return the number of the entry of this id that holds."""
        query = "SELECT max(seq) FROM live WHERE id = ? AND kind = ?"
        found = value(self.connection, query, (identity, kind))
        return None if found is None else int(found)

    def _withdrawable(self, subject: str) -> tuple[str, int]:
        query = "SELECT kind, seq FROM live WHERE id = ? ORDER BY seq DESC LIMIT 1"
        kind, seq = row(self.connection, query, (subject,)) or (None, 0)
        if kind is None:
            message = f"nothing with the id {subject} holds; see zufolge history"
            raise LedgerError(message, article=self.path)
        if kind not in _WITHDRAWABLE:
            expected = ", ".join(_WITHDRAWABLE)
            message = f"{subject} is of the kind {kind}; what can be withdrawn: {expected}"
            raise LedgerError(message, article=self.path)
        return kind, seq

    def _relations_of(self, statement: str) -> list[int]:
        query = (
            "SELECT seq FROM live WHERE kind = 'relation'"
            " AND (content ->> 'from' = :id OR content ->> 'to' = :id) ORDER BY seq"
        )
        return [seq for (seq,) in rows(self.connection, query, {"id": statement})]

    def _overcome(self, source: str | None) -> list[Row]:
        """Return the withdrawals of earlier failures of a source that is stored now."""
        query = "SELECT seq FROM failures WHERE source = ? ORDER BY seq"
        found = list(rows(self.connection, query, (source,))) if source else []
        return [_withdrawal(seq, "it could be read later", "zufolge") for (seq,) in found]


def _withdrawal(row: int, reason: str, by: str) -> Row:
    return Row("withdrawal", {"row": row, "reason": reason, "by": by})
