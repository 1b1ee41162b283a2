"""Finds the addressee of a statement: whom its speaker speaks to."""

from itertools import pairwise

from zufolge.annotate.actors.lexicon import find_noun
from zufolge.annotate.phrase_borders import (
    is_name_word,
    to_head,
    tokens,
    with_article,
    with_name,
    word_before,
)
from zufolge.annotate.stretch import BLANK, Stretch, ends_like
from zufolge.span import Span
from zufolge.statement import Spans


def find_addressee(around: Stretch, marked: Spans, channel: Span | None) -> Span | None:
    """Return the phrase that names those addressed.

    „habe ihm gesagt“, „sagte sie dem Sender Nordfunk“, „wollte er von der Stadt wissen“, „in einem
    Brief an die Eltern“.

    Args:
        around: the stretch around the words of saying.
        marked: what the model marked as addressee or channel, the likelier first.
        channel: the channel, which is no addressee.
    """
    found = _pronoun(around) or _asked_of(around) or _opposite(around)
    for span in marked:
        found = found or _marked(around, span)
    found = found or _dative(around) or _accusative(around) or _sent_to(around)
    if found is None or (channel and channel.overlap(found)):
        return _interviewer(around, channel) if channel else None
    return found


def _pronoun(around: Stretch) -> Span | None:
    table = around.table["addressee"]
    if not around.says(table["dative"]):
        return None
    for clause in around.clauses:
        words = tokens(around.shown, *clause)
        for before, word, after in zip(words, words[1:], [*words[2:], None], strict=False):
            shown = word.of(around.shown)
            follows = after.of(around.shown) if after else ""
            if (
                before.of(around.shown).lower() in table["auxiliaries"]
                and shown in table["pronouns"]
                and not (shown in ("ihr", "uns") and is_name_word(follows))
            ):
                return word
    return None


def _asked_of(around: Stretch) -> Span | None:
    """Find those of whom an answer or an act is wanted („forderte Ehrlichkeit von der Stadt“)."""
    if not around.says(around.table["addressee"]["asking"]):
        return None
    for clause in around.clauses:
        for word in tokens(around.shown, *clause):
            if word.of(around.shown) == "von":
                span = to_head(around.shown, word, clause.end)
                return span if span != word else None
    return None


def _opposite(around: Stretch) -> Span | None:
    """Find „gegenüber der Agentur Nord“ and „der Agentur Nord gegenüber“."""
    for clause in around.clauses:
        words = tokens(around.shown, *clause)
        for number, word in enumerate(words):
            if word.of(around.shown).lower() != "gegenüber":
                continue
            behind = _complete(around, word)
            if behind != word:
                return behind
            run = words[max(0, number - _LONGEST_BEFORE) : number]
            articles = around.table["grammar"]["determiners"]
            starts = [w.start for w in run if w.of(around.shown).lower() in articles]
            return Span(starts[-1], run[-1].end) if starts else None
    return None


_LONGEST_BEFORE = 5


def _interviewer(around: Stretch, channel: Span) -> Span | None:
    """Find the partner of „im Gespräch mit dem Sender Nord“."""
    words = tokens(around.shown, *channel)
    for noun, word, after in zip(words, words[1:], words[2:], strict=False):
        talk = ends_like(noun.of(around.shown).lower(), around.table["channel"]["talks"])
        if talk and word.of(around.shown) == "mit":
            return Span(after.start, channel.end)
    return None


def _accusative(around: Stretch) -> Span | None:
    """Find the object of a verb of asking („bat die Gäste um Geduld“, „forderte die Stadt auf“)."""
    table = around.table["addressee"]
    if not around.says(table["accusative"]):
        return None
    for clause in around.clauses:
        verb = next((part for part in around.cue if clause.overlap(part)), None)
        words = [w for w in tokens(around.shown, *clause) if verb and w.start >= verb.end]
        for before, word in zip([None, *words], words, strict=False):
            ahead = before.of(around.shown).lower() if before else ""
            article = word.of(around.shown).lower()
            if article not in table["objects"] or ahead in (*table["excluding"], "an", "von"):
                continue
            span = _complete(around, word)
            if span != word and span.end <= clause.end:
                return span
    return None


def _marked(around: Stretch, marked: Span) -> Span | None:
    """Complete what the model marked, if its case or preposition lets it be an addressee."""
    if BLANK in marked.of(around.shown):
        return None
    table = around.table["addressee"]
    span = _complete(around, marked)
    words = tokens(around.shown, *span)
    while words and (
        words[0].of(around.shown).lower() in table["times"]
        or not words[0].of(around.shown)[0].isalpha()
    ):
        words = words[1:]
    if not words or words[0].of(around.shown).lower() in table["excluding"]:
        return None
    span = Span(words[0].start, span.end)
    determiners = around.table["grammar"]["determiners"]
    named = around.table["channel"]["named"]
    span = with_article(around.shown, span, around.window.start, determiners, named)
    before = word_before(around.shown, span.start, around.window.start)
    if before in ("an", "gegenüber"):
        return Span(around.shown.lower().rfind(before, 0, span.start), span.end)
    if before in table["excluding"] or before == "von" or not _may_be_told(around, span):
        return None
    return span


def _complete(around: Stretch, span: Span) -> Span:
    limit, named = around.window.end, around.table["channel"]["named"]
    return with_name(around.shown, to_head(around.shown, span, limit), limit, named)


def _may_be_told(around: Stretch, span: Span) -> bool:
    """Tell by its case whether a phrase can be the one that is addressed."""
    words = [word.of(around.shown) for word in tokens(around.shown, *span)]
    grammar = around.table["grammar"]
    first, nouns = words[0].lower(), [word for word in words if word[:1].isupper()]
    behind = tokens(around.text, span.end, around.window.end)[:1]
    if behind and behind[0].of(around.text).lower() in ("zufolge", "nach"):
        return False
    if not nouns:
        return first in around.table["addressee"]["pronouns"] or (
            first in grammar["accusatives"] and around.says(around.table["addressee"]["accusative"])
        )
    if first in grammar["nominatives"] or words[-1][:1].islower():
        return False
    if first in grammar["accusatives"]:
        return around.says(around.table["addressee"]["accusative"])
    noun = find_noun(nouns[0], around.language) if first == "der" else None
    # „der Sender“ is a nominative, „der Agentur“ a dative.
    return not (noun and noun.gender == "m" and not noun.plural)


def _dative(around: Stretch) -> Span | None:
    """Find a phrase whose article is a dative by itself („sagte er dem Sender Nordfunk“)."""
    table = around.table["addressee"]
    if not around.says(table["dative"]):
        return None
    articles = {*table["determiners"], *table["plural"], *table["ambiguous"]}
    for clause in around.clauses:
        words = tokens(around.shown, *clause)
        for before, word in zip([None, *words], words, strict=False):
            ahead = before.of(around.shown).lower() if before else ""
            if ahead in table["excluding"] or ahead in ("von", "an", "gegenüber", "des"):
                continue
            if word.of(around.shown).lower() not in articles:
                continue
            span = _complete(around, word)
            if span != word and _is_dative(around, word, span) and _may_be_told(around, span):
                return span
    return _bare_plural(around)


def _bare_plural(around: Stretch) -> Span | None:
    """Find those addressed in the plural without an article („sagte sie Journalisten“)."""
    table = around.table["addressee"]
    persons = (*around.table["channel"]["audience"], *table["persons"])
    for clause in around.clauses:
        words = tokens(around.shown, *clause)
        for before, word in zip([None, *words], words, strict=False):
            shown = word.of(around.shown)
            ahead = before.of(around.shown).lower() if before else ""
            if shown[:1].isupper() and shown.lower() in persons and shown.endswith("n"):
                governed = ahead in (*table["excluding"], "von", "an", "gegenüber")
                if not governed and not ahead.endswith(("e", "en", "er", "es")):
                    return word
    return None


def _is_dative(around: Stretch, word: Span, span: Span) -> bool:
    table = around.table["addressee"]
    article, shown = word.of(around.shown).lower(), span.of(around.shown)
    last = tokens(around.shown, *span)[-1].of(around.shown).lower()
    if article in table["determiners"]:
        return True
    if article in table["plural"]:
        return shown.endswith("n") and last not in table["things"]
    return article in table["ambiguous"] and _is_outlet(around, span)


def _is_outlet(around: Stretch, span: Span) -> bool:
    nouns = (*around.table["channel"]["named"], "redaktion")
    words = [word.of(around.shown).lower() for word in tokens(around.shown, *span)]
    return any(ends_like(word, nouns) for word in words[1:])


def _sent_to(around: Stretch) -> Span | None:
    """Find those addressed behind a noun of sending („in einem Brief an die Eltern“)."""
    nouns = around.table["channel"]["sent"]
    words = tokens(around.shown, *around.window)
    for noun, word in pairwise(words):
        if word.of(around.shown) == "an" and ends_like(noun.of(around.shown).lower(), nouns):
            span = to_head(around.shown, word, around.window.end)
            return span if span != word else None
    return None
