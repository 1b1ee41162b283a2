"""Finds the channel of a statement: the occasion or medium that its speaker used."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from zufolge.annotate.phrase_borders import is_name_word, to_head, tokens, with_name
from zufolge.annotate.stretch import BLANK, Stretch, ends_like
from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Spans

_LOWER = r"[a-zäöüß]+(?:-[a-zäöüß]+)*"
_PHRASE = re.compile(
    rf"(?<![\w-])(?P<prep>[A-ZÄÖÜa-zäöüß][a-zäöüß]+) (?P<inner>(?:{_LOWER} ){{0,4}})"
    r"(?:[A-ZÄÖÜ]\w+er )?(?P<head>[A-ZÄÖÜ][\w-]*)"
)
# The list of nouns that fit behind a preposition which is not among the general ones.
_LISTS = {
    "nach": "after",
    "am": "close",
    "an": "close",
    "zum": "opening",
    "zur": "opening",
    "vor": "audience",
    "über": "voices",
}


def find_channel(around: Stretch, marked: Spans) -> Span | None:
    """Return the phrase that names the channel.

    „bei einer Rede im Senat“, „per Kurznachricht“, „Telegram“ behind „auf“, „vor Journalisten“.

    Args:
        around: the stretch around the words of saying.
        marked: what the model marked; it counts where no known construction is there.
    """
    known = [
        span
        for clause in around.clauses
        for span in (
            *_known_phrases(around, clause),
            *_platforms(around, clause),
            *_occasions(around, clause),
        )
    ]
    if known:
        return min(known, key=lambda span: (_distance(span, around.cue), span.start - span.end))
    return _marked(around, marked[0]) if marked else None


def is_occasion(text: str, span: Span, language: Language) -> bool:
    """Tell whether a phrase is nothing but an occasion or medium („bei einer Rede im Senat“).

    Args:
        text: the article's text.
        span: the phrase.
        language: supplies the table ``surroundings``.
    """
    table = language.table("surroundings")
    around = Stretch(text, text, span, (span,), (), (), table, language.code)
    return any(found == span for found in _occasions(around, span))


def split_document(
    text: str, speaker: Span, cue: Collection[str], language: Language
) -> tuple[Span, Span] | None:
    """Divide a speaker such as „[in] der Mitteilung des Vereins“ into channel and speaker.

    Args:
        text: the article's text.
        speaker: the phrase, without the preposition.
        cue: the words of the cue; only „heißt es“ and „steht“ leave the speaker open.
        language: supplies the table ``surroundings``.

    Returns:
        The channel with its preposition and the speaker, or None.
    """
    table = language.table("surroundings")
    if not set(table["grammar"]["impersonal"]) & set(cue):
        return None
    before = _before_document(tuple(table["grammar"]["inside"])).search(
        text, max(0, speaker.start - _LONGEST_DETERMINER), speaker.start
    )
    inside = _DOCUMENT_OF.fullmatch(text, *speaker)
    if not before or not inside:
        return None
    if not ends_like(inside["head"].lower(), table["channel"]["documents"]):
        return None
    return Span(before.start(), inside.end("document")), Span(*inside.span("body"))


_LONGEST_DETERMINER = 20
_DOCUMENT_OF = re.compile(
    rf"(?P<document>(?:{_LOWER} ){{0,4}}(?P<head>[A-ZÄÖÜ][\w-]+)) (?P<body>(?:des|der|eine[sr]) .+)"
)


@cache
def _before_document(prepositions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?i:{'|'.join(prepositions)})(?: {_LOWER})?\s$")


def _distance(span: Span, cue: Spans) -> int:
    return min(max(part.start - span.end, span.start - part.end, 0) for part in cue)


def _known_phrases(around: Stretch, clause: Span) -> Iterator[Span]:
    table = around.table["channel"]
    for match in _any_of((*table["phrases"], *table["adverbs"])).finditer(around.shown, *clause):
        yield Span(*match.span())


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


def _platforms(around: Stretch, clause: Span) -> Iterator[Span]:
    table = around.table["channel"]
    pattern = _platform(tuple(table["before_platform"]), tuple(table["platforms"]))
    for match in pattern.finditer(around.shown, *clause):
        yield Span(*match.span("name"))


@cache
def _platform(before: tuple[str, ...], names: tuple[str, ...]) -> re.Pattern[str]:
    name = "|".join(re.escape(word) for word in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?i:{'|'.join(before)}) (?P<name>{name})(?![\w-])")


def _occasions(around: Stretch, clause: Span) -> Iterator[Span]:
    start = clause.start
    while match := _PHRASE.search(around.shown, start, clause.end):
        start = match.start() + 1
        if _is_channel(around, match):
            span = Span(*match.span())
            named = with_name(
                around.shown, span, around.window.end, around.table["channel"]["named"]
            )
            yield named if named != span else _with_complement(around, span)
            start = match.end()


def _is_channel(around: Stretch, match: re.Match[str]) -> bool:
    table, grammar = around.table["channel"], around.table["grammar"]
    preposition, inner = match["prep"].lower(), match["inner"].split()
    head = match["head"].lower()
    if head in table["never"] or any(word in grammar["links"] for word in inner):
        return False
    if preposition in ("per", "via"):
        return True
    if _is_direction(around, preposition, inner, head):
        return False
    if _behind(around, Span(*match.span())) in table["sourcing"]:
        return False
    determined = preposition in grammar["fused"] or (bool(inner) and _determines(around, inner))
    general = preposition in table["general"]
    if not general and preposition not in _LISTS:
        return False
    if not determined and preposition != "vor":
        return general and ends_like(head, table["bare"])
    if general:
        return ends_like(head, table["nouns"])
    return ends_like(head, table[_LISTS[preposition]]) and not _governed(around, preposition)


def _is_direction(around: Stretch, preposition: str, inner: Sequence[str], head: str) -> bool:
    """Tell whether an accusative tells where to („rief in den Saal“), not where."""
    grammar = around.table["grammar"]
    if not inner or preposition not in grammar["placing"]:
        return False
    return inner[0] in grammar["directional"] or (inner[0] == "den" and not head.endswith("n"))


def _determines(around: Stretch, inner: Sequence[str]) -> bool:
    # „in sozialen Netzwerken“ has an adjective instead of an article.
    articles = around.table["grammar"]["determiners"]
    return any(word in articles for word in inner) or inner[-1].endswith("en")


def _governed(around: Stretch, preposition: str) -> bool:
    return around.says(around.table["channel"]["governing"].get(preposition, ()))


def _with_complement(around: Stretch, span: Span) -> Span:
    """Add one phrase that tells more of the occasion („… einer Sitzung des Stadtrats“)."""
    limit = around.window.end
    words = tokens(around.shown, span.end, limit)[:5]
    if not words or words[0].of(around.shown) not in around.table["channel"]["complements"]:
        return span
    for number, word in enumerate(words[1:], 1):
        shown = word.of(around.shown)
        if shown in around.table["channel"]["phraseology"]:
            break
        if is_name_word(shown):
            return to_head(around.shown, Span(span.start, words[number - 1].end), limit)
        if not shown[0].isalpha() or shown in around.table["grammar"]["links"]:
            break
    return span


def _marked(around: Stretch, marked: Span) -> Span | None:
    """Complete what the model marked, if a preposition makes it an occasion."""
    span = to_head(around.shown, marked, around.window.end)
    span = with_name(around.shown, span, around.window.end, around.table["channel"]["named"])
    words = [word.of(around.text) for word in tokens(around.text, *span)]
    if len(words) < 2 or BLANK in span.of(around.shown) or not is_name_word(words[-1]):
        return None
    first, inner = words[0].lower(), words[1:-1]
    if first not in (*around.table["channel"]["general"], "am", "vor") or _governed(around, first):
        return None
    behind = _behind(around, span)
    if behind in around.table["channel"]["sourcing"]:
        return None
    return span if first == "beim" or (inner and _determines(around, inner)) else None


def _behind(around: Stretch, span: Span) -> str:
    """Return the word in front („unter Berufung auf …“)."""
    found = tokens(around.text, max(around.window.start, span.start - 40), span.start)
    return found[-1].of(around.text).lower() if found else ""
