"""Linking through the tables of a ledger."""

from itertools import islice

import apsw
import pytest

from benchmarks.synthesis import reports
from tests.ledger.story import STORY
from zufolge.ledger import Ledger
from zufolge.ledger.index import FORM, LedgerIndex
from zufolge.link import MemoryIndex, claims, extend
from zufolge.link.senses import edition
from zufolge.report import Report

MADE = tuple(islice(reports(200, seed=7), 30))
# What grows with what is added; of `batches` only the last row is read.
LARGE = frozenset(
    f"SCAN {table}"
    for table in (
        *("entries", "claims", "claim_keys", "vectors", "attributions", "links", "ties", "groups"),
        *("conflicts", "personas", "members", "persona_keys", "likenesses", "identities"),
    )
)


@pytest.mark.parametrize("told", [STORY, MADE], ids=["story", "made"])
def test_a_ledger_finds_what_linking_in_memory_finds(told: tuple[Report, ...]) -> None:
    index = MemoryIndex()
    expected = [relation for report in told for relation in extend(report, index)]
    with Ledger(":memory:") as ledger:
        for report in told:
            ledger.add(report)
        assert list(ledger.relations()) == expected
        near = LedgerIndex(ledger.connection).near
        for claim in claims(told[0]):
            assert list(near(claim, limit=5)) == list(index.near(claim, limit=5))
    assert expected


def test_relations_that_are_given_are_not_sought() -> None:
    with Ledger(":memory:") as ledger:
        for report in MADE:
            ledger.add(report, [])
        assert list(ledger.relations()) == []


def test_a_withdrawn_statement_is_found_no_more() -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(MADE[0])
        gone, *rest = claims(MADE[0])
        ledger.withdraw(gone.statement, reason="verlesen", by="ks")
        probe = next(claim for claim in claims(MADE[1]) if set(claim.keys) & set(gone.keys))
        found = LedgerIndex(ledger.connection).near(probe, limit=50)
        assert gone.statement not in [each.statement for each in found]
        assert {each.statement for each in found} <= {each.statement for each in rest}
        keys = "SELECT count(*) FROM claim_keys WHERE claim NOT IN (SELECT seq FROM claims)"
        assert ledger.connection.execute(keys).get == 0


def test_claims_outlive_a_rebuilding_and_are_made_anew_in_another_form() -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(MADE[0])
        ask = ledger.connection.execute
        told = "SELECT content ->> 'type' FROM claims ORDER BY seq"
        before = ask(told).fetchall()
        ask("UPDATE claims SET content = json_set(content, '$.type', 'kept')")
        ledger.rebuild()
        assert set(ask(told).fetchall()) == {("kept",)}
        ask("UPDATE derived SET form = 'older'")
        ledger.rebuild()
        assert ask(told).fetchall() == before
        assert ask("SELECT form FROM derived").get == FORM
        assert edition() in FORM


def test_relations_of_a_statement_are_looked_up_by_an_index() -> None:
    query = "SELECT seq FROM live WHERE kind = 'relation' AND content ->> 'from' = 'a'"
    with Ledger(":memory:") as ledger:
        assert not [step for step in _plan(ledger, query, None) if step.startswith("SCAN")]


def test_adding_reads_no_table_from_end_to_end() -> None:
    """What is looked up has an index, so that adding takes as long in a large ledger."""
    asked: list[tuple[str, apsw.Bindings | None]] = []

    def note(_: apsw.Cursor, query: str, bindings: "apsw.Bindings | None") -> bool:
        asked.append((query, bindings))
        return True

    with Ledger(":memory:") as ledger:
        for report in MADE[:20]:
            ledger.add(report)
        ledger.connection.exec_trace = note
        for report in MADE[20:]:
            ledger.add(report)
        ledger.connection.exec_trace = None
        plans = {query: _plan(ledger, query, bindings) for query, bindings in asked}
    assert len(plans) > 40
    assert {query: plan for query, plan in plans.items() if plan & LARGE} == {}


def _plan(ledger: Ledger, query: str, bindings: "apsw.Bindings | None") -> set[str]:
    if not query.lstrip().upper().startswith(("SELECT", "WITH", "INSERT", "UPDATE", "DELETE")):
        return set()
    explained = ledger.connection.execute(f"EXPLAIN QUERY PLAN {query}", bindings)
    return {" ".join(detail.split()[:2]) for *_, detail in explained}
