"""What a report from a file must hold to, beyond its fields and ids, before it is used."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from zufolge import actor, relation, statement
from zufolge.errors import RecordError
from zufolge.export.content import Judgement
from zufolge.relation import Origin, Relation
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Statement

_ID = re.compile(r"[0-9a-f]{16}")
_COMPARATORS = ("=", "~", ">", ">=", "<", "<=", "range")
_TIMES = ("date", "time", "duration", "set")


@dataclass(frozen=True, slots=True)
class Connections:
    """What the last line of a file tells of the reports before it.

    Args:
        relations: between statements.
        origins: of groups of same statements.
        judgements: of users.
    """

    relations: tuple[Relation, ...]
    origins: tuple[Origin, ...]
    judgements: tuple[Judgement, ...] = ()


def check_report(report: Report) -> None:
    """Refuse a report whose values are of the wrong kind or point to nothing.

    Args:
        report: as ``contract.report_from_json`` returns it.

    Raises:
        RecordError: naming the first value that is wrong, and what was expected.
    """
    _check_types(report, Report, "report")
    text = report.article.text
    for place, span in _spans(report):
        if not 0 <= span.start <= span.end <= len(text):
            raise RecordError(
                f"{place} is [{span.start}, {span.end}], which is outside of the article's text of "
                f"{len(text)} code points"
            )
    _check_values(report)
    _check_ids(report)


def check_connections(connections: Connections) -> None:
    """Refuse relations and origins whose values are of the wrong kind.

    Args:
        connections: as ``contract.relations_from_json`` returns them.

    Raises:
        RecordError: naming the first value that is wrong, and what was expected.
    """
    _check_types(connections, Connections, "line of relations")
    for each in connections.relations:
        _one_of(each.kind, relation.KINDS, "a relation's kind")


def _check_values(report: Report) -> None:
    for each in report.statements:
        _one_of(each.type, statement.TYPES, f"type of statement {each.id}")
        _one_of(each.medium, (None, *statement.MEDIA), f"medium of statement {each.id}")
        _one_of(each.stance, (None, *statement.STANCES), f"stance of statement {each.id}")
        for needed in (each.quote, *(party.spans for party in _parties(each))):
            if not needed:
                raise RecordError(f"statement {each.id} has a quote or party without a span")
    for who in report.actors:
        _one_of(who.kind, actor.KINDS, f"kind of actor {who.id}")
    for time in report.times:
        _one_of(time.type, _TIMES, "type of a time")
    for quantity in report.quantities:
        _one_of(quantity.comparator, _COMPARATORS, "comparator of a quantity")


def _check_ids(report: Report) -> None:
    """Check that the statements' ids are different and what they refer to looks like ids.

    It may be missing: an erasure or a withdrawal leaves the reference.
    """
    if len({each.id for each in report.statements}) < len(report.statements):
        raise RecordError("two of its statements have the same id")
    for each in report.statements:
        named = [*each.chain, *(party.actor for party in _parties(each)), each.nested_in]
        for identity in named:
            if identity is not None and not _ID.fullmatch(identity):
                raise RecordError(f"statement {each.id} refers to {identity!r}, which is not an id")


def _parties(each: Statement) -> Iterator[statement.Party]:
    yield from (party for party in (each.speaker, each.addressee) if party)


def _spans(report: Report) -> Iterator[tuple[str, Span]]:
    for each in report.statements:
        lists = [each.quote, each.cue, each.frame, each.channel, each.distance]
        lists += [party.spans for party in _parties(each)]
        yield from ((f"a span of statement {each.id}", span) for spans in lists for span in spans)
    for who in report.actors:
        yield from ((f"a mention of actor {who.id}", span) for span in who.mentions)
    yield from (("the span of a time", time.span) for time in report.times)
    yield from (("the span of a place", place.span) for place in report.places)
    yield from (("the span of a quantity", quantity.span) for quantity in report.quantities)


def _one_of(value: object, allowed: Iterable[object], what: str) -> None:
    if value not in allowed:
        names = ", ".join("null" if each is None else str(each) for each in allowed)
        raise RecordError(f"the {what} is {value!r}; expected was one of {names}")


def _check_types(value: Any, expected: Any, place: str) -> None:  # noqa: ANN401
    """Check a record against the types that its fields are declared with."""
    origin, inner = get_origin(expected), get_args(expected)
    if origin in (Union, UnionType):
        if value is None:
            return
        [expected] = [each for each in inner if each is not type(None)]
        _check_types(value, expected, place)
    elif origin is tuple:
        for each in value:
            _check_types(each, inner[0], place)
    elif expected is Span:
        for offset in value:
            _check_types(offset, int, place)
    elif isinstance(expected, type) and is_dataclass(expected):
        for name, kind in _fields(expected):
            _check_types(getattr(value, name), kind, f"{name} of the {place}")
    elif not _is(value, expected):
        raise RecordError(f"the {place} is {value!r}; expected was a {_KINDS[expected]}")


_KINDS = {str: "text", int: "whole number", float: "number"}


def _is(value: object, expected: type) -> bool:
    if expected is str:
        # Half of a surrogate pair is no character: it cannot be written as UTF-8.
        return isinstance(value, str) and not any("\ud800" <= c <= "\udfff" for c in value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value) if expected is float else isinstance(value, int)


@cache
def _fields(record: type) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(record)
    return tuple((field.name, hints[field.name]) for field in fields(record))
