from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.story import Told, made
from zufolge.ledger import Ledger
from zufolge.relation import Relation

WORDS = ("Regen", "Schnee", "Hagel", "Nebel", "Sturm", "Frost")
REPORT = made(
    " ".join(f"Es gebe {word}, hieß es." for word in WORDS),
    "Wetterblatt",
    "2025-01",
    {},
    *(Told(f"Es gebe {word}", None) for word in WORDS),
)
TABLES = {
    "groups": 'statement, "group"',
    "group_sizes": '"group", statements',
    "conflicts": "low, high, kind, relations, latest, score",
}
_NUMBERS = st.integers(0, len(WORDS) - 1)
_STEPS = st.lists(
    st.tuples(_NUMBERS, st.sampled_from(["same", "same", "denies", "differs"]), _NUMBERS),
    max_size=14,
)


def told(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    """Return what the derived tables hold."""
    ask = ledger.connection.execute
    return {
        t: sorted(ask(f"SELECT {columns} FROM {t}").fetchall()) for t, columns in TABLES.items()
    }


@settings(max_examples=25, deadline=None)
@given(_STEPS, st.lists(st.integers(0, 13), max_size=5, unique=True))
def test_groups_and_conflicts_are_those_of_a_rebuilding(
    steps: list[tuple[int, str, int]], withdrawn: list[int]
) -> None:
    ids = [statement.id for statement in REPORT.statements]
    with Ledger(":memory:") as ledger:
        ledger.add(REPORT, ())
        for number, (source, kind, target) in enumerate(steps):
            if source != target:
                relation = Relation(ids[source], kind, ids[target], "test", number / 20)
                ledger.relate([relation])
        found = [id_ for (id_,) in ledger.connection.execute("SELECT id FROM relations")]
        for number in withdrawn:
            if number < len(found):
                ledger.withdraw(found[number], reason="verlesen", by="ks")
        before = told(ledger)
        ledger.rebuild()
        assert told(ledger) == before
        largest = sorted((group.statements for group in ledger.origins()), reverse=True)
        assert [group.statements for group in ledger.origins()] == largest
        assert len(ledger.disputes()) == len(before["conflicts"])


def test_a_page_of_disputes_looks_at_no_tie_twice() -> None:
    ids = [statement.id for statement in REPORT.statements]
    with Ledger(":memory:") as ledger:
        ledger.add(REPORT, ())
        same = [Relation(ids[0], "same", each, "test", 1.0) for each in ids[1:4]]
        against = [Relation(each, "denies", ids[5], "test", 0.5) for each in ids[:4]]
        ledger.relate([*against, *same])
        [dispute] = ledger.disputes()
        assert (dispute.relations, dispute.left.statements, dispute.right.statements) == (4, 4, 1)
        plan = ledger.connection.execute(
            "EXPLAIN QUERY PLAN SELECT tie FROM conflicts ORDER BY latest DESC, tie DESC LIMIT 20"
        ).fetchall()
        assert not [step for step in plan if "TEMP B-TREE" in str(step[3])]
