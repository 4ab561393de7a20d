"""Engines by address: `memory:`, `whoosh:///absolute/folder`."""

from collections.abc import Callable
from urllib.parse import urlsplit

from index.engine import SearchEngine
from index.errors import UnknownEngine
from index.field import Fields
from index.memory import MemoryEngine

Opener = Callable[[str, Fields], SearchEngine]


def _memory(url: str, fields: Fields) -> SearchEngine:
    return MemoryEngine(fields)


ENGINES: dict[str, Opener] = {"memory": _memory}


def open_engine(url: str, fields: Fields) -> SearchEngine:
    """The engine at an address; nothing is read or written yet. Raises UnknownEngine."""
    scheme = urlsplit(url).scheme
    if scheme not in ENGINES:
        known = ", ".join(sorted(ENGINES))
        raise UnknownEngine(f"{url!r} names no search engine: begin the address with one of {known}")
    return ENGINES[scheme](url, fields)
