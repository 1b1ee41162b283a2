"""The dossiers written to learn relations from."""

from pathlib import Path

from training.marked import read_marked
from zufolge.evaluate.gold import Dossier

MATTERS = Path(__file__).parent / "matters"

_FIRST_LONG = "H"
_KEPT, _KEPT_OF_LONG = ("0",), ("0", "4", "8")
_COMPARED = "4"


def load_matters(folder: Path = MATTERS) -> list[Dossier]:
    """Read all dossiers of a folder, by name."""
    return [read_marked(path) for path in sorted(folder.glob("*.txt"))]


def is_kept(name: str) -> bool:
    """Tell whether a dossier is kept from both encoders, to fit on it what stands on them.

    Of the long dossiers, which are more like real reports, more are kept.
    """
    return name.endswith(_KEPT_OF_LONG if name >= _FIRST_LONG else _KEPT)


def is_compared(name: str) -> bool:
    """Tell whether a kept dossier serves the comparison of claims, and not the scorers."""
    return is_kept(name) and name.endswith(_COMPARED)


def keys_of(dossier: Dossier) -> dict[str, str]:
    """Return the annotated keys of the statements that a perfect reading would give."""
    return {
        statement.id: gold.key
        for name, report in zip(dossier.articles, dossier.reports(), strict=True)
        for gold, statement in zip(
            (each for each in dossier.statements if each.article == name),
            report.statements,
            strict=True,
        )
    }
