"""Digests of the catalogue's own code, so that nobody need remember to raise a version when it changes."""

import hashlib
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def digest_of(*patterns: str) -> str:
    """A digest of the package's modules whose relative POSIX paths match one of the patterns."""
    digest = hashlib.sha256()
    for path in sorted({path for pattern in patterns for path in _PACKAGE.glob(pattern)}):
        digest.update(f"{path.relative_to(_PACKAGE).as_posix()}\0".encode() + path.read_bytes())
    return digest.hexdigest()
