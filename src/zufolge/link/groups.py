"""Groups of same statements: relations close over them, and their origins are counted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from zufolge.link.claims import Claim
from zufolge.link.repeats import one_origin, origin_of
from zufolge.relation import Origin, Relation

SYMMETRIC = frozenset({"same", "contradicts", "differs"})


def groups(relations: Iterable[Relation]) -> list[tuple[str, ...]]:
    """Return the groups of statements that ``same`` holds together.

    Args:
        relations: any relations; only ``same`` counts.

    Returns:
        Groups of two or more statements' ids, each sorted, sorted.
    """
    parent: dict[str, str] = {}

    def root(each: str) -> str:
        parent.setdefault(each, each)
        while parent[each] != each:
            parent[each] = parent[parent[each]]
            each = parent[each]
        return each

    for relation in relations:
        if relation.kind == "same":
            left, right = sorted((root(relation.source), root(relation.target)))
            parent[right] = left
    gathered: defaultdict[str, list[str]] = defaultdict(list)
    for each in parent:
        gathered[root(each)].append(each)
    return sorted(tuple(sorted(members)) for members in gathered.values())


def close(relations: Iterable[Relation], order: Mapping[str, int]) -> list[Relation]:
    """Close relations over groups of ``same``.

    What holds between two statements holds between all members of their groups. One pair keeps one
    kind, the one with the better score; ``repeats`` stands beside ``same`` and is not closed.

    Args:
        relations: direct relations.
        order: the place of each statement in time; symmetric kinds run from the earlier one.

    Returns:
        The relations, those that were added with the reason "closure".
    """
    direct = [*relations]
    members = {each: group for group in groups(direct) for each in group}
    found: dict[frozenset[str], Relation] = {}
    for relation in sorted(direct, key=lambda r: (r.kind != "same", -r.score)):
        if relation.kind != "repeats":
            found.setdefault(frozenset((relation.source, relation.target)), relation)
    for relation in [*found.values()]:
        for source in members.get(relation.source, (relation.source,)):
            for target in members.get(relation.target, (relation.target,)):
                pair = frozenset((source, target))
                if source != target and pair not in found:
                    found[pair] = _carried(relation, source, target, order)
    return [*found.values(), *(each for each in direct if each.kind == "repeats")]


def _carried(relation: Relation, source: str, target: str, order: Mapping[str, int]) -> Relation:
    if relation.kind in SYMMETRIC and order.get(target, 0) < order.get(source, 0):
        source, target = target, source
    return Relation(source, relation.kind, target, "closure", relation.score)


def origins(relations: Iterable[Relation], claims: Mapping[str, Claim]) -> list[Origin]:
    """Count the independent origins of each group of same statements.

    Args:
        relations: any relations; only ``same`` counts.
        claims: the claims of the statements, by id.

    Returns:
        One record a group; a group of statements without any chain has one origin, unnamed.
    """
    counted = []
    for group in groups(relations):
        names = first_links([claims[each] for each in group if each in claims])
        counted.append(Origin(group, max(1, len(names)), names))
    return counted


def first_links(group: Sequence[Claim]) -> tuple[str, ...]:
    """Return the names of the different first links of some claims' chains.

    A body and whoever speaks for it are one; so are a surname and a full name, and so is a text
    that several articles print, whatever they call its source.

    Args:
        group: claims.

    Returns:
        One name an origin, in the order of the claims.
    """
    found: list[tuple[str, list[Claim]]] = []
    for claim in group:
        first = origin_of(claim)
        alike = [each for each in found if any(one_origin(claim, other) for other in each[1])]
        if not alike and first is None:
            continue
        # A claim that belongs to several origins shows that they are one.
        name = alike[0][0] if alike else first.name if first else ""
        gathered = [other for each in alike for other in each[1]]
        found = [each for each in found if each not in alike]
        found.append((name, [*gathered, claim]))
    return tuple(name for name, _ in found)
