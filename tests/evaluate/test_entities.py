"""Named entities in GermEval's form: loading, and strict scores."""

from pathlib import Path

import pytest

from zufolge.errors import EvaluationError
from zufolge.evaluate.entities import EntityText, evaluate_entities, load_entities
from zufolge.span import Span

SENTENCES = """\
#\thttp://example.org/1\t[2024-05-01]
1\tMerle\tB-PER\tO
2\tDahlgaard\tI-PER\tO
3\tleitet\tO\tO
4\tdie\tO\tO
5\tKieler\tB-LOCderiv\tO
6\tReederei\tO\tO
7\tNordhafen\tB-ORG\tB-LOC
8\tAG\tI-ORG\tO
9\t(\tO\tO
10\tFlensburg\tB-LOC\tO
11\t)\tO\tO
12\t.\tO\tO

#\thttp://example.org/2\t[2024-05-02]
1\tDer\tO\tO
2\tEU-Gipfel\tB-ORGpart\tO
3\ttagt\tO\tO
4\t.\tO\tO
"""
FIRST = "Merle Dahlgaard leitet die Kieler Reederei Nordhafen AG (Flensburg)."


def spans(text: str, *found: tuple[str, str]) -> tuple[tuple[Span, str], ...]:
    """Return entities by their slice of the text."""
    return tuple((Span(at := text.index(part), at + len(part)), kind) for part, kind in found)


GOLD = spans(FIRST, ("Merle Dahlgaard", "PER"), ("Nordhafen AG", "ORG"), ("Flensburg", "LOC"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file of two sentences."""
    path = tmp_path / "names.tsv"
    path.write_text(SENTENCES, "utf-8")
    return path


def test_words_become_running_text_with_outer_names_only(file: Path) -> None:
    assert load_entities(file) == [
        EntityText(FIRST, GOLD),
        EntityText("Der EU-Gipfel tagt.", ()),
    ]


@pytest.mark.parametrize(
    ("found", "hits", "extra", "missed"),
    [
        (GOLD, 3, 0, 0),
        ((), 0, 0, 3),
        # Another border and another kind are wrong twice: found for nothing, and missed.
        (spans(FIRST, ("Dahlgaard", "PER"), ("Nordhafen AG", "ORG")), 1, 1, 2),
        (spans(FIRST, ("Merle Dahlgaard", "PER"), ("Nordhafen AG", "LOC")), 1, 1, 2),
    ],
)
def test_borders_and_kind_must_be_equal(
    found: tuple[tuple[Span, str], ...], hits: int, extra: int, missed: int
) -> None:
    scores = evaluate_entities([EntityText(FIRST, GOLD)], lambda text: found)
    assert (scores.strict.hits, scores.strict.extra, scores.strict.missed) == (hits, extra, missed)


def test_figures_come_by_kind(file: Path) -> None:
    texts = load_entities(file)
    told = evaluate_entities(
        texts, lambda text: spans(text, ("Flensburg", "LOC"))[:1] if "Flensburg" in text else ()
    ).to_json()
    assert told["texts"] == 2
    assert told["LOC"]["f1"] == 1.0
    assert told["PER"]["recall"] == 0.0


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("1\tMerle\n", "line 1 has not number, word and tag"),
        ("", "holds no sentence"),
    ],
)
def test_other_files_are_refused_in_one_sentence(
    tmp_path: Path, content: str, expected: str
) -> None:
    path = tmp_path / "names.tsv"
    path.write_text(content, "utf-8")
    with pytest.raises(EvaluationError, match=expected):
        load_entities(path)
