"""Reports → Ledger: one SQLite file, append-only and sealed; ``schema.sql`` describes it."""

from zufolge.ledger.history import Event
from zufolge.ledger.ledger import Failure, Ledger
from zufolge.ledger.verification import Verification

__all__ = ["Event", "Failure", "Ledger", "Verification"]
