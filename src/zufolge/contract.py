"""The JSON contract: records as JSON objects and back (schema in docs/contract.schema.json)."""

from collections.abc import Iterable, Mapping
from typing import Any

from zufolge.actor import Actor
from zufolge.article import Article
from zufolge.errors import RecordError
from zufolge.mention import Place, Quantity, Time
from zufolge.relation import Origin, Relation
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Party, SaidAt, Statement

JSON = dict[str, Any]


def report_to_json(report: Report) -> JSON:
    """Return the object of one line of ``zufolge read --json``."""
    return {
        "article": _article(report.article),
        "statements": [_statement(statement) for statement in report.statements],
        "actors": [_actor(actor) for actor in report.actors],
        "times": [_time(time) for time in report.times],
        "places": [_place(place) for place in report.places],
        "quantities": [_quantity(quantity) for quantity in report.quantities],
    }


def relations_to_json(relations: Iterable[Relation], origins: Iterable[Origin]) -> JSON:
    """Return the object of the last line: relations between the statements, and their origins."""
    return {
        "relations": [
            {"from": r.source, "kind": r.kind, "to": r.target, "reason": r.reason, "score": r.score}
            for r in relations
        ],
        "origins": [
            {"statements": [*o.statements], "count": o.count, "names": [*o.names]} for o in origins
        ],
    }


def report_from_json(record: Mapping[str, Any]) -> Report:
    """Rebuild a report from its JSON object.

    Args:
        record: an object as ``report_to_json`` writes it.

    Returns:
        The report; its ids come out the same.

    Raises:
        RecordError: if a field is missing or of another form, or an id is not that of its content.
    """
    try:
        return _report(record)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RecordError(
            f"not a report of the JSON contract: {type(error).__name__} {error}"
        ) from error


def relations_from_json(record: Mapping[str, Any]) -> tuple[list[Relation], list[Origin]]:
    """Rebuild relations and origins from the last line's object.

    Raises:
        RecordError: if a field is missing.
    """
    try:
        relations = [
            Relation(r["from"], r["kind"], r["to"], r["reason"], float(r["score"]))
            for r in record["relations"]
        ]
        origins = [
            Origin(tuple(o["statements"]), o["count"], tuple(o.get("names", ())))
            for o in record["origins"]
        ]
        return relations, origins
    except (KeyError, TypeError) as error:
        raise RecordError(f"not a line of relations: {type(error).__name__} {error}") from error


def _article(article: Article) -> JSON:
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "date": article.date,
        "language": article.language,
        "url": article.url,
        "text": article.text,
        "notes": [*article.notes],
    }


def _statement(statement: Statement) -> JSON:
    said = statement.said_at
    return {
        "id": statement.id,
        "type": statement.type,
        "medium": statement.medium,
        "stance": statement.stance,
        "quote": _pairs(statement.quote),
        "cue": _pairs(statement.cue),
        "frame": _pairs(statement.frame),
        "speaker": _party(statement.speaker),
        "addressee": _party(statement.addressee),
        "channel": _pairs(statement.channel),
        "distance": _pairs(statement.distance),
        "chain": [*statement.chain],
        "nested_in": statement.nested_in,
        "said_at": {"edtf": said.edtf, "part": said.part} if said else None,
        "confidence": float(statement.confidence),
    }


def _party(party: Party | None) -> JSON | None:
    return {"spans": _pairs(party.spans), "actor": party.actor} if party else None


def _actor(actor: Actor) -> JSON:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "mentions": _pairs(actor.mentions),
    }


def _time(time: Time) -> JSON:
    return {
        "span": [*time.span],
        "type": time.type,
        "value": time.value,
        "edtf": time.edtf,
        "part": time.part,
    }


def _place(place: Place) -> JSON:
    return {
        "span": [*place.span],
        "name": place.name,
        "lat": float(place.lat),
        "lon": float(place.lon),
        "country": place.country,
    }


def _quantity(quantity: Quantity) -> JSON:
    return {
        "span": [*quantity.span],
        "value": float(quantity.value),
        "high": None if quantity.high is None else float(quantity.high),
        "comparator": quantity.comparator,
        "of": quantity.of,
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _spans(pairs: Iterable[Any]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _report(record: Mapping[str, Any]) -> Report:
    told = record["article"]
    article = _read_article(told)
    _check_id(told["id"], article.id, "article")
    statements = [_read_statement(article.id, each) for each in record["statements"]]
    for statement, each in zip(statements, record["statements"], strict=True):
        _check_id(each["id"], statement.id, "statement")
    actors = [
        Actor(article.id, a["name"], a["kind"], _spans(a["mentions"])) for a in record["actors"]
    ]
    for actor, each in zip(actors, record["actors"], strict=True):
        _check_id(each["id"], actor.id, "actor")
    times = [
        Time(Span(*t["span"]), t["type"], t["value"], t["edtf"], t["part"]) for t in record["times"]
    ]
    places = [
        Place(Span(*p["span"]), p["name"], float(p["lat"]), float(p["lon"]), p["country"])
        for p in record["places"]
    ]
    quantities = [_read_quantity(each) for each in record["quantities"]]
    parts = (tuple(statements), tuple(actors), tuple(times), tuple(places), tuple(quantities))
    return Report(article, *parts)


def _read_article(told: Mapping[str, Any]) -> Article:
    return Article(
        told["text"],
        told["source"],
        told["title"],
        told["date"],
        told["language"],
        told["url"],
        tuple(told.get("notes", ())),
    )


def _read_statement(article: str, told: Mapping[str, Any]) -> Statement:
    said = told["said_at"]
    return Statement(
        article=article,
        quote=_spans(told["quote"]),
        type=told["type"],
        medium=told["medium"],
        stance=told["stance"],
        speaker=_read_party(told["speaker"]),
        addressee=_read_party(told["addressee"]),
        cue=_spans(told["cue"]),
        frame=_spans(told["frame"]),
        channel=_spans(told["channel"]),
        distance=_spans(told["distance"]),
        chain=tuple(told["chain"]),
        nested_in=told["nested_in"],
        said_at=SaidAt(said["edtf"], said["part"]) if said else None,
        confidence=float(told["confidence"]),
    )


def _read_party(told: Mapping[str, Any] | None) -> Party | None:
    return Party(_spans(told["spans"]), told["actor"]) if told else None


def _read_quantity(told: Mapping[str, Any]) -> Quantity:
    high = None if told["high"] is None else float(told["high"])
    return Quantity(Span(*told["span"]), float(told["value"]), high, told["comparator"], told["of"])


def _check_id(told: str, computed: str, noun: str) -> None:
    if told != computed:
        raise ValueError(f"the {noun}'s id is {told}, but its content gives {computed}")
