"""What linking compares in a dossier, and what is right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from zufolge.annotate import annotate
from zufolge.encoder import Model
from zufolge.evaluate.fields import match_statements
from zufolge.evaluate.gold import Dossier
from zufolge.link.claims import Claim
from zufolge.link.decide import across
from zufolge.link.denials import Denial, denials_within
from zufolge.link.pairs import Pair, pairs
from zufolge.link.reading import claims
from zufolge.report import Report

Related = Mapping[frozenset[str], set[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Compared:
    """What linking compares when one article joins others, and what is right.

    Args:
        pairs: pairs that may be related.
        denials: denials with what they may be about.
        keys: by statement, its key in the dossier, where it is annotated.
        related: by pair of keys, the kinds with the key they go out from.
    """

    pairs: list[Pair]
    denials: list[Denial]
    keys: Mapping[str, str]
    related: Related

    def kinds_of(self, pair: Pair) -> set[str]:
        """Return the kinds of relations between the claims of a pair."""
        return {kind for kind, _ in self.kinds(pair.earlier, pair.later)}

    def kinds(self, one: Claim, other: Claim) -> set[tuple[str, str]]:
        """Return the relations between two claims: kind and key of the source."""
        ends = (self.keys.get(each.statement, each.statement) for each in (one, other))
        return self.related.get(frozenset(ends), set())

    def denied(self, each: Denial) -> bool:
        """Tell whether a denial is about that target."""
        source = self.keys.get(each.denial.statement, "")
        return ("denies", source) in self.kinds(each.denial, each.target)


def compared(dossier: Dossier, reports: Sequence[Report]) -> list[Compared]:
    """Return what linking compares in a dossier, article by article.

    Args:
        dossier: the annotations.
        reports: a reading of its articles, or the annotated statements themselves.
    """
    keys, related = _keys(dossier, reports), _related(dossier)
    articles = sorted((claims(report) for report in reports), key=_date)
    found = []
    for place, article in enumerate(articles):
        near = {
            claim.statement: [other for each in articles[:place] for other in each]
            for claim in article
        }
        denials = [*denials_within(article), *across(article, near)]
        found.append(Compared(pairs(article, near), denials, keys, related))
    return found


def _related(dossier: Dossier) -> Related:
    found: dict[frozenset[str], set[tuple[str, str]]] = {}
    for each in dossier.relations:
        found.setdefault(frozenset((each.source, each.target)), set()).add((each.kind, each.source))
    return found


def _keys(dossier: Dossier, reports: Sequence[Report]) -> dict[str, str]:
    keys = {}
    for name, report in zip(dossier.articles, reports, strict=True):
        gold = [each for each in dossier.statements if each.article == name]
        for row, column in match_statements(gold, report.statements):
            keys[report.statements[column].id] = gold[row].key
    return keys


def _date(article: Sequence[Claim]) -> tuple[str, str]:
    return (article[0].published or "", article[0].article) if article else ("", "")


def readings(dossier: Dossier, model: Model) -> Iterable[Sequence[Report]]:
    """Yield the reports of a dossier as annotated, and as read by a model."""
    read = annotate([*dossier.articles.values()], model)
    yield [_whole(*each) for each in zip(dossier.reports(), read, strict=True)]
    yield read


def _whole(annotated: Report, read: Report) -> Report:
    """Take times, places and amounts from the reading where they are not annotated."""
    if annotated.times or annotated.places or annotated.quantities:
        return annotated
    return replace(annotated, times=read.times, places=read.places, quantities=read.quantities)
