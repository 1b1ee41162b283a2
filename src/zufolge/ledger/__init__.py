"""Reports → Ledger: one SQLite file, append-only and sealed; ``schema.sql`` describes it.

What questions are answered from is derived from it; ``derived.sql`` describes that.
"""

from zufolge.ledger.answers import (
    Attribution,
    Decision,
    Dispute,
    Hit,
    Member,
    Moment,
    OriginGroup,
    Person,
    Printing,
    Proposal,
    Side,
)
from zufolge.ledger.filters import Filter
from zufolge.ledger.frames import Frame
from zufolge.ledger.history import Event
from zufolge.ledger.ledger import Failure, Ledger
from zufolge.ledger.redaction import Redaction
from zufolge.ledger.verification import Verification

__all__ = [
    "Attribution",
    "Decision",
    "Dispute",
    "Event",
    "Failure",
    "Filter",
    "Frame",
    "Hit",
    "Ledger",
    "Member",
    "Moment",
    "OriginGroup",
    "Person",
    "Printing",
    "Proposal",
    "Redaction",
    "Side",
    "Verification",
]
