import pytest

from zufolge.annotate.actors import resolve_actors
from zufolge.annotate.chain import fill_chains, find_links
from zufolge.article import Article
from zufolge.languages import GERMAN
from zufolge.span import Span
from zufolge.statement import Party, Statement

Told = tuple[str, str | None, tuple[str, ...], str | None]


def chains(
    text: str, told: list[Told], bodies: tuple[str, ...] = (), source: str | None = None
) -> list[list[str]]:
    """Return the chains by name; a statement is told as quote, speaker, cue, addressee."""
    article = Article(text, source=source)
    statements = [
        Statement(
            article.id,
            (find(text, quote),),
            "indirect",
            speaker=Party((find(text, speaker),)) if speaker else None,
            addressee=Party((find(text, addressee),)) if addressee else None,
            cue=tuple(find(text, c) for c in cue),
        )
        for quote, speaker, cue, addressee in told
    ]
    names = [(find(text, body), "ORG") for body in bodies]
    links = find_links(article, statements, names, GERMAN)
    further = [span for link in links for span in (*link.origin, *link.relay)]
    found = resolve_actors(article, statements, names, GERMAN, further)
    filled = fill_chains(article, found.statements, links, found.by_span, found.actors, GERMAN)
    by_id = {actor.id: actor.name for actor in found.actors}
    return [[by_id[link] for link in statement.chain] for statement in filled]


def find(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


CASES: list[tuple[str, list[Told], tuple[str, ...], list[list[str]]]] = [
    (
        "Der Hafen ist gesperrt, meldete die Agentur Norrpress unter Berufung auf die Küstenwache.",
        [("Der Hafen ist gesperrt", "die Agentur Norrpress", ("meldete",), None)],
        ("Norrpress",),
        [["die Küstenwache", "Norrpress"]],
    ),
    (
        "Man prüfe das, sagte Sprecher Jan Vogt der Agentur Norrpress zufolge.",
        [("Man prüfe das", "Sprecher Jan Vogt", ("sagte", "zufolge"), None)],
        ("Norrpress",),
        [["Jan Vogt", "Norrpress"]],
    ),
    (
        "Das sei erledigt, sagte Jan Vogt dem Sender Uferfunk. Mehr komme nicht.",
        [
            ("Das sei erledigt", "Jan Vogt", ("sagte",), "dem Sender Uferfunk"),
            ("Mehr komme nicht", "Jan Vogt", (), None),
        ],
        (),
        [["Jan Vogt", "Uferfunk"]] * 2,
    ),
    (
        "Zwei Schiffe liefen aus, meldet die Agentur Norrpress. Sie beruft sich auf den Sender "
        "Kanal Nord.",
        [("Zwei Schiffe liefen aus", "die Agentur Norrpress", ("meldet",), None)],
        ("Norrpress",),
        [["Kanal Nord", "Norrpress"]],
    ),
    (
        "Eva Moll sagte, der Landrat habe ihr versprochen, die Schule zu bauen.",
        [
            (
                "der Landrat habe ihr versprochen, die Schule zu bauen",
                "Eva Moll",
                ("sagte",),
                None,
            ),
            ("die Schule zu bauen", "der Landrat", ("versprochen",), None),
        ],
        (),
        [["Eva Moll"], ["der Landrat", "Eva Moll"]],
    ),
    (
        "Laut dem Blatt Uferbote räumte Jan Vogt ein, nichts geprüft zu haben.",
        [("nichts geprüft zu haben", "Jan Vogt", ("Laut", "räumte", "ein"), None)],
        ("Uferbote",),
        [["Jan Vogt", "Uferbote"]],
    ),
    (
        "Angeblich wird verkauft.",
        [("Angeblich wird verkauft", None, (), None)],
        (),
        [[]],
    ),
    (
        "Das sei falsch, sagte Jan Vogt dieser Zeitung.",
        [("Das sei falsch", "Jan Vogt", ("sagte",), "dieser Zeitung")],
        (),
        [["Jan Vogt"]],
    ),
]


@pytest.mark.parametrize(("text", "told", "bodies", "expected"), CASES)
def test_chains(
    text: str, told: list[Told], bodies: tuple[str, ...], expected: list[list[str]]
) -> None:
    assert chains(text, told, bodies) == expected


def test_the_articles_own_outlet_is_no_link() -> None:
    text = "Das sei falsch, sagte Jan Vogt der Deutschen Presse-Agentur."
    told: list[Told] = [("Das sei falsch", "Jan Vogt", ("sagte",), "der Deutschen Presse-Agentur")]
    bodies = ("Deutschen Presse-Agentur",)
    assert chains(text, told, bodies, source="dpa") == [["Jan Vogt"]]
    assert len(chains(text, told, bodies)[0]) == 2
