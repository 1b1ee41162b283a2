"""The words of the terminal view, in the language of whoever reads it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from zufolge.mention import Quantity
from zufolge.view.dates import in_words, is_night

LANGUAGES = ("de", "en")
# From here on figures are written in groups of three.
_GROUPED = 10_000
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one language; its data is the TOML table ``view/labels/<code>.toml``."""

    table: Mapping[str, Any]

    def word(self, name: str) -> str:
        """Return the label called ``name``."""
        return str(self.table[name])

    def term(self, group: str, value: str) -> str:
        """Return the label of a value (``term("stance", "denies")``), or the value without one."""
        return str(self.table[group].get(value, value))

    def told(self, name: str, **values: object) -> str:
        """Fill in the sentence of an answer called ``name``."""
        return str(self.table["answer"][name]).format(**values)

    def counted(self, name: str, count: int) -> str:
        """Return a number with its noun (``counted("articles", 2)``)."""
        one, many = self.table["answer"][name]
        return str(one if count == 1 else many).format(count=count)

    def quoted(self, text: str) -> str:
        """Put quotation marks around a text."""
        opening, closing = self.table["quotes"]
        return f"{opening}{text}{closing}"

    def date(self, edtf: str) -> str:
        """Put an EDTF value into words.

        Args:
            edtf: "2025-03-14", "2025-03~", "2025-03-13/2025-03-14", "[2025-03-06,2025-03-13]".

        Returns:
            The date as one would write it; the value itself where its form is another one.
        """
        return in_words(edtf, self.table["date"])

    def moment(self, edtf: str, part: str | None) -> str:
        """Put an EDTF value and a part of the day, or a clock time, into words."""
        if part is None or (part == "night" and is_night(edtf)):
            return self.date(edtf)
        if ":" in part:
            return f"{self.date(edtf)}, {self.table['date']['clock'].format(time=part)}"
        return f"{self.date(edtf)}, {self.term('part', part)}"

    def amount(self, quantity: Quantity) -> str:
        """Put the figure of a quantity into words ("etwa 130", "30–40")."""
        figure = self.figure(quantity.value)
        if quantity.high is not None:
            figure = f"{figure}–{self.figure(quantity.high)}"
        return self.term("comparator", quantity.comparator) + figure

    def figure(self, value: float) -> str:
        """Write a number as one would in the language ("2.800.000", "2,5")."""
        figure = f"{value:.15g}"
        if abs(value) >= _GROUPED and value == int(value):
            return f"{int(value):,}".replace(",", self.word("thousands"))
        return figure.replace(".", self.word("decimal"))


@cache
def labels(code: str) -> Labels:
    """Return the labels of a language, read once.

    Args:
        code: one of ``LANGUAGES``.
    """
    file = resources.files(__package__).joinpath("labels", f"{code}.toml")
    return Labels(tomllib.loads(file.read_text(encoding="utf-8")))


def printable(text: str) -> str:
    """Make a slice of a text safe to show on one line.

    A text from the web may hold escape sequences or marks that reverse the reading direction;
    a terminal would obey them.

    Returns:
        The text with every run of white space as one space and control characters as "�".
    """
    return CONTROL.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
