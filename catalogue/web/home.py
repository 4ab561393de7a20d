"""The first page: a search box, the ways into what the catalogue holds, and what is new."""

from flask import render_template

from catalogue.asking import SearchRequest
from catalogue.documents import MISSING
from catalogue.search import SearchPage, find
from catalogue.web.generation import generation
from catalogue.web.languages import locales
from catalogue.web.routing import LocalisedBlueprint
from index import FacetCount

home = LocalisedBlueprint("home", __name__)

NEWEST = 5
_BEGUN = ("keyword", "author", "year")
"""Facets to browse by of which the first values are shown."""
_SHOWN = 10


@home.get("/")
def index() -> str:
    """Search box, counts, ways to browse, the records added last, projects and news."""
    held = generation()
    newest = find(held.snapshot, SearchRequest(sort="added", size=NEWEST), locales())
    ways = _ways(newest)
    return render_template(
        "home.html",
        site=held.site,
        newest=newest,
        begun=[(facet, ways[facet][:_SHOWN]) for facet in _BEGUN if facet in ways],
        others=[facet for facet in ("venue", "type", "language") if facet in ways],
    )


def _ways(whole: SearchPage) -> dict[str, list[FacetCount]]:
    """The values of each facet of which there are several to choose among, the most frequent first, and of
    years the last."""
    counted = {group.name: [each for each in group.values if each.key != MISSING] for group in whole.facets}
    counted["year"].sort(key=lambda each: -int(each.key))
    return {facet: values for facet, values in counted.items() if len(values) > 1}
