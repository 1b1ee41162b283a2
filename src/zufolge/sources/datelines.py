"""Finds the agency in a report's dateline: "Berlin (dpa) -", "KIEW, 3. März (Reuters) -"."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from zufolge.languages import GERMAN

_PLACE = r"[^\W\d_][\w.'’-]*(?: ?/ ?[\w.'’-]+| [\w.'’-]+){0,7}"
_DAY = r"(?:[,.]? ?(?:\d{1,2}\. ?(?:\d{1,2}\.|[^\W\d_]+\.?)(?: ?\d{2,4})?))?"
# "Frankfurt (Oder) (dpa)": parentheses of the place's own may stand before the agency's.
_DATELINE = re.compile(
    rf"^[ \t]*(?P<place>{_PLACE})?,?{_DAY}(?: \([^\W\d_][\w. ]*\))? ?"
    r"\((?P<agency>[^()\n]{2,40})\)(?P<dash>[ \t]?[-–—:|]+(?=\s|$)|\.(?=\s|$))?[ \t]*(?P<next>\S?)",
    re.MULTILINE,
)
_BARRED = re.compile(
    rf"^[ \t]*(?P<place>{_PLACE}?) (?P<agency>[\w/-]{{2,20}}) (?P<dash>\|) *(?P<next>\S?)",
    re.MULTILINE,
)
_SEPARATOR = re.compile(r"\s*[/,+]\s*")
_CAPITALS = re.compile(r"[A-ZÄÖÜ]{2,6}")
# Unknown names are believed at the beginning only, where a dateline belongs.
_BEGINNING = 400
# Further on, it is no longer the same report.
_LONGEST_REPORT = 20_000


def agency(text: str) -> str | None:
    """Name the agency of a report's dateline.

    Known agencies (``languages/de/outlets.toml``) count before any paragraph, as the paragraphs of
    a report may be out of order; unknown names in parentheses count at the beginning only.

    Args:
        text: the report.

    Returns:
        The agency, several joined by "/", or None.
    """
    for found in _datelines(text):
        known = _known(found["agency"])
        if known and _is_dateline(found):
            return "/".join(known)
        if not known and found.start() < _BEGINNING and found["dash"] and _is_unknown(found):
            return found["agency"].strip()
    return None


def _datelines(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_DATELINE, _BARRED):
        yield from pattern.finditer(text, 0, _LONGEST_REPORT)


def _known(names: str) -> tuple[str, ...]:
    agencies = _agencies()
    if names.strip().casefold() in agencies:
        return (agencies[names.strip().casefold()],)
    parts = [part.casefold() for part in _SEPARATOR.split(names.strip())]
    return tuple(dict.fromkeys(agencies[part] for part in parts if part in agencies))


def _is_dateline(found: re.Match[str]) -> bool:
    place = found["place"]
    if place is None:
        # "(dpa) Der Präsident …" or "(dpa) – Der …"
        return bool(found["dash"]) or found["next"].isupper()
    if not _may_be_place(place):
        return False
    return bool(found["dash"]) or not found["next"] or not found["next"].islower()


def _is_unknown(found: re.Match[str]) -> bool:
    place, name, table = found["place"], found["agency"].strip(), _outlets()["unknown"]
    if place is None or not _may_be_place(place) or name in table["never"]:
        return False
    if _CAPITALS.fullmatch(name):
        return True
    last = re.split(r"[\s-]+", name.casefold())
    return name[0].isupper() and any(word in table["words"] for word in last)


def _may_be_place(place: str) -> bool:
    words = place.split()
    return place[0].isupper() and words[0].casefold() not in _outlets()["dateline"]["never_first"]


@cache
def _agencies() -> dict[str, str]:
    forms: dict[str, list[str]] = _outlets()["agencies"]
    return {form.casefold(): name for name, written in forms.items() for form in written}


def _outlets() -> Mapping[str, Any]:
    return GERMAN.table("outlets")
