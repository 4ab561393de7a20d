"""Pages to browse by: people and names, venues, keywords, years, types and languages."""

from flask import abort, render_template
from werkzeug.wrappers import Response

from catalogue.documents import MISSING
from catalogue.web.browse_addresses import FROM_FILE, KINDS, UNSTATED, is_orcid
from catalogue.web.browse_listing import listed
from catalogue.web.generation import generation
from catalogue.web.routing import LocalisedBlueprint

browse = LocalisedBlueprint("browse", __name__)

_KIND = f"<any({', '.join(KINDS)}):kind>"


@browse.get("/people")
def people() -> str:
    """The index of people, by the letters that their names begin with."""
    values = generation().snapshot.values("author", limit=5000)
    return render_template("browse/values.html", facet="author", values=values)


@browse.get("/people/<key:id>")
def person(id: str) -> str | Response:
    """Somebody who is known by a file or an ORCID iD, and what they published."""
    return _page("author", id if is_orcid(id) else FROM_FILE + id)


@browse.get("/names/<key:name>")
def name(name: str) -> str | Response:
    """Publications under a name, which may be that of several people."""
    return _page("author", name)


@browse.get(f"/{_KIND}")
def values(kind: str) -> str:
    """The index of a kind."""
    facet = KINDS[kind]
    return render_template(
        "browse/values.html", facet=facet, values=generation().snapshot.values(facet, limit=5000)
    )


@browse.get(f"/{_KIND}/<key:key>")
def value(kind: str, key: str) -> str | Response:
    """One value of a kind, and the publications that have it."""
    return _page(KINDS[kind], MISSING if key == UNSTATED else key)


def _page(facet: str, key: str) -> str:
    found = listed(generation().snapshot, facet, key, 1)
    if found is None:
        abort(404)
    return render_template("browse/value.html", facet=facet, found=found)
