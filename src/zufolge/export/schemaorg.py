"""schema.org (JSON-LD): articles, and what is said in them as Quotation and Claim.

A statement is a ``Quotation`` where it gives the words themselves, and a ``Claim`` where it puts
forward or denies that something is so; one that is neither is a ``CreativeWork``. There is no
``ClaimReview``: nothing here says whether a claim is true.
"""

import re
from collections.abc import Iterator
from typing import Any

from zufolge.article import Article
from zufolge.export.content import Content
from zufolge.export.naming import TERMS, Named, chain, named, outlet_id, urn
from zufolge.export.passages import passage, within
from zufolge.export.streams import JSON, document
from zufolge.mention import Place
from zufolge.relation import Relation
from zufolge.report import Report
from zufolge.statement import Statement

CONTEXT = "https://schema.org"
_CLAIMS = ("asserts", "supposes", "denies", None)
# Whose words or thoughts the content is not: they deny or refuse what somebody else put forward.
_DISTANT = ("denies", "rejects")
_TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "office": "Organization",
    "document": "CreativeWork",
    "data": "Dataset",
    "unnamed": "Thing",
}
_WORKS = ("document", "data")
_ISO = re.compile(r"\d{4}(-\d{2}){0,2}")


def write(content: Content) -> Iterator[bytes]:
    """Write a graph of articles and statements, one node a line."""
    return document({"@context": CONTEXT}, "@graph", _nodes(content))


def _nodes(content: Content) -> Iterator[JSON]:
    for report in content.reports:
        actors = named(report, content.identities)
        yield _article(report.article)
        for statement in report.statements:
            yield _statement(report, statement, actors)
    for relation in content.relations:
        if relation.kind == "same":
            yield _same(relation)


def _article(article: Article) -> JSON:
    source = article.source
    publisher = {
        "@type": "Organization",
        "@id": urn("outlet", outlet_id(source or "")),
        "name": source,
    }
    return _without_null(
        {
            "@type": "NewsArticle",
            "@id": urn("article", article.id),
            "headline": article.title,
            "datePublished": _date(article.date),
            "publisher": publisher if source else None,
            "inLanguage": article.language,
            "url": article.url,
        }
    )


def _statement(report: Report, statement: Statement, actors: dict[str, Named]) -> JSON:
    kinds = ["Quotation"] if statement.type == "direct" else []
    kinds += ["Claim"] if statement.stance in _CLAIMS else []
    article = {"@id": urn("article", report.article.id)}
    said = statement.said_at.edtf if statement.said_at else None
    places = [_place(each) for each in report.places if within(each.span, statement)]
    return _without_null(
        {
            "@type": kinds or ["CreativeWork"],
            "@id": urn("statement", statement.id),
            "text": passage(statement.quote, report.article.text),
            **_attributed(statement, actors),
            "isPartOf": article,
            "appearance": article if "Claim" in kinds else None,
            "dateCreated": _date(said),
            "temporal": said if said and not _date(said) else None,
            "inLanguage": report.article.language,
            "contentLocation": places or None,
            "keywords": [_term("type", statement.type), *_stance(statement)],
        }
    )


def _attributed(statement: Statement, actors: dict[str, Named]) -> JSON:
    """Return who is behind a statement: as its author, or as mentioned where it is denied."""
    party = statement.speaker
    speaker = actors.get(party.actor or "") if party else None
    works = [_actor(link) for link in chain(statement, actors) if _is_work(link)]
    told: JSON = {"isBasedOn": works or None}
    if speaker is None or _is_work(speaker):
        return told
    spoken = statement.type == "direct" or statement.stance not in _DISTANT
    return told | {"author" if spoken else "mentions": _actor(speaker)}


def _is_work(actor: Named) -> bool:
    return actor.kind in _WORKS


def _actor(actor: Named) -> JSON:
    return {"@type": _TYPES[actor.kind], "@id": actor.uri, "name": actor.name}


def _place(place: Place) -> JSON:
    return {
        "@type": "Place",
        "name": place.name,
        "address": {"@type": "PostalAddress", "addressCountry": place.country},
        "geo": {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon},
    }


def _stance(statement: Statement) -> list[JSON]:
    return [_term("stance", statement.stance)] if statement.stance else []


def _term(terms: str, name: str) -> JSON:
    return {"@type": "DefinedTerm", "name": name, "inDefinedTermSet": f"{TERMS}{terms}"}


def _same(relation: Relation) -> JSON:
    return {
        "@id": urn("statement", relation.source),
        "sameAs": {"@id": urn("statement", relation.target)},
    }


def _date(edtf: str | None) -> str | None:
    """Return a date that schema.org can hold: a day, a month or a year."""
    return edtf if edtf and _ISO.fullmatch(edtf) else None


def _without_null(node: dict[str, Any]) -> JSON:
    return {name: value for name, value in node.items() if value is not None}
