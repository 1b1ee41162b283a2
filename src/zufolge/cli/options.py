"""Options that several commands on ledgers share."""

from pathlib import Path
from typing import Annotated

import typer

from zufolge.cli.output import ViewLanguage

LedgerFile = Annotated[Path, typer.Argument(metavar="LEDGER", help="The ledger's file.")]
Since = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Only what may be of this day, month or year, or later."),
]
Until = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Only what may be of this day, month or year, or earlier."),
]
Clock = Annotated[
    str,
    typer.Option(metavar="CLOCK", help="Which date counts: published, said or happened."),
]
Source = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only what this outlet or agency printed.")
]
ActorName = Annotated[
    str | None, typer.Option("--actor", metavar="NAME", help="Only what this actor says.")
]
Place = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Only what names this place, or a country by two capitals."),
]
Stance = Annotated[
    str | None,
    typer.Option(metavar="STANCE", help="Only what is said so: asserts, denies, demands …"),
]
Limit = Annotated[int, typer.Option(min=1, help="How many are shown at most.")]
Offset = Annotated[int, typer.Option(min=0, help="How many are left out before.")]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON object a line, one line an answer.")
]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print comma-separated values with a heading.")]
Lang = Annotated[
    ViewLanguage | None,
    typer.Option(help="Language of the labels; that of the system if left out."),
]
