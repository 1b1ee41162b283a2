"""FollowTheMoney statements, for OpenAleph, in the library's own JSON lines.

One line holds one value of one property of one entity. An article is an ``Article``, a named actor
a ``Person``, ``Organization`` or ``LegalEntity``, where an article names an actor a ``Mention``, a
statement a ``Note`` on its speaker with the article as its proof, a relation an ``UnknownLink``.
Actors that are one across articles share a canonical id.
"""

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from followthemoney import EntityProxy, model
from followthemoney.statement import JSON as STATEMENTS_AS_JSON
from followthemoney.statement import Statement as Value
from followthemoney.statement import write_statements

from zufolge.actor import Actor
from zufolge.article import Article
from zufolge.export.content import Content
from zufolge.export.naming import Named, arrows, chain, named
from zufolge.export.passages import passage
from zufolge.identity import identify
from zufolge.relation import Relation
from zufolge.report import Report
from zufolge.statement import Statement

DATASET = "zufolge"
_SCHEMATA = {
    "person": "Person",
    "organisation": "Organization",
    "office": "LegalEntity",
    "document": "Document",
    "data": "Document",
}
# FollowTheMoney knows dates with a precision, but neither intervals nor sets.
_PLAIN_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


def write(content: Content) -> Iterator[bytes]:
    """Write the statements, entity by entity; an article's entities stand together."""
    for report in content.reports:
        actors = named(report, content.identities)
        yield _lines(_entities(report, actors), {key(a): key(n.id) for a, n in actors.items()})
    for relation in content.relations:
        yield _lines([_link(relation)], {})


def key(identity: str, kind: str = "actor") -> str:
    """Return an id that FollowTheMoney takes: it refuses colons, and with them URNs."""
    return f"{DATASET}-{kind}-{identity}"


def _lines(entities: Iterable[EntityProxy], canonical: dict[str, str]) -> bytes:
    values: list[Value] = []
    for entity in entities:
        found = sorted(Value.from_entity(entity, DATASET, origin=DATASET))
        for value in found:
            value.canonical_id = canonical.get(value.entity_id, value.entity_id)
        values += found
    written = io.BytesIO()
    write_statements(written, STATEMENTS_AS_JSON, values)
    return written.getvalue()


def _entities(report: Report, actors: dict[str, Named]) -> Iterator[EntityProxy]:
    yield _article(report)
    for actor in report.actors:
        if actor.kind in _SCHEMATA:
            yield _actor(actor, actors[actor.id])
            yield _mention(actor, report.article)
    resolved = {a.id for a in report.actors if a.kind in _SCHEMATA}
    for statement in report.statements:
        yield _note(statement, report.article, actors, resolved)


def _entity(schema: str, identity: str, **values: Any) -> EntityProxy:  # noqa: ANN401
    entity = model.make_entity(schema)
    entity.id = identity
    for name, value in values.items():
        entity.add(name, value)
    return entity


def _article(report: Report) -> EntityProxy:
    article = report.article
    return _entity(
        "Article",
        key(article.id, "article"),
        title=article.title,
        fileName=f"{article.id}.txt",
        publisher=article.source,
        publishedAt=_date(article.date),
        language=article.language,
        sourceUrl=article.url,
        bodyText=article.text,
        detectedCountry=[place.country for place in report.places],
        locationMentioned=[place.name for place in report.places],
        peopleMentioned=[actor.name for actor in report.actors if actor.kind == "person"],
        namesMentioned=[actor.name for actor in report.actors if actor.kind == "organisation"],
    )


def _actor(actor: Actor, known: Named) -> EntityProxy:
    schema = _SCHEMATA[actor.kind]
    names: dict[str, Any] = {"name": [actor.name, known.name]}
    if schema == "Document":
        names |= {"title": actor.name, "fileName": actor.name}
    proof = key(actor.article, "article")
    return _entity(schema, key(actor.id), proof=proof, **names)


def _mention(actor: Actor, article: Article) -> EntityProxy:
    schema = _SCHEMATA[actor.kind]
    return _entity(
        "Mention",
        key(actor.id, "mention"),
        document=key(article.id, "article"),
        name=list(dict.fromkeys(span.of(article.text) for span in actor.mentions)) or actor.name,
        resolved=key(actor.id) if schema != "Document" else None,
        detectedSchema=schema,
    )


def _note(
    statement: Statement, article: Article, actors: dict[str, Named], resolved: set[str]
) -> EntityProxy:
    speaker = statement.speaker.actor if statement.speaker else None
    said = statement.said_at
    tags = (
        statement.type,
        statement.stance,
        f"said {said.edtf}" if said else None,
    )
    return _entity(
        "Note",
        key(statement.id, "statement"),
        description=passage(statement.quote, article.text),
        entity=key(speaker) if speaker in resolved and speaker else None,
        proof=key(article.id, "article"),
        summary=arrows(chain(statement, actors)),
        keywords=tags,
        publisher=article.source,
    )


def _link(relation: Relation) -> EntityProxy:
    identity = identify("relation", relation.source, relation.kind, relation.target)
    return _entity(
        "UnknownLink",
        key(identity, "relation"),
        subject=key(relation.source, "statement"),
        object=key(relation.target, "statement"),
        role=relation.kind,
        summary=relation.reason,
        status=f"score {relation.score:.2f}",
    )


def _date(edtf: str | None) -> str | None:
    return edtf if edtf and _PLAIN_DATE.fullmatch(edtf) else None
