"""A generation as one row of documents: the segments of a table of contents, laid end to end.

Document numbers are those of Whoosh over all segments; lists are ascending and hold no deleted document.
While there is one segment and nothing is deleted, every list is a part of the mapped file. What depends on
which documents live is worked out when it is first asked for, and kept.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from threading import Lock
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from index.query import Filters
from index.scoring import K1, B
from index.whoosh_engine.answer import Answer, Asked, Ranked
from index.whoosh_engine.directory import Payload
from index.whoosh_engine.facets import FacetTable
from index.whoosh_engine.lists import NO_DOCUMENTS, Documents, Floats, lengths_within, living
from index.whoosh_engine.ordering import Ordering
from index.whoosh_engine.ragged import runs, starts_of
from index.whoosh_engine.recent import Recent
from index.whoosh_engine.view import Offsets, SegmentView

T = TypeVar("T")

NO_VALUE = -1
"""The rank of documents without a sort value."""

_ANSWERS_BYTES = 8_000_000  # kept for further pages
_REFINED_BYTES = 2_000_000


class Part(NamedTuple):
    """A segment in a generation: the number of its first document, and those of its own that are deleted."""

    view: SegmentView
    first: int
    deleted: Documents


class Listing(NamedTuple):
    """Documents and the weighted frequency of something in each."""

    documents: Documents
    frequencies: NDArray[np.floating[Any]]


class Terms(NamedTuple):
    """The telling terms of some documents (see `index.whoosh_engine.view.Forward`): those of the n-th are
    `numbers[starts[n]:starts[n + 1]]`, in order of the terms, with the weighted `frequencies` beside them.
    """

    starts: Offsets
    numbers: NDArray[np.integer]
    frequencies: NDArray[np.float32]


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
        sizes = [view.size for _, view in segments]
        self._firsts = [sum(sizes[:n]) for n in range(len(sizes))]
        self.size = sum(sizes)
        self.deleted: Documents = np.sort(np.fromiter(deleted, np.int32))
        self.count = self.size - len(self.deleted)
        self.parts = tuple(
            Part(view, first, _between(self.deleted, first, first + view.size))
            for (_, view), first in zip(segments, self._firsts, strict=True)
        )
        self._untouched = len(self.parts) == 1 and not len(self.deleted)
        self.answers: Recent[Asked, Answer] = Recent(_ANSWERS_BYTES)
        """Those to what was asked lately, for other pages and filters."""
        self.refined: Recent[tuple[Asked, Filters], Ranked] = Recent(_REFINED_BYTES)
        """The best of what was asked lately, for other pages."""
        self._facets: dict[str, FacetTable] = {}
        self._sorts: dict[str, NDArray[np.int32]] = {}
        self._computing = Lock()

    @cached_property
    def everything(self) -> Documents:
        """All documents."""
        documents = np.arange(self.size, dtype=np.int32)
        left = living(documents, self.deleted, self.size)
        return documents if left is None else documents[left]

    def joined(self, lists: Iterable[Listing]) -> Listing:
        """What was found in each part, by its own numbers, as one."""
        if self._untouched:
            return next(iter(lists))
        found = []
        for part, (documents, frequencies) in zip(self.parts, lists, strict=True):
            left = living(documents, part.deleted, part.view.size)
            if left is not None:
                documents, frequencies = documents[left], frequencies[left]
            if len(documents):
                found.append(
                    Listing(documents + np.int32(part.first) if part.first else documents, frequencies)
                )
        if len(found) == 1:
            return found[0]
        return Listing(
            np.concatenate([NO_DOCUMENTS, *(documents for documents, _ in found)]),
            np.concatenate([np.zeros(0, np.float32), *(frequencies for _, frequencies in found)]),
        )

    def parted(self, documents: Documents) -> list[Documents]:
        """Documents by part, in the numbers of each."""
        return [_between(documents, part.first, part.first + part.view.size) for part in self.parts]

    @cached_property
    def norms(self) -> Floats:
        """The constant of `index.scoring.norm` for every document."""
        norms: Floats = np.concatenate([np.zeros(0), *(part.view.lengths for part in self.parts)])
        mean = float(norms.sum() - norms[self.deleted].sum()) / max(1, self.count)
        if mean:
            norms /= mean
        else:
            norms.fill(1.0)
        norms *= B  # in place, each: at 100,000 documents what a first query costs is new memory
        norms += 1.0 - B
        norms *= K1
        return norms

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages of all stems, of deleted documents, too."""
        return frozenset(language for part in self.parts for language in part.view.languages)

    @cached_property
    def words(self) -> Ordering:
        """The terms of texts, of deleted documents, too, under one numbering."""
        return Ordering([part.view.words.terms for part in self.parts])

    @cached_property
    def holding(self) -> NDArray[np.int64]:
        """How many documents have each of the telling terms, by its number in `words`."""
        holding = np.zeros(len(self.words), np.int64)
        for place, part in enumerate(self.parts):
            held = part.view.forward.holding
            holding[self.words.translate(place, np.arange(len(held), dtype=np.int32))] += held
        np.subtract.at(holding, self.terms_of(self.deleted).numbers, 1)
        return holding

    def terms_of(self, documents: Documents) -> Terms:
        """The telling terms of some documents, by their numbers in `words`."""
        lengths = np.zeros(len(documents), np.int64)
        found = []
        for place, (view, first, _) in enumerate(self.parts):
            at = ((documents >= first) & (documents < first + view.size)).nonzero()[0]
            if len(at):
                forward, own = view.forward, documents[at] - first
                begins = forward.starts.take(own)
                lengths[at] = lengths_within(begins, forward.starts.take(own + 1), len(forward.terms))
                rows = runs(begins, lengths[at])
                numbers = self.words.translate(place, forward.terms.take(rows))
                found.append((at, numbers, forward.frequencies.take(rows)))
        starts = starts_of(lengths)
        terms = Terms(starts, np.empty(starts[-1], np.int32), np.empty(starts[-1], np.float32))
        for at, numbers, frequencies in found:
            rows = runs(starts[at], lengths[at])
            terms.numbers[rows], terms.frequencies[rows] = numbers, frequencies
        return terms

    @cached_property
    def id_ranks(self) -> NDArray[np.int32]:
        """The place of every document in the order of ids."""
        ordering = Ordering([part.view.ids for part in self.parts])
        return self._ranked(ordering, [part.view.id_ranks for part in self.parts])

    def sort_ranks(self, field: str) -> NDArray[np.int32]:
        """The place of every document in ascending order of a sort, equal for equals; NO_VALUE for none."""

        def make() -> NDArray[np.int32]:
            columns = [part.view.sort(field) for part in self.parts]
            ordering = Ordering([column.values for column in columns])
            return self._ranked(ordering, [column.ranks for column in columns])

        return _once(self._sorts, field, make, self._computing)

    def _ranked(self, ordering: Ordering, columns: list[NDArray[np.int32]]) -> NDArray[np.int32]:
        """The ranks in an ordering of values, of which the columns have numbers in each part's own table."""
        if len(columns) == 1:
            return columns[0]
        ranked = [np.zeros(0, np.int32)]
        for part, column in enumerate(columns):
            ranks = np.full(len(column), NO_VALUE, np.int32)
            valued = column != NO_VALUE
            numbers = ordering.translate(part, column[valued])
            ranks[valued] = numbers if ordering.ranks is None else ordering.ranks[numbers]
            ranked.append(ranks)
        return np.concatenate(ranked)

    def facets(self, field: str) -> FacetTable:
        """The values of a facet."""

        def make() -> FacetTable:
            facets = [part.view.facet(field) for part in self.parts]
            return FacetTable(facets, [part.deleted for part in self.parts])

        return _once(self._facets, field, make, self._computing)

    def find(self, id: str) -> int | None:
        """The document with this id."""
        for part in self.parts:
            found = part.view.find(id.encode(errors="replace"))
            if found >= 0 and not len(_between(part.deleted, found, found + 1)):
                return part.first + found
        return None

    def shown(self, document: int) -> tuple[str, str]:
        """The id of a document, and what was stored with it."""
        part = self.parts[bisect_right(self._firsts, document) - 1]
        own = document - part.first
        return part.view.ids.text(int(part.view.id_ranks[own])), part.view.stored(own)

    def fingerprints(self) -> dict[str, str]:
        """The fingerprint of every document by id; not kept."""
        found: dict[str, str] = {}
        for view, _, deleted in self.parts:
            dead = set(deleted.tolist())
            ids = view.ids[:]
            pairs = zip(view.id_ranks.tolist(), view.fingerprints(), strict=True)
            found.update(
                (ids[rank].decode(), fingerprint)
                for document, (rank, fingerprint) in enumerate(pairs)
                if document not in dead
            )
        return found


def _between(documents: Documents, first: int, end: int) -> Documents:
    """Those of the documents from `first` on and before `end`, counted from `first`."""
    low, high = documents.searchsorted(np.array([first, end], np.int32)).tolist()
    inside = documents[low:high]
    return inside - np.int32(first) if first else inside


def _once(kept: dict[str, T], name: str, make: Callable[[], T], lock: Lock) -> T:
    found = kept.get(name)
    if found is None:
        with lock:
            found = kept.get(name)
            if found is None:
                found = kept[name] = make()
    return found
