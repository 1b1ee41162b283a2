import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from zufolge.annotate.words import words
from zufolge.article import Article
from zufolge.errors import EvaluationError
from zufolge.evaluate.corpus import Document, load_corpus
from zufolge.evaluate.quotations import evaluate_quotations, system_groups
from zufolge.span import Span
from zufolge.statement import Party, Statement

TEXT = "„Der Damm hält“, sagte Ute Kranz. Sie warnte vor Leichtsinn."


def part(*pieces: str) -> dict[str, Any]:
    spans = [Span(TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in pieces]
    tokens = [n for n, token in enumerate(words(TEXT)) if any(token.overlap(s) for s in spans)]
    return {
        "spans": [{"charBegin": start, "charEnd": end} for start, end in spans],
        "tokenIds": [100 + number for number in tokens],
    }


def annotation(kind: str, medium: str, **parts: dict[str, Any]) -> dict[str, Any]:
    return {"type": kind, "medium": medium, "isNested": False, **parts}


def document() -> dict[str, Any]:
    return {
        "documentName": "Damm",
        "originalText": TEXT,
        "tokens": [
            {"id": 100 + number, "charBegin": start, "charEnd": end, "text": TEXT[start:end]}
            for number, (start, end) in enumerate(words(TEXT))
        ],
        "annotations": [
            annotation(
                "Direct",
                "Speech",
                quote=part("„Der Damm hält“"),
                cue=part("sagte"),
                speaker=part("Ute Kranz"),
                frame=part("sagte Ute Kranz"),
                addressee=part(),
            ),
            annotation(
                "Reported",
                "none",
                quote=part("Sie warnte vor Leichtsinn."),
                cue=part("warnte"),
                speaker=part("Sie"),
                frame=part(),
                addressee=part(),
            ),
        ],
    }


def written(folder: Path, name: str = "dev.jsonl", **changes: object) -> Path:
    path = folder / name
    line = json.dumps({**document(), **changes}, ensure_ascii=False).encode()
    path.write_bytes(gzip.compress(line) if name.endswith(".gz") else line + b"\n\n")
    return path


def spans(*pieces: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(each), TEXT.index(each) + len(each)) for each in pieces)


def statements(article: Article) -> list[Statement]:
    """Return what the guide would have: no outer marks, no final stop."""
    return [
        Statement(
            article.id,
            spans("Der Damm hält"),
            "direct",
            "speech",
            speaker=Party(spans("Ute Kranz")),
            cue=spans("sagte"),
            frame=spans("sagte Ute Kranz"),
        ),
        Statement(
            article.id,
            spans("Sie warnte vor Leichtsinn"),
            "reported",
            speaker=Party(spans("Sie")),
            cue=spans("warnte"),
        ),
    ]


def attribute(articles: Sequence[Article]) -> list[list[Statement]]:
    return [statements(article) for article in articles]


@pytest.mark.parametrize("name", ["dev.jsonl", "dev.jsonl.gz", "eins.json", "eins.pretty.json"])
def test_all_kinds_of_files(tmp_path: Path, name: str) -> None:
    (read,) = load_corpus(written(tmp_path, name))
    assert read.article.text == TEXT
    assert [each.type for each in read.groups] == ["direct", "reported"]
    assert [each.medium for each in read.groups] == ["speech", None]
    tokens = [read.tokens[index].of(TEXT) for index in sorted(read.groups[0].tokens("quote"))]
    assert tokens == ["„", "Der", "Damm", "hält", "“"]


def test_a_folder_has_each_document_once(tmp_path: Path) -> None:
    for name in ("1 - Damm.json", "1 - Damm.pretty.json", "2 - Wehr.pretty.json"):
        written(tmp_path, name)
    assert len(load_corpus(tmp_path)) == 2


def test_tokens_are_made_where_the_file_has_none(tmp_path: Path) -> None:
    with_ids = load_corpus(written(tmp_path))
    without = load_corpus(written(tmp_path, "own.jsonl", tokens=None))
    assert without == with_ids


def test_the_right_answer_scores_one_and_none_scores_zero(tmp_path: Path) -> None:
    read = load_corpus(written(tmp_path))
    right = evaluate_quotations(read, attribute).to_json()
    nothing = evaluate_quotations(read, lambda articles: [[] for _ in articles]).to_json()
    for name in ("quote", "roles", "joint", "type", "medium"):
        assert (right[name]["f1"], nothing[name]["f1"]) == (1.0, 0.0)
    assert right["quote"]["f1_95"] == [1.0, 1.0]
    assert (right["gold"], right["found"], nothing["found"]) == (2, 2, 0)


def test_marks_and_stop_count_where_they_are_not_restored(tmp_path: Path) -> None:
    read = load_corpus(written(tmp_path))
    scores = evaluate_quotations(read, attribute, restore=False)
    # Three of five tokens, four of five.
    assert scores.counts.quote.recall.value == pytest.approx((3 / 5 + 4 / 5) / 2)
    assert scores.counts.quote.precision.value == 1


def test_a_token_belongs_to_a_span_that_cuts_it(tmp_path: Path) -> None:
    (read,) = load_corpus(written(tmp_path))
    cut = Statement(read.article.id, (Span(2, 6),), "indirect")
    (found,) = system_groups(read, [cut])
    assert [read.tokens[each].of(TEXT) for each in sorted(found.tokens("quote"))] == ["Der", "Damm"]


def test_documents_pool_their_groups(tmp_path: Path) -> None:
    (read,) = load_corpus(written(tmp_path))
    empty = Document("leer", Article("Nichts."), (Span(0, 6), Span(6, 7)), ())
    scores = evaluate_quotations([read, empty], lambda _: [statements(read.article), []])
    assert (scores.documents, scores.counts.joint.f1) == (2, 1.0)


BAD = [
    (b"{]", "is not JSON"),
    (b"[1]", "not a JSON object"),
    (b'{"annotations": []}', "'originalText'"),
    (b'{"originalText": 3, "annotations": []}', "not a string"),
    (b'{"originalText": "Ja"}', "'annotations'"),
    (b'{"originalText": "Ja", "annotations": [{"type": "Shouted"}]}', "'Shouted' is not one of"),
    (b'{"originalText": "Ja", "annotations": [], "tokens": [{"charBegin": 0}]}', "'charEnd'"),
    (
        b'{"originalText": "Ja", "annotations": [],'
        b' "tokens": [{"id": 0, "charBegin": 0, "charEnd": 9}]}',
        "outside of the text",
    ),
    (b"\n", "holds no document"),
    (b"\xff\xfe\x00", "is not UTF-8"),
]


@pytest.mark.parametrize(("data", "message"), BAD)
def test_bad_files_get_one_sentence(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_bytes(data)
    with pytest.raises(EvaluationError, match=r"mine\.jsonl") as caught:
        load_corpus(path)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_bad_line_is_named(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes() + b"oops\n")
    with pytest.raises(EvaluationError, match="line 3"):
        load_corpus(path)


def test_unknown_token_is_named(tmp_path: Path) -> None:
    broken = document()
    broken["annotations"][0]["cue"]["tokenIds"] = [999]
    with pytest.raises(EvaluationError, match="token 999"):
        load_corpus(written(tmp_path, annotations=broken["annotations"]))


@pytest.mark.parametrize(
    "data", [b"{}", gzip.compress(b"{}" * 99)[:-20], b"\x1f\x8b\x08" + b"\0" * 9]
)
def test_not_gzip(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "dev.jsonl.gz"
    path.write_bytes(data)
    with pytest.raises(EvaluationError, match="cannot be read"):
        load_corpus(path)
