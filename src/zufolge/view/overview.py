"""The overview of a report: who says what, then times, places and quantities."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rich.text import Text

from zufolge.annotate.sentences import paragraphs
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Statement
from zufolge.view.line import Line
from zufolge.view.speakers import Entry, actor_names, by_speaker, joined, party_name
from zufolge.view.table import rows
from zufolge.view.wording import Labels, printable

_STEP = 4


@dataclass(frozen=True, slots=True)
class _Page:
    """What every part of the overview needs."""

    report: Report
    names: dict[str, str]
    paragraphs: list[Span]
    labels: Labels

    def paragraph(self, position: int) -> int:
        """Return the number of the paragraph around a position, counting from 1."""
        return max(1, sum(span.start <= position for span in self.paragraphs))


def heading(report: Report, labels: Labels) -> list[Line]:
    """Return title, date and source of an article, and what was done to read it."""
    article = report.article
    title = printable(article.title) if article.title else labels.word("untitled")
    date = labels.date(article.date) if article.date else labels.word("undated")
    origin = [date, *(printable(part) for part in (article.source, article.url) if part)]
    return [
        Line(0, Text(title, "bold" if article.title else "dim")),
        Line(0, Text(" · ".join(origin))),
        *(Line(0, Text(printable(note), "dim")) for note in article.notes),
    ]


def overview(report: Report, labels: Labels) -> list[Line]:
    """Return the lines of the overview.

    Args:
        report: any report; what it does not hold is not mentioned.
        labels: the language of the labels.

    Returns:
        Heading, statements by speaker, tables.
    """
    page = _Page(report, actor_names(report), paragraphs(report.article.text), labels)
    lines = heading(report, labels)
    for group in by_speaker(report):
        name = group.speaker or labels.word("nobody")
        lines += [Line(), Line(0, Text(name, "bold cyan" if group.speaker else "dim"))]
        for entry in group.entries:
            lines += _entry(entry, page)
    if not report.statements:
        lines += [Line(), Line(0, Text(labels.word("no_statements"), "dim"))]
    return [*lines, *_tables(page)]


def legend(report: Report, labels: Labels) -> list[Line]:
    """Return one line a statement: number, speaker, and how it is said."""
    page = _Page(report, actor_names(report), paragraphs(report.article.text), labels)
    lines = []
    for number, statement in enumerate(report.statements, 1):
        name = party_name(statement.speaker, page.names, report.article.text)
        line = Text.assemble((f"[{number}] ", "green"), (name or labels.word("nobody"), "bold"))
        lines.append(Line(0, line.append(" · ").append_text(_details(statement, page))))
    return lines


def _entry(entry: Entry, page: _Page) -> Iterator[Line]:
    indent = 2 + _STEP * entry.depth
    quote = joined(entry.statement.quote, page.report.article.text)
    if entry.statement.type == "direct":
        # Marks say that these are the speaker's own words; a paraphrase goes without them.
        quote = page.labels.quoted(quote)
    number = f"[{entry.number}] "
    yield Line(indent, Text.assemble((number, "green"), quote), hanging=len(number))
    details = _details(entry.statement, page)
    if entry.speaker is not None or (entry.depth and entry.statement.speaker is None):
        speaker = entry.speaker or page.labels.word("nobody")
        details = Text.assemble((speaker, "bold cyan"), " · ", details)
    yield Line(indent + len(number), details)


def _details(statement: Statement, page: _Page) -> Text:
    """Put everything but quote and speaker on one line, separated by points."""
    labels, text = page.labels, page.report.article.text
    found = [
        Text(f"{labels.word('paragraph')}{page.paragraph(_start(statement))}", "dim"),
        Text(labels.term("type", statement.type)),
    ]
    if statement.cue:
        found.append(Text(joined(statement.cue, text), "italic"))
    if statement.stance:
        style = "bold red" if statement.stance in ("denies", "rejects") else "yellow"
        found.append(Text(labels.term("stance", statement.stance), style))
    if chain := _chain(statement, page):
        found.append(Text(chain, "magenta"))
    if statement.said_at:
        said = labels.moment(statement.said_at.edtf, statement.said_at.part)
        found.append(Text(f"{labels.word('said')}: {said}"))
    addressee = None if _is_link(statement) else party_name(statement.addressee, page.names, text)
    for word, value in (
        ("to", addressee),
        ("via", joined(statement.channel, text)),
        ("distance", joined(statement.distance, text)),
    ):
        if value:
            found.append(Text(f"{labels.word(word)}: {value}"))
    return Text(" · ").join(found)


def _chain(statement: Statement, page: _Page) -> str:
    """Return the chain, nearest to the article first; one link that is the speaker says nothing."""
    speaker = statement.speaker.actor if statement.speaker else None
    if statement.chain in ((), (speaker,)):
        return ""
    return " ← ".join(printable(page.names.get(key, key)) for key in reversed(statement.chain))


def _is_link(statement: Statement) -> bool:
    """Tell whether the one addressed is in the chain, and so is shown already."""
    addressee = statement.addressee.actor if statement.addressee else None
    return addressee is not None and addressee in statement.chain


def _start(statement: Statement) -> int:
    return min((span.start for span in statement.quote), default=0)


def _tables(page: _Page) -> Iterator[Line]:
    for word, cells in (
        ("times", _times(page)),
        ("places", _places(page)),
        ("quantities", _quantities(page)),
    ):
        if cells:
            yield Line()
            yield Line(0, Text(page.labels.word(word), "bold"))
            yield from (replace(line, indent=2) for line in rows(_gathered(cells, page)))


def _times(page: _Page) -> list[tuple[Span, tuple[str, ...]]]:
    """Tell what each expression means; what has no place on the calendar by its kind."""
    labels = page.labels
    return [
        (
            each.span,
            (labels.moment(each.edtf, each.part) if each.edtf else labels.term("time", each.type),),
        )
        for each in page.report.times
    ]


def _places(page: _Page) -> list[tuple[Span, tuple[str, ...]]]:
    """Tell where each place lies; its name only where the text has another form of it."""
    text = page.report.article.text
    return [
        (
            each.span,
            (
                printable(each.name) if each.name != each.span.of(text) else "",
                each.country,
                f"{each.lat:.2f}, {each.lon:.2f}",
            ),
        )
        for each in page.report.places
    ]


def _quantities(page: _Page) -> list[tuple[Span, tuple[str, ...]]]:
    return [
        (each.span, (page.labels.amount(each), printable(each.of)))
        for each in page.report.quantities
    ]


def _gathered(found: Sequence[tuple[Span, tuple[str, ...]]], page: _Page) -> list[tuple[str, ...]]:
    """Give each expression one row, however often it occurs, with all its paragraphs."""
    where: dict[tuple[str, ...], list[int]] = {}
    for span, cells in found:
        key = (printable(span.of(page.report.article.text)), *cells)
        numbers = where.setdefault(key, [])
        number = page.paragraph(span.start)
        if number not in numbers:
            numbers.append(number)
    mark = page.labels.word("paragraph")
    return [(*key, mark + ", ".join(map(str, numbers))) for key, numbers in where.items()]
