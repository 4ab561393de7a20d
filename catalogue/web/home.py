"""The first page: a search box, what the catalogue holds, what is new."""

from flask import render_template

from catalogue.asking import SearchRequest
from catalogue.search import find
from catalogue.web.generation import generation
from catalogue.web.languages import locales
from catalogue.web.routing import LocalisedBlueprint

home = LocalisedBlueprint("home", __name__)

NEWEST = 5


@home.get("/")
def index() -> str:
    """Search box, counts, the records added last, projects and news."""
    held = generation()
    newest = find(held.snapshot, SearchRequest(sort="added", size=NEWEST), locales())
    return render_template("home.html", site=held.site, newest=newest)
