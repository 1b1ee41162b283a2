"""The records that answer questions."""

from dataclasses import dataclass

from zufolge.span import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement with what one has to know to judge it.

    Args:
        statement: its id.
        article: id of its article.
        source: outlet or agency.
        title: the article's headline.
        url: where it was published.
        paragraph: number of the paragraph in the article's text, from 1.
        speaker: who says it, under the name that all articles have in common; as the text has it
            where the speaker is not resolved; null where nobody is named.
        identity: id of the speaker across articles.
        named: the speaker as the text names it.
        stance: one of ``statement.STANCES``, or null.
        type: one of ``statement.TYPES``.
        quote: the exact slices of the text.
        spans: their offsets, half-open, in code points of the article's text.
        cue: the words that mark the report.
        channel: occasion or medium, as the text has it.
        chain: names from the origin to whoever stands nearest to the article.
        places: names of the places in the quote.
        published: the article's date, EDTF.
        said: when it was said, EDTF.
        said_part: part of the day, or a clock time.
        happened: the most exact time that the quote tells, EDTF.
        happened_part: part of the day, or a clock time.
        confidence: the model's probability for the borders of the quote.
    """

    statement: str
    article: str
    source: str | None
    title: str | None
    url: str | None
    paragraph: int
    speaker: str | None
    identity: str | None
    named: str | None
    stance: str | None
    type: str
    quote: tuple[str, ...]
    spans: tuple[Span, ...]
    cue: tuple[str, ...]
    channel: tuple[str, ...]
    chain: tuple[str, ...]
    places: tuple[str, ...]
    published: str | None
    said: str | None
    said_part: str | None
    happened: str | None
    happened_part: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that a search found.

    Args:
        score: sum of reciprocal ranks; an ordering, not a probability.
        found_by: ``words``, ``meaning`` or ``both``.
        hit: the statement.
    """

    score: float
    found_by: str
    hit: Attribution


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: a statement and those that are the same.

    Args:
        shown: the statement that the relation was found on.
        statements: how many statements say the same, this one included.
        articles: in how many articles.
        origins: the different first links of their chains, looked for among the first 200.
    """

    shown: Attribution
    statements: int
    articles: int
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two statements, or two groups of same ones, that stand against each other.

    Args:
        kind: ``denies``, ``contradicts``, ``differs`` or ``corrects``.
        score: of the strongest relation between them, 0 to 1.
        reason: which evidence that relation rests on.
        relations: how many relations between the two sides were found directly.
        left: the side that the relation goes out from.
        right: the other one.
    """

    kind: str
    score: float
    reason: str
    relations: int
    left: Side
    right: Side


@dataclass(frozen=True, slots=True)
class Printing:
    """A statement of a group, with the reprints of it.

    Args:
        shown: the first one.
        reprints: how often it was passed on or printed again.
        reprinted_by: the outlets of the reprints.
    """

    shown: Attribution
    reprints: int
    reprinted_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """A group of statements that put forward the same.

    Args:
        count: number of independent origins, at least 1.
        origins: the different first links of the chains.
        statements: number of statements; what else is told of a group is that of its first
            thousand statements.
        articles: number of articles.
        sources: their outlets.
        shown: the first statement of the group.
        printings: the first ten of them, reprints gathered under what they repeat.
    """

    count: int
    origins: tuple[str, ...]
    statements: int
    articles: int
    sources: tuple[str, ...]
    shown: Attribution
    printings: tuple[Printing, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A place on the timeline.

    Args:
        clock: ``happened``, ``said`` or ``published``.
        date: EDTF; never more exact than the text.
        part: part of the day, or a clock time.
        earliest: the first day that it may mean; null where the beginning is open.
        latest: the last one; null where the end is open.
        event: the statement.
    """

    clock: str
    date: str
    part: str | None
    earliest: str | None
    latest: str | None
    event: Attribution


@dataclass(frozen=True, slots=True)
class Member:
    """An actor of one article.

    Args:
        actor: its id.
        name: its name in that article.
        article: the article's id.
        source: outlet or agency.
        published: the article's date, EDTF.
    """

    actor: str
    name: str
    article: str
    source: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """An actor across articles: a person, a body, or a source.

    Args:
        identity: its id; any id of a member stands for it as well.
        name: the most frequent of its names.
        kind: one of ``actor.KINDS``.
        names: all its names.
        offices: what articles call it.
        articles: in how many articles it occurs.
        statements: how many statements it speaks.
        members: the actors of single articles, a hundred at most; left out where all are listed.
    """

    identity: str
    name: str
    kind: str
    names: tuple[str, ...]
    offices: tuple[str, ...]
    articles: int
    statements: int
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two actors that may be one.

    Args:
        score: 0 to 1; an ordering, not a probability.
        reason: the evidence with the two values compared.
        left: id of the one.
        left_name: its name.
        left_offices: what articles call it.
        right: id of the other.
        right_name: its name.
        right_offices: what articles call it.
    """

    score: float
    reason: str
    left: str
    left_name: str
    left_offices: tuple[str, ...]
    right: str
    right_name: str
    right_offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A user's decision about two actors.

    Args:
        judgement: its id, by which it can be taken back.
        verdict: ``merge`` or ``split``.
        left: id of the one actor.
        left_name: its name.
        right: id of the other.
        right_name: its name.
        reason: on which grounds.
        by: who decided.
    """

    judgement: str
    verdict: str
    left: str
    left_name: str | None
    right: str
    right_name: str | None
    reason: str
    by: str
