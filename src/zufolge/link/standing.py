"""How a pair of claims stands among the other pairs of its claims, and what third claims say of it.

A claim is the same as few others: the score of one pair tells more beside those of the other pairs
that its two claims are in. And two claims that are both the same as a third one are likely the
same, unless the third one is the same as the one and clashes with the other. Nor do parties often
say the same of which one denies what the other one says.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from zufolge.link.between import between
from zufolge.link.denials import Denial
from zufolge.link.features import Features
from zufolge.link.opposition import opposed
from zufolge.link.pairs import Pair
from zufolge.link.scoring import Figures, Scorer, log_odds

WEIGHED = ("same", "clash", "measure", "denial")
_MOST_AHEAD, _AT_ONCE = 5, 1000


def weigh(
    compared: Sequence[Pair],
    denials: Iterable[tuple[Denial, float]],
    scorer: Callable[[str], Scorer],
) -> dict[str, Figures]:
    """Return the scores of pairs, each taken by itself.

    Args:
        compared: pairs of claims.
        denials: denials with their targets and scores, in any order.
        scorer: returns the scorer ``same``, ``clash`` or ``measure``.

    Returns:
        For each of ``WEIGHED`` the probability of each pair; 0 for pairs that have no words or
        figures to compare, or of which one side is negated, or none may deny the other.
    """
    found = {name: np.zeros(len(compared)) for name in WEIGHED}
    chosen = {
        "same": [pair.worded and not opposed(*pair.sides) for pair in compared],
        "clash": [True] * len(compared),
        "measure": [pair.measured for pair in compared],
    }
    for name, these in chosen.items():
        rows = [pair.features for pair, this in zip(compared, these, strict=True) if this]
        found[name][np.array(these, bool)] = scorer(name).score(rows)
    best = dict[frozenset[str], float]()
    for each, score in denials:
        key = frozenset((each.denial.statement, each.target.statement))
        best[key] = max(best.get(key, 0.0), score)
    found["denial"][:] = [best.get(_key(pair), 0.0) for pair in compared]
    return found


def standing(compared: Sequence[Pair], scores: Mapping[str, Figures]) -> list[Features]:
    """Return how each pair stands among the others, as features.

    Args:
        compared: pairs of claims, each pair once.
        scores: as ``weigh`` returns them.

    Returns:
        For each pair its own features, and by name: by ten the log odds of its own scores; for
        either claim in how many of its other pairs it is likelier the same (up to five, by five),
        the log odds of the best other one and the sum of the others; by third claims how well they
        join both sides (``alike``), or set them against each other (``against``, ``parted``: the
        third claim clashes with both); what else stands between the parties (``between``).
    """
    if not compared:
        return []
    places = {each: place for place, each in enumerate(sorted(_statements(compared)))}
    ends = np.array([[places[claim.statement] for claim in pair.sides] for pair in compared])
    tables = {name: _table(ends, scores[name], len(places)) for name in ("same", "clash")}
    parties = between(compared, scores)
    found = []
    for start in range(0, len(compared), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        own = {name: scores[name][part] for name in WEIGHED}
        columns = dict(_columns(tables, own, ends[part]))
        columns |= {name: values[part] for name, values in parties.items()}
        rows = np.stack([*columns.values()], axis=1).tolist()
        found += [dict(zip(columns, row, strict=True)) for row in rows]
    for pair, features in zip(compared, found, strict=True):
        denying = [claim.stance == "denies" for claim in pair.sides]
        features["one_denies"] = float(denying[0] != denying[1])
        features["both_deny"] = float(all(denying))
        features |= pair.features
    return found


def _columns(
    tables: Mapping[str, Figures], own: Mapping[str, Figures], ends: NDArray[np.int64]
) -> Iterator[tuple[str, Figures]]:
    for name, scores in own.items():
        yield f"{name}_score", log_odds(scores)
    for side, end in zip(("earlier", "later"), ends.T, strict=True):
        others = tables["same"][end]
        others[np.arange(len(end)), ends[:, 1 if side == "earlier" else 0]] = 0
        ahead = (others > own["same"][:, None]).sum(axis=1)
        yield f"ahead_{side}", np.minimum(ahead, _MOST_AHEAD) / _MOST_AHEAD
        yield f"best_{side}", log_odds(others.max(axis=1))
        yield f"others_{side}", others.sum(axis=1)
    (one, other), same, clash = ends.T, tables["same"], tables["clash"]
    yield "alike", np.minimum(same[one], same[other]).max(axis=1)
    yield "alike_sum", (same[one] * same[other]).sum(axis=1)
    against = np.minimum(same[one], clash[other]), np.minimum(clash[one], same[other])
    yield "against", np.maximum(*against).max(axis=1)
    yield "against_sum", (same[one] * clash[other] + clash[one] * same[other]).sum(axis=1)
    yield "parted", np.minimum(clash[one], clash[other]).max(axis=1)


def _table(ends: NDArray[np.int64], scores: Figures, size: int) -> Figures:
    """Return scores by both claims, symmetric, 0 where two are not compared."""
    table = np.zeros((size, size))
    table[ends[:, 0], ends[:, 1]] = table[ends[:, 1], ends[:, 0]] = scores
    return table


def _statements(compared: Sequence[Pair]) -> set[str]:
    return {claim.statement for pair in compared for claim in pair.sides}


def _key(pair: Pair) -> frozenset[str]:
    return frozenset(claim.statement for claim in pair.sides)
