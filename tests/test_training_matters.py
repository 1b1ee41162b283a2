"""The dossiers written to learn relations from are well-formed and hold what their page says."""

import re
from collections import Counter
from pathlib import Path

import pytest

from training.corpora import read_matters
from training.marked import read_marked
from training.related import MATTERS, is_compared, is_kept, keys_of, load_matters
from zufolge.actor import KINDS as ACTOR_KINDS
from zufolge.relation import KINDS
from zufolge.statement import STANCES, TYPES

DOSSIERS = load_matters()
PAGE = (MATTERS / "README.md").read_text("utf-8")
MARKED = """=== a1
date 2025-03-14
source Wismarer Bote

{v101 Der Betreiber} {c101 wies} {q101 den Vorwurf} {c101 zurück}. {q102 Niemand sei
verletzt worden}, {c102 sagte} {v102+103 Sprecherin Ina Rau} {a102 uns}
{h102 am Telefon}. {q103 Es habe {q104 „nur geraucht“}}.
---
101 reported denies Ostgas [Ostgas > Reuters]
102 indirect asserts Ina Rau
103 indirect_free_indirect asserts Ina Rau
104 direct asserts -
=== relations
same 102 103 104
denies 101 102
=== actors
Ina Rau | person | Rau; Sprecherin Ina Rau
Ostgas | organisation | Der Betreiber
Reuters | organisation |\x20
"""


def _written(folder: Path, text: str) -> Path:
    path = folder / "M01.txt"
    path.write_text(text, "utf-8")
    return path


def test_marks_become_spans(tmp_path: Path) -> None:
    dossier = read_marked(_written(tmp_path, MARKED))
    text = dossier.articles["a1"].text
    told = {
        each.key: ["".join(span.of(text) for span in spans) for spans in (each.quote, each.speaker)]
        for each in dossier.statements
    }
    assert told["101"] == ["den Vorwurf", "Der Betreiber"]
    assert told["103"] == ["Es habe „nur geraucht“", "Sprecherin Ina Rau"]
    assert [span.of(text) for span in dossier.statements[0].cue] == ["wies", "zurück"]
    second = dossier.statements[1]
    assert [span.of(text) for span in (*second.addressee, *second.channel)] == ["uns", "am Telefon"]
    assert [each.chain for each in dossier.statements] == [
        ("Ostgas", "Reuters"),
        ("Ina Rau",),
        ("Ina Rau",),
        (),
    ]
    assert [(r.source, r.kind, r.target) for r in dossier.relations] == [
        ("102", "same", "103"),
        ("102", "same", "104"),
        ("103", "same", "104"),
        ("101", "denies", "102"),
    ]
    assert dossier.means("Ina Rau", "Sprecherin Ina Rau")
    assert dossier.kinds["Ostgas"] == "organisation"
    assert [*keys_of(dossier).values()] == ["101", "102", "103", "104"]


def test_a_dossier_teaches_the_attribution_model(tmp_path: Path) -> None:
    _written(tmp_path, MARKED)
    (document,) = read_matters(tmp_path, leave_out=is_kept)

    def shown(spans: list[tuple[int, int]]) -> list[str]:
        return [document.text[start:end] for start, end in spans]

    denial, second, *_ = document.quotations
    assert (denial.type, denial.stance) == ("reported", "denies")
    assert shown(denial.roles["speaker"]) == ["Der Betreiber"]
    # Reuters passes it on, but is named nowhere in the text.
    assert denial.roles["relay"] == []
    assert shown(second.roles["addressee"]) == ["uns"]
    assert read_matters(tmp_path, leave_out=lambda name: name == "M01") == []


def test_what_a_dossier_does_not_mark_is_unknown(tmp_path: Path) -> None:
    _written(tmp_path, MARKED.replace(" {a102 uns}\n{h102 am Telefon}", ""))
    (document,) = read_matters(tmp_path, leave_out=is_kept)
    assert document.quotations[0].roles.keys() == {"speaker", "cue", "origin", "relay"}


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("{q104 „nur", "„nur", "bracket too many"),
        ("geraucht“}}", "geraucht“}", "has no end"),
        ("103 indirect_free", "103, indirect_free", "is not: key"),
        ("date 2025-03-14", "am 14. März", "no header"),
        ("104 direct", "105 direct", "105"),
    ],
)
def test_a_broken_file_says_what_is_wrong(
    tmp_path: Path, before: str, after: str, message: str
) -> None:
    path = _written(tmp_path, MARKED.replace(before, after))
    with pytest.raises(ValueError, match=message):
        read_marked(path)


def test_the_page_counts_right() -> None:
    counted = Counter(each.kind for dossier in DOSSIERS for each in dossier.relations)
    statements = sum(len(dossier.statements) for dossier in DOSSIERS)
    stated = {int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*\d", PAGE)}
    assert {len(DOSSIERS), statements, *counted.values()} <= stated


def test_what_is_annotated_is_of_the_guide() -> None:
    statements = [each for dossier in DOSSIERS for each in dossier.statements]
    assert {each.type for each in statements} <= {*TYPES}
    assert {each.stance for each in statements} <= {*STANCES}
    assert {kind for dossier in DOSSIERS for kind in dossier.kinds.values()} <= {*ACTOR_KINDS}
    assert {each.kind for dossier in DOSSIERS for each in dossier.relations} <= {*KINDS}
    assert all(each.actor in (*each.chain, None) for each in statements)


def test_relations_hold_between_statements_that_can_bear_them() -> None:
    for dossier in DOSSIERS:
        stances = {each.key: each.stance for each in dossier.statements}
        ends = Counter(
            frozenset((r.source, r.target)) for r in dossier.relations if r.kind != "repeats"
        )
        assert [pair for pair, count in ends.items() if count > 1] == [], dossier.name
        for each in dossier.relations:
            if each.kind == "denies":
                assert (stances[each.source], stances[each.target] != "denies") == ("denies", True)
            if each.kind in ("same", "repeats"):
                assert stances[each.source] == stances[each.target], dossier.name


@pytest.mark.parametrize(("long", "least", "most"), [(False, 0.05, 0.15), (True, 0.25, 0.35)])
def test_some_dossiers_are_kept(long: bool, least: float, most: float) -> None:
    some = [dossier.name for dossier in DOSSIERS if (dossier.name >= "H") == long]
    assert least < sum(is_kept(name) for name in some) / len(some) < most


def test_what_serves_the_comparison_serves_neither_encoder_nor_scorers() -> None:
    names = {each.name for each in DOSSIERS}
    kept = {name for name in names if is_kept(name)}
    compared = {name for name in names if is_compared(name)}
    assert compared < kept < names
    assert len(compared) < len(kept - compared)
