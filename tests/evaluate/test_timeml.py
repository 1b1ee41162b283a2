from dataclasses import replace
from pathlib import Path

import pytest

from zufolge.errors import EvaluationError
from zufolge.evaluate.scores import Tally
from zufolge.evaluate.timeml import TimeText, evaluate_times, load_timeml
from zufolge.mention import Time
from zufolge.span import Span

TML = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2031-05-14">14.05.2031</TIMEX3></DCT>
<TITLE>Hochwasser &amp; Wehr</TITLE>
<TEXT>
Kranz &amp; Sohn räumten <TIMEX3 tid="t1" type="DATE" value="2031-05-13">am Dienstag</TIMEX3> \
<EVENT eid="e1">den Keller</EVENT>, es dauerte <TIMEX3 tid="t2" type="DURATION" \
value="PT3H">drei Stunden</TIMEX3>.<TIMEX3 tid="t3" type="DATE" value="2031-05-14" />
</TEXT>
</TimeML>
"""


def written(folder: Path, name: str = "wehr.tml") -> Path:
    path = folder / name
    path.write_text(TML, "utf-8")
    return path


@pytest.fixture
def text(tmp_path: Path) -> TimeText:
    (read,) = load_timeml(written(tmp_path))
    return read


def test_tags_are_taken_out(text: TimeText) -> None:
    assert text.text == "\nKranz & Sohn räumten am Dienstag den Keller, es dauerte drei Stunden.\n"
    assert text.created == "2031-05-14"
    assert [(time.span.of(text.text), time.type, time.value) for time in text.times] == [
        ("am Dienstag", "date", "2031-05-13"),
        ("drei Stunden", "duration", "PT3H"),
    ]


def test_a_folder_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.tml", "a.tml"):
        written(tmp_path, name)
    assert [each.name for each in load_timeml(tmp_path)] == ["a.tml", "b.tml"]


def test_the_finder_gets_text_and_day(text: TimeText) -> None:
    seen = []

    def find(body: str, created: str | None) -> list[Time]:
        seen.append((body, created))
        return [*text.times]

    scores = evaluate_times([text], find)
    assert seen == [(text.text, "2031-05-14")]
    assert {tally for _, tally in scores.tallies()} == {Tally(2)}


def test_nothing_found(text: TimeText) -> None:
    told = evaluate_times([text], lambda *_: []).to_json()
    assert {told[name]["f1"] for name in told if name != "texts"} == {0.0}


def test_strict_and_relaxed_with_and_without_value(text: TimeText) -> None:
    day, hours = text.times
    # Without the preposition but with the right value; with the right borders but another value;
    # and one that is none.
    short = replace(day, span=Span(day.span.start + 3, day.span.end))
    wrong = replace(hours, value="P3D", type="set")
    extra = Time(Span(0, 5), "date", "2031")
    scores = evaluate_times([text], lambda *_: [extra, short, wrong])
    assert dict(scores.tallies()) == {
        "strict": Tally(1, 2, 1),
        "strict_value": Tally(0, 3, 2),
        "relaxed": Tally(2, 1, 0),
        "relaxed_value": Tally(1, 2, 1),
        "relaxed_type": Tally(1, 2, 1),
    }
    assert scores.strict.f1 == pytest.approx(2 / 5)


def test_equal_borders_go_before_overlap(text: TimeText) -> None:
    day = text.times[0]
    around = replace(day, span=Span(day.span.start - 1, day.span.end))
    scores = evaluate_times([text], lambda *_: [around, day])
    assert scores.strict == Tally(1, 1, 1)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("<TimeML><TEXT></TimeML>", r"wehr\.tml: is not XML \(line 1, column 17\)"),
        ("<TimeML><BODY/></TimeML>", "has no element TEXT"),
    ],
)
def test_bad_files_get_one_sentence(tmp_path: Path, data: str, message: str) -> None:
    (tmp_path / "wehr.tml").write_text(data, "utf-8")
    with pytest.raises(EvaluationError, match=message):
        load_timeml(tmp_path)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"holds no \.tml file"):
        load_timeml(tmp_path)
    with pytest.raises(EvaluationError, match="cannot be read"):
        load_timeml(tmp_path / "none.tml")
