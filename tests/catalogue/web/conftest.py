import shutil
from typing import cast

import pytest
from flask import Flask
from flask.testing import FlaskClient

from catalogue.app import create_app
from catalogue.documents import FIELDS
from catalogue.model import Multilingual
from catalogue.settings import Settings
from catalogue.web.generation import Shelf
from index import SearchEngine, open_engine
from tests.catalogue.web.library import fill
from tests.catalogue.web.renderer import ToldRenderer

PDF = b"%PDF-1.4 an invented file"


@pytest.fixture(scope="session")
def shared_app(tmp_path_factory: pytest.TempPathFactory) -> tuple[Flask, Settings, SearchEngine]:
    """One application for all tests, because each compiles its templates anew."""
    folder = tmp_path_factory.mktemp("site")
    settings = Settings(
        data=folder / "data",
        state=folder / "state",
        name=Multilingual.of({"en": "Shelf of Deltas", "ru": "Полка дельт"}),
        languages=("en", "ru"),
        page_size=10,
        repository="https://forge.example.org/deltas",
    )
    engine = open_engine("memory:", FIELDS)
    app = create_app(settings, engine, ToldRenderer())
    # A failure is answered with a page here as it is at a reader's.
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app, settings, engine


@pytest.fixture
def engine(shared_app: tuple[Flask, Settings, SearchEngine]) -> SearchEngine:
    """The engine behind the application, filled with the library."""
    engine = shared_app[2]
    fill(engine)
    return engine


@pytest.fixture
def settings(shared_app: tuple[Flask, Settings, SearchEngine]) -> Settings:
    """The settings of the application, with its files in place."""
    settings = shared_app[1]
    shutil.rmtree(settings.data, ignore_errors=True)
    files = settings.data / "files"
    files.mkdir(parents=True)
    for name in ("rice.pdf", "reeds.pdf", "secret.pdf", "data.zip", "unlisted.pdf"):
        (files / name).write_bytes(PDF)
    return settings


@pytest.fixture
def app(shared_app: tuple[Flask, Settings, SearchEngine], settings: Settings, engine: SearchEngine) -> Flask:
    return shared_app[0]


@pytest.fixture
def renderer(app: Flask) -> ToldRenderer:
    """The renderer behind the application, ready to answer."""
    renderer = cast(Shelf, app.extensions["catalogue"]).renderer
    assert isinstance(renderer, ToldRenderer)
    renderer.failure = None
    renderer.asked.clear()
    return renderer


@pytest.fixture
def client(app: Flask, renderer: ToldRenderer) -> FlaskClient:
    return app.test_client()
