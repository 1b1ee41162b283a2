"""Profiles as JSON, so that a new actor can be compared with those of articles long stored."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from zufolge.link.names import BodyName, PersonName
from zufolge.link.offices import Office
from zufolge.link.profiles import Profile


def profile_to_json(profile: Profile) -> dict[str, Any]:
    """Return a profile as a JSON object that ``profile_from_json`` reads back."""
    told = asdict(profile)
    told["short"] = sorted(profile.short)
    if profile.body is not None:
        told["body"]["origins"] = sorted(profile.body.origins)
    return told


def profile_from_json(told: Mapping[str, Any]) -> Profile:
    """Rebuild a profile from its JSON object.

    Raises:
        KeyError: if a field is missing.
    """
    person, body = told["person"], told["body"]
    return Profile(
        actor=told["actor"],
        article=told["article"],
        name=told["name"],
        kind=told["kind"],
        person=PersonName(**{k: _tuple(v) for k, v in person.items()}) if person else None,
        body=_body(body) if body else None,
        offices=tuple(Office(**office) for office in told["offices"]),
        short=frozenset(told["short"]),
    )


def _body(told: Mapping[str, Any]) -> BodyName:
    origins = frozenset(told["origins"])
    return BodyName(**{**{k: _tuple(v) for k, v in told.items()}, "origins": origins})


def _tuple(value: object) -> Any:  # noqa: ANN401
    return tuple(value) if isinstance(value, list) else value
