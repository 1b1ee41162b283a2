"""Reads off the content of a statement how its speaker stands to it, where no verb tells."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Statement

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Content:
    """The words of a content.

    Args:
        words: all of them, in small letters.
        main: those of its main clauses at the start, without the clauses that depend on them.
        noun_last: whether the first main clause ends with a noun.
        ending: its last sign.
        type: the statement's type.
        evidential: whether the reporter marks it as hearsay ("soll … haben").
    """

    words: tuple[str, ...]
    main: tuple[str, ...]
    noun_last: bool
    ending: str
    type: str
    evidential: bool

    def foresees(self, table: Mapping[str, Any]) -> bool:
        """Tell whether a paraphrase tells of what will be („werde niemand entlassen“)."""
        future = any(word.startswith(table["future"]) for word in self.words)
        return future and self.type != "direct" and not set(self.words) & set(table["past"])


def read_content(text: str, statement: Statement, language: Language) -> Content:
    """Take the words of a statement's content.

    Args:
        text: the article's text.
        statement: the statement.
        language: supplies the table ``stances``.
    """
    inner = " ".join(span.of(text) for span in statement.quote)
    clauses = _main_clauses(inner, language)
    hearsay = language.table("surroundings")["distance"]["hearsay"]
    return Content(
        tuple(lower(text, statement.quote)),
        tuple(word.lower() for clause in clauses for word in clause),
        bool(clauses) and clauses[0][-1][0].isupper(),
        inner[-1:],
        statement.type,
        any(span.of(text).lower() in hearsay for span in statement.distance),
    )


def stance_of_content(
    content: Content, language: Language, before: Sequence[str] = (), *, replying: bool = False
) -> str | None:
    """Return the stance that the content itself tells, or None.

    „Man äußere sich nicht“ withholds, „Geht nach Hause!“ demands, „Es gibt kein Angebot“ denies,
    „Er werde klagen“ announces, „Vermutlich brenne es noch“ supposes.

    Args:
        content: the content of a statement whose verb of saying, if any, leaves the stance open.
        language: supplies the table ``stances``.
        before: the stances of the statements before it in the same paragraph, the nearest last.
        replying: whether the verb of saying answers somebody ("hielt dagegen").
    """
    table = language.table("stances")["content"]
    if content.ending == "?":
        return "asks"
    if _silent(content, table):
        return "withholds"
    own = _spoken_of(content, language, table)
    if own:
        return own
    if set(content.words[:14]) & set(table["uncertain"]):
        return "supposes"
    for stance, tells in (("demands", _demands), ("announces", _announces)):
        if tells(content, table, before):
            return stance
    if _denies(content, table, before, replying):
        return "denies"
    return "supposes" if _supposes(content, table) else None


def lower(text: str, spans: Iterable[Span]) -> list[str]:
    """Return the words of some spans in small letters."""
    return [word.lower() for span in spans for word in _WORD.findall(span.of(text))]


@cache
def compiled(pattern: str) -> tuple[re.Pattern[str], ...]:
    """Compile a pattern of the table: words of which "*" stands for any letters."""
    return tuple(re.compile(re.escape(part).replace(r"\*", r"\w*")) for part in pattern.split())


def among(words: Iterable[str], patterns: Iterable[str]) -> bool:
    """Tell whether one of some patterns has all its words among the given ones."""
    every = set(words)
    return any(
        all(any(part.fullmatch(word) for word in every) for part in compiled(pattern))
        for pattern in patterns
    )


def _main_clauses(inner: str, language: Language) -> list[list[str]]:
    """Leave out what depends on another clause („…, das seit 2019 nicht mehr gilt“)."""
    table = language.table("stances")["content"]
    pieces = [_WORD.findall(piece) for piece in re.split(r"[,;:.!?–]\s", inner)]
    pieces = [piece for piece in pieces if piece]
    dependent = {*table["subordinating"], *table["relative"]}
    kept = [
        piece
        for number, piece in enumerate(pieces)
        # At the start „die“ is an article, and what a verb of saying governs („dass …“) counts.
        if piece[0].lower() not in (dependent if number else table["aside"])
    ]
    # A long first clause is enough; what follows a short one goes on with it.
    long = bool(kept) and len(kept[0]) >= table["short"]
    return (kept[:1] if long else kept) or pieces[:1]


def _silent(content: Content, table: Mapping[str, Any]) -> bool:
    if len(content.words) <= table["short"] and among(content.words, table["silent"]):
        return True
    asked = bool(content.words) and content.words[0] in table["questioning"]
    return asked and among(content.words, table["undecided"])


def _spoken_of(content: Content, language: Language, table: Mapping[str, Any]) -> str | None:
    """Return the stance of a verb of saying whose subject is the speaker („Man bitte darum“)."""
    if content.type in {"direct", "reported"}:
        return None
    neighbours = [*pairwise(content.main[:5]), *pairwise(content.main[4::-1])]
    verbs = [verb for pronoun, verb in neighbours if pronoun in table["self"]]
    for stance, patterns in table["spoken"].items():
        for pattern in patterns:
            verb, *rest = compiled(pattern)
            if any(map(verb.fullmatch, verbs)) and all(
                any(map(part.fullmatch, content.main)) for part in rest
            ):
                return str(stance)
    return None


def _demands(content: Content, table: Mapping[str, Any], before: Sequence[str]) -> bool:
    words = content.words
    if content.type == "direct":
        return _urges(content, table)
    if content.evidential or set(words) & set(table["past"]):
        return False
    # A wish in the indicative is only heard where demands were told before („… sollen gehen“).
    asking = set(table["asked_of"])
    head = content.main[:14]
    if "demands" in before[-2:] or set(head) & set(table["urging"]):
        asking |= set(table["asked_further"])
    if not set(head) & set(table["negative"]):
        asking -= set(table["permitting"])
    if set(head) & set(table["states"]) and not set(head) & set(table["obliging"]):
        return False
    return bool(set(head) & asking) and not any(
        (first in table["impersonal"] and second in table["obliging"])
        or (second in table["impersonal"] and first in table["obliging"])
        for first, second in pairwise(head)
    )


def _urges(content: Content, table: Mapping[str, Any]) -> bool:
    """Tell whether words in quotation marks are an order or a wish of the speaker."""
    words = content.words
    if len(words) >= 2 and words[1] == "sie" and words[0].endswith("en"):
        return words[0] not in table["discourse"]
    if content.ending == "!" and len(words) <= 4 and not set(words) & set(table["subjects"]):
        return True
    if len(words) >= 2 and re.fullmatch(r"\w{2,}t", words[0]) and words[1] in table["objects"]:
        return True
    wanting = any(
        {first, second} in ({"ich", "will"}, {"wir", "wollen"})
        for first, second in pairwise(content.main)
    )
    return wanting and (content.noun_last or bool(set(content.main) & set(table["wished"])))


def _announces(content: Content, table: Mapping[str, Any], before: Sequence[str]) -> bool:
    """Tell whether the speaker is the subject of a verb of intent („werde man“, „er wolle“)."""
    if set(content.words) & set(table["past"]):
        return False
    if content.type == "direct":
        future = str(table["future"])
        return len(content.words) <= table["short"] and any(
            first in table["own"] and second in table["committed"] and second[:4] == future
            for first, second in pairwise(content.words)
        )
    head = content.words[:15]
    committed, selves = set(table["committed"]), set(table["self"])
    if set(content.main) & set(table["negative"]):
        # „wolle nicht“ tells of a state of mind.
        committed -= set(table["willing"])
    if any(
        (first in selves and second in committed) or (second in selves and first in committed)
        for first, second in pairwise(head)
    ):
        return True
    owning = set(table["owning"])
    if any(
        (a in owning and c in committed) or (b in owning and a in committed)
        for a, b, c in zip(head, head[1:], head[2:], strict=False)
    ):
        return True
    return "announces" in before[-1:] and bool(set(head) & set(table["asked_further"]))


def _denies(
    content: Content, table: Mapping[str, Any], before: Sequence[str], replying: bool
) -> bool:
    main = frozenset(content.main)
    negated = bool(main & set(table["negative"]))
    sayings = content.type in ("direct", "indirect_free_indirect", "indirect")
    if sayings and not negated and among(content.main[:8], table["plainly_false"]):
        return True
    if not negated or main & set(table["asked_further"]):
        return False
    if main & set(table["hedging"]) and not main & set(table["perfect"]):
        return False
    if replying or among(main, table["claimed_before"]):
        return True
    if among(main, table["existence"]) and not among(content.words, table["judged_absent"]):
        return True
    going_on = content.type in ("direct", "indirect_free_indirect") and "denies" in before
    return going_on and bool(main & set(table["perfect"]))


def _supposes(content: Content, table: Mapping[str, Any]) -> bool:
    head = content.words[:14]
    if among(content.words, table["probable"]):
        return True
    return content.type != "direct" and any(
        word in table["likely"] and before != "sehr" for before, word in pairwise(("", *head))
    )
