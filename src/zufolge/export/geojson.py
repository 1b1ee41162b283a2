"""GeoJSON (RFC 7946): one feature a place, with the statements that name it.

Positions are longitude before latitude in WGS 84, as the standard asks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from zufolge.export.content import Content
from zufolge.export.naming import Named, named, urn
from zufolge.export.passages import passage, within
from zufolge.export.streams import JSON, document
from zufolge.identity import identify
from zufolge.mention import Place
from zufolge.report import Report
from zufolge.statement import Statement


@dataclass(slots=True)
class _Gathered:
    """A place with what was gathered about it."""

    place: Place
    mentions: int = 0
    articles: dict[str, None] = field(default_factory=dict)
    statements: dict[str, JSON] = field(default_factory=dict)


def write(content: Content) -> Iterator[bytes]:
    """Write a collection with a feature for each place, in the order of their names.

    The places are gathered in memory; the reports are not.
    """
    places: dict[str, _Gathered] = {}
    for report in content.reports:
        _gather(report, named(report, content.identities), places)
    ordered = sorted(places.items(), key=lambda each: (each[1].place.name, each[0]))
    features = (_feature(identity, each) for identity, each in ordered)
    return document({"type": "FeatureCollection"}, "features", features)


def _gather(report: Report, actors: dict[str, Named], places: dict[str, _Gathered]) -> None:
    for place in report.places:
        identity = identify("place", place.name, place.lat, place.lon, place.country)
        gathered = places.setdefault(identity, _Gathered(place))
        gathered.mentions += 1
        gathered.articles[urn("article", report.article.id)] = None
        for statement in report.statements:
            if within(place.span, statement):
                told = _statement(report, statement, actors)
                gathered.statements[statement.id] = told


def _feature(identity: str, gathered: _Gathered) -> JSON:
    place = gathered.place
    return {
        "type": "Feature",
        "id": urn("place", identity),
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "name": place.name,
            "country": place.country,
            "mentions": gathered.mentions,
            "articles": [*gathered.articles],
            "statements": [*gathered.statements.values()],
        },
    }


def _statement(report: Report, statement: Statement, actors: dict[str, Named]) -> JSON:
    speaker = statement.speaker.actor if statement.speaker else None
    known = actors.get(speaker or "")
    return {
        "id": urn("statement", statement.id),
        "article": urn("article", report.article.id),
        "published": report.article.date,
        "said": statement.said_at.edtf if statement.said_at else None,
        "actor": known.name if known else None,
        "stance": statement.stance,
        "quote": passage(statement.quote, report.article.text),
    }
