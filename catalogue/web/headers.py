"""Headers of every answer: what a browser may do with it, and how long it may be kept.

The page at an address is a function of the generation, the reader's language and way of citing, what is asked
for in its place, the day, and the code and settings of the worker, so those are its validator: a reader who
has a page is answered 304 before anything is rendered, one who has not gets what another was sent, and a new
generation is seen at once.
"""

import hashlib
from pathlib import Path

from flask import Flask, Response, current_app, g, request

import catalogue
import index
from catalogue.settings import Settings
from catalogue.web import choice, negotiation, packing
from catalogue.web.addresses import static_version
from catalogue.web.dates import today
from catalogue.web.generation import generation, shelf
from catalogue.web.keeping import Page
from catalogue.web.languages import VARY, reader_language
from catalogue.web.routing import address_language
from catalogue.web.theme import look_version

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_SECURITY = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
PACKAGES = (Path(catalogue.__file__).parent, Path(index.__file__).parent)
"""What pages are made with: what is found, and in which order, is of `index`."""
_YEAR = 365 * 24 * 60 * 60
_WORKER = "WORKER_VERSION"
_CITING = frozenset({"publications", "lists"})
_APART = ("static", "service.", "look.")
"""What begins the endpoints of what is no page."""
_NEGOTIATING = "publications.publication"


def init_headers(app: Flask, settings: Settings) -> None:
    """Give every answer of an application its headers."""
    # Code and settings count in validators, because a restart may bring others.
    app.config[_WORKER] = _digest(code_version(*PACKAGES), look_version(settings), settings)
    app.before_request(_answer_made)
    app.after_request(_add_headers)


def _is_page() -> bool:
    """Whether this request is answered from a generation."""
    endpoint = request.endpoint
    return endpoint is not None and not endpoint.startswith(_APART)


def _cites() -> bool:
    """Whether a page here shows citations as its reader chose them before."""
    return request.blueprint in _CITING


def _representation() -> str:
    """What is sent where an address has several representations."""
    wanted = negotiation.chosen() if request.endpoint == _NEGOTIATING else None
    return wanted.name if wanted else ""


def _varies() -> str:
    """The headers of a request that an answer depends on, beside its address."""
    headers = "Cookie" if _cites() else ""
    headers = VARY if address_language() is None else headers
    return f"Accept, {headers}" if request.endpoint == _NEGOTIATING else headers


def _state() -> tuple[object, ...]:
    """All that the page at an address depends on while this worker runs, found out once a request."""
    known: tuple[object, ...] | None = g.get("state")
    if known is not None:
        return known
    held = generation()
    g.state = known = (
        held.snapshot.generation,
        held.site.built_at,
        reader_language(),
        request.cookies.get(choice.COOKIE) if _cites() else None,
        _representation(),
        # The day counts, because embargoes end.
        today(),
    )
    return known


def _validator() -> str:
    return _digest(current_app.config[_WORKER], *_state())


def _digest(*parts: object) -> str:
    return hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()


def _answer_made() -> Response | None:
    """What this reader has already, or another was sent."""
    if not _is_page() or request.method not in ("GET", "HEAD"):
        return None
    known = request.if_none_match
    # A star asks whether anything is there, which only the page itself can tell. Who states a way of citing
    # wants it remembered, and that is done when the page is made.
    is_telling = known and not known.star_tag and not (_cites() and choice.asked())
    if is_telling and known.contains_weak(_validator()):
        return Response(status=304)
    g.asked = (request.root_path, request.path, request.query_string, *_state())
    page = generation().pages.get(g.asked)
    if page is None:
        return None
    g.is_made = True
    response = Response(headers=list(page.headers))
    if packing.takes_packed():
        packing.send_packed(response, page.packed)
    else:
        response.set_data(page.body)
    return response


def _add_headers(response: Response) -> Response:
    if g.get("is_made"):
        return response
    response.headers.extend(
        {name: value for name, value in _SECURITY.items() if name not in response.headers}
    )
    if shelf().settings.base_url.startswith("https:"):
        response.headers["Strict-Transport-Security"] = f"max-age={_YEAR}"
    # What methods an address takes is answered for any name, also for one that Flask would send no file of.
    is_file = request.endpoint == "static" and request.method in ("GET", "HEAD")
    if is_file and response.status_code in (200, 304):
        if request.args.get("v") == static_version((request.view_args or {})["filename"]):
            response.cache_control.immutable = True
        else:
            # While a site restarts, a page of one version may ask a worker of another.
            response.headers["Cache-Control"] = "no-cache"
        packing.send_static_packed(response)
        return response
    if _is_page() and (varies := _varies()):
        response.headers["Vary"] = varies
    if packing.is_packable(response):
        response.vary.add("Accept-Encoding")
    if _is_page() and not g.get("is_passing") and response.status_code in (200, 304):
        if "ETag" not in response.headers:
            response.set_etag(_validator(), weak=True)
        response.headers["Cache-Control"] = "no-cache"
    elif "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    _pack(response)
    return response


def _pack(response: Response) -> None:
    """Packs an answer that is worth it for who takes it so, and keeps a page as it was packed."""
    is_kept = _is_page() and _is_whole_page(response)
    if not packing.is_packable(response) or not packing.is_at_hand(response):
        return
    if not is_kept and not packing.takes_packed():
        return
    page = Page.of(response.get_data(), response.headers)
    if is_kept:
        # What was asked counts, too: an address may be longer than its page.
        generation().pages.put(g.asked, page, page.size + len(repr(g.asked)))
    if packing.takes_packed():
        packing.send_packed(response, page.packed)


def _is_whole_page(response: Response) -> bool:
    """Whether the next who asks alike may be sent this: no file, and nothing for this reader alone."""
    is_whole = request.method == "GET" and response.status_code == 200 and not response.is_streamed
    is_open = not g.get("is_passing") and "Set-Cookie" not in response.headers
    return is_whole and is_open and response.mimetype == "text/html"


def code_version(*packages: Path) -> str:
    """A digest of the code, templates, translations and static files of packages in these folders."""
    digest = hashlib.blake2b(digest_size=12)
    for package in packages:
        for path in sorted(package.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(package).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()
