"""Two reports and what connects them, with everything that is awkward to export."""

from zufolge.actor import Actor
from zufolge.article import Article
from zufolge.export import Content, Identity, in_order
from zufolge.mention import Place, Quantity, Time
from zufolge.relation import Origin, Relation
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Party, SaidAt, Statement

LEAK = (
    "Die Pumpen 𝟜 und 5 seien dicht, sagte Hafenmeisterin Ilse Brandt der Agentur Küstenfunk. "
    "Das gehe aus dem Prüfbericht hervor.\n\n"
    "„=SUMME(A1)“ stehe auf dem Zettel, „und sonst\nnichts“, erzählte ein Taucher."
)
DENIAL = (
    "In Sassnitz liefen am Donnerstag 30 Liter Öl aus, teilte die Wasserwacht mit. "
    "Brandt widersprach: "
    '„Es ist kein "Tropfen" ausgelaufen.“ Sie forderte Ruhe.'
)


def spans(text: str, *parts: str) -> tuple[Span, ...]:
    """Find substrings of a text, each the first of its kind."""
    return tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)


def leak() -> Report:
    """Return a report with a chain, a document, an unnamed source, and cells like formulas."""
    article = Article(
        LEAK, "@Hafenblick", "Leck\u2028im Hafen", "2025-03", url="https://hafenblick.example/1"
    )
    brandt = Actor(article.id, "Ilse Brandt", "person", spans(LEAK, "Ilse Brandt"))
    agency = Actor(article.id, "Küstenfunk", "organisation", spans(LEAK, "Küstenfunk"))
    paper = Actor(article.id, "Prüfbericht", "document", spans(LEAK, "Prüfbericht"))
    diver = Actor(article.id, "ein Taucher", "unnamed", spans(LEAK, "ein Taucher"))
    statements = (
        Statement(
            article.id,
            spans(LEAK, "Die Pumpen 𝟜 und 5 seien dicht"),
            "indirect",
            medium="speech",
            stance="asserts",
            speaker=Party(spans(LEAK, "Hafenmeisterin Ilse Brandt"), brandt.id),
            addressee=Party(spans(LEAK, "Agentur Küstenfunk"), agency.id),
            cue=spans(LEAK, "sagte"),
            chain=(paper.id, brandt.id, agency.id),
            said_at=SaidAt("[2025-03-06,2025-03-13]", "evening"),
            confidence=0.875,
        ),
        Statement(
            article.id,
            spans(LEAK, "=SUMME(A1)", "und sonst\nnichts"),
            "direct",
            speaker=Party(spans(LEAK, "ein Taucher"), diver.id),
            cue=spans(LEAK, "erzählte"),
            chain=(diver.id,),
        ),
    )
    return Report(article, statements, (brandt, agency, paper, diver))


def denial() -> Report:
    """Return a report with a place in a quote, a denial, and a demand."""
    article = Article(DENIAL, "Inselpost", "Öl im Hafen", "2025-03-14")
    guard = Actor(article.id, "Wasserwacht", "office", spans(DENIAL, "Wasserwacht"))
    brandt = Actor(article.id, "Brandt", "person", spans(DENIAL, "Brandt"))
    statements = (
        Statement(
            article.id,
            spans(DENIAL, "In Sassnitz liefen am Donnerstag 30 Liter Öl aus"),
            "indirect",
            stance="asserts",
            speaker=Party(spans(DENIAL, "die Wasserwacht"), guard.id),
            cue=spans(DENIAL, "teilte", "mit"),
            chain=(guard.id,),
            said_at=SaidAt("2025-03-13"),
        ),
        Statement(
            article.id,
            spans(DENIAL, 'Es ist kein "Tropfen" ausgelaufen.'),
            "direct",
            stance="denies",
            speaker=Party(spans(DENIAL, "Brandt"), brandt.id),
            cue=spans(DENIAL, "widersprach"),
            chain=(brandt.id,),
        ),
        Statement(
            article.id,
            spans(DENIAL, "Ruhe"),
            "reported",
            stance="demands",
            speaker=Party(spans(DENIAL, "Sie")),
            cue=spans(DENIAL, "forderte"),
        ),
    )
    return Report(
        article,
        statements,
        (guard, brandt),
        (Time(spans(DENIAL, "am Donnerstag")[0], "date", "2025-03-13", "2025-03-13"),),
        (Place(spans(DENIAL, "Sassnitz")[0], "Sassnitz", 54.51864, 13.64304, "DE"),),
        (Quantity(spans(DENIAL, "30 Liter Öl")[0], 30.0, None, "=", "Liter Öl"),),
    )


def reports() -> tuple[Report, Report]:
    """Return both reports."""
    return leak(), denial()


def relations() -> tuple[Relation, ...]:
    """Return a relation of each kind."""
    (pumps, note), (oil, none, quiet) = ([s.id for s in r.statements] for r in reports())
    return (
        Relation(none, "denies", oil, "negation: kein", 0.9),
        Relation(pumps, "same", none, "stems", 0.75),
        Relation(none, "repeats", pumps, "chain", 1.0),
        Relation(oil, "contradicts", pumps, "antonyms", 0.5),
        Relation(note, "corrects", quiet, "later", 0.25),
        Relation(note, "differs", oil, "30 and 31", 0.5),
    )


def origins() -> tuple[Origin, ...]:
    """Return the one group of same statements."""
    first, second = leak().statements[0].id, denial().statements[1].id
    return (Origin(tuple(sorted((first, second))), 1, ("Ilse Brandt",)),)


def identities() -> dict[str, Identity]:
    """Return who the two Brandts are together."""
    both = (leak().actors[0].id, denial().actors[1].id)
    return dict.fromkeys(both, Identity("b0b0b0b0b0b0b0b0", "Ilse Brandt"))


def content() -> Content:
    """Return everything in the order of export."""
    return in_order(reports(), relations(), origins(), identities())
