"""What is exported: reports and what connects their statements, as one passes over them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from zufolge.relation import Origin, Relation
from zufolge.report import Report


@dataclass(frozen=True, slots=True)
class Identity:
    """Who an actor of an article is across articles.

    Args:
        id: the same for all actors that are one.
        name: what they are called together.
    """

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a user decided about two actors, or whatever else has an id.

    Args:
        subject: an id.
        other: the second one, if there is one.
        verdict: ``merge``, ``split`` …
        reason: on which grounds.
        by: who decided.
    """

    subject: str
    other: str | None
    verdict: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Content:
    """Reports in the order in which they are exported, and what connects their statements.

    Args:
        reports: gone through once, so that they need not be in memory together.
        relations: likewise.
        origins: likewise.
        identities: by the actors' ids; an actor that is missing stands for itself.
        judgements: in the order in which they were made; a later one counts more.
    """

    reports: Iterable[Report]
    relations: Iterable[Relation] = ()
    origins: Iterable[Origin] = ()
    identities: Mapping[str, Identity] = field(default_factory=dict)
    judgements: Iterable[Judgement] = ()


def moment(report: Report) -> tuple[str, str]:
    """Return what reports are put in order by: date of publication, then id."""
    return report.article.date or "", report.article.id


def in_order(
    reports: Iterable[Report],
    relations: Iterable[Relation] = (),
    origins: Iterable[Origin] = (),
    identities: Mapping[str, Identity] | None = None,
    judgements: Iterable[Judgement] = (),
) -> Content:
    """Return what is in memory as content in the order of export.

    Args:
        reports: any reports, in any order.
        relations: between their statements.
        origins: of groups of same statements.
        identities: by the actors' ids.
        judgements: in the order in which they were made.

    Returns:
        The same content for the same records, however they were ordered.
    """
    return Content(
        sorted(reports, key=moment),
        sorted(relations, key=lambda each: (each.source, each.kind, each.target)),
        sorted(origins, key=lambda each: each.statements),
        identities or {},
        tuple(judgements),
    )
