"""What is asked of a generation and what it finds, before filters, order and page."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.query import Node, Query, Sort
from index.results import Notice
from index.whoosh_engine.lists import Documents, Floats

FIRST, MATCHING, OTHERWISE = range(3)
"""Tiers of a result, see `index.query.Query`: what matches its `first`, its tree alone, its `otherwise`."""

_OVERHEAD = 2000  # bytes of a small answer and its tree, about

Tiers = NDArray[np.int8]


class Asked(NamedTuple):
    """The parts of a query that an answer depends on, and whether scores are wanted."""

    tree: Node
    first: Node | None = None
    otherwise: Node | None = None
    scored: bool = True

    @classmethod
    def of(cls, query: Query, order: Sort | None, *, scored: bool) -> "Asked":
        """What a query asks for that is to be read in some order (None: by relevance)."""
        if order is not None:
            return cls(query.tree, scored=scored)
        return cls(query.tree, query.first, query.otherwise, scored)


class Answer(NamedTuple):
    """The documents that match, ascending, and their scores in whole units of the last digit.

    `scores` is None where nothing scores or nobody asked; `expanded` counts the index terms that were read.
    `tiers` are those of the documents (None: all are MATCHING).
    """

    documents: Documents
    scores: Floats | None
    notices: tuple[Notice, ...]
    expanded: int
    tiers: Tiers | None = None

    @property
    def weight(self) -> int:
        """The bytes that it takes, about."""
        arrays = (self.documents, self.scores, self.tiers)
        return sum(array.nbytes for array in arrays if array is not None) + _OVERHEAD
