"""Turns the entries of a dossier's ``gold.json`` into records with offsets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from zufolge.article import Article
from zufolge.errors import EvaluationError
from zufolge.evaluate.gold import Dossier, GoldOrigin, GoldRelation, GoldStatement
from zufolge.evaluate.names import plain
from zufolge.mention import Place, Quantity, Time
from zufolge.relation import KINDS
from zufolge.span import Span
from zufolge.statement import STANCES, TYPES

_PASSAGES = ("speaker", "cue", "addressee", "channel", "distance")
_COMPARATORS = ("=", "~", ">", ">=", "<", "<=", "range")

JSON = Mapping[str, Any]
Record = TypeVar("Record")


def read_entries(name: str, file: str, articles: Mapping[str, Article], gold: JSON) -> Dossier:
    """Read all lists of a ``gold.json``.

    Args:
        name: of the dossier.
        file: of the annotations, for messages.
        articles: by key.
        gold: the parsed file.

    Returns:
        The dossier.

    Raises:
        EvaluationError: if an entry is not as the guide says; the message names it.
    """
    entries = _Entries(file, articles)
    actors = entries.each(gold, "actors", _actor)
    return Dossier(
        name=name,
        articles=articles,
        statements=tuple(entries.each(gold, "statements", entries.statement)),
        times=tuple(entries.each(gold, "times", entries.time)),
        places=tuple(entries.each(gold, "places", entries.place)),
        quantities=tuple(entries.each(gold, "quantities", entries.quantity)),
        relations=tuple(entries.each(gold, "relations", _relation)),
        origins=tuple(entries.each(gold, "origins", _origin)),
        aliases={actor: aliases for actor, _, aliases in actors},
        kinds={actor: kind for actor, kind, _ in actors},
    )


@dataclass(frozen=True, slots=True)
class _Entries:
    """Reads the entries of one file, whose articles it knows."""

    file: str
    articles: Mapping[str, Article]

    def each(self, gold: JSON, key: str, read: Callable[[Any], Record]) -> list[Record]:
        """Read a list of entries; what is wrong with one is said with its place in the list."""
        entries = gold.get(key, [])
        if not isinstance(entries, list):
            raise EvaluationError(f"{key} is not a list", article=self.file)
        found = []
        for number, entry in enumerate(entries, start=1):
            try:
                found.append(read(entry))
            except KeyError as error:
                raise self._refuse(key, number, entry, f"has no field {error}") from error
            except (TypeError, ValueError, AttributeError) as error:
                raise self._refuse(key, number, entry, str(error)) from error
        return found

    def _refuse(self, key: str, number: int, entry: object, message: str) -> EvaluationError:
        name = entry.get("id", number) if isinstance(entry, dict) else number
        return EvaluationError(message, article=self.file, step=f"{key} {name}")

    def statement(self, entry: JSON) -> GoldStatement:
        article = self._article(entry)
        spans = {key: self._spans(article, entry.get(key)) for key in _PASSAGES}
        quote = self._spans(article, entry["quote"])
        if not quote:
            raise ValueError("quote is empty")
        return GoldStatement(
            key=_string(entry, "id"),
            article=article,
            quote=quote,
            type=_one_of(entry, "type", TYPES),
            stance=_one_of(entry, "stance", STANCES),
            speaker=spans["speaker"],
            actor=_optional(entry, "actor"),
            cue=spans["cue"],
            addressee=spans["addressee"],
            channel=spans["channel"],
            distance=spans["distance"],
            chain=_strings(entry, "chain"),
        )

    def time(self, entry: JSON) -> tuple[str, Time]:
        article = self._article(entry)
        span, edtf = self._span(article, entry), _string(entry, "edtf")
        return article, Time(span, "date", "", edtf, _optional(entry, "part"))

    def place(self, entry: JSON) -> tuple[str, Place]:
        article = self._article(entry)
        span, name = self._span(article, entry), _string(entry, "text")
        lat, lon = float(entry["lat"]), float(entry["lon"])
        return article, Place(span, name, lat, lon, _string(entry, "country"))

    def quantity(self, entry: JSON) -> tuple[str, Quantity]:
        article = self._article(entry)
        high = entry.get("high")
        return article, Quantity(
            self._span(article, entry),
            float(entry["value"]),
            None if high is None else float(high),
            _one_of(entry, "comparator", _COMPARATORS),
            _optional(entry, "of") or "",
        )

    def _article(self, entry: JSON) -> str:
        article = _string(entry, "article")
        if article not in self.articles:
            raise ValueError(f"there is no article {article}.txt")
        return article

    def _spans(self, article: str, told: str | JSON | list[str | JSON] | None) -> tuple[Span, ...]:
        if told is None:
            return ()
        parts = told if isinstance(told, list) else [told]
        return tuple(self._span(article, part) for part in parts)

    def _span(self, article: str, told: str | JSON) -> Span:
        entry = {"text": told} if isinstance(told, str) else told
        wanted = _string(entry, "text")
        nth = 1 if entry.get("nth") is None else entry["nth"]
        if not isinstance(nth, int) or nth < 1 or not wanted:
            raise ValueError(f"“{wanted}” with nth {nth} is no place in a text")
        text, position = self.articles[article].text, -1
        for _ in range(nth):
            position = text.find(wanted, position + 1)
            if position < 0:
                raise ValueError(f"“{wanted}” does not occur {nth} times in {article}.txt")
        return Span(position, position + len(wanted))


def _relation(entry: list[str]) -> GoldRelation:
    if len(entry) != 3:
        raise ValueError("a relation is [from, kind, to]")
    told = dict(zip(("from", "kind", "to"), entry, strict=True))
    return GoldRelation(_string(told, "from"), _one_of(told, "kind", KINDS), _string(told, "to"))


def _origin(entry: JSON) -> GoldOrigin:
    return GoldOrigin(frozenset(_strings(entry, "statements")), int(entry["count"]))


def _actor(entry: JSON) -> tuple[str, str, frozenset[str]]:
    name = _string(entry, "name")
    aliases = _strings(entry, "aliases") if "aliases" in entry else ()
    kind = _optional(entry, "kind") or "person"
    return name, kind, frozenset(plain(alias) for alias in (name, *aliases))


def _string(entry: JSON, key: str) -> str:
    value = entry[key]
    if not isinstance(value, str):
        raise TypeError(f"{key} is not a string but {value!r}")
    return value


def _optional(entry: JSON, key: str) -> str | None:
    return None if entry.get(key) is None else _string(entry, key)


def _strings(entry: JSON, key: str) -> tuple[str, ...]:
    values = entry[key]
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise TypeError(f"{key} is not a list of strings but {values!r}")
    return tuple(values)


def _one_of(entry: JSON, key: str, known: tuple[str, ...]) -> str:
    value = entry[key]
    if value not in known:
        raise ValueError(f"{key} {value!r} is not one of {', '.join(known)}")
    return str(value)
