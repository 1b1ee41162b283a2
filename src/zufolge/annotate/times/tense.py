"""Tells from tense and mood whether an expression lies before or after the moment of speaking."""

import re
from functools import cache

from zufolge.languages import Language
from zufolge.span import Span

_EDGE = re.compile(r"[,;:!?()\[\]«»„“”\"\n–]|\+\+\+")
_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]+")
_PRETERITE = re.compile(r"[a-zäöüß]{2,}(?:te|ten)")
_PARTICIPLE = re.compile(
    r"(?:\w*ge[a-zäöü]\w+(?:t|en)|(?:be|ver|er|ent|zer|über|unter|wider|miss)[a-zäöü]\w+(?:t|en)|[a-zäöü]+iert)"
)
_BEFORE_PAST = re.compile(r"\b(?:seit|vom)\s+(?:de[mr]\s+)?$")
_BEFORE_FUTURE = re.compile(
    r"\b(?:bis|ab|für)\s+(?:(?:zum|den|dem|mindestens|inklusive|spätestens|einschließlich)\s+)?$"
)
_TO = re.compile(r"\bzu\s+[a-zäöü]+e?n\b|\b[a-zäöü]{2,12}zu[a-zäöü]{3,20}n\b")
_THIRD = re.compile(r"\b(?:[a-zäöü]{3,}t|ist|sind)\b")
_ATTRIBUTE = re.compile(r"(?:\w*ge[a-zäöü]\w+|(?:be|ver|er|ent|zer)[a-zäöü]\w+)(?:t|en)e[nmrs]?")
# A clause of so few words is an insertion ("…, am Dienstag, 6 Uhr, …"): the sentence decides.
_SHORT = 4
# Code points to either side in which a verb is looked for.
_REACH = 250
_PERFECT = ("haben", "sein")


def direction(text: str, span: Span, sentence: Span, language: Language) -> int:
    """Tell the direction of an expression from the verbs around it.

    The clause between two commas decides, otherwise the sentence; of several verbs the nearest.

    Args:
        text: the article.
        span: the expression.
        sentence: the sentence that it stands in.
        language: supplies the finite verbs.

    Returns:
        -1 for the past, 1 for the future, 0 where nothing tells.
    """
    # Bounded, so that a text of one endless sentence is still read in linear time.
    sentence = Span(max(sentence.start, span.start - _REACH), min(sentence.end, span.end + _REACH))
    before = text[max(sentence.start, span.start - 24) : span.start].lower()
    if _BEFORE_PAST.search(before):
        return -1
    if text[span.end : span.end + 1] == ":":
        return 0  # "Montag, 22.15 Uhr: Ein Nutzer stellt …" tells the past in the present
    left, right = _clause(text, span, sentence)
    ahead = _ahead(text, span, before, language)
    if ahead and ("für" in before or "von" in before):
        return ahead
    short = len(text[left:right].split()) <= _SHORT
    return (
        _nearest(text, span, left, right, language)
        or (short and _nearest(text, span, sentence.start, sentence.end, language))
        or ahead
        or _infinitive(text, left, right)
        or _present(text, span, left, right, language)
        or _nearest(text, span, sentence.start, sentence.end, language)
    )


def _ahead(text: str, span: Span, before: str, language: Language) -> int:
    """Tell what the preposition says: "bis Freitag" and "von Freitag an" look ahead."""
    following = _WORD.search(text, span.end, span.end + 20)
    word = following[0] if following else ""
    if "von" in before:
        return 1 if word == "an" and before.rstrip().endswith("von") else 0
    if not _BEFORE_FUTURE.search(before):
        return 0
    return -1 if "für" in before and word in _verbs(language)[0] else 1


def _infinitive(text: str, left: int, right: int) -> int:
    """A clause without finite verb: "…, am Freitag zu übergeben" lies ahead."""
    return 1 if _TO.search(text, left, right) else 0


def _present(text: str, span: Span, left: int, right: int, language: Language) -> int:
    """Tell whether the clause is in the present, which in news of a named day means the future."""
    low, high = max(left, span.start - _REACH), min(right, span.end + _REACH)
    words = {match[0] for match in _THIRD.finditer(text, low, high)}
    words -= set(language.table("times")["tense"]["not_present"])
    if words & {"ist", "sind"} and any(
        _PARTICIPLE.fullmatch(m[0]) for m in _WORD.finditer(text, low, high)
    ):
        words -= {"ist", "sind"}
    return 1 if any(not _PARTICIPLE.fullmatch(word) for word in words) else 0


def _clause(text: str, span: Span, sentence: Span) -> tuple[int, int]:
    left, right = sentence.start, sentence.end
    for edge in _EDGE.finditer(text, sentence.start, span.start):
        left = edge.end()
    edge_after = _EDGE.search(text, span.end, sentence.end)
    if edge_after:
        right = edge_after.start()
    return left, right


def _nearest(text: str, span: Span, left: int, right: int, language: Language) -> int:
    past, future, auxiliaries, not_preterite = _verbs(language)
    low, high = max(left, span.start - _REACH), min(right, span.end + _REACH)
    around = _WORD.finditer(text, low, high)
    tokens = [m for m in around if m.end() <= span.start or m.start() >= span.end]
    words = [m[0] if m.start() > left else m[0].lower() for m in tokens]
    participle = any(_PARTICIPLE.fullmatch(word) for word in words)
    evidential = participle and any(word in _PERFECT for word in words)
    best, verdict = 10**6, 0
    for match, word in zip(tokens, words, strict=True):
        preterite = _PRETERITE.fullmatch(word) and word not in not_preterite
        attribute = match.start() >= span.end and _ATTRIBUTE.fullmatch(word)
        perfect = participle and word in auxiliaries
        if word in past or preterite or perfect or (attribute and word not in future):
            way = -1
        elif word in future:
            way = -1 if evidential else 1
        else:
            continue
        distance = (
            span.start - match.end() if match.end() <= span.start else match.start() - span.end
        )
        if distance < best:
            best, verdict = distance, way
    return verdict


@cache
def _verbs(
    language: Language,
) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    table = language.table("times")["tense"]
    return (
        frozenset(table["past"]),
        frozenset(table["future"]),
        frozenset(table["auxiliaries"]),
        frozenset((*table["not_preterite"], *table["future"])),
    )
