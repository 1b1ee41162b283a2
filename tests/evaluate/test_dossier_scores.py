from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.evaluate.lindental import write
from zufolge.actor import Actor
from zufolge.article import Article
from zufolge.evaluate.counts import Counts
from zufolge.evaluate.dossier_scores import SHARES, TALLIES, evaluate_dossiers, score_dossier
from zufolge.evaluate.dossiers import load_dossier
from zufolge.evaluate.gold import Dossier
from zufolge.evaluate.scores import Mean, Tally
from zufolge.relation import Origin, Relation
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Statement


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return load_dossier(write(tmp_path / "d1"))


def altered(dossier: Dossier, number: int, changes: dict[str, Any]) -> list[Report]:
    """Return perfect reports, but for one statement (0 to 3)."""
    first, second = dossier.reports()
    place, index = divmod(number, 2)
    report = (first, second)[place]
    statements = [*report.statements]
    statements[index] = replace(statements[index], **changes)
    reports = [first, second]
    reports[place] = replace(report, statements=tuple(statements))
    return reports


def scored(dossier: Dossier, reports: Sequence[Report]) -> Counts:
    return score_dossier(dossier, reports, lambda _: dossier.links())


def test_gold_against_itself_is_right_everywhere(dossier: Dossier) -> None:
    counts = scored(dossier, dossier.reports())
    empty = {"relation_differs", "relation_corrects", "relation_repeats"}
    figures = {name: counts.tally(name).f1 for name in TALLIES}
    assert figures == {name: None if name in empty else 1.0 for name in TALLIES}
    assert {name: counts.share(name).value for name in SHARES} == dict.fromkeys(SHARES, 1.0)
    assert counts.tally("statements").hits == 4


def test_nothing_found_scores_nothing(dossier: Dossier) -> None:
    def read(articles: Sequence[Article]) -> list[Report]:
        return [Report(article) for article in articles]

    told = evaluate_dossiers([dossier, dossier], read).to_json()
    assert (told["dossiers"], told["articles"]) == (2, 4)
    for name in ("statements", "times", "places", "quantities", "relation_same", "dispute"):
        assert told[name]["f1"] == 0.0
    assert told["origins"] == {"share": 0.0, "of": 2}
    assert told["type"] == {"share": None, "of": 0}
    assert told["statements"] == {
        "precision": None,
        "recall": 0.0,
        "f1": 0.0,
        "gold": 8,
        "found": 0,
    }


def test_quotes_match_from_one_half_on(dossier: Dossier) -> None:
    quote = dossier.statements[1].quote[0]
    # „Das Wehr werde brechen“ has 22 characters; 8 of them give an F1 of 16/30, 7 one of 14/29.
    assert quote.end - quote.start == 22
    for length, hits in ((8, 4), (7, 3)):
        part = (Span(quote.start, quote.start + length),)
        counts = scored(dossier, altered(dossier, 1, {"quote": part}))
        assert counts.tally("statements") == Tally(hits, 4 - hits, 4 - hits)


@pytest.mark.parametrize(
    ("number", "changes", "figure", "expected"),
    [
        (0, {"type": "indirect"}, "type", Mean(3, 4)),
        (0, {"stance": None}, "stance", Mean(3, 4)),
        (2, {"stance": "asserts"}, "stance", Mean(3, 4)),
        (0, {"chain": ()}, "chain", Mean(3, 4)),
        (3, {"chain": ("unknown", "unknown")}, "chain", Mean(3, 4)),
    ],
)
def test_shares(
    dossier: Dossier, number: int, changes: dict[str, Any], figure: str, expected: Mean
) -> None:
    assert scored(dossier, altered(dossier, number, changes)).share(figure) == expected


@pytest.mark.parametrize(
    ("number", "changes", "figure", "expected"),
    [
        (0, {"speaker": None}, "actor", Tally(3, 0, 1)),
        (0, {"speaker": None}, "speaker", Tally(3, 0, 1)),
        (3, {"chain": ()}, "chain_long", Tally(0, 0, 1)),
        (0, {"chain": ("x", "y")}, "chain_long", Tally(1, 1, 0)),
        (3, {"chain": ("x", "y")}, "chain_long", Tally(0, 1, 1)),
        (0, {"cue": ()}, "cue", Tally(3, 0, 1)),
        (0, {"cue": (Span(0, 3),)}, "cue", Tally(3, 1, 1)),
        (0, {"channel": (Span(0, 3),)}, "channel", Tally(1, 1, 0)),
        (3, {"distance": ()}, "distance", Tally(0, 0, 1)),
        (1, {"addressee": None}, "addressee", Tally(0, 0, 1)),
    ],
)
def test_tallies(
    dossier: Dossier, number: int, changes: dict[str, Any], figure: str, expected: Tally
) -> None:
    assert scored(dossier, altered(dossier, number, changes)).tally(figure) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("dr storck", Tally(4)),
        ("EMIL STORCK", Tally(4)),
        ("Ingenieur Storck", Tally(3, 1, 1)),
        ("Ute Kranz", Tally(3, 1, 1)),
    ],
)
def test_actors_go_by_their_aliases(dossier: Dossier, name: str, expected: Tally) -> None:
    reports = dossier.reports()
    storck = Actor(reports[0].article.id, name, "person", (Span(0, 3),))
    said = reports[0].statements[1]
    assert said.speaker is not None
    changed = replace(said, speaker=replace(said.speaker, actor=storck.id), chain=(storck.id,))
    reports[0] = replace(
        reports[0],
        statements=(reports[0].statements[0], changed),
        actors=(*reports[0].actors, storck),
    )
    counts = scored(dossier, reports)
    assert counts.tally("actor") == expected
    assert counts.share("chain") == Mean(expected.hits, 4)


def test_an_extra_statement_lowers_precision_only(dossier: Dossier) -> None:
    reports = dossier.reports()
    extra = Statement(reports[0].article.id, (Span(0, 20),), "reported")
    reports[0] = replace(reports[0], statements=(*reports[0].statements, extra))
    tally = scored(dossier, reports).tally("statements")
    assert (tally.precision, tally.recall) == (4 / 5, 1)


def test_linking_sees_the_reports_of_one_dossier(dossier: Dossier) -> None:
    reports = {report.article.id: report for report in dossier.reports()}

    def link(read: Sequence[Report]) -> tuple[list[Relation], list[Origin]]:
        (first, other), (denial, _) = (report.statements for report in read)
        relation = Relation(denial.id, "denies", other.id, "bestritt", 0.9)
        return [relation], [Origin((first.id, denial.id), 2)]

    scores = evaluate_dossiers(
        [dossier], lambda articles: [reports[article.id] for article in articles], link
    )
    assert scores.counts.tally("relation_denies") == Tally(1)
    assert scores.counts.tally("relation_same") == Tally(0, 0, 1)
    assert scores.counts.tally("dispute") == Tally(1, 0, 1)
    assert scores.counts.share("origins") == Mean(0, 1)
