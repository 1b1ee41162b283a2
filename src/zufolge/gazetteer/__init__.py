"""An offline gazetteer: places of the world with the names that German texts give them.

One SQLite file, read only where it is asked; ``NOTICE.md`` beside it names the sources.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from zufolge.errors import ModelError

FORMAT = 1
KINDS = ("city", "capital", "country", "region")
GERMAN_SPEAKING = ("DE", "AT", "CH", "LI", "LU")

_QUERY = """
SELECT place.name, lat, lon, country, kind, population, mark
FROM name JOIN place ON place.id = name.place WHERE name.name = ?
"""
_MOST_CACHED = 4096


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that a name may stand for.

    Args:
        name: the gazetteer's name.
        lat: degrees north, WGS 84.
        lon: degrees east.
        country: ISO 3166 alpha-2.
        kind: one of ``KINDS``.
        population: 0 for countries and regions.
        primary: whether the name asked for is a usual one of the place.
        trust: 1 where the name hardly means anything else, 2 where it is a word or a person's
            name too, 3 where it mostly is.
    """

    name: str
    lat: float
    lon: float
    country: str
    kind: str
    population: int
    primary: bool
    trust: int


class Gazetteer:
    """A gazetteer file, opened read-only."""

    def __init__(self, path: Path) -> None:
        """Open a file that ``training/gazetteer.py`` wrote.

        Args:
            path: the SQLite file.

        Raises:
            ModelError: if it is missing, damaged or of another format.
        """
        try:
            # Immutable: no locks, so that many processes and threads may read.
            uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            self._database = sqlite3.connect(uri, uri=True, check_same_thread=False)
            version = self._database.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.Error as error:
            raise ModelError(f"cannot open the gazetteer {path}: {error}") from error
        if version != FORMAT:
            raise ModelError(f"the gazetteer {path} has format {version}, expected {FORMAT}")
        self._find = lru_cache(_MOST_CACHED)(self._read)

    def find(self, name: str) -> Sequence[Entry]:
        """Return the places that bear a name.

        Args:
            name: in any case; "KIEW" and "Kiew" are one.

        Returns:
            The places, the most populous first.
        """
        return self._find(fold(name))

    def _read(self, name: str) -> tuple[Entry, ...]:
        rows = self._database.execute(_QUERY, (name,)).fetchall()
        entries = [
            Entry(
                row[0],
                row[1] / 1e4,
                row[2] / 1e4,
                row[3],
                KINDS[row[4]],
                row[5],
                row[6] >= 10,
                row[6] % 10,
            )
            for row in rows
        ]
        return tuple(sorted(entries, key=lambda entry: (-entry.population, entry.name)))


def fold(name: str) -> str:
    """Return the form in which names are compared: lower case, one kind of apostrophe."""
    return name.casefold().replace("’", "'")


@cache
def shipped() -> Gazetteer:
    """Open the gazetteer inside the package, once.

    Raises:
        ModelError: if it is missing or damaged.
    """
    return Gazetteer(Path(str(resources.files(__name__).joinpath("places.db"))))
