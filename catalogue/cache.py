"""What a build need not make again: items of files and records of entries, by what they were made of.

One SQLite file of pickles in the state folder, which is its owner's alone. Lost, it costs only time.
"""

import hashlib
import pickle
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from catalogue.errors import CatalogueError


class Cache:
    """An open cache; what is put there is kept when the cache is closed in peace."""

    def __init__(self, connection: sqlite3.Connection, code: str) -> None:
        self._connection = connection
        self._code = code
        self._used: set[bytes] = set()

    def get(self, *made_of: str) -> Any:
        """What was made of the same by the same code, or None."""
        row = self._connection.execute(
            "SELECT value FROM kept WHERE name = ?", (self._name(made_of),)
        ).fetchone()
        return pickle.loads(row[0]) if row else None

    def put(self, value: object, *made_of: str) -> None:
        """Keeps a value."""
        row = (self._name(made_of), pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
        self._connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", row)

    def clear(self) -> None:
        """Forgets everything."""
        self._connection.execute("DELETE FROM kept")

    def prune(self) -> None:
        """Forgets what was neither put nor asked for."""
        names = {name for (name,) in self._connection.execute("SELECT name FROM kept")}
        unused = [(name,) for name in names - self._used]
        self._connection.executemany("DELETE FROM kept WHERE name = ?", unused)

    def _name(self, made_of: tuple[str, ...]) -> bytes:
        text = "\0".join((self._code, *made_of))
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
