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
_WAYS = ("keyword", "author", "year")
_SHOWN = 10


@home.get("/")
def index() -> str:
    """Search box, counts, ways to browse, the records added last, projects and news."""
    held = generation()
    newest = find(held.snapshot, SearchRequest(sort="added", size=NEWEST), locales())
    return render_template("home.html", site=held.site, newest=newest, ways=_ways(newest))


def _ways(whole: SearchPage) -> list[tuple[str, tuple[FacetCount, ...]]]:
    """Facets to browse by, each with values to begin with: the most frequent, and of years the last."""
    counted = {group.name: [each for each in group.values if each.key != MISSING] for group in whole.facets}
    counted["year"].sort(key=lambda each: -int(each.key))
    return [(facet, tuple(counted[facet][:_SHOWN])) for facet in _WAYS if counted[facet]]
