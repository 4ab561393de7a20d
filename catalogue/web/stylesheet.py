"""The one stylesheet of a site: Pico, and our own rules over it, part by part.

A page asks for it once, by an address that changes with what it holds, so that a browser may keep it for
good.
"""

import hashlib
from functools import cache
from pathlib import Path

from flask import current_app

PARTS = (
    "vendor/pico.min.css",
    "css/base.css",
    "css/frame.css",
    "css/search.css",
    "css/combobox.css",
    "css/lists.css",
    "css/record.css",
    "css/citing.css",
    "css/browse.css",
    "css/pictures.css",
    "css/state.css",
    "css/print.css",
)
"""Files below `static/`, in the order in which their rules follow each other."""


def stylesheet() -> bytes:
    """All rules, in UTF-8."""
    return _joined(Path(current_app.static_folder or ""))


def stylesheet_version() -> str:
    """A digest of the rules."""
    return _digest(stylesheet())


@cache
def _joined(folder: Path) -> bytes:
    return b"\n".join((folder / part).read_bytes() for part in PARTS)


@cache
def _digest(rules: bytes) -> str:
    return hashlib.blake2b(rules, digest_size=6).hexdigest()
