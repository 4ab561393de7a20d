"""Facets of a result: which there are, what of each a page shows, and how all of one are read.

A facet counts what it would find beside the other filters: its own is left out. Records that state no value
are counted under `MISSING`, which stands last.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from catalogue.documents import MISSING
from index import FacetCount, Filters, Query, Snapshot

FACETS = ("type", "year", "author", "venue", "keyword", "language", "project", "access", "has")
"""The facets that a search counts and filters by, in the order they are shown."""

WHOLE = frozenset({"year"})
"""Facets of which a page of results shows all values."""

FACET_VALUES = 10
"""Values of any other facet there, those it is filtered by and `MISSING` aside."""

COUNTED = FACET_VALUES + 2
"""Values that an engine is asked for: `MISSING` may be among them, and one more tells of others."""

_MOST_YEARS = 10_000
_FEW = 20  # keys of a filter that an engine is asked about unseen


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """Values of one facet, the most frequent first, with their counts, and whether there are others."""

    name: str
    values: tuple[FacetCount, ...]
    has_more: bool = False

    @classmethod
    def of(cls, name: str, counts: Iterable[FacetCount], selected: frozenset[str]) -> "FacetGroup":
        """What a page shows of the counts of a query that asks for `COUNTED` values.

        Nothing where there is nothing to choose: where no record of the result states a value.
        """
        counted = tuple(counts)
        missing = [each for each in counted if each.key == MISSING]
        stated = [each for each in counted if each.key != MISSING]
        if not stated and not selected:
            return cls(name, ())
        most = len(stated) if name in WHOLE else FACET_VALUES
        shown = [each for place, each in enumerate(stated) if place < most or each.key in selected]
        return cls(name, (*shown, *missing), has_more=len(shown) < len(stated))


def occurring(snapshot: Snapshot, filters: Filters) -> Filters:
    """The filters without years that no record has: a range stands for two thousand, each of which an engine
    looks for."""
    if all(facet != "year" or len(keys) <= _FEW for facet, keys in filters):
        return filters
    known = {value.key for value in snapshot.values("year", limit=_MOST_YEARS)}
    # An empty filter would be none; of keys that no record has, any finds nothing.
    return tuple(
        (facet, frozenset(keys & known) or frozenset([min(keys)]) if facet == "year" else keys)
        for facet, keys in filters
    )


def filters_of(facet: str, key: str) -> Filters:
    """The filters that leave the records with a value of a facet."""
    return ((facet, frozenset([key])),)


def years_of(snapshot: Snapshot, filters: Filters = ()) -> dict[int, int]:
    """How many of the records that `filters` leave each year has; years without any are left out."""
    values = snapshot.values("year", query=Query(filters=filters), limit=_MOST_YEARS)
    return {int(value.key): value.count for value in values if value.key != MISSING}


def of_facet(query: Query, facet: str) -> Query:
    """The query whose matches a facet counts: without the facet's own filter, and of no other facet."""
    return replace(
        query,
        filters=tuple((name, keys) for name, keys in query.filters if name != facet),
        facets=(facet,),
        whole=frozenset(),
        words=(),
        offset=0,
        limit=0,
    )
