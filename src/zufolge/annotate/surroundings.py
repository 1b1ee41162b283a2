"""Completes what stands around a statement beside its speaker: channel and addressee.

The model tells roughly where they stand. A phrase of a known construction („bei einer Rede im
Senat“, „habe ihm gesagt“) goes before the model's; what it marked is completed to a whole phrase,
and dropped where its case or preposition says that it is something else („mit Sitz in Rostock“).
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from zufolge.annotate.addressees import find_addressee
from zufolge.annotate.channels import find_channel, split_document
from zufolge.annotate.stretch import stretch_around
from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Spans


def complete_surroundings(
    text: str,
    roles: Mapping[str, Spans],
    quotes: Iterable[Span],
    sentences: Sequence[Span],
    language: Language,
) -> dict[str, Spans]:
    """Find or mend channel and addressee of a statement.

    Args:
        text: the article's text.
        roles: what the model marked, by role.
        quotes: the parts of all quotes of the article.
        sentences: the text's sentences.
        language: supplies the table ``surroundings``.

    Returns:
        The roles; channel and addressee are empty where there is nothing of the kind.
    """
    cue, found = roles["cue"], {**roles}
    words = [word for part in cue for word in re.findall(r"\w+", part.of(text).lower())]
    if roles["speaker"] and (split := split_document(text, roles["speaker"][0], words, language)):
        found["channel"], found["speaker"] = (split[0],), (split[1],)
        return {**found, "addressee": ()}
    # A quote that holds the cue tells of another statement and stays in sight.
    hidden = [q for q in quotes if not any(q.covers(part) for part in cue)]
    around = stretch_around(text, cue, [*hidden, *roles["speaker"]], sentences, language)
    if around is None:
        return {**found, "channel": (), "addressee": ()}
    channel = find_channel(around, roles["channel"])
    addressee = find_addressee(around, (*roles["addressee"], *roles["channel"]), channel)
    found["channel"] = (channel,) if channel else ()
    found["addressee"] = (addressee,) if addressee else ()
    return found
