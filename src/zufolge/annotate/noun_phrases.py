"""Draws the borders of the phrases that name somebody: the whole noun phrase and no more.

„hat ein Lotse in“ becomes „ein Lotse in Wismar“, „vertrauter Jurist“ „Ein mit dem Plan vertrauter
Jurist“, „Brandau dem Sender“ „Brandau“.
"""

import re
from collections.abc import Sequence
from functools import cache

from zufolge.annotate.actors.lexicon import find_noun, general_class
from zufolge.languages import Language
from zufolge.span import Span

# The stop of a title or an initial belongs to it where a name goes on: „Dr. Ina Holm“, „J. Weber“.
_TOKEN = r"\b(?:{titles}|[A-ZÄÖÜ])\.(?=\s[A-ZÄÖÜ])|\w+(?:[-.'’&/]\w+)*|[„“”\"»«›‹]|[^\w\s]"
_ADJECTIVE = re.compile(r"[a-zäöüß-]+(?:e|en|er|es|em)$")
# Ends of nouns for things, which take a genitive („Lagemeldung der Armee“) as no surname does.
_THING = re.compile(
    r"(?:ung|heit|keit|schaft|ion|tät|feld|nis|tum|lage|stelle|mail|frage|kreise?n?)$"
)
_SURNAME_BEHIND = re.compile(
    r",\s+(?=(?:[A-ZÄÖÜ][\w-]+\s){1,3}[A-ZÄÖÜ][\w-]+$|(?:die|der|das)\s[„“\"»«])"
)
_OPEN, _CLOSE = '„“"»«›‹', '“”"«»‹›'
_LONGEST_QUOTED = 50
# Words that begin a complement: a genitive, a place, what always belongs to the noun, and what does
# if it was marked.
_GENITIVE = frozenset(("der", "des", "eines", "einer", "seiner", "ihrer", "seines", "ihres"))
_PLACING = frozenset(("aus", "in", "im", "am"))
_JOINING = frozenset(("von", "vom", "für", "um", "namens"))
_LOOSE = frozenset(
    ("und", "mit", "beim", "hinter", "ohne", "gegen", "über", "zwischen", "bei", "zur")
)
# What a participle takes before it: „Ein mit den Gesprächen vertrauter …“.
_INSIDE = re.compile(
    r"\b(?:[Ee]in(?:e[mnrs]?)?|[Dd](?:er|ie|as|em|en|es)|[Mm]ehrere[nr]?|[Zz]wei|[Dd]rei)\s"
    r"(?:(?:nicht\s)?(?:mit|in|an|von|am|im|bei|zu|vom|zum|zur|seit|bisher)\s)(?:[\w-]+\s){0,4}$"
)


def whole_phrase(text: str, span: Span, sentence: Span, language: Language) -> Span:
    """Draw the borders of a phrase that a model marked roughly.

    Args:
        text: the article's text.
        span: half-open, in code points.
        sentence: the sentence that it stands in.
        language: supplies the tables ``actors`` and ``names``.

    Returns:
        The noun phrase with its determiner, adjectives and complements, or the pronoun.
    """
    span = _with_marks(text, _name_behind(text, span), sentence)
    words = [Span(*match.span()) for match in _token(language.code).finditer(text, *sentence)]
    first = next((n for n, word in enumerate(words) if word.end > span.start), None)
    if first is None:
        return span
    last = next((n for n, word in enumerate(words) if word.end >= span.end), len(words) - 1)
    phrase = _Words(text, words, language)
    first = phrase.begin(first, last)
    last = phrase.end(first, last)
    first = phrase.extended(first)
    return Span(words[first].start, words[last].end)


@cache
def _token(code: str) -> re.Pattern[str]:
    titles = "|".join(Language(code).table("names")["titles"])
    return re.compile(_TOKEN.format(titles=titles))


def _name_behind(text: str, span: Span) -> Span:
    """Take the name behind a description („Eine Zeitung aus Graz, die „Kleine Bühne““)."""
    found = _SURNAME_BEHIND.search(text[span.start : span.end])
    return Span(span.start + found.end(), span.end) if found else span


def _with_marks(text: str, span: Span, sentence: Span) -> Span:
    """Take in the quotation mark whose partner lies inside („der Verband „Zug“ „um Zug“)."""
    inside = span.of(text)
    opened = max((inside.rfind(mark) for mark in _OPEN), default=-1)
    marks = sum(sign in _OPEN + _CLOSE for sign in inside)
    if marks % 2 == 0:
        before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
        if before and before in _OPEN and after and after in _CLOSE:
            return Span(span.start - 1, span.end + 1)
        return span
    if opened >= 0 and opened < len(inside) - 1:
        limit = min(sentence.end, span.end + _LONGEST_QUOTED)
        closing = [i for i in range(span.end, limit) if text[i] in _CLOSE]
        return Span(span.start, closing[0] + 1) if closing else span
    limit = max(sentence.start, span.start - _LONGEST_QUOTED)
    opening = [i for i in range(limit, span.start) if text[i] in _OPEN]
    return Span(opening[-1], span.end) if opening else span


class _Words:
    """The words of a sentence, with the questions that a phrase's borders depend on."""

    def __init__(self, text: str, words: Sequence[Span], language: Language) -> None:
        self.texts = [word.of(text) for word in words]
        self.text, self.words, self.language = text, words, language
        table = language.table("actors")
        self.determiners = {
            word
            for group in ("definite", "demonstrative", "indefinite", "possessive")
            for word in table["determiners"][group]
        }
        self.agencies = frozenset(language.table("names")["agencies"])
        self.messages = set(table["transparent"]["heads"])
        self.prepositions = set(table["determiners"]["prepositions"])
        self.pronouns = {word for group in table["pronouns"].values() for word in group}

    def _small(self, at: int) -> bool:
        return self.texts[at][0].islower()

    def _noun(self, at: int) -> bool:
        """Tell whether a word is written as a noun („Amt“, „54-Jährige“, „al-Dahmi“)."""
        if not 0 <= at < len(self.texts):
            return False
        word = self.texts[at]
        if word in self.agencies:
            return True
        return word[0].isupper() or ("-" in word and any(p[:1].isupper() for p in word.split("-")))

    def _article(self, at: int) -> bool:
        return 0 <= at < len(self.texts) and self.texts[at].lower() in self.determiners

    def begin(self, first: int, last: int) -> int:
        """Leave out a verb, a preposition or a pronoun in front of the phrase."""
        word = self.texts[first].lower()
        if self._article(first) or not self._small(first):
            return first
        if word in self.prepositions and first < last and self._noun(first + 1):
            return first + 1
        for at in range(first + 1, min(last, first + 4) + 1):
            if self._article(at) and at < last:
                between = self.texts[first:at]
                return at if all(each[0].islower() for each in between) else first
        if first < last and self._noun(first + 1) and word.endswith(("te", "ten", "t")):
            # „räumte Lotse Mahl“: no article, and the end of a verb.
            return first + 1
        return first

    def end(self, first: int, last: int) -> int:
        """Leave out what stands behind the phrase, and finish a complement that was cut."""
        if first == last:
            return last
        if self.texts[first].lower() in self.pronouns and not self._article_of_noun(first, last):
            return first
        at = self._head(first, last)
        while at < last:
            step = self._complement(at, last)
            if step == at:
                break
            at = step
        return at

    def _article_of_noun(self, first: int, last: int) -> bool:
        """Tell whether „der“ or „die“ is an article here, not a pronoun."""
        return self._article(first) and any(self._noun(n) for n in range(first + 1, last + 1))

    def _head(self, first: int, last: int) -> int:
        """Return the last of the capitals in a row that the phrase begins with."""
        begin = first + 1 if self._article(first) else first
        if begin > first and self.texts[begin].lower() in self.prepositions:
            # „einer am Montag veröffentlichten Mitteilung“: the last noun is the head.
            return max((n for n in range(begin, last + 1) if self._noun(n)), default=last)
        at = next((n for n in range(begin, last + 1) if self._noun(n)), last)
        return self._row(at, last)

    def _row(self, at: int, last: int) -> int:
        """Return the last of the capitals in a row."""
        first = at
        particles = self.language.table("names")["particles"]
        inside = at > 0 and self.texts[at - 1] in '„“"»«'
        while at < last:
            following = self.texts[at + 1]
            if following in '„“"»«' and not inside and self._quoted(at + 1):
                at = self._quoted(at + 1)
            elif at >= first and self._apart(first, at):
                break
            elif self._noun(at + 1) or following.isdigit() or following[0] in '”“»«"(&)-':
                at += 1
            elif following in particles and self._noun(at + 2) and self._first_name(at):
                at += 2
            else:
                break
        if "(" in self.texts[at - 1 : at + 1] and self.texts[at + 1 : at + 2] == [")"]:
            at += 1
        return at

    def _apart(self, first: int, at: int) -> bool:
        """Tell whether a noun for people behind a word begins another phrase.

        „der Agentur Tass | Sprecher Orlow“, „eine Sprecherin | Journalisten“.
        """
        code = self.language.code
        following = find_noun(self.texts[at + 1], code)
        if following is None or following.kind != "person" or not self._noun(at + 1):
            return False
        here = [find_noun(word, code) for word in self.texts[first : at + 1]]
        if following.plural or self.texts[at + 1].endswith(("en", "ern")):
            person = here[-1] is not None and here[-1].kind == "person"
            return person or (at > first and here[-1] is None)
        outlet = any(general_class(word, code) == "media" for word in self.texts[first:at])
        person = here[-1] is not None and here[-1].kind == "person"
        return outlet and not person and self._noun(at + 2)

    def _first_name(self, at: int) -> bool:
        return find_noun(self.texts[at], self.language.code) is None

    def _quoted(self, at: int) -> int:
        """Return where the quotation mark that opens here is closed, or 0."""
        behind = range(at + 1, min(at + 8, len(self.texts)))
        return next((n for n in behind if self.texts[n] in '“”"«»'), 0)

    def _complement(self, at: int, last: int) -> int:
        """Return the last word of the complement that begins behind a word, or that word."""
        following = self.texts[at + 1]
        named = self._named(at)
        # „der Sprecher der“: what the model cut off there was no part of it.
        message = self.texts[at].lower() in self.messages
        genitive = (
            following in _GENITIVE
            and not named
            and (at + 2 <= last or following == "des" or message)
        )
        place = following in _PLACING and not named and not self._office(at)
        joined = (following in _JOINING and not (named and following == "von")) or (
            following in _LOOSE and at + 2 <= last
        )
        if not (genitive or ((place or joined) and self._joins(at + 1))):
            return at
        end = at + 2
        if genitive and self.texts[end : end + 1] and self.texts[end] in '„“"»«':
            return max(at, self._quoted(end))
        while end < len(self.texts) and not self._noun(end):
            small = _ADJECTIVE.match(self.texts[end]) or self._article(end)
            if not small or end > at + 4:
                return at
            end += 1
        if end >= len(self.texts):
            return at
        adjective = self.texts[end].endswith("er") and self._noun(end + 1)
        return self._row(end, max(last, end + 1 if adjective else end))

    def _named(self, at: int) -> bool:
        """Tell whether a word is a person's or body's name, not a noun."""
        word = self.texts[at]
        if not self._noun(at) or find_noun(word, self.language.code) or _THING.search(word):
            return not self._noun(at)
        # „die Kenianerin“: an article before it makes it a noun.
        return not (at > 0 and (self._article(at - 1) or _ADJECTIVE.match(self.texts[at - 1])))

    def _office(self, at: int) -> bool:
        noun = find_noun(self.texts[at], self.language.code)
        return noun is not None and noun.kind == "office"

    def _joins(self, at: int) -> bool:
        """Tell whether a preposition is followed by a noun phrase, not by a date or a verb."""
        units = self.language.table("names")["units"]
        following = self.texts[at + 1 : at + 4]
        nouns = [word for word in following if word[0].isupper() or word in _OPEN]
        return bool(nouns) and nouns[0].lower() not in units

    def extended(self, first: int) -> int:
        """Take in adjectives and determiner in front of the phrase."""
        if self._article(first) or self.texts[first].lower() in self.pronouns:
            return first
        at = first
        while at > 0 and _ADJECTIVE.match(self.texts[at - 1]) and not self._article(at - 1):
            at -= 1
        if at > 0 and self.texts[at - 1].lower() == "das" and self.texts[at].endswith("en"):
            # „Das legen …“ is a verb.
            return first
        described = not self._noun(first) or self._common(first)
        if at > 0 and self._article(at - 1) and described:
            return at - 1
        before = self.text[self.words[0].start : self.words[at].start]
        participle = self.texts[at][0].islower()
        found = _INSIDE.search(before) if participle else None
        if found:
            begin = self.words[0].start + found.start()
            return next(n for n, word in enumerate(self.words) if word.start == begin)
        return first

    def _common(self, at: int) -> bool:
        quoted = self.texts[at] in '„“"»«›‹'
        return quoted or find_noun(self.texts[at], self.language.code) is not None
