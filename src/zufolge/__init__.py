"""Reads news reports and records who said what, according to whom.

    from zufolge import Ledger, annotate, link, read

    articles = [read("bericht.txt"), read("meldung.html")]
    reports = annotate(articles)
    connections = link(reports)
    with Ledger("sache.ledger") as ledger:
        for report in reports:
            ledger.add(report)

``read`` makes an ``Article`` of a file, ``annotate`` makes a ``Report`` of each article, ``link``
relates their statements, and a ``Ledger`` keeps it all. A name is loaded when it is first used.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zufolge.actor import Actor
    from zufolge.annotate import annotate, load
    from zufolge.article import Article
    from zufolge.errors import ZufolgeError
    from zufolge.ledger import Filter, Frame, Ledger
    from zufolge.link import Connections, link
    from zufolge.mention import Place, Quantity, Time
    from zufolge.relation import Origin, Relation
    from zufolge.report import Report
    from zufolge.sources import read_file as read
    from zufolge.span import Span
    from zufolge.statement import Party, SaidAt, Statement

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Article",
    "Connections",
    "Filter",
    "Frame",
    "Ledger",
    "Origin",
    "Party",
    "Place",
    "Quantity",
    "Relation",
    "Report",
    "SaidAt",
    "Span",
    "Statement",
    "Time",
    "ZufolgeError",
    "__version__",
    "annotate",
    "link",
    "load",
    "read",
]

# Where each name is defined, and under which name.
_ORIGINS = {
    "Actor": ("actor", "Actor"),
    "Article": ("article", "Article"),
    "Connections": ("link", "Connections"),
    "Filter": ("ledger", "Filter"),
    "Frame": ("ledger", "Frame"),
    "Ledger": ("ledger", "Ledger"),
    "Origin": ("relation", "Origin"),
    "Party": ("statement", "Party"),
    "Place": ("mention", "Place"),
    "Quantity": ("mention", "Quantity"),
    "Relation": ("relation", "Relation"),
    "Report": ("report", "Report"),
    "SaidAt": ("statement", "SaidAt"),
    "Span": ("span", "Span"),
    "Statement": ("statement", "Statement"),
    "Time": ("mention", "Time"),
    "ZufolgeError": ("errors", "ZufolgeError"),
    "annotate": ("annotate", "annotate"),
    "link": ("link", "link"),
    "load": ("annotate", "load"),
    "read": ("sources", "read_file"),
}


def __getattr__(name: str) -> object:
    """Load a public name."""
    if name not in _ORIGINS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, defined = _ORIGINS[name]
    found: object = getattr(import_module(f"{__name__}.{module}"), defined)
    return found


def __dir__() -> list[str]:
    """Return the public names."""
    return __all__


class _Package(ModuleType):
    """This package, whose functions ``annotate`` and ``link`` go before the packages so named.

    Importing a package within this one would otherwise put it in the place of the function. Of
    these two packages, names are imported by ``from zufolge.link import …``.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (isinstance(value, ModuleType) and name in _ORIGINS):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
