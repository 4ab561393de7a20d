"""An index that an earlier state of the code wrote opens: nothing that is pickled has moved."""

import pickletools
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import pytest
import whoosh.index

from index import SearchEngine, open_engine
from tests.index.shelf import FIELDS, found
from tests.index.whoosh_engine.store_index import STORED

STOCK = {"whoosh", "copy_reg", "__builtin__", *sys.stdlib_module_names}
PROTO = b"\x80"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "index"
    folder.mkdir(mode=0o700)
    with ZipFile(STORED) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def engine(folder: Path) -> SearchEngine:
    return open_engine(f"whoosh://{folder}", FIELDS)


def test_a_stored_index_answers(engine: SearchEngine) -> None:
    snapshot = engine.snapshot()
    assert set(snapshot.fingerprints()) == {"ada", "bo", "di", "ed", "fay"}
    assert found(snapshot, "migration") == {"ada", "di"}
    assert found(snapshot, '"the policy of labour"') == {"fay"}
    assert [(count.key, count.count) for count in snapshot.values("author")] == [
        ("müller, anna", 3),
        ("ode, bea", 1),
    ]
    assert snapshot.attachment == b"site"


def test_a_stored_index_is_whole(engine: SearchEngine) -> None:
    engine.verify()


def test_whoosh_opens_a_stored_index(folder: Path) -> None:
    with whoosh.index.open_dir(folder).searcher() as searcher:
        assert searcher.document(id="bo") == {"id": "bo", "stored": "<bo>"}


def test_beside_whoosh_only_our_segment_is_pickled(folder: Path) -> None:
    """What is named here is unpickled from indexes that stand on disks: it must never be renamed."""
    (contents,) = folder.glob("*.toc")
    named = {name for name in pickled_names(contents.read_bytes()) if name.partition(".")[0] not in STOCK}
    assert named == {"index.whoosh_engine.segments.ArraySegment"}


def pickled_names(contents: bytes) -> Iterator[str]:
    """What the pickles of a table of contents refer to; each begins with a byte 0x80."""
    start = contents.find(PROTO)
    while start >= 0:
        strings: list[str] = []
        with suppress(ValueError):  # it was another 0x80
            for operation, argument, _ in pickletools.genops(contents[start:]):
                if operation.name == "GLOBAL":
                    yield str(argument).replace(" ", ".")
                elif operation.name == "STACK_GLOBAL":
                    yield ".".join(strings[-2:])
                elif "UNICODE" in operation.name:
                    strings.append(str(argument))
        start = contents.find(PROTO, start + 1)
