"""What a report looks like in a terminal: plain where it is piped, coloured on a screen."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.text import Text

from zufolge.link import Claim, Connections
from zufolge.report import Report
from zufolge.view.line import Line, put
from zufolge.view.marks import bracketed, slices
from zufolge.view.overview import heading, legend, overview
from zufolge.view.relations import relations
from zufolge.view.wording import CONTROL, Labels, labels

__all__ = ["Labels", "labels", "show", "show_relations", "show_text"]

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_COLOURS = ("cyan", "yellow", "magenta", "green")


def show(report: Report, console: Console, words: Labels) -> None:
    """Print the overview of a report.

    Args:
        report: any report.
        console: where to print it.
        words: the language of the labels.
    """
    for line in overview(report, words):
        put(line, console)


def show_text(report: Report, console: Console, words: Labels) -> None:
    """Print the text of a report with its quotations marked, and below who says them.

    Args:
        report: any report.
        console: where to print it.
        words: the language of the labels.
    """
    marked = _coloured(report) if console.is_terminal else _plain(report)
    below = legend(report, words)
    for line in [*heading(report, words), Line()]:
        put(line, console)
    console.print(marked, soft_wrap=not console.is_terminal)
    for line in [Line(), *below] if below else ():
        put(line, console)


def show_relations(
    connections: Connections,
    claims: Sequence[Claim],
    names: Mapping[str, str],
    console: Console,
    words: Labels,
) -> None:
    """Print how the statements of some reports stand to each other; nothing if they do not.

    Args:
        connections: relations and origins.
        claims: the claims of the statements.
        names: what to call each article, by id.
        console: where to print it.
        words: the language of the labels.
    """
    lines = relations(connections, claims, names, words)
    for line in [Line(), *lines] if lines else ():
        put(line, console)


def _plain(report: Report) -> Text:
    quotes = [statement.quote for statement in report.statements]
    return Text(_visible(bracketed(report.article.text, quotes)))


def _coloured(report: Report) -> Text:
    marked = Text()
    for piece in slices(report.article.text, [each.quote for each in report.statements]):
        for number in piece.opened:
            marked.append(str(number).translate(_SUPERSCRIPT), "bold green")
        depth = len(piece.within)
        style = f"underline {_COLOURS[(depth - 1) % len(_COLOURS)]}" if depth else ""
        marked.append(_visible(piece.text), style)
    return marked


def _visible(text: str) -> str:
    """Keep line breaks and tabs, replace what a terminal would obey."""
    return CONTROL.sub(
        lambda match: match[0] if match[0] in "\n\t" else "\N{REPLACEMENT CHARACTER}",
        text.replace("\r\n", "\n"),
    )
