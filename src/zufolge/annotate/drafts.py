"""Mends what the model found before it becomes statements.

Some things go wrong often enough for a rule each: an occasion is taken for a content („[bei einer
Rede im Senat]“), or a source that somebody relies on; a report inside a report stops before the
words it hands on („[Berg habe ihr gesagt]: [„Nein“]“); a particle of the next sentence is taken for
a part of the cue; and a sentence that only tells what somebody keeps to himself, or goes on with
„demnach“, is passed over.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from zufolge.annotate.channels import is_occasion
from zufolge.annotate.roles import Reading
from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Spans

# No more than a colon, quotation marks and blanks stand between a report and what it hands on.
_ADJOINING = re.compile(r"[\s:,„“”\"»«‚‘›‹]{0,5}")
_CLOSING = re.compile(r"[.!?,]?[“”\"«»‘’‹›]")
_ROLES = ("speaker", "cue", "frame", "addressee", "channel", "distance", "origin", "relay")
_UNHEARD = 0.5
_PARTICLES = frozenset({"an", "ab", "auf", "aus", "ein", "mit", "vor", "zu", "zurück"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A quotation on its way to a statement.

    Args:
        quote: the content.
        roles: the spans of each role.
        type: one of ``statement.TYPES``.
        reading: what the model says of it.
        confidence: 0 to 1.
    """

    quote: Spans
    roles: dict[str, Spans]
    type: str
    reading: Reading
    confidence: float


def mend(
    text: str, drafts: Sequence[Draft], sentences: Sequence[Span], language: Language
) -> list[Draft]:
    """Drop, join and add what the rules above tell.

    Args:
        text: the article's text.
        drafts: what the model found, in the order of the text.
        sentences: the text's sentences.
        language: supplies the tables ``surroundings`` and ``silences``.

    Returns:
        The drafts in the order of the text.
    """
    drafts = [_without_stray_particle(text, draft, sentences) for draft in drafts]
    drafts = [draft for draft in drafts if not _is_reliance(text, draft, language)]
    kept = _without_occasions(text, drafts, sentences, language)
    handed = [_handed_on(text, draft, kept, language) for draft in kept]
    widened = [_with_handed(text, draft, handed) for draft in handed]
    silences = _silences(text, widened, sentences, language)
    # „Er machte nur vage Angaben. Die Kämpfe halten demnach an“: what goes on may follow a silence.
    heard = sorted([*widened, *silences], key=_place)
    return sorted([*heard, *_going_on(text, heard, sentences, language)], key=_place)


def _place(draft: Draft) -> tuple[int, int]:
    return draft.quote[0].start, -draft.quote[-1].end


def _without_occasions(
    text: str, drafts: Sequence[Draft], sentences: Sequence[Span], language: Language
) -> list[Draft]:
    """Leave out contents that are an occasion only, where another statement is told beside it."""
    kept = []
    for draft in drafts:
        beside = any(
            sentence.overlap(draft.quote[0])
            and any(sentence.overlap(q) for o in drafts if o is not draft for q in o.quote)
            for sentence in sentences
        )
        single = len(draft.quote) == 1 and draft.type != "direct"
        if not (single and beside and is_occasion(text, draft.quote[0], language)):
            kept.append(draft)
    return kept


def _handed_on(text: str, draft: Draft, drafts: Sequence[Draft], language: Language) -> Draft:
    """Give words that a report hands on the cue and the speaker inside that report."""
    for other in drafts:
        if other is draft or other.quote == draft.quote:
            continue
        inside = tuple(c for c in draft.roles["cue"] if any(q.covers(c) for q in other.quote))
        if not inside or not _adjoins(text, other, draft):
            continue
        roles = {**draft.roles, "cue": inside}
        speaker = draft.roles["speaker"]
        told = any(q.covers(s) for s in speaker for q in other.quote)
        if not told and (subject := _subject(text, other.quote[0], language)):
            roles["speaker"] = (subject,)
        return replace(draft, roles=roles)
    return draft


def _adjoins(text: str, outer: Draft, inner: Draft) -> bool:
    """Tell whether a quote follows another or lies in it."""
    end, start = outer.quote[-1].end, inner.quote[0].start
    within = outer.quote[0].start <= start < end
    return within or (end <= start and _ADJOINING.fullmatch(text, end, start) is not None)


def _subject(text: str, quote: Span, language: Language) -> Span | None:
    """Return what stands before the finite verb of a report („[Berg] habe ihr gesagt“)."""
    auxiliaries = language.table("surroundings")["grammar"]["perfect"]
    match = _before_verb(tuple(auxiliaries)).match(text, *quote)
    return Span(*match.span(1)) if match else None


@cache
def _before_verb(auxiliaries: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"((?:\S+ ){{0,5}}?[^\s,]+) (?:{'|'.join(auxiliaries)})(?!\w)")


def _with_handed(text: str, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Let a report reach over the words that it hands on."""
    if draft.type == "direct":
        return draft
    for other in drafts:
        told = any(q.covers(cue) for cue in other.roles["cue"] for q in draft.quote)
        end, start = draft.quote[-1].end, other.quote[0].start
        if other is not draft and told and end <= start and _adjoins(text, draft, other):
            # The closing mark of what is handed on belongs to it where the opening one does.
            closing = _CLOSING.match(text, other.quote[-1].end)
            stop = closing.end() if closing and len(other.quote) == 1 else other.quote[0].end
            last = Span(draft.quote[-1].start, stop)
            return replace(draft, quote=(*draft.quote[:-1], last, *other.quote[1:]))
    return draft


def _silences(
    text: str, drafts: Sequence[Draft], sentences: Sequence[Span], language: Language
) -> Iterable[Draft]:
    """Find sentences that tell only what is not said, or that something is denied.

    „Nähere Angaben machte sie nicht“, „Den Bericht wies er zurück“.
    """
    taken = [s for draft in drafts for s in (*draft.quote, *draft.roles["cue"])]
    for sentence in sentences:
        if any(sentence.overlap(span) for span in taken):
            continue
        for pattern, stance in _silent(language.code):
            if match := pattern.match(text, *sentence):
                told = {name: Span(*match.span(name)) for name in pattern.groupindex if match[name]}
                yield _silence(told, stance)
                break


def _is_reliance(text: str, draft: Draft, language: Language) -> bool:
    """Tell whether a draft only names what somebody relies on („Das Blatt beruft sich auf …“)."""
    cue = " ".join(part.of(text) for part in draft.roles["cue"])
    return draft.type == "reported" and bool(_relying(language.code).match(cue))


@cache
def _relying(code: str) -> re.Pattern[str]:
    return re.compile("|".join(Language(code).table("silences")["relying"]))


def _without_stray_particle(text: str, draft: Draft, sentences: Sequence[Span]) -> Draft:
    """Drop a particle from the cue that stands in a sentence with nothing else of the draft."""
    cue = draft.roles["cue"]
    others = (*draft.quote, *draft.roles["speaker"])

    def strays(part: Span) -> bool:
        around = next((sentence for sentence in sentences if sentence.overlap(part)), part)
        beside = (*others, *(each for each in cue if each != part))
        return part.of(text) in _PARTICLES and not any(around.overlap(each) for each in beside)

    kept = tuple(part for part in cue if not strays(part))
    return replace(draft, roles={**draft.roles, "cue": kept}) if kept != cue else draft


def _going_on(
    text: str, drafts: Sequence[Draft], sentences: Sequence[Span], language: Language
) -> Iterable[Draft]:
    """Find sentences that go on with what was told („Die Kämpfe halten demnach an“)."""
    quoted = [span for draft in drafts for span in draft.quote]
    for sentence in sentences:
        word = _accordingly(language.code).search(text, *sentence)
        if not word or any(sentence.overlap(span) for span in quoted):
            continue
        before = [
            draft
            for draft in drafts
            if draft.quote[-1].end <= sentence.start
            and draft.roles["speaker"]
            and "\n" not in text[draft.quote[-1].end : sentence.start]
        ]
        if before:
            yield _continuation(text, sentence, Span(*word.span()), before[-1])


def _continuation(text: str, sentence: Span, word: Span, before: Draft) -> Draft:
    start = word.end if word.start == sentence.start else sentence.start
    content = text[start : sentence.end]
    start += len(content) - len(content.lstrip(" ,"))
    quote = Span(start, start + len(content.strip(" ,").rstrip(".")))
    roles: dict[str, Spans] = dict.fromkeys(_ROLES, ())
    roles["speaker"], roles["cue"] = before.roles["speaker"], (word,)
    reading = Reading(roles, "indirect", before.reading.medium, "asserts", 0.0)
    return Draft((quote,), roles, "indirect", reading, _UNHEARD)


@cache
def _accordingly(code: str) -> re.Pattern[str]:
    words = "|".join(Language(code).table("silences")["accordingly"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _silence(spans: dict[str, Span], stance: str) -> Draft:
    roles: dict[str, Spans] = dict.fromkeys(_ROLES, ())
    roles["speaker"] = (spans["speaker"],)
    roles["cue"] = (spans["verb"], spans["rest"]) if "rest" in spans else (spans["verb"],)
    reading = Reading(roles, "reported", "speech", stance, 0.0)
    return Draft((spans["quote"],), roles, "reported", reading, _UNHEARD)


@cache
def _silent(code: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    table = Language(code).table("silences")
    listed = (("patterns", "withholds"), ("denials", "denies"))
    return tuple(
        (re.compile(pattern), stance) for name, stance in listed for pattern in table[name]
    )
