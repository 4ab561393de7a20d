"""`catalogue serve` and `catalogue watch`: the server, a process of its own, and builds that follow the data.

The process that was started builds and watches; gunicorn, its child, answers, and another child makes
citations. A build that fails leaves the last generation standing, and says why. Where there is a generation
from before, readers have it from the start, since a build after a change of the code makes every record anew.
"""

import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import watchfiles

from catalogue.build import BuildReport, build, prepare_state, require_data
from catalogue.documents import FIELDS
from catalogue.errors import CatalogueError
from catalogue.renderers import keep
from catalogue.settings import Settings
from catalogue.site import load_site
from index import IndexError_, open_engine

logger = logging.getLogger(__name__)

_QUIET = 100
"""Milliseconds without a change after which a series of changes counts as ended."""
_LONGEST_SERIES = 1_000
"""Milliseconds after which a build begins even if changes go on."""
_LOOK = 500
"""Milliseconds without a change after which a look is taken at whether the folder is still the same."""
_APPLICATION = "catalogue.app:create_app()"
_GUNICORN = "import catalogue.app; from gunicorn.app.wsgiapp import run; run(prog='gunicorn')"
"""gunicorn has modules looked for where it was started, before all other folders. By then ours are imported,
so that a folder `index` with somebody's data is not taken for the package."""
_CONFIGURATION = Path(__file__).parent / "deploy" / "gunicorn.conf.py"
_PATIENCE = 30
"""Seconds to wait for the server to answer, and to end."""

Report = Callable[[BuildReport], None]


def watch(settings: Settings, report: Report, stop: Event) -> None:
    """Builds whenever the data folder changes, one build at a time, until `stop` is set, in a build too.

    Once it watches it builds in any case, for what has changed since the last build began; so too where
    the folder is replaced by another, which a watch of the old one does not notice.
    """
    while not stop.is_set():
        watched = _identity(settings.data)
        if watched is None:
            stop.wait(_LOOK / 1000)
            continue
        looked = False
        for changes in _changes(settings.data, stop):
            if changes or not looked:
                looked = True
                _follow(settings, report, stop)
            if _identity(settings.data) != watched:
                break


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _changes(folder: Path, stop: Event) -> Iterator[set[watchfiles.main.FileChange]]:
    """Series of changes, and an empty one whenever there was none for a while."""
    return watchfiles.watch(
        folder,
        debounce=_LONGEST_SERIES,
        step=_QUIET,
        stop_event=stop,
        rust_timeout=_LOOK,
        yield_on_timeout=True,
        raise_interrupt=False,
    )


class _EndedError(Exception):
    """The server ends, and nobody waits for the build."""


def _follow(settings: Settings, report: Report, stop: Event) -> None:
    def go_on(stage: str, done: int, total: int) -> None:
        if stop.is_set():
            raise _EndedError

    try:
        done = build(settings, progress=go_on)
        if not done.was_current:
            report(done)
    except _EndedError:
        logger.info("The build was left; the next start makes it.")
    except (CatalogueError, IndexError_, OSError) as error:
        logger.error("The build failed, and the last generation stays: %s", error)


def until_signalled() -> Event:
    """An event that Ctrl+C or a request to end sets, instead of interrupting what runs."""
    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    return stop


def serve(
    settings: Settings,
    host: str,
    port: int,
    workers: int,
    *,
    first: Callable[[], BuildReport],
    report: Report,
    announce: Callable[[str], None],
) -> int:
    """Builds, by `first` where nothing can be served yet, serves, and follows the data folder until a signal
    or the server's end; its exit status."""
    _require_free(host, port)
    if not _has_generation(settings):
        report(first())
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    stop = until_signalled()
    server = _start(settings, host, port, workers, address)
    Thread(target=_wait, args=(server, stop), daemon=True).start()
    Thread(target=_announce, args=(host, port, address, stop, announce), daemon=True).start()
    renderer = Thread(target=keep, args=(settings, stop), daemon=True)
    renderer.start()
    try:
        watch(settings, report, stop)
    finally:
        stop.set()
        server.terminate()
        status = server.wait(_PATIENCE)
        renderer.join(_PATIENCE)
    return status if status > 0 else 0


def _has_generation(settings: Settings) -> bool:
    """Whether an earlier build has left what this version can answer from. Raises CatalogueError for folders
    that cannot be used."""
    require_data(settings)
    prepare_state(settings.state)
    engine = open_engine(settings.index, FIELDS)
    try:
        if engine.rebuild_needed():
            return False
        with engine.snapshot() as snapshot:
            load_site(snapshot.attachment)
    except IndexError_:
        # The build mends it, or says what a person can do.
        return False
    finally:
        engine.close()
    return True


def _require_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        # A port that a server has just left is free, as gunicorn sees it too.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            advice = "End what uses it, or choose another with --port."
            raise CatalogueError(
                f"Nothing can listen at {host}, port {port}: {error.strerror}.", advice
            ) from error


def _start(settings: Settings, host: str, port: int, workers: int, address: str) -> "subprocess.Popen[bytes]":
    environment = dict(os.environ)
    if settings.base_url == Settings().base_url:
        environment["CATALOGUE_BASE_URL"] = address
    bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    arguments = ("--config", str(_CONFIGURATION), "--bind", bind, "--workers", str(workers))
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _GUNICORN, *arguments, "--log-level", "warning", _APPLICATION],
        env=environment,
        # Ctrl+C reaches the whole group of a terminal; the server is ended by us, once.
        start_new_session=True,
    )


def _wait(server: "subprocess.Popen[bytes]", stop: Event) -> None:
    server.wait()
    stop.set()


def _announce(host: str, port: int, address: str, stop: Event, announce: Callable[[str], None]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not stop.is_set() and time.monotonic() < deadline:
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            announce(address)
            return
