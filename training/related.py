"""The dossiers written to learn relations from."""

from pathlib import Path

from training.marked import read_marked
from zufolge.evaluate.gold import Dossier

MATTERS = Path(__file__).parent / "matters"


def load_matters(folder: Path = MATTERS) -> list[Dossier]:
    """Read all dossiers of a folder, by name."""
    return [read_marked(path) for path in sorted(folder.glob("*.txt"))]


def is_kept(name: str) -> bool:
    """Tell whether a dossier is kept from the claim encoder, to fit on it what weighs its say."""
    return name.endswith("0")


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
