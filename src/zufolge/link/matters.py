"""Tells whether two statements can be about one matter at all, before their words are compared.

Reports use the same words for many matters: "war die Ursache für die Schäden". What tells them
apart is who and where.
"""

from datetime import date

from zufolge.link.claims import Claim
from zufolge.link.features import covered
from zufolge.link.parties import same_party

# After so many days the same words are hardly about the same event, unless one actor says them.
_MOST_DAYS = 14
_NEARLY_ALL = 0.85


def one_matter(a: Claim, b: Claim) -> bool:
    """Tell whether two claims can be about one matter.

    Those of one article can. Articles must share the name of a person, a body or a place; the
    claims must share one where both name any; and they must not lie far apart in time, unless one
    actor speaks or the words are nearly the same.

    Args:
        a: a claim.
        b: another.
    """
    if a.article == b.article:
        return True
    if {*a.matter}.isdisjoint(b.matter):
        return False
    if a.names and b.names and {*a.names}.isdisjoint(b.names):
        return False
    return _near_in_time(a, b) or same_party(a.actor, b.actor) or _nearly_verbatim(a, b)


def _near_in_time(a: Claim, b: Claim) -> bool:
    days = _day(a.published), _day(b.published)
    if days[0] is None or days[1] is None:
        # A month or a year, or no date: too coarse to tell them apart by.
        return _coarse(a, b)
    return abs((days[0] - days[1]).days) <= _MOST_DAYS


def _coarse(a: Claim, b: Claim) -> bool:
    if not a.published or not b.published:
        return True
    size = min(len(a.published), len(b.published))
    return a.published[:size] == b.published[:size]


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published and len(published) == 10 else None
    except ValueError:
        return None


def _nearly_verbatim(a: Claim, b: Claim) -> bool:
    return min(covered(a.words, b.words), covered(b.words, a.words)) >= _NEARLY_ALL
