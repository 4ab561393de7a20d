"""An application at an address of its own, while somebody looks at it."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, nullcontext
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server


class _Quiet(WSGIRequestHandler):
    """Requests are no news."""

    def log(self, type: str, message: str, *args: object) -> None: ...


def _whole(app: WSGIApplication) -> WSGIApplication:
    """The application with all of an answer made before any of it is sent: where a browser breaks off, as at
    the end of a test, this server would leave the file open that it was sending."""

    def answered(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        answer = app(environ, start_response)
        with closing(answer) if hasattr(answer, "close") else nullcontext():
            return [b"".join(answer)]

    return answered


@contextmanager
def serving(make: Callable[[str], Flask]) -> Iterator[tuple[str, Flask]]:
    """The address of a running site and its application; `make` is told it, for links that name it."""
    server = make_server("127.0.0.1", 0, Flask("nothing"), threaded=True, request_handler=_Quiet)
    address = f"http://127.0.0.1:{server.server_port}"
    app = make(address)
    server.app = _whole(app)
    # It looks fifty times a second whether it shall end, so that nobody waits for that.
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield address, app
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
