"""Reports → files of other programs: one module a format, each with a function ``write``.

The first four need nothing but the package itself; the module of a format is loaded when the format
is asked for, so that nobody needs the libraries of formats that they do not use.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from zufolge.errors import ExportError
from zufolge.export.content import Content, Identity, Judgement, in_order

__all__ = ["FORMATS", "Content", "Format", "Identity", "Judgement", "in_order", "write"]

Writer = Callable[[Content], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """A form that reports can be exported in.

    Args:
        module: the module of this package that writes it.
        description: what it is, in a few words.
        extra: the extra of the package that its libraries come with, if it needs any.
        binary: whether it is something else than text.
    """

    module: str
    description: str
    extra: str | None = None
    binary: bool = False


FORMATS = {
    "jsonl": Format("jsonlines", "the contract's records, JSON Lines"),
    "csv": Format("rows", "one statement a row"),
    "webannotation": Format("webannotation", "W3C Web Annotation, JSON-LD"),
    "schemaorg": Format("schemaorg", "schema.org Quotation and Claim, JSON-LD"),
    "geojson": Format("geojson", "places with their statements, RFC 7946"),
    "prov": Format("provenance", "W3C PROV, PROV-JSON", "export"),
    "parquet": Format("parquet", "one statement a row, typed columns", "export", binary=True),
    "ftm": Format("openaleph", "FollowTheMoney statements for OpenAleph", "openaleph"),
}


def write(content: Content, form: str) -> Iterator[bytes]:
    """Write content in one of the ``FORMATS``.

    Args:
        content: what is exported; gone through as the pieces are asked for.
        form: the name of the format.

    Returns:
        The pieces of the file; those of text formats are UTF-8.

    Raises:
        ExportError: if there is no such format, or a library that it needs is not installed.
    """
    return _writer(form)(content)


def _writer(form: str) -> Writer:
    known = FORMATS.get(form)
    if known is None:
        raise ExportError(f"there is no format {form!r}; there are {', '.join(FORMATS)}")
    try:
        module = import_module(f"{__name__}.{known.module}")
    except ModuleNotFoundError as error:
        if known.extra is None:
            raise
        raise ExportError(
            f"the format {form} needs the package {error.name}, which is not installed; "
            f"install it with: pip install 'zufolge[{known.extra}]'"
        ) from error
    return cast(Writer, module.write)
