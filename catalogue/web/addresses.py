"""Addresses that templates need: of a search, of this page, of what stays when a page is cited.

A page names dozens of publications and searches. Flask is asked once where these stand; what differs from one
to the next is written behind that.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus, urlencode, urlsplit

from flask import current_app, g, request, url_for

from catalogue.asking import SearchRequest
from catalogue.web.generation import shelf
from catalogue.web.languages import offered_languages
from catalogue.web.packing import static_path
from catalogue.web.querystring import arguments_of, in_years
from catalogue.web.routing import address_language, quoted_key

_PLAIN = "!$'()*,/:;?@"
"""What needs no percent sign in a query (url.spec.whatwg.org), letters, digits and `-._~` aside."""
_LASTING = "x-default"
"""The address that takes the language of its reader, among those of a page by their languages."""


def search_arguments(asked: SearchRequest) -> list[tuple[str, str]]:
    """Names and values of what the address of a search says, as fields of a form would."""
    stated = arguments_of(asked, shelf().settings.page_size).items()
    each = ((name, value if isinstance(value, list) else [value]) for name, value in stated)
    return [(name, str(value)) for name, values in each for value in values]


def search_url(asked: SearchRequest, endpoint: str = "search.results") -> str:
    """The address of a search in the language of this page."""
    return with_query(base_address(endpoint), arguments_of(asked, shelf().settings.page_size))


def years_address(asked: SearchRequest) -> tuple[str, str]:
    """What stands before and behind the years in the address of a search that is filtered by some."""
    # No text or value of an address holds these signs as they are.
    before, _, after = search_url(in_years(asked, "0")).partition("year=0")
    return f"{before}year=", after


def lasting_search_url(asked: SearchRequest) -> str:
    """The absolute address of a search, for readers of every language."""
    settings = shelf().settings
    path = with_query(base_address("search.results", lang=None), arguments_of(asked, settings.page_size))
    return settings.base_url + path


def facet_url(asked: SearchRequest, facet: str, **more: str) -> str:
    """The address of all values of a facet of a search; `more` are further arguments."""
    stated = {**arguments_of(replace(asked, page=1), shelf().settings.page_size), **more}
    return with_query(base_address("facets.values", facet=facet), stated)


def export_address(asked: SearchRequest, **more: str) -> tuple[str, str]:
    """What stands before and behind the suffix of a format in the address of a whole search in it; `more` are
    further arguments."""
    stated = {**arguments_of(asked, shelf().settings.page_size), **more}
    return base_address("search.export", suffix="").removesuffix("."), with_query("", stated)


def found_url(facet: str, key: str) -> str:
    """The address of the publications that have a value."""
    return f"{base_address('search.results')}?{facet}={quote_plus(key, safe=_PLAIN)}"


def publication_url(key: str, **arguments: str | int | None) -> str:
    """The address of a key, with a suffix or without, in the language of this page."""
    return with_query(base_address("publications.publication", key="") + quoted_key(key), arguments)


def lasting_url(key: str) -> str:
    """The absolute address of a key, with a suffix or without, for readers of every language."""
    return (
        shelf().settings.base_url
        + base_address("publications.publication", key="", lang=None)
        + quoted_key(key)
    )


def with_query(path: str, arguments: Mapping[str, object]) -> str:
    """A path with arguments behind it, written as Flask writes them; None says nothing."""
    if not arguments:
        return path
    stated = {name: value for name, value in arguments.items() if value is not None}
    return f"{path}?{urlencode(stated, doseq=True, safe=_PLAIN)}" if stated else path


def base_address(endpoint: str, **values: Any) -> str:
    """An address of this site, which a worker asks Flask for once; so a site has few of the `values`."""
    known: dict[object, str] | None = g.get("bases")
    if known is None:
        # All that it depends on beside what it is asked for by.
        known = g.bases = shelf().bases[request.root_path, g.get("address_language")]
    asked = (endpoint, *values.items())
    found = known.get(asked)
    if found is None:
        found = known[asked] = url_for(endpoint, **values)
    return found


def static_url(filename: str) -> str:
    """The address of a static file; it changes with the content, because browsers keep it for a year."""
    return base_address("static", filename=filename, v=static_version(filename))


def static_version(filename: str) -> str | None:
    """What tells the content of a static file from any other it has had; None where there is no such file."""
    path = static_path(filename)
    return _version_of_file(path) if path else None


def address_prefix() -> str:
    """What stands before local addresses in this page: `/ru` or nothing."""
    return base_address("home.index").rstrip("/")


def here() -> str:
    """Path and query of this page, as an address states them."""
    path = request.path.replace("%", "%25").replace("?", "%3F").replace("#", "%23")
    return path + request.full_path.removeprefix(request.path).rstrip("?")


def language_choices() -> list[tuple[str, str, str]]:
    """Tag and own name of each language that readers may choose, and the address that chooses it and leads
    back to this page in it."""
    address, back = base_address("service.choose_language", language=""), with_query("", {"to": here()})
    return [(tag, name, f"{address}{tag}{back}") for tag, name in offered_languages()]


def canonical() -> str:
    """The absolute address of this page for search engines, without its query.

    Each offered language is a page of its own; one that is not offered only repeats the lasting page.
    """
    own = _own_addresses()
    return own.get(address_language() or _LASTING, own[_LASTING])


def alternates() -> list[tuple[str, str]]:
    """The absolute address of this page in each offered language, by its tag; `x-default` names the one that
    takes the language of its reader. Nothing where one language is offered."""
    own = _own_addresses()
    return list(own.items()) if len(own) > 1 else []


def _own_addresses() -> dict[str, str]:
    """The absolute addresses of this page, the lasting one last; found out once a request."""
    known: dict[str, str] | None = g.get("own_addresses")
    if known is not None:
        return known
    endpoint = request.endpoint
    path = urlsplit(url_for(endpoint, **(request.view_args or {}), lang=None)).path if endpoint else ""
    if endpoint and current_app.url_map.is_endpoint_expecting(endpoint, "lang"):
        known = in_languages(path)
    else:
        settings = shelf().settings
        offered = settings.languages if len(settings.languages) > 1 else ()
        known = dict.fromkeys((*offered, _LASTING), settings.base_url + path)
    g.own_addresses = known
    return known


def in_languages(path: str) -> dict[str, str]:
    """The absolute addresses of the page at a lasting path, by language; the lasting one, `x-default`, is the
    last, and the only one where one language is offered."""
    base, offered = shelf().settings.base_url, shelf().settings.languages
    home = base_address("home.index", lang=None).rstrip("/")
    own = {tag: f"{base}{home}/{tag}{path.removeprefix(home)}" for tag in offered} if len(offered) > 1 else {}
    return {**own, _LASTING: base + path}


def version_of(content: bytes) -> str:
    """What tells the content of a file from any other it has had, in an address that is kept for good."""
    return hashlib.blake2b(content, digest_size=6).hexdigest()


@cache
def _version_of_file(path: Path) -> str:
    return version_of(path.read_bytes())
