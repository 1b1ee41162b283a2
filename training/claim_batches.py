"""Dossiers as the claim encoder sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import torch

from training.related import keys_of
from zufolge.evaluate.gold import Dossier
from zufolge.link.reading import bare_claims
from zufolge.link.rendering import rendered
from zufolge.link.senses import CLASSES
from zufolge.pieces import PAD, Pieces


@dataclass(frozen=True, slots=True)
class Matter:
    """A dossier.

    Args:
        name: for messages.
        pieces: of each claim, with the marks at both ends.
        quoted: 1 for pieces of the quote.
        classes: for every two claims an index into ``CLASSES``, ``(claims, claims)``, symmetric.
    """

    name: str
    pieces: list[list[int]]
    quoted: list[list[int]]
    classes: torch.Tensor


def matter_of(dossier: Dossier, pieces: Pieces) -> Matter:
    """Return a dossier with its annotated statements as claims.

    Args:
        dossier: the annotations.
        pieces: the vocabulary.
    """
    kinds = {
        frozenset((each.source, each.target)): each.kind
        for each in dossier.relations
        if each.kind != "repeats"
    }
    keys = keys_of(dossier)
    found = [claim for report in dossier.reports() for claim in bare_claims(report)]
    classes = torch.zeros(len(found), len(found), dtype=torch.long)
    for (row, one), (column, other) in combinations(enumerate(found), 2):
        kind = kinds.get(frozenset((keys[one.statement], keys[other.statement])), "none")
        classes[row, column] = classes[column, row] = CLASSES.index(kind)
    shown = [rendered(claim, pieces) for claim in found]
    return Matter(dossier.name, [p for p, _ in shown], [q for _, q in shown], classes)


def joined(group: Sequence[Matter]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return some matters as one batch.

    Args:
        group: matters; statements of different ones are not related.

    Returns:
        Pieces ``(claims, places)``, padded; likewise which are quoted; classes
        ``(claims, claims)``.
    """
    rows = [row for matter in group for row in zip(matter.pieces, matter.quoted, strict=True)]
    longest = max(len(pieces) for pieces, _ in rows)
    pieces = torch.full((len(rows), longest), PAD)
    quoted = torch.zeros(len(rows), longest)
    for number, (indices, inside) in enumerate(rows):
        pieces[number, : len(indices)] = torch.tensor(indices)
        quoted[number, : len(inside)] = torch.tensor(inside, dtype=torch.float)
    classes = torch.block_diag(*(matter.classes for matter in group))
    return pieces, quoted, classes
