"""What a build need not make again, by name.

One SQLite file of pickles in the state folder, which is its owner's alone. Lost, it costs only time. Where
there is no state, `Scratch` takes its place.
"""

import hashlib
import pickle
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Protocol

from catalogue.errors import CatalogueError


class Store(Protocol):
    """A place for pickles by name, a name being one or more texts."""

    def get(self, *name: str) -> Any:
        """The value that is kept under a name, or None."""

    def pickled(self, *name: str) -> bytes | None:
        """As `get`, but still pickled."""

    def put(self, value: object, *name: str) -> None:
        """Keeps a value."""

    def put_pickled(self, value: bytes, *name: str) -> None:
        """Keeps a value that was pickled elsewhere."""

    def keep(self, *name: str) -> None:
        """Says that a name is still needed."""


class Scratch:
    """A store in memory, for work that nobody goes on from."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, ...], bytes] = {}

    def get(self, *name: str) -> Any:
        """The value that is kept under a name, or None."""
        return pickle.loads(self._kept[name]) if name in self._kept else None

    def pickled(self, *name: str) -> bytes | None:
        """As `get`, but still pickled."""
        return self._kept.get(name)

    def put(self, value: object, *name: str) -> None:
        """Keeps a value."""
        self._kept[name] = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)

    def put_pickled(self, value: bytes, *name: str) -> None:
        """Keeps a value that was pickled elsewhere."""
        self._kept[name] = value

    def keep(self, *name: str) -> None:
        """Says that a name is still needed: here nothing is forgotten."""


class Cache:
    """An open cache; what is put there by one code is not there for another. What was put is kept when the
    cache is closed in peace, or pruned."""

    def __init__(self, connection: sqlite3.Connection, code: str) -> None:
        self._connection = connection
        self._code = code
        self._used: set[bytes] = set()

    def get(self, *name: str) -> Any:
        """The value that is kept under a name, or None."""
        kept = self.pickled(*name)
        return None if kept is None else pickle.loads(kept)

    def pickled(self, *name: str) -> bytes | None:
        """As `get`, but still pickled."""
        found = self._connection.execute("SELECT value FROM kept WHERE name = ?", (self._name(name),))
        row: tuple[bytes] | None = found.fetchone()
        return row[0] if row else None

    def put(self, value: object, *name: str) -> None:
        """Keeps a value."""
        self.put_pickled(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), *name)

    def put_pickled(self, value: bytes, *name: str) -> None:
        """Keeps a value that was pickled elsewhere."""
        self._connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (self._name(name), value))

    def keep(self, *name: str) -> None:
        """Says that a name is still needed."""
        self._name(name)

    def clear(self) -> None:
        """Forgets everything."""
        self._connection.execute("DELETE FROM kept")

    def prune(self) -> None:
        """Forgets what was neither put nor asked for, and keeps the rest whatever happens from now on."""
        names = {name for (name,) in self._connection.execute("SELECT name FROM kept")}
        unused = [(name,) for name in names - self._used]
        self._connection.executemany("DELETE FROM kept WHERE name = ?", unused)
        self._connection.commit()

    def _name(self, parts: tuple[str, ...]) -> bytes:
        text = "\0".join((self._code, *parts))
        name = hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest()
        self._used.add(name)
        return name


@contextmanager
def open_cache(path: Path, code: str) -> Iterator[Cache]:
    """Opens a cache of what `code`, a digest, makes. A file that is none is replaced.

    Raises CatalogueError for whatever keeps it from being used while it is open.
    """
    try:
        connection = _connected(path)
    except sqlite3.DatabaseError:
        path.unlink()
        connection = _connected(path)
    try:
        with closing(connection), connection:
            yield Cache(connection, code)
    except sqlite3.DatabaseError as error:
        raise CatalogueError(f"{path} cannot be used: {error}.", "Delete it: it costs only time.") from error


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=30)
    try:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (name BLOB PRIMARY KEY, value BLOB NOT NULL)")
    except BaseException:
        connection.close()
        raise
    return connection
