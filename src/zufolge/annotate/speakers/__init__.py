"""Settles who speaks where a construction tells it better than the nearest name.

A model looks for the speaker around a quotation; who is quoted by an outlet, who told the speaker,
and which circles a report comes from are said by fixed constructions.
"""

from collections.abc import Sequence
from dataclasses import replace

from zufolge.annotate.speakers.beside import as_repeated, behind, by_nobody, carried, subject
from zufolge.annotate.speakers.outlets import beside, dative, held, parted
from zufolge.annotate.speakers.scene import Scene, Settled, speaker_before
from zufolge.annotate.speakers.told import quoting, relied, source, told
from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Statement

__all__ = ["Settled", "settle_speakers"]

_CONTINUING = ("free_indirect", "indirect_free_indirect")


def settle_speakers(
    text: str, statements: Sequence[Statement], sentences: Sequence[Span], language: Language
) -> list[Settled]:
    """Settle the speakers of an article's statements.

    „…, zitiert der »Bote« eine Wirtin“ makes the „Wirtin“ the speaker and the „Bote“ pass it on;
    „heißt es in Regierungskreisen“ names the „Regierungskreise“.

    Args:
        text: the article's text.
        statements: in the order of their quotes.
        sentences: the text's sentences.
        language: supplies the tables ``speakers`` and ``actors``.

    Returns:
        The statements in the same order.
    """
    scene = Scene(text, statements, sentences, language)
    settled = carried([_settle(statement, scene) for statement in statements], scene)
    return [as_repeated(each, settled, text) for each in settled]


def _settle(statement: Statement, scene: Scene) -> Settled:
    lower = " ".join(cue.of(scene.text).lower() for cue in statement.cue)
    table = scene.language.table("speakers")
    if by_nobody(statement, lower, scene):
        return Settled(replace(statement, speaker=None))
    for find in (held, told, quoting, dative, beside, source, parted):
        found = find(statement, scene)
        if found is not None:
            return found
    if statement.speaker is None and lower in table["own"]:
        return subject(statement, scene)
    if statement.speaker is None and lower in table["carrying"]:
        return relied(statement, scene)
    if statement.type == "direct" and not statement.cue:
        return behind(statement, scene)
    if statement.speaker is None and statement.type in _CONTINUING and not statement.cue:
        return Settled(replace(statement, speaker=speaker_before(statement, scene)))
    if statement.speaker is None and statement.cue:
        return subject(statement, scene)
    return Settled(statement)
