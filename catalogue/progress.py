"""How far long work has come: a bar on a terminal, a line now and then elsewhere, nothing of short work."""

import sys
import time
from collections.abc import Callable
from typing import Any, TextIO

import click

_UNITS = {"read": ("MB", 1_000_000), "resolved": ("files", 1), "index": ("records", 1)}
"""What is counted at each stage, and how many of it are one of what is shown."""
_SHORT = 0.5
"""Seconds before which a stage shows no bar."""
_PAUSE = 10
"""Seconds between lines."""


class ProgressReport:
    """Tells on `stream` what a build or a check calls it with: the stage, what is done of it, and what there
    is to do."""

    def __init__(self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        """The stream is the standard error output if none is given; the clock counts seconds."""
        self._stream = stream or sys.stderr
        self._clock = clock
        self._stage = ""
        self._started = self._told = 0.0
        self._bar: Any = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Shows that `done` of `total` are done at a stage, where it is time to."""
        now = self._clock()
        if stage != self._stage:
            self.end()
            self._stage, self._started, self._told = stage, now, now
        elapsed = now - self._started
        if self._stream.isatty():
            self._show(stage, done, total, elapsed)
        elif now - self._told >= _PAUSE:
            self._told = now
            rate = done / elapsed
            left = f"{(total - done) / rate:.0f} s left" if rate else ""
            unit, size = _UNITS.get(stage, ("", 1))
            amount = f"{done / size:,.0f} of {total / size:,.0f} {unit}"
            click.echo(f"{stage}: {amount}, {_rate(stage, rate)}, {left}", file=self._stream)

    def end(self) -> None:
        """Leaves the last bar as it is."""
        if self._bar is not None:
            self._bar.render_finish()
            self._bar = None

    def _show(self, stage: str, done: int, total: int, elapsed: float) -> None:
        if self._bar is None:
            if elapsed < _SHORT:
                return
            self._bar = click.progressbar(
                length=total,
                label=f"{stage:8}",
                file=self._stream,
                item_show_func=lambda rate: rate,
                update_min_steps=max(1, total // 500),
            )
            # The time left is reckoned from here, and work began before.
            self._bar.start -= elapsed
        self._bar.update(done - self._bar.pos, _rate(stage, done / elapsed))


def _rate(stage: str, rate: float) -> str:
    unit, size = _UNITS.get(stage, ("", 1))
    return f"{rate / size:,.{1 if size > 1 else 0}f} {unit}/s"
