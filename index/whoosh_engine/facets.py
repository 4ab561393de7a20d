"""A facet over a generation: values counted by arrays, labels looked up for the few that are shown."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.results import FacetCount
from index.whoosh_engine.segment import Facets, Ints

Mask = NDArray[np.bool_]


class FacetTable:
    """Keys in order, and for every value of a living document which key it is."""

    def __init__(self, held: Sequence[Facets], documents: Ints, live: Mask) -> None:
        numbers: dict[tuple[str, str], int] = {}
        empty = np.empty(0, np.int64)
        values = [empty]
        for facet in held:
            renumbered = [numbers.setdefault(pair, len(numbers)) for pair in facet.pairs]
            values.append(np.array(renumbered, np.int64)[facet.values] if renumbered else empty)
        pairs = np.concatenate(values)
        living = live[documents]
        self._documents, pairs = documents[living], pairs[living]
        self._labels = [label for _, label in numbers]
        self._printed = np.bincount(pairs, minlength=len(numbers))
        self.keys = sorted({key for key, _ in numbers})
        self._number = {key: number for number, key in enumerate(self.keys)}
        key_of_pair = np.array([self._number[key] for key, _ in numbers], np.int64)
        self._values = key_of_pair[pairs] if len(numbers) else empty
        self._by_key = np.argsort(key_of_pair, kind="stable")
        self._starts = np.searchsorted(key_of_pair[self._by_key], np.arange(len(self.keys) + 1))

    def matching(self, keys: Iterable[str], size: int) -> Mask:
        """Which of `size` documents have one of the keys."""
        numbers = np.array([self._number[key] for key in keys if key in self._number], np.int64)
        wanted = np.zeros(len(self.keys), np.bool_)
        wanted[numbers] = True
        mask: Mask = np.zeros(size, np.bool_)
        mask[self._documents[wanted[self._values]]] = True
        return mask

    def counts(self, documents: Mask) -> Ints:
        """How many of the documents have each key."""
        return np.bincount(self._values[documents[self._documents]], minlength=len(self.keys))

    def top(self, documents: Mask, limit: int | None, always: Iterable[str]) -> tuple[FacetCount, ...]:
        """The most frequent keys, ties in order of keys, and those of `always` that occur at all."""
        counts = self.counts(documents)
        order = np.argsort(-counts, kind="stable")[: np.count_nonzero(counts)]
        shown = order[:limit].tolist()
        kept = {self._number[key] for key in always if key in self._number}.difference(shown)
        shown += sorted((k for k in kept if counts[k]), key=lambda k: (-counts[k], k))
        return tuple(self._count(k, int(counts[k])) for k in shown)

    def browse(self, documents: Mask, prefix: str, after: str | None, limit: int) -> tuple[FacetCount, ...]:
        """Keys in order that begin so and stand behind `after`."""
        counts = self.counts(documents)
        first = bisect_left(self.keys, prefix)
        if after is not None:
            first = max(first, bisect_right(self.keys, after))
        found: list[FacetCount] = []
        for number in range(first, len(self.keys)):
            if len(found) >= limit or not self.keys[number].startswith(prefix):
                break
            if counts[number]:
                found.append(self._count(number, int(counts[number])))
        return tuple(found)

    def _count(self, number: int, count: int) -> FacetCount:
        pairs = self._by_key[self._starts[number] : self._starts[number + 1]].tolist()
        label = min((-int(self._printed[pair]), self._labels[pair]) for pair in pairs if self._printed[pair])[
            1
        ]
        return FacetCount(self.keys[number], label, count)
