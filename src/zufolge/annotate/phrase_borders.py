"""Completes phrases that were cut short: to their noun, to the name behind it, to their article."""

import re
from collections.abc import Collection, Iterable, Sequence

from zufolge.span import Span

_TOKEN = re.compile(r"[„“”\"»«‚›‹‘]|\w+(?:[-’'./&]\w+)*|[^\w\s]")
_OPENING = {"„": "“”", "»": "«", "«": "»", '"': '"', "“": "”“", "›": "‹", "‚": "‘"}
_LONGEST_NAME = 60
# Words between the cut and the noun („im | von der Stadt bestellten Gutachten“).
_LONGEST_GAP = 4


def tokens(text: str, start: int, end: int) -> list[Span]:
    """Return words and signs of a stretch.

    Args:
        text: the text.
        start: in code points.
        end: exclusive.
    """
    return [Span(*match.span()) for match in _TOKEN.finditer(text, start, end)]


def is_name_word(word: str) -> bool:
    """Tell whether a word begins as a noun or a name does."""
    return word[:1].isupper() or word[:1].isdigit()


def to_head(text: str, span: Span, limit: int) -> Span:
    """Go on to the noun where a phrase ends before it („bei einem Besuch in“ … „Bad Sulza“).

    Args:
        text: the article's text; signs of other stretches may be blanked out.
        span: the phrase.
        limit: no phrase goes on behind it.
    """
    words = tokens(text, span.start, span.end)
    if not words or is_name_word(words[-1].of(text)) or not words[-1].of(text)[0].isalpha():
        return span
    for word in tokens(text, span.end, limit)[:_LONGEST_GAP]:
        shown = word.of(text)
        if is_name_word(shown):
            return Span(span.start, _name_run(text, word.end, limit))
        if not shown[0].isalpha():
            break
    return span


def with_name(text: str, span: Span, limit: int, nouns: Iterable[str]) -> Span:
    """Add the name behind a noun such as „Sender“ or „Podcast“, also in quotation marks.

    Args:
        text: the article's text.
        span: the phrase.
        limit: no phrase goes on behind it.
        nouns: ends of nouns that are followed by their name, in small letters.
    """
    words = tokens(text, span.start, span.end)
    if not words:
        return span
    unclosed = _unclosed(text, words)
    if unclosed == words[-1]:
        return _quoted(text, span, words[-1], limit) or Span(span.start, words[-1].start)
    if unclosed:
        return _quoted(text, span, unclosed, limit) or span
    last = words[-1].of(text)
    if last[:1].isupper() and last.lower().endswith(tuple(nouns)):
        following = tokens(text, span.end, min(limit, span.end + _LONGEST_NAME))
        if following and following[0].of(text) in _OPENING:
            return _quoted(text, span, following[0], limit) or span
        if following and following[0].of(text)[:1].isupper():
            return Span(span.start, _name_run(text, span.end, limit))
    # „Radio“ of „Radio Solling“ is a part of the name.
    if len(words) > 1 and words[-2].of(text).lower().endswith(tuple(nouns)):
        return Span(span.start, _name_run(text, span.end, limit))
    return span


def with_article(
    text: str, span: Span, limit: int, determiners: Collection[str], nouns: Iterable[str]
) -> Span:
    """Begin with the article and the adjectives in front („der Nachrichtenagentur“).

    Args:
        text: the article's text.
        span: the phrase.
        limit: no phrase begins before it.
        determiners: the articles, in small letters.
        nouns: ends of nouns whose name may follow them („dem Sender Radio Ostsee“).
    """
    start = span.start
    for word in reversed(tokens(text, max(limit, span.start - _LONGEST_NAME), span.start)):
        shown = word.of(text)
        if shown.lower() in determiners:
            return Span(word.start, span.end)
        adjective = shown.islower() and shown.endswith(("e", "en", "er", "em", "es"))
        if not adjective and shown not in _OPENING and not shown.lower().endswith(tuple(nouns)):
            break
    return Span(start, span.end)


def word_before(text: str, start: int, limit: int) -> str:
    """Return the word or sign directly before a place, in small letters; "" at the limit."""
    found = tokens(text, max(limit, start - _LONGEST_NAME), start)
    return found[-1].of(text).lower() if found else ""


def _name_run(text: str, start: int, limit: int) -> int:
    """Return the end of the capitals that follow without a sign between."""
    end = start
    for word in tokens(text, start, limit):
        if text[end : word.start].strip() or "\n" in text[end : word.start]:
            break
        if not is_name_word(word.of(text)) or word.of(text)[0].isdigit():
            break
        end = word.end
    return end


def _quoted(text: str, span: Span, mark: Span, limit: int) -> Span | None:
    closing = _OPENING[mark.of(text)]
    for place in range(mark.end, min(limit, mark.end + _LONGEST_NAME)):
        if text[place] in closing:
            return Span(span.start, place + 1)
        if text[place] in "\n\x00":
            return None
    return None


def _unclosed(text: str, words: Sequence[Span]) -> Span | None:
    """Return the quotation mark that opens in a phrase and does not close in it."""
    opened: Span | None = None
    for word in words:
        sign = word.of(text)
        if opened and sign in _OPENING[opened.of(text)]:
            opened = None
        elif not opened and sign in _OPENING:
            opened = word
    return opened
