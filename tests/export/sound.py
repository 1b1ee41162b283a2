"""Reports of any content whose parts refer to each other, as every report that was read does."""

from dataclasses import replace

from hypothesis import strategies as st

from tests.strategies import reports
from zufolge import relation
from zufolge.export import Content, in_order
from zufolge.relation import Origin, Relation
from zufolge.report import Report
from zufolge.statement import Party, Statement


@st.composite
def sound_reports(draw: st.DrawFn) -> Report:
    """Draw a report without two equal ids, whose statements name its own actors and statements."""
    made = draw(reports())
    actors = tuple({each.id: each for each in made.actors}.values())
    statements = tuple({each.id: each for each in made.statements}.values())
    known = st.sampled_from([each.id for each in actors]) if actors else st.nothing()
    around = st.none() | (
        st.sampled_from([each.id for each in statements]) if statements else st.nothing()
    )

    def party(told: Party | None) -> Party | None:
        return replace(told, actor=draw(st.none() | known)) if told else None

    def sound(told: Statement) -> Statement:
        return replace(
            told,
            speaker=party(told.speaker),
            addressee=party(told.addressee),
            chain=tuple(draw(st.lists(known, max_size=3 if actors else 0))),
            nested_in=draw(around),
        )

    return replace(made, statements=tuple(map(sound, statements)), actors=actors)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """Draw some reports, relations of all kinds between their statements, and an origin."""
    made = {each.article.id: each for each in draw(st.lists(sound_reports(), max_size=3))}
    ids = [each.id for report in made.values() for each in report.statements]
    if not ids:
        return in_order(made.values())
    some = st.sampled_from(ids)
    kinds = st.sampled_from(relation.KINDS)
    relations = draw(
        st.lists(
            st.builds(Relation, some, kinds, some, st.text(max_size=5), st.floats(0, 1)),
            max_size=4,
            unique_by=lambda each: (each.source, each.kind, each.target),
        )
    )
    groups = st.lists(some, min_size=1, max_size=3, unique=True).map(lambda x: tuple(sorted(x)))
    origins = draw(st.lists(st.builds(Origin, groups, st.integers(1, 3)), max_size=1))
    return in_order(made.values(), relations, origins)
