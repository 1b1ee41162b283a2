"""Finds where sentences begin and end."""

import re

from zufolge.languages import Language
from zufolge.span import Span

# A stop with the closing marks behind it; what follows must look like a beginning.
# Possessive and anchored, so that a line of thousands of dots takes no longer than other text.
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'“”»«’)\]]*+(?=\s)")
_BEGINNING = re.compile(r"\s+[\"'„“”»«‚(\[–-]*\s?[A-ZÄÖÜ0-9À-ÞŁŚŠŽĆČ]")
_BREAK = re.compile(r"\n")
_SIGN = re.compile(r"\S")
# Longer than any abbreviation.
_LONGEST_WORD = 64


def sentences(text: str, language: Language) -> list[Span]:
    """Cut a text into sentences.

    A line break ends a sentence; a full stop does unless it belongs to an abbreviation, an initial
    or an ordinal number ("am 5. März", "Dr. Ina Holm", "J. Weber").

    Args:
        text: any text; it is not altered.
        language: supplies the abbreviations.

    Returns:
        The sentences without the white space around them, half-open spans in code points.
    """
    found = []
    for paragraph in _split(text, _BREAK):
        start = paragraph.start
        for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
            if stop.end() < paragraph.end and _ends_sentence(text, start, stop, language):
                found.append(Span(start, stop.end()))
                start = _next_sign(text, stop.end())
        if start < paragraph.end:
            found.append(Span(start, paragraph.end))
    return found


def paragraphs(text: str) -> list[Span]:
    """Cut a text into paragraphs, that is at line breaks.

    Args:
        text: any text.

    Returns:
        The paragraphs without the white space around them, half-open spans in code points.
    """
    return _split(text, _BREAK)


def _split(text: str, separator: re.Pattern[str]) -> list[Span]:
    found, start = [], 0
    for match in [*separator.finditer(text), None]:
        end = match.start() if match else len(text)
        piece = text[start:end]
        if piece.strip():
            left = start + len(piece) - len(piece.lstrip())
            found.append(Span(left, left + len(piece.strip())))
        start = match.end() if match else end
    return found


def _next_sign(text: str, position: int) -> int:
    match = _SIGN.search(text, position)
    return match.start() if match else len(text)


def _ends_sentence(text: str, start: int, stop: re.Match[str], language: Language) -> bool:
    if not _BEGINNING.match(text, stop.end()):
        return False
    if stop.group()[0] != ".":
        return True
    word = _last_word(text[max(start, stop.start() - _LONGEST_WORD) : stop.start()])
    if word.isdigit():
        # "am 5. März" but "im Jahr 2024. Danach": ordinals have at most two digits.
        return len(word) > 2
    return not (len(word) == 1 and word.isalpha()) and word.lower() not in language.abbreviations


def _last_word(text: str) -> str:
    if not text or text[-1].isspace():
        return ""
    return text.split()[-1].lstrip('(„“"»«‚')
