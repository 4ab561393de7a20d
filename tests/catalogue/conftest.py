"""A data folder to write into, and builds of it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from catalogue.asking import SearchRequest
from catalogue.build import BuildReport, build
from catalogue.documents import FIELDS
from catalogue.model import Record
from catalogue.search import find, record_of
from catalogue.settings import Settings
from catalogue.site import Site, load_site
from index import FacetCount, Snapshot, open_engine


class Desk:
    """A maintainer's desk: a data folder, its state, and what a reader would see of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = Settings(data=folder / "data", state=folder / "state")
        self.settings.data.mkdir(parents=True)

    def write(self, path: str, text: str | bytes) -> None:
        """Writes a file of the data folder."""
        target = self.settings.data / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode() if isinstance(text, str) else text)

    def build(self, *, full: bool = False) -> BuildReport:
        """Builds as the command line does."""
        return build(self.settings, full=full)

    def lose_state(self) -> None:
        """Deletes everything that is not data."""
        shutil.rmtree(self.settings.state)

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """The newest generation."""
        engine = open_engine(self.settings.index, FIELDS)
        try:
            with engine.snapshot() as snapshot:
                yield snapshot
        finally:
            engine.close()

    def record(self, key: str) -> Record | None:
        """A record as published."""
        with self.snapshot() as snapshot:
            return record_of(snapshot, key)

    def site(self) -> Site:
        """What is published beside the records."""
        with self.snapshot() as snapshot:
            return load_site(snapshot.attachment)

    def found(self, text: str) -> list[str]:
        """The keys that a search finds."""
        with self.snapshot() as snapshot:
            return [row.record.key for row in find(snapshot, SearchRequest(text)).results]

    def counted(self) -> dict[str, tuple[FacetCount, ...]]:
        """What is counted of whom, of what and where."""
        with self.snapshot() as snapshot:
            return {name: snapshot.values(name) for name in ("author", "name", "venue", "project")}

    def fingerprints(self) -> dict[str, str]:
        """What each published document says, in short."""
        with self.snapshot() as snapshot:
            return snapshot.fingerprints()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty desk."""
    return Desk(tmp_path)
