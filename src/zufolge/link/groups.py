"""Groups of same statements: relations close over them, and their origins are counted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from zufolge.languages import GERMAN
from zufolge.link.amounts import compare_amounts
from zufolge.link.claims import Claim, Speaker
from zufolge.link.parties import is_described
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


def close(
    relations: Iterable[Relation], order: Mapping[str, int], claims: Mapping[str, Claim]
) -> list[Relation]:
    """Close relations over groups of ``same``.

    What holds between two statements holds between all members of their groups, but figures differ
    or are corrected only where they do not agree. One pair keeps one kind, the one with the better
    score; ``repeats`` stands beside ``same`` and is not closed.

    Args:
        relations: direct relations.
        order: the place of each statement in time; symmetric kinds run from the earlier one.
        claims: the claims of the statements, by id; of those that are missing figures count as any.

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
                if source == target or pair in found:
                    continue
                if _may_hold(relation.kind, claims.get(source), claims.get(target)):
                    found[pair] = _carried(relation, source, target, order)
    return [*found.values(), *(each for each in direct if each.kind == "repeats")]


def _may_hold(kind: str, source: Claim | None, target: Claim | None) -> bool:
    """Tell whether the figures of two claims allow a kind of relation between them."""
    if kind not in ("differs", "corrects") or source is None or target is None:
        return True
    best = compare_amounts(source, target)
    return kind == "corrects" if best is None else not best.agree


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

    A body and whoever speaks for it are one; so are a surname and a full name, a description and
    whoever it fits („der Kunsthistoriker“), and a text that several articles print, whatever they
    call its source. A headline that names nobody („Minister: …“) is no origin beside its text.

    Args:
        group: claims.

    Returns:
        One name an origin, in the order of the claims.
    """
    spoken = [claim for claim in group if not _sums_up(claim, group)]
    found: list[list[Claim]] = []
    for claim in sorted(spoken, key=lambda each: is_described(origin_of(each))):
        alike = [each for each in found if any(one_origin(claim, other) for other in each)]
        first = origin_of(claim)
        if not alike and first is None:
            continue
        # A claim that belongs to several origins shows that they are one; „der Minister“, who may
        # be either of two, does not.
        joined = alike[:1] if is_described(first) else alike
        found = [each for each in found if each not in joined]
        found.append([*(other for each in joined for other in each), claim])
    return tuple(_names(found, group))


def _names(found: Iterable[Sequence[Claim]], group: Sequence[Claim]) -> Iterator[str]:
    """Name each origin by its first claim that names somebody, in the order of the group."""
    place = {id(claim): number for number, claim in enumerate(group)}
    for claims in sorted(found, key=lambda each: min(place[id(claim)] for claim in each)):
        named = [first for claim in claims if (first := origin_of(claim))]
        yield named[0].name if named else ""


def _sums_up(claim: Claim, group: Iterable[Claim]) -> bool:
    """Tell whether a headline names nobody, and the text below says what it says."""
    if claim.sentence > 0 or claim.paragraph > 0 or not _names_nobody(origin_of(claim)):
        return False
    return any(each.article == claim.article and each.sentence > 0 for each in group)


def _names_nobody(speaker: Speaker | None) -> bool:
    """Tell whether a headline leaves open who speaks: „Minister“, „Experten“, „Kiew“."""
    if speaker is None or speaker.kind == "unnamed" or is_described(speaker):
        return True
    government = GERMAN.table("actors")["metonymy"]["government"].format(country="")
    return speaker.kind == "office" and speaker.name.startswith(government)
