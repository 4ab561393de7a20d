"""What a query finds, filtered, and the order in which it is read."""

from typing import NamedTuple

import numpy as np

from index.query import Sort
from index.results import Hit
from index.whoosh_engine.answer import OTHERWISE, Answer
from index.whoosh_engine.evaluate import SCALE
from index.whoosh_engine.filters import Filtered
from index.whoosh_engine.generation import NO_VALUE, Generation
from index.whoosh_engine.lists import Documents, Floats
from index.whoosh_engine.ranking import Places, Ranks, first


class Ranked(NamedTuple):
    """Where documents of a result stand among its `documents`, the first to be read first, and the score of
    each in whole units of the last digit (None: nothing scores)."""

    places: Places
    scores: Floats | None


class Result:
    """Documents, ascending, that a query finds and its filters let through; `sort` None is by relevance."""

    def __init__(self, generation: Generation, found: Answer, filtered: Filtered, sort: Sort | None) -> None:
        self._generation = generation
        self._scores = filtered.of(found.scores)
        self._tiers = filtered.of(found.tiers)
        self._sort = sort
        self.documents = filtered.documents

    @property
    def exact(self) -> int | None:
        """See `index.results.Results`."""
        if self._tiers is None:
            return None
        exact = int(np.count_nonzero(self._tiers < OTHERWISE))
        return None if exact == len(self.documents) else exact

    def hits(self, offset: int, limit: int) -> tuple[Hit, ...]:
        """The hits of a page, in order."""
        generation = self._generation
        places, scores = self._first(offset + limit)
        shown = self.documents[places[offset:]].tolist()
        marks = [0.0] * len(shown) if scores is None else (scores[offset:] / SCALE).tolist()
        return tuple(
            Hit(generation.id(document), score, generation.stored(document))
            for document, score in zip(shown, marks, strict=True)
        )

    def ordered(self) -> Documents:
        """All documents, in order."""
        return self.documents[self._first(len(self.documents)).places]

    def _first(self, most: int) -> Ranked:
        places = self._sorted(most, self._sort) if self._sort is not None else self._best(most)
        return Ranked(places, None if self._scores is None else self._scores[places])

    def _sorted(self, most: int, sort: Sort) -> Places:
        ranks = self._generation.sort_ranks(sort.field).take(self.documents)
        last = np.iinfo(ranks.dtype).max
        return first(np.where(ranks == NO_VALUE, last, -ranks if sort.descending else ranks), most, self._ids)

    def _best(self, most: int) -> Places:
        """Where the best stand: by tier, then by score."""
        ranks: Ranks | None = None if self._scores is None else -self._scores
        if self._tiers is not None:
            apart = 1.0 if ranks is None else 1.0 - ranks.min(initial=0.0)
            ranks = self._tiers * apart + (0.0 if ranks is None else ranks)
        return first(self._ids(slice(None)), most) if ranks is None else first(ranks, most, self._ids)

    def _ids(self, at: Places | slice) -> Ranks:
        return self._generation.id_ranks.take(self.documents[at])
