"""The renderer as a process, asked by clients in others."""

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from catalogue.citations import RendererBusy, RendererUnavailable, UnknownStyle
from catalogue.citations.client import Client
from catalogue.citations.engine import Engine
from catalogue.citations.renderer import MOST_CONNECTIONS
from catalogue.citations.wire import MOST_BYTES
from tests.catalogue.citations.shelf import a_job

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 30
"""Seconds after which something that should happen at once is taken not to happen."""


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)


class Host:
    """A state folder, the renderers started on it, and their client."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "state" / "c.sock"
        self.client = Client(self.socket)
        self.started: list[subprocess.Popen[bytes]] = []

    def start(self, *options: str) -> "subprocess.Popen[bytes]":
        """A renderer, which may still be on its way."""
        command = [sys.executable, "-m", "catalogue.citations.renderer", str(self.socket), *options]
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        self.started.append(process)
        return process

    def started_and_ready(self, *options: str) -> "subprocess.Popen[bytes]":
        """A renderer that answers."""
        process = self.start(*options)
        wait_for(self.client.is_there)
        return process


@pytest.fixture(scope="module")
def busy_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A host whose renderer runs through the whole module."""
    host = Host(tmp_path_factory.mktemp("host"))
    host.started_and_ready("--usual", "apa", "ieee")
    yield host
    end(host)


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    host = Host(tmp_path)
    yield host
    end(host)


def end(host: Host) -> None:
    for process in host.started:
        with process:
            process.kill()


def asked_in_a_process(path: Path) -> str:
    return Client(path).render([a_job("ieee")])[0].plain


def test_a_client_gets_what_an_engine_makes(busy_host: Host) -> None:
    jobs = [a_job("ieee", title=f"On {n} <i>wells</i>") for n in range(5)]
    assert busy_host.client.render(jobs) == Engine().render(jobs)


def test_nothing_asked_is_nothing_answered(tmp_path: Path) -> None:
    assert Client(tmp_path / "none").render([]) == []


def test_an_error_comes_back_as_itself(busy_host: Host) -> None:
    with pytest.raises(UnknownStyle) as unknown:
        busy_host.client.render([a_job("apaa")])
    assert unknown.value.name == "apaa"


def test_rations_reach_the_client(busy_host: Host) -> None:
    rare = [name for name in Engine().styles.names() if name.startswith("springer-basic")][:6]
    with pytest.raises(RendererBusy):
        busy_host.client.render([a_job(name) for name in rare])


def test_one_client_serves_many_threads(busy_host: Host) -> None:
    jobs = [[a_job("ieee", title=f"Title {n}")] for n in range(24)]
    with ThreadPoolExecutor(8) as pool:
        made = pool.map(busy_host.client.render, jobs)
    assert [f"Title {n}" in text.plain for n, (text,) in enumerate(made)] == [True] * 24


def test_several_processes_share_one_renderer(busy_host: Host) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        made = list(pool.map(asked_in_a_process, [busy_host.socket] * 4))
    assert made == [busy_host.client.render([a_job("ieee")])[0].plain] * 4


def test_only_its_own_user_can_reach_it(busy_host: Host) -> None:
    status = busy_host.socket.stat()
    assert (stat.S_IMODE(status.st_mode), stat.S_IMODE(busy_host.socket.parent.stat().st_mode)) == (
        0o600,
        0o700,
    )


@pytest.mark.parametrize(
    "sent", [b"GET / HTTP/1.1\r\n\r\n", b"\n", b"{}\n", b"\xff\xfe\n", b"x" * (MOST_BYTES + 1)]
)
def test_whoever_speaks_nonsense_is_told_so_and_others_go_on(busy_host: Host, sent: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as stranger:
        stranger.connect(str(busy_host.socket))
        stranger.sendall(sent)
        assert b"RendererUnavailable" in stranger.makefile("rb").readline()
    assert busy_host.client.render([a_job("ieee")])


def test_whoever_keeps_silent_keeps_nobody_else_waiting(busy_host: Host) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        silent.connect(str(busy_host.socket))
        silent.sendall(b'{"style": ')
        assert busy_host.client.render([a_job("ieee")])


def test_beyond_so_many_connections_it_is_busy(busy_host: Host) -> None:
    idle = [socket.socket(socket.AF_UNIX) for _ in range(MOST_CONNECTIONS)]
    try:
        for own in idle:
            own.connect(str(busy_host.socket))
        with pytest.raises(RendererBusy):
            busy_host.client.render([a_job("ieee")])
    finally:
        for own in idle:
            own.close()


def test_where_nothing_listens_it_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(RendererUnavailable):
        Client(tmp_path / "none.sock").render([a_job()])


def test_who_never_answers_is_unavailable(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(tmp_path / "deaf.sock"))
        deaf.listen()
        with pytest.raises(RendererUnavailable, match="took too long"):
            Client(tmp_path / "deaf.sock", answering=0.2).render([a_job()])


def test_a_running_renderer_is_respected(host: Host) -> None:
    host.started_and_ready()
    second = host.start()
    _, said = second.communicate(timeout=PATIENCE)
    assert (second.returncode, b"listens at" in said, host.client.is_there()) == (1, True, True)


def test_the_socket_of_a_dead_renderer_is_replaced(host: Host) -> None:
    first = host.started_and_ready()
    first.kill()
    first.wait(PATIENCE)
    left = host.socket.exists()
    host.started_and_ready()
    assert (left, len(host.client.render([a_job("ieee")]))) == (True, 1)


@pytest.mark.parametrize("options", [(), ("--attached",)])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_and_its_socket(
    host: Host, number: signal.Signals, options: tuple[str, ...]
) -> None:
    process = host.started_and_ready(*options)
    host.client.render([a_job("ieee")])
    process.send_signal(number)
    assert (process.wait(PATIENCE), host.socket.exists()) == (0, False)
    assert process.stderr is not None
    assert process.stderr.read() == b""


def test_it_ends_when_whoever_started_it_is_gone(host: Host) -> None:
    process = host.started_and_ready("--attached")
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(PATIENCE) == 0


def test_a_path_that_no_socket_can_have_is_told(tmp_path: Path) -> None:
    host = Host(tmp_path / ("a" * 120))
    process = host.start()
    _, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, b"CATALOGUE_RENDERER" in said) == (1, True)


@pytest.mark.parametrize("module", ["catalogue.app", "catalogue.citations.client", "catalogue.citing"])
def test_a_web_worker_has_no_script_engine(module: str) -> None:
    told = f"import sys, {module}; sys.exit('py_mini_racer' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], cwd=ROOT, env=os.environ, check=False).returncode == 0
