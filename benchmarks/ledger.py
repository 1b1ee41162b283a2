"""Measures a ledger as it grows: ``python -m benchmarks.ledger``.

The reports are those of ``synthesis.py``. At each size one JSON object is printed: what adding,
linking, searching and a page of disputes take there, and how large the file is.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.synthesis import reports
from zufolge.ledger import Ledger
from zufolge.ledger.index import LedgerIndex
from zufolge.link import claims, relate
from zufolge.report import Report

# The last articles before a size, and the articles behind it, stand for what one takes there.
_LAST, _BEHIND = 200, 50
_QUESTIONS = (
    "Ursache der Schäden in Husum",
    "beschlagnahmte Container",
    "Brandstiftung",
    "der Sturm habe Strommasten beschädigt",
    "Kühe gesperrt Passau",
    "Pumpen prüfen bis Freitag",
    "wer bestreitet einen Bedienfehler",
    "Softwarefehler Turbinen",
)


def measure(path: Path, sizes: Sequence[int], seed: int) -> Iterator[dict[str, Any]]:
    """Fill a ledger and measure it at each size.

    Args:
        path: where the ledger is made.
        sizes: numbers of statements, ascending.
        seed: of the reports.

    Yields:
        The figures at each size; times in milliseconds unless they are called seconds.
    """
    stream = reports(2 * sizes[-1], seed=seed)
    stored = articles = 0
    seconds: list[float] = []
    with Ledger(path) as ledger:
        for size in sizes:
            while stored < size:
                report = next(stream)
                began = time.perf_counter()
                ledger.add(report)
                seconds.append(time.perf_counter() - began)
                stored, articles = stored + len(report.statements), articles + 1
            behind = [*islice(stream, _BEHIND)]
            yield {
                "statements": stored,
                "articles": articles,
                "relations": sum(1 for _ in ledger.relations()),
                "add_seconds_in_all": round(sum(seconds), 1),
                "add_ms_an_article": _milliseconds(statistics.mean(seconds[-_LAST:])),
                **_linking(ledger, behind),
                **_answering(ledger),
                "kilobytes_an_article": round(_size(path) / articles / 1000, 1),
            }


def _linking(ledger: Ledger, behind: Sequence[Report]) -> dict[str, float]:
    """Time the linking of articles that are not stored."""
    index = LedgerIndex(ledger.connection)
    taken = [_timed(partial(_link, each, index)) for each in behind]
    return {"link_ms_an_article": _milliseconds(statistics.mean(taken))}


def _link(report: Report, index: LedgerIndex) -> None:
    relate(claims(report), index)


def _answering(ledger: Ledger) -> dict[str, float]:
    """Time the questions: the median over several, and the slowest search."""
    searches = [_timed(partial(ledger.about, text)) for text in _QUESTIONS]
    names = [person.name for person in ledger.actors(limit=12)]
    return {
        "search_ms": _milliseconds(statistics.median(searches)),
        "slowest_search_ms": _milliseconds(max(searches)),
        "who_ms": _milliseconds(
            statistics.median(_timed(partial(ledger.who, name)) for name in names)
        ),
        "disputes_page_ms": _median(ledger.disputes),
        "origins_page_ms": _median(ledger.origins),
        "timeline_page_ms": _median(ledger.timeline),
    }


def _median(ask: Callable[[], object]) -> float:
    return _milliseconds(statistics.median(_timed(ask) for _ in range(5)))


def _timed(ask: Callable[[], object]) -> float:
    began = time.perf_counter()
    ask()
    return time.perf_counter() - began


def _milliseconds(seconds: float) -> float:
    return round(1000 * seconds, 1)


def _size(path: Path) -> int:
    """Return the bytes of the file and of what waits beside it to be written into it."""
    return sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for figures in measure(Path(folder) / "bench.ledger", sorted(told.statements), told.seed):
            sys.stdout.write(json.dumps(figures) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
