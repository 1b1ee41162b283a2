"""JSON Lines: the records of the contract, one report a line, then one line of relations.

There are no clock times in them and their order is that of ``content.in_order``: the same content
is the same bytes.
"""

from collections.abc import Iterator

from zufolge.contract import relations_to_json, report_to_json
from zufolge.export.content import Content
from zufolge.export.streams import compact


def write(content: Content) -> Iterator[bytes]:
    """Write one line a report, then one line of relations and origins."""
    for report in content.reports:
        yield f"{compact(report_to_json(report))}\n".encode()
    yield f"{compact(relations_to_json(content.relations, content.origins))}\n".encode()
