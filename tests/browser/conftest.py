"""A site of the invented library on a port of its own, and an installed Chromium to look at it."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from catalogue.app import create_app
from catalogue.citations import Job
from catalogue.citations.engine import Engine
from catalogue.documents import FIELDS
from catalogue.model import Text
from catalogue.settings import LOCALES, Settings
from index import open_engine
from tests.browser.chromium import ABSENT, ARGUMENTS, CHROMIUM, PATIENCE
from tests.browser.library import RECORDS_SHOWN, SITE_SHOWN
from tests.catalogue.web.library import fill

expect.set_options(timeout=PATIENCE)


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
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The application, with all of the library."""
    folder: Path = tmp_path_factory.mktemp("browsed")
    engine = open_engine("memory:", FIELDS)
    fill(engine, RECORDS_SHOWN, SITE_SHOWN)
    settings = Settings(data=folder, state=folder, languages=LOCALES, page_size=10)
    return create_app(settings, engine, Guarded())


@pytest.fixture(scope="session")
def site(app: Flask) -> Iterator[str]:
    """The address of a running site."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
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
        pytest.skip(ABSENT)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Opens a page in a context of its own, with options of `Browser.new_context`; all end with the test."""
    contexts: list[BrowserContext] = []

    def opened(**options: Any) -> Page:
        context = browser.new_context(**{"base_url": site, "locale": "en", **options})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
