"""What else stands between the parties of two claims: who is contradicted seldom says the same."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from zufolge.link.claims import Speaker
from zufolge.link.pairs import Pair
from zufolge.link.parties import same_party
from zufolge.link.scoring import Figures, log_odds

_TOLD = ("same", "clash", "denial")
_MANY, _MOST = 20, 3.0
_NOBODY = -1

Places = NDArray[np.int64]


def between(compared: Sequence[Pair], scores: Mapping[str, Figures]) -> dict[str, Figures]:
    """Return what the other pairs of the same two parties say of a pair.

    Args:
        compared: pairs of claims, at least one, each pair once.
        scores: the probabilities ``same``, ``clash`` and ``denial`` of each pair.

    Returns:
        By name a figure for each pair: by ten the log odds of the best other pair of its parties
        and the sum of the others (at most three), for each kind of score; how many pairs they have
        (up to twenty, by twenty); whether they are one party. All 0 where a side has no speaker.
    """
    parties = _parties(compared)
    ends = np.array([[parties[each.statement] for each in pair.sides] for pair in compared])
    ends.sort(axis=1)
    known = ends[:, 0] != _NOBODY
    _, group = np.unique(ends, axis=0, return_inverse=True)
    group = group.reshape(-1)
    found = {
        "party_pairs": np.minimum(np.bincount(group)[group] / _MANY, 1) * known,
        "one_party": (ends[:, 0] == ends[:, 1]) * known * 1.0,
    }
    for name in _TOLD:
        best, total = _others(group, scores[name])
        found[f"party_{name}"] = log_odds(best * known)
        found[f"party_{name}_sum"] = np.minimum(total, _MOST) * known
    return found


def _others(group: Places, scores: Figures) -> tuple[Figures, Figures]:
    """Return for each pair the best score of the others of its group, 0 without, and their sum."""
    order = np.lexsort((-scores, group))
    starts = np.searchsorted(group[order], np.arange(group.max() + 1))
    ends = np.append(starts[1:], len(order))
    second = np.where(starts + 1 < ends, scores[order[np.minimum(starts + 1, len(order) - 1)]], 0.0)
    first = order[starts]
    is_first = first[group] == np.arange(len(group))
    best = np.where(is_first, second[group], scores[first][group])
    return best, np.bincount(group, scores)[group] - scores


def _parties(compared: Sequence[Pair]) -> dict[str, int]:
    """Number the parties that speak; a claim without a speaker has none."""
    claims = {claim.statement: claim for pair in compared for claim in pair.sides}
    met: list[Speaker] = []
    return {name: _party(claims[name].actor, met) for name in sorted(claims)}


def _party(actor: Speaker | None, met: list[Speaker]) -> int:
    if actor is None:
        return _NOBODY
    known = next((place for place, other in enumerate(met) if same_party(actor, other)), len(met))
    if known == len(met):
        met.append(actor)
    return known
