"""The generation that a request is answered from: its snapshot of the index, and the site beside it.

Every request asks the engine for the newest generation and keeps to it until its last byte is sent, so
that a worker follows each build without a restart and never mixes two.
"""

from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app, g

from catalogue.citations import Renderer
from catalogue.settings import Settings
from catalogue.site import Site, load_site
from index import CorruptIndex, IndexError_, SearchEngine, Snapshot

_EXTENSION = "catalogue"


@dataclass(frozen=True)
class Generation:
    """What one request sees."""

    snapshot: Snapshot
    site: Site


class Shelf:
    """What a worker holds between requests: the settings, the engine, the way to the renderer of citations,
    and the newest site it has read."""

    def __init__(self, settings: Settings, engine: SearchEngine, renderer: Renderer) -> None:
        self.settings = settings
        self.renderer = renderer
        self._engine = engine
        self._newest: tuple[bytes, Site] = (b"", Site())

    def take(self) -> Generation:
        """The newest generation. Raises what `SearchEngine.snapshot` and `load_site` raise."""
        snapshot = self._engine.snapshot()
        # Not by its number: an index that was deleted and made anew counts from one again.
        attachment, site = self._newest
        if attachment != snapshot.attachment:
            try:
                site = load_site(snapshot.attachment)
            except CorruptIndex:
                snapshot.close()
                raise
            # One assignment, so that threads see an attachment and its own site.
            self._newest = (snapshot.attachment, site)
        return Generation(snapshot, site)


def shelf() -> Shelf:
    """The shelf of the application that answers."""
    return cast(Shelf, current_app.extensions[_EXTENSION])


def generation() -> Generation:
    """The generation of this request. Raises what `Shelf.take` raises."""
    if "generation" not in g:
        g.generation = shelf().take()
    return cast(Generation, g.generation)


def current_site() -> Site:
    """The site of this request's generation; an empty one where there is none, for pages about failures."""
    try:
        return generation().site
    except IndexError_:
        return Site()


def init_generations(app: Flask, settings: Settings, engine: SearchEngine, renderer: Renderer) -> None:
    """Let an application answer from an engine, and cite by a renderer."""
    app.extensions[_EXTENSION] = Shelf(settings, engine, renderer)

    @app.teardown_request
    def release(error: BaseException | None) -> None:
        taken: Generation | None = g.pop("generation", None)
        if taken:
            taken.snapshot.close()
