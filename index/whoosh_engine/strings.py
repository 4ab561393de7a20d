"""Many byte strings as two arrays: all their bytes, and where each begins.

UTF-8 sorts as its code points do, so a sorted table of texts serves prefixes and ranges without decoding.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any, NamedTuple, overload
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Offsets = NDArray[np.int64]

STRETCH = 1024
"""Strings of a table that a search leaps over."""
_TOGETHER = 1024  # strings that are copied at once
_ALIKE = 4  # strings or less whose sums begin alike, on average


def pack(strings: Iterable[bytes]) -> tuple[Bytes, Offsets]:
    """The bytes of all strings, and the n + 1 places where they begin and end."""
    held = list(strings)
    starts = np.fromiter(accumulate(map(len, held), initial=0), np.int64, len(held) + 1)
    return np.frombuffer(b"".join(held), np.uint8), starts


def encoded(text: str) -> bytes:
    """UTF-8; a lone surrogate, which a JSON escape may bring, costs itself and not the update."""
    return text.encode(errors="replace")


class Strings(Sequence[bytes]):
    """Byte strings by number; string `i` is `blob[starts[i]:starts[i + 1]]`. Nothing is copied until asked.

    >>> list(Strings(*pack([b"b", b"", b"a"])))
    [b'b', b'', b'a']
    """

    def __init__(self, blob: Bytes, starts: Offsets) -> None:
        self.blob = blob
        self.starts = starts.astype(np.int64, copy=False)
        self._blob = blob.data
        self._starts = self.starts.data  # whose items are plain integers

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, number: int) -> bytes: ...
    @overload
    def __getitem__(self, number: slice) -> list[bytes]: ...
    def __getitem__(self, number: int | slice) -> bytes | list[bytes]:
        if isinstance(number, slice):
            first, end, step = number.indices(len(self))
            return self._between(first, end) if step == 1 else [self[i] for i in range(first, end, step)]
        if number < 0:
            raise IndexError(number)
        return self._blob[self._starts[number] : self._starts[number + 1]].tobytes()

    def __iter__(self) -> Iterator[bytes]:
        for first in range(0, len(self), _TOGETHER):
            yield from self._between(first, min(first + _TOGETHER, len(self)))

    def _between(self, first: int, end: int) -> list[bytes]:
        """Neighbours, cut from one piece."""
        if first >= end:
            return []
        starts = self.starts[first : end + 1]
        held = self._blob[int(starts[0]) : int(starts[-1])].tobytes()
        return [held[start:stop] for start, stop in pairwise((starts - starts[0]).tolist())]

    def text(self, number: int) -> str:
        """A string that is UTF-8, decoded. Made of the bytes where they lie: a page reads dozens."""
        if number < 0:
            raise IndexError(number)
        return str(self._blob[self._starts[number] : self._starts[number + 1]], "utf-8")


def _items(array: NDArray[Any]) -> "memoryview[int]":
    """An array as plain integers, each of which costs less than one of numpy's."""
    return array.astype(array.dtype.newbyteorder("="), copy=False).data


class Sums(NamedTuple):
    """The checksums of strings in ascending order, and the number of the string that has each; those whose
    first bits are `b` lie at `begins[b]:begins[b + 1]`, which are a few."""

    sums: NDArray[np.uint32]
    numbers: NDArray[np.int32]
    begins: NDArray[np.uint32]

    @classmethod
    def of(cls, strings: Sequence[bytes]) -> "Sums":
        """Those of some strings."""
        sums = np.fromiter(map(crc32, strings), np.uint32, len(strings))
        numbers = sums.argsort(kind="stable").astype(np.int32)
        sums = sums[numbers]
        bits = (len(sums) // _ALIKE).bit_length()
        firsts = np.arange(2**bits + 1, dtype=np.uint64) << np.uint64(32 - bits)
        return cls(sums, numbers, sums.searchsorted(firsts).astype(np.uint32))


class StringTable(Strings):
    """Different strings in ascending order. A search begins among the first of each stretch, the `signposts`;
    where they are given, it reads little of the file. Where `sums` are given, one string is found by its own,
    and is compared with no other: a search looks up dozens of terms, of which most are not there.

    >>> table = StringTable(*pack([b"a", b"ab", b"b"]))
    >>> table.find(b"ab"), table.find(b"aa"), table.lower(b"aa"), table.span(b"a")
    (1, -1, 1, (0, 2))
    """

    def __init__(
        self, blob: Bytes, starts: Offsets, signposts: Strings | None = None, sums: Sums | None = None
    ) -> None:
        super().__init__(blob, starts)
        self._stored_signposts = signposts
        self._sums = None if sums is None else tuple(map(_items, sums))
        self._shift = 0 if sums is None else 33 - (len(sums.begins) - 1).bit_length()

    def lower(self, value: bytes) -> int:
        """How many strings come before `value`."""
        stretch = bisect_right(self._signposts, value)
        end = min(stretch * STRETCH, len(self))
        return bisect_left(self, value, max(0, stretch - 1) * STRETCH, end)

    @cached_property
    def _signposts(self) -> list[bytes]:
        if self._stored_signposts is not None:
            return self._stored_signposts[:]
        return [self[number] for number in range(0, len(self), STRETCH)]

    def find(self, value: bytes) -> int:
        """The number of a string; -1 if it is not there."""
        if self._sums is not None:
            sums, numbers, begins = self._sums
            sum = crc32(value)
            first = sum >> self._shift
            for at in range(begins[first], begins[first + 1]):
                if sums[at] == sum and self[numbers[at]] == value:
                    return numbers[at]
            return -1
        number = self.lower(value)
        return number if number < len(self) and self[number] == value else -1

    def span(self, prefix: bytes) -> tuple[int, int]:
        """First and end of the strings that begin with `prefix`."""
        first = self.lower(prefix)
        length = len(prefix)
        return first, bisect_right(self, prefix, lo=first, key=lambda string: string[:length])
