"""A report made by hand, with everything a report can hold."""

from collections.abc import Iterable

from zufolge.actor import Actor
from zufolge.article import Article
from zufolge.mention import Place, Quantity, Time
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Party, SaidAt, Statement
from zufolge.view.line import Line

TEXT = (
    "Malmö (NNA) - „Die Tanks sind dicht“, sagte Sprecherin Voss am Mittwoch.\n"
    "\n"
    "Das Schiff habe gedreht, meldete Kustnytt. Sie berief sich auf Sealane.\n"
    "\n"
    "„Sie hat“, so der Fischer, „am Telefon gesagt: ‚Das ist bald vorbei.‘“ "
    "Es seien etwa 40 Tonnen, hieß es."
)


def spans(*parts: str) -> tuple[Span, ...]:
    """Find substrings of ``TEXT``, each the first of its kind."""
    return tuple(Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in parts)


def span(part: str) -> Span:
    """Find a substring of ``TEXT``, the first of its kind."""
    return spans(part)[0]


def report() -> Report:
    """Return a report on ``TEXT`` with all kinds of speakers and a nested quotation."""
    article = Article(TEXT, "NNA", "Tanker vor Bornholm", "2024-11", notes=("als UTF-8 gelesen",))
    voss, kustnytt, sealane = (
        Actor(article.id, name, kind, spans(mention))
        for name, kind, mention in (
            ("Karoline Voss", "person", "Sprecherin Voss"),
            ("Kustnytt", "organisation", "Kustnytt"),
            ("Sealane", "data", "Sealane"),
        )
    )
    fisher = Statement(
        article.id,
        spans("Sie hat", "am Telefon gesagt: ‚Das ist bald vorbei.‘"),
        "direct",
        speaker=Party(spans("der Fischer")),
        cue=spans("so"),
    )
    statements = (
        Statement(
            article.id,
            spans("Die Tanks sind dicht"),
            "direct",
            stance="denies",
            speaker=Party(spans("Sprecherin Voss"), voss.id),
            cue=spans("sagte"),
            chain=(voss.id,),
            said_at=SaidAt("[2024-11-06,2024-11-13]", "evening"),
        ),
        Statement(
            article.id,
            spans("Das Schiff habe gedreht"),
            "indirect",
            stance="asserts",
            speaker=Party(spans("Kustnytt"), kustnytt.id),
            cue=spans("meldete"),
            chain=(sealane.id, kustnytt.id),
        ),
        fisher,
        Statement(
            article.id,
            spans("Das ist bald vorbei"),
            "direct",
            speaker=Party(spans("Sie hat")[:1], voss.id),
            channel=spans("am Telefon"),
            nested_in=fisher.id,
        ),
        Statement(article.id, spans("Es seien etwa 40 Tonnen"), "indirect", cue=spans("hieß es")),
    )
    return Report(
        article,
        statements,
        (voss, kustnytt, sealane),
        (Time(span("am Mittwoch"), "date", "2024-11", "[2024-11-06,2024-11-13]"),),
        (Place(span("Malmö"), "Malmö", 55.60587, 13.00073, "SE"),),
        (Quantity(span("etwa 40 Tonnen"), 40, None, "~", "Tonnen"),),
    )


def lines(found: Iterable[Line]) -> list[str]:
    """Return the plain text of some lines of the view."""
    return [" " * line.indent + line.text.plain for line in found]
