"""The one stylesheet of a site: Pico, and our own rules over it, part by part.

A page asks for it once, by an address that changes with what it holds, so that a browser may keep it for
good. What a site adds by its settings follows ours.
"""

import re
from functools import cache
from pathlib import Path

from flask import current_app

from catalogue.web.addresses import version_of
from catalogue.web.generation import shelf
from catalogue.web.packing import pack_for_good
from catalogue.web.theme import own_rules
from catalogue.web.trimming import minified, trimmed

PARTS = (
    "vendor/pico.min.css",
    "css/fonts.css",
    "css/tokens.css",
    "css/base.css",
    "css/frame.css",
    "css/home.css",
    "css/search.css",
    "css/combobox.css",
    "css/results.css",
    "css/filters.css",
    "css/shortcuts.css",
    "css/lists.css",
    "css/facts.css",
    "css/record.css",
    "css/citing.css",
    "css/browse.css",
    "css/pictures.css",
    "css/state.css",
    "css/print.css",
)
"""Files below `static/`, in the order in which their rules follow each other."""


_NAMED_FILE = re.compile(r"url\((static/[^)]+)\)")


def stylesheet() -> bytes:
    """All rules, in UTF-8."""
    return _joined(Path(current_app.static_folder or ""), own_rules(shelf().settings))


def packed_stylesheet() -> bytes:
    """The same, packed."""
    return _packed(stylesheet())


def stylesheet_version() -> str:
    """A digest of the rules."""
    return version_of(stylesheet())


@cache
def _joined(folder: Path, own: str) -> bytes:
    def versioned(named: re.Match[str]) -> str:
        content = (folder.parent / named[1]).read_bytes()
        return f"url({named[1]}?v={version_of(content)})"

    rules = trimmed(minified("\n".join((folder / part).read_text(encoding="utf-8") for part in PARTS)))
    return f"{_NAMED_FILE.sub(versioned, rules)}\n{own}".encode()


@cache
def _packed(rules: bytes) -> bytes:
    return pack_for_good(rules)
