"""Chooses among known actors the one that a pronoun or a description means."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from zufolge.annotate.actors.gather import Entity
from zufolge.annotate.actors.lexicon import (
    find_noun,
    general_class,
    is_epithet,
    lemma,
    same_office,
)
from zufolge.annotate.actors.phrases import Phrase, is_nominalised
from zufolge.languages import Language
from zufolge.span import Span
from zufolge.statement import Statement

_WORD = re.compile(r"\w+")
_FARTHEST = 8
_OTHER_PARAGRAPH = 0.6
_NOUN_PHRASE = re.compile(
    r"(?:\b(?:[Dd](?:er|ie|as|em|en|es)|[Ee]ine?[mnrs]?|[Ii]hre?[mnrs]?|[Ss]eine?[mnrs]?)\s)?"
    r"(?:\b[a-zäöüß]+(?:e|en|er|es|em)\s)*"
    r"\b(?P<noun>[A-ZÄÖÜ][\w-]+)(?:\s(?:des|der|von|vom)\s(?:[A-ZÄÖÜ][\w-]+\s?)+(?<!\s))?"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """Where things stand: the text, its sentences, and who is quoted where."""

    text: str
    sentences: Sequence[Span]
    statements: Sequence[Statement]
    language: Language

    def sentence(self, position: int) -> int:
        """Return the number of the sentence that a position lies in."""
        return max(0, bisect_right([s.start for s in self.sentences], position) - 1)

    def is_pronoun(self, span: Span) -> bool:
        """Tell whether a span is a personal or demonstrative pronoun."""
        return bool(self.forms(span)) or self._word(span) in self._table()["document"]

    def forms(self, span: Span) -> set[str]:
        """Return ``m``, ``f``, ``n``, ``pl``, ``own``, ``none`` as far as a pronoun fits them."""
        word = self._word(span)
        groups = ("m", "f", "n", "pl", "own", "none", "any")
        return {group for group in groups if word in self._table()[group]}

    def is_document(self, span: Span) -> bool:
        """Tell whether a pronoun points to a paper („darin“)."""
        return self._word(span) in self._table()["document"]

    def _word(self, span: Span) -> str:
        words = _WORD.findall(span.of(self.text).lower())
        prepositions = self.language.table("actors")["determiners"]["prepositions"]
        if len(words) == 2 and words[0] in prepositions:
            words = words[1:]
        return words[0] if len(words) == 1 else ""

    def _table(self) -> dict[str, list[str]]:
        return dict(self.language.table("actors")["pronouns"])

    def quotes_of(self, span: Span) -> list[Span]:
        """Return the quotes of those statements whose speaker or addressee is this span."""
        return [
            quote
            for s in self.statements
            if any(p is not None and p.spans[:1] == (span,) for p in (s.speaker, s.addressee))
            for quote in s.quote
        ]

    def others(self, span: Span) -> set[Span]:
        """Return the spans of the other party of statements where this span is one."""
        found: set[Span] = set()
        for s in self.statements:
            parties = [p.spans[0] for p in (s.speaker, s.addressee) if p and p.spans]
            if span in parties:
                found.update(p for p in parties if p != span)
        return found

    def surrounding(self, span: Span) -> list[Statement]:
        """Return the statements in whose quote a span stands, the outermost first."""
        found = [s for s in self.statements if any(q.covers(span) for q in s.quote)]
        return sorted(found, key=lambda s: s.quote[0].start - s.quote[-1].end)


def choose_pronoun(
    span: Span, entities: Sequence[Entity], scene: Scene, possessive: bool = False
) -> Entity | None:
    """Choose whom a pronoun means, by gender, number, place in the sentence and distance.

    Args:
        span: the pronoun.
        entities: those known, with their mentions.
        scene: the text around.
        possessive: whether it is the determiner of another noun („sein Sprecher“).

    Returns:
        The actor, or null where nobody or no single one fits.
    """
    if scene.is_document(span):
        return _latest(span, [e for e in entities if e.kind in ("document", "data")])
    word = span.of(scene.text).lower()
    forms = _forms_of_possessive(word) if possessive else scene.forms(span)
    if "own" in forms:
        return _quoted_speaker(span, entities, scene)
    if not forms or "none" in forms:
        return None
    forms = _settle_number(span, forms, scene) if not possessive else forms
    scored = [
        (score, index, entity)
        for index, entity in enumerate(entities)
        if (score := _score(span, entity, forms, scene)) is not None
    ]
    scored.sort(key=lambda item: (-item[0], item[1]))
    if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < 0.05):
        return None
    return scored[0][2]


def _forms_of_possessive(word: str) -> set[str]:
    if word.startswith(("mein", "unser")):
        return {"own"}
    if word.startswith(("sein", "dessen")):
        return {"m", "n"}
    return {"f", "pl"}


def _quoted_speaker(span: Span, entities: Sequence[Entity], scene: Scene) -> Entity | None:
    """Return who says „ich“ or „mein“: the speaker of the quotation around it."""
    around = [s for s in scene.surrounding(span) if s.speaker and s.speaker.spans[0] != span]
    if not around or around[-1].speaker is None:
        return None
    speaker = around[-1].speaker.spans[0]
    return next((e for e in entities if speaker in e.mentions), None)


def _settle_number(span: Span, forms: set[str], scene: Scene) -> set[str]:
    """Let the verb beside „sie“ tell one woman from several people."""
    if "pl" not in forms or "f" not in forms:
        return forms
    before = scene.text[max(0, span.start - 40) : span.start]
    after = scene.text[span.end : span.end + 40]
    words = [*_WORD.findall(before)[-1:], *_WORD.findall(after)[:1]]
    verbs = [word for word in words if word.islower() and word[-1:] in ("t", "e", "n")]
    if scene.text[span.start].isupper():
        verbs = _WORD.findall(after)[:1]
    if not verbs:
        return {"f"}
    plural = verbs[0].endswith("en") or verbs[0] in ("seien", "sind", "waren")
    return {"pl"} if plural else {"f"}


def _score(span: Span, entity: Entity, forms: set[str], scene: Scene) -> float | None:
    agreement = _agreement(entity, forms)
    if agreement is None:
        return None
    quotes = scene.quotes_of(span)
    allowed = [m for m in entity.mentions if not any(q.covers(m) for q in quotes)]
    if scene.others(span) & entity.mentions:
        return None
    before = [m for m in allowed if m.start < span.start]
    if before:
        nearest = max(before)
        distance = scene.sentence(span.start) - scene.sentence(nearest.start)
        person = entity.kind in ("person", "unnamed")
        # A body is taken up by „er“ or „sie“ in its own paragraph only.
        if distance > _FARTHEST or (not person and "\n" in scene.text[nearest.end : span.start]):
            return None
        return agreement + _salience(nearest, span, entity, distance, scene)
    after = [m for m in allowed if m.start > span.start]
    distance = scene.sentence(min(after).start) - scene.sentence(span.start) if after else 99
    # A name that only follows is taken where nobody stands before.
    return agreement - 6 - distance if distance <= 2 else None


def _agreement(entity: Entity, forms: set[str]) -> float | None:
    person = entity.kind in ("person", "unnamed")
    if entity.plural:
        return 1.0 if "pl" in forms else None
    if not entity.gender:
        return 0.0 if forms & {"m", "f", "any"} and person else None
    if entity.gender in forms or "any" in forms:
        return 1.2 if person else 0.2
    if "pl" in forms and not person:
        return -0.8
    return None


def _salience(mention: Span, pronoun: Span, entity: Entity, distance: int, scene: Scene) -> float:
    score = -0.9 * distance
    if mention.start in entity.spoke:
        score += 0.9
    # „… meldete die Agentur Kustnytt. Sie berief sich …“: a body of the pronoun's own paragraph
    # before a person of the one before.
    if "\n" in scene.text[mention.end : pronoun.start]:
        score -= _OTHER_PARAGRAPH
    sentence = scene.sentences[scene.sentence(mention.start)]
    # The subject tends to come first, and a pronoun takes up the subject.
    score += 0.5 * (1 - (mention.start - sentence.start) / max(1, sentence.end - sentence.start))
    score += min(0.4, 0.1 * len(entity.mentions))
    if any(q.covers(mention) for s in scene.statements for q in s.quote):
        score -= 0.5
    return score


def _latest(span: Span, entities: Sequence[Entity]) -> Entity | None:
    before = [e for e in entities if e.last_before(span.start) >= 0]
    return max(before, key=lambda e: e.last_before(span.start), default=None)


def find_paper(text: str, span: Span, scene: Scene, language: Language) -> Span | None:
    """Find the phrase of the nearest paper before a position („der Vermerk des Ministeriums“).

    Args:
        text: the article's text.
        span: „darin“ or the like.
        scene: the text around.
        language: supplies the table ``actors``.

    Returns:
        The span of the noun with determiner and genitive, at most three sentences back, or null.
    """
    first = scene.sentences[max(0, scene.sentence(span.start) - 3)].start
    for match in reversed(list(_NOUN_PHRASE.finditer(text, first, span.start))):
        noun = find_noun(match.group("noun"), language.code)
        if noun and noun.kind in ("document", "data"):
            return Span(match.start(), match.end("noun") if noun.plural else match.end())
    return None


def choose_described(phrase: Phrase, entities: Sequence[Entity], scene: Scene) -> Entity | None:
    """Choose whom a description means („die Finanzministerin“, „das Blatt“, „der 58-Jährige“).

    Args:
        phrase: a phrase without a name.
        entities: those known.
        scene: the text around.

    Returns:
        The actor, or null where the description is the first to name somebody.
    """
    if phrase.definite == "indefinite":
        return None
    # „seine Anwältin“ is somebody named only if that person has the office.
    least = 3.5 if phrase.definite == "possessive" or not phrase.definite else 0.0
    best: tuple[float, Entity] | None = None
    for entity in entities:
        likeness = _likeness(phrase, entity, scene)
        if likeness is None or _excluded(phrase, entity, scene):
            continue
        score = likeness + _nearness(phrase.span, entity, scene)
        if best is None or score > best[0]:
            best = (score, entity)
    return best[1] if best and best[0] > least else None


def _excluded(phrase: Phrase, entity: Entity, scene: Scene) -> bool:
    quotes = scene.quotes_of(phrase.span)
    outside = [m for m in entity.mentions if not any(q.covers(m) for q in quotes)]
    return not outside or bool(scene.others(phrase.span) & entity.mentions)


def _nearness(span: Span, entity: Entity, scene: Scene) -> float:
    last = entity.last_before(span.start)
    if last >= 0:
        distance = scene.sentence(span.start) - scene.sentence(last)
        return -0.25 * distance + (0.4 if last in entity.spoke else 0.0)
    ahead = entity.first_after(span.start)
    return -1.5 - 0.25 * (scene.sentence(ahead) - scene.sentence(span.start))


def _likeness(phrase: Phrase, entity: Entity, scene: Scene) -> float | None:
    code = scene.language.code
    noun = phrase.noun
    if noun is not None and noun.kind == "person":
        return _person_likeness(phrase, entity, code)
    if entity.kind in ("person", "unnamed"):
        return None
    head = lemma(phrase.head, code)
    if phrase.adjectives and not _adjectives_agree(phrase, entity):
        return None
    capital = [w for w in phrase.adjectives if w[0].isupper() and not w.endswith("er")]
    if capital and not all(w[:5].lower() in entity.name.lower() for w in capital):
        return None
    if phrase.rest and len(entity.name.split()) > 1 and phrase.rest not in entity.name:
        return None
    if any(head == known or known.endswith(head) for known in entity.heads):
        return 6.0
    if len(head) > 3 and any(word.endswith(head) for word in entity.name.lower().split()):
        return 5.0
    wanted = general_class(phrase.head, code)
    if not wanted:
        return None
    paper = entity.kind in ("document", "data")
    if wanted in ("document", "data") or paper:
        return 3.0 if paper and wanted in ("document", "data") else None
    if wanted in entity.classes:
        return 3.5
    if wanted == "authority":
        return 3.0 if entity.kind == "office" else None
    if entity.kind == "organisation" and not entity.classes and not entity.heads:
        return 2.0 + 0.15 * min(5, len(entity.mentions))
    return None


def _adjectives_agree(phrase: Phrase, entity: Entity) -> bool:
    """Tell whether „das russische Ministerium“ may be an entity with adjectives of its own."""
    national = {w.lower()[:5] for w in phrase.adjectives if "isch" in w}
    known = {w[:5] for w in entity.marks if "isch" in w}
    if national and not known:
        return len(entity.name.split()) == 1
    return not national or bool(national & known)


def _person_likeness(phrase: Phrase, entity: Entity, code: str) -> float | None:
    if entity.kind not in ("person", "unnamed") or phrase.plural != entity.plural:
        return None
    if entity.gender and phrase.gender and entity.gender != phrase.gender:
        return None
    head = lemma(phrase.head, code)
    age = re.match(r"(\d+)-", phrase.head)
    if age:
        if age.group(1) in entity.marks:
            return 8.0
        told = any(re.fullmatch(r"\d\d", mark) for mark in entity.marks)
        return None if told or entity.kind == "unnamed" else 1.8
    if any(head == known for known in entity.heads):
        return 6.0
    if any(same_office(head, known, code) for known in entity.heads):
        return 5.0
    party = head.split("-")[0]
    if "-" in head and party in entity.marks:
        return 6.0
    if entity.kind == "unnamed":
        return None
    if is_epithet(phrase.head, code) or is_nominalised(phrase.head):
        return 1.8
    return None
