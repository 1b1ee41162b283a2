"""Makes reports by the thousand: seeded, from sentence templates of our own, fully annotated.

Each matter is a place, a thing that happened there, and some people who say different things of it.
A matter is told by several articles of the same days: some print the same agency text, some give
another figure, some bring the denial. The records are made with the text, so that no model runs.
"""

import random
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from zufolge.actor import Actor
from zufolge.article import Article
from zufolge.mention import Place, Quantity, Time
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Party, SaidAt, Statement

_WORDS = tomllib.loads((Path(__file__).parent / "synthesis.toml").read_text("utf-8"))
_FIRST_DAY = date(2019, 1, 1)
_ARTICLES_A_MATTER = 5


@dataclass(frozen=True, slots=True)
class Matter:
    """What some articles are about."""

    day: date
    place: tuple[str, float, float, str]
    thing: str
    fate: str
    causes: tuple[str, str]
    figure: int
    people: tuple[tuple[str, str], ...]
    agency: str


Key = tuple[str, str]  # name and kind of an actor


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement before its article and its actors have ids."""

    type: str
    stance: str
    quote: Span
    cue: Span
    speaker: Span
    chain: tuple[Key, ...]
    day: str | None = None


@dataclass(slots=True)
class _Draft:
    """A text in the making, with the spans of what was put in it."""

    matter: Matter
    text: str = ""
    statements: list[_Told] = field(default_factory=list)
    mentions: dict[Key, list[Span]] = field(default_factory=dict)
    times: list[Time] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)

    def put(self, words: str) -> Span:
        """Append words; return where they stand."""
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def name(self, key: Key) -> Span:
        """Append a name and note it as a mention of its actor."""
        span = self.put(key[0])
        self.mentions.setdefault(key, []).append(span)
        return span

    def person(self, number: int) -> tuple[Span, Key]:
        """Append office and name of one of the matter's people; return the whole and who it is."""
        name, office = self.matter.people[number]
        start = self.put(f"{office} ").start
        return Span(start, self.name((name, "person")).end), (name, "person")

    def weekday(self) -> Time:
        """Append the day of the matter."""
        day = self.matter.day
        span = self.put(f"am {_WORDS['weekdays'][day.weekday()]}")
        self.times.append(Time(span, "date", day.isoformat(), day.isoformat()))
        return self.times[-1]

    def place(self) -> None:
        """Append the place of the matter."""
        name, lat, lon, country = self.matter.place
        self.places.append(Place(self.put(name), name, lat, lon, country))

    def amount(self, value: int) -> None:
        """Append an amount of the matter's things."""
        span = self.put(f"{value} {self.matter.thing}")
        self.quantities.append(Quantity(span, value, None, "=", self.matter.thing))


def _found(draft: _Draft, dice: random.Random) -> None:
    """Write a figure: „… teilte am Montag mit, in Husum seien 40 Boote gesperrt worden“."""
    matter = draft.matter
    speaker, key = draft.person(0)
    draft.put(" ")
    cue = draft.put("teilte ")
    day = draft.weekday()
    draft.put(" mit, ")
    start = draft.put("in ").start
    draft.place()
    draft.put(" seien ")
    # Now and then another article has another figure for the same thing.
    draft.amount(matter.figure if dice.random() < 0.7 else matter.figure + dice.randrange(20, 90))
    end = draft.put(f" {matter.fate} worden").end
    draft.put(".")
    quote = Span(start, end)
    cue = Span(cue.start, cue.end - 1)
    draft.statements.append(_Told("indirect", "asserts", quote, cue, speaker, (key,), day.edtf))


def _cause(draft: _Draft, dice: random.Random) -> None:
    """Write a cause with a chain: „… war die Ursache“, sagte … der Agentur …."""
    cause = draft.matter.causes[dice.random() < 0.3]
    draft.put("„")
    quote = draft.put(f"{cause[0].upper()}{cause[1:]} war die Ursache für die Schäden in ")
    draft.place()
    quote = Span(quote.start, len(draft.text))
    draft.put("“, ")
    cue = draft.put("sagte")
    draft.put(" ")
    speaker, key = draft.person(1)
    draft.put(" der ")
    agency = (draft.matter.agency, "organisation")
    draft.name(agency)
    draft.put(".")
    draft.statements.append(_Told("direct", "asserts", quote, cue, speaker, (key, agency)))


def _demand(draft: _Draft, dice: random.Random) -> None:
    """Write a demand: „… forderte, alle Boote müssten bis Freitag geprüft werden“."""
    speaker, key = draft.person(2)
    draft.put(" ")
    cue = draft.put("forderte")
    draft.put(", ")
    start = draft.put(f"alle {draft.matter.thing} in ").start
    draft.place()
    day = _WORDS["weekdays"][(draft.matter.day.weekday() + 3) % 7]
    end = draft.put(f" müssten bis {day} geprüft werden").end
    draft.put(".")
    draft.statements.append(_Told("indirect", "demands", Span(start, end), cue, speaker, (key,)))


def _denial(draft: _Draft, dice: random.Random) -> None:
    """Write a denial, now and then: „… wies zurück, dass der Sturm die Ursache gewesen sei“."""
    if dice.random() < 0.5:
        return
    draft.put(" ")
    speaker, key = draft.person(3)
    draft.put(" ")
    cue = draft.put("wies zurück")
    draft.put(", ")
    start = draft.put(f"dass {draft.matter.causes[0]} die Ursache für die Schäden in ").start
    draft.place()
    end = draft.put(" gewesen sei").end
    draft.put(".")
    draft.statements.append(_Told("indirect", "denies", Span(start, end), cue, speaker, (key,)))


_SENTENCES: tuple[Callable[[_Draft, random.Random], None], ...] = (_found, _cause, _demand)


def reports(count: int, *, seed: int = 1) -> Iterator[Report]:
    """Make reports until they hold at least ``count`` statements.

    Args:
        count: statements in all.
        seed: the same seed gives the same reports.

    Yields:
        Reports in the order of their days.
    """
    dice = random.Random(seed)
    made = number = 0
    while made < count:
        matter = _matter(dice, _FIRST_DAY + timedelta(hours=7 * number))
        number += 1
        agency_text = dice.randrange(1 << 30)
        for _ in range(_ARTICLES_A_MATTER):
            report = _report(matter, dice, agency_text)
            yield report
            made += len(report.statements)
            if made >= count:
                return


def _matter(dice: random.Random, day: date) -> Matter:
    people = tuple(
        (
            f"{dice.choice(_WORDS['first_names'])} {_put_together(_WORDS['syllables'], dice)}",
            dice.choice(_WORDS["offices"]),
        )
        for _ in range(4)
    )
    first, second = dice.sample(_WORDS["causes"], 2)
    return Matter(
        day=day,
        place=_place(dice),
        thing=_put_together(_WORDS["things"], dice),
        fate=dice.choice(_WORDS["fates"]),
        causes=(first, second),
        figure=dice.randrange(12, 900),
        people=people,
        agency=dice.choice(_WORDS["agencies"]),
    )


def _put_together(parts: Sequence[Sequence[str]], dice: random.Random) -> str:
    return "".join(dice.choice(part) for part in parts)


def _place(dice: random.Random) -> tuple[str, float, float, str]:
    """Return name, degrees north and east, and country of a place that is always at one spot."""
    name = _put_together(_WORDS["places"], dice)
    spot = random.Random(name)
    return name, round(spot.uniform(47, 55), 4), round(spot.uniform(6, 15), 4), "DE"


def _report(matter: Matter, dice: random.Random, agency_text: int) -> Report:
    draft = _Draft(matter)
    outlet = dice.choice(_WORDS["outlets"])
    reprint = dice.random() < 0.4
    # What is printed from the agency is the same in each article that prints it.
    told = random.Random(agency_text) if reprint else dice
    draft.put(f"{outlet} {dice.randrange(1, 10**6)}. ")
    for write in told.sample(_SENTENCES, len(_SENTENCES)):
        write(draft, told)
        draft.put("\n\n" if told.random() < 0.3 else " ")
    _denial(draft, dice)
    return _finish(draft, outlet)


def _finish(draft: _Draft, outlet: str) -> Report:
    article = Article(draft.text.rstrip(), source=outlet, date=draft.matter.day.isoformat())
    actors = {key: Actor(article.id, *key, tuple(spans)) for key, spans in draft.mentions.items()}
    statements = [
        Statement(
            article.id,
            quote=(told.quote,),
            type=told.type,
            stance=told.stance,
            speaker=Party((told.speaker,), actors[told.chain[0]].id),
            cue=(told.cue,),
            chain=tuple(actors[key].id for key in told.chain),
            said_at=SaidAt(told.day) if told.day else None,
        )
        for told in draft.statements
    ]
    return Report(
        article,
        tuple(sorted(statements, key=lambda each: each.quote[0])),
        tuple(sorted(actors.values(), key=lambda actor: actor.mentions[0])),
        tuple(draft.times),
        tuple(draft.places),
        tuple(draft.quantities),
    )
