"""A statement: a passage that the article attributes to somebody."""

from dataclasses import dataclass

from zufolge.identity import identify
from zufolge.span import Span

TYPES = ("direct", "indirect", "reported", "free_indirect", "indirect_free_indirect")
MEDIA = (
    "speech",
    "writing",
    "thought",
    "speech_writing",
    "speech_thought",
    "thought_writing",
)
STANCES = (
    "asserts",
    "rejects",
    "denies",
    "demands",
    "announces",
    "asks",
    "supposes",
    "withholds",
)

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """A speaker or addressee: where the text names it, and the actor it was resolved to.

    Args:
        spans: half-open spans in code points, at least one.
        actor: id of an actor of the article; null while unresolved.
    """

    spans: Spans
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class SaidAt:
    """When something was said: EDTF, and the part of the day or a clock time."""

    edtf: str
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A passage whose content the article attributes to somebody.

    Args:
        article: id of the article.
        quote: the content without the words that introduce it, one span a part.
        type: one of ``TYPES``.
        medium: one of ``MEDIA``, or null.
        stance: one of ``STANCES``, or null where it was not determined.
        speaker: who says it; null where nobody is named.
        addressee: whom they say it to.
        cue: the words that mark the report ("sagte", "teilte … mit", "nach Angaben").
        frame: the clause around the cue.
        channel: occasion or medium used by the speaker.
        distance: words by which the reporter keeps a distance ("angeblich").
        chain: ids of actors from the origin to whoever stands nearest to the article.
        nested_in: id of the statement that this one stands inside of.
        said_at: when it was said.
        confidence: the model's probability for the borders of the quote, 0 to 1.

    All spans are half-open and count code points of the article's text.
    """

    article: str
    quote: Spans
    type: str
    medium: str | None = None
    stance: str | None = None
    speaker: Party | None = None
    addressee: Party | None = None
    cue: Spans = ()
    frame: Spans = ()
    channel: Spans = ()
    distance: Spans = ()
    chain: tuple[str, ...] = ()
    nested_in: str | None = None
    said_at: SaidAt | None = None
    confidence: float = 1.0

    @property
    def id(self) -> str:
        """The hash of article, quote and roles; resolving an actor does not change it."""
        parties = [party.spans if party else () for party in (self.speaker, self.addressee)]
        return identify("statement", self.article, self.quote, *parties, self.cue, self.frame)
