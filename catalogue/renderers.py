"""How a site comes to a renderer of citations: a process of its own, kept alive while the site is served, or
for a single command the one that runs, else an engine in the command's own process."""

import logging
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from catalogue.citations import Renderer
from catalogue.citations.client import Client
from catalogue.citations.engine import Engine
from catalogue.citations.styles import Styles
from catalogue.settings import LOCALES, Settings

logger = logging.getLogger(__name__)

_LOOK = 0.2
"""Seconds between two looks at whether the renderer runs, or should end."""
_ANOTHERS_LOOK = 5.0
"""Seconds between two looks at a renderer that somebody else started."""
_SHORTEST, _LONGEST = 1.0, 60.0
"""Seconds before a renderer that failed is started again: doubled each time, while it fails at once."""
_PATIENCE = 10
"""Seconds for it to end in."""


def command(settings: Settings) -> list[str]:
    """What starts the renderer of a site; a process of few modules, whoever starts it, and of none from the
    folder where it is."""
    styles = ("--styles", str(settings.styles)) if settings.styles else ()
    return [
        *(sys.executable, "-P", "-m", "catalogue.citations.renderer", str(settings.renderer_socket), *styles),
        *("--usual", *settings.citation_styles),
        *("--languages", *LOCALES),
    ]


def keep(settings: Settings, stop: Event) -> None:
    """Sees to it that a renderer runs until `stop` is set; one that somebody else started is let be."""
    others = Client(settings.renderer_socket)
    pause = _SHORTEST
    while not stop.is_set():
        if others.is_there():
            stop.wait(_ANOTHERS_LOOK)
            continue
        began = time.monotonic()
        with _running(settings) as process:
            while process.poll() is None and not stop.wait(_LOOK):
                pass
        if stop.is_set():
            return
        if time.monotonic() - began > _LONGEST:
            pause = _SHORTEST
        logger.error("What makes citations has ended; it is started again in %g seconds.", pause)
        stop.wait(pause)
        pause = min(2 * pause, _LONGEST)


@contextmanager
def _running(settings: Settings) -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen(
        [*command(settings), "--attached"],
        # It ends when this closes: whatever way this process ends, none is left behind.
        stdin=subprocess.PIPE,
        # Ctrl+C reaches the whole group of a terminal; the renderer is ended by us, once.
        start_new_session=True,
    )
    with process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()


def renderer_for(settings: Settings) -> Renderer:
    """The renderer that runs, else an engine in this process."""
    running = Client(settings.renderer_socket)
    return running if running.is_there() else Engine(Styles(settings.styles))
