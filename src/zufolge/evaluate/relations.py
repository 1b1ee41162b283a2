"""Scores relations between statements, and the number of their independent origins."""

from collections.abc import Iterable, Mapping, Sequence

from zufolge.evaluate.counts import Counts
from zufolge.evaluate.fields import HALF
from zufolge.evaluate.gold import GoldOrigin, GoldRelation
from zufolge.evaluate.scores import Mean, Tally, dice
from zufolge.relation import KINDS, Origin, Relation

SYMMETRIC = frozenset({"same", "contradicts", "differs"})
DISPUTES = frozenset({"denies", "contradicts", "differs", "corrects"})

Edge = tuple[str, str, str]


def score_relations(
    gold: Sequence[GoldRelation], found: Iterable[Relation], keys: Mapping[str, str]
) -> Counts:
    """Score the relations of one dossier.

    A found relation counts only between statements that are matched with annotated ones; an
    annotated relation of statements that were not found is missed.

    Args:
        gold: annotated relations, by keys of statements.
        found: relations of the system, by ids of statements.
        keys: the key for each id of a matched statement.

    Returns:
        Counts for each kind as ``relation_KIND``, and for ``dispute``: all kinds of dispute
        together, without kind and direction.
    """
    mapped = [
        GoldRelation(keys[each.source], each.kind, keys[each.target])
        for each in found
        if each.source in keys and each.target in keys
    ]
    there, given = {*map(_edge, gold)}, {*map(_edge, mapped)}
    tallies = {
        f"relation_{kind}": _compare(
            {edge for edge in there if edge[1] == kind}, {edge for edge in given if edge[1] == kind}
        )
        for kind in KINDS
    }
    return Counts({**tallies, "dispute": _compare(_disputes(there), _disputes(given))})


def score_origins(
    gold: Iterable[GoldOrigin], found: Sequence[Origin], keys: Mapping[str, str]
) -> Counts:
    """Score the groups of same statements of one dossier.

    Args:
        gold: annotated groups.
        found: groups of the system.
        keys: the key for each id of a matched statement.

    Returns:
        The share of annotated groups whose best overlapping group (F1 of the members at least one
        half) has the same count.
    """
    groups = [
        (frozenset(keys.get(each, f"?{each}") for each in origin.statements), origin.count)
        for origin in found
    ]
    shares = [Mean(_best_count(origin, groups) == origin.count, 1) for origin in gold]
    return Counts(shares={"origins": sum(shares, Mean())})


def _best_count(gold: GoldOrigin, groups: Sequence[tuple[frozenset[str], int]]) -> int | None:
    overlaps = [
        (dice(len(gold.statements & members), len(gold.statements), len(members)), count)
        for members, count in groups
    ]
    best = max(overlaps, key=lambda each: each[0], default=(0.0, 0))
    return best[1] if best[0] >= HALF else None


def _edge(relation: GoldRelation) -> Edge:
    source, target = relation.source, relation.target
    if relation.kind in SYMMETRIC and target < source:
        source, target = target, source
    return source, relation.kind, target


def _disputes(edges: Iterable[Edge]) -> set[frozenset[str]]:
    return {frozenset((source, target)) for source, kind, target in edges if kind in DISPUTES}


def _compare(
    gold: set[Edge] | set[frozenset[str]], found: set[Edge] | set[frozenset[str]]
) -> Tally:
    hits = len(gold & found)
    return Tally(hits, len(found) - hits, len(gold) - hits)
