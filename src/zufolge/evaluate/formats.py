"""Tells what kind of annotated files lies at a path."""

from enum import StrEnum
from pathlib import Path

from zufolge.errors import EvaluationError
from zufolge.evaluate.dossiers import GOLD

_EXPECTED = (
    "a dossier (a folder with gold.json) or a folder of dossiers, a quotation corpus (.jsonl, "
    ".jsonl.gz, .json or a folder of .json files), TimeML (.tml or a folder of .tml files), or "
    "named entities (.tsv)"
)


class Format(StrEnum):
    """The kinds of annotated files; each has its own metric."""

    DOSSIERS = "dossiers"
    QUOTATIONS = "quotations"
    TIMES = "times"
    ENTITIES = "entities"


def detect(path: Path) -> Format:
    """Tell in which form the annotated files at a path are.

    Args:
        path: a file or folder that a user named.

    Returns:
        The form.

    Raises:
        EvaluationError: if there is nothing, or nothing of a known form.
    """
    if not path.exists():
        raise EvaluationError("does not exist", article=str(path))
    found = _of_folder(path) if path.is_dir() else _of_file(path)
    if found is None:
        raise EvaluationError(f"is none of the known forms: {_EXPECTED}", article=str(path))
    return found


def _of_folder(folder: Path) -> Format | None:
    if (folder / GOLD).exists() or any(folder.glob(f"*/{GOLD}")):
        return Format.DOSSIERS
    if any(folder.glob("*.tml")):
        return Format.TIMES
    return Format.QUOTATIONS if any(folder.glob("*.json")) else None


def _of_file(file: Path) -> Format | None:
    if file.name == GOLD:
        raise EvaluationError("is part of a dossier: name its folder", article=str(file))
    if file.suffix == ".tml":
        return Format.TIMES
    if file.suffix == ".tsv":
        return Format.ENTITIES
    endings = (".jsonl", ".jsonl.gz", ".json")
    return Format.QUOTATIONS if file.name.endswith(endings) else None
