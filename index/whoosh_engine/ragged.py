"""Many short lists in one array, taken apart without a loop."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def places_of(starts: NDArray[Any], counts: NDArray[Any]) -> Ints:
    """The places `starts[i], starts[i] + 1, …`, `counts[i]` of them, one list after the other.

    >>> places_of(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    ends = np.cumsum(counts, dtype=np.int64)
    places: Ints = np.arange(ends[-1] if len(ends) else 0, dtype=np.int64)
    places += np.repeat(starts - (ends - counts), counts)
    return places


def starts_of(counts: NDArray[Any]) -> Ints:
    """Where each list begins, and where the last ends.

    >>> starts_of(np.array([2, 0, 3])).tolist()
    [0, 2, 2, 5]
    """
    starts = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts
