"""What an article calls an actor, and who is only described."""

import pytest

from zufolge.actor import Actor
from zufolge.languages import GERMAN
from zufolge.link.roles import description, master, roles, stands_for
from zufolge.span import Span


def actor(text: str, name: str, kind: str, *mentions: str) -> Actor:
    starts = [(text.index(each), len(each)) for each in mentions or (name,)]
    return Actor("a", name, kind, tuple(Span(start, start + size) for start, size in starts))


@pytest.mark.parametrize(
    ("text", "name", "kind", "mentions", "expected"),
    [
        # Before the name, and where the article takes the person up again.
        (
            "Museumsdirektor Paul Wirth schwieg. Später sprach der Kunsthistoriker doch.",
            "Paul Wirth",
            "person",
            ("Paul Wirth", "der Kunsthistoriker"),
            ("museumsdirektor", "kunsthistoriker"),
        ),
        # Inside a mention; „Wirt“ is a surname here, though innkeepers are called so.
        ("sagte Anwältin Ute Wirt.", "Ute Wirt", "person", ("Anwältin Ute Wirt",), ("anwältin",)),
        # Behind the name the first noun counts, not whom it serves.
        (
            "Ute Wirt, Sprecherin des Ministers, sagte",
            "Ute Wirt",
            "person",
            (),
            ("sprecherin",),
        ),
        (
            "Ute Wirt (SPD), Bürgermeisterin von Sund, sagte",
            "Ute Wirt",
            "person",
            (),
            ("bürgermeisterin",),
        ),
        # Of a body: what stands beside its name, and the nouns of the name.
        ("die Gewerkschaft Nordlicht rief", "Nordlicht", "organisation", (), ("gewerkschaft",)),
        (
            "Das finnische Außenministerium schwieg. Später sprach das Ministerium.",
            "finnisches Außenministerium",
            "office",
            ("Das finnische Außenministerium", "das Ministerium"),
            ("außenministerium", "ministerium"),
        ),
        (
            "in dem vertraulichen Papier",
            "vertrauliches Papier",
            "document",
            ("Papier",),
            ("papier",),
        ),
        ("wie Holm sagte", "Holm", "person", (), ()),
    ],
)
def test_roles(
    text: str, name: str, kind: str, mentions: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert roles(actor(text, name, kind, *mentions), text, GERMAN) == expected


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("der Kunsthistoriker", "unnamed", "kunsthistoriker"),
        ("seine Anwältin", "unnamed", "anwältin"),
        ("Minister", "unnamed", "minister"),
        ("Quasts Verteidiger", "person", "verteidiger"),
        ("das Ministerium", "office", "ministerium"),
        ("vertrauliches Papier", "document", "papier"),
        # Anybody, or one of many.
        ("ein Anwohner", "unnamed", ""),
        ("mehrere Zeugen", "unnamed", ""),
        # Names, though they look like nouns.
        ("Richter", "person", ""),
        ("Jens Richter", "person", ""),
        ("Ida Lund", "person", ""),
        # A land or an owner tells them from others.
        ("der finnische Außenminister", "unnamed", ""),
        ("Polizei Sund", "office", ""),
        ("die Sprecherin des Amtes", "unnamed", ""),
        ("", "unnamed", ""),
    ],
)
def test_description(name: str, kind: str, expected: str) -> None:
    assert description(name, kind, "de") == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("Quasts Verteidiger", "Quast"), ("Jens Richter", ""), ("Lund", "")]
)
def test_master(name: str, expected: str) -> None:
    assert master(name, "de") == expected


@pytest.mark.parametrize(
    ("noun", "held", "expected"),
    [
        ("kunsthistoriker", ("direktor", "kunsthistoriker"), True),
        ("minister", ("umweltminister",), True),
        ("ministerin", ("umweltminister",), False),
        ("verteidiger", ("rechtsanwalt",), True),
        ("direktor", ("kunsthistoriker",), False),
        # A general noun for a body takes up a compound; „Polizei“ is not any police.
        ("behörde", ("landesdatenschutzbehörde",), True),
        ("polizei", ("bundespolizei",), False),
        ("polizei", ("polizei", "polizeidirektion"), True),
        # The level of the state is often left out, but not where each level has its own.
        ("kriminalamt", ("landeskriminalamt",), True),
        ("verwaltungsgericht", ("bundesverwaltungsgericht",), False),
        ("staatsanwaltschaft", ("generalstaatsanwaltschaft",), False),
        # Several are not one.
        ("zeugen", ("augenzeuge",), False),
        ("minister", (), False),
    ],
)
def test_stands_for(noun: str, held: tuple[str, ...], expected: bool) -> None:
    assert stands_for(noun, held, "de") is expected
