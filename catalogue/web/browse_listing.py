"""The publications that have a value, newest first, a page at a time, however many there are."""

from dataclasses import dataclass

from catalogue.model import Record
from catalogue.model.codec import decode
from index import FacetCount, Query, Snapshot, Sort

ON_PAGE = 100
"""Publications on a page."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the publications that have a value; `page` and `pages` count from 1."""

    value: FacetCount
    records: tuple[Record, ...]
    page: int
    pages: int


def listed(snapshot: Snapshot, facet: str, key: str, page: int) -> Listed | None:
    """A page of the publications that have a value; None where there is no such page."""
    (value,) = snapshot.values(facet, prefix=key, limit=1) or (None,)
    if value is None or value.key != key:
        return None
    pages = -(-value.count // ON_PAGE)
    if page > pages:
        return None
    query = Query(
        filters=((facet, frozenset([key])),),
        sort=Sort("issued", descending=True),
        offset=(page - 1) * ON_PAGE,
        limit=ON_PAGE,
    )
    records = tuple(decode(hit.stored) for hit in snapshot.search(query).hits)
    return Listed(value, records, page, pages)
