"""What is known while speakers are settled: the text, its sentences and statements."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from zufolge.annotate.chain.constructions import NOUN_PHRASE
from zufolge.annotate.noun_phrases import whole_phrase
from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Party, Spans, Statement


@dataclass(frozen=True, slots=True)
class Settled:
    """A statement whose speaker is settled.

    Args:
        statement: with the speaker, and a cue where the construction holds one.
        through: who passes the words on by the same construction.
    """

    statement: Statement
    through: Spans = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """The article, its statements in the order of their quotes, and its sentences."""

    text: str
    statements: Sequence[Statement]
    sentences: Sequence[Span]
    language: Language

    def sentence(self, position: int) -> Span:
        """Return the sentence that a position lies in."""
        before = [s for s in self.sentences if s.start <= position]
        return before[-1] if before else Span(0, len(self.text))

    def around(self, statement: Statement) -> Span:
        """Return the sentences that hold the cue, or the end of the quote."""
        marks = [*statement.cue, *statement.frame] or [statement.quote[-1]]
        first = self.sentence(min(mark.start for mark in marks))
        last = self.sentence(max(mark.end for mark in marks) - 1)
        return Span(first.start, last.end)

    def whole(self, span: Span) -> Span:
        """Draw the borders of a phrase that an expression found."""
        return whole_phrase(self.text, span, self.sentence(span.start), self.language)

    def expressions(self, group: str) -> tuple[re.Pattern[str], ...]:
        """Return the constructions of a group."""
        return expressions(self.language.code, group)


def overlaps_cue(statement: Statement, match: re.Match[str]) -> bool:
    """Tell whether a construction holds a cue of the statement."""
    found = Span(*match.span())
    return any(cue.overlap(found) for cue in statement.cue)


def moved(
    statement: Statement, scene: Scene, match: re.Match[str], through: Spans = ()
) -> Settled | None:
    """Give a statement the speaker that a construction names, unless it has it already."""
    span = scene.whole(Span(*match.span("np")))
    old = statement.speaker.spans[0] if statement.speaker else None
    if old == span and not through:
        return None
    return Settled(replace(statement, speaker=Party((span,))), through)


def speaker_before(statement: Statement, scene: Scene) -> Party | None:
    """Return the speaker of the statement before, if it stands in the same paragraph."""
    before = [s for s in scene.statements if s.quote[0].start < statement.quote[0].start]
    if not before:
        return None
    between = scene.text[before[-1].quote[-1].end : statement.quote[0].start]
    return None if "\n" in between else before[-1].speaker


@cache
def phrase() -> re.Pattern[str]:
    """Return the expression of a noun phrase."""
    return re.compile(NOUN_PHRASE)


@cache
def expressions(code: str, group: str) -> tuple[re.Pattern[str], ...]:
    """Return the constructions of a group in the table ``speakers``, compiled."""
    table = Language(code).table("speakers")
    # „Zuvor hatte der Verein erklärt“: a word that only opens the sentence speaks no word.
    openers = "|".join(word.capitalize() for word in Language(code).table("names")["openers"])
    named = NOUN_PHRASE.replace("P<np>", rf"P<np>(?!(?:{openers})(?!\w))", 1)
    outlet = NOUN_PHRASE.replace("P<np>", "P<outlet>")
    begin = "" if group in ("told", "behind") else r"(?<!\w)"
    return tuple(
        re.compile(
            begin
            + pattern.replace("{np}", named)
            .replace("{outlet}", outlet)
            .replace("{aux}", "|".join(table["auxiliaries"])),
        )
        for pattern in table[group]
    )
