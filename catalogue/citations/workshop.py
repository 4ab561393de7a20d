"""Citations for many at once by one engine: what was made is kept, what is dear is rationed.

A style that is rarely asked for costs up to seconds of compiling, and a passer-by can name ten thousand of
them; so the compiling of all but the usual styles is rationed by a token bucket, and whoever comes too soon
or finds too many waiting is told when to come back.
"""

import hashlib
import json
import math
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

from catalogue.citations.engine import Engine
from catalogue.citations.errors import BrokenStyle, RendererBusy
from catalogue.citations.job import Job
from catalogue.citations.styles import Style, canonical
from catalogue.model import Text

MOST_KEPT = 10_000
"""Citations that are kept, about ten megabytes of them."""
MOST_WAITING = 32
"""Jobs that wait for the engine or are with it."""
_PATIENCE = 10.0
"""Seconds that a job waits for the engine."""
_BURST = 4
"""Rare styles that are compiled at once."""
_REFILL = 10.0
"""Seconds after which one more may be."""
_REMEMBERED = 300.0
"""Seconds for which a failure is answered from memory, rather than failing anew at length."""


class Bucket:
    """A token bucket: `burst` at once, then one each `refill` seconds. `clock` tells seconds."""

    def __init__(
        self, burst: int = _BURST, refill: float = _REFILL, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._burst, self._refill, self._clock = burst, refill, clock
        self._tokens, self._looked = float(burst), clock()

    def take(self) -> None:
        """Takes a token. Raises RendererBusy where there is none."""
        now = self._clock()
        self._tokens = min(self._burst, self._tokens + (now - self._looked) / self._refill)
        self._looked = now
        if self._tokens < 1:
            raise RendererBusy(math.ceil((1 - self._tokens) * self._refill))
        self._tokens -= 1


class Kept:
    """The newest outcomes by their keys, never more than `most`; failures only for a while."""

    def __init__(self, most: int = MOST_KEPT, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = most, clock
        self._outcomes: OrderedDict[str, tuple[float, Text | BrokenStyle]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str) -> Text | None:
        """What was made, None where nothing is kept. Raises BrokenStyle where that was the outcome."""
        with self._lock:
            at, outcome = self._outcomes.get(key, (0.0, None))
            if outcome is None:
                return None
            self._outcomes.move_to_end(key)
        if isinstance(outcome, BrokenStyle):
            if self._clock() - at > _REMEMBERED:
                return None
            raise BrokenStyle(outcome.name, outcome.reason)
        return outcome

    def put(self, key: str, outcome: Text | BrokenStyle) -> None:
        """Keeps an outcome."""
        with self._lock:
            self._outcomes[key] = self._clock(), outcome
            self._outcomes.move_to_end(key)
            while len(self._outcomes) > self._most:
                self._outcomes.popitem(last=False)


class Workshop:
    """One engine, its memory of outcomes, and the order in which jobs come to it; safe for many threads.

    `usual` are the styles that are never rationed, in the locales nearest to `languages`.
    """

    def __init__(self, engine: Engine, usual: Iterable[str] = (), languages: Iterable[str] = ()) -> None:
        self._engine = engine
        self._usual = {canonical(name) for name in usual}
        self._locales = {engine.locales.nearest(language) for language in languages}
        self._bucket = Bucket()
        self._kept = Kept()
        self._places = BoundedSemaphore(MOST_WAITING)
        self._turn = Lock()

    def cite(self, job: Job) -> Text:
        """The citation of a job. Raises CitationError."""
        style = self._engine.styles.find(job.style)
        locale = self._engine.locales.nearest(job.locale)
        key = _digest(style, locale, job)
        if kept := self._kept.get(key):
            return kept
        self._kept.get(_compilation(style, locale))
        with self._engines_turn():
            self._prepare(style, locale)
            try:
                made = self._engine.cite(style, job)
            except BrokenStyle as error:
                self._kept.put(key, error)
                raise
        self._kept.put(key, made)
        return made

    def close(self) -> None:
        """Ends the engine, once what it is at is done or has had its time."""
        with self._turn:
            self._engine.close()

    @contextmanager
    def _engines_turn(self) -> Iterator[None]:
        if not self._places.acquire(blocking=False):
            raise RendererBusy(math.ceil(_PATIENCE))
        try:
            if not self._turn.acquire(timeout=_PATIENCE):
                raise RendererBusy(math.ceil(_PATIENCE))
            try:
                yield
            finally:
                self._turn.release()
        finally:
            self._places.release()

    def _prepare(self, style: Style, locale: str) -> None:
        """Compiles a style, if need be. Raises RendererBusy and BrokenStyle."""
        if self._engine.is_compiled(style, locale):
            return
        if style.name not in self._usual or locale not in self._locales:
            self._bucket.take()
        try:
            self._engine.compile(style, locale)
        except BrokenStyle as error:
            self._kept.put(_compilation(style, locale), error)
            raise


def _compilation(style: Style, locale: str) -> str:
    return f"{style.digest}/{locale}"


def _digest(style: Style, locale: str, job: Job) -> str:
    item = json.dumps(dict(job.item), sort_keys=True)
    stated = "\n".join((style.name, style.digest, locale, job.forms.value, item))
    return hashlib.sha256(stated.encode()).hexdigest()
