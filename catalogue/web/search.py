"""The search page, and whole results as files."""

from flask import Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from catalogue.exports import by_suffix
from catalogue.search import find, matching
from catalogue.web.downloads import stream
from catalogue.web.filters import active_filters, years_of
from catalogue.web.generation import generation, shelf
from catalogue.web.languages import locales
from catalogue.web.pager import sizes, unfiltered
from catalogue.web.querystring import MOST_VALUES, is_cut
from catalogue.web.requested import requested
from catalogue.web.routing import LocalisedBlueprint
from catalogue.web.within import behind_place, result_url

search = LocalisedBlueprint("search", __name__)


@search.get("/search")
def results() -> str:
    """A page of results with its filters."""
    held = generation()
    asked = requested()
    page = find(held.snapshot, asked, locales(), held.site.concepts)
    return render_template(
        "search.html",
        page=page,
        asked=asked,
        active=active_filters(held.snapshot, page),
        years=years_of(page, request.args.get("from", ""), request.args.get("to", "")),
        most_values=MOST_VALUES if is_cut(request.args) else None,
        site=held.site,
        sizes=sizes(asked, shelf().settings.page_size),
        unfiltered=unfiltered(asked),
        behind_place=behind_place(asked),
        result_url=result_url,
    )


@search.get("/search.<suffix>")
def export(suffix: str) -> Response:
    """The whole result in a format, however long."""
    held = generation()
    chosen = by_suffix(f".{suffix}")
    if chosen is None:
        abort(404)
    return stream(chosen, matching(held.snapshot, requested(), held.site.concepts), "search")


@search.get("/publications")
def everything() -> AnyResponse:
    """What a reader who shortens an address of a publication may mean."""
    return redirect(url_for("search.results"), 301)
