"""How the statements of several reports stand to each other, as a short list."""

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from zufolge.link import Claim, Connections
from zufolge.relation import Relation
from zufolge.view.line import Line
from zufolge.view.wording import Labels, printable

# Disputes first: they are what a reader looks for.
_ORDER = ("denies", "contradicts", "differs", "corrects", "same", "repeats")
_MOST = 12
_LONGEST = 90


def relations(
    connections: Connections, claims: Sequence[Claim], names: Mapping[str, str], labels: Labels
) -> list[Line]:
    """Return the lines that show relations and origins.

    Relations that only follow from others (reason "closure") are left out, and so is ``same``
    where ``repeats`` says more.

    Args:
        connections: relations and origins.
        claims: the claims of the statements.
        names: what to call each article, by id.
        labels: the language of the labels.

    Returns:
        A heading, and for each kind at most a dozen pairs; nothing if there is no relation.
    """
    known = {claim.statement: claim for claim in claims}
    repeated = {frozenset((r.source, r.target)) for r in connections.relations if _repeats(r)}
    lines: list[Line] = []
    for kind in _ORDER:
        told = [
            each
            for each in connections.relations
            if each.kind == kind
            and each.reason != "closure"
            and not (kind == "same" and frozenset((each.source, each.target)) in repeated)
        ]
        told.sort(key=lambda each: -each.score)
        for relation in told[:_MOST]:
            lines += _pair(relation, known, names, labels)
        if len(told) > _MOST:
            more = labels.word("more").format(count=len(told) - _MOST)
            lines.append(Line(2, Text(f"{labels.term('relation', kind)}: {more}", "dim")))
    lines += _origins(connections, labels)
    return [Line(0, Text(labels.word("relations"), "bold")), *lines] if lines else []


def _repeats(relation: Relation) -> bool:
    return relation.kind == "repeats"


def _pair(
    relation: Relation, known: Mapping[str, Claim], names: Mapping[str, str], labels: Labels
) -> Iterator[Line]:
    source, target = known.get(relation.source), known.get(relation.target)
    if source is None or target is None:
        return
    style = "yellow" if relation.kind in ("same", "repeats") else "bold red"
    kind = Text(labels.term("relation", relation.kind), style)
    yield Line(2, _told(source, names, labels))
    yield Line(4, kind.append(" · ", "default").append_text(_told(target, names, labels)))


def _told(claim: Claim, names: Mapping[str, str], labels: Labels) -> Text:
    speaker = printable(claim.actor.name) if claim.actor else labels.word("nobody")
    text = printable(claim.text)
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0] + " …"
    place = f"{names.get(claim.article, claim.article)} [{claim.number + 1}]"
    return Text.assemble((speaker, "cyan"), ": ", text, " ", (printable(place), "dim"))


def _origins(connections: Connections, labels: Labels) -> Iterator[Line]:
    """Say of groups of three or more statements how many origins they have."""
    for origin in connections.origins:
        if len(origin.statements) > 2:
            form = labels.word("one_origin" if origin.count == 1 else "some_origins")
            told = form.format(statements=len(origin.statements), count=origin.count)
            named = ", ".join(printable(name) for name in origin.names)
            yield Line(2, Text(f"{told}: {named}" if named else told, "magenta"))
