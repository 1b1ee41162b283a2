"""What stands in a ledger and what became of it: verify, history, failures, withdraw, redact."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from zufolge.cli.application import app
from zufolge.cli.output import print_json
from zufolge.cli.refusals import FAILED, refusals
from zufolge.errors import LedgerError

if TYPE_CHECKING:
    from zufolge.ledger import Event, Redaction

_File = Annotated[Path, typer.Argument(metavar="LEDGER", help="The ledger's file.")]
_AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
_Reason = Annotated[str, typer.Option(metavar="TEXT", help="On which grounds; it is recorded.")]
_By = Annotated[str, typer.Option(metavar="NAME", help="Who decides this; it is recorded.")]


@app.command(epilog="Example: zufolge verify hafen.ledger")
def verify(
    file: _File,
    seal: Annotated[
        str | None,
        typer.Option(metavar="SEAL", help="A seal noted earlier; it must still be in the ledger."),
    ] = None,
    as_json: _AsJson = False,
) -> None:
    """Prove that nothing recorded was altered, or name the first thing that was.

    The newest seal is printed. Note it elsewhere: with --seal, a ledger that was forged from
    beginning to end is found out, too.
    """
    from zufolge.ledger import Ledger

    with refusals(), Ledger(file, create=False) as ledger:
        found = ledger.verify(seal=seal)
    if as_json:
        told = {"entries": found.entries, "erased": found.erased}
        print_json({**told, "batches": found.batches, "seal": found.seal})
        return
    erased = f", {found.erased} of them erased" if found.erased else ""
    typer.echo(f"nothing was altered: {found.entries} entries{erased} in {found.batches} batches")
    if found.seal:
        typer.echo(f"newest seal: {found.seal}")


@app.command(epilog="Example: zufolge failures hafen.ledger")
def failures(file: _File, as_json: _AsJson = False) -> None:
    """List what could not be read or annotated, with the reason.

    What could be added later is no longer listed; its history still shows the failure.
    """
    from zufolge.ledger import Ledger

    with refusals(), Ledger(file, create=False) as ledger:
        found = list(ledger.failures())
    for failure in found:
        if as_json:
            told = {"id": failure.id, "source": failure.source}
            print_json({**told, "step": failure.step, "reason": failure.reason})
        else:
            typer.echo(f"{failure.id}  {failure.source}: {failure.reason}")
    if not found and not as_json:
        typer.echo("nothing failed")


@app.command(epilog="Example: zufolge history hafen.ledger 6e20786ae5d439de")
def history(
    file: _File,
    subject: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Of an article, statement, actor, relation, judgement or failure."
        ),
    ],
    as_json: _AsJson = False,
) -> None:
    """Show everything recorded about a thing, what was withdrawn and erased included."""
    from zufolge.ledger import Ledger

    with refusals(), Ledger(file, create=False) as ledger:
        events = ledger.history(subject)
        if not events:
            message = f"nothing is recorded about {subject}"
            raise LedgerError(message, article=str(file))
    for event in events:
        if as_json:
            print_json(
                {
                    "seq": event.seq,
                    "at": event.at,
                    "kind": event.kind,
                    "withdrawn": event.withdrawn,
                    "content": event.content,
                }
            )
        else:
            typer.echo(_line(event))


@app.command(
    epilog="Example: zufolge withdraw hafen.ledger 240d7210d6d45fab --reason verlesen --by ks"
)
def withdraw(
    file: _File,
    subject: Annotated[
        str,
        typer.Argument(metavar="ID", help="Of a statement, relation, judgement or failure."),
    ],
    reason: _Reason,
    by: _By,
) -> None:
    """Take back a statement, relation, judgement or failure; its entry stays in the history."""
    from zufolge.ledger import Ledger

    with refusals(), Ledger(file, create=False) as ledger:
        ledger.withdraw(subject, reason=reason, by=by)
    typer.echo(f"{subject} is withdrawn")


@app.command(
    epilog="Example: zufolge redact hafen.ledger --name 'Jule Brandt' --reason Antrag --by ks"
)
def redact(
    file: _File,
    reason: _Reason,
    by: _By,
    article: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Erase this article and all that was read from it."),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Black this name out of everything stored."),
    ] = None,
) -> None:
    """Erase an article, or a person's name, for good.

    That it was erased, by whom and on which grounds stays on record, and the ledger still
    verifies. Copies of the file know nothing of it.
    """
    from zufolge.ledger import Ledger

    if (article is None) == (name is None):
        raise typer.BadParameter("name either --article or --name")
    with refusals(), Ledger(file, create=False) as ledger:
        if article is not None:
            done = ledger.redact_article(article, reason=reason, by=by)
        else:
            done = ledger.redact_person(name or "", reason=reason, by=by)
    _tell(done, file)


def _tell(done: "Redaction", file: Path) -> None:
    typer.echo(f"{done.erased} entries of {len(done.articles)} articles are erased")
    for old, new in done.replacements.items():
        typer.echo(f"article {old} is stored with the name blacked out as {new}")
    if not done.wiped:
        message = "others were using the file, so traces are left; open it once they are done"
        typer.echo(f"zufolge: {file}: {message}: zufolge verify {file}", err=True)
        raise typer.Exit(FAILED)


def _line(event: "Event") -> str:
    withdrawn = f"  (withdrawn by #{event.withdrawn})" if event.withdrawn else ""
    if event.content is None:
        return f"#{event.seq}  {event.at}  {event.kind}  erased"
    return f"#{event.seq}  {event.at}  {event.kind}{withdrawn}  {_told(event.kind, event.content)}"


def _told(kind: str, content: dict[str, Any]) -> str:
    """Return what an entry says, as far as it fits a line."""
    match kind:
        case "article":
            return " · ".join(str(content[f]) for f in ("source", "date", "title") if content[f])
        case "relation":
            told = f"{content['from']} {content['kind']} {content['to']}"
            return f"{told}  {content['reason']} ({content['score']:.2f})"
        case "judgement":
            other = f" {content['other']}" if content["other"] else ""
            told = f"{content['verdict']} {content['subject']}{other}"
            return f"{told}  {content['reason']} ({content['by']})"
        case "withdrawal":
            return f"of #{content['row']}: {content['reason']} ({content['by']})"
        case "redaction":
            return f"of {len(content['rows'])} entries: {content['reason']} ({content['by']})"
        case "failure":
            return f"{content['source']}: {content['reason']}"
        case "actor":
            return f"{content['name']} ({content['kind']})"
        case _:
            return json.dumps(content, ensure_ascii=False)
