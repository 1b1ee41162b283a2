"""When something was said."""

import re

import pytest

from zufolge.annotate.said import find_said_at
from zufolge.annotate.sentences import sentences
from zufolge.annotate.times import find_times
from zufolge.languages import GERMAN
from zufolge.span import Span
from zufolge.statement import Statement

# [quote], {cue}; the article is of Friday, 14 March 2025
CASES = [
    ("Am Montag {sagte} sie, [der Zug komme am Mittwoch].", "2025-03-10", None),
    ("[Der Zug komme am Mittwoch], {sagte} sie am Montag.", "2025-03-10", None),
    ("[„Es reicht“], {sagte} sie am Donnerstagabend.", "2025-03-13", "evening"),
    ("{Laut} einem Bericht vom Montag [war Dienstag ein Feiertag].", None, None),
    ("[Der Zug komme am Mittwoch], {sagte} sie.", None, None),
    ("Die am Montag gewählte Chefin war da. Sie {sagte}, [es reiche].", None, None),
    ("Er, der am Montag angekommen war, {sagte}, [es reiche].", None, None),
    ("Sie {kündigte} für Dienstag [eine Prüfung] {an}.", None, None),
    ("Seit Montag {sagte} er, [es reiche].", None, None),
    ("[Es werde am Montag besser].", None, None),
]


@pytest.mark.parametrize(("marked", "edtf", "part"), CASES)
def test_the_clause_of_saying_tells_when(marked: str, edtf: str | None, part: str | None) -> None:
    text, quote, cue = "", [], []
    for piece in re.split(r"(\[[^\]]*\]|\{[^}]*\})", marked):
        inside = piece[1:-1] if piece[:1] in ("[", "{") else piece
        span = Span(len(text), len(text) + len(inside))
        quote += [span] if piece.startswith("[") else []
        cue += [span] if piece.startswith("{") else []
        text += inside
    borders = sentences(text, GERMAN)
    times = find_times(text, "2025-03-14", GERMAN, borders)
    statement = Statement("a", tuple(quote), "indirect", cue=tuple(cue))
    found = find_said_at(text, statement, times, quote, borders, GERMAN)
    assert (found and found.edtf, found and found.part) == (edtf, part)
