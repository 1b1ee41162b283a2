"""Runs that are killed, and processes that add at once."""

import multiprocessing
import threading
from itertools import islice
from pathlib import Path

from benchmarks.kills import add_all, add_together, content, kill_many
from benchmarks.synthesis import reports
from zufolge.ledger import Ledger

MADE = tuple(islice(reports(400, seed=11), 12))


def test_a_killed_run_leaves_a_ledger_that_verifies_and_goes_on(tmp_path: Path) -> None:
    kills = kill_many(5, tmp_path)
    assert sum(not kill.finished for kill in kills) == 5
    assert all(kill.same for kill in kills)


def test_two_processes_add_at_once(tmp_path: Path) -> None:
    path = tmp_path / "x.ledger"
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(2)
    # Both begin with a file that is not there, and half of the articles are the same.
    halves = (MADE[:8], MADE[4:])
    processes = [context.Process(target=add_together, args=(path, half, ready)) for half in halves]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    with Ledger(path, create=False) as ledger:
        assert ledger.verify().batches == len(MADE)
        stored = {report.article.id for report in ledger.reports()}
    assert stored == {report.article.id for report in MADE}
    add_all(tmp_path / "alone.ledger", MADE)
    kinds = ("relation",)
    alone, together = (
        sorted(entry for entry in content(each)[0] if entry[0] not in kinds)
        for each in (tmp_path / "alone.ledger", path)
    )
    assert alone == together


def test_readers_are_not_kept_waiting(tmp_path: Path) -> None:
    path = tmp_path / "x.ledger"
    add_all(path, MADE[:2])
    with Ledger(path) as writer, Ledger(path) as reader:
        writer.connection.execute("BEGIN IMMEDIATE")
        writer.connection.execute("INSERT INTO unwiped VALUES (1)")
        found: list[int] = []
        thread = threading.Thread(target=lambda: found.append(len(list(reader.reports()))))
        thread.start()
        thread.join(timeout=20)
        assert found == [2]
        writer.connection.execute("ROLLBACK")
