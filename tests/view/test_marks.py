from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from tests.view.hand import TEXT, report
from zufolge.span import Span
from zufolge.view import labels, show, show_text
from zufolge.view.line import Line, put
from zufolge.view.marks import bracketed, slices

SENTENCE = "Er kam, sagte sie, spät"

MARKED = [
    ([], SENTENCE),
    ([[(0, 6)]], "⟦1 Er kam⟧, sagte sie, spät"),
    ([[(0, 6), (19, 23)]], "⟦1 Er kam⟧, sagte sie, ⟦1 spät⟧"),
    ([[(0, 23)], [(3, 6)]], "⟦1 Er ⟦2 kam⟧, sagte sie, spät⟧"),
    ([[(3, 6)], [(0, 23)]], "⟦2 Er ⟦1 kam⟧, sagte sie, spät⟧"),
    ([[(0, 6)], [(0, 6)]], "⟦1 ⟦2 Er kam⟧⟧, sagte sie, spät"),
    ([[(0, 6)], [(3, 17)]], "⟦1 Er ⟦2 kam⟧⟧⟦2 , sagte sie⟧, spät"),
    ([[(0, 3)], [(3, 6)]], "⟦1 Er ⟧⟦2 kam⟧, sagte sie, spät"),
    ([[(4, 4)]], SENTENCE),
]


@pytest.mark.parametrize(("quotes", "expected"), MARKED)
def test_brackets(quotes: list[list[tuple[int, int]]], expected: str) -> None:
    assert (
        bracketed(SENTENCE, [tuple(Span(*part) for part in parts) for parts in quotes]) == expected
    )


def test_an_empty_text_has_no_marks() -> None:
    assert bracketed("", []) == ""


@st.composite
def _quotes(draw: st.DrawFn) -> tuple[str, list[tuple[Span, ...]]]:
    text = draw(st.text(max_size=30))
    position = st.integers(0, len(text))
    quotes = []
    for _ in range(draw(st.integers(0, 4))):
        cuts = sorted(draw(st.lists(position, max_size=4, unique=True)))
        quotes.append(tuple(Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)))
    return text, quotes


@given(_quotes())
def test_slices_make_up_the_text_and_lie_within_their_quotations(
    made: tuple[str, list[tuple[Span, ...]]],
) -> None:
    text, quotes = made
    pieces = list(slices(text, quotes))
    assert "".join(piece.text for piece in pieces) == text
    position, depth = 0, 0
    for piece in pieces:
        depth += len(piece.opened) - piece.closed
        assert depth == len(piece.within)
        for offset in range(position, position + len(piece.text)):
            around = {n for n, parts in enumerate(quotes, 1) for s, e in parts if s <= offset < e}
            assert set(piece.within) == around
        position += len(piece.text)
    assert depth == 0


def _printed(width: int, terminal: bool) -> Console:
    return Console(file=StringIO(), width=width, force_terminal=terminal, highlight=False)


def _told(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_piped_text_is_plain_and_neither_wrapped_nor_cut() -> None:
    console = _printed(20, terminal=False)
    show_text(report(), console, labels("de"))
    show(report(), console, labels("de"))
    told = _told(console)
    assert "\x1b" not in told
    assert "Malmö (NNA) - „⟦1 Die Tanks sind dicht⟧“, sagte Sprecherin Voss am Mittwoch.\n" in told
    assert "„⟦3 Sie hat⟧“, so der Fischer, „⟦3 am Telefon gesagt: ‚⟦4 Das ist" in told
    assert "gesagt: 6. oder 13. November 2024, abends\n" in told


def test_a_terminal_gets_colour_and_the_whole_text() -> None:
    console = _printed(60, terminal=True)
    show_text(report(), console, labels("de"))
    told = _told(console)
    assert "\x1b[4;36mDie Tanks sind dicht\x1b[0m" in told
    plain = Text.from_ansi(told).plain
    without = "".join(sign for sign in plain if sign not in "¹²³⁴⁵")
    assert "".join(TEXT.split()) in "".join(without.split())


def test_a_wrapped_line_keeps_its_indent_and_hangs_below_its_beginning() -> None:
    console = _printed(34, terminal=True)
    put(Line(2, Text("[1] „Das Schiff habe gedreht und sei weg“"), hanging=4), console)
    assert Text.from_ansi(_told(console)).plain.splitlines() == [
        "  [1] „Das Schiff habe gedreht und",
        "      sei weg“",
    ]
