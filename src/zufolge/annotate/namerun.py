"""Finds runs of capitals that may be a name, and the noun in front that tells of what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from zufolge.annotate.actors.lexicon import (
    Noun,
    find_noun,
    general_class,
    is_dropped,
    is_first_name,
    is_title,
)
from zufolge.languages import Language
from zufolge.span import Span

# Signs that no name goes across; the stop of an initial or title is one that it does.
_BREAK = re.compile(r"(?<!\b\w)(?<!\bDr)(?<!\bProf)[.;:!?,„“”\"»«()\n/]|\s[–—-]+\s|\+\+\+")
_WORD = re.compile(r"(?:\b(?:\w|Dr|Prof)\.)|\w+(?:[-.'’&]\w+)*|&")
# „al-Masri“ is a name, though it begins with a small letter.
_BEFORE_NAMES = ("al-", "el-", "as-", "ad-", "an-", "ar-", "d’", "d'")
# Particles that only stand behind another one („von der“), because they are articles as well.
_SECOND = frozenset(("der", "den", "dem"))


@dataclass(frozen=True, slots=True)
class Token:
    """A word with what is known of it.

    Args:
        span: half-open, in code points.
        text: the word.
        noun: what the table of actors knows of it, if it begins with a capital.
        common: whether it begins noun phrases and never names („Der“, „Laut“, „Angaben“).
        kind: the general class of a noun („media“), or ``""``.
    """

    span: Span
    text: str
    noun: Noun | None
    common: bool
    kind: str

    @property
    def small(self) -> bool:
        """Whether it begins with a small letter."""
        return self.text[0].islower() and not self.text.startswith(_BEFORE_NAMES)

    @property
    def acronym(self) -> bool:
        """Whether it has several capitals or a figure inside („VGS“, „Rennsteig24“)."""
        return sum(sign.isupper() or sign.isdigit() for sign in self.text) > 1 and (
            "-" not in self.text
        )

    @property
    def article(self) -> bool:
        """Whether it is a definite or indefinite article."""
        return self.text.lower() in _ARTICLES


_ARTICLES = frozenset(
    ("der", "die", "das", "dem", "den", "des", "ein", "eine", "einer", "eines", "einem", "einen")
)


@dataclass(frozen=True, slots=True)
class Run:
    """Capitals in a row that may be one name.

    Args:
        tokens: its words, at least one.
        text: the words with single blanks.
        title: whether a noun for a person stands in front („Ministerin“).
        body: the class of the noun for a body in front („media“), or ``""``.
        institution: whether a noun for a body is part of the run („Polizeidirektion Plön“).
        legal: whether a legal form ends it („Wendolin AG“).
        article: whether an article stands before run and noun.
        behind: the preposition in front where a source stands before it, or ``""``.
    """

    tokens: tuple[Token, ...]
    title: bool = False
    body: str = ""
    institution: bool = False
    legal: bool = False
    article: bool = False
    behind: str = ""

    @property
    def text(self) -> str:
        """The words with single blanks."""
        return " ".join(token.text for token in self.tokens)

    @property
    def span(self) -> Span:
        """From the first to the last word."""
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)

    @property
    def personal(self) -> bool:
        """Whether it may name a person: no figure, and only the surname may be a noun as well."""
        words = [token for token in self.tokens if not token.small]
        first = words[0]
        if first.text[0].isdigit() or self.institution or any(word.acronym for word in words):
            return False
        return all(word.noun is None for word in words[:-1]) and not (
            len(words) == 1 and words[0].noun is not None
        )


def pieces(text: str, span: Span, language: Language) -> list[list[Token]]:
    """Cut a stretch where no name goes on, and into words.

    Args:
        text: the article's text.
        span: half-open, in code points.
        language: supplies the tables ``names`` and ``actors``.

    Returns:
        The words of each piece.
    """
    borders = [span.start, *(m.end() for m in _BREAK.finditer(text, *span)), span.end]
    return [
        [_token(match.group(), Span(*match.span()), language) for match in found]
        for start, end in pairwise(borders)
        if (found := list(_WORD.finditer(text, start, end)))
    ] or [[]]


def _token(word: str, span: Span, language: Language) -> Token:
    capital = not word[0].islower()
    noun = find_noun(word, language.code) if capital and word[0].isalpha() else None
    common = word in _sourcing(language.code) or word.lower() in _beginnings(language.code)
    kind = general_class(word, language.code) if noun and noun.kind != "person" else ""
    return Token(span, word, noun, common, kind)


@cache
def _sourcing(code: str) -> frozenset[str]:
    return frozenset(Language(code).table("sourcing")["nouns"])


@cache
def _beginnings(code: str) -> frozenset[str]:
    table = Language(code).table("names")
    prepositions = Language(code).table("actors")["determiners"]["prepositions"]
    return frozenset((*table["determiners"], *table["units"], *prepositions))


def runs(words: Sequence[Token], language: Language) -> list[Run]:
    """Find the runs of capitals in a piece, without the nouns that only tell what they are.

    Args:
        words: a piece of text without punctuation.
        language: supplies the particles that stand inside of names.

    Returns:
        The runs from left to right.
    """
    found, start = [], 0
    while start < len(words):
        if words[start].small or words[start].common or words[start].text[0].isdigit():
            start += 1
            continue
        end = _end(words, start, language)
        run = _run(words, start, end, language)
        # „43 Verstöße“
        if run and not (start > 0 and words[start - 1].text[0].isdigit()):
            found.append(run)
        start = end
    return found


def _end(words: Sequence[Token], start: int, language: Language) -> int:
    """Return where the capitals that begin at a word end."""
    particles = language.table("names")["particles"]
    end = start + 1
    while end < len(words):
        word = words[end]
        if word.text[0].isdigit():
            # „Kanal 9“, but not „Nordbahn 27 Prozent“.
            last = end + 1 == len(words) or words[end + 1].small
            return end + 1 if last and word.text.isdigit() else end
        if word.small:
            after = _behind_particles(words, end, particles)
            if word.text == "für" and _is_institute(words, start, end):
                # „Institut für Erdphysik“
                after = end + 1
            elif not after or not _takes_particle(words, start, end, language):
                break
            end = after
        elif word.common or _is_crowd(word):
            break
        end += 1
    return end


def _behind_particles(words: Sequence[Token], at: int, particles: Sequence[str]) -> int:
    """Return where a name goes on behind particles („von der“), or 0."""
    first = words[at].text
    if first in _SECOND or first not in particles:
        return 0
    while at < len(words) and words[at].text in particles:
        at += 1
    return at if at < len(words) and not words[at].small and not words[at].common else 0


def _is_crowd(word: Token) -> bool:
    """Tell whether a noun for people in the plural begins another phrase („Journalisten“)."""
    person = word.noun is not None and word.noun.kind == "person"
    return person and word.text.endswith(("en", "ern"))


def _is_institute(words: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether „für“ goes on with a body's name: behind its noun, before another noun."""
    noun = words[end - 1].noun
    body = noun is not None and noun.kind in _BODIES
    return body and end + 1 < len(words) and not words[end + 1].small and not words[end + 1].common


def _takes_particle(words: Sequence[Token], start: int, end: int, language: Language) -> bool:
    """Tell whether what stands before „von“ is a first name only („Ina von der Heide“)."""
    own = [word for word in words[start:end] if word.noun is None]
    last = words[end - 1]
    return last.noun is None and (len(own) == 1 or is_first_name(last.text, language.code))


def _run(words: Sequence[Token], start: int, end: int, language: Language) -> Run | None:
    """Take the nouns in front of a name off („Agentur“, „Ministerin“)."""
    described = start > 1 and words[start - 1].small and words[start - 2].article
    article = start > 0 and (words[start - 1].article or described)
    behind = _behind(words, start)
    title, body = False, ""
    first = _first_name(words, start, end, language)
    if first > start:
        # „Orthopädin Ina Lohe“: whatever stands before a first name tells who it is.
        start, title = first, True
    while start < end and not (title and start == first):
        noun = words[start].noun
        if is_title(words[start].text, language.code):
            title = True
        elif noun is None or words[start].text in language.table("names")["adjectives"]:
            break
        elif noun.kind == "person" and (end - start > 1 or title):
            if title and end - start == 1:
                # „Sprecher Fischer“: the last one is the surname.
                break
            title = True
        elif noun.kind in ("document", "data") and not words[start].acronym:
            title, body = False, ""
        elif end - start > 1 and _is_told(words[start:end], language):
            body = words[start].kind or "group"
        else:
            break
        start += 1
    tokens = tuple(words[start:end])
    if not tokens:
        return None
    institution = any(t.noun is not None and t.noun.kind in _BODIES for t in tokens)
    if len(tokens) == 1 and tokens[0].noun is not None and not (title or body or tokens[0].acronym):
        return None
    forms = language.table("actors")["legal"]["forms"]
    legal = len(tokens) > 1 and tokens[-1].text.lower().strip(".") in forms
    return Run(tokens, title, body, institution, legal, article, behind)


def _first_name(words: Sequence[Token], start: int, end: int, language: Language) -> int:
    """Return where a first name with a surname behind it begins inside of a run, or -1."""
    for at in range(start + 1, end - 1):
        single = words[at].noun is None and not words[at].small and not words[at + 1].small
        if single and is_first_name(words[at].text, language.code):
            # „Hans Peter Sand“ begins with the first of them.
            return at if not is_first_name(words[at - 1].text, language.code) else -1
    return -1


def _is_told(words: Sequence[Token], language: Language) -> bool:
    """Tell whether a noun only tells what body the rest names („Umweltverband BUND“)."""
    if words[1].text[0].isdigit() or words[1].small:
        return False
    acronym = len(words) == 2 and words[1].text.isupper()
    return acronym or is_dropped(words[0].text, language.code)


def _behind(words: Sequence[Token], start: int) -> str:
    """Return the preposition before a run behind a source („Daten von Ponterra“)."""
    if start == 0 or not words[start - 1].small:
        return ""
    source = words[start - 2] if start > 1 else None
    sourced = source is None or source.common or source.small
    papers = source is not None and source.noun is not None and source.noun.kind not in _BODIES
    return words[start - 1].text if sourced or papers else ""


_BODIES = ("organisation", "office")
