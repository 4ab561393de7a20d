"""A facet over a generation: values counted by arrays, keys and labels read for the few that are shown.

The values of few documents are counted by sorting them, those of many in an array of all keys; of more than
half of all, those of the others are taken from the totals. So a count costs what its documents hold, however
many keys the facet has.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.results import FacetCount
from index.whoosh_engine.lists import Documents, among, different, runs
from index.whoosh_engine.ordering import Ordering
from index.whoosh_engine.ranking import first
from index.whoosh_engine.strings import encoded
from index.whoosh_engine.view import Facet

Numbers = NDArray[Any]
Counts = NDArray[np.int64]

_SORTED = 4  # times fewer values than keys: so few are sorted
_HEADS = 2048  # keys with the highest totals, among which the most frequent ones usually are
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


class FacetTable:
    """The values of one facet in a generation: those of its segments, laid end to end.

    `everything` are the documents that live, `deleted` the others by segment, in the numbers of each. Safe to
    share between threads.
    """

    def __init__(self, facets: Sequence[Facet], deleted: Sequence[Documents], everything: Documents) -> None:
        self._facets = facets
        self._deleted = deleted
        self._everything = everything
        self._ordering = Ordering([facet.keys for facet in facets])
        self._keys = _concatenated([self._keys_of_part(part) for part in range(len(facets))])
        lengths = _concatenated([np.diff(facet.starts) for facet in facets])
        self._starts = np.concatenate([np.zeros(1, np.int32), lengths.cumsum(dtype=np.int32)])
        begins = [0, *np.cumsum([len(facet.starts) - 1 for facet in facets]).tolist()]
        self._dead = _concatenated([part + np.int32(n) for part, n in zip(deleted, begins, strict=False)])
        self._one_each = bool((lengths == 1).all())
        self._shown: dict[int, tuple[str, str]] = {}

    def holding(self, keys: Iterable[str]) -> Documents:
        """The documents, deleted or not, that have one of the keys."""
        wanted = np.zeros(len(self._ordering) + 1, np.bool_)
        wanted[[self._ordering.find(encoded(key)) for key in keys]] = True
        wanted[-1] = False  # where keys that are not there were marked
        at = wanted.take(self._keys).nonzero()[0].astype(np.int32)
        if self._one_each:
            return at
        documents = self._starts[1:].searchsorted(at, "right").astype(np.int32)
        return documents[different(documents)]

    def top(self, documents: Documents, limit: int | None, always: Iterable[str]) -> tuple[FacetCount, ...]:
        """The most frequent keys, ties in order of keys, and those of `always` that occur at all."""
        tally = self._tally(documents)
        numbers, counts = self._frequent(tally, limit)
        at = first(-counts, len(numbers) if limit is None else limit, self._ranks(numbers))
        shown = list(zip(numbers[at].tolist(), counts[at].tolist(), strict=True))
        missing = {self._ordering.find(encoded(key)) for key in always}.difference(dict(shown), [-1])
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

    def _span(self, prefix: str) -> tuple[int, int]:
        """First and end of the ranks of keys that begin so."""
        begins = encoded(prefix)
        return self._ordering.lower(begins), self._ordering.lower(begins + _LAST)

    def _ranks(self, numbers: Numbers) -> Numbers:
        return numbers if self._ordering.ranks is None else self._ordering.ranks[numbers]

    def _tally(self, documents: Documents) -> Tally:
        """Count the values of documents that live."""
        if 2 * len(documents) > len(self._everything):
            others = self._everything[~among(documents, self._everything, len(self._starts) - 1)]
            return Tally(None, self._totals - self._spread(others) if len(others) else self._totals)
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
            return self._keys.take(documents)
        begins = self._starts.take(documents)
        return self._keys.take(runs(begins, self._starts.take(documents + 1) - begins))

    def _spread(self, documents: Documents) -> Counts:
        return np.bincount(self._of(documents), minlength=len(self._ordering))

    @cached_property
    def _totals(self) -> Counts:
        """How many of all documents that live have each key."""
        return np.bincount(self._keys, minlength=len(self._ordering)) - self._spread(self._dead)

    def _frequent(self, tally: Tally, limit: int | None) -> tuple[Numbers, Counts]:
        """Numbers and counts of some keys, among which are the `limit` most frequent ones."""
        if tally.numbers is not None:
            return tally.numbers, tally.counts
        heads, highest_other = self._heads
        if limit is None or not 0 < limit <= len(heads):
            numbers = tally.counts.nonzero()[0]
            return numbers, tally.counts[numbers]
        counts = tally.counts[heads]
        least = max(1, int(np.partition(counts, -limit)[-limit]))
        if least > highest_other:
            return heads[counts >= least], counts[counts >= least]
        numbers = (tally.counts >= least).nonzero()[0]
        return numbers, tally.counts[numbers]

    @cached_property
    def _heads(self) -> tuple[Numbers, int]:
        """The keys that most documents have, and how many have any other key at most."""
        behind = len(self._ordering) - _HEADS
        if behind <= 0:
            return np.arange(len(self._ordering)), 0
        order = self._totals.argpartition(behind)
        return order[behind:], int(self._totals[order[:behind]].max())

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

    def _keys_of_part(self, part: int) -> NDArray[np.int32]:
        facet = self._facets[part]
        values = facet.values
        if len(facet.key_of_pair) > len(facet.keys):  # some keys are printed in several ways
            values = facet.key_of_pair.take(values)
        return self._ordering.translate(part, values).astype(np.int32, copy=False)


def _concatenated(arrays: list[NDArray[np.int32]]) -> NDArray[np.int32]:
    return arrays[0] if len(arrays) == 1 else np.concatenate([np.zeros(0, np.int32), *arrays])
