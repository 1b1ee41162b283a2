"""The reports that the benchmarks are made of."""

from itertools import islice

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.synthesis import reports
from zufolge.contract import report_from_json, report_to_json


@given(st.integers(0, 10**6))
@settings(max_examples=20, deadline=None)
def test_reports_are_whole_records(seed: int) -> None:
    for report in islice(reports(60, seed=seed), 12):
        assert report_from_json(report_to_json(report)) == report
        text = report.article.text
        assert all(text[slice(*place.span)] == place.name for place in report.places)
        for statement in report.statements:
            assert statement.quote[0].of(text).strip(" .,„“") == statement.quote[0].of(text)
            assert {*statement.chain} <= {actor.id for actor in report.actors}
        for actor in report.actors:
            assert {mention.of(text) for mention in actor.mentions} == {actor.name}


def test_the_same_seed_gives_the_same_reports() -> None:
    assert [*reports(40, seed=3)] == [*reports(40, seed=3)]
    assert [*reports(40, seed=3)] != [*reports(40, seed=4)]


def test_there_are_as_many_statements_as_wanted_and_something_to_dispute() -> None:
    made = [statement for report in reports(200) for statement in report.statements]
    assert 200 <= len(made) < 205
    assert {"asserts", "denies", "demands"} == {statement.stance for statement in made}
