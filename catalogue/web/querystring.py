"""The state of a search is all in its address: from the arguments of a URL to a request, and back.

What an address says beyond the bounds is cut to them, and what cannot be read is left out, because an
address that was shared should answer something.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from werkzeug.datastructures import MultiDict

from catalogue.asking import DEEPEST, MATCHES, SORTS, SearchRequest
from catalogue.facets import FACETS
from catalogue.settings import MOST_RESULTS
from catalogue.web import years
from index.syntax import MAX_LENGTH

Arguments = dict[str, str | int | list[str]]

LONGEST_TEXT = MAX_LENGTH + 1
"""One letter more than is searched, so that whoever types more is told."""
MOST_VALUES = 60
"""Values that a search can be filtered by, in all facets together: each link of a page repeats all others."""
LONGEST_VALUE = 300
_REVISION = re.compile(r"[0-9a-f]{7,40}")


def parse(arguments: MultiDict[str, str], page_size: int) -> SearchRequest:
    """The request that an address states; `page_size` holds where it says nothing."""
    size = _number(arguments.get("size", ""), page_size, MOST_RESULTS)
    sort, match, revision = (arguments.get(name, "") for name in ("sort", "match", "revision"))
    return SearchRequest(
        text=" ".join(arguments.get("q", "").split())[:LONGEST_TEXT],
        filters=tuple(_filters(arguments)),
        sort=sort if sort in SORTS else "",
        page=_number(arguments.get("page", ""), 1, DEEPEST // size),
        size=size,
        match=match if match in MATCHES else "",
        narrow=frozenset(_keys(arguments, "narrow")),
        revision=revision if _REVISION.fullmatch(revision) else "",
    )


def arguments_of(request: SearchRequest, page_size: int) -> Arguments:
    """The arguments of the address of a request, those that say nothing left out, in one order."""
    stated: Arguments = {"q": request.text}
    stated |= {facet: stated_filter(facet, keys) for facet, keys in request.filters}
    stated["sort"] = request.sort
    stated["match"] = request.match
    stated["narrow"] = sorted(request.narrow)
    stated["revision"] = request.revision
    stated["page"] = request.page if request.page > 1 else ""
    stated["size"] = request.size if request.size != page_size else ""
    return {name: value for name, value in stated.items() if value}


def stated_filter(facet: str, keys: frozenset[str]) -> list[str]:
    """The values that an address filters a facet by: its keys, or for years their ranges."""
    return list(years.stated_by(keys)) if facet == "year" else sorted(keys)


def is_cut(arguments: MultiDict[str, str]) -> bool:
    """Whether an address names more values to filter by than count."""
    return sum(len(set(arguments.getlist(facet))) for facet in FACETS) > MOST_VALUES


def in_years(request: SearchRequest, stated: str) -> SearchRequest:
    """The request filtered by these years and no others, at its first page."""
    rest = tuple((facet, keys) for facet, keys in request.filters if facet != "year")
    filters = sorted((*rest, ("year", years.keys_of([stated]))), key=lambda own: FACETS.index(own[0]))
    return replace(request, filters=tuple(filters), page=1)


def without(request: SearchRequest, facet: str, stated: str) -> SearchRequest:
    """The request without one of its filters, as an address states it, at its first page."""
    gone = years.keys_of([stated]) if facet == "year" else {stated}
    left = ((name, keys - gone if name == facet else keys) for name, keys in request.filters)
    return replace(request, filters=tuple((name, keys) for name, keys in left if keys), page=1)


def _filters(arguments: MultiDict[str, str]) -> Iterator[tuple[str, frozenset[str]]]:
    left = MOST_VALUES
    for facet in FACETS:
        stated = _keys(arguments, facet, left)
        left -= len(stated)
        keys = _years(stated, arguments) if facet == "year" else frozenset(stated)
        if keys:
            yield facet, keys


def _keys(arguments: MultiDict[str, str], name: str, most: int = MOST_VALUES) -> list[str]:
    values = dict.fromkeys(value.strip() for value in arguments.getlist(name))
    return [value for value in values if 0 < len(value) <= LONGEST_VALUE][:most]


def _years(stated: list[str], arguments: MultiDict[str, str]) -> frozenset[str]:
    return years.keys_of(years.chosen(stated, arguments.get("from", ""), arguments.get("to", "")))


def _number(source: str, default: int, most: int) -> int:
    """A number from 1 to `most`; the default for what is none, or has more digits than anyone means."""
    if not source.isdecimal() or len(source) > 9:
        return default
    return min(int(source), most) or default
