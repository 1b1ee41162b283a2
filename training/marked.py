"""Reads dossiers whose annotations are marked in the text (``matters/README.md``)."""

import re
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path

from zufolge.article import Article
from zufolge.evaluate.gold import Dossier, GoldRelation, GoldStatement
from zufolge.evaluate.names import plain
from zufolge.span import Span

_MARK = re.compile(r"\{(?P<role>[qvcahd])(?P<keys>\d+(?:\+\d+)*) |(?P<end>\})")
_LINE = re.compile(
    r"(?P<key>\d+) (?P<type>\w+) (?P<stance>\w+) (?P<actor>.+?)(?: \[(?P<chain>.+)\])?"
)
_HEADER = re.compile(r"date (?P<date>[\d-]+)(?:\nsource (?P<source>.+))?\n\n")
_NOBODY = "-"

Spans = dict[str, list[Span]]


def read_marked(path: Path) -> Dossier:
    """Read a dossier.

    Args:
        path: a file of the form that ``matters/README.md`` tells.

    Returns:
        The dossier, named after the file.

    Raises:
        ValueError: if a mark or a line is not of that form; the message names file and place.
    """
    parts = _sections(path)
    actors = _actors(parts.pop("actors"))
    relations = parts.pop("relations")
    try:
        read = {name: _article(part) for name, part in parts.items()}
        statements = tuple(
            _statement(line, name, marks)
            for name, (_, marks, lines) in read.items()
            for line in lines
        )
    except (KeyError, ValueError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    return Dossier(
        name=path.stem,
        articles={name: article for name, (article, _, _) in read.items()},
        statements=statements,
        relations=tuple(_relations(relations.splitlines())),
        aliases={name: frozenset(map(plain, forms)) for name, _, forms in actors},
        kinds={name: kind for name, kind, _ in actors},
    )


def read_forms(path: Path) -> dict[str, list[str]]:
    """Return for each canonical name of a dossier the forms it appears in, itself first."""
    return {name: forms for name, _, forms in _actors(_sections(path)["actors"])}


def _sections(path: Path) -> dict[str, str]:
    sections = re.split(r"^=== (\w+)\n", path.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return dict(zip(sections[::2], sections[1::2], strict=True))


def _actors(section: str) -> list[tuple[str, str, list[str]]]:
    """Return canonical name, kind and forms of each actor."""
    lines = [line.split(" | ") for line in section.splitlines() if line]
    return [
        (name, kind, [name, *filter(None, (form.strip() for form in aliases.split("; ")))])
        for name, kind, aliases in lines
    ]


def _article(part: str) -> tuple[Article, Mapping[str, Spans], list[str]]:
    """Return an article, the spans of each statement by role, and the statements' lines."""
    marked, _, lines = part.partition("\n---\n")
    header = _HEADER.match(marked)
    if not header:
        raise ValueError(f"no header of date and source in {marked[:40]!r}")
    text, marks = _unmarked(marked[header.end() :].strip("\n"))
    article = Article(text, source=header["source"], date=header["date"])
    return article, marks, [line for line in lines.splitlines() if line]


def _unmarked(marked: str) -> tuple[str, Mapping[str, Spans]]:
    """Take the marks out of a text and return where they stood, by statement and role."""
    text, last = "", 0
    waiting: list[tuple[str, list[str], int]] = []
    found: dict[str, Spans] = {}
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark["role"]:
            waiting.append((mark["role"], mark["keys"].split("+"), len(text)))
            continue
        if not waiting:
            raise ValueError(f"a bracket too many before {marked[last : last + 30]!r}")
        role, keys, start = waiting.pop()
        for key in keys:
            found.setdefault(key, {}).setdefault(role, []).append(Span(start, len(text)))
    if waiting:
        raise ValueError(f"the mark of {waiting[-1][1]} has no end")
    return text + marked[last:], found


def _statement(line: str, article: str, marks: Mapping[str, Spans]) -> GoldStatement:
    told = _LINE.fullmatch(line)
    if not told:
        raise ValueError(f"{line!r} is not: key, type, stance, actor, perhaps [chain]")
    spans = {role: tuple(sorted(found)) for role, found in marks[told["key"]].items()}
    actor = None if told["actor"] == _NOBODY else told["actor"]
    chain = tuple((told["chain"] or actor or "").split(" > ")) if actor else ()
    return GoldStatement(
        key=told["key"],
        article=article,
        quote=spans["q"],
        type=told["type"],
        stance=told["stance"],
        speaker=spans.get("v", ()),
        actor=actor,
        cue=spans.get("c", ()),
        addressee=spans.get("a", ()),
        channel=spans.get("h", ()),
        distance=spans.get("d", ()),
        chain=chain,
    )


def _relations(lines: Iterable[str]) -> Iterable[GoldRelation]:
    for line in lines:
        kind, *keys = line.split()
        for source, target in combinations(keys, 2):
            yield GoldRelation(source, kind, target)
