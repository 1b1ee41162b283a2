"""Scores a reading, and a linking of what was read, against annotated dossiers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from zufolge.article import Article
from zufolge.evaluate.counts import Counts
from zufolge.evaluate.fields import match_statements, score_fields
from zufolge.evaluate.gold import Dossier
from zufolge.evaluate.mentions import score_mentions
from zufolge.evaluate.relations import score_origins, score_relations
from zufolge.evaluate.scores import Tally
from zufolge.relation import KINDS, Origin, Relation
from zufolge.report import Report

Read = Callable[[Sequence[Article]], Sequence[Report]]
Link = Callable[[Sequence[Report]], tuple[Sequence[Relation], Sequence[Origin]]]

SHARES = ("type", "stance", "chain", "origins")
TALLIES = (
    "statements",
    "actor",
    "chain_long",
    "speaker",
    "addressee",
    "cue",
    "channel",
    "distance",
    "times",
    "times_value",
    "places",
    "places_value",
    "places_in_country",
    "quantities",
    "quantities_value",
    *(f"relation_{kind}" for kind in KINDS),
    "dispute",
)


@dataclass(frozen=True, slots=True)
class DossierScores:
    """The figures of some dossiers, summed over all of them.

    Args:
        dossiers: how many.
        articles: how many in all.
        counts: by the names in ``TALLIES`` and ``SHARES``.
    """

    dossiers: int
    articles: int
    counts: Counts

    def to_json(self) -> dict[str, Any]:
        """Return all figures as a JSON object; fractions, 0 to 1."""
        return {
            "dossiers": self.dossiers,
            "articles": self.articles,
            **{name: self.counts.tally(name).to_json() for name in TALLIES},
            **{name: self.counts.share(name).to_json() for name in SHARES},
        }


def evaluate_dossiers(
    dossiers: Sequence[Dossier], read: Read, link: Link | None = None
) -> DossierScores:
    """Score a reading against dossiers.

    Args:
        dossiers: the annotated dossiers.
        read: reads articles, of all dossiers at once; one report an article, in their order.
        link: relates the reports of one dossier; without it relations and origins count as missed.

    Returns:
        The figures.
    """
    articles = [*chain.from_iterable(dossier.articles.values() for dossier in dossiers)]
    reports = iter(read(articles))
    counts = Counts()
    for dossier in dossiers:
        counts += score_dossier(dossier, [*islice(reports, len(dossier.articles))], link)
    return DossierScores(len(dossiers), len(articles), counts)


def score_dossier(dossier: Dossier, reports: Sequence[Report], link: Link | None = None) -> Counts:
    """Count what is right in one dossier.

    Args:
        dossier: the annotations.
        reports: one an article, in their order.
        link: as above.

    Returns:
        The counts by the names in ``TALLIES`` and ``SHARES``.
    """
    counts, keys = Counts(), {}
    for key, report in zip(dossier.articles, reports, strict=True):
        gold = [each for each in dossier.statements if each.article == key]
        matched = match_statements(gold, report.statements)
        pairs = [(gold[row], report.statements[column]) for row, column in matched]
        keys.update({found.id: annotated.key for annotated, found in pairs})
        hits = len(pairs)
        tally = Tally(hits, len(report.statements) - hits, len(gold) - hits)
        counts += Counts({"statements": tally})
        counts += score_fields(dossier, report, pairs)
        counts += score_mentions(dossier, key, report)
    relations, origins = link(reports) if link else ((), ())
    counts += score_relations(dossier.relations, relations, keys)
    return counts + score_origins(dossier.origins, origins, keys)
