"""An application at an address of its own, while somebody looks at it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server


class _Quiet(WSGIRequestHandler):
    """Requests are no news."""

    def log(self, type: str, message: str, *args: object) -> None: ...


@contextmanager
def serving(make: Callable[[str], Flask]) -> Iterator[tuple[str, Flask]]:
    """The address of a running site and its application; `make` is told it, for links that name it."""
    server = make_server("127.0.0.1", 0, Flask("nothing"), threaded=True, request_handler=_Quiet)
    address = f"http://127.0.0.1:{server.server_port}"
    server.app = app = make(address)
    # It looks fifty times a second whether it shall end, so that nobody waits for that.
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield address, app
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
