"""Addresses without a language in front: for machines that watch and crawl, and the choice of a language."""

from urllib.parse import quote, urlsplit

from flask import Blueprint, Response, abort, jsonify, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from catalogue.settings import LOCALES
from catalogue.web.generation import generation, shelf
from catalogue.web.languages import COOKIE
from catalogue.web.packing import send_packed, takes_packed
from catalogue.web.stylesheet import packed_stylesheet, stylesheet, stylesheet_version

service = Blueprint("service", __name__)

_YEAR = 365 * 24 * 60 * 60
_LEFT_ALONE = (
    "/search?",
    "/search.",
    "/search/facets/",
    "/cite",
    "/list",
    "/report",
    "/suggest",
    "/publications/*?at=",
)
"""How paths begin that crawlers shall not ask for: searches cost most, and pages to browse lead to the same
publications."""


@service.get("/healthz")
def health() -> Response:
    """Whether this worker can answer, and from which generation; 503 where it can't."""
    return jsonify(status="ok", generation=generation().snapshot.generation)


@service.get("/robots.txt")
def robots() -> Response:
    """What crawlers should leave alone, and where they find the rest."""
    # Each language by name: a star for any would also stand for `publications` in front of a key.
    prefixes = ("", *(f"/{language}" for language in LOCALES))
    rules = [f"Disallow: {prefix}{path}" for path in _LEFT_ALONE for prefix in prefixes]
    sitemap = shelf().settings.base_url + url_for("sitemap.whole")
    lines = ("User-agent: *", *rules, "Disallow: /language/", "", f"Sitemap: {sitemap}", "")
    return Response("\n".join(lines), mimetype="text/plain")


@service.get("/style.css")
def style() -> Response:
    """How all pages look. An address that says which version it is need not be asked for twice."""
    response = Response(stylesheet(), mimetype="text/css")
    # While a site restarts, a page of one version may ask a worker of another.
    if request.args.get("v") == stylesheet_version():
        response.cache_control.public = True
        response.cache_control.max_age = _YEAR
        response.cache_control.immutable = True
    if takes_packed():
        send_packed(response, packed_stylesheet())
    return response


@service.get("/language/<language>")
def choose_language(language: str) -> AnyResponse:
    """Remember a language for the addresses that carry none, and go on in it at `?to=`."""
    settings = shelf().settings
    if language not in settings.languages:
        abort(404)
    # A path behind a language can lead nowhere but into this site.
    response = redirect(f"/{language}/{_local(request.args.get('to', ''))}", 303)
    secure = settings.base_url.startswith("https:")
    response.set_cookie(COOKIE, language, max_age=_YEAR, secure=secure, httponly=True, samesite="Lax")
    return response


@service.get("/kz/", defaults={"rest": ""})
@service.get("/kz/<path:rest>")
def kazakh(rest: str) -> AnyResponse:
    """`kz` is a country; its language is `kk`."""
    query = request.query_string.decode("ascii", "replace")
    return redirect(f"/kk/{quote(rest)}" + (f"?{query}" if query else ""), 301)


def _local(target: str) -> str:
    """Path and query of an address, without what stands before the path and without its language."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return ""
    path = parts.path.lstrip("/")
    first, _, rest = path.partition("/")
    path = rest if first in LOCALES else path
    return f"{path}?{parts.query}" if parts.query else path
