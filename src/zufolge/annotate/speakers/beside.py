"""Who speaks right beside a quotation, and how it goes on and comes again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from zufolge.annotate.speakers.scene import (
    Scene,
    Settled,
    moved,
    phrase,
)
from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Statement

# A shorter quotation may stand in another one by chance.
_SHORTEST_REPEATED = 12


def by_nobody(statement: Statement, cue: str, scene: Scene) -> bool:
    """Tell whether a statement is hearsay („Angeblich …“, „Dem Vernehmen nach …“)."""
    words = tuple(scene.language.table("speakers")["nobody"])
    quote = " ".join(part.of(scene.text).lower() for part in statement.quote)
    if not cue and "angeblich" in quote and re.search(r"\bsoll(?:en)?\b", quote):
        return True
    return any(word in cue for word in words) or (not cue and quote.startswith(words))


def subject(statement: Statement, scene: Scene) -> Settled:
    """Find the subject that begins the sentence („Die Lohe AG beschäftigt nach eigenen …“)."""
    begin = scene.sentence(statement.cue[0].start).start
    colon = scene.text.rfind(": ", begin, statement.cue[0].start)
    match = phrase().match(scene.text, colon + 2 if colon > 0 else begin)
    pronouns = {w for ws in scene.language.table("actors")["pronouns"].values() for w in ws}
    if match is None or match.end() > statement.cue[0].start or match.group().lower() in pronouns:
        return Settled(statement)
    table = scene.language.table("actors")["determiners"]
    first = match.group().split()[0]
    named = first.lower() not in table["prepositions"] and _may_begin(first, scene.language)
    inside = any(part.covers(Span(*match.span())) for part in statement.quote)
    impersonal = any(cue.of(scene.text).endswith((" es", " man")) for cue in statement.cue)
    own = " ".join(c.of(scene.text).lower() for c in statement.cue)
    if not named or impersonal or (inside and own not in scene.language.table("speakers")["own"]):
        return Settled(statement)
    return moved(statement, scene, match) or Settled(statement)


def _may_begin(word: str, language: Language) -> bool:
    """Tell whether a word may begin the subject: an article, a name, a noun for somebody."""
    table = language.table("actors")["determiners"]
    units = language.table("names")["units"]
    articles = (*table["definite"], *table["indefinite"], *table["possessive"])
    return word.lower() in articles or (word[0].isupper() and word.lower() not in units)


def behind(statement: Statement, scene: Scene) -> Settled:
    """Find who is named right behind a direct quotation („…“, seufzt die 51-Jährige)."""
    end = statement.quote[-1].end
    for expression in scene.expressions("behind"):
        match = expression.match(scene.text, end, scene.sentence(end).end)
        found = moved(statement, scene, match) if match else None
        if match and found:
            cue = (Span(*match.span("cue")),)
            return Settled(replace(found.statement, cue=cue))
    return Settled(statement)


def carried(settled: Sequence[Settled], scene: Scene) -> list[Settled]:
    """Let what goes on without a cue follow the speaker of what it goes on with."""
    found: list[Settled] = []
    for number, each in enumerate(settled):
        old = scene.statements[number]
        before = found[-1] if found else None
        moved = (
            before is not None and before.statement.speaker != scene.statements[number - 1].speaker
        )
        if before is not None and each.statement is old and _is_through(old, before, scene):
            found.append(Settled(replace(old, speaker=before.statement.speaker), before.through))
        elif (
            before is not None
            and moved
            and not old.cue
            and old.speaker == scene.statements[number - 1].speaker
            and each.statement is old
        ):
            speaker = before.statement.speaker
            found.append(Settled(replace(old, speaker=speaker), before.through))
        else:
            found.append(each)
    return found


def _is_through(statement: Statement, before: Settled, scene: Scene) -> bool:
    """Tell whether what goes on was given to whoever only passed it on."""
    if statement.cue or statement.speaker is None or before.statement.speaker is None:
        return False
    between = scene.text[before.statement.quote[-1].end : statement.quote[0].start]
    passed = any(span.overlap(statement.speaker.spans[0]) for span in before.through)
    return passed and "\n" not in between


def as_repeated(each: Settled, settled: Sequence[Settled], text: str) -> Settled:
    """Give a quotation in a headline the speaker that it has further down."""
    statement = each.statement
    words = _plain(statement, text)
    if statement.cue or statement.type != "direct" or len(words) < _SHORTEST_REPEATED:
        return each
    for other in (s.statement for s in settled if s is not each):
        again = other.speaker and other.cue and words in _plain(other, text)
        if again and other.quote != statement.quote:
            return Settled(replace(statement, speaker=other.speaker), each.through)
    return each


def _plain(statement: Statement, text: str) -> str:
    return " ".join(part.of(text).strip(".!? ") for part in statement.quote)
