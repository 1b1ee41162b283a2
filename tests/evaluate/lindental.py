"""A small annotated dossier of our own invention, and a way to write it to a folder."""

import json
from pathlib import Path
from typing import Any

FIRST = (
    "Der Pegel der Luhr ist am Dienstag auf 3,80 Meter gestiegen. „Das Wehr hält“, sagte "
    "Bürgermeisterin Ute Kranz. Der Ingenieur Emil Storck widersprach ihr: Das Wehr werde brechen."
)
SECOND = (
    "Ute Kranz bestritt am Abend in Lindau, dass das Wehr brechen werde. Storck schrieb auf seiner "
    "Seite, mehr als 40 Häuser seien angeblich in Gefahr. Das meldete die Agentur Luhrnews. Sie "
    "nannte Storck einen Fachmann."
)
ARTICLES = {
    "a1": f"date 2031-05-14\nsource Talbote\n\n{FIRST}\n",
    "a2": f"date 2031-05\n\n{SECOND}\n",
}


def statement(
    key: str, article: str, quote: str, kind: str, actor: str, **more: object
) -> dict[str, Any]:
    """Return an annotated statement in the guide's form."""
    return {
        "id": key,
        "article": article,
        "quote": [quote],
        "type": kind,
        "speaker": actor,
        "actor": actor,
        "cue": [],
        "addressee": None,
        "channel": None,
        "chain": [actor],
        "stance": "asserts",
        "distance": [],
        **more,
    }


def gold() -> dict[str, Any]:
    """Return the annotations."""
    return {
        "statements": [
            statement("s1", "a1", "Das Wehr hält", "direct", "Ute Kranz", cue=["sagte"]),
            statement(
                "s2",
                "a1",
                "Das Wehr werde brechen",
                "indirect_free_indirect",
                "Emil Storck",
                speaker="Der Ingenieur Emil Storck",
                cue=["widersprach"],
                addressee="ihr",
            ),
            statement(
                "s3",
                "a2",
                "dass das Wehr brechen werde",
                "indirect",
                "Ute Kranz",
                cue=["bestritt"],
                stance="denies",
            ),
            statement(
                "s4",
                "a2",
                "mehr als 40 Häuser seien angeblich in Gefahr",
                "indirect",
                "Emil Storck",
                speaker={"text": "Storck", "nth": 1},
                cue=["schrieb"],
                channel="auf seiner Seite",
                chain=["Emil Storck", "Luhrnews"],
                distance=["angeblich"],
            ),
        ],
        "times": [
            {"text": "am Dienstag", "article": "a1", "edtf": "2031-05-13", "part": None},
            {
                "text": "am Abend",
                "article": "a2",
                "edtf": "[2031-05-06,2031-05-13]",
                "part": "evening",
            },
        ],
        "places": [
            {"text": "Lindau", "article": "a2", "lat": 47.546, "lon": 9.6829, "country": "DE"}
        ],
        "quantities": [
            {
                "text": "3,80 Meter",
                "article": "a1",
                "value": 3.8,
                "comparator": "=",
                "of": "Meter",
            },
            {
                "text": "mehr als 40 Häuser",
                "article": "a2",
                "value": 40,
                "comparator": ">",
                "of": "Häuser",
            },
        ],
        "relations": [
            ["s3", "denies", "s2"],
            ["s1", "contradicts", "s2"],
            ["s1", "same", "s3"],
        ],
        "origins": [{"statements": ["s1", "s3"], "count": 1}],
        "actors": [
            {"name": "Ute Kranz", "aliases": ["Bürgermeisterin Ute Kranz"], "kind": "person"},
            {"name": "Emil Storck", "aliases": ["Storck", "Dr. Storck"], "kind": "person"},
            {"name": "Luhrnews", "aliases": ["Agentur Luhrnews"], "kind": "organisation"},
        ],
    }


def write(folder: Path, annotations: dict[str, Any] | None = None) -> Path:
    """Write the dossier to a new folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for key, text in ARTICLES.items():
        (folder / f"{key}.txt").write_text(text, "utf-8")
    told = gold() if annotations is None else annotations
    (folder / "gold.json").write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    return folder
