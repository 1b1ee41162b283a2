"""``zufolge actor``: who is one with whom across articles."""

import getpass
from typing import Annotated

import typer

from zufolge.cli import options
from zufolge.cli.answers import opened, print_answer
from zufolge.cli.application import app

_PAGE = 20
_BY_HAND = "decided by hand"

actor = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.add_typer(
    actor,
    name="actor",
    help="Merge and split the actors of several articles.",
    epilog="Example: zufolge actor list hafen.ledger",
)

_Name = Annotated[str, typer.Argument(metavar="A", help="Name or id of an actor.")]
_Other = Annotated[str, typer.Argument(metavar="B", help="Name or id of another actor.")]
_Reason = Annotated[str, typer.Option(metavar="TEXT", help="On which grounds.")]
_By = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who decides; the name of the account if left out."),
]


@actor.command("list", epilog="Example: zufolge actor list hafen.ledger Wessel")
def list_(
    ledger: options.LedgerFile,
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="Only those that this name or id may mean."),
    ] = None,
    limit: options.Limit = _PAGE,
    offset: options.Offset = 0,
    as_json: options.AsJson = False,
    as_csv: options.AsCsv = False,
    lang: options.Lang = None,
) -> None:
    """List actors across articles, those with most statements first."""
    from zufolge.view import answers

    with opened(ledger) as book:
        found = book.actors(name, limit=limit, offset=offset)
    lines = answers.persons if name is None else answers.members
    print_answer(found, lines, as_json=as_json, as_csv=as_csv, lang=lang, page=(limit, offset))


@actor.command(epilog="Example: zufolge actor proposals hafen.ledger --least 0.4")
def proposals(
    ledger: options.LedgerFile,
    least: Annotated[float, typer.Option(min=0, max=1, help="The lowest score.")] = 0.5,
    limit: options.Limit = _PAGE,
    offset: options.Offset = 0,
    as_json: options.AsJson = False,
    as_csv: options.AsCsv = False,
    lang: options.Lang = None,
) -> None:
    """List pairs of actors that may be one, with the reason; nobody merges them but you."""
    from zufolge.view import answers

    with opened(ledger) as book:
        found = book.proposals(least=least, limit=limit, offset=offset)
    page = (limit, offset)
    print_answer(found, answers.proposals, as_json=as_json, as_csv=as_csv, lang=lang, page=page)


@actor.command(epilog='Example: zufolge actor merge hafen.ledger "Pjotr Lawrow" "Petr Lavrov"')
def merge(
    ledger: options.LedgerFile,
    left: _Name,
    right: _Other,
    reason: _Reason = _BY_HAND,
    by: _By = None,
) -> None:
    """Record that two actors are one, in all articles now and later."""
    with opened(ledger) as book:
        judgement = book.merge(left, right, reason=reason, by=by or getpass.getuser())
    typer.echo(f"{judgement}  {left} = {right}")


@actor.command(epilog='Example: zufolge actor split hafen.ledger "Pjotr Lawrow" "Petr Lavrov"')
def split(
    ledger: options.LedgerFile,
    left: _Name,
    right: _Other,
    reason: _Reason = _BY_HAND,
    by: _By = None,
) -> None:
    """Record that two actors are two, whatever speaks for their being one."""
    with opened(ledger) as book:
        judgement = book.split(left, right, reason=reason, by=by or getpass.getuser())
    typer.echo(f"{judgement}  {left} ≠ {right}")


@actor.command(epilog="Example: zufolge actor decisions hafen.ledger")
def decisions(
    ledger: options.LedgerFile,
    as_json: options.AsJson = False,
    as_csv: options.AsCsv = False,
    lang: options.Lang = None,
) -> None:
    """List the merges and splits that hold."""
    from zufolge.view import answers

    with opened(ledger) as book:
        found = book.decisions()
    print_answer(found, answers.decisions, as_json=as_json, as_csv=as_csv, lang=lang)


@actor.command(epilog="Example: zufolge actor undo hafen.ledger f59d03b03eed3d76")
def undo(
    ledger: options.LedgerFile,
    judgement: Annotated[
        str,
        typer.Argument(metavar="JUDGEMENT", help="Its id, as merge, split and decisions print it."),
    ],
    reason: _Reason = _BY_HAND,
    by: _By = None,
) -> None:
    """Take back a merge or a split; the record of it stays."""
    with opened(ledger) as book:
        book.undo(judgement, reason=reason, by=by or getpass.getuser())
    typer.echo(f"{judgement} taken back")
