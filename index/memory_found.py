"""What a query finds in the corpus of the reference engine, filters aside: documents in tiers."""

from collections.abc import Iterable

from index.memory_matching import Corpus, Matcher
from index.memory_refining import refined_scores
from index.query import ENOUGH, Node, Query
from index.rerank import CANDIDATES
from index.results import Notice

_FIRST, _MATCHING, _OTHERWISE = range(3)


class Found:
    """The documents that match a query's tree, or follow those; see `index.query.Query`.

    `by_relevance` says whether what concerns relevance alone is asked for.
    """

    def __init__(self, corpus: Corpus, query: Query, *, by_relevance: bool = True) -> None:
        self._corpus = corpus
        self._words = query.refining if by_relevance else ()
        self._matchers: list[Matcher] = []
        self._tiers: dict[str, int] = {}
        self._scored_by: dict[str, Matcher] = {}
        self._add(query.tree, _MATCHING)
        if by_relevance and query.otherwise is not None and len(self._tiers) < ENOUGH:
            self._add(query.otherwise, _OTHERWISE)
        if by_relevance and query.first is not None:
            first = self._matcher(query.first)
            heads = [id for id in self._tiers if first.matches(corpus.documents[id])]
            self._tiers.update(dict.fromkeys(heads, _FIRST))

    @property
    def ids(self) -> tuple[str, ...]:
        """The documents, in no order."""
        return tuple(self._tiers)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the reader should know."""
        return tuple(dict.fromkeys(notice for matcher in self._matchers for notice in matcher.notices))

    @property
    def expanded(self) -> int:
        """How many index terms were read."""
        return len(frozenset[str]().union(*(matcher.read for matcher in self._matchers)))

    def exact(self, id: str) -> bool:
        """Whether a document is of those that come first, or only follows."""
        return self._tiers[id] < _OTHERWISE

    def score(self, id: str) -> float:
        """The score of a document, not refined."""
        return self._scored_by[id].score(id)

    def ranked(self, ids: Iterable[str]) -> dict[str, float]:
        """Some of the documents by relevance, the best first, with their scores."""
        scores = {id: self.score(id) for id in ids}
        order = sorted(scores, key=lambda id: (self._tiers[id], -scores[id], id))
        if self._words:
            best = order[:CANDIDATES]
            scores |= refined_scores(self._corpus, best, [scores[id] for id in best], self._words)
            best.sort(key=lambda id: (self._tiers[id], -scores[id], id))
            order[:CANDIDATES] = best
        return {id: scores[id] for id in order}

    def _add(self, tree: Node, tier: int) -> None:
        """The documents that match a tree and have not been found yet."""
        matcher = self._matcher(tree)
        for id, document in self._corpus.documents.items():
            if id not in self._tiers and matcher.matches(document):
                self._tiers[id] = tier
                self._scored_by[id] = matcher

    def _matcher(self, tree: Node) -> Matcher:
        matcher = Matcher(self._corpus, tree)
        self._matchers.append(matcher)
        return matcher
