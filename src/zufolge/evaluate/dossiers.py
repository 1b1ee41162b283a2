"""Loads dossiers: a few articles on one matter with everything annotated that they report.

The format and the meaning of the fields are those of the annotation guide.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from zufolge.article import Article
from zufolge.errors import EvaluationError
from zufolge.evaluate.entries import read_entries
from zufolge.evaluate.gold import Dossier

GOLD = "gold.json"

_HEADER = re.compile(r"date (\d{4}(?:-\d\d(?:-\d\d)?)?)[ \t]*(?:\nsource (.+?))?[ \t]*\n\n")


def load_dossiers(path: Path) -> list[Dossier]:
    """Read one dossier or all dossiers of a folder.

    Args:
        path: a folder that holds a ``gold.json`` and its articles, or a folder of such folders.

    Returns:
        The dossiers by name.

    Raises:
        EvaluationError: if there is none, or one is not as the guide says; the message names
            dossier, entry and what was expected.
    """
    if (path / GOLD).exists():
        return [load_dossier(path)]
    folders = sorted(file.parent for file in path.glob(f"*/{GOLD}"))
    if not folders:
        raise EvaluationError(f"holds no {GOLD} and no folder with one", article=path.name)
    return [load_dossier(folder) for folder in folders]


def load_dossier(folder: Path) -> Dossier:
    """Read one dossier.

    Args:
        folder: holds ``gold.json`` and ``a1.txt``, ``a2.txt`` ….

    Returns:
        The dossier, with offsets instead of substrings.

    Raises:
        EvaluationError: if a file is missing or something in it is not as the guide says.
    """
    gold = _parse(folder / GOLD)
    articles = {file.stem: _article(file) for file in sorted(folder.glob("a*.txt"))}
    dossier = read_entries(folder.name, f"{folder.name}/{GOLD}", articles, gold)
    _check_references(dossier, f"{folder.name}/{GOLD}")
    return dossier


def _parse(file: Path) -> Mapping[str, Any]:
    try:
        gold = json.loads(_read(file))
    except json.JSONDecodeError as error:
        message = f"is not JSON: {error.msg} (line {error.lineno}, column {error.colno})"
        raise EvaluationError(message, article=_place(file)) from error
    if not isinstance(gold, dict):
        raise EvaluationError("is not a JSON object", article=_place(file))
    return gold


def _article(file: Path) -> Article:
    text = _read(file).replace("\r\n", "\n")
    header = _HEADER.match(text)
    if not header:
        message = (
            "does not begin with a line “date 2025-03-14”, perhaps “source NAME”, and an empty line"
        )
        raise EvaluationError(message, article=_place(file))
    return Article(text[header.end() :].rstrip("\n"), source=header[2], date=header[1])


def _read(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise EvaluationError(f"cannot be read: {error.strerror}", article=_place(file)) from error
    except UnicodeDecodeError as error:
        raise EvaluationError("is not UTF-8", article=_place(file)) from error


def _place(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"


def _check_references(dossier: Dossier, file: str) -> None:
    keys = [statement.key for statement in dossier.statements]
    if len(set(keys)) < len(keys):
        double = next(key for key in keys if keys.count(key) > 1)
        raise EvaluationError(f"two statements have the id {double}", article=file)
    named = [key for relation in dossier.relations for key in (relation.source, relation.target)]
    named += [key for origin in dossier.origins for key in origin.statements]
    unknown = sorted({*named} - {*keys})
    if unknown:
        message = f"a relation or an origin names the statement {unknown[0]}, which there is not"
        raise EvaluationError(message, article=file)
