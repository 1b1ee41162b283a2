"""Loads statements with what stands around them, a page at a time."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import apsw

from zufolge.ledger import index
from zufolge.ledger.answers import Attribution
from zufolge.ledger.asking import row, rows
from zufolge.link.groups import first_links as links
from zufolge.span import Span

_STATEMENT = """
SELECT a.id, a.article, a.source, a.paragraph, a.actor, a.named, a.stance, a.type,
    a.published, a.said, a.said_part, a.happened, a.happened_part, e.content
FROM attributions AS a JOIN entries AS e ON e.seq = a.seq WHERE a.seq = ?
"""
_NAME = """
SELECT i.name, i.identity FROM members AS m JOIN personas AS p USING (persona)
JOIN identities AS i USING (identity) WHERE m.actor = ?
"""
_ORIGINS = """
SELECT coalesce(i.name, first.actor), a.seq FROM (
    SELECT coalesce(l.actor, a.actor) AS actor, min(j.key) AS place, j.value AS seq
    FROM json_each(?1) AS j JOIN attributions AS a ON a.seq = j.value
    LEFT JOIN links AS l ON l.statement = a.seq AND l.position = 0
    WHERE NOT EXISTS (
        SELECT 1 FROM ties AS t WHERE t.source = a.seq AND t.kind = 'repeats'
            AND t.target IN (SELECT value FROM json_each(?1))
    )
    GROUP BY coalesce(l.actor, a.actor) HAVING coalesce(l.actor, a.actor) IS NOT NULL
) AS first JOIN attributions AS a ON a.seq = first.seq
LEFT JOIN members AS m ON m.actor = first.actor LEFT JOIN personas AS p USING (persona)
LEFT JOIN identities AS i USING (identity)
GROUP BY coalesce(p.identity, first.actor) ORDER BY min(first.place)
"""
_MOST_PARTIES = 60
_ARTICLE = "SELECT title, url, text FROM articles WHERE id = ?"
_PLACES = "SELECT name FROM settings WHERE statement = ? ORDER BY name"


def load(connection: apsw.Connection, seqs: Iterable[int]) -> list[Attribution]:
    """Load some statements.

    Args:
        connection: an open ledger.
        seqs: the numbers of their entries; those that do not hold are left out.

    Returns:
        The statements in the order asked for; quotes are exact slices of the articles' texts.
    """
    articles: dict[str, Any] = {}
    names: dict[str, tuple[str, str]] = {}
    found = []
    for seq in seqs:
        told = row(connection, _STATEMENT, (seq,))
        if told is None:
            continue
        article = told[1]
        if article not in articles:
            articles[article] = row(connection, _ARTICLE, (article,))
        found.append(_attribution(connection, seq, told, articles[article], names))
    return found


def first_links(connection: apsw.Connection, seqs: Sequence[int]) -> tuple[str, ...]:
    """Return the names of the different first links of some statements' chains.

    Those who are one across articles are one here, and so are equal names, and a body and whoever
    speaks for it (looked for among the first ``_MOST_PARTIES``). What repeats another of the
    statements is no origin of its own.

    Args:
        connection: an open ledger.
        seqs: the numbers of the statements' entries.

    Returns:
        One name an origin, in the order of the statements.
    """
    found = list(rows(connection, _ORIGINS, (f"{[*seqs]}",)))
    if len(found) < 2:
        return tuple(name for name, _ in found)
    claims = []
    for name, seq in found[:_MOST_PARTIES]:
        claim = index.read(connection, seq)
        first = claim.chain[0] if claim.chain else claim.actor
        if first is not None:
            claims.append(replace(claim, chain=(replace(first, name=name),)))
    return (*links(claims), *(name for name, _ in found[_MOST_PARTIES:]))


def _attribution(
    connection: apsw.Connection,
    seq: int,
    told: Sequence[Any],
    article: Sequence[Any],
    names: dict[str, tuple[str, str]],
) -> Attribution:
    title, url, text = article
    actor, named = told[4], told[5]
    content: Mapping[str, Any] = json.loads(told[13])
    speaker = _name(connection, actor, names) if actor else (named, None)
    spans = tuple(Span(*pair) for pair in content["quote"])
    return Attribution(
        statement=told[0],
        article=told[1],
        source=told[2],
        title=title,
        url=url,
        paragraph=told[3],
        speaker=speaker[0],
        identity=speaker[1],
        named=named,
        stance=told[6],
        type=told[7],
        quote=tuple(span.of(text) for span in spans),
        spans=spans,
        cue=_slices(content["cue"], text),
        channel=_slices(content["channel"], text),
        chain=tuple(_name(connection, link, names)[0] for link in content["chain"]),
        places=tuple(name for (name,) in rows(connection, _PLACES, (seq,))),
        published=told[8],
        said=told[9],
        said_part=told[10],
        happened=told[11],
        happened_part=told[12],
        confidence=float(content["confidence"]),
    )


def _slices(pairs: Iterable[Sequence[int]], text: str) -> tuple[str, ...]:
    return tuple(Span(*pair).of(text) for pair in pairs)


def _name(
    connection: apsw.Connection, actor: str, names: dict[str, tuple[str, str]]
) -> tuple[str, str]:
    """Return name and identity of an actor; the id itself for one that the ledger does not know."""
    if actor not in names:
        names[actor] = row(connection, _NAME, (actor,)) or (actor, actor)
    return names[actor]
