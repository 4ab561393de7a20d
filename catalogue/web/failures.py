"""Pages for what went wrong: each says what happened and where to go on."""

import re
from urllib.parse import quote

from flask import Flask, Response, current_app, g, make_response, redirect, render_template, request
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from werkzeug.exceptions import HTTPException, NotFound, SecurityError

from index import EngineError, NewerIndex

_TITLES = {
    400: _("This request cannot be read"),
    404: _("There is nothing at this address"),
    405: _("This page is only for reading"),
    410: _("This publication was removed"),
    500: _("Something broke on our side"),
    503: _("This is not available at the moment"),
}
_ADVICE = {
    400: _("Check the address, or start again from a search."),
    404: _("The address may be mistyped, or the page may have moved. A search often finds it."),
    405: _("Open it with a plain link."),
    410: _("Its address is kept, so that whoever follows a citation learns what became of it."),
    500: _("The error was written to the server’s log. Please try again in a moment."),
    503: _("Please try again in a moment."),
}
RETRY_SECONDS = 30
_MOST_WORDS = 10


class BrokenEntryError(NotFound):
    """What is asked for has an entry in the data, which cannot be read."""


def init_failures(app: Flask) -> None:
    """Let an application answer every failure with a page."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(SecurityError, _foreign_host)
    app.register_error_handler(EngineError, _unready)


def _http(error: HTTPException) -> Response:
    if error.response is not None:
        return make_response(error.response)
    code = error.code or 500
    if code == 404 and (address := _without_slash()):
        return make_response(redirect(address, 308))
    # Werkzeug's own words are neither translated nor of use to a reader; what a view says is.
    reason = "" if error.description == type(error).description else error.description or ""
    is_broken = isinstance(error, BrokenEntryError)
    heading = gettext("This publication cannot be shown now") if is_broken else ""
    response = _page(code, reason, heading, is_broken=is_broken)
    response.headers.extend(error.get_headers())
    response.headers["Content-Type"] = "text/html; charset=utf-8"
    return response


def _without_slash() -> str | None:
    """The address of a page that was asked for with a slash behind it."""
    path = "/" + request.path.strip("/")
    adapter = current_app.create_url_adapter(request)
    if not request.path.endswith("/") or adapter is None or not adapter.test(path):
        return None
    query = request.query_string.decode("ascii", "replace")
    return quote(path) + (f"?{query}" if query else "")


def _foreign_host(error: SecurityError) -> Response:
    # No page can be made: without a trusted host there are no addresses.
    advice = gettext("This site does not answer under this host name. Its name is set by CATALOGUE_BASE_URL.")
    return Response(f"{advice}\n", status=400, mimetype="text/plain")


def _unready(error: EngineError) -> Response:
    # A build makes anew what it cannot open; it does not look for damage within, nor replace unasked what a
    # later version has made.
    is_opened = "generation" in g
    command = "catalogue index --full" if is_opened or isinstance(error, NewerIndex) else "catalogue index"
    reason = gettext(
        "There is no readable index. Whoever runs this site mends that with “%(command)s”.", command=command
    )
    response = _page(503, reason, gettext("The catalogue is being prepared"))
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def _page(code: int, reason: str, heading: str = "", *, is_broken: bool = False) -> Response:
    title = heading or _TITLES.get(code) or gettext("This did not work")
    advice = _ADVICE.get(code, "")
    # The words of an address that leads nowhere are the best guess at what was looked for.
    words = " ".join(re.findall(r"\w+", request.path.rstrip("/").rpartition("/")[2])[:_MOST_WORDS])
    page = render_template(
        "error.html",
        code=code,
        title=title,
        reason=reason,
        advice=advice,
        words=words,
        is_broken=is_broken,
    )
    return make_response(page, code)
