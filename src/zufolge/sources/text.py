"""Reads text files: a header with date and source, then the report."""

import re
from datetime import date

from zufolge.article import Article
from zufolge.errors import EmptySource, SourceError
from zufolge.sources.datelines import agency
from zufolge.sources.decoding import STEP

_LINE = re.compile(
    r"[ \t]*+(?:date[ \t]++(?P<date>\S{1,40})|source[ \t]++(?P<source>\S[^\n]{0,199}?))"
    r"[ \t]*+(?:\n|\Z)"
)
# Before the first word only what begins like a date is one.
_INLINE = re.compile(r"\s*+date[ \t]++(?P<date>\d\S{0,40})\s+")
_BLANK_LINES = re.compile(r"(?:[ \t]*+\n)*+")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_HEADLINE = re.compile(r"\s*+(?P<line>\S[^\n]{3,159})\n[ \t]*+\n\s*+\S")
_SENTENCE_END = re.compile(r"[.…:;,][\"'”“»«’)]*$")


def read_text(text: str, name: str) -> Article:
    """Read a text that may begin with a header.

    The header is lines ``date 2025-03-14`` (or a month, or a year) and ``source NAME`` with an
    empty line behind them, or ``date 2025-03`` right before the first word. It is cut off; the rest
    is left as it is. A first line that stands alone and does not end like a sentence is also the
    title; it stays in the text. So does the dateline that names the source where no header does.

    Args:
        text: decoded text with LF line ends.
        name: what to call it in errors.

    Returns:
        The article, its language not yet checked.

    Raises:
        SourceError: if the header's date is not a date.
        EmptySource: if there is nothing behind the header.
    """
    fields, start = _header(text, name)
    body = text[start:]
    if not body.strip():
        raise EmptySource("there is no text behind its header", article=name, step=STEP)
    source = fields.get("source")
    notes: tuple[str, ...] = ()
    if source is None and (source := agency(body)) is not None:
        notes = ("source taken from the dateline",)
    return Article(body, source, _title(body), fields.get("date"), notes=notes)


def parse_date(written: str, name: str) -> str:
    """Check the date of a header.

    Args:
        written: what stands behind ``date``.
        name: what to call the file in errors.

    Returns:
        The same, an EDTF day, month or year.

    Raises:
        SourceError: if there is no such day, or it is written in another way.
    """
    found = _DATE.fullmatch(written) if written.isascii() else None
    if found is None:
        message = f"the date '{written}' in its header should read 2025-03-14, 2025-03 or 2025"
        raise SourceError(message, article=name, step=STEP)
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError as error:
        message = f"there is no such date as '{written}', which its header gives"
        raise SourceError(message, article=name, step=STEP) from error
    return written


def _header(text: str, name: str) -> tuple[dict[str, str], int]:
    fields, end = _header_lines(text, name)
    if fields:
        return fields, end
    inline = _INLINE.match(text)
    if inline:
        return {"date": parse_date(inline["date"], name)}, inline.end()
    return {}, 0


def _header_lines(text: str, name: str) -> tuple[dict[str, str], int]:
    fields: dict[str, str] = {}
    end = _behind_blank_lines(text, 0)
    while (found := _LINE.match(text, end)) is not None and end < len(text):
        field = found.lastgroup or ""
        value = parse_date(found[field], name) if field == "date" else found[field]
        if fields.setdefault(field, value) != value:
            message = f"its header gives two values for {field}: '{fields[field]}' and '{value}'"
            raise SourceError(message, article=name, step=STEP)
        end = found.end()
    behind = _behind_blank_lines(text, end)
    # "source" alone might begin a text, so that it counts only with an empty line behind it.
    if "date" not in fields and behind == end < len(text):
        return {}, 0
    return fields, behind


def _behind_blank_lines(text: str, position: int) -> int:
    found = _BLANK_LINES.match(text, position)
    return found.end() if found else position


def _title(body: str) -> str | None:
    found = _HEADLINE.match(body)
    line = found["line"].strip() if found else ""
    if not line or _SENTENCE_END.search(line) or agency(line) is not None:
        return None
    return line
