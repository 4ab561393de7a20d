"""The figures of engines, as JSON and as tables for a terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from tests.benchmarks.engines import GROWTH, Measured
from tests.benchmarks.figures import PERCENTILES, milliseconds, percentile, show
from tests.benchmarks.machine import MEGABYTE
from tests.benchmarks.peers import OURS
from tests.benchmarks.peers.peer import Mode
from tests.benchmarks.questions import KINDS, Question

_NEARLY = 0.1
"""How far totals may differ, as words are stemmed in other ways, and still count as equal."""

Measures = Mapping[str, Measured]


def summary(asked: Sequence[Question], measured: Measures) -> dict[str, Any]:
    """All figures, for JSON; times in milliseconds, sizes in megabytes."""
    return {
        peer: {
            "version": own.version,
            "documents": own.built.documents,
            "documents_per_second": round(own.built.documents_per_second, 1),
            "kept_from_an_earlier_run": own.built.kept,
            "index_mb": round(own.built.bytes / MEGABYTE, 1),
            "opening_ms": _percentiles(own.openings),
            "first_question_ms": _percentiles(own.firsts),
            "memory_mb": {mode: reply.memory.megabytes for mode, reply in own.replies.items()},
            "questions_ms": {mode: _by_kind(asked, reply.seconds) for mode, reply in own.replies.items()},
            "growth": own.growth and round(own.growth, 2),
            "totals_as_ours": _agreement(asked, own, measured.get(OURS)),
            "times_as_long_as_ours": _ratios(own, measured.get(OURS)),
        }
        for peer, own in measured.items()
    }


def show_engines(asked: Sequence[Question], measured: Measures) -> None:
    """Print the tables."""
    _show_costs(measured)
    for mode in Mode:
        _show_times(asked, measured, mode)
    if OURS in measured:
        ours = measured[OURS]
        ratios = {peer: _ratios(own, ours) for peer, own in measured.items() if peer != OURS}
        measures = [name for name in _ratios(ours, ours) if any(name in own for own in ratios.values())]
        rows = [[peer, *(_rounded(own.get(name)) for name in measures)] for peer, own in ratios.items()]
        show("Times as long as ours, for the same questions", ["engine", *measures], rows)
        for peer in ratios:
            share = _agreement(asked, measured[peer], ours)
            click.echo(f"Of questions of one word {share:.0%} have nearly as many hits in {peer}.")


def _show_costs(measured: Measures) -> None:
    head = [
        "engine",
        "documents/s",
        "index MB",
        "opening ms",
        "first p95 ms",
        "own + mapped MB",
        f"{GROWTH} times more",
    ]
    rows = [
        [
            f"{peer} ({own.version})",
            f"{own.built.documents_per_second:,.0f}{' (kept)' if own.built.kept else ''}",
            f"{own.built.bytes / MEGABYTE:,.1f}",
            milliseconds(percentile(own.openings, 50)),
            milliseconds(percentile(own.firsts, 95)),
            str(own.replies[Mode.FACETS].memory),
            f"{own.growth:.1f} x" if own.growth else "",
        ]
        for peer, own in measured.items()
    ]
    documents = next(iter(measured.values())).built.documents
    show(f"Engines over {documents:,} documents, one process and thread each", head, rows)


def _show_times(asked: Sequence[Question], measured: Measures, mode: Mode) -> None:
    replies = [own.replies.get(mode) for own in measured.values()]
    by_peer = [_by_kind(asked, reply.seconds) if reply else {} for reply in replies]
    rows = [
        [
            kind,
            *(
                " / ".join(milliseconds(ms / 1000) for ms in held.get(kind, {}).values()) or "–"
                for held in by_peer
            ),
        ]
        for kind in ("all", *KINDS)
    ]
    show(f"{mode}: milliseconds, p50 / p95 / p99", ["questions", *measured], rows)


def _ratios(own: Measured, ours: Measured | None) -> dict[str, float]:
    """How many times as long as ours an engine takes, over the questions that both were asked."""
    if ours is None:
        return {}
    ratios = {"build": own.built.seconds / ours.built.seconds}
    for mode, reply in own.replies.items():
        same = ours.replies[mode].seconds[: len(reply.seconds)]
        for percent in PERCENTILES[:2]:
            ratios[f"{mode}, p{percent}"] = percentile(reply.seconds, percent) / percentile(same, percent)
    return {name: round(ratio, 3) for name, ratio in ratios.items()}


def _rounded(ratio: float | None) -> str:
    if ratio is None:
        return "–"
    return f"{ratio:.2f} x" if ratio < 10 else f"{ratio:.0f} x"


def _by_kind(asked: Sequence[Question], seconds: Sequence[float]) -> dict[str, dict[str, float]]:
    """Percentiles of all questions and of each kind."""
    found = {"all": _percentiles(seconds)}
    for kind in KINDS:
        own = [time for question, time in zip(asked, seconds, strict=False) if question.kind == kind]
        if own:
            found[kind] = _percentiles(own)
    return found


def _percentiles(seconds: Sequence[float]) -> dict[str, float]:
    return {f"p{percent}": round(percentile(seconds, percent) * 1000, 3) for percent in PERCENTILES}


def _agreement(asked: Sequence[Question], own: Measured, ours: Measured | None) -> float | None:
    """The share of questions of one word whose total is nearly ours."""
    if ours is None:
        return None
    totals = (
        (theirs, expected)
        for question, theirs, expected in zip(
            asked, own.replies[Mode.FACETS].totals, ours.replies[Mode.FACETS].totals, strict=False
        )
        if question.kind == "word"
    )
    same = [abs(theirs - expected) <= max(1, _NEARLY * expected) for theirs, expected in totals]
    return round(sum(same) / max(1, len(same)), 3)
