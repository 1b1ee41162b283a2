"""Who told it to whoever speaks, whom an outlet quotes, and where it is said."""

import re
from dataclasses import replace

from zufolge.annotate.chain.outlets import is_outlet
from zufolge.annotate.speakers.scene import (
    Scene,
    Settled,
    moved,
    overlaps_cue,
    speaker_before,
)
from zufolge.span import Span
from zufolge.statement import Party, Spans, Statement

# A clause begins at the start of its sentence or behind one of these.
_CLAUSE = re.compile(r"(?:[,:;„“\"»«‚›–] ?|\bdass |\bob )$")
# Whom somebody was told something.
_TO_SOMEBODY = re.compile(r"\b(?:ihm|ihr|ihnen|mir|uns|ihn|sie)\b")
_PARTICIPLE = re.compile(r"(?:\w*ge\w+|(?:be|ver|er|ent|zer|an|wider)\w+|\w+ier)(?:t|en)$")


def told(statement: Statement, scene: Scene) -> Settled | None:
    """Find who told it to whoever speaks around („…, der Lotse habe ihm versichert, …“)."""
    quote = statement.quote[0]
    begin = scene.sentence(quote.start).start
    opening = scene.text[quote.start - 1 : quote.start] in tuple("„“\"»«‚›'")
    end = quote.start - 1 if opening else quote.start
    match = next(
        (m for each in scene.expressions("told") if (m := _last(each, scene.text, begin, end))),
        None,
    )
    if match is None:
        return None
    clause = Span(*match.span())
    cues = tuple(cue for cue in statement.cue if clause.covers(cue))
    content = scene.text[quote.start : quote.start + 5].lower()
    somebody = _TO_SOMEBODY.search(match.group())
    told = somebody and _PARTICIPLE.match(match.group("cue"))
    if not cues and not content.startswith(("dass ", "ob ")) and not told:
        return None
    speaker = scene.whole(Span(*match.span("np")))
    old = statement.speaker.spans if statement.speaker else ()
    if old and old[0].overlap(speaker):
        # „Ein Lotse habe ihm versichert, …“: he is whoever spoke before.
        return Settled(statement, _spoke_before(statement, scene)) if somebody else None
    cue = cues or (Span(*match.span("cue")),)
    return Settled(replace(statement, speaker=Party((speaker,)), cue=cue), old)


def _spoke_before(statement: Statement, scene: Scene) -> Spans:
    """Return who spoke before somebody else does in the same paragraph."""
    before = speaker_before(statement, scene)
    return before.spans if before and before != statement.speaker else ()


def _last(expression: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the match nearest before a position at which it must end."""
    for at in range(end - 1, start - 1, -1):
        if at > start and not _CLAUSE.search(text, start, at):
            continue
        match = expression.match(text, at, end)
        if match and match.end() == end:
            return match
    return None


def quoting(statement: Statement, scene: Scene) -> Settled | None:
    """Find whom an outlet quotes („zitierte der »Bote« eine Wirtin“)."""
    around = scene.around(statement)
    for group in ("quoting", "quoted"):
        for expression in scene.expressions(group):
            for match in expression.finditer(scene.text, *around):
                outlet = scene.whole(Span(*match.span("outlet")))
                known = is_outlet(scene.text, outlet, (), scene.language)
                spoke = statement.speaker and statement.speaker.spans[0].overlap(outlet)
                quoted = scene.whole(Span(*match.span("np")))
                if is_outlet(scene.text, quoted, (), scene.language):
                    continue
                if overlaps_cue(statement, match) and (known or spoke):
                    return moved(statement, scene, match, (outlet,))
    return None


def source(statement: Statement, scene: Scene) -> Settled | None:
    """Find where something is said by nobody in particular („heißt es in Fischerkreisen“)."""
    around = scene.around(statement)
    for expression in scene.expressions("source"):
        for match in expression.finditer(scene.text, *around):
            inside = any(part.covers(Span(*match.span("np"))) for part in statement.quote)
            if overlaps_cue(statement, match) and not inside:
                return moved(statement, scene, match)
    return None


def relied(statement: Statement, scene: Scene) -> Settled:
    """Find what the sentence before relied on („beruft sich auf ein Protokoll. Demnach …“)."""
    begin = scene.sentence(min(s.start for s in (*statement.cue, *statement.quote))).start
    before = [s for s in scene.sentences if s.end <= begin]
    if before and "\n" not in scene.text[before[-1].end : begin]:
        for expression in scene.expressions("relied"):
            match = expression.search(scene.text, before[-1].start, before[-1].end)
            if match:
                outlet = scene.whole(Span(*match.span("outlet")))
                return moved(statement, scene, match, (outlet,)) or Settled(statement)
    return Settled(replace(statement, speaker=speaker_before(statement, scene)))
