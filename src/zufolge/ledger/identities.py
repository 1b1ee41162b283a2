"""Who is one with whom across articles: certain likenesses and what users decided."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

import apsw

from zufolge.identity import identify
from zufolge.ledger.asking import rows, value
from zufolge.ledger.personas import profile_from_json, profile_to_json
from zufolge.link.identity import compare
from zufolge.link.names import fold
from zufolge.link.profiles import Profile, keys, profiles
from zufolge.report import Report

MERGE, SPLIT = VERDICTS = ("merge", "split")
# A new persona is compared with at most so many others of one key, so that a frequent name costs no
# more in a large ledger; those of several articles go first.
_MOST_COMPARED = 24
_MOST_PROPOSED = 6

_CANDIDATES = """
SELECT p.persona, p.profile FROM persona_keys AS k JOIN personas AS p ON p.persona = k.persona
WHERE k.key = ? ORDER BY k.single, k.persona LIMIT ?
"""
_EDGES = """
SELECT "left", "right", 1 AS strength FROM likenesses WHERE certain AND "left" = :persona
UNION ALL SELECT "left", "right", 1 FROM likenesses WHERE certain AND "right" = :persona
UNION ALL SELECT "left", "right", 2 FROM verdicts WHERE verdict = 'merge' AND "left" = :persona
UNION ALL SELECT "left", "right", 2 FROM verdicts WHERE verdict = 'merge' AND "right" = :persona
"""


def take(connection: apsw.Connection, report: Report) -> None:
    """Take the actors of a stored report into the derived tables.

    Args:
        connection: an open ledger, inside of a writing transaction.
        report: a report whose entries are recorded.
    """
    touched = []
    for profile in profiles(report):
        known = "SELECT 1 FROM members WHERE actor = ?"
        if value(connection, known, (profile.actor,)):
            continue
        persona = _persona(connection, profile)
        connection.execute(
            "INSERT INTO members VALUES (?, ?, ?)", (profile.actor, persona, profile.article)
        )
        if value(connection, "SELECT 1 FROM personas WHERE persona = ?", (persona,)):
            _count(connection, persona, profile.name)
            _rename(connection, persona)
        else:
            _introduce(connection, persona, profile)
            touched.append(persona)
    settle(connection, touched)


def decide(connection: apsw.Connection, seq: int, subject: str, other: str, verdict: str) -> None:
    """Take a user's decision about two actors into the derived tables.

    Args:
        connection: an open ledger, inside of a writing transaction.
        seq: the number of the judgement's entry.
        subject: id of an actor.
        other: id of another actor.
        verdict: ``MERGE`` or ``SPLIT``.
    """
    query = "SELECT persona FROM members WHERE actor = ?"
    left, right = (value(connection, query, (actor,)) for actor in (subject, other))
    if left is None or right is None:
        return
    touched = [left, right]
    if left == right and verdict == SPLIT:
        left = _single_out(connection, subject)
        touched.append(left)
    if left != right:
        _supersede(connection, left, right)
        connection.execute(
            "INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?)", (seq, left, right, verdict)
        )
    settle(connection, touched)


def settle(connection: apsw.Connection, personas: Iterable[str]) -> None:
    """Find anew who is one with some personas.

    Decisions of users come first, then certain likenesses in the order of their ids; none joins
    two whom a user has split.

    Args:
        connection: an open ledger, inside of a writing transaction.
        personas: those whose likenesses or decisions changed.
    """
    around, edges = _surroundings(connection, personas)
    groups = {persona: {persona} for persona in around}
    apart = _apart(connection, around)
    for left, right in edges:
        one, other = groups[left], groups[right]
        if one is other or any(frozenset((a, b)) in apart for a in one for b in other):
            continue
        one |= other
        for each in other:
            groups[each] = one
    former = {
        value(connection, "SELECT identity FROM personas WHERE persona = ?", (each,))
        for each in around
    }
    connection.executemany("DELETE FROM identities WHERE identity = ?", [(i,) for i in former])
    for group in {min(group): group for group in groups.values()}.values():
        connection.executemany(
            "UPDATE personas SET identity = ? WHERE persona = ?",
            [(min(group), each) for each in group],
        )
        _rename(connection, min(group))


def leave(connection: apsw.Connection, article: str) -> None:
    """Take the actors of an erased article out of the derived tables.

    Args:
        connection: an open ledger, inside of a writing transaction.
        article: the article's id.
    """
    gone = list(
        rows(connection, "SELECT actor, persona FROM members WHERE article = ?", (article,))
    )
    for actor, persona in gone:
        connection.execute("DELETE FROM members WHERE actor = ?", (actor,))
        less = "UPDATE personas SET actors = actors - 1 WHERE persona = ?"
        connection.execute(less, (persona,))
        if value(connection, "SELECT actors FROM personas WHERE persona = ?", (persona,)) == 0:
            _dismiss(connection, persona)


def _persona(connection: apsw.Connection, profile: Profile) -> str:
    """Return the persona of an actor; one whom a user has singled out has one of its own."""
    persona = profile.persona
    query = """
        SELECT EXISTS (SELECT 1 FROM judgements AS j JOIN members AS m ON m.actor = j.other
        WHERE j.subject = ? AND j.verdict = 'split' AND m.persona = ?)
    """
    alone = value(connection, query, (profile.actor, persona))
    return identify("persona", persona, profile.actor) if alone else persona


def _introduce(connection: apsw.Connection, persona: str, profile: Profile) -> None:
    """Store a new persona and compare it with those that it shares a key with."""
    offices = json.dumps([str(office) for office in profile.offices], ensure_ascii=False)
    told = json.dumps(profile_to_json(profile), ensure_ascii=False)
    values = (persona, persona, profile.name, fold(profile.name), profile.kind, offices, 1, told)
    connection.execute("INSERT INTO personas VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
    candidates: dict[str, Profile] = {}
    wanted = sorted(keys(profile))
    for key in wanted:
        for other, stored in rows(connection, _CANDIDATES, (key, _MOST_COMPARED)):
            candidates[other] = profile_from_json(json.loads(stored))
    connection.executemany(
        "INSERT OR IGNORE INTO persona_keys VALUES (?, ?, ?)",
        [(key, int(not profile.shared), persona) for key in wanted],
    )
    found = []
    for other, candidate in sorted(candidates.items()):
        likeness = compare(candidate, profile)
        if likeness is not None and candidate.article != profile.article:
            certain = int(likeness.certain)
            found.append((other, persona, likeness.score, likeness.reason, certain))
    found.sort(key=lambda each: (-each[4], -each[2], each[0]))
    certain_ones = sum(each[4] for each in found)
    connection.executemany(
        "INSERT OR IGNORE INTO likenesses VALUES (?, ?, ?, ?, ?)",
        found[: certain_ones + _MOST_PROPOSED],
    )


def _count(connection: apsw.Connection, persona: str, name: str) -> None:
    """Count one actor more; of the ways to write its name the shortest one stays."""
    known = str(value(connection, "SELECT name FROM personas WHERE persona = ?", (persona,)))
    best = min((known, name), key=lambda each: (len(each), each))
    query = "UPDATE personas SET actors = actors + 1, name = ?, folded = ? WHERE persona = ?"
    connection.execute(query, (best, fold(best), persona))


def _single_out(connection: apsw.Connection, actor: str) -> str:
    """Give an actor a persona of its own, so that it can be told from its namesakes."""
    query = "SELECT m.persona, p.profile FROM members AS m JOIN personas AS p USING (persona)"
    [(persona, stored)] = rows(connection, f"{query} WHERE m.actor = ?", (actor,))
    alone = identify("persona", persona, actor)
    connection.execute("UPDATE members SET persona = ? WHERE actor = ?", (alone, actor))
    less = "UPDATE personas SET actors = actors - 1 WHERE persona = ?"
    connection.execute(less, (persona,))
    _introduce(connection, alone, profile_from_json(json.loads(stored)))
    connection.execute(
        "INSERT OR REPLACE INTO likenesses VALUES (?, ?, 1, 'name and office', 1)", (persona, alone)
    )
    return alone


def _supersede(connection: apsw.Connection, left: str, right: str) -> None:
    """The later decision about two personas counts."""
    query = 'DELETE FROM verdicts WHERE "left" = ? AND "right" = ?'
    connection.executemany(query, [(left, right), (right, left)])


def _dismiss(connection: apsw.Connection, persona: str) -> None:
    around, _ = _surroundings(connection, [persona])
    connection.execute("DELETE FROM personas WHERE persona = ?", (persona,))
    connection.execute("DELETE FROM persona_keys WHERE persona = ?", (persona,))
    for table in ("likenesses", "verdicts"):
        query = f'DELETE FROM {table} WHERE "left" = :p OR "right" = :p'
        connection.execute(query, {"p": persona})
    connection.execute("DELETE FROM identities WHERE identity = ?", (persona,))
    settle(connection, [each for each in around if each != persona])


def _surroundings(
    connection: apsw.Connection, personas: Iterable[str]
) -> tuple[set[str], list[tuple[str, str]]]:
    """Return all personas that could be one with some, and what may join them, strongest first."""
    open_ = [*personas]
    around: set[str] = set()
    edges: set[tuple[int, str, str]] = set()
    while open_:
        persona = open_.pop()
        if persona in around:
            continue
        around.add(persona)
        for left, right, strength in rows(connection, _EDGES, {"persona": persona}):
            edges.add((-strength, left, right))
            open_ += (left, right)
        query = """
            SELECT q.persona FROM personas AS p JOIN personas AS q ON q.identity = p.identity
            WHERE p.persona = ?
        """
        open_ += (each for (each,) in rows(connection, query, (persona,)))
    return around, [(left, right) for _, left, right in sorted(edges)]


def _apart(connection: apsw.Connection, personas: Iterable[str]) -> set[frozenset[str]]:
    query = """SELECT "left", "right" FROM verdicts WHERE verdict = 'split' AND "left" = ?"""
    return {frozenset(pair) for each in personas for pair in rows(connection, query, (each,))}


def _rename(connection: apsw.Connection, persona: str) -> None:
    """Choose the name of an identity: the most frequent one, in Latin letters if there is one."""
    query = """
        SELECT q.identity, q.name, q.kind, sum(q.actors) AS frequency
        FROM personas AS p JOIN personas AS q ON q.identity = p.identity
        WHERE p.persona = ? GROUP BY q.name
    """
    found: Sequence[Any] = list(rows(connection, query, (persona,)))
    if found:
        identity, name, kind, _ = min(found, key=_preference)
        values = (identity, name, kind)
        connection.execute("INSERT OR REPLACE INTO identities VALUES (?, ?, ?)", values)


def _preference(told: tuple[str, str, str, int]) -> tuple[bool, int, int, str]:
    _, name, _, frequency = told
    return not fold(name).isascii(), -frequency, -len(name), name
