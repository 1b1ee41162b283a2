"""The metric of the German news quotation attribution corpus, in our own code.

Source: Petersen-Frey and Biemann 2024, *Dataset of Quotation Attribution in German News Articles*.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from typing import Any, TypeVar

from zufolge.article import Article
from zufolge.evaluate.alignment import align
from zufolge.evaluate.bootstrap import interval
from zufolge.evaluate.convention import to_corpus_convention
from zufolge.evaluate.corpus import PARTS, ROLES, Document, Group, Tokens, group_of
from zufolge.evaluate.scores import Interval, Mean, Quality, Tally, dice, rounded
from zufolge.statement import TYPES, Statement

Counted = TypeVar("Counted", Tally, Quality)
Attribute = Callable[[Sequence[Article]], list[list[Statement]]]

# Equal types decide between quotes that overlap alike, equal media between equal types.
_TYPE_BONUS = 0.01
_MEDIUM_BONUS = 0.001
_NOTHING = Group()
_NO_TALLY, _NO_QUALITY = Tally(), Quality()


@dataclass(frozen=True, slots=True)
class QuotationCounts:
    """The counts of some documents.

    Args:
        quote: precision and recall of the quotes' tokens, a mean over groups.
        roles: the same of the roles, pooled over groups and the four roles.
        joint: the same of quote and roles together.
        parts: the same for each of ``corpus.PARTS`` by itself.
        type: decisions on the type, right where both groups of a pair have the same.
        medium: likewise.
        types: decisions on each type, by the type.
        quotes: precision and recall of the quotes' tokens, by the gold type of the pair, or the
            system's where the quotation is no gold one.
    """

    quote: Quality = _NO_QUALITY
    roles: Quality = _NO_QUALITY
    joint: Quality = _NO_QUALITY
    parts: Mapping[str, Quality] = field(default_factory=dict)
    type: Tally = _NO_TALLY
    medium: Tally = _NO_TALLY
    types: Mapping[str, Tally] = field(default_factory=dict)
    quotes: Mapping[str, Quality] = field(default_factory=dict)

    def __add__(self, other: "QuotationCounts") -> "QuotationCounts":
        """Return the counts of both together."""
        return QuotationCounts(
            self.quote + other.quote,
            self.roles + other.roles,
            self.joint + other.joint,
            _merge(self.parts, other.parts, _NO_QUALITY),
            self.type + other.type,
            self.medium + other.medium,
            _merge(self.types, other.types, _NO_TALLY),
            _merge(self.quotes, other.quotes, _NO_QUALITY),
        )


@dataclass(frozen=True, slots=True)
class QuotationScores:
    """The figures of a corpus.

    Args:
        documents: how many.
        groups: annotated quotations.
        found: quotations of the system.
        counts: what the figures are made of.
        intervals: 95 % confidence intervals of the F1 of quote, roles and joint.
    """

    documents: int
    groups: int
    found: int
    counts: QuotationCounts
    intervals: Mapping[str, Interval]

    def to_json(self) -> dict[str, Any]:
        """Return all figures as a JSON object; fractions, 0 to 1."""
        counts = self.counts
        pooled = {"quote": counts.quote, "roles": counts.roles, "joint": counts.joint}
        return {
            "documents": self.documents,
            "gold": self.groups,
            "found": self.found,
            **{name: self._with_interval(name, quality) for name, quality in pooled.items()},
            **{role: counts.parts.get(role, _NO_QUALITY).to_json() for role in ROLES},
            "type": counts.type.to_json(),
            "medium": counts.medium.to_json(),
            "types": {
                name: {
                    **counts.types.get(name, _NO_TALLY).to_json(),
                    "quote": counts.quotes.get(name, _NO_QUALITY).to_json(),
                }
                for name in TYPES
            },
        }

    def _with_interval(self, name: str, quality: Quality) -> dict[str, Any]:
        interval = self.intervals[name]
        return {**quality.to_json(), "f1_95": [rounded(interval.low), rounded(interval.high)]}


def evaluate_quotations(
    documents: Sequence[Document],
    attribute: Attribute,
    *,
    restore: bool = True,
    samples: int = 1000,
    seed: int = 0,
) -> QuotationScores:
    """Score an attribution against a corpus.

    Args:
        documents: the annotated documents.
        attribute: finds the statements of each of some articles.
        restore: whether quotes follow the guide, so that outer marks and the final stop are taken
            back in as the corpus has them.
        samples: how often the documents are drawn anew for the confidence intervals.
        seed: of that draw.

    Returns:
        The figures.
    """
    statements = attribute([document.article for document in documents])
    systems = [
        system_groups(document, found, restore=restore)
        for document, found in zip(documents, statements, strict=True)
    ]
    counted = [
        score_groups(document.groups, system)
        for document, system in zip(documents, systems, strict=True)
    ]
    return QuotationScores(
        documents=len(documents),
        groups=sum(len(document.groups) for document in documents),
        found=sum(len(system) for system in systems),
        counts=reduce(add, counted, QuotationCounts()),
        intervals={
            name: interval([getattr(each, name) for each in counted], samples, seed)
            for name in ("quote", "roles", "joint")
        },
    )


def system_groups(
    document: Document, statements: Iterable[Statement], *, restore: bool = True
) -> list[Group]:
    """Turn the statements of a document into groups of its tokens.

    Args:
        document: the document.
        statements: what was read from it.
        restore: whether their quotes follow the guide's convention.

    Returns:
        One group a statement.
    """
    text = document.article.text
    groups = []
    for each in statements:
        quote = to_corpus_convention(text, each.quote, each.type) if restore else each.quote
        groups.append(group_of(each, quote, document))
    return groups


def score_groups(gold: Sequence[Group], system: Sequence[Group]) -> QuotationCounts:
    """Match the groups of one document and count.

    Args:
        gold: the annotated groups.
        system: those found.

    Returns:
        The counts over all pairs and over what was left unmatched.
    """
    matched = align(gold, system, likeness)
    left = {row for row, _, _ in matched}
    right = {column for _, column, _ in matched}
    pairs = [(gold[row], system[column]) for row, column, _ in matched]
    pairs += [(group, _NOTHING) for row, group in enumerate(gold) if row not in left]
    pairs += [(_NOTHING, group) for column, group in enumerate(system) if column not in right]
    return reduce(add, (_count(one, other) for one, other in pairs), QuotationCounts())


def likeness(gold: Group, system: Group) -> float:
    """Return the F1 of the quotes' tokens, with a little more for equal type and medium."""
    left, right = gold.tokens("quote"), system.tokens("quote")
    score = dice(len(left & right), len(left), len(right))
    if score:
        score += _TYPE_BONUS * (gold.type == system.type)
        score += _MEDIUM_BONUS * (gold.medium == system.medium)
    return score


def _count(gold: Group, system: Group) -> QuotationCounts:
    parts = {part: _quality(gold.tokens(part), system.tokens(part)) for part in PARTS}
    roles = reduce(add, (parts[role] for role in ROLES))
    group_type = gold.type or system.type
    return QuotationCounts(
        quote=parts["quote"],
        roles=roles,
        joint=parts["quote"] + roles,
        parts=parts,
        type=_decision(gold.type, system.type),
        medium=_decision(gold.medium, system.medium),
        types={name: _decision_on(name, gold.type, system.type) for name in TYPES},
        quotes={group_type: parts["quote"]} if group_type else {},
    )


def _quality(gold: Tokens, system: Tokens) -> Quality:
    hits = len(gold & system)
    precision = Mean(hits / len(system), 1) if system else Mean()
    return Quality(precision, Mean(hits / len(gold), 1) if gold else Mean())


def _decision(gold: str | None, system: str | None) -> Tally:
    if gold == system:
        return Tally(hits=int(gold is not None))
    return Tally(extra=int(system is not None), missed=int(gold is not None))


def _decision_on(name: str, gold: str | None, system: str | None) -> Tally:
    """Count the decision for or against one type."""
    if gold == system == name:
        return Tally(hits=1)
    return Tally(extra=int(system == name), missed=int(gold == name))


def _merge(
    left: Mapping[str, Counted], right: Mapping[str, Counted], nothing: Counted
) -> dict[str, Counted]:
    names = dict.fromkeys((*left, *right))
    return {name: left.get(name, nothing) + right.get(name, nothing) for name in names}
