"""Claims: statements as they are compared, each complete in itself.

A claim needs no article beside it, so that a store can keep it as one row and compare a new
statement with statements of articles that are not in memory.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from zufolge.mention import Quantity
from zufolge.span import Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """An actor as far as a claim needs it.

    Args:
        name: the canonical name in its article.
        kind: one of ``actor.KINDS``.
    """

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one statement puts forward, in a form that is comparable across articles.

    Args:
        statement: id of the statement.
        article: id of its article.
        published: the article's date in EDTF.
        number: the statement's place among those of its article, counting from 0.
        quote: half-open spans in code points of the article's text.
        text: the quote's parts, joined by " … ".
        before: the content that stands before it in the article, where the quote alone says too
            little ("Das", "die Vorwürfe").
        type: one of ``statement.TYPES``.
        stance: one of ``statement.STANCES``, or null.
        negated: whether the content is negated.
        actor: who says it, or null.
        chain: from the origin to whoever stands nearest to the article.
        nested_in: id of the statement that it stands inside of.
        places: the gazetteer's names of the places in it.
        times: EDTF values of the times in it.
        quantities: the amounts in it.
        stems: of its content words, in order, without repetition.
        passages: fingerprints of the passage around it, for reprints.
        vector: the sentence vector of the text, one signed byte a dimension; may be empty.
    """

    statement: str
    article: str
    published: str | None
    number: int
    quote: tuple[Span, ...]
    text: str
    type: str
    stance: str | None
    before: str = ""
    negated: bool = False
    actor: Speaker | None = None
    chain: tuple[Speaker, ...] = ()
    nested_in: str | None = None
    places: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    stems: tuple[str, ...] = ()
    passages: tuple[int, ...] = ()
    vector: bytes = b""

    @property
    def keys(self) -> tuple[str, ...]:
        """What a claim is looked up by; two claims that share none are never compared."""
        return (
            *(f"stem:{stem}" for stem in self.stems),
            *(f"place:{place}" for place in self.places),
            *(f"passage:{passage:x}" for passage in self.passages),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the claim as a JSON object that ``from_json`` reads back."""
        return {**asdict(self), "vector": b64encode(self.vector).decode()}

    @staticmethod
    def from_json(record: Mapping[str, Any]) -> "Claim":
        """Rebuild a claim from its JSON object.

        Raises:
            KeyError: if a field is missing.
        """
        told = {**record}
        told["quote"] = tuple(Span(*span) for span in record["quote"])
        told["actor"] = Speaker(**record["actor"]) if record["actor"] else None
        told["chain"] = tuple(Speaker(**link) for link in record["chain"])
        told["quantities"] = tuple(
            Quantity(**{**each, "span": Span(*each["span"])}) for each in record["quantities"]
        )
        told["vector"] = b64decode(record["vector"])
        for key in ("places", "times", "stems", "passages"):
            told[key] = tuple(record[key])
        return Claim(**told)
