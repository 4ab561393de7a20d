"""Many short lists in one array, taken apart without a loop."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def runs(starts: NDArray[Any], lengths: NDArray[Any]) -> Ints:
    """The numbers `start, start + 1, …` of each run, one run after the other.

    >>> runs(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    ends = np.cumsum(lengths, dtype=np.int64)
    numbers: Ints = np.arange(ends[-1] if len(ends) else 0, dtype=np.int64)
    numbers += np.repeat(starts - (ends - lengths), lengths)
    return numbers


def starts_of(counts: NDArray[Any]) -> Ints:
    """Where each list begins, and where the last ends.

    >>> starts_of(np.array([2, 0, 3])).tolist()
    [0, 2, 2, 5]
    """
    starts = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts
