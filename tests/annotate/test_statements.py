import pytest
from hypothesis import given
from hypothesis import strategies as st

from zufolge.annotate.statements import trim
from zufolge.span import Span

TRIMMED = [
    ("„Wir gehen heute.“", "Wir gehen heute"),
    ("»Wir gehen heute«,", "Wir gehen heute"),
    ('"Wir gehen", ', "Wir gehen"),
    # The question mark is part of what was asked.
    ("„Wer war das?“", "Wer war das?"),
    # Only part of the quote is in marks: they stay.
    ("„kein Euro“ werde gestrichen", "„kein Euro“ werde gestrichen"),
    ("er sei „ganz sicher“", "er sei „ganz sicher“"),
    # A mark without its partner goes.
    ("„Wir gehen heute", "Wir gehen heute"),
    ("dass es regne.", "dass es regne"),
    ("„“", None),
]


@pytest.mark.parametrize(("quote", "expected"), TRIMMED)
def test_trim(quote: str, expected: str | None) -> None:
    span = trim(quote, Span(0, len(quote)))
    assert (span.of(quote) if span else None) == expected


@given(st.text(alphabet=st.sampled_from('ab „“".,?'), max_size=30))
def test_trimming_stays_inside_and_trims_once_for_all(text: str) -> None:
    span = trim(text, Span(0, len(text)))
    if span is not None:
        assert 0 <= span.start < span.end <= len(text)
        assert trim(text, span) == span
