"""A facet over a generation: values counted by arrays, keys and labels read for the few that are shown.

The values of few documents are counted by sorting them, those of many in an array of all keys. Where many
documents are asked about a facet of very many keys, the keys that most documents have at all are looked at
first: if they are frequent enough here, no other key can be. So a count costs at most what its documents
hold, however many keys the facet has.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.field import NONE_STATED
from index.results import FacetCount
from index.scoring import idf
from index.whoosh_engine.lists import Documents, different, united
from index.whoosh_engine.ordering import Ordering
from index.whoosh_engine.ragged import runs, starts_of
from index.whoosh_engine.ranking import first
from index.whoosh_engine.strings import encoded
from index.whoosh_engine.view import Facet

Numbers = NDArray[Any]
Counts = NDArray[np.int64]
Fits = NDArray[np.int8]
"""See `index.suggestions.fit`."""

_SORTED = 4  # times fewer values than keys: so few are sorted
_HEADS = 4096  # keys with the highest totals, among which the most frequent ones usually are
_MANY = 16  # times fewer documents than all: so many are worth a look at the heads first
_COUNTED = 3  # large counts, together as dear as finding the heads, which no first search needs to wait for
_LAST = b"\xff"  # behind whatever UTF-8 goes on with
_SHOWN = 4096  # keys and labels that are kept as texts


class Tally(NamedTuple):
    """How many documents have each key: `counts` beside key `numbers`, or (None) of all keys."""

    numbers: Numbers | None
    counts: Counts

    def of(self, number: int) -> int:
        """The documents that have a key."""
        if self.numbers is None:
            return int(self.counts[number])
        at = int(self.numbers.searchsorted(number))
        return int(self.counts[at]) if at < len(self.numbers) and self.numbers[at] == number else 0

    def of_each(self, numbers: Numbers) -> Counts:
        """The documents that have each of some keys."""
        if self.numbers is None:
            return self.counts.take(numbers)
        if not len(self.numbers):
            return np.zeros(len(numbers), np.int64)
        at = self.numbers.searchsorted(numbers)
        return np.where(self.numbers.take(at, mode="clip") == numbers, self.counts.take(at, mode="clip"), 0)


class Heads(NamedTuple):
    """The keys that most documents have, and that of what states none, in the order of their numbers.

    `numbers[n]` is had by the `documents` from `starts[n]` on; `highest_other` is how many documents have any
    other key at most.
    """

    numbers: Numbers
    documents: Documents
    starts: NDArray[np.int64]
    highest_other: int

    def among(self, documents: Documents, size: int) -> Counts:
        """How many of the documents have each of the keys."""
        asked = np.zeros(size, np.bool_)
        asked[documents] = True
        counts: Counts = np.add.reduceat(asked.take(self.documents), self.starts, dtype=np.int64)
        return counts


class FacetTable:
    """The values of one facet in a generation: those of its segments, laid end to end.

    `deleted` are the documents that are deleted, by segment, in the numbers of each. Safe to share between
    threads.
    """

    def __init__(self, facets: Sequence[Facet], deleted: Sequence[Documents]) -> None:
        self._facets = facets
        self._deleted = deleted
        self._ordering = Ordering([facet.keys for facet in facets])
        self._pairs = _end_to_end([facet.values for facet in facets], [len(facet.labels) for facet in facets])
        self._key_of_pair = _end_to_end([self._numbers_of(part) for part in range(len(facets))])
        ends = _end_to_end([facet.starts[1:] for facet in facets], [len(facet.values) for facet in facets])
        self._starts = facets[0].starts if len(facets) == 1 else np.concatenate([np.zeros(1, np.int32), ends])
        sizes = [len(facet.starts) - 1 for facet in facets]
        self._firsts = np.cumsum([0, *sizes], dtype=np.int32)
        self._dead = _end_to_end(deleted, sizes)
        self._size = sum(sizes)
        self._living = self._size - len(self._dead)
        self._one_each = bool((np.diff(self._starts) == 1).all())
        self._large_counts = 0
        self._shown: dict[int, tuple[str, str]] = {}

    def holding(self, keys: Iterable[str]) -> Documents:
        """The documents, deleted or not, that have one of the keys."""
        numbers = {self._ordering.find(encoded(key)) for key in keys} - {-1}
        found = [documents for number in numbers for documents in self._holding(number)]
        return found[0] if len(found) == 1 else united(found, self._size)

    def _holding(self, key: int) -> Iterator[Documents]:
        """The documents, deleted or not, that have a key: lists, each ascending, with no document in two."""
        for part, facet in enumerate(self._facets):
            own = key if len(self._facets) == 1 else facet.keys.find(self._ordering[key])
            if own >= 0:
                starts = self._document_starts[part]
                for pair in range(*facet.pair_starts[own : own + 2].tolist()):
                    documents = facet.documents[starts[pair] : starts[pair + 1]]
                    yield documents + self._firsts[part] if part else documents

    @cached_property
    def _document_starts(self) -> list[NDArray[np.int64]]:
        """By segment, where the documents of each pair begin."""
        return [starts_of(facet.pair_counts) for facet in self._facets]

    def sharing(self, document: int) -> Iterator[tuple[Documents, float]]:
        """The documents, deleted or not, that have a key in common with one, and the weight (idf) of the key;
        of each key some lists. To state none (`NONE_STATED`) is nothing in common."""
        for key in self._of(np.array([document], np.int32)).tolist():
            if key != self._none:
                weight = idf(self._living, int(self._totals[key]))
                yield from ((documents, weight) for documents in self._holding(key))

    def top(self, documents: Documents, limit: int | None, always: Iterable[str]) -> tuple[FacetCount, ...]:
        """The most frequent keys, ties in order of keys; behind them what states none (`NONE_STATED`) and
        those of `always`, if they occur at all."""
        always = list(always)
        tally = None if always or limit is None else self._tally_of_heads(documents, limit)
        tally = tally or self._tally(documents)
        numbers = self._all_keys if tally.numbers is None else tally.numbers
        at = first(
            -tally.counts, len(numbers) if limit is None else limit, lambda at: self._ranks(numbers[at])
        )
        counts = tally.counts[at]
        shown = list(zip(numbers[at[counts > 0]].tolist(), counts[counts > 0].tolist(), strict=True))
        others = {self._none, *(self._ordering.find(encoded(key)) for key in always)}
        missing = others.difference(dict(shown), [-1])
        if missing:
            more = [(key, tally.of(key)) for key in missing]
            more.sort(key=lambda found: (-found[1], self._ordering[found[0]]))
            shown += [(key, count) for key, count in more if count]
        return tuple(self._shown_as(key, count) for key, count in shown)

    def browse(
        self, documents: Documents, prefix: str, after: str | None, limit: int
    ) -> tuple[FacetCount, ...]:
        """Keys in order that begin so and stand behind `after`."""
        begin, end = self._span(prefix)
        if after is not None:
            behind = encoded(after)
            begin = max(begin, self._ordering.lower(behind) + (self._ordering.find(behind) >= 0))
        tally = self._tally(documents)
        numbers = tally.counts.nonzero()[0] if tally.numbers is None else tally.numbers
        ranks = self._ranks(numbers)
        inside = (ranks >= begin) & (ranks < end)
        numbers = numbers[inside][ranks[inside].argsort()[:limit]]
        return tuple(self._shown_as(key, tally.of(key)) for key in numbers.tolist())

    def best(self, fits: Sequence[Fits], documents: Documents, limit: int) -> tuple[FacetCount, ...]:
        """The keys that fit best, by the labels that living documents print; of equals those that most of the
        documents have, ties in order of keys. `fits` are of the labels, by segment; 0: it does not fit."""
        fitting = np.zeros(len(self._ordering), np.int8)
        for part, (facet, own) in enumerate(zip(self._facets, fits, strict=True)):
            labels = own.nonzero()[0]
            if len(self._deleted[part]):
                labels = labels[facet.pair_counts[labels] > self._pairs_deleted[part][labels]]
            keys = self._ordering.translate(part, facet.key_of_pair.take(labels))
            np.maximum.at(fitting, keys, own[labels])
        keys = fitting.nonzero()[0]
        counts = self._counts_of(keys, documents)
        keys, counts = keys[counts > 0], counts[counts > 0]
        ranks = -(fitting[keys] * np.int64(self._size + 1) + counts)
        at = first(ranks, limit, lambda at: self._ranks(keys[at]))
        return tuple(
            self._shown_as(*found) for found in zip(keys[at].tolist(), counts[at].tolist(), strict=True)
        )

    def _counts_of(self, keys: Numbers, documents: Documents) -> Counts:
        """How many of the documents have each of some keys; of many, only those with one are looked at."""
        if len(documents) * _MANY < self._size or len(documents) == self._living:
            return self._tally(documents).of_each(keys)
        wanted = np.zeros(len(self._ordering), np.bool_)
        wanted[keys] = True
        at = wanted.take(self._key_of_pair).take(self._pairs).nonzero()[0]
        asked = np.zeros(self._size, np.bool_)
        asked[documents] = True
        at = at[asked.take(self._starts[1:].searchsorted(at, "right"))]
        held = self._key_of_pair.take(self._pairs.take(at))
        return np.bincount(held, minlength=len(self._ordering)).take(keys)

    def _span(self, prefix: str) -> tuple[int, int]:
        """First and end of the ranks of keys that begin so."""
        begins = encoded(prefix)
        return self._ordering.lower(begins), self._ordering.lower(begins + _LAST)

    def _ranks(self, numbers: Numbers) -> Numbers:
        return numbers if self._ordering.ranks is None else self._ordering.ranks[numbers]

    def _tally(self, documents: Documents) -> Tally:
        """Count the values of documents that live."""
        if len(documents) == self._living:
            return Tally(None, self._totals)
        keys = self._of(documents)
        if len(keys) * _SORTED > len(self._ordering):
            return Tally(None, np.bincount(keys, minlength=len(self._ordering)))
        keys.sort()
        begins = different(keys).nonzero()[0]
        ends = np.concatenate((begins[1:], [len(keys)]))
        return Tally(keys[begins], ends[: len(begins)] - begins)

    def _of(self, documents: Documents) -> NDArray[np.int32]:
        """The keys of documents, document by document."""
        if self._one_each:
            return self._key_of_pair.take(self._pairs.take(documents))
        if not len(self._pairs):
            return np.zeros(0, np.int32)
        begins = self._starts.take(documents)
        at = runs(begins, self._starts.take(documents + 1) - begins)
        return self._key_of_pair.take(self._pairs.take(at))

    def _spread(self, documents: Documents) -> Counts:
        return np.bincount(self._of(documents), minlength=len(self._ordering))

    @cached_property
    def _totals(self) -> Counts:
        """How many of all documents that live have each key."""
        held = _end_to_end([facet.pair_counts for facet in self._facets])
        counts = np.bincount(self._key_of_pair, held, minlength=len(self._ordering))
        return counts.astype(np.int64) - self._spread(self._dead)

    def _tally_of_heads(self, documents: Documents, limit: int) -> Tally | None:
        """How many of the documents have each of the heads; None if other keys may be as frequent."""
        few = len(documents) * _MANY < self._size or len(documents) == self._living
        if few or len(self._ordering) <= 2 * _HEADS or not 0 < limit <= _HEADS:
            return None
        self._large_counts += 1
        if self._large_counts <= _COUNTED:
            return None
        heads = self._heads
        counts = heads.among(documents, self._size)
        least = np.partition(counts, -limit)[-limit]
        return Tally(heads.numbers, counts) if least > heads.highest_other else None

    @cached_property
    def _heads(self) -> Heads:
        totals = self._totals.copy()
        if self._none >= 0:
            totals[self._none] = self._size + 1  # counted of every result
        order = totals.argpartition(-_HEADS)
        numbers = np.sort(order[-_HEADS:])
        place = np.full(len(self._ordering), -1, np.int16)
        place[numbers] = np.arange(_HEADS)
        held = place.take(self._key_of_pair).take(self._pairs)
        at = (held >= 0).nonzero()[0]
        held = held[at]
        documents = self._starts[1:].searchsorted(at.astype(np.int32), "right").astype(np.int32)
        ends = np.bincount(held, minlength=_HEADS).cumsum()
        return Heads(
            numbers,
            documents[held.argsort(kind="stable")],
            np.concatenate(([0], ends[:-1])),
            int(self._totals[order[:-_HEADS]].max()),
        )

    @cached_property
    def _none(self) -> int:
        """The number of the key of what states none; -1 where everything states some."""
        return self._ordering.find(encoded(NONE_STATED))

    @cached_property
    def _all_keys(self) -> Numbers:
        return np.arange(len(self._ordering))

    def _shown_as(self, key: int, count: int) -> FacetCount:
        shown = self._shown.get(key)
        if shown is None:
            shown = self._ordering[key].decode(), self._label(key)
            if len(self._shown) < _SHOWN:
                self._shown[key] = shown
        return FacetCount(*shown, count)

    def _label(self, key: int) -> str:
        """The label that most documents print, the smallest of equals."""
        if len(self._facets) == 1:
            (facet,) = self._facets
            first_pair, end = facet.pair_starts[key], facet.pair_starts[key + 1]
            if end - first_pair == 1:
                return facet.labels.text(first_pair)
        printed: Counter[str] = Counter()
        for facet, gone in zip(self._facets, self._pairs_deleted, strict=True):
            own = key if len(self._facets) == 1 else facet.keys.find(self._ordering[key])
            if own >= 0:
                for pair in range(*facet.pair_starts[own : own + 2].tolist()):
                    printed[facet.labels.text(pair)] += int(facet.pair_counts[pair] - gone[pair])
        return min((-count, label) for label, count in printed.items() if count)[1]

    @cached_property
    def _pairs_deleted(self) -> list[Counts]:
        """By segment, how many deleted documents have each pair of key and label."""
        return [
            np.bincount(
                facet.values.take(runs(facet.starts[deleted], np.diff(facet.starts)[deleted])),
                minlength=len(facet.labels),
            )
            for facet, deleted in zip(self._facets, self._deleted, strict=True)
        ]

    def _numbers_of(self, part: int) -> NDArray[np.int32]:
        """The number here of the key of each pair of a segment."""
        return self._ordering.translate(part, self._facets[part].key_of_pair).astype(np.int32, copy=False)


def _end_to_end(
    arrays: Sequence[NDArray[np.int32]], moved_by: Sequence[int] | None = None
) -> NDArray[np.int32]:
    """The arrays as one; each is `moved_by` so much farther than the one before it."""
    if len(arrays) == 1:
        return arrays[0]
    moves = np.concatenate([[0], np.cumsum(moved_by or [0] * len(arrays))]).astype(np.int32)
    moved = [array + move for array, move in zip(arrays, moves, strict=False)]
    return np.concatenate([np.zeros(0, np.int32), *moved])
