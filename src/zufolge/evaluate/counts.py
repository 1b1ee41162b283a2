"""Counts by name, for figures of many kinds that are summed over dossiers or documents."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from zufolge.evaluate.scores import Mean, Tally


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of decisions and shares of cases, by the name of the figure."""

    tallies: Mapping[str, Tally] = field(default_factory=dict)
    shares: Mapping[str, Mean] = field(default_factory=dict)

    def __add__(self, other: "Counts") -> "Counts":
        """Return the counts of both together."""
        tallies, shares = {**self.tallies}, {**self.shares}
        for name, tally in other.tallies.items():
            tallies[name] = tallies.get(name, Tally()) + tally
        for name, share in other.shares.items():
            shares[name] = shares.get(name, Mean()) + share
        return Counts(tallies, shares)

    def tally(self, name: str) -> Tally:
        """Return the counts of that name, zeros if there are none."""
        return self.tallies.get(name, Tally())

    def share(self, name: str) -> Mean:
        """Return the share of that name, of no cases if there are none."""
        return self.shares.get(name, Mean())
