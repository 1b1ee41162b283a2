"""Which statements a question is about: dates, source, actor, place, stance."""

from dataclasses import dataclass
from typing import Any

from zufolge.errors import LedgerError
from zufolge.ledger.dates import bounds
from zufolge.statement import STANCES

CLOCKS = ("published", "said", "happened")


@dataclass(frozen=True, slots=True)
class Filter:
    """What statements have to be like; nothing that is left out restricts them.

    Args:
        since: a date in EDTF; statements that may be of this day or later.
        until: a date in EDTF; statements that may be of this day or earlier.
        clock: which date counts, one of ``CLOCKS``. A statement without that date is left out if
            ``since`` or ``until`` is given.
        source: outlet or agency; capitals make no difference.
        actor: name or id of a speaker.
        place: a place's name, or the two capitals of a country.
        stance: one of ``statement.STANCES``.
    """

    since: str | None = None
    until: str | None = None
    clock: str = "published"
    source: str | None = None
    actor: str | None = None
    place: str | None = None
    stance: str | None = None

    def check(self) -> None:
        """Refuse what no statement can be like.

        Raises:
            LedgerError: if a date cannot be read, or stance or clock is none.
        """
        _one_of("clock", self.clock, CLOCKS)
        if self.stance is not None:
            _one_of("stance", self.stance, STANCES)
        for name, written in (("since", self.since), ("until", self.until)):
            days = bounds(written)
            if written is not None and not (days.earliest or days.latest):
                message = f"{name} {written!r} is no date; expected 2025, 2025-03 or 2025-03-14"
                raise LedgerError(message)


def conditions(
    wanted: Filter, identity: str | None, table: str = "a"
) -> tuple[str, dict[str, Any]]:
    """Write a filter as SQL.

    Args:
        wanted: the filter.
        identity: the identity that its actor is, if it names one.
        table: the name under which the query knows ``attributions``.

    Returns:
        Conditions joined by AND, and their values by name.

    Raises:
        LedgerError: if the filter asks for what no statement can be like.
    """
    wanted.check()
    parts: list[str] = ["1"]
    values: dict[str, Any] = {}
    if wanted.source is not None:
        parts.append(f"{table}.source = :source COLLATE NOCASE")
        values["source"] = wanted.source
    if wanted.stance is not None:
        parts.append(f"{table}.stance = :stance")
        values["stance"] = wanted.stance
    if identity is not None:
        parts.append(f"{table}.actor IN ({ACTORS})")
        values["identity"] = identity
    if wanted.place is not None:
        parts.append(f"{table}.seq IN ({_PLACES})")
        values |= {"place": wanted.place, "written": wanted.place.casefold()}
    parts += _dates(wanted, table, values)
    return " AND ".join(parts), values


ACTORS = """
    SELECT actor FROM members JOIN personas USING (persona) WHERE identity = :identity
"""
_PLACES = """
    SELECT statement FROM settings WHERE name = :place COLLATE NOCASE
    UNION SELECT statement FROM settings WHERE written = :written
    UNION SELECT statement FROM settings WHERE country = :place
"""


def _dates(wanted: Filter, table: str, values: dict[str, Any]) -> list[str]:
    """Compare both ends of a vague date: it counts as soon as one of its days does."""
    parts = []
    if wanted.since is not None:
        values["since"] = bounds(wanted.since).earliest or bounds(wanted.since).latest
        open_end = f"({table}.{wanted.clock}_latest IS NULL AND {table}.{wanted.clock} IS NOT NULL)"
        parts.append(f"({table}.{wanted.clock}_latest >= :since OR {open_end})")
    if wanted.until is not None:
        values["until"] = bounds(wanted.until).latest or bounds(wanted.until).earliest
        open_start = (
            f"({table}.{wanted.clock}_earliest IS NULL AND {table}.{wanted.clock} IS NOT NULL)"
        )
        parts.append(f"({table}.{wanted.clock}_earliest <= :until OR {open_start})")
    return parts


def _one_of(name: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise LedgerError(f"there is no {name} {given!r}; expected one of {', '.join(known)}")
