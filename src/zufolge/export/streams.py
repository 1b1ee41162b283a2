"""JSON documents that are written piece by piece, so that they need not fit into memory."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

JSON = dict[str, Any]


def compact(value: object) -> str:
    """Return JSON on one line, with letters as they are."""
    return json.dumps(value, ensure_ascii=False)


def document(
    before: Mapping[str, Any],
    name: str,
    items: Iterable[Mapping[str, Any]],
    after: Callable[[], Mapping[str, Any]] = dict,
) -> Iterator[bytes]:
    """Write a JSON object that holds a long list, one item a line.

    Args:
        before: the members that stand before the list.
        name: of the member that is the list.
        items: the list.
        after: asked for the members behind the list once that is written.

    Returns:
        The pieces of the document in UTF-8.
    """
    start = compact(before).removesuffix("}")
    yield f"{start}{', ' if before else ''}{compact(name)}: [".encode()
    separator = "\n"
    for item in items:
        yield f"{separator}{compact(item)}".encode()
        separator = ",\n"
    end = compact(after()).removeprefix("{")
    yield f"\n]{', ' if end != '}' else ''}{end}\n".encode()
