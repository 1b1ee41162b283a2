"""Loads quotation corpora in the form of the German news quotation attribution corpus."""

import gzip
import json
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from zufolge.annotate.words import words
from zufolge.article import Article
from zufolge.errors import EvaluationError
from zufolge.span import Span
from zufolge.statement import MEDIA, TYPES, Statement

ROLES = ("addressee", "cue", "frame", "speaker")
PARTS = ("quote", *ROLES)

_TYPES = {
    "Direct": "direct",
    "Indirect": "indirect",
    "Reported": "reported",
    "FreeIndirect": "free_indirect",
    "IndirectFreeIndirect": "indirect_free_indirect",
    **{name: name for name in TYPES},
}
_MEDIA: dict[str | None, str | None] = {
    "Speech": "speech",
    "Writing": "writing",
    "Thought": "thought",
    "SW": "speech_writing",
    "ST": "speech_thought",
    "TW": "thought_writing",
    "none": None,
    None: None,
    **{name: name for name in MEDIA},
}

Tokens = frozenset[int]


@dataclass(frozen=True, slots=True)
class Group:
    """A quotation with its roles, each as a set of tokens.

    Args:
        parts: ids of tokens for each of ``PARTS`` that is there.
        type: one of ``statement.TYPES``; None only of the empty group.
        medium: one of ``statement.MEDIA``, or None.
    """

    parts: Mapping[str, Tokens] = field(default_factory=dict)
    type: str | None = None
    medium: str | None = None

    def tokens(self, part: str) -> Tokens:
        """Return the tokens of one of ``PARTS``."""
        return self.parts.get(part, frozenset())


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated text.

    Args:
        name: for messages.
        article: the text.
        tokens: its tokens, half-open spans in code points, in order; their index is their id.
        groups: the annotated quotations.
    """

    name: str
    article: Article
    tokens: tuple[Span, ...]
    groups: tuple[Group, ...]


def load_corpus(path: Path) -> list[Document]:
    """Read annotated documents.

    Args:
        path: a ``.jsonl`` or ``.jsonl.gz`` file with one document a line, a ``.json`` file with
            one document, or a folder of such ``.json`` (or ``.pretty.json``) files. A document
            has ``originalText`` and ``annotations``, and may have ``documentName`` and ``tokens``.

    Returns:
        The documents, in the order of lines or file names.

    Raises:
        EvaluationError: if a file cannot be read or is not of that form.
    """
    documents = [_document(record, place) for record, place in _records(path)]
    if not documents:
        raise EvaluationError("holds no document", article=path.name)
    return documents


def group_of(statement: Statement, quote: Iterable[Span], document: Document) -> Group:
    """Turn a statement into a group of tokens.

    Args:
        statement: supplies roles, type and medium.
        quote: the quote's spans in the corpus' convention.
        document: the document that the statement was read from.

    Returns:
        The group; a token belongs to a part that it shares a character with.
    """
    parties = {"speaker": statement.speaker, "addressee": statement.addressee}
    spans = {
        "quote": quote,
        "cue": statement.cue,
        "frame": statement.frame,
        **{role: party.spans if party else () for role, party in parties.items()},
    }
    parts = {part: _covered(document.tokens, spans[part]) for part in PARTS}
    return Group(parts, statement.type, statement.medium)


def _covered(tokens: tuple[Span, ...], spans: Iterable[Span]) -> Tokens:
    found: set[int] = set()
    for start, end in spans:
        first = bisect_right(tokens, start, key=lambda token: token.end)
        behind = bisect_left(tokens, end, key=lambda token: token.start)
        found.update(range(first, behind))
    return frozenset(found)


def _records(path: Path) -> Iterator[tuple[dict[str, Any], str]]:
    if path.is_dir():
        for file in _json_files(path):
            yield _parse(_read(file), file.name), file.name
    elif path.suffix == ".json":
        yield _parse(_read(path), path.name), path.name
    else:
        for number, line in enumerate(_read(path).split("\n"), start=1):
            if line.strip():
                place = f"{path.name}, line {number}"
                yield _parse(line, place), place


def _json_files(folder: Path) -> list[Path]:
    """Return one file a document: where it lies there twice, the one not laid out for reading."""
    chosen: dict[str, Path] = {}
    for file in sorted(folder.glob("*.json"), key=lambda file: (len(file.name), file.name)):
        chosen.setdefault(file.name.removesuffix(".json").removesuffix(".pretty"), file)
    return [chosen[name] for name in sorted(chosen)]


def _read(path: Path) -> str:
    try:
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        return data.decode("utf-8-sig")
    except (OSError, EOFError, zlib.error) as error:
        raise EvaluationError(f"cannot be read: {error}", article=path.name) from error
    except UnicodeDecodeError as error:
        raise EvaluationError("is not UTF-8", article=path.name) from error


def _parse(text: str, place: str) -> dict[str, Any]:
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise EvaluationError(f"is not JSON: {error.msg} ({where})", article=place) from error
    if not isinstance(record, dict):
        raise EvaluationError("is not a JSON object but a document should be one", article=place)
    return record


def _document(record: Mapping[str, Any], place: str) -> Document:
    name = str(record.get("documentName") or place)
    try:
        article = Article(_text(record["originalText"]))
        tokens, index = _tokens(record, article.text)
        groups = tuple(_group(note, tokens, index) for note in record["annotations"])
    except KeyError as error:
        raise EvaluationError(f"has no key {error}", article=place) from error
    except (TypeError, ValueError, AttributeError) as error:
        message = f"is not in the form of the quotation corpus: {error}"
        raise EvaluationError(message, article=place) from error
    return Document(name, article, tokens, groups)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("originalText is not a string")
    return value


def _tokens(record: Mapping[str, Any], text: str) -> tuple[tuple[Span, ...], dict[int, int]]:
    """Return the tokens, and their index for each id that the file gives them."""
    told = record.get("tokens")
    if told is None:
        return tuple(words(text)), {}
    tokens = sorted((int(t["charBegin"]), int(t["charEnd"]), t["id"]) for t in told)
    if tokens and (tokens[0][0] < 0 or max(end for _, end, _ in tokens) > len(text)):
        raise ValueError("a token lies outside of the text")
    spans = tuple(Span(start, end) for start, end, _ in tokens)
    return spans, {identifier: number for number, (*_, identifier) in enumerate(tokens)}


def _group(note: Mapping[str, Any], tokens: tuple[Span, ...], index: Mapping[int, int]) -> Group:
    for field_name, known in (("type", _TYPES), ("medium", _MEDIA)):
        if note.get(field_name) not in known:
            names = ", ".join(str(name) for name in known if name)
            raise ValueError(f"{field_name} {note.get(field_name)!r} is not one of {names}")
    parts = {part: _part(note.get(part), tokens, index) for part in PARTS}
    return Group(parts, _TYPES[note["type"]], _MEDIA[note.get("medium")])


def _part(
    told: dict[str, Any] | None, tokens: tuple[Span, ...], index: Mapping[int, int]
) -> Tokens:
    if not told:
        return frozenset()
    if "tokenIds" in told and index:
        unknown = [each for each in told["tokenIds"] if each not in index]
        if unknown:
            raise ValueError(f"token {unknown[0]} is not among the tokens")
        return frozenset(index[each] for each in told["tokenIds"])
    return _covered(tokens, (Span(s["charBegin"], s["charEnd"]) for s in told["spans"]))
