"""A site of the invented library on a port of its own, and an installed Chromium to look at it."""

import shutil
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from catalogue.app import create_app
from catalogue.citations import Job
from catalogue.citations.engine import Engine
from catalogue.documents import FIELDS
from catalogue.model import Text
from catalogue.settings import Settings
from index import open_engine
from tests.catalogue.web.library import KAZAKH, RECORDS, fill

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


class Quiet(WSGIRequestHandler):
    """Requests are no news."""

    def log(self, type: str, message: str, *args: object) -> None: ...


class Guarded:
    """A real renderer for the threads of one process."""

    def __init__(self) -> None:
        self._engine = Engine()
        self._lock = threading.Lock()

    def render(self, jobs: Sequence[Job]) -> list[Text]:
        with self._lock:
            return self._engine.render(jobs)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running site."""
    folder: Path = tmp_path_factory.mktemp("browsed")
    engine = open_engine("memory:", FIELDS)
    fill(engine, (*RECORDS, KAZAKH))
    settings = Settings(data=folder, state=folder, languages=("en", "ru"), page_size=10)
    server = make_server(
        "127.0.0.1", 0, create_app(settings, engine, Guarded()), threaded=True, request_handler=Quiet
    )
    # It looks fifty times a second whether it shall end, so that nobody waits for that.
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """An installed Chromium. Not for the whole run: while Playwright runs its loop in this thread, no script
    engine can be started here."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()
