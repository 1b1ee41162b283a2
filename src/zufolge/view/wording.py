"""The words of the terminal view, in the language of whoever reads it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from zufolge.mention import Quantity

LANGUAGES = ("de", "en")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
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
        forms = self.table["date"]
        if edtf[:1] in ("[", "{") and edtf[-1:] in ("]", "}"):
            return str(forms["or"]).join(self.date(each.strip()) for each in edtf[1:-1].split(","))
        if "/" in edtf:
            start, _, end = edtf.partition("/")
            return self._interval(start, end)
        if edtf[-1:] in ("~", "?", "%"):
            return str(forms["about"]).format(date=self.date(edtf[:-1]))
        return self._day(edtf)

    def moment(self, edtf: str, part: str | None) -> str:
        """Put an EDTF value and a part of the day, or a clock time, into words."""
        if part is None:
            return self.date(edtf)
        if ":" in part:
            return f"{self.date(edtf)}, {self.table['date']['clock'].format(time=part)}"
        return f"{self.date(edtf)}, {self.term('part', part)}"

    def amount(self, quantity: Quantity) -> str:
        """Put the figure of a quantity into words ("etwa 130", "30–40")."""
        figure = self._figure(quantity.value)
        if quantity.high is not None:
            figure = f"{figure}–{self._figure(quantity.high)}"
        return self.term("comparator", quantity.comparator) + figure

    def _interval(self, start: str, end: str) -> str:
        forms = self.table["date"]
        if end in ("", ".."):
            return str(forms["from"]).format(date=self.date(start))
        if start in ("", ".."):
            return str(forms["until"]).format(date=self.date(end))
        return str(forms["between"]).format(start=self.date(start), end=self.date(end))

    def _day(self, edtf: str) -> str:
        match = _DATE.fullmatch(edtf)
        if match is None or match[2] is None or not 1 <= int(match[2]) <= 12:
            return edtf
        forms = self.table["date"]
        month = forms["months"][int(match[2]) - 1]
        if match[3] is None:
            return str(forms["month"]).format(month=month, year=match[1])
        return str(forms["day"]).format(day=int(match[3]), month=month, year=match[1])

    def _figure(self, value: float) -> str:
        return f"{value:.15g}".replace(".", self.word("decimal"))


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
