"""The other side of `worker`: engines built and asked in processes of their own."""

import hashlib
import inspect
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.corpus import ROOT, Corpus
from tests.benchmarks.machine import Memory, size_of
from tests.benchmarks.peers import described, load
from tests.benchmarks.peers.peer import Mode
from tests.benchmarks.questions import Question

_WORKER = (sys.executable, "-m", "tests.benchmarks.worker")


@dataclass(frozen=True, slots=True)
class Built:
    """The index of an engine: its folder, the documents in it, and what it took. One that is `kept` was built
    in an earlier run."""

    peer: str
    folder: Path
    documents: int
    seconds: float
    bytes: int
    kept: bool = False

    @property
    def documents_per_second(self) -> float:
        """The pace of the build."""
        return self.documents / self.seconds


def build(peer: str, corpus: Corpus, clock: str, *, keep: bool) -> Built:
    """Build the index of a corpus, or with `keep` take one that an earlier run has built of it.

    `clock` names one of `worker.CLOCKS`.
    """
    folder, note = corpus.folder / peer, corpus.folder / f"{peer}.json"
    told = json.loads(note.read_bytes()) if keep and note.exists() else {}
    maker = _maker(peer, clock)
    kept = told.get("maker") == maker
    if not kept:
        note.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        command = [*_WORKER, "build", clock, peer, str(folder), str(corpus.documents)]
        done = subprocess.run(command, stdout=subprocess.PIPE, cwd=ROOT, check=True)
        told = json.loads(done.stdout) | {"maker": maker}
        note.write_text(json.dumps(told), encoding="utf-8")
    return Built(peer, folder, told["documents"], told["seconds"], size_of(folder), kept=kept)


def _maker(peer: str, clock: str) -> str:
    """A digest of an engine's version, of how it is used here, and of the clock."""
    engine = load(peer)
    used = Path(inspect.getfile(engine)).read_bytes()
    return hashlib.sha256(f"{clock} {described(engine)}".encode() + used).hexdigest()


@dataclass(frozen=True, slots=True)
class Reply:
    """Of each question the seconds until its answer and its total; then the private memory."""

    seconds: list[float]
    totals: list[int]
    memory: Memory

    def __add__(self, later: "Reply") -> "Reply":
        """This reply and a later one of the same process."""
        return Reply(self.seconds + later.seconds, self.totals + later.totals, later.memory)


class Asked:
    """An engine that is open in a process of its own. `opening` is the seconds that took."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self.opening: float = self._read()["seconds"]

    def ask(self, questions: Sequence[Question], mode: Mode) -> Reply:
        """Ask one question after the other."""
        request = {"questions": [asdict(question) for question in questions], "mode": mode}
        assert self._process.stdin
        self._process.stdin.write(json.dumps(request).encode() + b"\n")
        self._process.stdin.flush()
        told = self._read()
        return Reply(told["seconds"], told["totals"], Memory(**told["memory"]))

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the worker {self._process.args!r} has ended: see what it said above")
        told: dict[str, Any] = json.loads(line)
        return told


@contextmanager
def opened(built: Built, clock: str) -> Iterator[Asked]:
    """An index in a fresh process, which ends with the context."""
    with subprocess.Popen(
        [*_WORKER, "answer", clock, built.peer, str(built.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        try:
            yield Asked(process)
        finally:
            if process.stdin:
                process.stdin.close()
