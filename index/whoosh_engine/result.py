"""What a query finds, filtered, and the order in which it is read."""

import numpy as np

from index.query import Query, Sort
from index.rerank import CANDIDATES
from index.results import Hit
from index.whoosh_engine.answer import OTHERWISE, OVERHEAD, SCALE, Answer, Asked, Ranked
from index.whoosh_engine.filters import Filtered
from index.whoosh_engine.generation import NO_VALUE, Generation
from index.whoosh_engine.lists import Documents, Floats
from index.whoosh_engine.ranking import Places, Ranks, first
from index.whoosh_engine.refining import refined_scores


class Result:
    """Documents, ascending, that a query finds and its filters let through; `order` None is by relevance."""

    def __init__(
        self, generation: Generation, query: Query, order: Sort | None, found: Answer, filtered: Filtered
    ) -> None:
        self._generation = generation
        self._asked = Asked.of(query, order, scored=True), query.filters
        self._order = order
        self._scores = filtered.of(found.scores)
        self._tiers = filtered.of(found.tiers)
        self._words = found.words
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
        places, scores = self._ranked(offset, offset + limit)
        shown = map(self._generation.shown, self.documents[places].tolist())
        scored = zip(shown, (scores / SCALE).tolist(), strict=True)
        return tuple(Hit(id, score, stored) for (id, stored), score in scored)

    def ordered(self) -> Documents:
        """All documents, in order."""
        return self.documents[self._ranked(0, len(self.documents)).places]

    def _ranked(self, begin: int, end: int) -> Ranked:
        """The documents from one place in order to another."""
        if self._order is not None or not self._words or begin >= CANDIDATES:
            places = self._best(end) if self._order is None else self._sorted(end, self._order)
            return Ranked(places[begin:], self._scores_at(places[begin:]))
        head = self._refined()
        if end <= CANDIDATES or len(head.places) < CANDIDATES:
            return Ranked(head.places[begin:end], head.scores[begin:end])
        rest = self._best(end)[CANDIDATES:]
        return Ranked(
            np.concatenate([head.places[begin:], rest]),
            np.concatenate([head.scores[begin:], self._scores_at(rest)]),
        )

    def _scores_at(self, places: Places) -> Floats:
        return np.zeros(len(places)) if self._scores is None else self._scores[places]

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

    def _refined(self) -> Ranked:
        """The best, each tier of them in its better order."""
        kept = self._generation.refined
        known = kept.get(self._asked)
        if known is None:
            best = self._best(CANDIDATES)
            scores = refined_scores(
                self._generation, self.documents[best], self._scores_at(best), self._words
            )
            tiers = np.zeros(len(best)) if self._tiers is None else self._tiers[best]
            order = np.lexsort((self._ids(best), -scores, tiers))
            known = Ranked(best[order], scores[order])
            kept.keep(self._asked, known, OVERHEAD)
        return known

    def _ids(self, at: Places | slice) -> Ranks:
        return self._generation.id_ranks.take(self.documents[at])
