"""Reads what ``jsonlines`` and ``zufolge read --json`` write, line by line."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

from zufolge.contract import relations_from_json, report_from_json
from zufolge.errors import RecordError
from zufolge.export.checks import Connections, check_connections, check_report
from zufolge.export.content import Content, Judgement, in_order, moment
from zufolge.relation import Origin, Relation
from zufolge.report import Report

STEP = "reading records"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file of records.

    Args:
        number: counted from 1, empty lines included.
        offset: bytes before it.
        record: what it holds, or why it is refused.
    """

    number: int
    offset: int
    record: Report | Connections | RecordError


def read_lines(lines: Iterable[bytes], name: str) -> Iterator[Line]:
    """Read lines one by one as they are asked for.

    Args:
        lines: with their line ends; an empty one is passed over.
        name: what to call the file in errors, which also name the line.

    Returns:
        One record a line; a line that is damaged gives its error, and the next is read.
    """
    offset = 0
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield Line(number, offset, _record(line, f"{name}, line {number}"))
        offset += len(line)


@dataclass(frozen=True, slots=True)
class Records:
    """What a file of records holds.

    Args:
        content: in the order of export; its reports are read as they are asked for.
        articles: ids of its articles.
    """

    content: Content
    articles: frozenset[str]


def read_records(file: BinaryIO, name: str, refuse: Callable[[RecordError], None]) -> Records:
    """Read a file of records.

    The file is read twice, so that its reports are never in memory together: once now, to put them
    in order, and once as they are asked for. An article that comes again is passed over.

    Args:
        file: open for reading, and seekable.
        name: what to call it in errors.
        refuse: told of each line that is damaged; the others go on.

    Returns:
        The content; what several lines tell of relations, origins and judgements is put together.
    """
    places: dict[tuple[str, str], int] = {}
    relations: dict[tuple[str, str, str], Relation] = {}
    origins: dict[tuple[str, ...], Origin] = {}
    judgements: dict[Judgement, None] = {}
    for line in read_lines(file, name):
        match line.record:
            case RecordError() as error:
                refuse(error)
            case Report() as report:
                places.setdefault(moment(report), line.offset)
            case Connections() as found:
                relations |= {(r.source, r.kind, r.target): r for r in found.relations}
                origins |= {each.statements: each for each in found.origins}
                judgements |= dict.fromkeys(found.judgements)
    reports = _reports(file, [places[each] for each in sorted(places)])
    told = in_order((), relations.values(), origins.values(), None, judgements)
    content = replace(told, reports=reports)
    return Records(content, frozenset(article for _, article in places))


def _reports(file: BinaryIO, offsets: Iterable[int]) -> Iterator[Report]:
    for offset in offsets:
        file.seek(offset)
        yield report_from_json(json.loads(file.readline()))


def _record(line: bytes, place: str) -> Report | Connections | RecordError:
    try:
        told = _parse(line)
        if "relations" in told:
            return _connections(told)
        report = report_from_json(told)
        check_report(report)
    except RecordError as error:
        return RecordError(error.message, article=place, step=STEP)
    return report


def _connections(told: dict[str, Any]) -> Connections:
    relations, origins = relations_from_json(told)
    try:
        judgements = [Judgement(**each) for each in told.get("judgements", ())]
    except TypeError as error:
        raise RecordError(f"not a line of relations: {error}") from error
    connections = Connections(tuple(relations), tuple(origins), tuple(judgements))
    check_connections(connections)
    return connections


def _parse(line: bytes) -> dict[str, Any]:
    try:
        told = json.loads(line.decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise RecordError(f"it is not JSON in UTF-8: {error}") from error
    if not isinstance(told, dict) or not {"article", "relations"} & told.keys():
        raise RecordError("it is neither a report nor a line of relations of the JSON contract")
    return told


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON number")
