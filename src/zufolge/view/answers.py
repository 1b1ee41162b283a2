"""What answers of a ledger look like in a terminal: exact quotes with article and paragraph."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from zufolge.ledger.answers import (
    Attribution,
    Decision,
    Dispute,
    Hit,
    Moment,
    OriginGroup,
    Person,
    Proposal,
    Side,
)
from zufolge.view.line import Line
from zufolge.view.reasons import evidence, likeness
from zufolge.view.table import rows
from zufolge.view.wording import Labels, printable

_STEP = 2
_STRONG = ("denies", "rejects")


def statements(found: Sequence[Attribution], labels: Labels) -> list[Line]:
    """Return the lines of ``zufolge who``: one heading an identity, its statements below."""
    by_identity: dict[str | None, list[Attribution]] = {}
    for each in found:
        by_identity.setdefault(each.identity, []).append(each)
    lines: list[Line] = []
    if len(by_identity) > 1:
        told = labels.told("unmerged", count=len(by_identity))
        lines += [Line(0, Text(told, "dim")), Line()]
    for number, (identity, theirs) in enumerate(by_identity.items()):
        heading = Text(_speaker(theirs[0], labels), "bold cyan")
        if len(by_identity) > 1 and identity:
            heading.append(f"  {identity}", "dim")
        lines += [Line()] if number else []
        lines.append(Line(0, heading))
        for each in theirs:
            lines += _entry(each, labels, _STEP, named=False)
    return lines


def hits(found: Sequence[Hit], labels: Labels) -> list[Line]:
    """Return the lines of ``zufolge about``, the best hit first."""
    lines: list[Line] = []
    for each in found:
        more = Text(labels.term("found_by", each.found_by), "green")
        lines += _entry(each.hit, labels, 0, more=(more,))
    return lines


def disputes(found: Sequence[Dispute], labels: Labels, first: int = 1) -> list[Line]:
    """Return the lines of ``zufolge disputes``: for each both sides, one below the other.

    Args:
        found: a page of disputes.
        labels: the language of the labels.
        first: the number of the first one.
    """
    lines: list[Line] = []
    for number, each in enumerate(found, first):
        heading = Text.assemble(
            (f"[{number}] ", "green"), (labels.term("dispute", each.kind), "bold red")
        )
        reason = evidence(printable(each.reason), labels)
        for part in (reason, labels.counted("relations", each.relations)):
            heading.append(f" · {part}")
        lines += [Line()] if lines else []
        lines.append(Line(0, heading.append(f" · {each.score:.2f}", "dim")))
        lines += [*_side(each.left, labels), *_side(each.right, labels)]
    return lines


def origin_groups(found: Sequence[OriginGroup], labels: Labels) -> list[Line]:
    """Return the lines of ``zufolge origins``: the count, then what is printed how often."""
    lines: list[Line] = []
    for each in found:
        heading = Text(labels.counted("origins", each.count), "bold")
        if each.origins:
            heading.append(": " + ", ".join(map(printable, each.origins)), "magenta")
        heading.append(" · " + _within(each.statements, each.articles, labels))
        lines += [Line()] if lines else []
        lines.append(Line(0, heading))
        for printing in each.printings:
            more: tuple[Text, ...] = ()
            if printing.reprints:
                sources = ", ".join(map(printable, printing.reprinted_by)) or "–"
                told = labels.told("reprints", sources=sources)
                more = (Text(f"{told} ({printing.reprints})", "yellow"),)
            lines += _entry(printing.shown, labels, _STEP, more=more)
    return lines


def moments(found: Sequence[Moment], labels: Labels) -> list[Line]:
    """Return the lines of ``zufolge timeline``: the days that a date may mean, then what it is."""
    ranges = [_range(each) for each in found]
    width = max(map(len, ranges), default=0)
    lines = []
    for when, each in zip(ranges, found, strict=True):
        head = Text(f"{when:<{width}}  ", "green")
        clock = labels.term("clock", each.clock)
        for number, line in enumerate(_entry(each.event, labels, 0)):
            if number == 0:
                text = head + Text(f"{clock}: ", "dim") + line.text
                lines.append(Line(0, text, hanging=len(head)))
            else:
                lines.append(Line(width + _STEP, line.text))
    return lines


def persons(found: Sequence[Person], labels: Labels) -> list[Line]:
    """Return the lines of ``zufolge actor list``: a table, with other names and offices."""
    cells = []
    for each in found:
        others = [name for name in each.names if name != each.name]
        marks = [
            labels.told("names", names=", ".join(others)) if others else "",
            ", ".join(each.offices),
        ]
        cells.append(
            (
                each.identity,
                printable(each.name),
                labels.term("kind", each.kind),
                labels.counted("statements", each.statements),
                labels.counted("articles", each.articles),
                printable("; ".join(filter(None, marks))) or "–",
            )
        )
    return rows(cells) if cells else []


def members(found: Sequence[Person], labels: Labels) -> list[Line]:
    """Return the lines of some actors: as in the list, below each the articles it occurs in."""
    lines: list[Line] = []
    for line, each in zip(persons(found, labels), found, strict=True):
        lines.append(line)
        cells = [
            (
                one.actor,
                printable(one.name),
                printable(one.source or "–"),
                labels.date(one.published) if one.published else labels.word("undated"),
                labels.told("article", id=one.article),
            )
            for one in each.members
        ]
        lines += [Line(_STEP, row.text) for row in rows(cells)] if cells else []
    return lines


def proposals(found: Sequence[Proposal], labels: Labels) -> list[Line]:
    """Return the lines of ``zufolge actor proposals``: both actors, then the reason."""
    lines: list[Line] = []
    for each in found:
        left = _actor(each.left_name, each.left_offices, each.left)
        right = _actor(each.right_name, each.right_offices, each.right)
        reason = likeness(printable(each.reason), labels)
        head = Text.assemble((f"{each.score:.2f}  ", "green"), left, " = ", right, " ?")
        lines += [Line(0, head, hanging=6), Line(6, Text(reason, "dim"))]
    return lines


def decisions(found: Sequence[Decision], labels: Labels) -> list[Line]:
    """Return the lines of ``zufolge actor decisions``: a table."""
    cells = [
        (
            each.judgement,
            labels.term("verdict", each.verdict),
            f"{printable(each.left_name or '?')} {each.left}",
            f"{printable(each.right_name or '?')} {each.right}",
            printable(each.by),
            printable(labels.term("decision", each.reason)),
        )
        for each in found
    ]
    return rows(cells) if cells else []


def _actor(name: str, offices: Sequence[str], identity: str) -> Text:
    marks = ", ".join([*map(printable, offices), identity])
    return Text.assemble((printable(name), "bold cyan"), (f" ({marks})", "dim"))


def _side(side: Side, labels: Labels) -> Iterator[Line]:
    more = []
    if side.statements > 1:
        more.append(Text(_within(side.statements, side.articles, labels)))
    if side.origins:
        told = labels.counted("origins", len(side.origins))
        more.append(Text(f"{told}: {', '.join(map(printable, side.origins))}", "magenta"))
    yield from _entry(side.shown, labels, _STEP, more=tuple(more))


def _entry(
    told: Attribution,
    labels: Labels,
    indent: int,
    *,
    named: bool = True,
    more: Sequence[Text] = (),
) -> Iterator[Line]:
    """Yield the quote behind its speaker, and below it where it stands and what is known of it."""
    quote = " … ".join(printable(part) for part in told.quote)
    line = Text()
    if named:
        line.append(_speaker(told, labels), "bold cyan").append(": ")
    line.append(labels.quoted(quote) if told.type == "direct" else quote)
    yield Line(indent, line)
    yield Line(
        indent + _STEP, Text(" · ").join([*_place(told, labels), *_facts(told, labels), *more])
    )


def _place(told: Attribution, labels: Labels) -> Iterator[Text]:
    """Yield the article and the paragraph."""
    published = labels.date(told.published) if told.published else labels.word("undated")
    known = [printable(part) for part in (told.source, told.title) if part]
    yield Text(", ".join([*known, published]))
    yield Text(f"{labels.word('paragraph')}{told.paragraph}")
    yield Text(labels.told("article", id=told.article), "dim")


def _facts(told: Attribution, labels: Labels) -> Iterator[Text]:
    yield Text(labels.term("type", told.type))
    if told.cue:
        yield Text(" … ".join(map(printable, told.cue)), "italic")
    if told.stance:
        style = "bold red" if told.stance in _STRONG else "yellow"
        yield Text(labels.term("stance", told.stance), style)
    if told.chain and told.chain != (told.speaker,):
        yield Text(" ← ".join(printable(name) for name in reversed(told.chain)), "magenta")
    if told.said:
        yield Text(f"{labels.word('said')} {labels.moment(told.said, told.said_part)}")
    if told.happened:
        happened = labels.moment(told.happened, told.happened_part)
        yield Text(f"{labels.term('clock', 'happened')} {happened}")
    if told.channel:
        channel = " … ".join(map(printable, told.channel))
        yield Text(f"{labels.word('via')}: {channel}")


def _range(each: Moment) -> str:
    """Write the days that a vague date may mean."""
    if each.earliest == each.latest:
        return each.earliest or "…"
    return f"{each.earliest or ''} … {each.latest or ''}".strip()


def _speaker(told: Attribution, labels: Labels) -> str:
    return printable(told.speaker) if told.speaker else labels.word("nobody")


def _within(count: int, articles: int, labels: Labels) -> str:
    return labels.told(
        "within",
        statements=labels.counted("statements", count),
        articles=labels.counted("in_articles", articles),
    )
