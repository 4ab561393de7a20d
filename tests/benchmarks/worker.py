"""A process that builds or asks one engine, so that each is measured alone.

`build CLOCK PEER FOLDER DOCUMENTS` makes the index and tells how long that took. `answer CLOCK PEER FOLDER`
opens it, tells how long that took, and then answers the requests that it reads, a line of JSON each, until
none comes.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.benchmarks.machine import Memory
from tests.benchmarks.peers import load
from tests.benchmarks.peers.peer import Mode, Peer
from tests.benchmarks.questions import Question
from tests.benchmarks.store import read_documents

Clock = Callable[[], float]

CLOCKS: dict[str, Clock] = {"wall": time.perf_counter, "cpu": time.process_time}
"""Seconds as they pass, and those that a process has computed in all its threads."""


def main(task: str, clock: str, name: str, folder: str, *more: str) -> None:
    """Does the task that the command line names."""
    peer = load(name)(Path(folder))
    if task == "build":
        _build(peer, CLOCKS[clock], Path(*more))
    else:
        _answer(peer, CLOCKS[clock])


def _build(peer: Peer, now: Clock, documents: Path) -> None:
    given = list(read_documents(documents))
    gc.collect()
    gc.freeze()  # what is given is no engine's own garbage
    began = now()
    peer.build(given)
    _tell(seconds=now() - began, documents=len(given))


def _answer(peer: Peer, now: Clock) -> None:
    began = now()
    peer.open()
    _tell(seconds=now() - began)
    for line in sys.stdin:
        request = json.loads(line)
        seconds, totals = [], []
        for asked in request["questions"]:
            question = Question.of(asked)
            ask = peer.asked(question, Mode(request["mode"]))
            began = now()
            answer = ask()
            seconds.append(now() - began)
            totals.append(answer.total)
        _tell(seconds=seconds, totals=totals, memory=asdict(Memory.of()))


def _tell(**figures: Any) -> None:
    print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
