"""Queries at the bounds of what is searched: the time of each, from the typed text to a page of results."""

import gc
from typing import Any

from catalogue.asking import SearchRequest
from catalogue.documents import FIELDS
from catalogue.search import find
from index import Snapshot, open_engine
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.figures import milliseconds, show
from tests.benchmarks.peers import OURS
from tests.benchmarks.processes import build
from tests.benchmarks.worker import CLOCKS, Clock
from tests.hostile import CONCEPTS, HOSTILE

MOST = 0.2
"""Seconds that none should take at 100,000 records."""


def measure(corpus: Corpus, clock: str) -> dict[str, Any]:
    """Ask each query twice, the second time for what the engine keeps; show and return the seconds.

    `clock` names one of `worker.CLOCKS`.
    """
    built = build(OURS, corpus, clock, keep=False)
    gc.collect()
    gc.freeze()  # what this process has read of the corpus is no worker's to look through
    engine = open_engine(f"whoosh://{built.folder}", FIELDS)
    found: dict[str, Any] = {}
    try:
        with engine.snapshot() as snapshot:
            for name, text in HOSTILE.items():
                found[name] = _figures(*(_timed(snapshot, text, CLOCKS[clock]) for _ in range(2)))
    finally:
        engine.close()
    show(
        f"Hostile queries, {built.documents:,} records, none to take more than {milliseconds(MOST)} ms",
        ("", "first ms", "again ms", "found"),
        (
            (name, milliseconds(each["first"]), milliseconds(each["again"]), f"{each['found']:,}")
            for name, each in found.items()
        ),
    )
    return found


def _timed(snapshot: Snapshot, text: str, clock: Clock) -> tuple[float, int]:
    started = clock()
    total = find(snapshot, SearchRequest(text), concepts=CONCEPTS).total
    return clock() - started, total


def _figures(first: tuple[float, int], again: tuple[float, int]) -> dict[str, float]:
    return {"first": first[0], "again": again[0], "found": first[1]}
