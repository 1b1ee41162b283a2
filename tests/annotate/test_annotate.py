"""The shipped model on sentences of our own: plain cases that must come out right."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zufolge.annotate import annotate, annotate_all, load
from zufolge.article import Article
from zufolge.contract import report_from_json, report_to_json
from zufolge.encoder import Model
from zufolge.errors import AnnotationError
from zufolge.report import Report


@pytest.fixture(scope="module")
def model() -> Model:
    return load(threads=2)


@dataclass(frozen=True, slots=True)
class Expected:
    quote: str
    type: str
    speaker: str
    cue: str


# Each row is an article of its own, a few sentences long, as reports are.
TABLE = [
    (
        "Im Streit um die Brücke bleibt die Stadt hart. „Wir sperren die Brücke noch heute“, sagte "
        "Bürgermeisterin Anke Lorenz am Dienstag in Wedel. Der Verkehr wird umgeleitet.",
        Expected(
            "Wir sperren die Brücke noch heute", "direct", "Bürgermeisterin Anke Lorenz", "sagte"
        ),
    ),
    (
        "Das Feuer brach in der Nacht aus. Der Brand sei inzwischen gelöscht, teilte die Feuerwehr "
        "mit. Die Halle wurde zerstört.",
        Expected("Der Brand sei inzwischen gelöscht", "indirect", "die Feuerwehr", "teilte … mit"),
    ),
    (
        "Am Montag tagte der Rat. Ein Sprecher der Polizei bestritt, dass Schüsse gefallen seien. "
        "Zeugen blieben dabei.",
        Expected("dass Schüsse gefallen seien", "indirect", "Ein Sprecher der Polizei", "bestritt"),
    ),
    (
        "Die Lage am Deich ist ernst. Nach Angaben der Behörde wurden zwölf Menschen verletzt. Die "
        "Straße ist gesperrt.",
        Expected("wurden zwölf Menschen verletzt", "indirect", "der Behörde", "Nach Angaben"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_plain_cases(model: Model, text: str, expected: Expected) -> None:
    found = annotate([Article(text, date="2024-05-07")], model)[0].statements
    told = [
        Expected(
            " … ".join(span.of(text) for span in statement.quote),
            statement.type,
            statement.speaker.spans[0].of(text) if statement.speaker else "",
            " … ".join(span.of(text) for span in statement.cue),
        )
        for statement in found
    ]
    assert expected in told


def check(report: Report) -> None:
    """Hold a report to what is true of every one."""
    text, ids = report.article.text, {statement.id for statement in report.statements}
    assert len(ids) == len(report.statements)
    for statement in report.statements:
        spans = [*statement.quote, *statement.cue, *statement.frame, *statement.channel]
        assert statement.quote
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert statement.nested_in is None or statement.nested_in in ids
        assert 0 <= statement.confidence <= 1
    assert report_from_json(report_to_json(report)) == report


@settings(max_examples=25)
@given(
    st.lists(
        st.sampled_from(
            [
                "„Nein“",
                "sagte",
                "er",
                ".",
                "Kiew",
                "dass",
                "\n\n",
                "5.",
                "»",
                "\u200b",
                "🙂",
                "x" * 70,
            ]
        ),
        max_size=40,
    )
)
def test_any_text_gives_records_that_point_into_it(model: Model, words: list[str]) -> None:
    check(annotate([Article(" ".join(words))], model)[0])


def test_the_same_article_gives_the_same_report_alone_or_in_company(model: Model) -> None:
    articles = [Article(text) for text, _ in TABLE]
    together = annotate(articles, model)
    assert together == [annotate([article], model)[0] for article in articles]


def test_a_long_article_is_read_to_its_end(model: Model) -> None:
    filling = "Die Straße führt am Fluss entlang und dann durch den Wald. " * 120
    text = filling + TABLE[0][0]
    found = annotate([Article(text)], model)[0]
    check(found)
    assert any(s.quote[0].start > len(filling) for s in found.statements)


def test_one_bad_article_does_not_stop_the_others(model: Model) -> None:
    good, bad = Article(TABLE[0][0]), Article("Er sagte nichts.", language="xx")
    results = [*annotate_all([good, bad, good], model)]
    assert [type(result) for result in results] == [Report, AnnotationError, Report]
    assert isinstance(results[1], AnnotationError)
    assert results[1].article == bad.id
