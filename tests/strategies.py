"""Hypothesis strategies for the records that a report consists of."""

from hypothesis import strategies as st

from zufolge import actor, statement
from zufolge.actor import Actor
from zufolge.article import Article
from zufolge.mention import Place, Quantity, Time
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Party, SaidAt, Statement

WORDS = st.text(max_size=8)
IDS = st.text("0123456789abcdef", min_size=16, max_size=16)
UNIT = st.floats(0, 1)
_PARTS = st.sampled_from([None, "evening", "night", "07:05", "19:30"])
_DAYS = st.dates().map(str) | st.sampled_from(["2025-03", "[2025-03-06,2025-03-13]", "2025-03/.."])


@st.composite
def _span_lists(draw: st.DrawFn, size: int, least: int = 0) -> tuple[Span, ...]:
    count = draw(st.integers(least, 2))
    ends = st.lists(st.integers(0, size), min_size=2 * count, max_size=2 * count)
    cuts = sorted(draw(ends))
    return tuple(Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=True))


@st.composite
def _statements(draw: st.DrawFn, article: Article) -> Statement:
    size = len(article.text)
    parties = st.none() | st.builds(Party, _span_lists(size, 1), st.none() | IDS)
    return Statement(
        article.id,
        draw(_span_lists(size, 1)),
        draw(st.sampled_from(statement.TYPES)),
        draw(st.none() | st.sampled_from(statement.MEDIA)),
        draw(st.none() | st.sampled_from(statement.STANCES)),
        draw(parties),
        draw(parties),
        draw(_span_lists(size)),
        draw(_span_lists(size)),
        draw(_span_lists(size)),
        draw(_span_lists(size)),
        draw(st.lists(IDS, max_size=3).map(tuple)),
        draw(st.none() | IDS),
        draw(st.none() | st.builds(SaidAt, _DAYS, _PARTS)),
        draw(UNIT),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Draw a report with up to three statements; its spans lie within its text."""
    optional = st.none() | WORDS
    articles = st.builds(
        Article,
        WORDS,
        optional,
        optional,
        st.none() | _DAYS,
        st.just("de"),
        optional,
        st.lists(WORDS, max_size=2).map(tuple),
    )
    article = draw(articles)
    size = len(article.text)
    span = _span_lists(size, 1).map(lambda spans: spans[0])
    numbers = st.integers(0, 10**9) | st.floats(allow_nan=False, allow_infinity=False)
    kinds = st.sampled_from(("date", "time", "duration", "set"))
    comparators = st.sampled_from(("=", "~", ">", ">=", "<", "<=", "range"))
    names = st.text(min_size=1, max_size=8)
    degrees = st.floats(-90, 90)
    actors = st.builds(
        Actor, st.just(article.id), names, st.sampled_from(actor.KINDS), _span_lists(size, 1)
    )
    return Report(
        article,
        tuple(draw(st.lists(_statements(article), max_size=3))),
        tuple(draw(st.lists(actors, max_size=2))),
        tuple(draw(st.lists(st.builds(Time, span, kinds, WORDS, optional, _PARTS), max_size=2))),
        tuple(
            draw(
                st.lists(st.builds(Place, span, WORDS, degrees, degrees, st.just("DE")), max_size=2)
            )
        ),
        tuple(
            draw(
                st.lists(
                    st.builds(Quantity, span, numbers, st.none() | numbers, comparators, WORDS),
                    max_size=2,
                )
            )
        ),
    )
