from dataclasses import dataclass

import pyarrow as pa

from tests.ledger.story import RELATIONS, STORY
from zufolge.ledger import Attribution, Dispute, Frame, Ledger, OriginGroup
from zufolge.span import Span


@dataclass(frozen=True, slots=True)
class Inner:
    a: str
    n: int | None


@dataclass(frozen=True, slots=True)
class Outer:
    x: str | None
    f: float
    b: bool
    words: tuple[str, ...] | None
    spans: tuple[Span, ...]
    inner: Inner | None
    more: tuple[Inner, ...]


FULL = Outer(
    "<a>", 0.5, True, ("p", "q"), (Span(1, 2), Span(3, 4)), Inner("z", 1), (Inner("ü", 2),)
)
BARE = Outer(None, 1.0, False, None, (), None, ())
FRAME = Frame([FULL, BARE], Outer)


def test_columns_and_rows_of_an_arrow_table() -> None:
    table = pa.table(FRAME)
    assert table.column_names == [*FRAME.columns]
    assert table.to_pylist() == [
        {
            "x": "<a>",
            "f": 0.5,
            "b": True,
            "words": ["p", "q"],
            "spans": [[1, 2], [3, 4]],
            "inner_a": "z",
            "inner_n": 1,
            "more": ['{"a": "ü", "n": 2}'],
        },
        {
            "x": None,
            "f": 1.0,
            "b": False,
            "words": None,
            "spans": [],
            "inner_a": None,
            "inner_n": None,
            "more": [],
        },
    ]


def test_a_frame_without_rows_has_its_columns_all_the_same() -> None:
    empty = pa.table(Frame([], Outer))
    assert empty.schema == pa.table(FRAME).schema
    assert empty.num_rows == 0


def test_a_notebook_shows_a_table_and_obeys_no_text() -> None:
    html = FRAME._repr_html_()
    assert "<td>&lt;a&gt;</td>" in html
    assert "<a>" not in html
    assert html.count("<tr>") == 3


def test_records_and_cells() -> None:
    first, second = FRAME.records()
    assert first["inner"] == {"a": "z", "n": 1}
    assert first["spans"] == [[1, 2], [3, 4]]
    assert second["words"] is None
    assert next(FRAME.cells())[:5] == ("<a>", "0.5", "True", "p | q", "1–2 | 3–4")


def test_a_frame_is_a_sequence() -> None:
    assert (len(FRAME), FRAME[0], [*FRAME]) == (2, FULL, [FULL, BARE])
    assert FRAME[:1] == Frame([FULL], Outer)
    assert Frame([], Outer) != Frame([], Inner)
    assert repr(FRAME) == "<Frame of 2 × Outer>"


def test_answers_become_data_frames() -> None:
    with Ledger(":memory:") as ledger:
        for report in STORY:
            ledger.add(report, ())
        ledger.relate(RELATIONS)
        said = pa.table(ledger.who("Brandt"))
        assert said.column("quote").to_pylist()[0] == ["Zwei Schiffe sind", "ausgebrannt"]
        assert said.column_names[0] == "statement"
        disputes = pa.table(ledger.disputes())
        assert "left_shown_quote" in disputes.column_names
        assert disputes.num_rows == 3
        groups = pa.table(ledger.origins())
        assert groups.column("count").to_pylist() == [1]
        nothing = (Frame([], Attribution), Frame([], Dispute), Frame([], OriginGroup))
        assert [pa.table(each).num_rows for each in nothing] == [0, 0, 0]
