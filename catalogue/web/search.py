"""The search page, and whole results as files."""

from dataclasses import dataclass

from flask import Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from catalogue.asking import SearchRequest
from catalogue.exports import by_suffix
from catalogue.search import SearchPage, find, matching
from catalogue.web.downloads import stream
from catalogue.web.generation import generation, shelf
from catalogue.web.languages import locales
from catalogue.web.querystring import parse, without
from catalogue.web.routing import LocalisedBlueprint
from index import FacetCount, Snapshot

search = LocalisedBlueprint("search", __name__)


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A filter of a request, the request without it, and whether the result still counts it."""

    facet: str
    value: FacetCount
    rest: SearchRequest
    counted: bool


@search.get("/search")
def results() -> str:
    """A page of results with its filters."""
    held = generation()
    asked = _request()
    page = find(held.snapshot, asked, locales())
    return render_template("search.html", page=page, asked=asked, active=_active(held.snapshot, page))


@search.get("/search.<suffix>")
def export(suffix: str) -> Response:
    """The whole result in a format, however long."""
    held = generation()
    chosen = by_suffix(f".{suffix}")
    if chosen is None:
        abort(404)
    return stream(chosen, matching(held.snapshot, _request()), "search")


@search.get("/publications")
def everything() -> AnyResponse:
    """What a reader who shortens an address of a publication may mean."""
    return redirect(url_for("search.results"), 301)


def _request() -> SearchRequest:
    return parse(request.args, shelf().settings.page_size)


def _active(snapshot: Snapshot, page: SearchPage) -> list[ActiveFilter]:
    """Each filter of the request, with the request that takes it away.

    The counts of a result are no source for them: an empty result has none.
    """
    counted = {(group.name, value.key) for group in page.facets for value in group.values}
    active = []
    for facet, keys in page.request.filters:
        for key in sorted(keys):
            known = snapshot.values(facet, prefix=key, limit=1)
            value = known[0] if known and known[0].key == key else FacetCount(key, key, 0)
            rest = without(page.request, facet, key)
            active.append(ActiveFilter(facet, value, rest, (facet, key) in counted))
    return active
