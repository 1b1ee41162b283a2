"""Claims: statements as they are compared, each complete in itself.

A claim needs no article beside it, so that a store can keep it as one row and compare a new
statement with statements of articles that are not in memory.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from zufolge.mention import Quantity
from zufolge.span import Span

# The smallest fingerprints are enough to find a reprint by.
_PASSAGES = 8
_PACKED = ("sense", "vector")
# Behind a month's or a year's date this sorts after any of its days.
_OPEN = "~"


@dataclass(frozen=True, slots=True)
class Speaker:
    """An actor as far as a claim needs it.

    Args:
        name: the canonical name in its article.
        kind: one of ``actor.KINDS``.
        body: for whom a spokesperson speaks, as the article says it; may be empty.
        roles: nouns that the article calls the actor by („kunsthistoriker“, „gewerkschaft“).
    """

    name: str
    kind: str
    body: str = ""
    roles: tuple[str, ...] = ()

    @staticmethod
    def from_json(record: Mapping[str, Any]) -> "Speaker":
        """Rebuild a speaker from its JSON object; one that was stored without roles has none."""
        return Speaker(**{**record, "roles": tuple(record.get("roles", ()))})


@dataclass(frozen=True, slots=True)
class Claim:
    """What one statement puts forward, in a form that is comparable across articles.

    Args:
        statement: id of the statement.
        article: id of its article.
        published: the article's date in EDTF.
        number: the statement's place among those of its article, counting from 0.
        sentence: the place of its sentence in the article, counting from 0.
        paragraph: likewise of its paragraph.
        quote: half-open spans in code points of the article's text.
        text: the quote's parts, joined by " … ".
        type: one of ``statement.TYPES``.
        stance: one of ``statement.STANCES``, or null.
        negated: whether the content is negated.
        pointing: whether the quote only points at something said elsewhere ("das", "den Vorwurf").
        distanced: whether the reporter keeps a distance ("soll", "angeblich").
        markers: classes of words in its sentence that relate it to others (table ``linking``).
        actor: who says it, or null.
        chain: from the origin to whoever stands nearest to the article.
        nested_in: id of the statement that it stands inside of.
        places: the gazetteer's names of the places in it.
        times: EDTF values of the times in it.
        quantities: the amounts in it.
        words: stems of its content words with a weight from 0 to 1, the greater the rarer a stem
            is in its article.
        context: likewise those of the sentence around it that are not in it.
        matter: names in its article that tell matters apart: of persons, bodies and places.
        names: those of them that stand in the quote.
        passages: fingerprints of the passage around it, for reprints.
        passage: its sentence, or the part of it around the quote, and some words before it.
        marks: where the quote stands in the passage, half-open, in code points of the passage.
        sense: what the claim encoder says of it, packed; may be empty.
        vector: the sentence vector of the text, one signed byte a dimension; may be empty.
    """

    statement: str
    article: str
    published: str | None
    number: int
    sentence: int
    paragraph: int
    quote: tuple[Span, ...]
    text: str
    type: str
    stance: str | None
    negated: bool = False
    pointing: bool = False
    distanced: bool = False
    markers: tuple[str, ...] = ()
    actor: Speaker | None = None
    chain: tuple[Speaker, ...] = ()
    nested_in: str | None = None
    places: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    words: Mapping[str, float] = field(default_factory=dict)
    context: Mapping[str, float] = field(default_factory=dict)
    matter: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    passages: tuple[int, ...] = ()
    passage: str = ""
    marks: tuple[Span, ...] = ()
    sense: bytes = b""
    vector: bytes = b""

    @property
    def latest(self) -> str:
        """What its article's date sorts by, "" without one.

        What is dated to the month or the year can tell of anything until its end: it counts as of
        then.
        """
        return f"{self.published}{_OPEN}" if self.published else ""

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of its content words."""
        return tuple(self.words)

    @property
    def keys(self) -> tuple[str, ...]:
        """What a claim is looked up by; two claims that share none are never compared."""
        return (
            *(f"stem:{stem}" for stem in self.words),
            *(f"place:{place}" for place in self.places),
            *(f"passage:{passage:x}" for passage in self.passages[:_PASSAGES]),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the claim as a JSON object that ``from_json`` reads back."""
        packed = {name: b64encode(getattr(self, name)).decode() for name in _PACKED}
        return {**asdict(self), **packed}

    @staticmethod
    def from_json(record: Mapping[str, Any]) -> "Claim":
        """Rebuild a claim from its JSON object.

        Raises:
            KeyError: if a field is missing.
        """
        told = {**record}
        for key in ("quote", "marks"):
            told[key] = tuple(Span(*span) for span in record[key])
        told["actor"] = Speaker.from_json(record["actor"]) if record["actor"] else None
        told["chain"] = tuple(Speaker.from_json(link) for link in record["chain"])
        told["quantities"] = tuple(
            Quantity(**{**each, "span": Span(*each["span"])}) for each in record["quantities"]
        )
        for key in ("markers", "places", "times", "matter", "names", "passages"):
            told[key] = tuple(record[key])
        told |= {name: b64decode(record[name]) for name in _PACKED}
        return Claim(**told)
