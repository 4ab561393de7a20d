"""The state of a search is all in its address: from the arguments of a URL to a request, and back.

What an address says beyond the bounds is cut to them, and what cannot be read is left out, because an
address that was shared should answer something.
"""

from collections.abc import Iterator
from dataclasses import replace

from werkzeug.datastructures import MultiDict

from catalogue.asking import DEEPEST, FACETS, SORTS, SearchRequest
from catalogue.settings import MOST_RESULTS

Arguments = dict[str, str | int | list[str]]

LONGEST_TEXT = 2000
MOST_VALUES = 20
"""Values that one facet can be filtered by."""
LONGEST_VALUE = 300


def parse(arguments: MultiDict[str, str], page_size: int) -> SearchRequest:
    """The request that an address states; `page_size` holds where it says nothing."""
    size = _number(arguments.get("size", ""), page_size, MOST_RESULTS)
    sort = arguments.get("sort", "")
    return SearchRequest(
        text=" ".join(arguments.get("q", "")[:LONGEST_TEXT].split()),
        filters=tuple(_filters(arguments)),
        sort=sort if sort in SORTS else "",
        page=_number(arguments.get("page", ""), 1, DEEPEST // size),
        size=size,
    )


def arguments_of(request: SearchRequest, page_size: int) -> Arguments:
    """The arguments of the address of a request, those that say nothing left out, in one order."""
    stated: Arguments = {"q": request.text}
    stated |= {facet: sorted(keys) for facet, keys in request.filters}
    stated["sort"] = request.sort
    stated["page"] = request.page if request.page > 1 else ""
    stated["size"] = request.size if request.size != page_size else ""
    return {name: value for name, value in stated.items() if value}


def without(request: SearchRequest, facet: str, key: str) -> SearchRequest:
    """The request with one filter value taken out, at its first page."""
    left = ((name, keys - {key} if name == facet else keys) for name, keys in request.filters)
    return replace(request, filters=tuple((name, keys) for name, keys in left if keys), page=1)


def _filters(arguments: MultiDict[str, str]) -> Iterator[tuple[str, frozenset[str]]]:
    for facet in FACETS:
        values = (value.strip() for value in arguments.getlist(facet))
        keys = frozenset([value for value in values if 0 < len(value) <= LONGEST_VALUE][:MOST_VALUES])
        if keys:
            yield facet, keys


def _number(source: str, default: int, most: int) -> int:
    """A number from 1 to `most`; the default for what is none, or has more digits than anyone means."""
    if not source.isdecimal() or len(source) > 9:
        return default
    return min(int(source), most) or default
