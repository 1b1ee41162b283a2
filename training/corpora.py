"""Reads the annotated corpora into one form: documents with quotations, by character offsets."""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training.marked import read_forms, read_marked
from zufolge.span import Span

ROLES = (
    "speaker",
    "cue",
    "frame",
    "addressee",
    "channel",
    "distance",
    "origin",
    "relay",
)
# The conventions of annotation, in the order of the model's embedding.
CONVENTIONS = ("guide", "gnqa", "spkatt")

_GNQA_TYPES = {
    "Direct": "direct",
    "Indirect": "indirect",
    "Reported": "reported",
    "FreeIndirect": "free_indirect",
    "IndirectFreeIndirect": "indirect_free_indirect",
}
_GNQA_MEDIA = {
    "Speech": "speech",
    "Writing": "writing",
    "Thought": "thought",
    "SW": "speech_writing",
    "ST": "speech_thought",
    "TW": "thought_writing",
}

Spans = list[tuple[int, int]]


@dataclass(slots=True)
class Quotation:
    """One annotated quotation; ``roles`` has a key for each role that the corpus annotates."""

    quote: Spans
    roles: dict[str, Spans]
    type: str | None = None
    medium: str | None = None
    stance: str | None = None


@dataclass(slots=True)
class Document:
    """A text with its quotations under one convention of annotation."""

    name: str
    text: str
    convention: str
    quotations: list[Quotation] = field(default_factory=list)


def read_gnqa(path: Path) -> list[Document]:
    """Read a split of the German news quotation attribution corpus.

    Args:
        path: a gzipped file, one JSON document a line.

    Returns:
        The documents, with type, medium and the four roles of the corpus.

    Source: Petersen-Frey and Biemann 2024, *Dataset of Quotation Attribution in German News
    Articles*.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_gnqa_document(json.loads(line)) for line in lines]


def _gnqa_document(record: dict[str, Any]) -> Document:
    quotations = [
        Quotation(
            quote=_gnqa_spans(note["quote"]),
            roles={
                role: _gnqa_spans(note[role]) for role in ("speaker", "cue", "frame", "addressee")
            },
            type=_GNQA_TYPES[note["type"]],
            medium=_GNQA_MEDIA.get(note["medium"]),
        )
        for note in record["annotations"]
        if note["quote"]["spans"]
    ]
    return Document(record["documentName"], record["originalText"], "gnqa", quotations)


def _gnqa_spans(part: dict[str, Any]) -> Spans:
    return [(span["charBegin"], span["charEnd"]) for span in part["spans"]]


def read_spkatt(folder: Path) -> list[Document]:
    """Read the speeches of SpkAtt-2023, task 1.

    Messages, and topics where there is no message, count as quotations of unknown type. The corpus
    has no running text, so the words are joined by blanks, punctuation to the word before it.

    Args:
        folder: holds one JSON file a speech.

    Returns:
        One document a speech.
    """
    return [
        _spkatt_document(path.stem, json.loads(path.read_text("utf-8")))
        for path in sorted(folder.glob("*.json"))
    ]


def _spkatt_document(name: str, record: dict[str, Any]) -> Document:
    text, place = "", {}
    for sentence in record["Sentences"]:
        for number, token in enumerate(sentence["Tokens"]):
            if text and token not in {".", ",", "!", "?", ";", ":"}:
                text += " "
            place[f"{sentence['SentenceId']}:{number}"] = (
                len(text),
                len(text) + len(token),
            )
            text += token

    def spans(keys: list[str]) -> Spans:
        return [place[key] for key in keys]

    quotations = []
    for note in record["Annotations"]:
        content = note["Message"] or note["Topic"]
        if content:
            roles = {
                "speaker": spans(note["Source"]),
                "cue": spans(note["Cue"] + note["PTC"]),
                "addressee": spans(note["Addr"]),
            }
            quotations.append(Quotation(spans(content), roles))
    return Document(name, text, "spkatt", quotations)


def read_dossiers(folder: Path) -> list[Document]:
    """Read annotated dossiers (the format is in the annotation guide).

    Links of a chain before and after the speaker become the roles ``origin`` and ``relay``: the
    mention of the link that stands nearest to the quotation.

    Args:
        folder: holds one folder a dossier.

    Returns:
        One document an article, header lines left out.
    """
    return [
        document
        for path in sorted(folder.iterdir())
        if (path / "gold.json").exists()
        for document in _dossier_documents(path)
    ]


def _dossier_documents(folder: Path) -> Iterator[Document]:
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    names = {actor["name"]: [actor["name"], *actor["aliases"]] for actor in gold["actors"]}
    for path in sorted(folder.glob("a*.txt")):
        text = path.read_text("utf-8").partition("\n\n")[2].rstrip("\n")
        quotations = [
            _dossier_quotation(note, text, names)
            for note in gold["statements"]
            if note["article"] == path.stem
        ]
        yield Document(f"{folder.name}/{path.stem}", text, "guide", quotations)


def _dossier_quotation(note: dict[str, Any], text: str, names: dict[str, list[str]]) -> Quotation:
    quote = [_locate(part, text) for part in note["quote"]]
    roles = {role: _located(note[role], text) for role in ("speaker", "addressee", "channel")}
    roles["cue"] = [_locate(part, text) for part in note["cue"]]
    roles["distance"] = [_locate(part, text) for part in note["distance"]]
    roles |= _chain_roles(note["chain"], note["actor"], names, text, quote)
    return Quotation(quote, roles, note["type"], None, note["stance"])


def _chain_roles(
    chain: list[str], actor: str | None, names: dict[str, list[str]], text: str, quote: Spans
) -> dict[str, Spans]:
    """Return the mentions of the links before and after the speaker."""
    at = chain.index(actor) if actor in chain else 0

    def near(links: list[str]) -> Spans:
        found = (_nearest(names.get(link, [link]), text, quote) for link in links)
        return [span for span in found if span]

    return {"origin": near(chain[:at]), "relay": near(chain[at + 1 :])}


def read_matters(folder: Path, leave_out: Callable[[str], bool]) -> list[Document]:
    """Read dossiers marked in the text (``matters/README.md``).

    Addressees, channels and words of distance count as annotated where a dossier marks any of them.

    Args:
        folder: holds one file a dossier.
        leave_out: tells by a dossier's name whether it is not to be read.

    Returns:
        One document an article.
    """
    paths = [path for path in sorted(folder.glob("*.txt")) if not leave_out(path.stem)]
    return [document for path in paths for document in _matter_documents(path)]


def _matter_documents(path: Path) -> Iterator[Document]:
    dossier, forms = read_marked(path), read_forms(path)
    marked = any(s.addressee or s.channel or s.distance for s in dossier.statements)
    for name, article in dossier.articles.items():
        quotations = []
        for note in (each for each in dossier.statements if each.article == name):
            quote = _ends(note.quote)
            roles = {"speaker": _ends(note.speaker), "cue": _ends(note.cue)}
            if marked:
                told = {"addressee": note.addressee, "channel": note.channel}
                told["distance"] = note.distance
                roles |= {role: _ends(found) for role, found in told.items()}
            roles |= _chain_roles([*note.chain], note.actor, forms, article.text, quote)
            quotations.append(Quotation(quote, roles, note.type, None, note.stance))
        yield Document(f"{path.stem}/{name}", article.text, "guide", quotations)


def _ends(spans: Iterable[Span]) -> Spans:
    return [(span.start, span.end) for span in spans]


def _located(part: str | dict[str, Any] | None, text: str) -> Spans:
    return [_locate(part, text)] if part else []


def _locate(part: str | dict[str, Any], text: str) -> tuple[int, int]:
    wanted, nth = (part, 1) if isinstance(part, str) else (part["text"], part.get("nth", 1))
    position = -1
    for _ in range(nth):
        position = text.index(wanted, position + 1)
    return position, position + len(wanted)


def _nearest(forms: list[str], text: str, quote: Spans) -> tuple[int, int] | None:
    start, end = quote[0][0], quote[-1][1]
    best: tuple[int, tuple[int, int]] | None = None
    for form in sorted(forms, key=len, reverse=True):
        position = text.find(form)
        while position >= 0:
            span = (position, position + len(form))
            far = max(start - span[1], span[0] - end, 0)
            if best is None or far < best[0]:
                best = (far, span)
            position = text.find(form, position + 1)
    return best[1] if best and best[0] < 400 else None
