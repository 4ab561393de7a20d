"""Engines for the contract suite: each test with `engine` runs once for every engine."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index import Fields, SearchEngine, open_engine
from tests.index.shelf import FIELDS, fill

OpenEngine = Callable[[Fields], SearchEngine]


@pytest.fixture(params=["memory", "whoosh"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return "memory:" if request.param == "memory" else f"whoosh://{tmp_path / 'index'}"


@pytest.fixture
def engine(url: str) -> Iterator[SearchEngine]:
    engine = open_engine(url, FIELDS)
    yield engine
    engine.close()


@pytest.fixture
def shelf(engine: SearchEngine) -> SearchEngine:
    fill(engine)
    return engine
