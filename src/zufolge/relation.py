"""How two statements stand to each other."""

from dataclasses import dataclass

KINDS = ("same", "denies", "contradicts", "differs", "corrects", "repeats")


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between two statements.

    Args:
        source: id of the statement it goes out from.
        kind: one of ``KINDS``.
        target: id of the other statement.
        reason: which evidence it rests on.
        score: 0 to 1.
    """

    source: str
    kind: str
    target: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Origin:
    """A group of same statements with the number of its independent origins.

    Args:
        statements: ids, two or more.
        count: how many different first links their chains have.
        names: what these are called, one name each; fewer than ``count`` where one is unnamed.
    """

    statements: tuple[str, ...]
    count: int
    names: tuple[str, ...] = ()
