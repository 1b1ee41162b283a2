"""Counts of right and wrong, and the figures made of them.

All figures are fractions, 0 to 1; None where there was nothing to find and nothing was found.
"""

from dataclasses import dataclass

_DIGITS = 4

JSON = dict[str, float | int | None]


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a decision was right.

    Args:
        hits: found and right.
        extra: found and wrong.
        missed: not found though it is there.
    """

    hits: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Return the counts of both together."""
        return Tally(self.hits + other.hits, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right."""
        return ratio(self.hits, self.hits + self.extra)

    @property
    def recall(self) -> float | None:
        """The share of what is there that was found."""
        return ratio(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both."""
        return ratio(2 * self.hits, 2 * self.hits + self.extra + self.missed)

    def to_json(self) -> JSON:
        """Return the three figures and the counts of gold and of what was found."""
        return {
            "precision": rounded(self.precision),
            "recall": rounded(self.recall),
            "f1": rounded(self.f1),
            "gold": self.hits + self.missed,
            "found": self.hits + self.extra,
        }


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean that can be added to another: the sum of the values and their number."""

    total: float = 0.0
    count: int = 0

    def __add__(self, other: "Mean") -> "Mean":
        """Return the mean over the values of both."""
        return Mean(self.total + other.total, self.count + other.count)

    @property
    def value(self) -> float | None:
        """The mean, or None of no values."""
        return ratio(self.total, self.count)

    def to_json(self) -> JSON:
        """Return the mean as a share, and over how many cases it goes."""
        return {"share": rounded(self.value), "of": self.count}


@dataclass(frozen=True, slots=True)
class Interval:
    """The bounds of a confidence interval."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Quality:
    """Precision and recall as means over groups.

    Args:
        precision: over the groups where something was found.
        recall: over the groups where something is there.
    """

    precision: Mean = Mean()
    recall: Mean = Mean()

    def __add__(self, other: "Quality") -> "Quality":
        """Return the means over the groups of both."""
        return Quality(self.precision + other.precision, self.recall + other.recall)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of mean precision and mean recall."""
        precision, recall = self.precision.value, self.recall.value
        if precision is None and recall is None:
            return None
        return harmonic(precision or 0.0, recall or 0.0)

    def to_json(self) -> JSON:
        """Return the three figures."""
        return {
            "precision": rounded(self.precision.value),
            "recall": rounded(self.recall.value),
            "f1": rounded(self.f1),
        }


def ratio(part: float, whole: float) -> float | None:
    """Return ``part`` as a share of ``whole``, or None of nothing."""
    return part / whole if whole else None


def harmonic(left: float, right: float) -> float:
    """Return the harmonic mean of two fractions."""
    return 2 * left * right / (left + right) if left + right else 0.0


def dice(shared: int, left: int, right: int) -> float:
    """Return the F1 of two sets from the sizes of their intersection and of each; 0 of nothing."""
    return 2 * shared / (left + right) if shared else 0.0


def rounded(value: float | None) -> float | None:
    """Return a figure with the digits that reports show."""
    return None if value is None else round(value, _DIGITS)
