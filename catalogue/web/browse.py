"""Pages to browse by: people and names, venues, keywords, years, types and languages."""

from flask import abort, redirect, render_template, request
from werkzeug.wrappers import Response

from catalogue.documents import MISSING
from catalogue.folding import folded
from catalogue.registers import FROM_FILE, Registered, joined
from catalogue.site import Site
from catalogue.web.browse_about import about
from catalogue.web.browse_addresses import KINDS, MAYBE_UNSTATED, UNSTATED, is_orcid, is_person, value_url
from catalogue.web.browse_index import index_of
from catalogue.web.browse_listing import listed
from catalogue.web.filters import value_of
from catalogue.web.generation import generation
from catalogue.web.languages import reader_language
from catalogue.web.pager import page_number
from catalogue.web.pictures import of_index, of_value
from catalogue.web.requested import current_keyword
from catalogue.web.routing import LocalisedBlueprint
from index import FacetCount, Snapshot

browse = LocalisedBlueprint("browse", __name__)

_KIND = f"<any({', '.join(KINDS)}):kind>"
_WRITTEN = frozenset({"author", "venue", "keyword"})
"""Facets whose keys are folded texts where no file or number gives them an identity."""


@browse.get("/people")
def people() -> str:
    """The index of people, by the letters that the forms of their names begin with."""
    return _index("author")


@browse.get("/people/<key:id>")
def person(id: str) -> str | Response:
    """Somebody whom a file describes or an ORCID iD names, and what they published."""
    key = id if is_orcid(id) else FROM_FILE + id
    current = generation().site.people.current_key(key)
    return _page("author", key) if current == key else redirect(value_url("author", current), 301)


@browse.get("/names/<key:name>")
def name(name: str) -> str | Response:
    """Publications under a name, which may be that of several people. Who claims the name may change, so that
    the way to them is none for ever."""
    if name == MISSING:
        abort(404)
    current = generation().site.people.current_key(name)
    if is_person(current):
        return redirect(value_url("author", current), 302)
    return _page("author", name)


@browse.get(f"/{_KIND}")
def values(kind: str) -> str:
    """The index of a kind."""
    return _index(KINDS[kind])


@browse.get(f"/{_KIND}/<key:key>")
def value(kind: str, key: str) -> str | Response:
    """One value of a kind, and the publications that have it."""
    facet = KINDS[kind]
    if key == MISSING:
        abort(404)
    current = _current(generation().site, facet, key)
    address = value_url(facet, current)
    return _page(facet, current) if address == value_url(facet, key) else redirect(address, 301)


def _current(site: Site, facet: str, key: str) -> str:
    """The facet key of today for what an address names."""
    if key == UNSTATED and facet in MAYBE_UNSTATED:
        return MISSING
    if facet == "venue":
        of_file = FROM_FILE + key
        entry = site.venues.of_key(of_file) or site.venues.of_key(key)
        return site.venues.facet_key(entry) if entry else key
    return current_keyword(key, site.concepts) if facet == "keyword" else key


def _index(facet: str) -> str:
    found = index_of(
        generation().snapshot,
        facet,
        reader_language(),
        letter=request.args.get("letter", ""),
        page=page_number(),
        by_count=request.args.get("by") == "count",
    )
    if found is None:
        abort(404)
    pictures = of_index(generation().snapshot, facet)
    return render_template("browse/values.html", facet=facet, found=found, pictures=pictures)


def _page(facet: str, key: str) -> str | Response:
    held = generation()
    counted = _value(held.snapshot, held.site, facet, key)
    if counted is None:
        written = folded(key) if facet in _WRITTEN else key
        if written != key and value_of(held.snapshot, facet, written).count:
            return redirect(value_url(facet, written), 301)
        abort(404)
    found = listed(held.snapshot, facet, counted, page_number())
    if found is None:
        abort(404)
    return render_template(
        "browse/value.html",
        facet=facet,
        found=found,
        about=about(held.snapshot, held.site, found),
        # They are of all pages, and stand on the first.
        pictures=of_value(held.snapshot, facet, counted.key) if found.page == 1 else None,
    )


def _value(snapshot: Snapshot, site: Site, facet: str, key: str) -> FacetCount | None:
    """A value that publications have, or of which there is a file; None where nobody knows of it."""
    found = value_of(snapshot, facet, key)
    if found.count:
        return found
    if facet == "keyword":
        concept = site.concepts.get(key)
        return FacetCount(key, concept.names, 0) if concept else None
    entry = _entry(site, facet, key)
    return FacetCount(key, joined(entry.forms), 0) if entry else None


def _entry(site: Site, facet: str, key: str) -> Registered | None:
    """The person or venue that a key means and a file describes."""
    if facet == "author":
        return site.people.of_key(key)
    return site.venues.of_key(key) if facet == "venue" else None
