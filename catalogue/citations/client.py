"""The way to the renderer's process: what a web worker has in place of a script engine.

Each call makes a connection of its own, so that a client can be shared by threads and survives a fork; on a
Unix socket that costs a fraction of a millisecond.
"""

import socket
from collections.abc import Sequence
from io import BufferedRWPair
from pathlib import Path

from catalogue.citations.errors import BrokenStyle, RendererUnavailable
from catalogue.citations.job import Job
from catalogue.citations.wire import MOST_BYTES, job_line, read_text, socket_address
from catalogue.model import Text

_CONNECTING = 1.0
_ANSWERING = 15.0
"""Seconds to wait for a connection, and for each citation: the largest style compiles in a few."""


class Client:
    """A renderer in another process, which listens at a socket."""

    def __init__(self, path: Path, *, answering: float = _ANSWERING) -> None:
        self._path = path
        self._answering = answering

    def render(self, jobs: Sequence[Job]) -> list[Text]:
        """The citation of each job, in order. Raises CitationError for all at once."""
        if not jobs:
            return []
        with self._connected() as connection, connection.makefile("rwb") as stream:
            return [_ask(stream, job) for job in jobs]

    def is_there(self) -> bool:
        """Whether a renderer listens."""
        try:
            self._connected().close()
        except RendererUnavailable:
            return False
        return True

    def _connected(self) -> socket.socket:
        connection = socket.socket(socket.AF_UNIX)
        try:
            connection.settimeout(_CONNECTING)
            connection.connect(socket_address(self._path))
            connection.settimeout(self._answering)
        except OSError as error:
            connection.close()
            raise RendererUnavailable from error
        except RendererUnavailable:
            connection.close()
            raise
        return connection


def _ask(stream: BufferedRWPair, job: Job) -> Text:
    request = job_line(job)
    if len(request) > MOST_BYTES:
        raise BrokenStyle(job.style, "the record is too long to be cited.")
    try:
        stream.write(request)
        stream.flush()
        answer = stream.readline(MOST_BYTES)
    except TimeoutError as error:
        raise RendererUnavailable("Making the citation took too long. Try again later.") from error
    except OSError as error:
        raise RendererUnavailable from error
    if not answer.endswith(b"\n"):
        raise RendererUnavailable
    return read_text(answer)
