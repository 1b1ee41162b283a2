"""Actors: who is meant by a name, a description or a pronoun."""

from zufolge.annotate.actors.resolve import Resolved, resolve_actors

__all__ = ["Resolved", "resolve_actors"]
