"""Finds the named persons and bodies of an article and draws the borders of their names.

A model marks roughly where a name stands („Vertreter Merle Dahl dem Sender Nordfunk“); where it
begins and ends follows from how German builds names: capitals in a row behind a noun that tells
what they name. What the model misses is found by the same nouns, and by a name's second mention.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from zufolge.annotate.actors.lexicon import find_noun, is_first_name
from zufolge.annotate.attribution import Attribution
from zufolge.annotate.namerun import Run, Token, pieces, runs
from zufolge.languages import Language
from zufolge.span import Span

Named = tuple[Span, str]

_WORD = re.compile(r"\w+(?:[-’']\w+)*")
# A single letter or two („W.“) would be found everywhere.
_SHORTEST = 3
# An office, a first name and a surname.
_FULL = 3


def names(text: str, attribution: Attribution, language: Language) -> list[Named]:
    """Return the named entities of an article.

    „Umweltminister Jeppe Lindal“ becomes „Jeppe Lindal“, „die Agentur Kustnytt. Sie“ „Kustnytt“.

    Args:
        text: the article's text.
        attribution: what the model says of it.
        language: supplies the tables ``names`` and ``actors``.

    Returns:
        Half-open spans in code points with their kind (PER, ORG, LOC, OTH), in order.
    """
    marked = [
        (Span(attribution.words[start].start, attribution.words[end - 1].end), kind)
        for (start, end), kind in attribution.names
    ]
    found = [name for span, kind in marked for name in _inside(text, span, kind, language)]
    told = _told(text, attribution.sentences, marked, language)
    settled = _apart([*told, *found])
    return sorted(_with_repeated(text, _unified(text, settled), language))


def _inside(text: str, whole: Span, kind: str, language: Language) -> list[Named]:
    """Return the names inside a stretch that the model marked."""
    found = pieces(text, whole, language)
    if kind in ("LOC", "OTH"):
        words = max(found, key=len)
        name = _trimmed(words)
        return [(name, kind)] if name else []
    every = [word for words in found for word in words]
    return [
        (run.span, told)
        for words in found
        for run in (_without_title(each, kind) for each in runs(words, language))
        if (told := _kind(run, kind, every, language))
    ]


def _without_title(run: Run, marked: str) -> Run:
    """Take the first of three capitals behind an article off a person („die Zweite Noor Aas“)."""
    if marked != "PER" or not run.article or len([t for t in run.tokens if not t.small]) < _FULL:
        return run
    return replace(run, tokens=run.tokens[1:], title=True, institution=False)


def _trimmed(words: Sequence[Token]) -> Span | None:
    while words and (words[0].small or words[0].common):
        words = words[1:]
    while words and words[-1].small:
        words = words[:-1]
    if not words or (len(words) == 1 and words[0].noun and not words[0].acronym):
        return None
    return Span(words[0].span.start, words[-1].span.end)


def _kind(run: Run, marked: str, words: Sequence[Token], language: Language) -> str | None:
    """Return what a run of capitals names, or null where it may be any noun."""
    if run.body or run.legal:
        return "ORG"
    if run.title or is_first_name(run.tokens[0].text, language.code):
        return "PER" if run.personal else None
    if marked == "PER" and run.personal and (len(run.tokens) > 1 or _alone(run, words)):
        return "PER"
    if marked == "PER" and not run.institution:
        return None
    if len(run.tokens) > 1 or run.tokens[0].acronym or run.behind in ("von", "bei"):
        return "ORG"
    return "ORG" if _alone(run, words) else None


def _alone(run: Run, words: Sequence[Token]) -> bool:
    """Tell whether a run is all that was marked, apart from small words around it."""
    others = [word for word in words if word not in run.tokens]
    return all(word.small and not word.article for word in others)


def _told(
    text: str, sentences: Sequence[Span], marked: Sequence[Named], language: Language
) -> list[Named]:
    """Return the names that stand behind a noun which tells what they are."""
    found: list[Named] = []
    for sentence in sentences:
        for words in pieces(text, sentence, language):
            for run in runs(words, language):
                seen = any(span.overlap(run.span) for span, _ in marked)
                if run.legal or (run.body and (run.body == "media" or run.institution or seen)):
                    found.append((run.span, "ORG"))
                elif run.personal and _person_told(run, language):
                    found.append((run.span, "PER"))
    return found


def _person_told(run: Run, language: Language) -> bool:
    if len(run.tokens) > 1:
        return run.title or is_first_name(run.tokens[0].text, language.code)
    # „die Präsidentin Frankreichs“ names no person.
    return run.title and not run.article and not run.text.endswith("s")


def _apart(found: Iterable[Named]) -> list[Named]:
    """Keep the longest of names that overlap, the first of equals."""
    kept: list[Named] = []
    for span, kind in sorted(dict.fromkeys(found), key=lambda n: n[0].start - n[0].end):
        if not any(span.overlap(other) for other, _ in kept):
            kept.append((span, kind))
    return kept


def _unified(text: str, found: Sequence[Named]) -> list[Named]:
    """Give names alike one kind: a surname is its bearer's, a part of a body's name that body's."""
    persons = [span.of(text) for span, kind in found if kind == "PER"]
    bodies = [span.of(text) for span, kind in found if kind == "ORG"]
    surnames = {name.split()[-1] for name in persons if " " in name}
    parts = {*bodies, *(name.split()[0] for name in bodies)}
    unified = []
    for span, kind in found:
        name = span.of(text)
        if kind == "PER" and bodies.count(name) > persons.count(name):
            unified.append((span, "ORG"))
        elif kind in ("ORG", "LOC", "OTH") and name in surnames:
            unified.append((span, "PER"))
        elif kind == "LOC" and name in parts and name not in surnames:
            unified.append((span, "ORG"))
        else:
            unified.append((span, kind))
    return unified


def _with_repeated(text: str, found: list[Named], language: Language) -> list[Named]:
    """Add the other mentions of persons by their surname and of bodies by their name."""
    known: dict[str, str] = {}
    for span, kind in found:
        name = span.of(text)
        if kind == "PER" and len(name.split()) > 1:
            known[name.split()[-1]] = "PER"
        elif kind == "ORG" and find_noun(name, language.code) is None:
            known[name] = "ORG"
    words = [name for name in known if len(name) >= _SHORTEST and name[0].isupper()]
    if not words:
        return found
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    added = []
    for match in re.finditer(rf"(?<![\w-])({alternatives})(?=s?(?![\w-]))", text):
        span = Span(*match.span())
        if not any(span.overlap(other) for other, _ in found) and not _is_noun(
            text, span, language
        ):
            added.append((span, known[match.group()]))
    return [*found, *added]


def _is_noun(text: str, span: Span, language: Language) -> bool:
    """Tell whether a surname stands here as the noun that it also is („der Bauer“)."""
    if find_noun(span.of(text), language.code) is None:
        return False
    before = _WORD.findall(text[max(0, span.start - 20) : span.start])
    return bool(before) and before[-1].lower() in language.table("names")["determiners"]
