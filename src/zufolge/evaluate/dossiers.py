"""Loads dossiers: a few articles on one matter with everything annotated that they report.

The format and the meaning of the fields are those of the annotation guide (docs).
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from zufolge.article import Article
from zufolge.errors import EvaluationError
from zufolge.evaluate.gold import Dossier, GoldOrigin, GoldRelation, GoldStatement
from zufolge.evaluate.names import plain
from zufolge.mention import Place, Quantity, Time
from zufolge.relation import KINDS
from zufolge.span import Span
from zufolge.statement import STANCES, TYPES

GOLD = "gold.json"

_HEADER = re.compile(r"date (\d{4}(?:-\d\d(?:-\d\d)?)?)[ \t]*(?:\nsource (.+?))?[ \t]*\n\n")

_PASSAGES = ("speaker", "cue", "addressee", "channel", "distance")

JSON = Mapping[str, Any]
Mention = TypeVar("Mention")


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
    reader = _Reader(f"{folder.name}/{GOLD}", articles)
    read = reader.each
    dossier = Dossier(
        name=folder.name,
        articles=articles,
        statements=tuple(read(gold, "statements", reader.statement)),
        times=tuple(read(gold, "times", reader.time)),
        places=tuple(read(gold, "places", reader.place)),
        quantities=tuple(read(gold, "quantities", reader.quantity)),
        relations=tuple(read(gold, "relations", _relation)),
        origins=tuple(read(gold, "origins", _origin)),
        aliases=dict(read(gold, "actors", _aliases)),
        kinds={actor["name"]: actor.get("kind", "person") for actor in gold.get("actors", ())},
    )
    _check_references(dossier, reader.file)
    return dossier


def _parse(file: Path) -> JSON:
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


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the entries of one ``gold.json``, whose articles it knows."""

    file: str
    articles: Mapping[str, Article]

    def each(self, gold: JSON, key: str, read: Callable[[Any], Mention]) -> list[Mention]:
        """Read a list of entries; what is wrong with one is said with its place in the list."""
        found = []
        for number, entry in enumerate(gold.get(key, ()), start=1):
            try:
                found.append(read(entry))
            except KeyError as error:
                raise self._refuse(key, number, entry, f"has no field {error}") from error
            except (TypeError, ValueError, AttributeError, IndexError) as error:
                raise self._refuse(key, number, entry, str(error)) from error
        return found

    def _refuse(self, key: str, number: int, entry: object, message: str) -> EvaluationError:
        name = entry.get("id", number) if isinstance(entry, dict) else number
        return EvaluationError(message, article=self.file, step=f"{key} {name}")

    def statement(self, entry: JSON) -> GoldStatement:
        article = entry["article"]
        spans = {key: self._spans(article, entry.get(key)) for key in _PASSAGES}
        return GoldStatement(
            key=entry["id"],
            article=article,
            quote=self._spans(article, entry["quote"]),
            type=_one_of(entry["type"], TYPES, "type"),
            stance=_one_of(entry["stance"], STANCES, "stance"),
            speaker=spans["speaker"],
            actor=entry["actor"],
            cue=spans["cue"],
            addressee=spans["addressee"],
            channel=spans["channel"],
            distance=spans["distance"],
            chain=tuple(entry["chain"]),
        )

    def time(self, entry: JSON) -> tuple[str, Time]:
        span = self._span(entry["article"], entry)
        return entry["article"], Time(span, "date", "", entry["edtf"], entry.get("part"))

    def place(self, entry: JSON) -> tuple[str, Place]:
        span = self._span(entry["article"], entry)
        at = float(entry["lat"]), float(entry["lon"])
        return entry["article"], Place(span, entry["text"], *at, entry["country"])

    def quantity(self, entry: JSON) -> tuple[str, Quantity]:
        span = self._span(entry["article"], entry)
        high = entry.get("high")
        return entry["article"], Quantity(
            span,
            float(entry["value"]),
            None if high is None else float(high),
            entry["comparator"],
            entry.get("of", ""),
        )

    def _spans(self, article: str, told: str | JSON | list[str | JSON] | None) -> tuple[Span, ...]:
        if told is None:
            return ()
        parts = told if isinstance(told, list) else [told]
        return tuple(self._span(article, part) for part in parts)

    def _span(self, article: str, told: str | JSON) -> Span:
        if article not in self.articles:
            raise ValueError(f"there is no article {article}.txt")
        wanted, nth = (told, 1) if isinstance(told, str) else (told["text"], told.get("nth", 1))
        text, position = self.articles[article].text, -1
        for _ in range(nth):
            position = text.find(wanted, position + 1)
            if position < 0:
                raise ValueError(f"“{wanted}” does not occur {nth} times in {article}.txt")
        return Span(position, position + len(wanted))


def _relation(entry: list[str]) -> GoldRelation:
    source, kind, target = entry
    return GoldRelation(source, _one_of(kind, KINDS, "kind"), target)


def _origin(entry: JSON) -> GoldOrigin:
    return GoldOrigin(frozenset(entry["statements"]), int(entry["count"]))


def _aliases(entry: JSON) -> tuple[str, frozenset[str]]:
    names = (entry["name"], *entry.get("aliases", ()))
    return entry["name"], frozenset(plain(name) for name in names)


def _one_of(value: str, known: tuple[str, ...], field_name: str) -> str:
    if value not in known:
        raise ValueError(f"{field_name} {value!r} is not one of {', '.join(known)}")
    return value


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
