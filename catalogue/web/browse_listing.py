"""The publications that have a value, newest first, a page at a time, however many there are.

A search lets nobody page deeper than `DEEPEST`, since its order is worked out anew for each question; the
order here is stored, so that a page deep down costs little more than the first.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from catalogue.asking import SORTS, SearchRequest
from catalogue.documents import MISSING
from catalogue.facets import filters_of
from catalogue.model import Record
from catalogue.model.codec import decode
from catalogue.web.generation import shelf
from catalogue.web.pager import pages_of
from catalogue.web.querystring import LONGEST_VALUE
from index import FacetCount, Query, Snapshot

ON_PAGE = 100
"""Publications on a page."""
MOST_RELATED = 50_000
"""Values beside another that are counted to find the most frequent; of more, none is named."""

_COUNTED = ("year", "type")


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the publications that have a value of a facet, and the years and types of all of them."""

    facet: str
    value: FacetCount
    records: tuple[Record, ...]
    page: int
    counted: Mapping[str, tuple[FacetCount, ...]]

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return pages_of(self.value.count, ON_PAGE)

    @property
    def first(self) -> int:
        """The number of the first publication on this page."""
        return (self.page - 1) * ON_PAGE + 1

    @property
    def request(self) -> SearchRequest | None:
        """The search that finds the same; None where the value is longer than an address of a search says."""
        if len(self.value.key) > LONGEST_VALUE:
            return None
        return SearchRequest(
            filters=filters_of(self.facet, self.value.key), sort="newest", size=shelf().settings.page_size
        )

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which something appeared, in order."""
        return tuple(sorted(int(each.key) for each in self.counted["year"] if each.key != MISSING))


def listed(snapshot: Snapshot, facet: str, value: FacetCount, page: int) -> Listed | None:
    """A page of the publications that have a value; None where there is no such page."""
    if page > pages_of(value.count, ON_PAGE):
        return None
    query = Query(
        filters=filters_of(facet, value.key),
        facets=_COUNTED,
        whole=frozenset(_COUNTED),
        sort=SORTS["newest"],
        offset=(page - 1) * ON_PAGE,
        limit=ON_PAGE,
    )
    found = snapshot.search(query)
    return Listed(facet, value, tuple(decode(hit.stored) for hit in found.hits), page, found.facets)


def related(snapshot: Snapshot, facet: str, key: str, limit: int) -> tuple[FacetCount, ...]:
    """The most frequent values beside a value of the same facet."""
    # A search counts a facet without the facet's own filter; this counts it with all of them.
    found = snapshot.values(facet, query=Query(filters=filters_of(facet, key)), limit=MOST_RELATED)
    if len(found) == MOST_RELATED:
        return ()
    beside = [each for each in found if each.key not in (key, MISSING)]
    return tuple(sorted(beside, key=lambda each: (-each.count, each.key))[:limit])
