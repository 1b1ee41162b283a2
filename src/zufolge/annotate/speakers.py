"""Settles who speaks where a construction tells it better than the nearest name.

A model looks for the speaker around a quotation; who is quoted by an outlet, who told the speaker,
and which circles a report comes from are said by fixed constructions.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from zufolge.annotate.chain.constructions import NOUN_PHRASE
from zufolge.annotate.chain.outlets import is_outlet
from zufolge.annotate.noun_phrases import whole_phrase
from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Party, Spans, Statement

# A shorter quotation may stand in another one by chance.
_SHORTEST_REPEATED = 12
_CONTINUING = ("free_indirect", "indirect_free_indirect")
# A clause begins at the start of its sentence or behind one of these.
_CLAUSE = re.compile(r"(?:[,:;„“\"»«‚›–] ?|\bdass |\bob )$")
# Whom somebody was told something.
_TO_SOMEBODY = re.compile(r"\b(?:ihm|ihr|ihnen|mir|uns|ihn|sie)\b")
_PARTICIPLE = re.compile(r"(?:\w*ge\w+|(?:be|ver|er|ent|zer|an|wider)\w+|\w+ier)(?:t|en)$")


@dataclass(frozen=True, slots=True)
class Settled:
    """A statement whose speaker is settled.

    Args:
        statement: with the speaker, and a cue where the construction holds one.
        through: who passes the words on by the same construction.
    """

    statement: Statement
    through: Spans = ()


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
    scene = _Scene(text, statements, sentences, language)
    settled = _carried([_settle(statement, scene) for statement in statements], scene)
    return [_as_repeated(each, settled, text) for each in settled]


@dataclass(frozen=True, slots=True)
class _Scene:
    text: str
    statements: Sequence[Statement]
    sentences: Sequence[Span]
    language: Language

    def sentence(self, position: int) -> Span:
        """Return the sentence that a position lies in."""
        before = [s for s in self.sentences if s.start <= position]
        return before[-1] if before else Span(0, len(self.text))

    def around(self, statement: Statement) -> Span:
        """Return the sentences that hold the cue, or the end of the quote."""
        marks = [*statement.cue, *statement.frame] or [statement.quote[-1]]
        first = self.sentence(min(mark.start for mark in marks))
        last = self.sentence(max(mark.end for mark in marks) - 1)
        return Span(first.start, last.end)

    def whole(self, span: Span) -> Span:
        """Draw the borders of a phrase that an expression found."""
        return whole_phrase(self.text, span, self.sentence(span.start), self.language)

    def expressions(self, group: str) -> tuple[re.Pattern[str], ...]:
        """Return the constructions of a group."""
        return _expressions(self.language.code, group)


def _settle(statement: Statement, scene: _Scene) -> Settled:
    lower = " ".join(cue.of(scene.text).lower() for cue in statement.cue)
    table = scene.language.table("speakers")
    if _by_nobody(statement, lower, scene):
        return Settled(replace(statement, speaker=None))
    for find in (_told, _quoting, _passed, _source):
        found = find(statement, scene)
        if found is not None:
            return found
    if statement.speaker is None and lower in table["own"]:
        return _subject(statement, scene)
    if statement.speaker is None and lower in table["carrying"]:
        return _relied(statement, scene)
    if statement.type == "direct" and not statement.cue:
        return _behind(statement, scene)
    if statement.speaker is None and statement.type in _CONTINUING and not statement.cue:
        return Settled(replace(statement, speaker=_speaker_before(statement, scene)))
    if statement.speaker is None and statement.cue:
        return _subject(statement, scene)
    return Settled(statement)


def _by_nobody(statement: Statement, cue: str, scene: _Scene) -> bool:
    """Tell whether a statement is hearsay („Angeblich …“, „Dem Vernehmen nach …“)."""
    words = tuple(scene.language.table("speakers")["nobody"])
    quote = statement.quote[0].of(scene.text).lower()
    return any(word in cue for word in words) or (not cue and quote.startswith(words))


def _overlaps_cue(statement: Statement, match: re.Match[str]) -> bool:
    found = Span(*match.span())
    return any(cue.overlap(found) for cue in statement.cue)


def _moved(
    statement: Statement, scene: _Scene, match: re.Match[str], through: Spans = ()
) -> Settled | None:
    """Give a statement the speaker that a construction names, unless it has it already."""
    span = scene.whole(Span(*match.span("np")))
    old = statement.speaker.spans[0] if statement.speaker else None
    if old == span and not through:
        return None
    return Settled(replace(statement, speaker=Party((span,))), through)


def _told(statement: Statement, scene: _Scene) -> Settled | None:
    """Find who told it to whoever speaks around („…, der Lotse habe ihm versichert, …“)."""
    quote = statement.quote[0]
    begin = scene.sentence(quote.start).start
    opening = scene.text[quote.start - 1 : quote.start] in tuple("„“\"»«‚›'")
    end = quote.start - 1 if opening else quote.start
    match = next(
        (m for each in scene.expressions("told") if (m := _last(each, scene.text, begin, end))),
        None,
    )
    if match is None:
        return None
    clause = Span(*match.span())
    cues = tuple(cue for cue in statement.cue if clause.covers(cue))
    content = scene.text[quote.start : quote.start + 5].lower()
    somebody = _TO_SOMEBODY.search(match.group())
    told = somebody and _PARTICIPLE.match(match.group("cue"))
    if not cues and not content.startswith(("dass ", "ob ")) and not told:
        return None
    speaker = scene.whole(Span(*match.span("np")))
    old = statement.speaker.spans if statement.speaker else ()
    if old and old[0].overlap(speaker):
        # „Ein Lotse habe ihm versichert, …“: he is whoever spoke before.
        return Settled(statement, _spoke_before(statement, scene)) if somebody else None
    cue = cues or (Span(*match.span("cue")),)
    return Settled(replace(statement, speaker=Party((speaker,)), cue=cue), old)


def _speaker_before(statement: Statement, scene: _Scene) -> Party | None:
    """Return the speaker of the statement before, if it stands in the same paragraph."""
    before = [s for s in scene.statements if s.quote[0].start < statement.quote[0].start]
    if not before:
        return None
    between = scene.text[before[-1].quote[-1].end : statement.quote[0].start]
    return None if "\n" in between else before[-1].speaker


def _spoke_before(statement: Statement, scene: _Scene) -> Spans:
    """Return who spoke before somebody else does in the same paragraph."""
    before = _speaker_before(statement, scene)
    return before.spans if before and before != statement.speaker else ()


def _last(expression: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the match nearest before a position at which it must end."""
    for at in range(end - 1, start - 1, -1):
        if at > start and not _CLAUSE.search(text, start, at):
            continue
        match = expression.match(text, at, end)
        if match and match.end() == end:
            return match
    return None


def _quoting(statement: Statement, scene: _Scene) -> Settled | None:
    """Find whom an outlet quotes („zitierte der »Bote« eine Wirtin“)."""
    around = scene.around(statement)
    for group in ("quoting", "quoted"):
        for expression in scene.expressions(group):
            for match in expression.finditer(scene.text, *around):
                outlet = scene.whole(Span(*match.span("outlet")))
                known = is_outlet(scene.text, outlet, (), scene.language)
                spoke = statement.speaker and statement.speaker.spans[0].overlap(outlet)
                if _overlaps_cue(statement, match) and (known or spoke):
                    return _moved(statement, scene, match, (outlet,))
    return None


def _passed(statement: Statement, scene: _Scene) -> Settled | None:
    """Find whose words an outlet passes on („Laut dem »Boten« räumte die Wirtin ein“)."""
    if statement.speaker is None or len(statement.cue) < 2:
        return None
    for expression in scene.expressions("passed"):
        for match in expression.finditer(scene.text, *scene.around(statement)):
            outlet = scene.whole(Span(*match.span("outlet")))
            verb = match.start("verb")
            saying = any(cue.start >= verb for cue in statement.cue)
            if saying and statement.speaker.spans[0].overlap(outlet):
                return _moved(statement, scene, match, (outlet,))
    return None


def _source(statement: Statement, scene: _Scene) -> Settled | None:
    """Find where something is said by nobody in particular („heißt es in Fischerkreisen“)."""
    around = scene.around(statement)
    for expression in scene.expressions("source"):
        for match in expression.finditer(scene.text, *around):
            inside = any(part.covers(Span(*match.span("np"))) for part in statement.quote)
            if _overlaps_cue(statement, match) and not inside:
                return _moved(statement, scene, match)
    return None


def _relied(statement: Statement, scene: _Scene) -> Settled:
    """Find what the sentence before relied on („beruft sich auf ein Protokoll. Demnach …“)."""
    begin = scene.sentence(min(s.start for s in (*statement.cue, *statement.quote))).start
    before = [s for s in scene.sentences if s.end <= begin]
    if before and "\n" not in scene.text[before[-1].end : begin]:
        for expression in scene.expressions("relied"):
            match = expression.search(scene.text, before[-1].start, before[-1].end)
            if match:
                outlet = scene.whole(Span(*match.span("outlet")))
                return _moved(statement, scene, match, (outlet,)) or Settled(statement)
    return Settled(replace(statement, speaker=_speaker_before(statement, scene)))


def _subject(statement: Statement, scene: _Scene) -> Settled:
    """Find the subject that begins the sentence („Die Lohe AG beschäftigt nach eigenen …“)."""
    begin = scene.sentence(statement.cue[0].start).start
    colon = scene.text.rfind(": ", begin, statement.cue[0].start)
    match = _phrase().match(scene.text, colon + 2 if colon > 0 else begin)
    pronouns = {w for ws in scene.language.table("actors")["pronouns"].values() for w in ws}
    if match is None or match.end() > statement.cue[0].start or match.group().lower() in pronouns:
        return Settled(statement)
    table = scene.language.table("actors")["determiners"]
    first = match.group().split()[0]
    named = first.lower() not in table["prepositions"] and _may_begin(first, scene.language)
    inside = any(part.covers(Span(*match.span())) for part in statement.quote)
    impersonal = any(cue.of(scene.text).endswith((" es", " man")) for cue in statement.cue)
    own = " ".join(c.of(scene.text).lower() for c in statement.cue)
    if not named or impersonal or (inside and own not in scene.language.table("speakers")["own"]):
        return Settled(statement)
    return _moved(statement, scene, match) or Settled(statement)


def _may_begin(word: str, language: Language) -> bool:
    """Tell whether a word may begin the subject: an article, a name, a noun for somebody."""
    table = language.table("actors")["determiners"]
    units = language.table("names")["units"]
    articles = (*table["definite"], *table["indefinite"], *table["possessive"])
    return word.lower() in articles or (word[0].isupper() and word.lower() not in units)


def _behind(statement: Statement, scene: _Scene) -> Settled:
    """Find who is named right behind a direct quotation („…“, seufzt die 51-Jährige)."""
    end = statement.quote[-1].end
    for expression in scene.expressions("behind"):
        match = expression.match(scene.text, end, scene.sentence(end).end)
        moved = _moved(statement, scene, match) if match else None
        if match and moved:
            cue = (Span(*match.span("cue")),)
            return Settled(replace(moved.statement, cue=cue))
    return Settled(statement)


def _carried(settled: Sequence[Settled], scene: _Scene) -> list[Settled]:
    """Let what goes on without a cue follow the speaker of what it goes on with."""
    found: list[Settled] = []
    for number, each in enumerate(settled):
        old = scene.statements[number]
        before = found[-1] if found else None
        moved = (
            before is not None and before.statement.speaker != scene.statements[number - 1].speaker
        )
        if (
            before is not None
            and moved
            and not old.cue
            and old.speaker == scene.statements[number - 1].speaker
            and each.statement is old
        ):
            speaker = before.statement.speaker
            found.append(Settled(replace(old, speaker=speaker), before.through))
        else:
            found.append(each)
    return found


def _as_repeated(each: Settled, settled: Sequence[Settled], text: str) -> Settled:
    """Give a quotation in a headline the speaker that it has further down."""
    statement = each.statement
    words = _plain(statement, text)
    if statement.cue or statement.type != "direct" or len(words) < _SHORTEST_REPEATED:
        return each
    for other in (s.statement for s in settled if s is not each):
        again = other.speaker and other.cue and words in _plain(other, text)
        if again and other.quote != statement.quote:
            return Settled(replace(statement, speaker=other.speaker), each.through)
    return each


def _plain(statement: Statement, text: str) -> str:
    return " ".join(part.of(text).strip(".!? ") for part in statement.quote)


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(NOUN_PHRASE)


@cache
def _expressions(code: str, group: str) -> tuple[re.Pattern[str], ...]:
    table = Language(code).table("speakers")
    outlet = NOUN_PHRASE.replace("P<np>", "P<outlet>")
    begin = "" if group in ("told", "behind") else r"(?<!\w)"
    return tuple(
        re.compile(
            begin
            + pattern.replace("{np}", NOUN_PHRASE)
            .replace("{outlet}", outlet)
            .replace("{aux}", "|".join(table["auxiliaries"])),
        )
        for pattern in table[group]
    )
