"""``zufolge who``, ``about``, ``disputes``, ``origins``, ``timeline``: questions to a ledger."""

from typing import Annotated

import typer

from zufolge.cli import options
from zufolge.cli.answers import opened, print_answer
from zufolge.cli.application import app

_PAGE = 20


@app.command(epilog='Example: zufolge who hafen.ledger "Jule Brandt"')
def who(
    ledger: options.LedgerFile,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A name in any spelling, a surname, an abbreviation or an id."
        ),
    ],
    since: options.Since = None,
    until: options.Until = None,
    clock: options.Clock = "published",
    source: options.Source = None,
    place: options.Place = None,
    stance: options.Stance = None,
    limit: options.Limit = _PAGE,
    offset: options.Offset = 0,
    as_json: options.AsJson = False,
    as_csv: options.AsCsv = False,
    lang: options.Lang = None,
) -> None:
    """Show what somebody said, over time."""
    from zufolge.ledger import Filter
    from zufolge.view import answers

    wanted = Filter(since, until, clock, source, None, place, stance)
    with opened(ledger) as book:
        found = book.who(name, wanted, limit=limit, offset=offset)
    page = (limit, offset)
    print_answer(found, answers.statements, as_json=as_json, as_csv=as_csv, lang=lang, page=page)


@app.command(epilog='Example: zufolge about hafen.ledger "zwei Schiffe verbrannt"')
def about(
    ledger: options.LedgerFile,
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="Words to look for, or a whole sentence.")
    ],
    since: options.Since = None,
    until: options.Until = None,
    clock: options.Clock = "published",
    source: options.Source = None,
    actor: options.ActorName = None,
    place: options.Place = None,
    stance: options.Stance = None,
    limit: options.Limit = _PAGE,
    offset: options.Offset = 0,
    as_json: options.AsJson = False,
    as_csv: options.AsCsv = False,
    lang: options.Lang = None,
) -> None:
    """Search statements by words and by meaning."""
    from zufolge.ledger import Filter
    from zufolge.view import answers

    wanted = Filter(since, until, clock, source, actor, place, stance)
    with opened(ledger) as book:
        found = book.about(text, wanted, limit=limit, offset=offset)
    print_answer(
        found, answers.hits, as_json=as_json, as_csv=as_csv, lang=lang, page=(limit, offset)
    )


@app.command(epilog="Example: zufolge disputes hafen.ledger --kind differs")
def disputes(
    ledger: options.LedgerFile,
    kind: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="Only denies, contradicts, differs or corrects."),
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    clock: options.Clock = "published",
    source: options.Source = None,
    actor: options.ActorName = None,
    place: options.Place = None,
    stance: options.Stance = None,
    limit: options.Limit = _PAGE,
    offset: options.Offset = 0,
    as_json: options.AsJson = False,
    as_csv: options.AsCsv = False,
    lang: options.Lang = None,
) -> None:
    """Show statements that stand against each other, the latest first."""
    from zufolge.ledger import Filter
    from zufolge.view import answers

    wanted = Filter(since, until, clock, source, actor, place, stance)
    with opened(ledger) as book:
        found = book.disputes(wanted, kind=kind, limit=limit, offset=offset)
    print_answer(
        found,
        lambda frame, labels: answers.disputes(frame, labels, offset + 1),
        as_json=as_json,
        as_csv=as_csv,
        lang=lang,
        page=(limit, offset),
    )


@app.command(epilog="Example: zufolge origins hafen.ledger")
def origins(
    ledger: options.LedgerFile,
    text: Annotated[
        str | None,
        typer.Argument(metavar="TEXT", help="What they are about; all groups if left out."),
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    clock: options.Clock = "published",
    source: options.Source = None,
    actor: options.ActorName = None,
    place: options.Place = None,
    stance: options.Stance = None,
    limit: options.Limit = _PAGE,
    offset: options.Offset = 0,
    as_json: options.AsJson = False,
    as_csv: options.AsCsv = False,
    lang: options.Lang = None,
) -> None:
    """Show groups of same statements and how many independent origins they have."""
    from zufolge.ledger import Filter
    from zufolge.view import answers

    wanted = Filter(since, until, clock, source, actor, place, stance)
    with opened(ledger) as book:
        found = book.origins(text, wanted, limit=limit, offset=offset)
    print_answer(
        found,
        answers.origin_groups,
        as_json=as_json,
        as_csv=as_csv,
        lang=lang,
        page=(limit, offset),
    )


@app.command(epilog="Example: zufolge timeline hafen.ledger --by said")
def timeline(
    ledger: options.LedgerFile,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="CLOCK",
            help="Sort by happened, said or published; by the first of them that is known if left "
            "out.",
        ),
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    clock: options.Clock = "published",
    source: options.Source = None,
    actor: options.ActorName = None,
    place: options.Place = None,
    stance: options.Stance = None,
    limit: options.Limit = _PAGE,
    offset: options.Offset = 0,
    as_json: options.AsJson = False,
    as_csv: options.AsCsv = False,
    lang: options.Lang = None,
) -> None:
    """Show statements in the order of time; a vague date is a range."""
    from zufolge.ledger import Filter
    from zufolge.view import answers

    wanted = Filter(since, until, clock, source, actor, place, stance)
    with opened(ledger) as book:
        found = book.timeline(wanted, clock=by, limit=limit, offset=offset)
    print_answer(
        found, answers.moments, as_json=as_json, as_csv=as_csv, lang=lang, page=(limit, offset)
    )
