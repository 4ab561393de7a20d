"""A load on a server: connections that are kept, each asking again as soon as it has its answer.

One thread waits on all of them and reads no more of an answer than it must, because what the client takes of
the processors is missing to the server.
"""

import re
import selectors
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

CONNECTIONS = 8
HOST = "127.0.0.1:8000"
"""The host that requests are for, wherever they are sent: the one that a site expects if nobody says more."""

_BLOCK = 1 << 18
_PATIENCE = 60
_HEAD_END = b"\r\n\r\n"
_LAST_CHUNK = b"0\r\n\r\n"
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Load:
    """What a server did: the seconds of each answer and of all together, and the bytes of all answers."""

    seconds: list[float]
    elapsed: float
    bytes: int

    @property
    def rate(self) -> float:
        """Answers in a second."""
        return len(self.seconds) / self.elapsed

    def __add__(self, later: "Load") -> "Load":
        """This load and another as one."""
        return Load(self.seconds + later.seconds, self.elapsed + later.elapsed, self.bytes + later.bytes)


class Connection:
    """A kept connection to a server at 127.0.0.1, with at most one request on its way."""

    def __init__(self, port: int) -> None:
        self._received = bytearray()
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, path: str) -> None:
        """Send a request."""
        self._received.clear()
        self.socket.sendall(f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())

    def receive(self) -> bytes | None:
        """Read what has come: the whole answer, or None while more is to come.

        Raises ConnectionError where the connection has ended or the answer is no 200.
        """
        block = self.socket.recv(_BLOCK)
        self._received += block
        if not block:
            raise ConnectionError("the server has ended the connection: see what it said above")
        head_end = self._received.find(_HEAD_END)
        if head_end < 0:
            return None
        head = bytes(self._received[:head_end])
        if b" 200 " not in head.partition(b"\r\n")[0]:
            raise ConnectionError(f"the server refuses: {head.decode('latin-1')}")
        length = _LENGTH.search(head)
        if length:
            whole = len(self._received) == head_end + len(_HEAD_END) + int(length[1])
        else:
            whole = self._received.endswith(_LAST_CHUNK)
        return bytes(self._received) if whole else None


def fetch(port: int, path: str) -> bytes:
    """The whole answer to one request, over a new connection."""
    connection = Connection(port)
    with connection.socket:
        connection.ask(path)
        while True:
            answer = connection.receive()
            if answer is not None:
                return answer


def load(ports: Sequence[int], paths: Sequence[str]) -> Load:
    """Ask for all these addresses, by `CONNECTIONS` connections at once, as many to each port."""
    left = iter(paths)
    with ExitStack() as stack, selectors.DefaultSelector() as selector:
        for number in range(min(CONNECTIONS, len(paths))):
            connection = Connection(ports[number % len(ports)])
            stack.enter_context(connection.socket)
            selector.register(connection.socket, selectors.EVENT_READ, connection)
        began = time.perf_counter()
        times = list(_times(selector, left))
        elapsed = time.perf_counter() - began
    return Load([seconds for seconds, _ in times], elapsed, sum(size for _, size in times))


def _times(selector: selectors.BaseSelector, paths: Iterator[str]) -> Iterator[tuple[float, int]]:
    """The seconds and bytes of each answer, as they come; connections without a further address are left."""
    asked: dict[Connection, float] = {}

    def ask(connection: Connection) -> None:
        path = next(paths, None)
        if path is not None:
            asked[connection] = time.perf_counter()
            connection.ask(path)

    for key in list(selector.get_map().values()):
        ask(key.data)
    while asked:
        for key, _ in selector.select(_PATIENCE):
            answer = key.data.receive()
            if answer is not None:
                yield time.perf_counter() - asked.pop(key.data), len(answer)
                ask(key.data)
