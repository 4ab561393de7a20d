"""The engines that are compared, by name; each is imported only when it is asked for."""

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

from tests.benchmarks.peers.peer import Peer

OURS = "catalogue"
OTHERS = ("whoosh", "fts5", "tantivy", "xapian")
PEERS = (OURS, *OTHERS)


def load(name: str) -> type[Peer]:
    """The engine with this name. Raises ImportError where it is not installed."""
    peer: type[Peer] = import_module(f"tests.benchmarks.peers.with_{name}").Engine
    return peer


def described(peer: type[Peer]) -> str:
    """The package of an engine with its version, as far as it tells one."""
    try:
        return f"{peer.package} {version(peer.package)}"
    except PackageNotFoundError:
        return peer.package
