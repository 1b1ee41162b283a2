"""Who speaks where an outlet stands beside the speaker and passes the words on.

„…, sagte ein Lotse der Hafenwelle“, „soll laut dem »Boten« eine Wirtin gesagt haben“, „laut einem
der Agentur Nordfunk vorliegenden Vermerk“: the outlet looks like the speaker, or a part of them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from zufolge.annotate.actors.lexicon import find_noun
from zufolge.annotate.chain.outlets import is_known_outlet
from zufolge.annotate.chain.surroundings import masked
from zufolge.annotate.speakers.scene import Scene, Settled, phrase
from zufolge.span import Span
from zufolge.statement import Party, Statement

# Where an outlet may begin inside of what was taken for one phrase.
_JOINT = re.compile(r"(?<=[\w“”\"»«]) (?=(?:der|dem|den) [„“\"»«]?[\wÄÖÜ]|von (?:der|dem) )")
_PRONOUN = re.compile(r"\b(?:er|sie|Er|Sie)\b")


def parted(statement: Statement, scene: Scene) -> Settled | None:
    """Part a speaker from the outlet behind („ein Lotse der Hafenwelle“).

    Args:
        statement: a statement with its speaker.
        scene: the text around.

    Returns:
        The statement with the shorter speaker, or null where there is no outlet in it.
    """
    if statement.speaker is None:
        return None
    span = statement.speaker.spans[0]
    for joint in _JOINT.finditer(scene.text, *span):
        behind = Span(joint.end(), span.end)
        before = Span(span.start, joint.start())
        if not _outlet(behind, scene) or not _alone(before, scene):
            continue
        return Settled(replace(statement, speaker=Party((before,))), (behind,))
    return None


def _outlet(span: Span, scene: Scene) -> bool:
    return is_known_outlet(scene.text, span, scene.language)


def _alone(span: Span, scene: Scene) -> bool:
    """Tell whether who stands before an outlet is somebody that does not belong to it.

    „eine Reporterin der Zeitung“ does, „ein Bericht der Zeitung“ is nobody.
    """
    words = [word for word in re.findall(r"[\w-]+", span.of(scene.text)) if word[0].isupper()]
    words += re.findall(r"\d+-Jährige\w?", span.of(scene.text))
    if not words:
        return bool(_PRONOUN.fullmatch(span.of(scene.text)))
    noun = find_noun(words[-1], scene.language.code)
    staff = words[-1].lower().endswith(tuple(scene.language.table("speakers")["staff"]))
    return not staff and (noun is None or noun.kind == "person")


def held(statement: Statement, scene: Scene) -> Settled | None:
    """Find the paper that an outlet holds („einem Brief, der dem »Boten« vorliegt“).

    Args:
        statement: any statement.
        scene: the text around.

    Returns:
        The statement with the paper for its speaker and the outlet passing it on, or null.
    """
    around = scene.around(statement)
    for expression in scene.expressions("held"):
        for match in expression.finditer(scene.text, *around):
            outlet = scene.whole(Span(*match.span("outlet")))
            paper = scene.whole(Span(*match.span("np")))
            old = statement.speaker.spans[0] if statement.speaker else None
            touched = old is None or any(old.overlap(each) for each in (outlet, paper))
            inside = not match["det"] and any(part.covers(paper) for part in statement.quote)
            if touched and not inside and _is_paper(paper, scene) and _outlet(outlet, scene):
                start = match.start("det") if match["det"] else paper.start
                whole = Span(min(start, paper.start), paper.end)
                kept = paper if match["det"] else whole
                return Settled(replace(statement, speaker=Party((kept,))), (outlet,))
    return None


def _is_paper(span: Span, scene: Scene) -> bool:
    words = [word for word in re.findall(r"[\w-]+", span.of(scene.text)) if word[0].isupper()]
    nouns = [find_noun(word, scene.language.code) for word in words]
    return bool(words) and any(n is None or n.kind in ("document", "data") for n in nouns)


def beside(statement: Statement, scene: Scene) -> Settled | None:
    """Find the subject of a clause in which an outlet only passes on („… laut dem »Boten« …“).

    Args:
        statement: a statement whose speaker is missing or an outlet.
        scene: the text around.

    Returns:
        The statement with its subject for the speaker and the outlet passing it on, or null where
        the outlet speaks for itself.
    """
    around = scene.around(statement)
    for mark, outlet in _marks(around, scene):
        old = statement.speaker.spans[0] if statement.speaker else None
        if old is not None and not (old.overlap(outlet) or mark.covers(old)):
            continue
        verbs = _verbs(statement, mark, around, scene)
        if not verbs:
            continue
        found = _subject(statement, mark, verbs, scene)
        if found is not None:
            return Settled(replace(statement, speaker=Party((found,))), (outlet,))
    return None


def _marks(around: Span, scene: Scene) -> Iterator[tuple[Span, Span]]:
    """Yield „laut dem »Boten«“ or „dem »Boten« zufolge“, and the outlet in it."""
    for expression in scene.expressions("beside"):
        for match in expression.finditer(scene.text, *around):
            outlet = scene.whole(Span(*match.span("outlet")))
            if _outlet(outlet, scene):
                first = outlet.start if match.start("outlet") == match.start() else match.start()
                last = outlet.end if match.end("outlet") == match.end() else match.end()
                yield Span(first, last), outlet


def _verbs(statement: Statement, mark: Span, around: Span, scene: Scene) -> list[Span]:
    """Return where the clause says something itself, apart from „laut“ or „zufolge“."""
    words = scene.language.table("links")["witnessing"]
    cues = [
        cue
        for cue in statement.cue
        if not mark.overlap(cue) and cue.of(scene.text).lower() not in words
    ]
    hearsay = [
        Span(match.start(), match.start() + len(match.group().split()[0]))
        for expression in scene.expressions("hearsay")
        for match in expression.finditer(scene.text, *around)
    ]
    return cues + hearsay


def _subject(statement: Statement, mark: Span, verbs: list[Span], scene: Scene) -> Span | None:
    """Return the phrase nearest to a verb of saying that may be its subject."""
    told = any(part.covers(verb) for part in statement.quote for verb in verbs)
    # „soll eine Wirtin gesagt haben“ may be taken for a part of the quote.
    hidden = [mark] if told else [mark, *statement.quote, *verbs]
    around = scene.sentence(mark.start)
    candidates = [
        span
        for span in _phrases(around, mark, scene)
        if not any(span.overlap(other) for other in hidden) and _may_speak(span, scene)
    ]
    begins = scene.sentence(mark.start).start
    return min(
        candidates,
        key=lambda span: (
            # A pronoun, or what begins the sentence, is the subject; else what stands nearest.
            0 if span.start == begins or _PRONOUN.fullmatch(span.of(scene.text)) else 1,
            min(abs(span.start - verb.start) for verb in verbs),
        ),
        default=None,
    )


def _phrases(around: Span, mark: Span, scene: Scene) -> Iterator[Span]:
    """Yield the pronouns and noun phrases of a sentence; none of them goes into the mark."""
    shown = masked(scene.text, around, [mark])
    for match in _PRONOUN.finditer(shown, *around):
        yield Span(*match.span())
    for match in phrase().finditer(shown, *around):
        yield scene.whole(Span(*match.span("np")))


def _may_speak(span: Span, scene: Scene) -> bool:
    """Tell whether a phrase is a person or body in the nominative."""
    text = span.of(scene.text)
    if _PRONOUN.fullmatch(text):
        return True
    before = scene.text[: span.start].split()[-1:]
    table = scene.language.table("actors")["determiners"]
    if before and before[0].lower() in (*table["prepositions"], "für", "über", "gegen", "zwischen"):
        return False
    first = text.split()[0].lower()
    if first in ("dem", "den", "des", "einem", "einen", "eines", "einer"):
        return False
    words = [word for word in re.findall(r"[\w-]+", text) if word[0].isupper()]
    nouns = [find_noun(word, scene.language.code) for word in words]
    known = any(n and n.kind in ("person", "organisation", "office") for n in nouns)
    units = scene.language.table("names")["units"]
    named = len(words) > 1 or (first == text.lower() and first not in units)
    return known or named


def dative(statement: Statement, scene: Scene) -> Settled | None:
    """Find who told an outlet („Dem Sender Nordfunk sagte eine Wirtin, …“).

    Args:
        statement: a statement whose speaker is missing or the outlet.
        scene: the text around.

    Returns:
        The statement with who told it for the speaker, or null.
    """
    for expression in scene.expressions("dative"):
        for match in expression.finditer(scene.text, *scene.around(statement)):
            outlet = scene.whole(Span(*match.span("outlet")))
            old = statement.speaker.spans[0] if statement.speaker else None
            told = any(cue.overlap(Span(*match.span("verb"))) for cue in statement.cue)
            if told and _outlet(outlet, scene) and (old is None or old.overlap(outlet)):
                speaker = scene.whole(Span(*match.span("np")))
                return Settled(replace(statement, speaker=Party((speaker,))), (outlet,))
    return None
