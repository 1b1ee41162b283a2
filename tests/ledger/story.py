"""Reports on a fire in a harbour, made by hand: who says what, and who says otherwise."""

from dataclasses import dataclass

from zufolge.actor import Actor
from zufolge.article import Article
from zufolge.mention import Place, Time
from zufolge.relation import Relation
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Party, SaidAt, Statement


@dataclass(frozen=True, slots=True)
class Told:
    """A statement to be found in a text.

    Args:
        quote: its words; parts are divided by a bar.
        by: the speaker as the text names it, or null.
        stance: its stance.
        chain: names of actors, the speaker's alone by default.
        said: EDTF.
        type: its type.
    """

    quote: str
    by: str | None
    stance: str = "asserts"
    chain: tuple[str, ...] | None = None
    said: str | None = None
    type: str = "indirect"


def span(text: str, part: str) -> Span:
    """Return where a part first stands in a text."""
    start = text.index(part)
    return Span(start, start + len(part))


def made(
    text: str,
    source: str,
    date: str,
    actors: dict[str, tuple[str, str]],
    *told: Told,
    times: dict[str, str] | None = None,
    places: tuple[str, ...] = (),
) -> Report:
    """Return a report.

    Args:
        text: the article's text.
        source: its outlet.
        date: its date.
        actors: by the name, the mention in the text and the kind.
        told: the statements.
        times: EDTF by expression.
        places: names of places, all on one point of Germany.
    """
    article = Article(text, source, date=date)
    known = {
        name: Actor(article.id, name, kind, (span(text, mention),))
        for name, (mention, kind) in actors.items()
    }
    by_mention = {mention: known[name] for name, (mention, _) in actors.items()}
    statements = []
    for each in told:
        actor = by_mention.get(each.by) if each.by else None
        names = each.chain if each.chain is not None else ((actor.name,) if actor else ())
        statements.append(
            Statement(
                article.id,
                tuple(span(text, part) for part in each.quote.split("|")),
                each.type,
                stance=each.stance,
                speaker=Party((span(text, each.by),), actor.id if actor else None)
                if each.by
                else None,
                chain=tuple(known[name].id for name in names),
                said_at=SaidAt(each.said) if each.said else None,
            )
        )
    return Report(
        article,
        tuple(statements),
        tuple(known.values()),
        tuple(Time(span(text, t), "date", edtf, edtf) for t, edtf in (times or {}).items()),
        tuple(Place(span(text, place), place, 54.31, 13.09, "DE") for place in places),
    )


AGENCY = made(
    "Brand im Hafen\n\n"
    "In Stralsund seien am Dienstag zwei Schiffe ausgebrannt, sagte Hafenkapitänin Jule Brandt. "
    "Verletzt worden sei niemand, teilte die Kustnytt mit.\n\n"
    "Reeder Anton Wessel wies zurück, dass Öl ausgelaufen sei.",
    "Kustnytt",
    "2025-03-12",
    {
        "Jule Brandt": ("Hafenkapitänin Jule Brandt", "person"),
        "Kustnytt": ("die Kustnytt", "organisation"),
        "Anton Wessel": ("Reeder Anton Wessel", "person"),
    },
    Told(
        "In Stralsund seien am Dienstag zwei Schiffe ausgebrannt",
        "Hafenkapitänin Jule Brandt",
        said="2025-03-12",
    ),
    Told("Verletzt worden sei niemand", "die Kustnytt"),
    Told("dass Öl ausgelaufen sei", "Reeder Anton Wessel", "denies"),
    times={"am Dienstag": "2025-03-11"},
    places=("Stralsund",),
)
REPRINT = made(
    "Zwei Schiffe sind nach Angaben der Hafenkapitänin Jule Brandt ausgebrannt, "
    "meldete die Agentur Kustnytt.",
    "Vorpommern-Kurier",
    "2025-03",
    {
        "Jule Brandt": ("der Hafenkapitänin Jule Brandt", "person"),
        "Agentur Kustnytt": ("die Agentur Kustnytt", "organisation"),
    },
    Told(
        "Zwei Schiffe sind|ausgebrannt",
        "der Hafenkapitänin Jule Brandt",
        chain=("Jule Brandt", "Agentur Kustnytt"),
    ),
)
RIVAL = made(
    "Es seien drei Schiffe verbrannt, sagte Feuerwehrsprecher Nils Oggersin. "
    "Öl sei ausgelaufen, sagte er.\n\n"
    "Der Fischer Anton Wessel sah ein Leck.",
    "Ostsee-Bote",
    "2025-03-14",
    {
        "Nils Oggersin": ("Feuerwehrsprecher Nils Oggersin", "person"),
        "Anton Wessel": ("Der Fischer Anton Wessel", "person"),
    },
    Told("Es seien drei Schiffe verbrannt", "Feuerwehrsprecher Nils Oggersin"),
    Told("Öl sei ausgelaufen", "Feuerwehrsprecher Nils Oggersin", said="2025-03-13/.."),
    Told("ein Leck", "Der Fischer Anton Wessel", type="reported"),
)
FOREIGN = made(
    "„Wir sahen Flammen“, sagte Kapitän Pjotr Lawrow. Auch Lawrows Reeder Anton Wessel kam. "
    "Das Feuer sei gelegt worden, sagte Minister Uwe Kraft.",
    "Nordblatt",
    "2025-04-02",
    {
        "Pjotr Lawrow": ("Kapitän Pjotr Lawrow", "person"),
        "Anton Wessel": ("Reeder Anton Wessel", "person"),
        "Uwe Kraft": ("Minister Uwe Kraft", "person"),
    },
    Told("Wir sahen Flammen", "Kapitän Pjotr Lawrow", type="direct"),
    Told("Das Feuer sei gelegt worden", "Minister Uwe Kraft", "supposes"),
)
LATER = made(
    "Auch Petr Lavrov verlangte Schadenersatz. Niemand habe das Feuer gelegt, sagte ein Ermittler.",
    "Nordblatt",
    "2025-04-05",
    {
        "Petr Lavrov": ("Petr Lavrov", "person"),
        "ein Ermittler": ("ein Ermittler", "unnamed"),
    },
    Told("Schadenersatz", "Petr Lavrov", "demands", type="reported"),
    Told("Niemand habe das Feuer gelegt", "ein Ermittler"),
)
STORY = (AGENCY, REPRINT, RIVAL, FOREIGN, LATER)


def _id(report: Report, number: int) -> str:
    return report.statements[number].id


RELATIONS = (
    Relation(_id(AGENCY, 0), "same", _id(REPRINT, 0), "meaning", 0.9),
    Relation(_id(REPRINT, 0), "repeats", _id(AGENCY, 0), "passage", 0.95),
    Relation(_id(REPRINT, 0), "differs", _id(RIVAL, 0), "zwei ≠ drei", 0.8),
    Relation(_id(AGENCY, 0), "differs", _id(RIVAL, 0), "zwei ≠ drei", 0.85),
    Relation(_id(AGENCY, 2), "denies", _id(RIVAL, 1), "wies zurück", 0.9),
    Relation(_id(FOREIGN, 1), "contradicts", _id(LATER, 1), "negation", 0.6),
)
