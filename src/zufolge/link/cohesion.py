"""Groups of same statements stay of one mind: who joins one must be the same as half of it.

Relations close over groups, so one wrong ``same`` between two groups makes many wrong relations. A
pair that is as good as word for word the same joins them by itself.
"""

from collections.abc import Iterable, Sequence
from itertools import product

from zufolge.link.index import Index
from zufolge.relation import Relation

# Chosen on the training dossiers (benchmarks/RESULTS.md); half or a third is all the same there.
_LEAST = 0.5
# Nothing changes by it on the training dossiers; elsewhere one sentence printed twice stood apart.
_SURE = 0.9


def cohesive(found: Sequence[Relation], index: Index) -> tuple[Relation, ...]:
    """Leave out relations of kind ``same`` that would join groups of which few pairs are the same.

    The surest relations come first; ``repeats`` goes with its ``same``.

    Args:
        found: direct relations of an article that is not in the index.
        index: knows the groups of the statements in it.

    Returns:
        The relations that are left, in their order.
    """
    same = (each for each in found if each.kind == "same" and each.source != each.target)
    direct = {_pair(each): each for each in same}
    groups: dict[str, frozenset[str]] = {}
    for each in (end for pair in direct for end in pair):
        groups[each] = frozenset(index.same(each)) | {each}
    apart: set[frozenset[str]] = set()
    for pair in sorted(direct, key=lambda key: (-direct[key].score, sorted(key))):
        left, right = (groups[each] for each in sorted(pair))
        if left == right:
            continue
        across = [frozenset(both) for both in product(left, right)]
        alike = sum(each in direct for each in across)
        if direct[pair].score >= _SURE or alike >= _LEAST * len(across):
            groups |= dict.fromkeys(left | right, left | right)
        else:
            apart.update(across)
    return tuple(_kept(found, apart))


def _kept(found: Iterable[Relation], apart: set[frozenset[str]]) -> Iterable[Relation]:
    for each in found:
        if each.kind not in ("same", "repeats") or _pair(each) not in apart:
            yield each


def _pair(relation: Relation) -> frozenset[str]:
    return frozenset((relation.source, relation.target))
