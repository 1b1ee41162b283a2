"""Shows a claim to the claim encoder: who says it, by which act, and the passage around it."""

from zufolge.annotate.words import words
from zufolge.link.claims import Claim
from zufolge.pieces import BOS, EOS, Pieces

LONGEST = 96

# Words that the encoder was trained with, so they are the same in every language.
_SAYS = {
    "denies": "bestreitet",
    "rejects": "lehnt ab",
    "demands": "fordert",
    "announces": "kündigt an",
    "asks": "fragt",
    "supposes": "vermutet",
    "withholds": "schweigt",
}
_SOMEBODY = "Jemand"


def rendered(claim: Claim, pieces: Pieces) -> tuple[list[int], list[int]]:
    """Return a claim as pieces of its speaker, its act and its passage.

    Args:
        claim: any claim.
        pieces: the vocabulary.

    Returns:
        At most ``LONGEST`` indices of pieces, with the marks at both ends, and for each of them 1
        if it stands in the quote, or 0. At least one does.
    """
    name = claim.actor.name if claim.actor else _SOMEBODY
    head = f"{name} {_SAYS.get(claim.stance or '', 'sagt')}:"
    indices = [BOS, *(index for split in pieces.of_words(head, words(head)) for index in split)]
    quoted = [0] * len(indices)
    found = words(claim.passage)
    for word, split in zip(found, pieces.of_words(claim.passage, found), strict=True):
        inside = any(mark.start <= word.start < mark.end for mark in claim.marks)
        indices += split
        quoted += [int(inside)] * len(split)
    indices, quoted = [*indices[: LONGEST - 1], EOS], [*quoted[: LONGEST - 1], 0]
    return indices, quoted if any(quoted) else [1] * len(quoted)
