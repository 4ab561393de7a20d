"""Addresses of the images that a site brings along: its logo, and the emblems of its projects' funders."""

from pathlib import Path

from flask import Blueprint, Response, abort, request

from catalogue.web.generation import current_site, shelf

look = Blueprint("look", __name__)

_MEDIA_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp"}
_YEAR = 365 * 24 * 60 * 60
_DAY = 24 * 60 * 60


@look.get("/logo")
def logo_file() -> Response:
    """The logo of the settings; its address in pages changes with what it holds."""
    path = shelf().settings.logo
    if path is None:
        abort(404)
    return _image(path, _YEAR)


@look.get("/emblems/<path:path>")
def emblem_file(path: str) -> Response:
    """An image below `data/files/` that a project names as its emblem; no other is sent."""
    site = current_site()
    named = {project.own_emblem for project in site.projects.values()}
    if path not in named or path not in site.files:
        abort(404)
    root = (shelf().settings.data / "files").resolve()
    found = (root / path).resolve()
    # The build has checked this; what lies there may have changed since.
    if not found.is_relative_to(root):
        abort(404)
    return _image(found, _DAY)


def _image(path: Path, age: int) -> Response:
    media_type = _MEDIA_TYPES.get(path.suffix.lower())
    if media_type is None or not path.is_file():
        abort(404)
    # Read whole, because drawings are packed; few emblems have more than some kilobytes.
    response = Response(path.read_bytes(), mimetype=media_type)
    response.cache_control.public = True
    response.cache_control.max_age = age
    response.add_etag()
    response.make_conditional(request)
    return response
