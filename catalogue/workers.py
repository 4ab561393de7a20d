"""Processes that share the work of a large build.

They start clean, not as copies of this process, which may have threads. Small work is done here: it would
be over before they have started. What comes of it comes in the order of the tasks, however it was shared.
"""

import gc
import logging
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from multiprocessing.connection import wait
from multiprocessing.forkserver import ensure_running
from threading import Thread
from typing import Any, TypeVar

from catalogue.errors import CatalogueError

logger = logging.getLogger(__name__)

Result = TypeVar("Result")

_SAFE_PATH = "PYTHONSAFEPATH"
_WORTHWHILE = 4_000_000
"""Bytes of source from which on starting processes pays."""
_AHEAD = 1
"""Tasks in waiting for each process; what comes of them is held until its turn."""
_MOST = 8
"""Processes, unless more are asked for. Further ones would wait for the one that writes, and each takes about
as much memory as a web worker."""


class Workers(AbstractContextManager["Workers"]):
    """Up to `jobs` processes, started by the first work that is worth it, and ended with the context."""

    def __init__(self, jobs: int | None = None) -> None:
        """Without a number there are as many as `usual_jobs` says."""
        self._jobs = jobs or usual_jobs()
        self._pool: ProcessPoolExecutor | None = None

    def map(
        self, function: Callable[..., Result], tasks: Iterable[tuple[Any, ...]], size: int
    ) -> Iterator[Result]:
        """What the function, one of a module's top level, gives for each task, in order.

        `size` is about how many bytes of source all tasks are made of. Raises what the function raises, and
        CatalogueError where a process dies or has not enough memory.
        """
        if self._pool is None and self._jobs > 1 and size >= _WORTHWHILE:
            self._start()
        if self._pool is None:
            return (function(*task) for task in tasks)
        return self._shared(self._pool, function, tasks)

    def _start(self) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["catalogue.sheets", "catalogue.feeding"])
        try:
            with _modules_from_nowhere_else():
                ensure_running()
            self._pool = ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_begin)
        except (OSError, ImportError, NotImplementedError) as error:
            # Some containers have no semaphores, or no folder for a socket.
            logger.warning("One process does all the work, because no others can be started: %s", error)
            self._jobs = 1

    def _shared(
        self, pool: ProcessPoolExecutor, function: Callable[..., Result], tasks: Iterable[tuple[Any, ...]]
    ) -> Iterator[Result]:
        waiting: deque[Future[Result]] = deque()
        with _deaths_named():
            for task in tasks:
                if len(waiting) == self._jobs * (1 + _AHEAD):
                    yield waiting.popleft().result()
                waiting.append(pool.submit(function, *task))
            while waiting:
                yield waiting.popleft().result()

    def __exit__(self, *exception: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


@contextmanager
def _modules_from_nowhere_else() -> Iterator[None]:
    """What starts here looks for modules where this process does, and not first in the folder where it is: a
    folder `index` with somebody's data would be taken for the package."""
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = before


@contextmanager
def _deaths_named() -> Iterator[None]:
    try:
        yield
    except (BrokenProcessPool, MemoryError) as error:
        raise CatalogueError(
            "There is not enough memory for the processes that share the work of the build."
            if isinstance(error, MemoryError)
            else "A process that shared the work of the build has died, perhaps for want of memory.",
            "Build again; CATALOGUE_JOBS=1 does all the work in one process, which takes less memory.",
        ) from error


def usual_jobs() -> int:
    """One for each core that this process may use, where the system tells which (macOS does not), up to a
    bound."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, _MOST)


def collect_seldom() -> None:
    """Lets Python look for cycles seldom: nearly all that a build makes stays until its end, and looking
    through it again and again takes half of the time of a large one."""
    gc.set_threshold(50_000, 20, 1_000)


def _begin() -> None:
    collect_seldom()
    # Ctrl+C reaches the whole group of a terminal; the process that builds ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A build that is killed leaves nobody behind: who waits for work would not notice."""
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)
