"""The first of many by score or by value, without ordering the rest."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ranks = NDArray[Any]
"""Whole numbers of any type; the least comes first."""
Places = NDArray[np.intp]

_GROUPS = 4  # for each one wanted: the least of so many groups bound the wanted ones well
_FEW = 256  # are ordered wholly


def first(ranks: Ranks, most: int, ties: Ranks | None = None) -> Places:
    """Where the `most` least ranks are, in order; equals in the order of `ties`, all different and >= 0.

    >>> first(np.array([7, 3, 7, 9]), 3, ties=np.array([2, 3, 1, 0])).tolist()
    [1, 2, 0]
    """
    if len(ranks) <= _FEW:
        return (ranks.argsort() if ties is None else np.lexsort((ties, ranks)))[:most]
    few = _candidates(ranks, most)
    if few is not None:
        ranks, ties = ranks[few], None if ties is None else ties[few]
    if ties is None:
        order = ranks.argsort()[:most]
    else:
        order = first(ranks.astype(np.int64) << int(ties.max()).bit_length() | ties, most)
    return order if few is None else few[order]


def _candidates(ranks: Ranks, most: int) -> Places | None:
    """Where the `most` least ranks are, and some others; None: anywhere.

    The ranks are cut into groups. At least `most` ranks are not above the `most`-th of what is least in each
    group, so none above that is wanted.
    """
    groups = most * _GROUPS
    if not most or len(ranks) <= 4 * groups:
        return None
    rows = len(ranks) // groups
    least = ranks[: rows * groups].reshape(rows, groups).min(axis=0)
    least.partition(most - 1)
    places: Places = (ranks <= least[most - 1]).nonzero()[0]
    return places
