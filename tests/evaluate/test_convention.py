import pytest
from hypothesis import given
from hypothesis import strategies as st

from zufolge.evaluate.convention import to_corpus_convention
from zufolge.span import Span
from zufolge.statement import TYPES

# The quote as the guide marks it, and as the corpus has it.
CASES = [
    ("„Wir warten ab“, sagte Inge Maar.", "direct", ["Wir warten ab"], ["„Wir warten ab“"]),
    ("Maar sagte: „Wir warten ab.“ Dann", "direct", ["Wir warten ab"], ["„Wir warten ab.“"]),
    ("Maar sagte: „Wir warten ab“.", "direct", ["Wir warten ab"], ["„Wir warten ab“"]),
    ("»Bleibt es so?«, fragte sie.", "direct", ["Bleibt es so?"], ["»Bleibt es so?«"]),
    ('Sie rief "Halt!" und ging.', "direct", ["Halt!"], ['"Halt!"']),
    (
        "„Es ist gut“, sagte Maar, „aber zu spät.“",
        "direct",
        ["Es ist gut", "aber zu spät"],
        ["„Es ist gut“", "„aber zu spät.“"],
    ),
    (
        "„Es ist, so Maar, leider zu spät.“",
        "direct",
        ["Es ist", "leider zu spät"],
        ["„Es ist", "leider zu spät.“"],
    ),
    (
        "„Er hat „Nein“ gerufen“, sagte sie.",
        "direct",
        ["Er hat „Nein“ gerufen"],
        ["„Er hat „Nein“ gerufen“"],
    ),
    (
        "Maar winkte ab. Man warte ab. Danach",
        "indirect_free_indirect",
        ["Man warte ab"],
        ["Man warte ab."],
    ),
    (
        "Das sei „voreilig“. Man sei „noch nicht so weit“. Dann",
        "indirect_free_indirect",
        ["Man sei „noch nicht so weit“"],
        ["Man sei „noch nicht so weit“."],
    ),
    (
        "Der Zug soll halten. Ja.",
        "free_indirect",
        ["Der Zug soll halten"],
        ["Der Zug soll halten."],
    ),
    ("Maar sagte, man warte ab.", "indirect", ["man warte ab"], ["man warte ab"]),
    ("Es war spät. Man warte ab, so Maar.", "indirect", ["Man warte ab"], ["Man warte ab"]),
    ("Maar forderte mehr Geld.", "reported", ["mehr Geld"], ["mehr Geld"]),
    (
        "„Er sagte, sie komme“, so Maar.",
        "indirect",
        ["sie komme"],
        ["sie komme"],
    ),
]


def spans(text: str, parts: list[str]) -> tuple[Span, ...]:
    return tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)


@pytest.mark.parametrize(("text", "kind", "guide", "corpus"), CASES)
def test_marks_and_stops_come_back(
    text: str, kind: str, guide: list[str], corpus: list[str]
) -> None:
    restored = to_corpus_convention(text, spans(text, guide), kind)
    assert [span.of(text) for span in restored] == corpus


@given(
    st.text('„“”»«"‚‘. ,!Ja\n', max_size=30),
    st.lists(st.integers(0, 30), min_size=2, max_size=4, unique=True),
    st.sampled_from(TYPES),
)
def test_no_part_shrinks_or_leaves_the_text(text: str, borders: list[int], kind: str) -> None:
    inside = sorted({min(border, len(text)) for border in borders})
    quote = tuple(Span(start, end) for start, end in zip(inside[::2], inside[1::2], strict=False))
    restored = to_corpus_convention(text, quote, kind)
    assert len(restored) == len(quote)
    for before, after in zip(quote, restored, strict=True):
        assert 0 <= after.start <= before.start <= before.end <= after.end <= len(text)
        assert before.start - after.start <= 1 and after.end - before.end <= 3
