"""Finds actors across articles by name, and lists who may be one with whom."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

import apsw
from rapidfuzz import process

from zufolge.actor import Actor
from zufolge.article import Article
from zufolge.errors import LedgerError
from zufolge.ledger.answers import Decision, Member, Person, Proposal
from zufolge.ledger.asking import row, rows, value
from zufolge.ledger.personas import profile_from_json
from zufolge.link.identity import compare
from zufolge.link.likeness import SAME_NAME
from zufolge.link.names import fold
from zufolge.link.profiles import Profile, keys, profiles
from zufolge.report import Report

_MOST_NAMED = 6
_NEAREST = 3

_BY_ID = """
SELECT identity FROM personas WHERE persona = :id OR identity = :id
UNION SELECT identity FROM members JOIN personas USING (persona) WHERE actor = :id
"""
_BY_NAME = "SELECT DISTINCT identity FROM personas WHERE folded = ?"
_BY_KEY = """
SELECT DISTINCT identity, profile FROM persona_keys JOIN personas USING (persona) WHERE key = ?
"""
_BY_WORDS = """
SELECT DISTINCT identity FROM personas
WHERE kind <> 'unnamed' AND ' ' || folded || ' ' LIKE '% ' || ? || ' %'
"""
_PERSON = """
SELECT i.identity, i.name, i.kind,
    (SELECT count(DISTINCT m.article) FROM members AS m JOIN personas AS p USING (persona)
     WHERE p.identity = i.identity) AS articles,
    (SELECT count(*) FROM attributions AS a JOIN members AS m ON m.actor = a.actor
     JOIN personas AS p USING (persona) WHERE p.identity = i.identity) AS statements
FROM identities AS i
"""
_MEMBERS = """
SELECT m.actor, a.name, m.article, t.source, t.date
FROM members AS m JOIN personas AS p USING (persona) JOIN actors AS a ON a.id = m.actor
LEFT JOIN articles AS t ON t.id = m.article
WHERE p.identity = ? ORDER BY coalesce(t.earliest, ''), coalesce(t.latest, ''), m.actor LIMIT 100
"""
_FREQUENT = """
SELECT identity FROM (
    SELECT p.identity, m.article, (SELECT count(*) FROM attributions AS a WHERE a.actor = m.actor)
        AS statements
    FROM members AS m JOIN personas AS p USING (persona)
) GROUP BY identity
ORDER BY sum(statements) DESC, count(DISTINCT article) DESC, identity LIMIT ? OFFSET ?
"""
_PROPOSALS = """
SELECT k.score, k.reason, l.identity, i.name, r.identity, j.name
FROM likenesses AS k
JOIN personas AS l ON l.persona = k."left" JOIN personas AS r ON r.persona = k."right"
JOIN identities AS i ON i.identity = l.identity JOIN identities AS j ON j.identity = r.identity
WHERE NOT k.certain AND k.score >= ? AND l.identity <> r.identity AND NOT EXISTS (
    SELECT 1 FROM verdicts AS v JOIN personas AS x ON x.persona = v."left"
    JOIN personas AS y ON y.persona = v."right"
    WHERE v.verdict = 'split' AND (
        (x.identity = l.identity AND y.identity = r.identity)
        OR (x.identity = r.identity AND y.identity = l.identity))
)
ORDER BY k.score DESC, i.name, j.name, k."left", k."right"
"""


def find(connection: apsw.Connection, name: str) -> tuple[str, ...]:
    """Find the identities that a name or an id may mean.

    The first of these that fits anybody decides: an id; the whole name, whatever its accents; the
    same name in another romanisation or abbreviation; a surname or another word of the name.

    Args:
        connection: an open ledger.
        name: as a user writes it.

    Returns:
        The identities, sorted; none where nobody is called so.
    """
    folded = " ".join(fold(name).split())
    by_id = _ids(rows(connection, _BY_ID, {"id": name.strip()}))
    if by_id or not folded:
        return by_id
    return (
        _ids(rows(connection, _BY_NAME, (folded,)))
        or _alike(connection, name)
        or _ids(rows(connection, _BY_WORDS, (folded,)))
    )


def find_one(connection: apsw.Connection, name: str) -> str:
    """Find the one identity that a name or an id means.

    Args:
        connection: an open ledger.
        name: as a user writes it.

    Raises:
        LedgerError: if nobody is called so, or several are; the message names the candidates.
    """
    found = find(connection, name)
    if not found:
        raise LedgerError(f"nobody is called {name!r}{_nearest(connection, name)}")
    if len(found) > 1:
        raise LedgerError(
            f"{name!r} may be {len(found)} actors: {_told(connection, found)};"
            " give an id, or merge them with zufolge actor merge"
        )
    return found[0]


def namesakes(connection: apsw.Connection, name: str) -> tuple[str, ...]:
    """Find the identities under one name, if nothing speaks against their being one.

    Args:
        connection: an open ledger.
        name: as a user writes it.

    Returns:
        One identity, or several that bear the same name and have no offices that differ.

    Raises:
        LedgerError: as ``find_one`` does.
    """
    found = find(connection, name)
    if len(found) > 1 and _are_compatible(connection, found):
        return found
    return (find_one(connection, name),)


def persons(
    connection: apsw.Connection, name: str | None, *, limit: int, offset: int
) -> list[Person]:
    """List actors across articles, those with most statements first.

    Args:
        connection: an open ledger.
        name: only those that this may mean.
        limit: at most so many.
        offset: so many are left out before.
    """
    if name is not None:
        wanted = find(connection, name)[offset : offset + limit]
    else:
        wanted = tuple(each for (each,) in rows(connection, _FREQUENT, (limit, offset)))
    query = f"{_PERSON} WHERE i.identity = ?"
    return [
        _person(connection, row(connection, query, (each,)), whole=name is not None)
        for each in wanted
    ]


def proposals(
    connection: apsw.Connection, least: float, *, limit: int, offset: int
) -> list[Proposal]:
    """List pairs of actors that may be one, the likeliest first; each pair once.

    Args:
        connection: an open ledger.
        least: the lowest score.
        limit: at most so many.
        offset: so many are left out before.
    """
    found: dict[frozenset[str], Proposal] = {}
    for score, reason, left, left_name, right, right_name in rows(connection, _PROPOSALS, (least,)):
        pair = frozenset((left, right))
        if pair in found:
            continue
        if len(found) == offset + limit:
            break
        offices = [_offices(connection, identity) for identity in (left, right)]
        found[pair] = Proposal(
            score, reason, left, left_name, offices[0], right, right_name, offices[1]
        )
    return [*found.values()][offset:]


def decisions(connection: apsw.Connection) -> list[Decision]:
    """List what users decided about actors and did not take back, in order."""
    query = """
        SELECT j.id, j.verdict, j.subject, j.other, j.reason, j."by" FROM judgements AS j
        WHERE j.verdict IN ('merge', 'split') ORDER BY j.seq
    """
    name = "SELECT name FROM actors WHERE id = ?"
    return [
        Decision(
            told[0],
            told[1],
            told[2],
            value(connection, name, (told[2],)),
            told[3],
            value(connection, name, (told[3],)),
            told[4],
            told[5],
        )
        for told in rows(connection, query)
    ]


def decided(connection: apsw.Connection, left: str, right: str) -> list[str]:
    """Return the ids of the judgements about two actors that hold.

    Args:
        connection: an open ledger.
        left: id of the one actor.
        right: id of the other.
    """
    query = """
        SELECT j.id FROM verdicts AS v JOIN judgements AS j ON j.seq = v.seq
        JOIN members AS l ON l.persona IN (v."left", v."right")
        JOIN members AS r ON r.persona IN (v."left", v."right")
        WHERE l.actor = ? AND r.actor = ? AND l.persona <> r.persona
    """
    return [judgement for (judgement,) in rows(connection, query, (left, right))]


def representative(connection: apsw.Connection, name: str) -> str:
    """Return the id of an actor that stands for what a name or an id means.

    A decision is recorded about actors of single articles: their ids stay what they are whatever
    is added later.

    Raises:
        LedgerError: if nobody is called so, or several are.
    """
    if value(connection, "SELECT 1 FROM members WHERE actor = ?", (name,)):
        return name
    query = """
        SELECT m.actor FROM members AS m JOIN personas AS p USING (persona)
        WHERE p.identity = ? ORDER BY p.folded <> ?, m.actor LIMIT 1
    """
    identity = _by_spelling(connection, name) or find_one(connection, name)
    return str(value(connection, query, (identity, fold(name))))


def _by_spelling(connection: apsw.Connection, name: str) -> str | None:
    found = _ids(rows(connection, _BY_NAME, (" ".join(fold(name).split()),)))
    return found[0] if len(found) == 1 else None


def _ids(found: Iterable[Any]) -> tuple[str, ...]:
    return tuple(sorted(identity for (identity,) in found))


def _alike(connection: apsw.Connection, name: str) -> tuple[str, ...]:
    """Return those who bear the same name, written otherwise, or the surname that was given."""
    same: set[str] = set()
    surname: set[str] = set()
    for asked in _asked(name):
        for key in sorted(keys(asked)):
            for identity, stored in rows(connection, _BY_KEY, (key,)):
                likeness = compare(asked, profile_from_json(json.loads(stored)))
                if likeness is not None and likeness.evidence in SAME_NAME:
                    same.add(identity)
                elif likeness is not None and likeness.evidence == "surname":
                    surname.add(identity)
    return tuple(sorted(same or surname))


def _asked(name: str) -> Sequence[Profile]:
    """Return the profiles of a person and of a body called so."""
    article = Article(name)
    kinds = ("person", "organisation")
    actors = tuple(Actor(article.id, name, kind, ()) for kind in kinds)
    return profiles(Report(article, actors=actors))


def _are_compatible(connection: apsw.Connection, identities: Sequence[str]) -> bool:
    """Tell whether identities bear one name, and neither a user nor an office tells them apart."""
    query = "SELECT folded, profile FROM personas WHERE identity = ?"
    stored = [each for identity in identities for each in rows(connection, query, (identity,))]
    if len({folded for folded, _ in stored}) > 1 or _are_split(connection, identities):
        return False
    told = [profile_from_json(json.loads(profile)) for _, profile in stored]
    if any(profile.kind == "unnamed" for profile in told):
        return False
    likenesses = [compare(one, other) for one in told for other in told if one is not other]
    return all(likeness is None or likeness.office != "differs" for likeness in likenesses)


def _are_split(connection: apsw.Connection, identities: Sequence[str]) -> bool:
    query = """
        SELECT count(*) FROM verdicts AS v JOIN personas AS x ON x.persona = v."left"
        JOIN personas AS y ON y.persona = v."right"
        WHERE v.verdict = 'split' AND x.identity = ? AND y.identity = ?
    """
    pairs = ((one, other) for one in identities for other in identities if one != other)
    return any(value(connection, query, pair) for pair in pairs)


def _person(connection: apsw.Connection, told: Sequence[Any], *, whole: bool) -> Person:
    identity, name, kind, articles, statements = told
    query = "SELECT DISTINCT name FROM personas WHERE identity = ? ORDER BY actors DESC, name"
    return Person(
        identity=identity,
        name=name,
        kind=kind,
        names=tuple(each for (each,) in rows(connection, query, (identity,))),
        offices=_offices(connection, identity),
        articles=articles,
        statements=statements,
        members=tuple(Member(*each) for each in rows(connection, _MEMBERS, (identity,)))
        if whole
        else (),
    )


def _offices(connection: apsw.Connection, identity: str) -> tuple[str, ...]:
    query = """
        SELECT DISTINCT o.value FROM personas, json_each(personas.offices) AS o
        WHERE identity = ? ORDER BY o.value
    """
    return tuple(office for (office,) in rows(connection, query, (identity,)))


def _told(connection: apsw.Connection, identities: Sequence[str]) -> str:
    named = []
    for identity in identities[:_MOST_NAMED]:
        told = row(connection, f"{_PERSON} WHERE i.identity = ?", (identity,))
        articles = "1 article" if told[3] == 1 else f"{told[3]} articles"
        marks = [*_offices(connection, identity)[:2], articles, identity]
        named.append(f"{told[1]} ({', '.join(marks)})")
    more = len(identities) - _MOST_NAMED
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")


def _nearest(connection: apsw.Connection, name: str) -> str:
    """Name those whose names are spelled most like a name that nobody bears."""
    query = "SELECT name FROM identities WHERE kind <> 'unnamed' ORDER BY name"
    known = [each for (each,) in rows(connection, query)]
    found = process.extract(name, known, limit=_NEAREST, score_cutoff=60, processor=fold)
    names = [*dict.fromkeys(each for each, _, _ in found)]
    return f"; spelled like it: {', '.join(names)}" if names else ""
