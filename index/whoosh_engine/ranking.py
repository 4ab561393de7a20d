"""The first of many by score or by value, without ordering the rest."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ranks = NDArray[Any]
"""Whole numbers of any type; the least comes first."""
Places = NDArray[np.intp]
Ties = Callable[[Places | slice], Ranks]
"""What decides between equals, at some places: whole numbers, all different and not below 0."""

_GROUPS = 4  # for each one wanted: the least of so many groups bound the wanted ones well
_FEW = 256  # are ordered wholly


def first(ranks: Ranks, most: int, ties: Ties | None = None) -> Places:
    """Where the `most` least ranks are, in order; equals in the order of `ties` (None: there are none).

    >>> first(np.array([7, 3, 7, 9]), 3, ties=lambda at: np.array([2, 3, 1, 0])[at]).tolist()
    [1, 2, 0]
    """
    few = None if len(ranks) <= _FEW else _candidates(ranks, most)
    least = ranks if few is None else ranks[few]
    if ties is None:
        order = least.argsort()[:most]
    else:
        order = _first_of_all(least, most, ties(slice(None) if few is None else few))
    return order if few is None else few[order]


def _first_of_all(ranks: Ranks, most: int, ties: Ranks) -> Places:
    """Where the first are: many may be equal, so rank and tie are put into one number."""
    if len(ranks) <= _FEW:
        return np.lexsort((ties, ranks))[:most]
    return first(ranks.astype(np.int64) << int(ties.max()).bit_length() | ties, most)


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
