"""Engines by address: `memory:`, `whoosh:///absolute/folder`."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from index.engine import SearchEngine
from index.errors import UnknownEngine
from index.field import Fields
from index.memory import MemoryEngine
from index.whoosh_engine import WhooshEngine

Opener = Callable[[str, Fields], SearchEngine]


def _memory(url: str, fields: Fields) -> SearchEngine:
    return MemoryEngine(fields)


def _whoosh(url: str, fields: Fields) -> SearchEngine:
    address = urlsplit(url)
    path = Path(unquote(address.path))
    if address.netloc or not path.is_absolute():
        raise UnknownEngine(f"{url!r} names no absolute folder: write whoosh:///path/to/folder")
    return WhooshEngine(path, fields)


ENGINES: dict[str, Opener] = {"memory": _memory, "whoosh": _whoosh}


def open_engine(url: str, fields: Fields) -> SearchEngine:
    """The engine at an address; nothing is read or written yet. Raises UnknownEngine."""
    scheme = urlsplit(url).scheme
    if scheme not in ENGINES:
        known = ", ".join(sorted(ENGINES))
        raise UnknownEngine(f"{url!r} names no search engine: begin the address with one of {known}")
    return ENGINES[scheme](url, fields)
