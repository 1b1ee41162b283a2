"""A line of the view, before it is known how wide the terminal is."""

from dataclasses import dataclass, field

from rich.console import Console
from rich.text import Text


@dataclass(frozen=True, slots=True)
class Line:
    """A line that a terminal may wrap.

    Args:
        indent: columns before the text.
        text: the text with its styles.
        hanging: further columns before the second and later rows.
    """

    indent: int = 0
    text: Text = field(default_factory=Text)
    hanging: int = 0


def put(line: Line, console: Console) -> None:
    """Print a line: wrapped in a terminal, as it is anywhere else.

    Args:
        line: the line.
        console: where to print it.
    """
    margin = " " * line.indent
    if not console.is_terminal:
        console.print(Text(margin) + line.text, soft_wrap=True)
        return
    inner = line.indent + line.hanging
    room = max(20, console.width - inner)
    # The first row begins further left, so its head is set apart before the rest is wrapped.
    head, rest = line.text[: line.hanging], line.text[line.hanging :]
    for number, row in enumerate(rest.wrap(console, room)):
        row.rstrip()
        console.print(Text(margin) + head + row if number == 0 else Text(" " * inner) + row)
