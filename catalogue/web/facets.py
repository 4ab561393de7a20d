"""All values of a facet of a search, to choose among: the most frequent, those that begin so, or in order."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from flask import abort, render_template, request

from catalogue.documents import FIELDS, MISSING
from catalogue.facets import FACETS, occurring
from catalogue.search import facet_query
from catalogue.web.browse_index import MOST_READ, in_order
from catalogue.web.filters import value_of
from catalogue.web.generation import generation
from catalogue.web.languages import reader_language
from catalogue.web.querystring import MOST_VALUES
from catalogue.web.requested import requested
from catalogue.web.routing import LocalisedBlueprint
from catalogue.web.texts import facet_label
from index import FacetCount, Query, Snapshot
from index.suggestions import beginnings, fit

facets = LocalisedBlueprint("facets", __name__)

_MOST = MOST_VALUES
"""Values on a page, beside those that are chosen."""
_LONGEST_TEXT = 100
_NAMED_BY_PAGES = frozenset(field.name for field in FIELDS if field.facet and not field.suggest)
"""Facets of few values, whose names the index does not know."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Values of a facet, and the key that the next page goes on behind (None: there is none)."""

    values: tuple[FacetCount, ...]
    after: str | None = None


@facets.get("/search/facets/<facet>")
def values(facet: str) -> str:
    """A form of the values of a facet, which leads back to the search.

    `within` are the beginnings of words that a value has; `by=name` puts values in alphabetical order, from
    behind the one with the key `after`.
    """
    if facet not in FACETS:
        abort(404)
    held, asked = generation(), requested()
    within = " ".join(request.args.get("within", "")[:_LONGEST_TEXT].split())
    after = request.args.get("after")
    by_name = not within and (after is not None or request.args.get("by") == "name")
    query = facet_query(held.snapshot, asked, facet, held.site.concepts)
    if within:
        listing = _beginning(held.snapshot, query, facet, within)
    elif by_name:
        listing = _in_order(held.snapshot, query, facet, after)
    else:
        listing = _most_frequent(held.snapshot, query, facet)
    filtered = dict(occurring(held.snapshot, asked.filters)).get(facet, frozenset())
    chosen = [value_of(held.snapshot, facet, key, query) for key in sorted(filtered)]
    return render_template(
        "facet.html",
        facet=facet,
        asked=replace(asked, page=1),
        rest=replace(asked, page=1, filters=query.filters),
        within=within,
        by_name=by_name,
        chosen=chosen,
        shown=_last_missing(each for each in listing.values if each.key not in asked.selected(facet)),
        after=listing.after,
    )


def _most_frequent(snapshot: Snapshot, query: Query, facet: str) -> Listing:
    """The most frequent values, and how many records state none."""
    return Listing(snapshot.search(replace(query, facet_limit=_MOST)).facets[facet])


def _in_order(snapshot: Snapshot, query: Query, facet: str, after: str | None) -> Listing:
    """Values in the order of what the page calls them; of very many, in that of their keys."""
    found = snapshot.values(facet, query=query, limit=MOST_READ + 1)
    if len(found) > MOST_READ:
        found = snapshot.values(facet, query=query, after=after, limit=_MOST + 1)
    else:
        ordered = in_order(found, reader_language(), partial(facet_label, facet))
        begin = next((at + 1 for at, each in enumerate(ordered) if each.key == after), 0)
        found = tuple(ordered[begin : begin + _MOST + 1])
    return Listing(found[:_MOST], found[_MOST - 1].key if len(found) > _MOST else None)


def _beginning(snapshot: Snapshot, query: Query, facet: str, within: str) -> Listing:
    if facet not in _NAMED_BY_PAGES:
        return Listing(snapshot.suggest(facet, within, query=query, limit=_MOST))
    wanted = beginnings(within)
    known = snapshot.values(facet, query=query, limit=MOST_READ)
    fits = {each: fit(facet_label(facet, each), wanted) if wanted else 0 for each in known}
    found = sorted(filter(fits.get, known), key=lambda each: (-fits[each], -each.count, each.key))
    return Listing(tuple(found[:_MOST]))


def _last_missing(values: Iterable[FacetCount]) -> list[FacetCount]:
    return sorted(values, key=lambda each: each.key == MISSING)
