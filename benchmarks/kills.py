"""Kills runs that add to a ledger at random moments, and looks whether anything is lost.

    python -m benchmarks.kills --moments 200 --commands 10

Each moment: a process that has its models loaded adds prepared reports to a new ledger, from making
the file on, and is killed by SIGKILL; the ledger must verify; the same run again must lead to the
content of one that nobody disturbed. Some runs are those of the command ``zufolge add``, which
reads and annotates texts.
"""

import argparse
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from multiprocessing.synchronize import Barrier
from pathlib import Path

from benchmarks.synthesis import reports
from zufolge.ledger import Ledger
from zufolge.report import Report

_REPORTS = 8
# A process that has not loaded its models within so many seconds will hardly do.
_PATIENCE = 300
_SOURCE = Path(__file__).parents[1] / "src"

Content = tuple[list[tuple[str, str]], list[int]]


@dataclass(frozen=True, slots=True)
class Kill:
    """One run that was killed.

    Args:
        after: seconds from its beginning.
        entries: how many entries it had sealed by then; null if there was no ledger yet.
        finished: whether it had come to its end before.
        same: whether the continued ledger has the content of an undisturbed one.
    """

    after: float
    entries: int | None
    finished: bool
    same: bool


def kill_many(moments: int, folder: Path, *, seed: int = 1) -> list[Kill]:
    """Kill processes that add prepared reports, each at another moment.

    Args:
        moments: how many.
        folder: where the ledgers are made.
        seed: of the moments.

    Returns:
        One record a kill.

    Raises:
        AlteredLedger: if a ledger does not verify.
    """
    told = tuple(islice(reports(400, seed=seed), _REPORTS))
    # A fork would inherit the encoders' locks without the threads that hold them.
    context = multiprocessing.get_context("spawn")

    def start(path: Path) -> int:
        ready = context.Barrier(2)
        process = context.Process(target=add_together, args=(path, told, ready))
        process.start()
        ready.wait(_PATIENCE)
        return process.pid or 0

    def end() -> None:
        for process in multiprocessing.active_children():
            process.join()

    load(told)  # What is measured is the time of adding alone.
    return _kill(moments, folder, start, end, lambda path: add_all(path, told), seed)


def kill_commands(
    moments: int, folder: Path, files: Sequence[Path], *, seed: int = 1
) -> list[Kill]:
    """Kill the command ``zufolge add``, as ``kill_many`` does.

    Args:
        moments: how many.
        folder: where the ledgers are made.
        files: what the command reads.
        seed: of the moments.
    """
    running: list[subprocess.Popen[bytes]] = []

    def start(path: Path) -> int:
        running.append(_command(path, files))
        return running[-1].pid

    def end() -> None:
        running.pop().wait()

    return _kill(moments, folder, start, end, lambda path: _command(path, files).wait(), seed)


def _kill(
    moments: int,
    folder: Path,
    start: Callable[[Path], int],
    end: Callable[[], None],
    whole: Callable[[Path], object],
    seed: int,
) -> list[Kill]:
    dice = random.Random(seed)
    begin = time.monotonic()
    whole(folder / "whole.ledger")
    duration = time.monotonic() - begin
    expected = content(folder / "whole.ledger")
    kills: list[Kill] = []
    # A run that has come to its end before the moment does not count: another one is begun.
    while sum(not kill.finished for kill in kills) < moments:
        path, after = folder / f"{len(kills)}.ledger", dice.uniform(0, duration)
        pid = start(path)
        time.sleep(after)
        os.kill(pid, signal.SIGKILL)
        end()
        entries = _sealed(path)
        whole(path)
        same = content(path) == expected
        kills.append(Kill(after, entries, entries == len(expected[0]), same))
        for each in folder.glob(f"{path.name}*"):
            each.unlink()
    return kills


def add_all(path: Path, told: Sequence[Report]) -> None:
    """Add reports to a ledger."""
    with Ledger(path) as ledger:
        for report in told:
            ledger.add(report)


def add_together(path: Path, told: Sequence[Report], ready: Barrier) -> None:
    """Load the models, wait until the others have done so, and add reports to a ledger."""
    load(told)
    ready.wait(_PATIENCE)
    add_all(path, told)


def load(told: Sequence[Report]) -> None:
    """Load the models that adding reports needs, by adding two of them to nothing that lasts."""
    add_all(Path(":memory:"), told[:2])


def content(path: Path) -> Content:
    """Return what a ledger holds, without salts and times, and how much is derived from it."""
    with Ledger(path, create=False) as ledger:
        ledger.verify()
        ask = ledger.connection.execute
        entries = [
            (str(k), str(c)) for k, c in ask("SELECT kind, content FROM entries ORDER BY seq")
        ]
        tables = ("attributions", "claims", "claim_keys", "ties", "members", "groups")
        counts = [int(str(ask(f"SELECT count(*) FROM {table}").get)) for table in tables]
    return entries, counts


def _sealed(path: Path) -> int | None:
    """Verify a ledger that was cut off; return its entries, or nothing if it was not made yet."""
    if not path.exists() or not path.stat().st_size:
        return None
    with Ledger(path) as ledger:
        return ledger.verify().entries


def _command(path: Path, files: Sequence[Path]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "zufolge", "add", str(path), *map(str, files)]
    environment = os.environ | {"PYTHONPATH": str(_SOURCE)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)


def _texts(folder: Path) -> list[Path]:
    """Write some reports as text files."""
    made = []
    for number, report in enumerate(islice(reports(100, seed=5), 10)):
        made.append(folder / f"{number}.txt")
        made[-1].write_text(f"date {report.article.date}\n\n{report.article.text}\n", "utf-8")
    return made


def _tell(name: str, kills: Sequence[Kill]) -> bool:
    hit = [kill for kill in kills if not kill.finished]
    early = sum(1 for kill in hit if not kill.entries)
    same = sum(kill.same for kill in kills)
    sys.stdout.write(
        f"{name}: {len(hit)} killed while adding ({early} before the first article was stored),"
        f" {len(kills) - len(hit)} after the end; all {len(kills)} verified,"
        f" {same} continued to the same content\n"
    )
    sys.stdout.flush()
    return same == len(kills)


def main() -> None:
    """Kill, and print what was left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=200, help="processes that add reports")
    parser.add_argument("--commands", type=int, default=10, help="runs of zufolge add")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        good = [_tell("prepared reports", kill_many(wanted.moments, folder, seed=wanted.seed))]
        if wanted.commands:
            (folder / "commands").mkdir()
            files = _texts(folder)
            found = kill_commands(wanted.commands, folder / "commands", files, seed=wanted.seed)
            good.append(_tell("zufolge add", found))
    sys.exit(not all(good))


if __name__ == "__main__":
    main()
