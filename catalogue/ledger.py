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
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from catalogue.errors import CatalogueError
from catalogue.history import History
from catalogue.model import Origin, Record
from catalogue.model.codec import decode
from catalogue.records import Records, digest_of_record

VERSION = 2

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (
    key TEXT PRIMARY KEY,
    first_seen TEXT NOT NULL,
    last_changed TEXT NOT NULL,
    deleted_at TEXT,
    path TEXT NOT NULL,
    record TEXT NOT NULL,
    digest TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS outline ON entries (
    key, first_seen, last_changed, deleted_at, path, digest
);
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
# A build asks for everything but the records, which are long: the index `outline` answers without them.

_FROM_FORMAT_1 = (
    "ALTER TABLE entries ADD COLUMN digest TEXT NOT NULL DEFAULT ''",
    "UPDATE entries SET digest = digest_of(record)",
)


class Entry(NamedTuple):
    """What is remembered of a key; `digest` is that of the last good version of its record, from the file
    `path`."""

    key: str
    first_seen: date
    last_changed: datetime
    deleted_at: datetime | None
    path: str
    digest: str


class Ledger:
    """An open ledger. `is_new` says that nothing of the past is known."""

    def __init__(self, connection: sqlite3.Connection, *, is_new: bool) -> None:
        self._connection = connection
        self.is_new = is_new

    def entries(self) -> dict[str, Entry]:
        """All that is remembered, by key."""
        rows = self._connection.execute(
            "SELECT key, first_seen, last_changed, deleted_at, path, digest FROM entries ORDER BY key"
        )
        return {row[0]: _entry(*row) for row in rows}

    def last_good(self, key: str) -> Record | None:
        """The last good version of a record; None where there is none, or where another version of the
        catalogue wrote what this one cannot read."""
        row = self._connection.execute("SELECT record, path FROM entries WHERE key = ?", (key,)).fetchone()
        try:
            return replace(decode(row[0]), origin=Origin(row[1])) if row else None
        except (ValueError, KeyError, TypeError):
            return None

    def history(self) -> History | None:
        """The first commits of keys, as far as they were read."""
        row = self._connection.execute("SELECT value FROM facts WHERE name = 'history'").fetchone()
        if row is None:
            return None
        kept = json.loads(row[0])
        return History(kept["head"], {key: date.fromisoformat(day) for key, day in kept["first"].items()})

    def write(
        self,
        records: Records,
        gone: Iterable[str],
        history: History | None,
        now: datetime,
        known: Mapping[str, Entry] | None = None,
    ) -> None:
        """Remembers good records and the keys that went, all or nothing. `known` is what `entries` gave, if
        it was asked before."""
        known = self.entries() if known is None else known
        with self._connection:
            self._connection.executemany(
                "INSERT OR REPLACE INTO entries VALUES (?, ?, ?, NULL, ?, ?, ?)",
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
    if version > VERSION:
        raise CatalogueError(
            f"{path} was written by another version of the catalogue (format {version}).",
            "Run that version, or move the file away; its dates and last good versions stay behind.",
        )
    # Who only looks, as a check does, may be somebody who must not write.
    if version < VERSION:
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.create_function("digest_of", 1, digest_of_record)
            for statement in (*(_FROM_FORMAT_1 if version == 1 else ()), *_SCHEMA.split(";")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")


def _changed_rows(
    records: Records, known: Mapping[str, Entry], now: datetime
) -> Iterator[tuple[str, str, str, str, str, str]]:
    for key, digest in records.digests.items():
        before, path = known.get(key), records.paths[key]
        if before and before.digest == digest and before.path == path and not before.deleted_at:
            continue
        first_seen = before.first_seen if before else now.date()
        has_moved = before and before.digest == digest and not before.deleted_at
        changed = before.last_changed if before and has_moved else now
        yield key, first_seen.isoformat(), changed.isoformat(), path, records.stored(key), digest


def _entry(
    key: str, first_seen: str, last_changed: str, deleted_at: str | None, path: str, digest: str
) -> Entry:
    return Entry(
        key,
        date.fromisoformat(first_seen),
        datetime.fromisoformat(last_changed),
        datetime.fromisoformat(deleted_at) if deleted_at else None,
        path,
        digest,
    )
