"""Finds reports inside of reports that the model passes over, by constructions in the perfect.

The model sees two layers of quotations; a third one it cannot tell: „Sie habe gehört, die Wirtin
habe einem Gast zugesichert, [das Zimmer bleibe frei]“. And it misses objects that are told of in
passing: „Schon im Mai habe der Beirat [eine neue Schleuse] gefordert“.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from zufolge.annotate.quotations import Quotation, Range
from zufolge.languages import Language

_CONFIDENCE = 0.5
_BORDERS = frozenset(',;:.!?()–—„“”"»«‚‘›‹')
_SHORTEST_CLAUSE = 3
_HALF = 0.5


def embedded(
    words: Sequence[str], found: Sequence[Quotation], language: Language
) -> dict[Quotation, Range]:
    """Find reports in the perfect, inside of quotations or before them in time.

    Args:
        words: the words and signs of a text.
        found: the quotations that are known.
        language: supplies the table ``embedded``.

    Returns:
        Quotations that none of those known has for its own, each with the words of its participle:
        objects and prepositional phrases of type ``reported``, clauses of type ``indirect``.
    """
    sentence = _Sentences(words, found, language)
    ranges = dict[Quotation, Range]()
    for verb in _verbs(words, language.code):
        for told, kind in sentence.told(verb):
            ranges.setdefault(Quotation((told,), kind, _CONFIDENCE), verb)
    return ranges


def _verbs(words: Sequence[str], code: str) -> Iterator[Range]:
    """Yield the ranges of participles, with the words that belong to them."""
    known = _participles(code)
    for place, word in enumerate(words):
        for phrase in known.get(word, ()):
            first = place + 1 - len(phrase)
            if first >= 0 and tuple(words[first : place + 1]) == phrase:
                yield first, place + 1


@cache
def _participles(code: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases of all frames by their last word, long ones first."""
    table = Language(code).table("embedded")
    every = {
        *table["object"]["participles"],
        *table["prepositions"],
        *table["clause"]["participles"],
    }
    phrases = sorted((tuple(each.split()) for each in every), key=lambda each: (-len(each), each))
    return {
        last: tuple(phrase for phrase in phrases if phrase[-1] == last)
        for last in {phrase[-1] for phrase in phrases}
    }


@cache
def _phrase(code: str) -> re.Pattern[str]:
    """Return a pattern of the noun phrase at the end of some words."""
    frame = Language(code).table("embedded")["object"]
    about, determiner, genitive, joining, following = (
        "|".join(frame[name])
        for name in ("about", "determiners", "genitives", "joining", "following")
    )
    noun = r"(?:[A-ZÄÖÜ][\w-]*|%)"
    figure = rf"\d\S*(?: (?:Millionen|Milliarden))?(?: {noun})?"
    datives = "|".join(frame["datives"])
    described = rf"(?:(?!(?:{datives}) )[a-zäöüß-]+(?:e|en|er|es|em) )*{noun}"
    phrase = rf"(?:{figure}|(?:(?:{determiner}) )?{described})"
    measured = rf"{figure}(?: (?:{following}) (?:einer |einem )?{phrase}){{0,3}}"
    joined = rf"(?: (?:{joining}) {phrase}| (?:{genitive}) {described})?"
    return re.compile(rf"(?<!\S)(?:(?:{about}) )?(?:{measured}|{phrase}{joined})$")


class _Sentences:
    """The words of a text, with the questions that the frames depend on."""

    def __init__(
        self, words: Sequence[str], found: Sequence[Quotation], language: Language
    ) -> None:
        self.words, self.code = words, language.code
        self.table = language.table("embedded")
        self.parts = [part for quotation in found for part in quotation.parts]
        self.direct = {p for each in found for p in each.parts if each.type == "direct"}

    def told(self, verb: Range) -> Iterable[tuple[Range, str]]:
        """Yield what a verb tells, with its type."""
        clause = self._clause(verb)
        around = [part for part in self.parts if part[0] <= clause[0] and verb[1] <= part[1]]
        inmost = min(around, key=lambda part: part[1] - part[0], default=None)
        kind = "earlier" if inmost is None else "quoted" if inmost in self.direct else "reported"
        if not self._reports(verb, clause, self.table[kind]):
            return
        name = " ".join(self.words[slice(*verb)])
        before, behind = self._before(name, verb, clause), None
        if inmost and name in self.table["clause"]["participles"]:
            behind = self._behind(verb, inmost[1], relative=before is not None)
        if behind and self.words[behind[0]] in self.table["clause"]["conjunctions"]:
            before = None
        if before and self._free(before, verb):
            yield before, "reported"
        elif behind and self._free(behind, verb):
            yield behind, "indirect"

    def _clause(self, verb: Range) -> Range:
        start = verb[0]
        while start > 0 and self.words[start - 1] not in _BORDERS:
            start -= 1
        end = verb[1]
        while end < len(self.words) and self.words[end] not in _BORDERS and end < verb[1] + 2:
            end += 1
        return start, end

    def _reports(self, verb: Range, clause: Range, auxiliaries: Sequence[str]) -> bool:
        """Tell whether a participle ends a clause in the perfect that is not negated."""
        before, behind = self.words[clause[0] : verb[0]], self.words[verb[1] : clause[1]]
        first = any(word in auxiliaries for word in before) and (not behind or behind[0] == "und")
        last = bool(behind) and behind[0] in auxiliaries
        barred = {*self.table["negations"], *self.table["hearsay"]}
        return (first or last) and not any(word.lower() in barred for word in before)

    def _before(self, name: str, verb: Range, clause: Range) -> Range | None:
        """Return the object or the prepositional phrase before a participle."""
        known = {*self.table["reported"], *self.table["quoted"]}
        start = next((n for n in range(*clause) if self.words[n] in known), clause[0])
        least = start + 1 if start < verb[0] else clause[0]
        begin = None
        if name in self.table["prepositions"]:
            joined = self.table["prepositions"][name]
            these = (n for n in range(verb[0] - 1, least - 1, -1) if self.words[n] in joined)
            begin = next(these, None)
        elif name in self.table["object"]["participles"]:
            begin = self._object(least, verb[0])
        if begin is None or begin >= verb[0] - (name in self.table["prepositions"]):
            return None
        others = [*self.words[clause[0] : begin]]
        subject = any(w[:1].isupper() or w.lower() in self.table["pronouns"] for w in others)
        return (begin, verb[0]) if subject else None

    def _object(self, least: int, end: int) -> int | None:
        """Return where the noun phrase begins that ends at a place."""
        match = _phrase(self.code).search(" ".join(self.words[least:end]))
        if not match:
            return None
        begin, barred = end - len(match[0].split()), self.table["object"]
        placed = self.words[begin - 1] in {*barred["prepositions"], *barred["datives"]}
        return None if placed or self.words[end - 1] in barred["times"] else begin

    def _behind(self, verb: Range, end: int, *, relative: bool) -> Range | None:
        """Return the clause behind a participle, up to the end of the quotation around it."""
        first = verb[1]
        if first + _SHORTEST_CLAUSE > end or self.words[first] not in (",", ":"):
            return None
        first += 1
        if relative and self.words[first] in self.table["relatives"]:
            return None
        stops = (n for n in range(first, end) if self.words[n] in ".;!?")
        stop = next(stops, end)
        return (first, stop) if stop - first >= _SHORTEST_CLAUSE else None

    def _free(self, told: Range, verb: Range) -> bool:
        """Tell whether no quotation without the verb has much of what is told and little else."""
        return not any(
            2 * (min(part[1], told[1]) - max(part[0], told[0]))
            >= _HALF * (told[1] - told[0] + part[1] - part[0])
            for part in self.parts
            if not (part[0] <= verb[0] and verb[1] <= part[1])
        )
