"""Scores the fields of statements that were matched with annotated ones."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from zufolge.evaluate.alignment import align
from zufolge.evaluate.counts import Counts
from zufolge.evaluate.gold import Dossier, GoldStatement
from zufolge.evaluate.scores import Mean, Tally, dice
from zufolge.report import Report
from zufolge.statement import Party, Spans, Statement

HALF = 0.5

Pair = tuple[GoldStatement, Statement]

# The fields that are passages, as the annotation and the record hold them.
_PASSAGES: Mapping[str, tuple[Callable[[GoldStatement], Spans], Callable[[Statement], Spans]]] = {
    "speaker": (lambda gold: gold.speaker, lambda found: _party(found.speaker)),
    "addressee": (lambda gold: gold.addressee, lambda found: _party(found.addressee)),
    "cue": (lambda gold: gold.cue, lambda found: found.cue),
    "channel": (lambda gold: gold.channel, lambda found: found.channel),
    "distance": (lambda gold: gold.distance, lambda found: found.distance),
}


def match_statements(
    gold: Sequence[GoldStatement], found: Sequence[Statement]
) -> list[tuple[int, int]]:
    """Match the statements of one article one to one by the characters of their quotes.

    Args:
        gold: the annotated ones.
        found: those of the system.

    Returns:
        Indices into both; the F1 of the characters is at least one half.
    """
    left = [characters(each.quote) for each in gold]
    right = [characters(each.quote) for each in found]
    return [(row, column) for row, column, weight in align(left, right, alike) if weight >= HALF]


def characters(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return the code points that some spans cover."""
    return frozenset(position for start, end in spans for position in range(start, end))


def alike(left: frozenset[int], right: frozenset[int]) -> float:
    """Return the F1 of two sets of code points."""
    return dice(len(left & right), len(left), len(right))


def score_fields(dossier: Dossier, report: Report, pairs: Sequence[Pair]) -> Counts:
    """Score the fields of the matched statements of one article.

    Args:
        dossier: knows the aliases of the actors.
        report: knows the names of the actors that were found.
        pairs: the matched statements.

    Returns:
        Shares of equal type, stance and chain; counts for actor, longer chains and passages.
    """
    names = {actor.id: actor.name for actor in report.actors}
    counts = Counts()
    for gold, found in pairs:
        counts += Counts(shares=_shares(dossier, names, gold, found))
        counts += Counts(tallies=_tallies(dossier, names, gold, found))
    return counts


def _shares(
    dossier: Dossier, names: Mapping[str, str], gold: GoldStatement, found: Statement
) -> dict[str, Mean]:
    return {
        "type": Mean(gold.type == found.type, 1),
        "stance": Mean(gold.stance == found.stance, 1),
        "chain": Mean(_same_chain(dossier, names, gold, found), 1),
    }


def _tallies(
    dossier: Dossier, names: Mapping[str, str], gold: GoldStatement, found: Statement
) -> dict[str, Tally]:
    name = _actor_name(names, found)
    actor = decision(gold.actor is not None, name is not None, dossier.means(gold.actor, name))
    same = _same_chain(dossier, names, gold, found)
    passages = {
        field: _passage(annotated(gold), read(found))
        for field, (annotated, read) in _PASSAGES.items()
    }
    long = decision(len(gold.chain) > 1, len(found.chain) > 1, same)
    return {"actor": actor, "chain_long": long, **passages}


def decision(there: bool, given: bool, right: bool) -> Tally:
    """Count a value that may be absent on either side.

    Args:
        there: whether it is annotated.
        given: whether the system gave one.
        right: whether both are the same.

    Returns:
        A hit, or a miss and an extra as far as either side has a value.
    """
    if there and given and right:
        return Tally(hits=1)
    return Tally(extra=int(given), missed=int(there))


def _passage(gold: Spans, found: Spans) -> Tally:
    right = alike(characters(gold), characters(found)) >= HALF
    return decision(bool(gold), bool(found), right)


def _party(party: Party | None) -> Spans:
    return party.spans if party else ()


def _actor_name(names: Mapping[str, str], found: Statement) -> str | None:
    actor = found.speaker.actor if found.speaker else None
    return names.get(actor) if actor else None


def _same_chain(
    dossier: Dossier, names: Mapping[str, str], gold: GoldStatement, found: Statement
) -> bool:
    links = [names.get(identifier) for identifier in found.chain]
    return len(links) == len(gold.chain) and all(
        link is not None and dossier.means(name, link)
        for name, link in zip(gold.chain, links, strict=True)
    )
