"""The languages that zufolge reads: one folder of TOML tables each, no code."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

SUPPORTED = ("de",)


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its ISO 639-1 code; its data are the TOML tables of ``languages/<code>/``."""

    code: str

    def table(self, name: str) -> Mapping[str, Any]:
        """Return the table ``languages/<code>/<name>.toml``, read once.

        Args:
            name: file name without ending.

        Returns:
            The parsed table; treat it as read-only.

        Raises:
            FileNotFoundError: if the language has no such table.
        """
        return _table(self.code, name)

    @property
    def abbreviations(self) -> frozenset[str]:
        """Lower-case abbreviations, without their last stop, that do not end a sentence."""
        return _abbreviations(self.code)


@cache
def _table(code: str, name: str) -> Mapping[str, Any]:
    file = resources.files(__name__).joinpath(code, f"{name}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def _abbreviations(code: str) -> frozenset[str]:
    return frozenset(_table(code, "abbreviations")["never_final"])


GERMAN = Language("de")
