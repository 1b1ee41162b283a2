"""Parquet: one statement a row, in typed and nested columns, each with its meaning in the file."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from zufolge.export.content import Content
from zufolge.export.naming import Named, chain, named
from zufolge.export.passages import passage, within
from zufolge.export.streams import JSON
from zufolge.ledger.dates import bounds
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Party, Statement

# So many rows are in memory at a time.
BATCH = 5000
_SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32())])
_SPANS = pa.list_(_SPAN)
_ACTOR = pa.struct([("id", pa.string()), ("name", pa.string()), ("kind", pa.string())])
_PARTY = pa.struct([("spans", _SPANS), ("text", pa.string()), ("actor", _ACTOR)])
_DATED = [("edtf", pa.string()), ("earliest", pa.date32()), ("latest", pa.date32())]
_PART = ("part", pa.string())
_DATE = pa.struct(_DATED)
_SAID = pa.struct([*_DATED, _PART])
_TIME = pa.struct(
    [("span", _SPAN), ("type", pa.string()), ("value", pa.string()), *_DATED, _PART],
)
_PLACE = pa.struct(
    [
        ("span", _SPAN),
        ("name", pa.string()),
        ("lat", pa.float64()),
        ("lon", pa.float64()),
        ("country", pa.string()),
    ]
)
_QUANTITY = pa.struct(
    [
        ("span", _SPAN),
        ("value", pa.float64()),
        ("high", pa.float64()),
        ("comparator", pa.string()),
        ("of", pa.string()),
    ]
)
_COLUMNS = (
    ("statement", pa.string(), "id of the statement"),
    ("article", pa.string(), "id of the article"),
    ("published", _DATE, "date of the article: EDTF, first and last day that it may mean"),
    ("source", pa.string(), "outlet or agency"),
    ("title", pa.string(), "headline"),
    ("language", pa.string(), "ISO 639-1"),
    ("url", pa.string(), "where the article was published"),
    ("type", pa.string(), "direct, indirect, reported, free_indirect, indirect_free_indirect"),
    ("medium", pa.string(), "speech, writing, thought or two of them"),
    (
        "stance",
        pa.string(),
        "asserts, rejects, denies, demands, announces, asks, supposes, withholds",
    ),
    ("text", pa.string(), "the words of the quote"),
    ("quote", _SPANS, "where the content stands"),
    ("cue", _SPANS, "where the words of saying stand"),
    ("frame", _SPANS, "where the clause around the cue stands"),
    ("channel", _SPANS, "where the occasion or medium is named"),
    ("distance", _SPANS, "where the reporter keeps a distance"),
    ("speaker", _PARTY, "who says it: as the text names them, and the actor"),
    ("addressee", _PARTY, "whom they say it to"),
    ("chain", pa.list_(_ACTOR), "from the origin to whoever stands nearest to the article"),
    ("nested_in", pa.string(), "id of the statement that this one stands inside of"),
    ("said", _SAID, "when it was said: EDTF, first and last day, part of the day"),
    ("times", pa.list_(_TIME), "time expressions within the quote"),
    ("places", pa.list_(_PLACE), "places named within the quote, WGS 84"),
    ("quantities", pa.list_(_QUANTITY), "amounts within the quote"),
    ("confidence", pa.float64(), "of the borders of the quote, 0 to 1"),
)
_METADATA = {
    "zufolge:row": "a statement; the fields are those of the JSON contract",
    "zufolge:offsets": "half-open [start, end), in Unicode code points of the article's text",
}
SCHEMA = pa.schema(
    [pa.field(name, kind, metadata={"meaning": told}) for name, kind, told in _COLUMNS],
    metadata=_METADATA,
)


class _Pieces:
    """A file that hands on what is written to it."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._pieces.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing: what was written is taken when there is enough of it."""

    def close(self) -> None:
        """Do nothing: the pieces outlive the file."""

    def take(self) -> bytes:
        """Return what was written since the last time."""
        taken = b"".join(self._pieces)
        self._pieces.clear()
        return taken


def write(content: Content) -> Iterator[bytes]:
    """Write a row group for every few thousand statements."""
    pieces = _Pieces()
    sink = pa.PythonFile(pieces, mode="w")
    with pq.ParquetWriter(sink, SCHEMA, compression="zstd") as writer:
        for batch in _batches(content):
            writer.write_table(pa.Table.from_pylist(batch, schema=SCHEMA))
            yield pieces.take()
    yield pieces.take()


def _batches(content: Content) -> Iterator[list[JSON]]:
    batch: list[JSON] = []
    for report in content.reports:
        actors = named(report, content.identities)
        batch += (_row(report, statement, actors) for statement in report.statements)
        if len(batch) >= BATCH:
            yield batch
            batch = []
    yield batch


def _row(report: Report, statement: Statement, actors: Mapping[str, Named]) -> JSON:
    article, said = report.article, statement.said_at
    return {
        "statement": statement.id,
        "article": article.id,
        "published": _date(article.date) if article.date else None,
        "source": article.source,
        "title": article.title,
        "language": article.language,
        "url": article.url,
        "type": statement.type,
        "medium": statement.medium,
        "stance": statement.stance,
        "text": passage(statement.quote, article.text),
        **{name: _spans(getattr(statement, name)) for name in ("quote", "cue", "frame")},
        **{name: _spans(getattr(statement, name)) for name in ("channel", "distance")},
        "speaker": _party(statement.speaker, actors, article.text),
        "addressee": _party(statement.addressee, actors, article.text),
        "chain": [_actor(link) for link in chain(statement, actors)],
        "nested_in": statement.nested_in,
        "said": _date(said.edtf) | {"part": said.part} if said else None,
        **_mentions(report, statement),
        "confidence": statement.confidence,
    }


def _mentions(report: Report, statement: Statement) -> JSON:
    times = [
        {"type": t.type, "value": t.value, "part": t.part, "span": _span(t.span)}
        | (_date(t.edtf) if t.edtf else {})
        for t in report.times
        if within(t.span, statement)
    ]
    places = [
        {"name": p.name, "lat": p.lat, "lon": p.lon, "country": p.country, "span": _span(p.span)}
        for p in report.places
        if within(p.span, statement)
    ]
    quantities = [
        {"value": q.value, "high": q.high, "comparator": q.comparator, "of": q.of}
        | {"span": _span(q.span)}
        for q in report.quantities
        if within(q.span, statement)
    ]
    return {"times": times, "places": places, "quantities": quantities}


def _party(party: Party | None, actors: Mapping[str, Named], text: str) -> JSON | None:
    if party is None:
        return None
    known = actors.get(party.actor or "")
    return {
        "spans": _spans(party.spans),
        "text": passage(party.spans, text),
        "actor": _actor(known) if known else None,
    }


def _actor(actor: Named) -> JSON:
    return {"id": actor.id, "name": actor.name, "kind": actor.kind}


def _date(edtf: str | None) -> dict[str, Any]:
    days = bounds(edtf)
    return {"edtf": edtf, "earliest": _day(days.earliest), "latest": _day(days.latest)}


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _spans(spans: tuple[Span, ...]) -> list[JSON]:
    return [_span(span) for span in spans]


def _span(span: Span) -> JSON:
    return {"start": span.start, "end": span.end}
