"""The tag sets of the attribution model, shared by training and reading.

A quotation's words carry ``B`` (first word), ``I`` (further words) or ``C`` (first word of a later
part of an interrupted quotation) with its type; all other words carry ``O``. Names carry ``B`` and
``I`` with their kind.
"""

from itertools import product

from zufolge.statement import TYPES

NAME_KINDS = ("PER", "ORG", "LOC", "OTH")

QUOTE_TAGS = ("O", *(f"{part}-{kind}" for kind, part in product(TYPES, "BIC")))
NAME_TAGS = ("O", *(f"{part}-{kind}" for kind, part in product(NAME_KINDS, "BI")))


def may_begin(tag: str) -> bool:
    """Tell whether a text may begin with a tag."""
    return tag[0] in "OBC"


def may_follow(tag: str, before: str) -> bool:
    """Tell whether ``tag`` may stand right after ``before``: I only goes on with its own kind."""
    if tag[0] == "I":
        return before[0] in "BIC" and before[2:] == tag[2:]
    # The parts of an interrupted quotation have words between them.
    return tag[0] != "C" or before[0] == "O" or before[2:] != tag[2:]


# Where a word stands to the marked quotation. Distances count words, in powers of two.
_STEPS = (1, 2, 4, 8, 16, 32, 64)
FLAGS = (
    "first",
    "inside",
    "last",
    "gap",
    *(f"before-{step}" for step in _STEPS),
    *(f"after-{step}" for step in _STEPS),
)


def flag(word: int, parts: list[tuple[int, int]]) -> int:
    """Return the index in ``FLAGS`` that tells where a word stands to a quotation.

    Args:
        word: number of the word.
        parts: the quotation's parts from left to right, half-open ranges of word numbers.

    Returns:
        An index into ``FLAGS``.
    """
    start, end = parts[0][0], parts[-1][1]
    if word < start:
        return FLAGS.index(f"before-{_step(start - word)}")
    if word >= end:
        return FLAGS.index(f"after-{_step(word - end + 1)}")
    for first, last in parts:
        if first <= word < last:
            if word == first:
                return 0
            return 2 if word == last - 1 else 1
    return 3


def _step(distance: int) -> int:
    return max(step for step in _STEPS if step <= distance)
