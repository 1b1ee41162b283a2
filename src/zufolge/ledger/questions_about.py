"""Search by words and by meaning, the two rankings made one."""

from collections.abc import Sequence
from typing import Any

import apsw
import numpy as np

from zufolge.languages import GERMAN
from zufolge.ledger.answers import Hit
from zufolge.ledger.asking import rows
from zufolge.ledger.attributions import load
from zufolge.ledger.derived import signs
from zufolge.ledger.filters import Filter, conditions
from zufolge.link.stems import stems
from zufolge.link.vectors import embed, packed

# Reciprocal rank fusion with the constant of Cormack, Clarke and Büttcher 2009.
_RANK = 60
# So many of each ranking take part.
_DEEP = 100
# The signs of a vector tell its neighbours well enough to choose so many, then the vector decides.
_WIDE = 200
# Below this cosine two German sentences have no more in common than any two.
_LEAST_COSINE = 0.3

_WORDS = """
SELECT q.rowid FROM quotes AS q {join} WHERE quotes MATCH :query {where}
ORDER BY bm25(quotes, 1.0, 0.5), q.rowid LIMIT :deep
"""
_MEANING = """
SELECT m.seq, v.vector FROM (
    SELECT seq FROM meanings WHERE signs MATCH vec_bit(:signs) AND k = :wide {where}
) AS m JOIN vectors AS v ON v.statement = m.seq
"""


def about(
    connection: apsw.Connection,
    text: str,
    wanted: Filter,
    identity: str | None,
    *,
    limit: int,
    offset: int,
) -> list[Hit]:
    """Find statements by words and meaning.

    Args:
        connection: an open ledger.
        text: words, or a whole sentence in any of the languages of the sentence vectors.
        wanted: what the statements have to be like.
        identity: whose statements, if the filter names an actor.
        limit: at most so many.
        offset: so many are left out before.

    Returns:
        The statements, the best first.

    Source: Cormack, Clarke and Büttcher 2009, *Reciprocal Rank Fusion outperforms Condorcet*.
    """
    ranked = search(connection, text, wanted, identity)[offset : offset + limit]
    loaded = load(connection, [seq for seq, _, _ in ranked])
    return [
        Hit(round(score, 5), found_by, hit)
        for (_, score, found_by), hit in zip(ranked, loaded, strict=True)
    ]


def search(
    connection: apsw.Connection, text: str, wanted: Filter, identity: str | None
) -> list[tuple[int, float, str]]:
    """Return the numbers of the statements that a search finds, with score and way, best first."""
    where, values = conditions(wanted, identity)
    filtered = where != "1"
    by_words = _by_words(connection, text, where if filtered else "", values)
    by_meaning = _by_meaning(connection, text, where if filtered else "", values)
    scores: dict[int, float] = {}
    for ranking in (by_words, by_meaning):
        for rank, seq in enumerate(ranking, start=1):
            scores[seq] = scores.get(seq, 0.0) + 1 / (_RANK + rank)
    words, meaning = set(by_words), set(by_meaning)

    def way(seq: int) -> str:
        if seq in words and seq in meaning:
            return "both"
        return "words" if seq in words else "meaning"

    ordered = sorted(scores.items(), key=lambda each: (-each[1], each[0]))
    return [(seq, score, way(seq)) for seq, score in ordered]


def _by_words(
    connection: apsw.Connection, text: str, where: str, values: dict[str, Any]
) -> list[int]:
    """Rank by BM25: statements with all words, then, if they are few, with any of them."""
    wanted = [f'"{stem}"' for stem in stems(text, GERMAN)]
    if not wanted:
        return []
    join = "JOIN attributions AS a ON a.seq = q.rowid" if where else ""
    query = _WORDS.format(join=join, where=f"AND {where}" if where else "")
    found: dict[int, None] = {}
    for joint in (" AND ", " OR "):
        told = {**values, "query": joint.join(wanted), "deep": _DEEP}
        found |= dict.fromkeys(seq for (seq,) in rows(connection, query, told))
        if len(found) >= _DEEP // 2 or len(wanted) == 1:
            break
    return [*found][:_DEEP]


def _by_meaning(
    connection: apsw.Connection, text: str, where: str, values: dict[str, Any]
) -> list[int]:
    """Rank by the cosine of sentence vectors, among the nearest by their signs."""
    if not text.strip():
        return []
    vector = packed(embed([text])[0])
    inside = f"AND seq IN (SELECT a.seq FROM attributions AS a WHERE {where})" if where else ""
    told = {**values, "signs": signs(vector), "wide": _WIDE}
    found = list(rows(connection, _MEANING.format(where=inside), told))
    if not found:
        return []
    cosines = _cosines(vector, [each for _, each in found])
    ranked = sorted(
        zip(cosines, (seq for seq, _ in found), strict=True), key=lambda e: (-e[0], e[1])
    )
    return [seq for cosine, seq in ranked if cosine >= _LEAST_COSINE][:_DEEP]


def _cosines(vector: bytes, others: Sequence[bytes]) -> list[float]:
    one = np.frombuffer(vector, np.int8).astype(np.float32)
    many = np.frombuffer(b"".join(others), np.int8).reshape(len(others), -1).astype(np.float32)
    lengths = np.linalg.norm(many, axis=1) * np.linalg.norm(one)
    return [float(each) for each in many @ one / np.maximum(lengths, 1e-9)]
