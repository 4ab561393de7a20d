"""A renderer beside the server: started, started again, and never left behind; and a command's own."""

import os
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread

import pytest

from catalogue.citations.client import Client
from catalogue.citations.engine import Engine
from catalogue.renderers import command, keep, renderer_for
from catalogue.settings import Settings
from tests.catalogue.conftest import Desk

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30
"""Seconds after which something that should happen at once is taken not to happen."""


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.05)


def listening(settings: Settings) -> int:
    """The process that listens at the socket, 0 where none does."""
    with socket.socket(socket.AF_UNIX) as caller:
        try:
            caller.connect(str(settings.renderer_socket))
        except OSError:
            return 0
        credentials = caller.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    return int(struct.unpack("3i", credentials)[0])


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@contextmanager
def kept(settings: Settings) -> Iterator[None]:
    """A renderer that is seen to, in this process."""
    stop = Event()
    keeper = Thread(target=keep, args=(settings, stop))
    keeper.start()
    try:
        wait_for(lambda: listening(settings) != 0)
        yield
    finally:
        stop.set()
        keeper.join(PATIENCE)


@contextmanager
def started(arguments: list[str]) -> Iterator["subprocess.Popen[bytes]"]:
    """A process of the site, ended in the end."""
    with subprocess.Popen(arguments, cwd=ROOT, stdin=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def test_it_ends_with_the_server(desk: Desk) -> None:
    with kept(desk.settings):
        process = listening(desk.settings)
    assert (listening(desk.settings), is_running(process)) == (0, False)


def test_it_is_started_again_when_it_fails(desk: Desk) -> None:
    with kept(desk.settings):
        first = listening(desk.settings)
        os.kill(first, signal.SIGKILL)
        wait_for(lambda: listening(desk.settings) not in (0, first))


def test_somebody_elses_is_let_be(desk: Desk) -> None:
    with started(command(desk.settings)) as other:
        wait_for(lambda: listening(desk.settings) != 0)
        with kept(desk.settings):
            assert listening(desk.settings) == other.pid
        assert listening(desk.settings) == other.pid


def test_it_ends_when_the_server_is_killed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CATALOGUE_STATE", str(desk.settings.state))
    imports = "from catalogue import renderers, settings; from threading import Event"
    script = f"{imports}; renderers.keep(settings.load_settings(), Event())"
    with started([sys.executable, "-c", script]) as server:
        wait_for(lambda: listening(desk.settings) != 0)
        renderer = listening(desk.settings)
        server.kill()
    wait_for(lambda: not is_running(renderer))


def test_a_command_asks_the_renderer_that_runs(desk: Desk) -> None:
    with kept(desk.settings):
        assert isinstance(renderer_for(desk.settings), Client)


def test_a_command_has_an_engine_where_none_runs(desk: Desk) -> None:
    assert isinstance(renderer_for(desk.settings), Engine)


def test_the_command_of_the_unit_runs_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CATALOGUE_STATE", str(desk.settings.state))
    with started([sys.executable, "-c", "from catalogue.cli import main; main()", "renderer"]) as process:
        wait_for(lambda: listening(desk.settings) != 0)
        assert listening(desk.settings) == process.pid


def test_a_folder_of_the_site_reaches_it(tmp_path: Path) -> None:
    assert ("--styles", str(tmp_path)) in pairwise(command(Settings(styles=tmp_path)))
