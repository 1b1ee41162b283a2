"""How like two names are: a score, the kind of evidence, and the two values compared."""

from dataclasses import dataclass

# What each kind of evidence is worth before offices are looked at. The order is what counts: the
# first three are the same name, the others may belong to somebody else of the family or the field.
SCORES = {
    "name": 0.95,
    "spelling": 0.92,
    "romanisation": 0.92,
    "abbreviation": 0.92,
    "bracket": 0.9,
    "middle name": 0.85,
    "origin": 0.85,
    "initial": 0.75,
    "double name": 0.75,
    "initials of words": 0.7,
    "no origin": 0.65,
    "close spelling": 0.65,
    "surname": 0.6,
    "first name": 0.45,
}
# Evidence that two names are one and the same name.
SAME_NAME = frozenset(("name", "spelling", "romanisation", "abbreviation", "origin"))


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two actors may be one.

    Args:
        evidence: one of ``SCORES``.
        left: the value of the first actor.
        right: the value of the second one.
        score: 0 to 1; an ordering, not a probability.
        office: ``agrees``, ``differs`` or ``unknown``; ``none`` for bodies.
        offices: the two offices compared, where both are known.
        certain: whether name and office agree, so that the two are one unasked.
    """

    evidence: str
    left: str
    right: str
    score: float
    office: str = "none"
    offices: tuple[str, str] | None = None
    certain: bool = False

    @property
    def reason(self) -> str:
        """The evidence in one line: ``romanisation: Peskow = Песков; office agrees: …``."""
        told = f"{self.evidence}: {self.left} = {self.right}"
        if self.offices is None:
            return told if self.office in ("none", "agrees") else f"{told}; office {self.office}"
        sign = "=" if self.office == "agrees" else "≠" if self.office == "differs" else "~"
        return f"{told}; office {self.office}: {self.offices[0]} {sign} {self.offices[1]}"
