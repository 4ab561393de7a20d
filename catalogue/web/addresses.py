"""Addresses that templates need: of a search, of this page, of what stays when a page is cited."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask import current_app, request, url_for

from catalogue.search import SearchRequest
from catalogue.web.generation import shelf
from catalogue.web.querystring import arguments_of
from catalogue.web.routing import address_language


def search_arguments(asked: SearchRequest) -> list[tuple[str, str]]:
    """Names and values of what the address of a search says, as fields of a form would."""
    stated = arguments_of(asked, shelf().settings.page_size).items()
    each = ((name, value if isinstance(value, list) else [value]) for name, value in stated)
    return [(name, str(value)) for name, values in each for value in values]


def search_url(asked: SearchRequest, endpoint: str = "search.results", **more: Any) -> str:
    """The address of a search in the language of this page."""
    arguments: dict[str, Any] = {**arguments_of(asked, shelf().settings.page_size), **more}
    return url_for(endpoint, **arguments)


def static_url(filename: str) -> str:
    """The address of a static file; it changes with the content, because browsers keep it for a year."""
    path = Path(current_app.static_folder or "") / filename
    return url_for("static", filename=filename, v=_digest(path) if path.is_file() else None)


def address_prefix() -> str:
    """What stands before local addresses in this page: `/ru` or nothing."""
    return url_for("home.index").rstrip("/")


def here() -> str:
    """Path and query of this page."""
    return request.full_path.rstrip("?")


def canonical() -> str:
    """The absolute address of this page for search engines, without its query.

    Each offered language is a page of its own; one that is not offered only repeats the lasting page.
    """
    language = address_language()
    return _absolute(language if language in _page_languages() else None)


def alternates() -> list[tuple[str, str]]:
    """The absolute address of this page in each offered language, by its tag; `x-default` names the one that
    takes the language of its reader. Nothing where one language is offered."""
    pages = [(tag, _absolute(tag)) for tag in _page_languages()]
    return [*pages, ("x-default", _absolute(None))] if pages else []


def _page_languages() -> tuple[str, ...]:
    offered = shelf().settings.languages
    return offered if len(offered) > 1 else ()


def _absolute(language: str | None) -> str:
    """The absolute address of this page in a language, or of the lasting page."""
    base = shelf().settings.base_url
    if request.endpoint is None:
        return base
    return base + urlsplit(url_for(request.endpoint, **(request.view_args or {}) | {"lang": language})).path


@cache
def _digest(path: Path) -> str:
    return hashlib.blake2b(path.read_bytes(), digest_size=6).hexdigest()
