"""Our embedded engine and others: the same documents, the same questions, in one run.

Each engine has a process of its own. They are asked in turns, some questions each, so that a machine that is
busy for a while slows all of them alike. A time is that from the typed text to ids and stored texts of the
best twenty and the total, with facets also the ten most frequent values of five of them. Engines that can are
also asked for the best twenty in a refined order, and, from the id of the best hit, for what resembles it.
"""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import click

from tests.benchmarks.corpus import Corpus
from tests.benchmarks.figures import percentile
from tests.benchmarks.machine import Memory
from tests.benchmarks.peers import described, load
from tests.benchmarks.peers.peer import Mode
from tests.benchmarks.processes import Built, Reply, build, opened
from tests.benchmarks.questions import Question, questions
from tests.benchmarks.store import read_documents

FEWER = {"whoosh": 200}
"""Engines that would take very long for all questions, and how many they get."""

GROWTH = 10
"""How many times larger the corpus is than the one that growth is measured from."""
LEAST_TO_GROW = 20_000

_TIMED, _WARMING = 1, 2
"""Seeds of the questions that are timed, and of others that are asked before."""
_WARM = 50
_TURN = 25
"""Questions that an engine answers before it is the next one's turn."""
_STARTS = 20


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure: the engines, how many questions, whose index of an earlier run will do, and the clock
    ("wall", or on a busy machine "cpu")."""

    peers: Sequence[str]
    questions: int
    keep: Sequence[str] = ()
    clock: str = "wall"

    def build(self, peer: str, corpus: Corpus) -> Built:
        """The index of a corpus."""
        return build(peer, corpus, self.clock, keep=peer in self.keep)

    def asked(self, corpus: Corpus) -> tuple[list[Question], list[Question]]:
        """Questions about a corpus to be timed, and others to warm up with."""
        timed, warming = (
            questions(read_documents(corpus.documents), number, seed)
            for number, seed in ((self.questions, _TIMED), (_WARM, _WARMING))
        )
        return timed, warming


@dataclass(frozen=True, slots=True)
class Measured:
    """Of one engine: what its build took, the seconds of opening and of the first question in fresh
    processes, the replies by mode, and how many times longer the median question takes in `GROWTH` times as
    many documents."""

    version: str
    built: Built
    openings: Sequence[float]
    firsts: Sequence[float]
    replies: Mapping[Mode, Reply]
    growth: float | None


def measure(corpus: Corpus, plan: Plan) -> tuple[list[Question], dict[str, Measured]]:
    """The questions, and the figures of each engine that is installed."""
    versions = _installed(plan.peers)
    built = []
    for peer in versions:
        click.echo(f"{peer}: building", err=True)
        built.append(plan.build(peer, corpus))
    timed, warming = plan.asked(corpus)
    replies: dict[Mode, dict[str, Reply]] = {}
    for mode in Mode:
        click.echo(f"asking for {mode}", err=True)
        able = [own for own in built if mode in load(own.peer).modes]
        raced = race(able, plan.clock, timed, warming, mode)
        replies[mode] = {own.peer: reply for own, reply in zip(able, raced, strict=True)}
    click.echo("opening", err=True)
    starts = [_starts(own, plan.clock, timed) for own in built]
    growth = _growth(corpus, plan, built)
    return timed, {
        own.peer: Measured(
            versions[own.peer],
            own,
            [opening for opening, _ in starts[place]],
            [first for _, first in starts[place]],
            {mode: by_peer[own.peer] for mode, by_peer in replies.items() if own.peer in by_peer},
            growth.get(own.peer),
        )
        for place, own in enumerate(built)
    }


def race(
    built: Sequence[Built],
    clock: str,
    timed: Sequence[Question],
    warming: Sequence[Question],
    mode: Mode,
) -> list[Reply]:
    """The replies of each index to the questions, asked in turns."""
    replies = [Reply([], [], Memory(0, 0)) for _ in built]
    with ExitStack() as stack:
        processes = [stack.enter_context(opened(own, clock)) for own in built]
        for process in processes:
            process.ask(warming, mode)
        for start in range(0, len(timed), _TURN):
            for place, (own, process) in enumerate(zip(built, processes, strict=True)):
                turn = timed[start : min(start + _TURN, FEWER.get(own.peer, len(timed)))]
                if turn:
                    replies[place] += process.ask(turn, mode)
    return replies


def _installed(peers: Sequence[str]) -> dict[str, str]:
    """The versions of the engines that can be imported; of others it is said that they cannot."""
    found = {}
    for peer in peers:
        try:
            found[peer] = described(load(peer))
        except ImportError as error:
            click.echo(f"{peer}: LEFT OUT, it is not installed here ({error})", err=True)
    return found


def _starts(built: Built, clock: str, asked: Sequence[Question]) -> list[tuple[float, float]]:
    """Seconds of opening and of the first question, with facets, each in a fresh process."""
    found = []
    for question in asked[:_STARTS]:
        with opened(built, clock) as process:
            found.append((process.opening, process.ask([question], Mode.FACETS).seconds[0]))
    return found


def _growth(corpus: Corpus, plan: Plan, built: Sequence[Built]) -> dict[str, float]:
    """By engine, the median of a question with facets over the whole corpus to that over a part of it.

    The questions are those to the part, so that they find something in both.
    """
    if len(corpus.entries) < LEAST_TO_GROW:
        return {}
    click.echo(f"asking a part of the corpus {GROWTH} times smaller, and all of it", err=True)
    part = corpus.part(len(corpus.entries) // GROWTH)
    small = [plan.build(own.peer, part) for own in built]
    replies = race([*small, *built], plan.clock, *plan.asked(part), Mode.FACETS)
    medians = [percentile(reply.seconds, 50) for reply in replies]
    return {
        own.peer: large / little
        for own, little, large in zip(built, medians, medians[len(built) :], strict=False)
    }
