"""Takes a noun phrase apart: determiner, adjectives, head noun, name."""

import re
from dataclasses import dataclass

from zufolge.annotate.actors.lexicon import Noun, find_noun, is_epithet, is_title, lemma
from zufolge.languages import Language
from zufolge.span import Span

_TOKEN = re.compile(r"[„“”\"»«‚‘'›‹]|\w+(?:[-‑'’./&]\w+)*\.?|&|[(),]")
# A message and whom it comes from: „Daten des …“, „einer Mitteilung von …“.
_SENT = re.compile(
    r"\b(?P<head>[A-ZÄÖÜ][\w-]+) (?P<link>des|der|von|vom|eines|einer) (?=[„“\"»«]?\w)"
)
# Participles and adjectives that stand for somebody („der Gestürzte“, „den Konservativen“).
_NOMINALISED = re.compile(
    r"^[A-ZÄÖÜ]\w*(?:(?<=e)nd|(?:[Gg]e|[Vv]er|[Bb]e|[Ee]nt)\w{2,}t|iert|ig|iv|ell|isch)en?$"
)
_OPEN, _CLOSE = '„“”"»«‚›‹', '“”"»«‘›‹'
_PARTICLES = frozenset(
    ("von", "van", "de", "der", "den", "del", "della", "di", "da", "al", "el", "zu", "bin", "&")
)
_INSIDE = frozenset(
    ("am", "im", "vom", "zum", "in", "zuvor", "erst", "mit", "an", "bei", "von", "aus")
)
_INDEFINITE_ONLY = frozenset(
    (
        *("mehrere", "mehreren", "mehrerer", "zwei", "drei"),
        *("einige", "einigen", "einiger", "manche", "manchen"),
    )
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that names or describes an actor.

    Args:
        span: half-open, in code points, without a leading preposition.
        determiner: the article or pronoun in front in lower case, or ``""``.
        definite: ``definite``, ``demonstrative``, ``indefinite``, ``possessive`` or ``""``.
        adjectives: what stands between determiner and head.
        head: the head noun as written, or ``""`` where there is only a name.
        name: the proper name in it, or ``""``.
        rest: what follows head and name.
        noun: what the table knows of the head.
        quoted: whether the name stands in quotation marks.
    """

    span: Span
    determiner: str
    definite: str
    adjectives: tuple[str, ...]
    head: str
    name: str
    rest: str
    noun: Noun | None
    quoted: bool = False

    @property
    def gender(self) -> str:
        """``m``, ``f``, ``n`` or ``""``."""
        return self.noun.gender if self.noun else ""

    @property
    def plural(self) -> bool:
        """Whether the head stands in the plural."""
        return (self.noun is not None and self.noun.plural) or self.determiner in _INDEFINITE_ONLY


def parse_phrase(
    text: str, span: Span, language: Language, person: str | None = None, known: bool = False
) -> Phrase:
    """Take a noun phrase apart.

    „Der türkische Außenminister Kerem Aydan“: definite, türkische, Außenminister, Kerem Aydan.

    Args:
        text: the article's text.
        span: the phrase, with or without a preposition in front.
        language: supplies the table ``actors``.
        person: a name inside it that is known to be a person's.
        known: whether the whole phrase is known to be a proper name.

    Returns:
        Its parts.
    """
    tokens = [
        (
            match.group().rstrip(".") if len(match.group()) > 4 else match.group(),
            Span(*match.span()),
        )
        for match in _TOKEN.finditer(text, span.start, span.end)
    ]
    table = language.table("actors")["determiners"]
    while len(tokens) > 1 and tokens[0][0].lower() in table["prepositions"]:
        fused = tokens[0][0].lower() in ("vom", "im", "beim", "zum", "zur")
        tokens = tokens[1:]
        if fused:
            tokens = [("dem", Span(tokens[0][1].start, tokens[0][1].start)), *tokens]
            break
    start = tokens[0][1].start if tokens else span.start
    determiner, definite = "", ""
    if len(tokens) > 1 and _is_possessor(tokens, language):
        determiner, definite = tokens[0][0], "possessive"
        tokens = tokens[1:]
    elif len(tokens) > 1:
        for group in ("definite", "demonstrative", "indefinite", "possessive"):
            if tokens[0][0].lower() in table[group]:
                determiner, definite = tokens[0][0].lower(), group
                tokens = tokens[1:]
                break
    adjectives, tokens = _adjectives(tokens, language, bool(determiner))
    head, noun, tokens = _head(tokens, determiner, language, person, known)
    name, quoted, tokens = _name(text, tokens, person, language)
    rest = text[tokens[0][1].start : span.end] if tokens else ""
    return Phrase(
        Span(start, span.end),
        determiner,
        definite,
        adjectives,
        head,
        name,
        rest.strip(),
        noun,
        quoted,
    )


_Tokens = list[tuple[str, Span]]


def _is_possessor(tokens: _Tokens, language: Language) -> bool:
    """Tell whether a genitive stands in front („Holms Anwalt“, „Sachsens Justizministerium“)."""
    word, following = tokens[0][0], tokens[1][0]
    return (
        word[0].isupper()
        and word.endswith("s")
        and not word.endswith("es")
        and len(word) > 3
        and following[0].isupper()
        and find_noun(word, language.code) is None
        and find_noun(following, language.code) is not None
        and word.lower() not in ("das", "eines", "dieses", "seines", "ihres")
    )


def _adjectives(
    tokens: _Tokens, language: Language, determined: bool
) -> tuple[tuple[str, ...], _Tokens]:
    found = []
    while len(tokens) > 1:
        word, following = tokens[0][0], tokens[1][0]
        if determined and word in _INSIDE and (index := _index_of_noun(tokens, language)):
            found.append(" ".join(token for token, _ in tokens[:index]))
            return tuple(found), tokens[index:]
        lower = word[0].islower() or word[0].isdigit()
        # „die Leipziger Staatsanwaltschaft“, „Die Zentrale Wahlkommission“ keep their capital.
        noun = find_noun(word, language.code)
        place = word.endswith("er") and (noun is None or is_epithet(word, language.code))
        adjective = word in language.table("names")["adjectives"]
        official = adjective or (word.endswith(("e", "en", "es")) and noun is None)
        noun_next = find_noun(following, language.code) is not None and following[0].isupper()
        named = (
            determined
            and (place or official)
            and (noun_next or (adjective and following[0].isupper()))
            and word[0].isalpha()
        )
        if not (lower or named):
            break
        found.append(word)
        tokens = tokens[1:]
    return tuple(found), tokens


def _index_of_noun(tokens: _Tokens, language: Language) -> int:
    """Return where the head stands behind a participle („die am Montag erschienene Studie“)."""
    for index in range(2, len(tokens)):
        before = tokens[index - 1][0]
        known = find_noun(tokens[index][0], language.code) is not None
        if known and before[0].islower() and before.endswith(("e", "en", "er", "es")):
            return index
    return 0


def _head(
    tokens: _Tokens, determiner: str, language: Language, person: str | None, known: bool
) -> tuple[str, Noun | None, _Tokens]:
    if not tokens or tokens[0][0] in _OPEN:
        return "", None, tokens
    word = tokens[0][0]
    if person and person.split()[0] == word:
        return "", None, tokens
    noun = find_noun(word, language.code)
    if noun is None and re.fullmatch(r"\d+-[Jj]ährige[rn]?", word):
        noun = Noun("person", _gender_of_ending(word, determiner))
    if noun:
        found = word, _agree(noun, word, determiner), tokens[1:]
        following = tokens[1][0] if len(tokens) > 2 else ""
        # „die Vorsitzende Richterin Helene Stamm“, „Ministeriumssprecher General Orlow“
        second = find_noun(following, language.code) if following[:1].isupper() else None
        surname = person is not None and person.split()[0] == following
        if noun.kind == "person" and second and second.kind == "person" and not surname:
            return following, _agree(second, following, determiner), tokens[2:]
        return found
    if person and word[0].isupper():
        # „der Schlichter Eberhard Nolt“: whatever stands before a person's name is an office.
        gender = "f" if determiner == "die" or word.endswith("in") else "m"
        return word, Noun("person", gender), tokens[1:]
    if determiner and len(tokens) == 1 and _NOMINALISED.search(word):
        return word, Noun("person", "f" if determiner == "die" else "m"), tokens[1:]
    if determiner and not known and word[0].isupper() and not _looks_named(word, tokens):
        return word, None, tokens[1:]
    return "", None, tokens


def _looks_named(word: str, tokens: _Tokens) -> bool:
    """Tell whether an unknown word behind an article is a name („der NDR“, „die Heidebau AG“)."""
    capitals = sum(letter.isupper() for letter in word)
    return (capitals > 1 and "-" not in word) or any(
        token.lower() in ("gmbh", "ag", "se", "kg") for token, _ in tokens[1:]
    )


def _gender_of_ending(word: str, determiner: str) -> str:
    if determiner in ("die", "eine", "diese"):
        return "f"
    if word.endswith("r") or determiner in ("dem", "den", "des", "einem", "einen"):
        return "m"
    return "f" if determiner in ("der", "einer") and word.endswith("n") else "m"


def _agree(noun: Noun, word: str, determiner: str) -> Noun:
    """Let the determiner decide between forms that are alike („die Vorsitzende“)."""
    if noun.kind == "person" and word.lower().endswith(
        ("ende", "ete", "gte", "dte", "ige", "ute", "ose", "ale", "ive")
    ):
        gender = "f" if determiner in ("die", "eine", "diese", "ihre", "seine") else "m"
        return Noun("person", gender, noun.plural)
    if noun.plural and determiner in (
        "der",
        "das",
        "ein",
        "dem",
        "einem",
        "einen",
        "einer",
        "des",
        "eines",
    ):
        singular = determiner not in ("der",) and noun.kind == "person"
        return Noun(noun.kind, "m" if singular else noun.gender, not singular)
    if determiner in ("die", "diese") and noun.gender == "m":
        return Noun(noun.kind, noun.gender, True)
    return noun


def _name(
    text: str, tokens: _Tokens, person: str | None, language: Language
) -> tuple[str, bool, _Tokens]:
    if not tokens:
        return "", False, tokens
    if tokens[0][0] in _OPEN:
        for index, (token, _) in enumerate(tokens[1:], 1):
            if token in _CLOSE:
                inside = text[tokens[0][1].end : tokens[index][1].start]
                return inside, True, tokens[index + 1 :]
        return "", False, tokens
    while len(tokens) > 1 and is_title(tokens[0][0], language.code):
        tokens = tokens[1:]
    end = 0
    for index, (token, _) in enumerate(tokens):
        upper = token[0].isupper() or token[0].isdigit() or token.startswith(("al-", "el-"))
        particle = (
            token.lower() in _PARTICLES
            and 0 < index < len(tokens) - 1
            and (person is not None or token == "&")
        )
        if not (upper or particle):
            break
        end = index + 1 if upper else end
    if not end:
        return "", False, tokens
    name = text[tokens[0][1].start : tokens[end - 1][1].end]
    return name, False, tokens[end:]


def person_phrase(text: str, span: Span, name: Span, language: Language) -> Phrase | None:
    """Take a phrase apart that ends in a person's name („"Weitsicht"-Chef Ulf Sand (49)“).

    Args:
        text: the article's text.
        span: the phrase.
        name: the person's name inside it.
        language: supplies the table ``actors``.

    Returns:
        Its parts, or null where the name only belongs to a complement („das Büro von Ada Rühl“).
    """
    before = text[span.start : name.start]
    words = re.findall(r"[\w-]+", before)
    table = language.table("actors")["determiners"]
    own = words[1:] if words and words[0].lower() in table["prepositions"] else words
    determiner, definite = "", ""
    for group in ("definite", "demonstrative", "indefinite", "possessive"):
        if own and own[0].lower() in table[group]:
            determiner, definite, own = own[0].lower(), group, own[1:]
            break
    loose = {*table["prepositions"], *table["definite"], *table["indefinite"], *table["possessive"]}
    if not before.rstrip().endswith(",") and any(word.lower() in loose for word in own):
        return None
    nouns = [(word, find_noun(word, language.code)) for word in own if word[0].isupper()]
    if before.rstrip().endswith(","):
        nouns = nouns[:1]
    elif nouns and nouns[-1][1] is not None and nouns[-1][1].kind not in ("person",):
        return None
    head, noun = next(((w, n) for w, n in reversed(nouns) if n and n.kind == "person"), ("", None))
    adjectives = tuple(word for word in own if word[0].islower())
    noun = _agree(noun, head, determiner) if noun else None
    if noun is None and nouns:
        head, noun = nouns[-1][0], Noun("person", "f" if nouns[-1][0].endswith("in") else "m")
    rest = text[name.end : span.end].strip()
    return Phrase(span, determiner, definite, adjectives, head, name.of(text), rest, noun)


def is_nominalised(word: str) -> bool:
    """Tell whether a noun is a participle or an adjective („Gestürzte“, „Konservativen“)."""
    return _NOMINALISED.search(word) is not None


def sender(text: str, span: Span, language: Language) -> Span:
    """Return whom a message comes from, where the phrase names the message.

    „Daten des Ortungsdienstes Portlog“ gives „des Ortungsdienstes Portlog“.

    Args:
        text: the article's text.
        span: the phrase.
        language: supplies the table ``actors``.

    Returns:
        The part of the phrase behind „des“, „der“ or „von“, or the phrase.
    """
    heads = language.table("actors")["transparent"]["heads"]
    for match in _SENT.finditer(text, *span):
        word = match["head"]
        if word.lower() in heads or lemma(word, language.code) in heads:
            whole = match["link"] not in ("von", "vom")
            return Span(match.start("link") if whole else match.end(), span.end)
    return span
