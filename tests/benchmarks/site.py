"""A site in folders of its own: built by the command that maintainers run, served as on a server."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from catalogue.citations.client import Client
from catalogue.renderers import keep
from catalogue.settings import Settings
from tests.benchmarks.corpus import ROOT
from tests.benchmarks.machine import computed, descendants

WORKERS = 2
CATALOGUE = "catalogue.app:create_app()"

_INDEX = (sys.executable, "-c", "from catalogue.cli import main; main()", "index")
_GUNICORN = (sys.executable, "-m", "gunicorn", "--config", "catalogue/deploy/gunicorn.conf.py")
_ALONE = ("--workers", "1", "--log-level", "warning")
_LOOK = 0.05
_PATIENCE = 60
"""Seconds for a server to answer, and to end, in."""


@dataclass(frozen=True, slots=True)
class Server:
    """Workers at 127.0.0.1, each at a port of its own: at one port they would share connections by chance,
    often all to one of them. `processes` are those that began the workers."""

    ports: tuple[int, ...]
    processes: tuple[int, ...]

    @property
    def workers(self) -> list[int]:
        """The processes that answer."""
        return [worker for process in self.processes for worker in descendants(process)]

    def computed(self) -> float:
        """The seconds that the workers have computed so far."""
        return sum(map(computed, self.workers))


@dataclass(frozen=True, slots=True)
class Site:
    """The folders of a site."""

    data: Path
    state: Path

    @property
    def settings(self) -> Settings:
        """Its settings."""
        return Settings(data=self.data, state=self.state)

    @contextmanager
    def indexing(self) -> Iterator["subprocess.Popen[bytes]"]:
        """Run `catalogue index`, to its end and that of the context; what it reports goes into a file.

        Raises RuntimeError where it fails.
        """
        report = self.state.with_name("index.log")
        with (
            report.open("wb") as file,
            subprocess.Popen(
                _INDEX, cwd=ROOT, env=self._environment(), stdout=file, stderr=subprocess.STDOUT
            ) as process,
        ):
            yield process
        if process.returncode:
            raise RuntimeError(f"`catalogue index` has failed: see {report}")

    def index(self) -> None:
        """Run `catalogue index`. Raises RuntimeError."""
        with self.indexing():
            pass

    @contextmanager
    def served(self) -> Iterator[Server]:
        """Serve the site, to the end of the context; what makes citations is for `rendering` to run."""
        with serving(CATALOGUE, self._environment()) as server:
            yield server

    def _environment(self) -> dict[str, str]:
        return os.environ | {"CATALOGUE_DATA": str(self.data), "CATALOGUE_STATE": str(self.state)}


@contextmanager
def rendering(settings: Settings) -> Iterator[None]:
    """Run what makes the citations of a site, to the end of the context."""
    stop = Event()
    keeper = Thread(target=keep, args=(settings, stop))
    keeper.start()
    try:
        while not Client(settings.renderer_socket).is_there():
            time.sleep(_LOOK)
        yield
    finally:
        stop.set()
        keeper.join()


@contextmanager
def serving(application: str, environment: Mapping[str, str] = os.environ) -> Iterator[Server]:
    """Serve a WSGI application as the catalogue is served, to the end of the context."""
    ports = _free_ports(WORKERS)
    with ExitStack() as stack:
        processes = [stack.enter_context(_worker(application, port, environment)) for port in ports]
        for port in ports:
            _wait_for(port)
        yield Server(ports, tuple(process.pid for process in processes))


@contextmanager
def _worker(
    application: str, port: int, environment: Mapping[str, str]
) -> Iterator["subprocess.Popen[bytes]"]:
    command = [*_GUNICORN, *_ALONE, "--bind", f"127.0.0.1:{port}", application]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.wait(_PATIENCE)


def _free_ports(number: int) -> tuple[int, ...]:
    """So many different ports."""
    with ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _ in range(number)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return tuple(probe.getsockname()[1] for probe in probes)


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(_LOOK)
        else:
            return
