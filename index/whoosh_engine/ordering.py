"""The sorted strings of several segments under one numbering, made without walking the largest of them.

The largest table keeps its own numbers; strings that only others have get the numbers behind. Usually that is
nothing, or a few strings of the few documents that changed last.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.whoosh_engine.strings import StringTable, pack

Numbers = NDArray[np.int32]


class Ordering:
    """The different strings of several tables, numbered from 0.

    >>> tables = [StringTable(*pack(strings)) for strings in ([b"b"], [b"a", b"b", b"d"], [b"c", b"d"])]
    >>> ordering = Ordering(tables)
    >>> [ordering[number] for number in range(len(ordering))]
    [b'a', b'b', b'd', b'c']
    >>> ordering.ranks.tolist(), ordering.translate(2, np.arange(2)).tolist()
    ([0, 1, 3, 2], [3, 2])
    """

    def __init__(self, tables: Sequence[StringTable]) -> None:
        largest = max(range(len(tables)), key=lambda n: len(tables[n]), default=-1)
        self._base = tables[largest] if tables else StringTable(*pack(()))
        found = {
            n: [(string, self._base.find(string)) for string in table]
            for n, table in enumerate(tables)
            if n != largest
        }
        new = sorted({string for pairs in found.values() for string, number in pairs if number < 0})
        self._new = StringTable(*pack(new))
        behind = {string: number for number, string in enumerate(new, len(self._base))}
        self._numbers = {
            n: np.fromiter((behind[s] if at < 0 else at for s, at in pairs), np.int32, len(pairs))
            for n, pairs in found.items()
        }
        self.ranks = self._ranked() if new else None
        """The place in order of each number; None if numbers are in order."""

    def __len__(self) -> int:
        return len(self._base) + len(self._new)

    def __getitem__(self, number: int) -> bytes:
        """The string with a number."""
        inside = number < len(self._base)
        return self._base[number] if inside else self._new[number - len(self._base)]

    def translate(self, table: int, numbers: NDArray[np.integer]) -> NDArray[np.integer]:
        """Numbers of strings within one of the tables as numbers here; the same array for the largest."""
        return self._numbers[table][numbers] if table in self._numbers else numbers

    def find(self, string: bytes) -> int:
        """The number of a string; -1 if it is in no table."""
        number = self._base.find(string)
        if number < 0 and (among_new := self._new.find(string)) >= 0:
            return len(self._base) + among_new
        return number

    def lower(self, string: bytes) -> int:
        """How many strings come before this one: the rank that it has or would have."""
        return self._base.lower(string) + self._new.lower(string)

    def at(self, rank: int) -> int:
        """The number of the string with a rank."""
        if self.ranks is None:
            return rank
        new = int(np.searchsorted(self.ranks[len(self._base) :], rank))
        is_new = new < len(self._new) and self.ranks[len(self._base) + new] == rank
        return len(self._base) + new if is_new else rank - new

    def _ranked(self) -> Numbers:
        """Both tables are in order, so each string's rank is its number and how many of the other precede."""
        before = np.fromiter(map(self._base.lower, self._new), np.int64, len(self._new))
        preceding = np.cumsum(np.bincount(before, minlength=len(self._base) + 1))[: len(self._base)]
        of_base = np.arange(len(self._base)) + preceding
        return np.concatenate([of_base, before + np.arange(len(self._new))]).astype(np.int32)
