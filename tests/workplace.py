"""A folder to try commands in: the examples of the repository, and a ledger of the harbour fire."""

from pathlib import Path

from tests.ledger.story import FOREIGN, LATER, RELATIONS, STORY
from zufolge.ledger import Ledger

ROOT = Path(__file__).parents[1]
LEDGER = "hafen.ledger"


def furnish(folder: Path) -> None:
    """Fill an empty folder; in its ledger, the two captains are merged."""
    for name in ("examples", "docs"):
        (folder / name).symlink_to(ROOT / name)
    with Ledger(folder / LEDGER) as ledger:
        for report in STORY:
            ledger.add(report, ())
        ledger.relate(RELATIONS)
        merge_captains(ledger)


def merge_captains(ledger: Ledger) -> str:
    """Merge the two captains of the story, and return the judgement's id."""
    left, right = FOREIGN.actors[0].id, LATER.actors[0].id
    return ledger.merge(left, right, reason="decided by hand", by="mk")
