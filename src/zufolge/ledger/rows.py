"""Records become rows of a ledger, and rows become records again."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from zufolge.contract import report_from_json, report_to_json
from zufolge.errors import LedgerError, RecordError
from zufolge.identity import identify
from zufolge.ledger.dates import bounds
from zufolge.ledger.sealing import JSON, Row
from zufolge.relation import Relation
from zufolge.report import Report

# The parts of a report that are rows of their own, by the contract's name for their list.
PARTS = {
    "statements": "statement",
    "actors": "actor",
    "times": "time",
    "places": "place",
    "quantities": "quantity",
}

_LISTED = ", ".join(f"'{kind}'" for kind in PARTS.values())
# The rows of one stored report, by its article's id; what ``read_report`` reads.
STORED_REPORT = (
    "SELECT kind, content FROM live WHERE kind = 'article' AND id = :id UNION ALL"
    " SELECT kind, content FROM (SELECT kind, content, seq FROM live"
    f" WHERE article = :id AND kind IN ({_LISTED}) ORDER BY seq)"
)


def report_rows(report: Report) -> Iterator[Row]:
    """Yield the rows of a report: its article, then its parts in order.

    A row holds the contract's fields, the article's id, and the bounds of its date.
    """
    told = report_to_json(report)
    article = told["article"]
    yield Row("article", article | _bounds(article["date"]))
    for part, kind in PARTS.items():
        for each in told[part]:
            yield Row(kind, each | {"article": article["id"]} | _dated(kind, each))


def relation_row(relation: Relation) -> Row:
    """Return the row of a relation; the same two statements and kind have the same id."""
    content = {
        "id": identify("relation", relation.source, relation.kind, relation.target),
        "from": relation.source,
        "kind": relation.kind,
        "to": relation.target,
        "reason": relation.reason,
        "score": relation.score,
    }
    return Row("relation", content)


def read_relation(content: str) -> Relation:
    """Return the relation that a row holds."""
    told = json.loads(content)
    return Relation(told["from"], told["kind"], told["to"], told["reason"], float(told["score"]))


def read_report(rows: Iterable[tuple[str, str]]) -> Report:
    """Rebuild a report from its rows.

    Args:
        rows: kind and content of each, in the order in which they were stored.

    Returns:
        The report, equal to the one that was stored.

    Raises:
        LedgerError: if the rows are not those of a report.
    """
    told: JSON = {part: [] for part in PARTS}
    lists = {kind: told[part] for part, kind in PARTS.items()}
    for kind, content in rows:
        if kind == "article":
            told["article"] = json.loads(content)
        else:
            lists[kind].append(json.loads(content))
    try:
        return report_from_json(told)
    except RecordError as error:
        raise LedgerError(f"the ledger holds a damaged report: {error.message}") from error


def _dated(kind: str, fields: Mapping[str, Any]) -> dict[str, str | None]:
    if kind == "statement":
        return _bounds(fields["said_at"]["edtf"] if fields["said_at"] else None)
    return _bounds(fields["edtf"]) if kind == "time" else {}


def _bounds(edtf: str | None) -> dict[str, str | None]:
    days = bounds(edtf)
    return {"earliest": days.earliest, "latest": days.latest}
