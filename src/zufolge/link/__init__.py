"""Reports → Relations: which statements are the same, deny, contradict or repeat each other.

claims (reading, senses) → candidates (by an ``Index``) → pairs, denials → between, standing →
decide → cohesion → groups: closure, origins
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zufolge.link.candidates import candidates
from zufolge.link.claims import Claim, Speaker
from zufolge.link.cohesion import cohesive
from zufolge.link.decide import related
from zufolge.link.groups import close, groups, origins
from zufolge.link.index import Index
from zufolge.link.memory import MemoryIndex
from zufolge.link.pairs import moment
from zufolge.link.reading import claims
from zufolge.relation import Origin, Relation
from zufolge.report import Report

__all__ = [
    "Claim",
    "Connections",
    "Index",
    "MemoryIndex",
    "Speaker",
    "claims",
    "close",
    "connect",
    "extend",
    "groups",
    "link",
    "origins",
    "relate",
]


@dataclass(frozen=True, slots=True)
class Connections:
    """Relations between statements, closed over groups of ``same``, and the groups' origins."""

    relations: tuple[Relation, ...]
    origins: tuple[Origin, ...]


def extend(report: Report, index: Index) -> tuple[Relation, ...]:
    """Relate a report's statements to each other and to what an index holds, then add them to it.

    Args:
        report: a report that is not in the index; one that is adds nothing, and its relations come
            out the same as far as the index held then what it holds now.
        index: the claims of other reports.

    Returns:
        Direct relations, not closed over groups (``close`` does that).
    """
    return relate(claims(report), index)


def relate(new: Sequence[Claim], index: Index) -> tuple[Relation, ...]:
    """Relate the claims of one article as ``extend`` does, where they have been made before.

    Args:
        new: all claims of an article that is not in the index.
        index: the claims of other articles.

    Returns:
        Direct relations, not closed over groups.
    """
    found = cohesive(related(new, candidates(new, index)), index)
    index.add(new, found)
    return found


def link(reports: Iterable[Report]) -> Connections:
    """Relate the statements of some reports.

    Args:
        reports: any reports, in any order.

    Returns:
        Their relations and origins.
    """
    index, found = MemoryIndex(), list[Relation]()
    for report in reports:
        found += extend(report, index)
    return connect(found, index.claims)


def connect(relations: Iterable[Relation], claims: Iterable[Claim]) -> Connections:
    """Close direct relations over groups of ``same`` and count origins.

    Args:
        relations: what ``extend`` found.
        claims: the claims of all statements in them; others may be among them.

    Returns:
        The closed relations and the groups' origins.
    """
    ordered = sorted(claims, key=moment)
    order = {claim.statement: place for place, claim in enumerate(ordered)}
    by_id = {claim.statement: claim for claim in ordered}
    closed = close(relations, order, by_id)
    return Connections(tuple(closed), tuple(origins(closed, by_id)))
