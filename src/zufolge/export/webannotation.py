"""W3C Web Annotation (JSON-LD): one annotation a statement, one a relation.

Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017. Its positions count
Unicode code points (sections 4.2.4 and 4.2.5), as ours do, half-open: they are our offsets.
"""

import hashlib
import re
from collections.abc import Iterator

from zufolge.article import Article
from zufolge.export.content import Content
from zufolge.export.naming import TERMS, Named, chain, named, urn
from zufolge.export.passages import passage
from zufolge.export.streams import JSON, document
from zufolge.identity import identify
from zufolge.relation import Relation
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Party, Statement

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"zufolge": TERMS}]
# So many code points before and after a quote tell it from others of the same words.
AROUND = 32
# What anybody may have written as an address is passed on only if it can be one.
_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "office": "Organization",
    "document": "zufolge:Document",
    "data": "zufolge:Data",
    "unnamed": "zufolge:Unnamed",
}


def write(content: Content) -> Iterator[bytes]:
    """Write an annotation page that holds all annotations, one a line."""
    ids = hashlib.sha256()
    total = 0

    def annotations() -> Iterator[JSON]:
        nonlocal total
        for each in _annotations(content):
            ids.update(each["id"].encode())
            total += 1
            yield each

    def end() -> JSON:
        identity = ids.hexdigest()[:16]
        collection = {
            "id": urn("collection", identity),
            "type": "AnnotationCollection",
            "total": total,
        }
        return {"id": urn("page", identity), "partOf": collection, "startIndex": 0}

    return document({"@context": CONTEXT, "type": "AnnotationPage"}, "items", annotations(), end)


def _annotations(content: Content) -> Iterator[JSON]:
    for report in content.reports:
        actors = named(report, content.identities)
        source = _source(report.article)
        for statement in report.statements:
            yield _annotation(report, statement, actors, source)
    for relation in content.relations:
        yield _link(relation)


def _annotation(
    report: Report, statement: Statement, actors: dict[str, Named], source: JSON
) -> JSON:
    text = report.article.text
    targets = [
        {"type": "SpecificResource", "source": source, "selector": selectors(span, text)}
        for span in statement.quote
    ]
    return {
        "id": urn("annotation", statement.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": [_statement(statement, actors, text), *_tags(statement, actors)],
        "target": targets,
    }


def selectors(span: Span, text: str) -> list[JSON]:
    """Return a position selector and a quote selector for the same stretch of text.

    Args:
        span: half-open, in code points of ``text``.
        text: the article's.
    """
    start, end = span
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    return [{"type": "TextPositionSelector", "start": start, "end": end}, quote]


def _source(article: Article) -> JSON:
    # The positions are those of the text as it was read, not of the page that it came from.
    source = {
        "id": urn("article", article.id),
        "type": "Text",
        "format": "text/plain",
        "language": article.language,
    }
    return source | ({"via": article.url} if article.url and _IRI.fullmatch(article.url) else {})


def _statement(statement: Statement, actors: dict[str, Named], text: str) -> JSON:
    said = statement.said_at
    told = {
        "type": statement.type,
        "medium": statement.medium,
        "stance": statement.stance,
        "speaker": _party(statement.speaker, actors),
        "addressee": _party(statement.addressee, actors),
        "cue": passage(statement.cue, text) or None,
        "channel": passage(statement.channel, text) or None,
        "distance": passage(statement.distance, text) or None,
        "chain": _chain(statement, actors),
        "nestedIn": {"id": urn("statement", statement.nested_in)} if statement.nested_in else None,
        "saidAt": said.edtf if said else None,
        "saidPart": said.part if said else None,
        "confidence": statement.confidence,
    }
    known = {f"zufolge:{name}": value for name, value in told.items() if value is not None}
    return {"id": urn("statement", statement.id), "type": "zufolge:Statement", **known}


def _tags(statement: Statement, actors: dict[str, Named]) -> list[JSON]:
    """Return what a viewer shows that knows no terms but those of the standard."""
    speaker = _party(statement.speaker, actors)
    tags = [("tagging", each) for each in (statement.type, statement.stance) if each]
    if speaker:
        tags.insert(0, ("identifying", speaker["name"]))
    return [{"type": "TextualBody", "purpose": why, "value": value} for why, value in tags]


def _party(party: Party | None, actors: dict[str, Named]) -> JSON | None:
    known = actors.get(party.actor or "") if party else None
    return _agent(known) if known else None


def _chain(statement: Statement, actors: dict[str, Named]) -> JSON | None:
    links = [_agent(link) for link in chain(statement, actors)]
    return {"@list": links} if links else None


def _agent(actor: Named) -> JSON:
    return {"id": actor.uri, "type": _TYPES[actor.kind], "name": actor.name}


def _link(relation: Relation) -> JSON:
    identity = identify("relation", relation.source, relation.kind, relation.target)
    body = {
        "id": urn("statement", relation.source),
        "type": "zufolge:Statement",
        f"zufolge:{relation.kind}": {"id": urn("statement", relation.target)},
    }
    return {
        "id": urn("annotation", identity),
        "type": "Annotation",
        "motivation": "linking",
        "body": [body, {"type": "TextualBody", "purpose": "tagging", "value": relation.kind}],
        "target": urn("statement", relation.target),
        "zufolge:reason": relation.reason,
        "zufolge:score": relation.score,
    }
