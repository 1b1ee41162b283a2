"""Short tables."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from zufolge.view.line import Line

_GAP = "  "


def rows(cells: Sequence[tuple[str, ...]]) -> list[Line]:
    """Set the columns of a table one below the other.

    Args:
        cells: rows of equally many cells.

    Returns:
        A line a row; cells are never shortened, nothing follows the last one, and a column without
        anything in it is left out.
    """
    filled = [any(column) for column in zip(*cells, strict=True)]
    cells = [tuple(cell for cell, kept in zip(row, filled, strict=True) if kept) for row in cells]
    widths = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
    lines = []
    for row in cells:
        line = Text()
        for number, (cell, width) in enumerate(zip(row, widths, strict=True)):
            last = number == len(row) - 1
            padding = "" if last else " " * (width - cell_len(cell)) + _GAP
            line.append(cell, "dim" if last else "").append(padding)
        lines.append(Line(0, line))
    return lines
