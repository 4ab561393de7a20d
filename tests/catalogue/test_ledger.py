"""What the ledger remembers, and what it refuses."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from catalogue.errors import CatalogueError
from catalogue.history import History
from catalogue.ledger import Entry, open_ledger
from catalogue.model import Multilingual, Origin, Record, RecordType
from catalogue.model.codec import encode
from catalogue.records import Records

MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)
TUESDAY = datetime(2026, 3, 3, 10, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


def record(key: str, title: str = "Borders", path: str = "a.bib") -> Record:
    return Record(key, RecordType.BOOK, Multilingual.of({"en": title}), origin=Origin(path))


def write(path: Path, *records: Record, now: datetime, gone: tuple[str, ...] = ()) -> dict[str, Entry]:
    with open_ledger(path) as ledger:
        ledger.write(Records.of(records), gone, None, now)
        return ledger.entries()


def test_a_key_keeps_the_day_it_was_first_seen(path: Path) -> None:
    write(path, record("k"), now=MONDAY)
    entry = write(path, record("k", "Frontiers"), now=TUESDAY)["k"]
    assert (entry.first_seen, entry.last_changed) == (date(2026, 3, 2), TUESDAY)


def test_what_did_not_change_keeps_its_time_of_change(path: Path) -> None:
    write(path, record("k"), now=MONDAY)
    assert write(path, record("k"), now=TUESDAY)["k"].last_changed == MONDAY


def test_the_last_good_version_comes_back_whole(path: Path) -> None:
    write(path, record("k"), now=MONDAY)
    with open_ledger(path) as ledger:
        assert ledger.last_good("k") == record("k")


def test_a_record_that_moves_is_known_by_its_new_file(path: Path) -> None:
    write(path, record("k"), now=MONDAY)
    entry = write(path, record("k", path="b.bib"), now=TUESDAY)["k"]
    assert (entry.path, entry.last_changed) == ("b.bib", MONDAY)


def test_a_key_that_goes_leaves_a_tombstone_with_the_first_time(path: Path) -> None:
    write(path, record("k"), now=MONDAY)
    write(path, now=TUESDAY, gone=("k",))
    assert write(path, now=datetime(2026, 4, 1, tzinfo=UTC), gone=("k",))["k"].deleted_at == TUESDAY


def test_a_key_that_returns_loses_its_tombstone(path: Path) -> None:
    write(path, record("k"), now=MONDAY)
    write(path, now=MONDAY, gone=("k",))
    entry = write(path, record("k"), now=TUESDAY)["k"]
    assert (entry.deleted_at, entry.first_seen) == (None, date(2026, 3, 2))


def test_the_history_is_kept(path: Path) -> None:
    history = History("abc", {"k": date(2020, 1, 1)})
    with open_ledger(path) as ledger:
        ledger.write(Records.of([]), (), history, MONDAY)
    with open_ledger(path) as ledger:
        assert ledger.history() == history


def test_only_the_first_opening_is_new(path: Path) -> None:
    with open_ledger(path) as first:
        pass
    with open_ledger(path) as second:
        assert (first.is_new, second.is_new) == (True, False)


def test_a_file_that_is_no_ledger_is_refused_with_advice(path: Path) -> None:
    path.write_text("This is no database, and long enough to be seen as none." * 10)
    with pytest.raises(CatalogueError, match="Restore it"), open_ledger(path):
        pass


def test_the_ledger_of_another_version_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(CatalogueError, match="another version"), open_ledger(path):
        pass


def test_a_ledger_that_cannot_be_written_is_named(path: Path) -> None:
    write(path, record("k"), now=MONDAY)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TRIGGER full BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'full'); END")
    connection.close()
    with pytest.raises(CatalogueError, match="cannot be used as the ledger: full"):
        write(path, record("l"), now=TUESDAY)


def test_looking_at_a_ledger_waits_for_no_writer(path: Path) -> None:
    write(path, record("k"), now=MONDAY)
    writer = sqlite3.connect(path)
    writer.execute("BEGIN IMMEDIATE")
    with open_ledger(path) as ledger:
        assert list(ledger.entries()) == ["k"]
    writer.close()


def test_a_ledger_of_the_first_format_is_carried_on(path: Path) -> None:
    stored = encode(record("k"))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "CREATE TABLE entries (key TEXT PRIMARY KEY, first_seen TEXT NOT NULL, "
            "last_changed TEXT NOT NULL, deleted_at TEXT, path TEXT NOT NULL, record TEXT NOT NULL)"
        )
        row = ("k", "2026-03-02", MONDAY.isoformat(), None, "a.bib", stored)
        connection.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)", row)
        connection.execute("PRAGMA user_version = 1")
    entry = write(path, record("k"), now=TUESDAY)["k"]
    assert (entry.first_seen, entry.last_changed) == (date(2026, 3, 2), MONDAY)
