"""The generation that a request is answered from: its snapshot of the index, and the site beside it.

Every request asks the engine for the newest generation and keeps to it until its last byte is sent, so
that a worker follows each build without a restart and never mixes two. What it cannot read, as when a newer
version of the program has built another form of index, does not take away what it holds.
"""

import logging
from collections import defaultdict
from dataclasses import dataclass, field
from typing import cast

from flask import Flask, current_app, g
from markupsafe import Markup

from catalogue.citations import Renderer
from catalogue.model import Origin
from catalogue.settings import Settings
from catalogue.site import Site, load_site
from catalogue.web.keeping import Kept, Page
from index import CorruptIndex, IndexError_, NewerIndex, SearchEngine, Snapshot

logger = logging.getLogger(__name__)

_EXTENSION = "catalogue"
_MOST_PARTS = 4_000_000
"""Characters of parts of pages that a worker keeps: the rows of some thousand records in lists."""
_MOST_PLACES = 1_000_000
"""Characters of keys and paths that a worker keeps: those of some ten thousand entries."""
_MOST_PAGES = 12_000_000
"""Bytes of finished pages that a worker keeps: a thousand or two of them."""


@dataclass(frozen=True)
class Generation:
    """What one request sees. `parts` and `pages` are what this worker has rendered of the generation;
    `places` are those of the entries it has looked for, some in vain."""

    snapshot: Snapshot
    site: Site
    parts: Kept[Markup]
    pages: Kept[Page]
    places: Kept[tuple[Origin | None]]


class Shelf:
    """What a worker holds between requests: the settings, the engine, the way to the renderer of citations,
    the newest site it has read, and `bases`, the addresses of `addresses.base_address`."""

    def __init__(self, settings: Settings, engine: SearchEngine, renderer: Renderer) -> None:
        self.settings = settings
        self.renderer = renderer
        self.bases: defaultdict[tuple[str, str | None], dict[object, str]] = defaultdict(dict)
        self._engine = engine
        self._newest: _Read | None = None
        self._unreadable = ""

    def take(self) -> Generation:
        """The newest generation that can be read. Raises what `SearchEngine.snapshot` and `load_site` raise,
        where none is held that could be."""
        try:
            newest = self._read()
        except (CorruptIndex, NewerIndex) as error:
            held = self._newest
            if held is None:
                raise
            self._tell_once(str(error), held)
            newest = held
        return Generation(newest.snapshot, newest.site, newest.parts, newest.pages, newest.places)

    def _read(self) -> "_Read":
        newest, snapshot = self._newest, self._engine.snapshot()
        # Not by its number alone: an index that was deleted and made anew counts from one again.
        own = snapshot.generation, snapshot.attachment
        if newest is not None and newest.own == own:
            snapshot.close()
            return newest
        # One assignment, so that threads see a generation and its own site.
        self._newest = newest = _Read(own, snapshot, load_site(snapshot.attachment))
        return newest

    def _tell_once(self, reason: str, held: "_Read") -> None:
        if reason != self._unreadable:
            self._unreadable = reason
            number = held.snapshot.generation
            logger.warning("Answering from generation %d until a restart: %s", number, reason)


@dataclass(frozen=True)
class _Read:
    """What of a generation, by its number and attachment, serves all requests until the next. Its snapshot is
    let go with the last request that uses it."""

    own: tuple[int, bytes]
    snapshot: Snapshot
    site: Site
    parts: Kept[Markup] = field(default_factory=lambda: Kept(_MOST_PARTS))
    pages: Kept[Page] = field(default_factory=lambda: Kept(_MOST_PAGES))
    places: Kept[tuple[Origin | None]] = field(default_factory=lambda: Kept(_MOST_PLACES))


def shelf() -> Shelf:
    """The shelf of the application that answers."""
    return cast(Shelf, current_app.extensions[_EXTENSION])


def generation() -> Generation:
    """The generation of this request. Raises what `Shelf.take` raises."""
    taken: Generation | None = g.get("generation")
    if taken is None:
        taken = g.generation = shelf().take()
    return taken


def current_site() -> Site:
    """The site of this request's generation; an empty one where there is none, for pages about failures."""
    try:
        return generation().site
    except IndexError_:
        return Site()


def init_generations(app: Flask, settings: Settings, engine: SearchEngine, renderer: Renderer) -> None:
    """Let an application answer from an engine, and cite by a renderer."""
    app.extensions[_EXTENSION] = Shelf(settings, engine, renderer)
