"""JSON Lines: the records of the contract, one report a line, then one line of relations.

There are no clock times in them and their order is that of ``content.in_order``: the same content
is the same bytes.
"""

from collections.abc import Iterator
from dataclasses import asdict

from zufolge.contract import relations_to_json, report_to_json
from zufolge.export.content import Content
from zufolge.export.streams import compact


def write(content: Content) -> Iterator[bytes]:
    """Write one line a report, then one line of relations, origins and, if any, judgements."""
    for report in content.reports:
        yield f"{compact(report_to_json(report))}\n".encode()
    last = relations_to_json(content.relations, content.origins)
    judgements = [asdict(judgement) for judgement in content.judgements]
    yield f"{compact(last | ({'judgements': judgements} if judgements else {}))}\n".encode()
