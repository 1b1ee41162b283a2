"""Names for what is exported: URIs made of ids, and actors under the name that they go by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zufolge.export.content import Identity
from zufolge.identity import identify
from zufolge.report import Report
from zufolge.statement import Statement

# "urn:zufolge:" is not registered with IANA; it is unique because the ids are hashes.
NAMESPACE = "urn:zufolge:"
TERMS = f"{NAMESPACE}terms:"


@dataclass(frozen=True, slots=True)
class Named:
    """An actor as exports name it.

    Args:
        id: that of the actor, or of who it is across articles.
        name: likewise.
        kind: one of ``actor.KINDS``.
    """

    id: str
    name: str
    kind: str

    @property
    def uri(self) -> str:
        """The URI made of the id."""
        return urn("actor", self.id)


def urn(kind: str, identity: str) -> str:
    """Return the URI of something.

    Args:
        kind: ``article``, ``statement``, ``actor``, ``place`` …
        identity: its id.
    """
    return f"{NAMESPACE}{kind}:{identity}"


def outlet_id(source: str) -> str:
    """Return the id of the outlet with a name; outlets are no records of their own."""
    return identify("outlet", source)


def named(report: Report, identities: Mapping[str, Identity]) -> dict[str, Named]:
    """Return the actors of a report, by their ids.

    Args:
        report: the report.
        identities: who actors are across articles, by their ids.
    """
    found = {}
    for actor in report.actors:
        known = identities.get(actor.id, actor)
        found[actor.id] = Named(known.id, known.name, actor.kind)
    return found


def chain(statement: Statement, actors: Mapping[str, Named]) -> list[Named]:
    """Return the actors of a statement's chain, origin first, as far as they are known.

    Args:
        statement: the statement.
        actors: of its report, by their ids; one whose record was erased is missing.
    """
    return [actors[link] for link in statement.chain if link in actors]


def arrows(links: Iterable[Named]) -> str:
    """Return a chain in words: who said it, an arrow, who passed it on."""
    return " → ".join(link.name for link in links)
