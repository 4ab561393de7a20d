"""The renderer: the one process of a host that makes citations, for all web workers and commands there.

It listens at a Unix socket that only its own user can open. A lock beside the socket says whether one runs:
who holds it may put a socket in the place of a dead one's. It ends at a signal, and, where `--attached`,
when its standard input closes, as it does when the process that started it is gone, however that ended.
"""

import argparse
import fcntl
import logging
import os
import signal
import socketserver
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import BoundedSemaphore, Event, Thread

from catalogue.citations.engine import Engine
from catalogue.citations.errors import CitationError, RendererBusy, RendererUnavailable
from catalogue.citations.styles import Styles
from catalogue.citations.wire import (
    MOST_BYTES,
    MalformedRequest,
    error_line,
    read_job,
    socket_address,
    text_line,
)
from catalogue.citations.workshop import Workshop

logger = logging.getLogger(__name__)

MOST_CONNECTIONS = 64
"""Connections at one time; whoever comes beyond is told to come back."""
_SILENCE = 30.0
"""Seconds without a request after which a connection is closed."""
_LOOK = 0.2
"""Seconds between two looks at whether to end."""
_PRIVATE = 0o177
"""The mask under which a socket is open to its own user only."""


class RendererRuns(CitationError):
    """Another renderer listens at this socket."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"A renderer listens at {path} already. Use it, or end it first.")


def serve(path: Path, workshop: Workshop, stop: Event) -> None:
    """Answers at a socket until `stop` is set. Raises RendererRuns, RendererUnavailable and OSError."""
    with _sole(path), _Server(path, workshop) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": _LOOK}, daemon=True).start()
        # A signal may reach another thread, and would not end a wait without an end in this one.
        while not stop.wait(_LOOK):
            pass
        server.shutdown()
        path.unlink(missing_ok=True)
        workshop.close()


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a renderer until it is told to end; its exit status."""
    stated = _parser().parse_args(arguments)
    logging.basicConfig(format="%(levelname)s: %(message)s", level=logging.WARNING)
    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    if stated.attached:
        Thread(target=_until_alone, args=(stop,), daemon=True).start()
    workshop = Workshop(Engine(Styles(stated.styles)), stated.usual, stated.languages)
    try:
        serve(stated.socket, workshop, stop)
    except (CitationError, OSError) as error:
        logger.error("No citations are made: %s", error)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m catalogue.citations.renderer", description=__doc__)
    parser.add_argument("socket", type=Path, help="where to listen")
    parser.add_argument("--styles", type=Path, help="a folder of further CSL styles")
    parser.add_argument("--usual", nargs="*", default=(), help="styles that are never rationed")
    parser.add_argument("--languages", nargs="*", default=("en",), help="in which they are not")
    parser.add_argument("--attached", action="store_true", help="end when the standard input closes")
    return parser


def _until_alone(stop: Event) -> None:
    # Not by way of sys.stdin: a thread that waits in there keeps the interpreter from ending.
    while os.read(0, 1):
        pass
    stop.set()


@contextmanager
def _sole(path: Path) -> Iterator[None]:
    """Holds the lock of a socket. Raises RendererRuns where another process has it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.with_name(f"{path.name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise RendererRuns(path) from error
        path.unlink(missing_ok=True)
        yield


class _Server(socketserver.ThreadingUnixStreamServer):
    # At the end nobody waits for a client that keeps its connection.
    daemon_threads = True
    request_queue_size = MOST_CONNECTIONS

    def __init__(self, path: Path, workshop: Workshop) -> None:
        self.workshop = workshop
        self.places = BoundedSemaphore(MOST_CONNECTIONS)
        mask = os.umask(_PRIVATE)
        try:
            super().__init__(socket_address(path), _Handler)
        finally:
            os.umask(mask)

    def handle_error(self, request: object, client_address: object) -> None:
        """Says what went wrong with a connection, and goes on with the others."""
        logger.exception("A connection failed")


class _Handler(socketserver.StreamRequestHandler):
    server: _Server
    timeout = _SILENCE

    def handle(self) -> None:
        """Answers line by line, until the client goes or says what is no request."""
        if not self.server.places.acquire(blocking=False):
            self.wfile.write(error_line(RendererBusy(5)))
            return
        try:
            while line := self.rfile.readline(MOST_BYTES):
                self.wfile.write(self._answer(line))
                if not line.endswith(b"\n"):
                    return
        except (TimeoutError, ConnectionError):
            return
        finally:
            self.server.places.release()

    def _answer(self, line: bytes) -> bytes:
        try:
            return text_line(self.server.workshop.cite(read_job(line)))
        except MalformedRequest as error:
            return error_line(RendererUnavailable(f"What was asked for is no citation: {error}."))
        except CitationError as error:
            return error_line(error)


if __name__ == "__main__":
    sys.exit(main())
