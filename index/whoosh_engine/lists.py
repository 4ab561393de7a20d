"""Ascending lists of different documents: what matches a part of a query.

Whether a list is searched or spread over a mask of all documents depends on the lengths alone: a search costs
some nanoseconds for each document that is asked about, a mask fewer for each that is held.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Documents = NDArray[np.int32]
Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]

NO_DOCUMENTS: Documents = np.zeros(0, np.int32)
_SEARCHED = 8  # a search of so few costs less than a mask of so many more
_SPREAD = 64  # and a search of one less than so many numbers that are 0


def where(held: Documents, asked: Documents, size: int) -> NDArray[np.intp]:
    """Where in `held` those of `asked` stand that it holds; `size` is the number of all documents."""
    if len(asked) * _SEARCHED <= len(held):
        at: NDArray[np.intp] = held.searchsorted(asked)
        at = at[held.take(at, mode="clip") == asked]
        return at
    return among(asked, held, size).nonzero()[0]


def among(held: Documents, asked: Documents, size: int) -> Mask:
    """Which of `asked` are in `held`."""
    if not len(held):
        return np.zeros(len(asked), np.bool_)
    if len(asked) * _SEARCHED <= len(held):
        found: Mask = held.take(held.searchsorted(asked), mode="clip") == asked
        return found
    mask = np.zeros(size, np.bool_)
    mask[held] = True
    return mask.take(asked)


def united(lists: Sequence[Documents], size: int) -> Documents:
    """The documents of any of the lists, which may be in any order and hold a document twice."""
    joined = np.concatenate([NO_DOCUMENTS, *lists])
    if len(joined) * _SEARCHED <= size:
        joined.sort()
        return joined[different(joined)]
    mask = np.zeros(size, np.bool_)
    mask[joined] = True
    return mask.nonzero()[0].astype(np.int32)


def different(ascending: NDArray[Any]) -> Mask:
    """Which values differ from the one before them."""
    mask = np.ones(len(ascending), np.bool_)
    np.not_equal(ascending[1:], ascending[:-1], out=mask[1:])
    return mask


def values_of(held: Documents, values: NDArray[np.floating[Any]], asked: Documents, size: int) -> Floats:
    """The value of each document of `asked`; `values` stand beside those of `held`, others have 0."""
    if asked is held:
        return values.astype(np.float64)
    shorter, longer = sorted((len(asked), len(held)))
    if shorter * _SPREAD > size and shorter * _SEARCHED > longer:
        spread = np.zeros(size, values.dtype)
        spread[held] = values
        return spread.take(asked).astype(np.float64, copy=False)
    if len(asked) == shorter:
        at = held.searchsorted(asked)
        found = values.take(at, mode="clip").astype(np.float64)
        found[held.take(at, mode="clip") != asked] = 0.0
        return found
    at = asked.searchsorted(held)
    there = asked.take(at, mode="clip") == held
    found = np.zeros(len(asked))
    found[at[there]] = values[there]
    return found


def living(documents: Documents, deleted: Documents, size: int) -> Mask | None:
    """Which of `documents` are not `deleted`; None if all are left, which takes next to nothing to find."""
    if not len(deleted) or not len(documents):
        return None
    gone = where(documents, deleted, size)
    if not len(gone):
        return None
    mask = np.ones(len(documents), np.bool_)
    mask[gone] = False
    return mask


def lengths_within(begins: NDArray[Any], ends: NDArray[Any], size: int) -> NDArray[Any]:
    """The lengths of stretches of an array of this size. Raises ValueError for what cannot be such, as a
    damaged file may say, before anybody makes room for it."""
    lengths: NDArray[Any] = ends - begins
    if len(lengths) and (begins.min() < 0 or lengths.min() < 0 or ends.max() > size):
        raise ValueError("a stretch goes beyond its array")
    return lengths
