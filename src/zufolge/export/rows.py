"""CSV: one statement a row, for spreadsheets and statistics (RFC 4180, UTF-8, with a header)."""

import csv
import io
from collections.abc import Iterator

from zufolge.export.content import Content
from zufolge.export.naming import Named, arrows, chain, named
from zufolge.export.passages import passage, within
from zufolge.report import Report
from zufolge.statement import Party, Statement

COLUMNS = (
    "statement",
    "article",
    "published",
    "source",
    "title",
    "url",
    "type",
    "medium",
    "stance",
    "quote",
    "speaker",
    "actor",
    "actor_id",
    "actor_kind",
    "addressee",
    "cue",
    "channel",
    "distance",
    "chain",
    "said",
    "said_part",
    "nested_in",
    "places",
    "confidence",
    "start",
    "end",
)
# A spreadsheet would run a cell that begins so as a formula. The apostrophe that is put before it
# is put before an apostrophe too, so that taking one away always gives what stood in the text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")


def write(content: Content) -> Iterator[bytes]:
    """Write a header, then one row a statement."""
    yield _line(COLUMNS)
    for report in content.reports:
        actors = named(report, content.identities)
        for statement in report.statements:
            yield _line(_row(report, statement, actors))


def inert(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _line(cells: tuple[object, ...]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerow(inert(cell) if isinstance(cell, str) else cell for cell in cells)
    return written.getvalue().encode()


def _row(report: Report, statement: Statement, actors: dict[str, Named]) -> tuple[object, ...]:
    article, said = report.article, statement.said_at
    speaker = _actor(statement.speaker, actors)
    return (
        statement.id,
        article.id,
        article.date,
        article.source,
        article.title,
        article.url,
        statement.type,
        statement.medium,
        statement.stance,
        passage(statement.quote, article.text),
        _words(statement.speaker, article.text),
        speaker.name if speaker else None,
        speaker.id if speaker else None,
        speaker.kind if speaker else None,
        _words(statement.addressee, article.text),
        passage(statement.cue, article.text),
        passage(statement.channel, article.text),
        passage(statement.distance, article.text),
        arrows(chain(statement, actors)),
        said.edtf if said else None,
        said.part if said else None,
        statement.nested_in,
        "; ".join(dict.fromkeys(p.name for p in report.places if within(p.span, statement))),
        statement.confidence,
        min((span.start for span in statement.quote), default=None),
        max((span.end for span in statement.quote), default=None),
    )


def _actor(party: Party | None, actors: dict[str, Named]) -> Named | None:
    return actors.get(party.actor or "") if party else None


def _words(party: Party | None, text: str) -> str | None:
    return passage(party.spans, text) if party else None
