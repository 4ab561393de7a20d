"""What is asked of a generation and what it finds, before filters, order and page."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.query import Node, Query, Sort
from index.results import Notice
from index.scoring import DIGITS
from index.whoosh_engine.lists import Documents, Floats

FIRST, MATCHING, OTHERWISE = range(3)
"""Tiers of a result, see `index.query.Query`: what matches its `first`, its tree alone, its `otherwise`."""

SCALE = 10**DIGITS
"""Whole units of a score, whose last digit they are."""

OVERHEAD = 2000
"""The bytes of a small answer and its tree, about."""

Tiers = NDArray[np.int8]


class Asked(NamedTuple):
    """The parts of a query that an answer depends on, and whether scores are wanted.

    `words` are those to refine by; none if they are too few.
    """

    tree: Node
    first: Node | None = None
    otherwise: Node | None = None
    words: tuple[tuple[str, ...], ...] = ()
    scored: bool = True

    @classmethod
    def of(cls, query: Query, order: Sort | None, *, scored: bool) -> "Asked":
        """What a query asks for that is to be read in some order (None: by relevance)."""
        if order is not None:
            return cls(query.tree, scored=scored)
        words = query.refining if scored else ()
        return cls(query.tree, query.first, query.otherwise, words, scored)


class Word(NamedTuple):
    """A word to refine by: its weight (idf), and by part of the generation the numbers of its terms."""

    weight: float
    terms: tuple[tuple[int, ...], ...]


class Answer(NamedTuple):
    """The documents that match, ascending, and their scores in whole units of the last digit.

    `scores` is None where nothing scores or nobody asked; `expanded` counts the index terms that were read.
    `tiers` are those of the documents (None: all are MATCHING), `words` those to refine by.
    """

    documents: Documents
    scores: Floats | None
    notices: tuple[Notice, ...]
    expanded: int
    tiers: Tiers | None = None
    words: tuple[Word, ...] = ()

    @property
    def weight(self) -> int:
        """The bytes that it takes, about."""
        arrays = (self.documents, self.scores, self.tiers)
        return sum(array.nbytes for array in arrays if array is not None) + OVERHEAD


class Ranked(NamedTuple):
    """Where documents of a result stand among its `documents`, the first to be read first, and the scores of
    these in whole units of the last digit."""

    places: NDArray[np.intp]
    scores: Floats
