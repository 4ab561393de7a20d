"""Addresses of the images that a site brings along: its logo, and those that its texts and projects name."""

from pathlib import Path

from flask import Blueprint, Response, abort, request, url_for

from catalogue.site import IMAGE_TYPES
from catalogue.web.generation import current_site, shelf

look = Blueprint("look", __name__)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox"
"""What a drawing may do that is opened as a page of its own: be seen."""
_YEAR = 365 * 24 * 60 * 60
_DAY = 24 * 60 * 60


@look.get("/logo")
def logo_file() -> Response:
    """The logo of the settings; its address in pages changes with what it holds."""
    path = shelf().settings.logo
    if path is None:
        abort(404)
    return _image(path, _YEAR)


@look.get("/images/<path:path>")
def image_file(path: str) -> Response:
    """An image below `data/files/` that a text shows or a project names as its emblem; no other is sent."""
    if path not in current_site().images:
        abort(404)
    root = (shelf().settings.data / "files").resolve()
    found = (root / path).resolve()
    # The build has checked this; what lies there may have changed since.
    if not found.is_relative_to(root):
        abort(404)
    return _image(found, _DAY)


def image_address(path: str) -> str:
    """Where an image is sent that has this path below `data/files/`."""
    return url_for("look.image_file", path=path)


def _image(path: Path, age: int) -> Response:
    media_type = IMAGE_TYPES.get(path.suffix.lower())
    if media_type is None or not path.is_file():
        abort(404)
    # Read whole, because drawings are packed, and pictures on pages are small enough to be waited for.
    response = Response(path.read_bytes(), mimetype=media_type)
    response.headers["Content-Security-Policy"] = _POLICY
    response.cache_control.public = True
    response.cache_control.max_age = age
    response.add_etag()
    response.make_conditional(request)
    return response
