"""Gathers the statements of a report by who says them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zufolge.report import Report
from zufolge.statement import Party, Spans, Statement
from zufolge.view.wording import printable


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement as it is listed.

    Args:
        number: its place in the report, counting from 1.
        statement: the statement.
        depth: 0, or how many listed statements it stands inside of.
        speaker: the speaker's name, where it is not that of the group.
    """

    number: int
    statement: Statement
    depth: int
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """What one speaker says, in the order of the text; no speaker is a group as well."""

    speaker: str | None
    entries: tuple[Entry, ...]


def joined(spans: Spans, text: str) -> str:
    """Return the slices of a text as one line, its parts joined with " … "."""
    return " … ".join(printable(span.of(text)) for span in spans)


def party_name(party: Party | None, names: Mapping[str, str], text: str) -> str | None:
    """Name a speaker or addressee: the actor where it is resolved, else as the text has it.

    Args:
        party: the speaker or addressee.
        names: the actors' names by id.
        text: the article's text.

    Returns:
        A name, or nothing where there is no party.
    """
    if party is None:
        return None
    if party.actor is not None and party.actor in names:
        return printable(names[party.actor])
    return joined(party.spans, text) or None


def actor_names(report: Report) -> dict[str, str]:
    """Return the names of a report's actors by their ids."""
    return {actor.id: actor.name for actor in report.actors}


def by_speaker(report: Report) -> list[Group]:
    """Gather the statements of a report by speaker, in the order of appearance.

    A statement inside another one follows it, one step deeper, whoever says it.

    Args:
        report: any report.

    Returns:
        The groups; every statement is in exactly one of them.
    """
    names, text = actor_names(report), report.article.text
    numbered = {s.id: (number, s) for number, s in enumerate(report.statements, 1)}
    inside: dict[str, list[str]] = {}
    roots = []
    for each in report.statements:
        if _hangs(each, numbered):
            inside.setdefault(str(each.nested_in), []).append(each.id)
        else:
            roots.append(each.id)

    def walk(key: str, depth: int, group: str | None) -> Iterator[Entry]:
        number, statement = numbered[key]
        name = party_name(statement.speaker, names, text)
        yield Entry(number, statement, depth, name if name != group else None)
        for inner in inside.get(key, ()):
            yield from walk(inner, depth + 1, group)

    groups: dict[str | None, list[Entry]] = {}
    for key in roots:
        name = party_name(numbered[key][1].speaker, names, text)
        groups.setdefault(name, []).extend(walk(key, 0, name))
    return [Group(name, tuple(entries)) for name, entries in groups.items()]


def _hangs(statement: Statement, numbered: Mapping[str, tuple[int, Statement]]) -> bool:
    """Tell whether the chain of outer statements ends in one that is listed by itself."""
    seen, key = {statement.id}, statement.nested_in
    if key not in numbered:
        return False
    while key is not None and key in numbered:
        if key in seen:
            return False
        seen.add(key)
        key = numbered[key][1].nested_in
    return True
