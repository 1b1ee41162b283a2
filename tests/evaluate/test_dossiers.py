import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.evaluate.lindental import FIRST, SECOND, gold, statement, write
from zufolge.errors import EvaluationError
from zufolge.evaluate.dossiers import load_dossier, load_dossiers
from zufolge.evaluate.names import plain


def test_header_and_text(tmp_path: Path) -> None:
    dossier = load_dossier(write(tmp_path / "d1"))
    first, second = dossier.articles.values()
    assert (first.date, first.source, first.text) == ("2031-05-14", "Talbote", FIRST)
    assert (second.date, second.source, second.text) == ("2031-05", None, SECOND)


def test_substrings_become_spans(tmp_path: Path) -> None:
    dossier = load_dossier(write(tmp_path / "d1"))
    told = [
        (each.key, [span.of(dossier.articles[each.article].text) for span in each.quote])
        for each in dossier.statements
    ]
    assert told == [(each["id"], each["quote"]) for each in gold()["statements"]]


@pytest.mark.parametrize(("nth", "place"), [(1, 68), (2, 192)])
def test_nth_counts_every_occurrence(tmp_path: Path, nth: int, place: int) -> None:
    told = gold()
    told["statements"][3]["speaker"] = {"text": "Storck", "nth": nth}
    dossier = load_dossier(write(tmp_path / "d1", told))
    assert dossier.statements[3].speaker[0].start == place


def test_occurrences_inside_of_words_and_of_one_another_count(tmp_path: Path) -> None:
    folder = write(tmp_path / "d1", {"places": []})
    (folder / "a1.txt").write_text("date 2031\n\nanana an\n", "utf-8")
    told = {"text": "ana", "nth": 2, "article": "a1", "lat": 1, "lon": 2, "country": "PE"}
    place = load_dossier(write_gold(folder, {"places": [told]})).places[0][1]
    assert tuple(place.span) == (2, 5)


def write_gold(folder: Path, told: dict[str, Any]) -> Path:
    (folder / "gold.json").write_text(json.dumps(told), "utf-8")
    return folder


def test_windows_line_ends_and_byte_order_mark(tmp_path: Path) -> None:
    folder = write(tmp_path / "d1", {})
    text = "\ufeffdate 2031-05\r\nsource Talbote\r\n\r\nEs regnet.\r\nNoch immer.\r\n"
    (folder / "a1.txt").write_bytes(text.encode())
    article = load_dossier(folder).articles["a1"]
    assert (article.date, article.source, article.text) == (
        "2031-05",
        "Talbote",
        "Es regnet.\nNoch immer.",
    )


def test_one_dossier_or_a_folder_of_them(tmp_path: Path) -> None:
    for name in ("d2", "d1"):
        write(tmp_path / name)
    assert [dossier.name for dossier in load_dossiers(tmp_path)] == ["d1", "d2"]
    assert [dossier.name for dossier in load_dossiers(tmp_path / "d2")] == ["d2"]


Change = Callable[[dict[str, Any]], object]

BAD: list[tuple[Change, str]] = [
    (lambda told: told["statements"][1].pop("type"), "statements s2: has no field 'type'"),
    (lambda told: told["statements"][1].update(type="loud"), "'loud' is not one of direct"),
    (lambda told: told["statements"][0].update(stance="claims"), "'claims' is not one of asserts"),
    (lambda told: told["statements"][0].update(quote=["Der Deich"]), "“Der Deich” does not occur"),
    (lambda told: told["statements"][0].update(article="a9"), "there is no article a9.txt"),
    (lambda told: told["times"][0].update(nth=2), "“am Dienstag” does not occur 2 times"),
    (lambda told: told["times"][0].update(nth=0), "no place in a text"),
    (lambda told: told["statements"][0].update(quote=[]), "statements s1: quote is empty"),
    (lambda told: told["statements"][0].update(chain="Ute Kranz"), "chain is not a list"),
    (lambda told: told["statements"][0].update(actor=7), "actor is not a string but 7"),
    (lambda told: told["quantities"][0].update(comparator="≈"), "'≈' is not one of ="),
    (lambda told: told.update(origins=3), "origins is not a list"),
    (lambda told: told["places"][0].update(lat="nord"), "places 1: could not convert"),
    (lambda told: told["relations"].append(["s1", "likes", "s2"]), "'likes' is not one of same"),
    (lambda told: told["relations"].append(["s1", "same"]), "relations 4"),
    (lambda told: told["relations"].append(["s1", "same", "s7"]), "the statement s7"),
    (lambda told: told["origins"].append({"statements": ["s8"], "count": 1}), "the statement s8"),
    (
        lambda told: told["statements"].append(
            statement("s1", "a1", "hält", "direct", "Ute Kranz")
        ),
        "two statements have the id s1",
    ),
]


@pytest.mark.parametrize(("change", "message"), BAD)
def test_bad_annotations_get_one_sentence(tmp_path: Path, change: Change, message: str) -> None:
    told = gold()
    change(told)
    folder = write(tmp_path / "d1", told)
    with pytest.raises(EvaluationError, match=r"d1/gold\.json") as caught:
        load_dossier(folder)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("gold.json", b"{\n]", r"d1/gold\.json: is not JSON: .* \(line 2, column 1\)"),
        ("gold.json", b"[]", r"d1/gold\.json: is not a JSON object"),
        ("a1.txt", b"Es regnet.", r"d1/a1\.txt: does not begin with a line"),
        ("a1.txt", "date 2031\n\nFöhn".encode("latin-1"), r"d1/a1\.txt: is not UTF-8"),
    ],
)
def test_bad_files_get_one_sentence(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    folder = write(tmp_path / "d1")
    (folder / name).write_bytes(data)
    with pytest.raises(EvaluationError, match=message):
        load_dossier(folder)


def test_no_dossier(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"holds no gold\.json"):
        load_dossiers(tmp_path)
    with pytest.raises(EvaluationError, match=r"gold\.json: cannot be read"):
        load_dossier(tmp_path)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Ute Kranz", "ute kranz", True),
        ("Bündnis 90/Die Grünen", "Bündnis 90 Die Grünen", True),
        ("Dr. Storck", "Dr Storck", True),
        ("Groß & Söhne", "GROSS & SÖHNE", True),
        ("Ute Kranz", "Uta Kranz", False),
    ],
)
def test_names_are_compared_without_case_and_punctuation(left: str, right: str, same: bool) -> None:
    assert (plain(left) == plain(right)) is same
