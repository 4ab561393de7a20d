"""A site of the invented library on a port of its own, and an installed Chromium to look at it."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from catalogue.app import create_app
from catalogue.citations import Job
from catalogue.citations.engine import Engine
from catalogue.documents import FIELDS
from catalogue.model import Text
from catalogue.settings import LOCALES, Settings
from index import open_engine
from tests.browser.chromium import ABSENT, ARGUMENTS, CHROMIUM, PATIENCE
from tests.browser.library import RECORDS_SHOWN, SITE_SHOWN
from tests.browser.serving import serving
from tests.catalogue.web.library import fill

expect.set_options(timeout=PATIENCE)


class Guarded:
    """A real renderer for the threads of one process."""

    def __init__(self) -> None:
        self._engine = Engine()
        self._lock = threading.Lock()

    def render(self, jobs: Sequence[Job]) -> list[Text]:
        with self._lock:
            return self._engine.render(jobs)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Flask]]:
    """The address of a running site with all of the library, and its application."""
    folder: Path = tmp_path_factory.mktemp("browsed")
    (folder / "files").mkdir()
    for name in SITE_SHOWN.files:
        (folder / "files" / name).write_bytes(b"%PDF-1.4 an invented file")
    engine = open_engine("memory:", FIELDS)
    fill(engine, RECORDS_SHOWN, SITE_SHOWN)

    def make(address: str) -> Flask:
        settings = Settings(data=folder, state=folder, base_url=address, languages=LOCALES, page_size=10)
        return create_app(settings, engine, Guarded())

    with serving(make) as running:
        yield running


@pytest.fixture(scope="session")
def site(served: tuple[str, Flask]) -> str:
    """The address of a running site."""
    return served[0]


@pytest.fixture(scope="session")
def app(served: tuple[str, Flask]) -> Flask:
    """The application of that site."""
    return served[1]


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
