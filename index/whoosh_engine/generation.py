"""A generation as one array of documents: the segments of a table of contents, laid end to end.

Document numbers are those of Whoosh over all segments. What depends on which documents live is worked out
when it is first asked for, and kept; what does not is kept by the segments and passes to the next generation.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from heapq import merge
from itertools import islice
from threading import Lock
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.whoosh_engine.directory import Payload
from index.whoosh_engine.facets import FacetTable
from index.whoosh_engine.schema import PLACE_BITS
from index.whoosh_engine.segment import Floats, Ints, SegmentView

T = TypeVar("T")
Mask = NDArray[np.bool_]
NO_VALUE = -1
"""The rank of documents without a sort value."""


class Generation:
    """One commit of an index, unchanging. Safe to share between threads."""

    def __init__(
        self,
        number: int,
        segments: Sequence[tuple[str, SegmentView]],
        deleted: Iterator[int],
        payload: Payload,
    ) -> None:
        self.number = number
        self.payload = payload
        self.views = dict(segments)
        self._segments = [view for _, view in segments]
        self._offsets = [0]
        for view in self._segments:
            self._offsets.append(self._offsets[-1] + view.size)
        self.size = self._offsets[-1]
        self.live: Mask = np.ones(self.size, np.bool_)
        self.live[np.fromiter(deleted, np.int64)] = False
        self.count = int(self.live.sum())
        self._tables: dict[str, FacetTable] = {}
        self._ranks: dict[str, Ints] = {}
        self._computing = Lock()

    def words(self, term: str) -> tuple[Ints, Floats]:
        """Living documents that hold a term, ascending, and its weighted frequency in each."""
        lists = [view.words(term) for view in self._segments]
        documents = self._joined([found for found, _ in lists])
        weights = np.concatenate([np.empty(0), *(weights for _, weights in lists)])
        living = self.live[documents]
        return documents[living], weights[living]

    def places(self, term: str) -> Ints:
        """Where a term stands in living documents, ascending: `document << PLACE_BITS | place`."""
        lists = [view.places(term) for view in self._segments]
        places = self._joined(lists, PLACE_BITS)
        living: Ints = places[self.live[places >> PLACE_BITS]]
        return living

    def keyword(self, term: str) -> Ints:
        """Living documents that hold a keyword term."""
        documents = self._joined([view.keyword(term) for view in self._segments])
        living: Ints = documents[self.live[documents]]
        return living

    def numbers(self, field: str) -> tuple[Ints, Ints]:
        """Documents, living or not, and the values of a NUMBER field."""
        lists = [view.numbers(field) for view in self._segments]
        empty = np.empty(0, np.int64)
        return self._joined([found for found, _ in lists]), np.concatenate([empty, *(v for _, v in lists)])

    def expand(self, field: str, prefix: str, limit: int) -> list[str]:
        """The first different terms of WORDS or KEYWORDS that begin so, in order, in all segments."""
        terms = merge(*(view.expand(field, prefix, limit) for view in self._segments))
        return list(islice(dict.fromkeys(terms), limit))

    def _joined(self, lists: list[Ints], shift: int = 0) -> Ints:
        moved = [found + (offset << shift) for found, offset in zip(lists, self._offsets, strict=False)]
        return np.concatenate([np.empty(0, np.int64), *moved])

    @cached_property
    def lengths(self) -> Floats:
        """The combined length of every document."""
        return np.concatenate([np.empty(0), *(view.lengths() for view in self._segments)])

    @cached_property
    def mean_length(self) -> float:
        """The mean combined length of living documents."""
        return float(self.lengths[self.live].sum()) / max(1, self.count)

    @cached_property
    def id_rank(self) -> Ints:
        """The place of every document in the order of ids."""
        return _ranks(self.ids)

    @cached_property
    def ids(self) -> list[str]:
        """The id of every document."""
        return [id for view in self._segments for id in view.ids()]

    def fingerprints(self) -> list[str]:
        """The fingerprint of every document."""
        return [fingerprint for view in self._segments for fingerprint in view.fingerprints()]

    def facets(self, field: str) -> FacetTable:
        """The values of a facet in living documents."""

        def make() -> FacetTable:
            held = [view.facets(field) for view in self._segments]
            return FacetTable(held, self._joined([facet.documents for facet in held]), self.live)

        return _once(self._tables, field, make, self._computing)

    def sort_ranks(self, field: str) -> Ints:
        """The place of every document in ascending order of a sort, equal for equals; NO_VALUE for none."""

        def make() -> Ints:
            return _ranks([value for view in self._segments for value in view.sorts(field)])

        return _once(self._ranks, field, make, self._computing)

    def find(self, id: str) -> int | None:
        """The living document with this id."""
        for view, offset in zip(self._segments, self._offsets, strict=False):
            found = view.find(id)
            if found is not None and self.live[offset + found]:
                return offset + found
        return None

    def stored(self, document: int) -> str:
        """What was stored with a document."""
        segment = bisect_right(self._offsets, document) - 1
        return self._segments[segment].stored(document - self._offsets[segment])


def _once(kept: dict[str, T], name: str, make: Callable[[], T], lock: Lock) -> T:
    with lock:
        if name not in kept:
            kept[name] = make()
        return kept[name]


def _ranks(values: list[str] | list[bytes]) -> Ints:
    """The place of each value among the different ones; NO_VALUE for empty ones."""
    rank = {value: place for place, value in enumerate(sorted({value for value in values if value}))}
    return np.fromiter((rank.get(value, NO_VALUE) for value in values), np.int64, len(values))
