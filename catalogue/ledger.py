"""The ledger: what the data folder cannot say about its own past.

One SQLite file remembers, for each key, when it was first seen, when it last changed, when it went, and the
last good version of its record. It is no index and no cache: lost, it takes added dates, tombstones and last
good versions with it. A build writes it before the index, in one transaction, so that the next build repairs
whatever a crash left between the two.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from catalogue.errors import CatalogueError
from catalogue.history import History
from catalogue.model import Record
from catalogue.model.codec import decode, encode

VERSION = 1

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (
    key TEXT PRIMARY KEY,
    first_seen TEXT NOT NULL,
    last_changed TEXT NOT NULL,
    deleted_at TEXT,
    path TEXT NOT NULL,
    record TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is remembered of a key; `record` is the JSON of its last good version, from the file `path`."""

    key: str
    first_seen: date
    last_changed: datetime
    deleted_at: datetime | None
    path: str
    record: str

    def last_good(self) -> Record | None:
        """The last good version of the record; None where another version of the catalogue wrote what this
        one cannot read."""
        try:
            return decode(self.record)
        except (ValueError, KeyError, TypeError):
            return None


class Ledger:
    """An open ledger. `is_new` says that nothing of the past is known."""

    def __init__(self, connection: sqlite3.Connection, *, is_new: bool) -> None:
        self._connection = connection
        self.is_new = is_new

    def entries(self) -> dict[str, Entry]:
        """All that is remembered, by key."""
        rows = self._connection.execute(
            "SELECT key, first_seen, last_changed, deleted_at, path, record FROM entries ORDER BY key"
        )
        return {row[0]: _entry(*row) for row in rows}

    def history(self) -> History | None:
        """The first commits of keys, as far as they were read."""
        row = self._connection.execute("SELECT value FROM facts WHERE name = 'history'").fetchone()
        if row is None:
            return None
        kept = json.loads(row[0])
        return History(kept["head"], {key: date.fromisoformat(day) for key, day in kept["first"].items()})

    def write(
        self,
        records: Mapping[str, Record],
        gone: Iterable[str],
        history: History | None,
        now: datetime,
    ) -> None:
        """Remembers good records and the keys that went, all or nothing."""
        known = self.entries()
        with self._connection:
            self._connection.executemany(
                "INSERT OR REPLACE INTO entries VALUES (?, ?, ?, NULL, ?, ?)",
                _changed_rows(records, known, now),
            )
            self._connection.executemany(
                "UPDATE entries SET deleted_at = ? WHERE key = ? AND deleted_at IS NULL",
                [(now.isoformat(), key) for key in gone],
            )
            if history:
                first = {key: day.isoformat() for key, day in history.first.items()}
                value = json.dumps({"head": history.head, "first": first}, ensure_ascii=False)
                self._connection.execute("INSERT OR REPLACE INTO facts VALUES ('history', ?)", (value,))


@contextmanager
def open_ledger(path: Path) -> Iterator[Ledger]:
    """Opens a ledger, making one where there is none.

    Raises CatalogueError for a file that is not ours, and for whatever keeps it from being read or written
    while it is open.
    """
    is_new = not path.exists()
    try:
        with closing(sqlite3.connect(path, timeout=30)) as connection:
            _prepare(connection, path)
            yield Ledger(connection, is_new=is_new)
    except sqlite3.DatabaseError as error:
        raise CatalogueError(
            f"{path} cannot be used as the ledger: {error}.",
            "Restore it from a copy, or move it away; added dates and last good versions are then lost.",
        ) from error


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version not in (0, VERSION):
        raise CatalogueError(
            f"{path} was written by another version of the catalogue (format {version}).",
            "Run that version, or move the file away; its dates and last good versions stay behind.",
        )
    # Who only looks, as a check does, may be somebody who must not write.
    if version == 0:
        connection.executescript(_SCHEMA)
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _changed_rows(
    records: Mapping[str, Record], known: Mapping[str, Entry], now: datetime
) -> Iterator[tuple[str, str, str, str, str]]:
    for key, record in records.items():
        stored = encode(record)
        before = known.get(key)
        if before and before.record == stored and before.path == record.origin.path and not before.deleted_at:
            continue
        first_seen = before.first_seen if before else now.date()
        yield key, first_seen.isoformat(), now.isoformat(), record.origin.path, stored


def _entry(
    key: str, first_seen: str, last_changed: str, deleted_at: str | None, path: str, record: str
) -> Entry:
    return Entry(
        key,
        date.fromisoformat(first_seen),
        datetime.fromisoformat(last_changed),
        datetime.fromisoformat(deleted_at) if deleted_at else None,
        path,
        record,
    )
