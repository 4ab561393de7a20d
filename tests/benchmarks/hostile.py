"""Queries at the bounds of what is searched: the time of each, from the typed text to its answer."""

from typing import Any

from catalogue.asking import SearchRequest, ask
from catalogue.documents import FIELDS
from index import Results, Snapshot, open_engine
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.figures import milliseconds, show
from tests.benchmarks.peers import OURS
from tests.benchmarks.processes import build
from tests.benchmarks.worker import CLOCKS, Clock
from tests.hostile import HOSTILE

MOST = 0.2
"""Seconds that none should take at 100,000 records."""


def measure(corpus: Corpus, clock: str) -> dict[str, Any]:
    """Ask each query twice, the second time for what the engine keeps; show and return the seconds.

    `clock` names one of `worker.CLOCKS`.
    """
    built = build(OURS, corpus, clock, keep=False)
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
        ("", "first ms", "again ms", "terms", "found"),
        (
            (name, milliseconds(each["first"]), milliseconds(each["again"]), *_counts(each))
            for name, each in found.items()
        ),
    )
    return found


def _timed(snapshot: Snapshot, text: str, clock: Clock) -> tuple[float, Results]:
    started = clock()
    results = snapshot.search(ask(SearchRequest(text), snapshot.languages).query)
    return clock() - started, results


def _figures(first: tuple[float, Results], again: tuple[float, Results]) -> dict[str, float]:
    results = first[1]
    return {"first": first[0], "again": again[0], "terms": results.expanded, "found": results.total}


def _counts(figures: dict[str, float]) -> tuple[str, str]:
    return f"{figures['terms']:,}", f"{figures['found']:,}"
