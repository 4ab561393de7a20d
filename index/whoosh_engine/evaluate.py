"""A query over a generation: which documents match, and how well, by whole posting lists.

What must match is looked up from the rarest on: each part is asked only about the documents that are left.
Scores are worked out for the documents that match, or, where many lists are much shorter than the result,
list by list.
"""

from collections.abc import Sequence
from functools import reduce
from typing import NamedTuple

import numpy as np

from index.query import ENOUGH, All, AnyOf, Boost, Group, Leaf, Node, Not, scoring_leaves
from index.scoring import idf
from index.whoosh_engine.answer import FIRST, MATCHING, OTHERWISE, SCALE, Answer, Asked, Tiers, Word
from index.whoosh_engine.generation import Generation
from index.whoosh_engine.leaves import Leaves
from index.whoosh_engine.lists import Documents, Floats, Mask, among, united


def answer(generation: Generation, asked: Asked) -> Answer:
    """The answer to a question, which may have been given before."""
    known = generation.answers.get(asked)
    if known is None:
        known = Evaluation(generation).answer(asked)
        generation.answers.keep(asked, known, known.weight)
    return known


class _Found(NamedTuple):
    """Documents, the scores of them, and their tiers; see `Answer`."""

    documents: Documents
    scores: Floats | None
    tiers: Tiers | None = None


class Evaluation:
    """Trees over one generation; what stands in several of them is looked up once."""

    def __init__(self, generation: Generation) -> None:
        self._generation = generation
        self._leaves = Leaves(generation)

    def answer(self, asked: Asked) -> Answer:
        """What matches, in which tier, and, if wanted, how well."""
        found = self._found(asked.tree, scored=asked.scored)
        if asked.otherwise is not None and len(found.documents) < ENOUGH:
            found = self._followed(found, self._found(asked.otherwise, scored=asked.scored))
        if asked.first is not None:
            found = self._headed(found, asked.first)
        notices, expanded = tuple(self._leaves.notices), len(self._leaves.read)
        words = tuple(map(self._word, asked.words))
        return Answer(found.documents, found.scores, notices, expanded, found.tiers, words)

    def _word(self, terms: tuple[str, ...]) -> Word:
        weight = idf(self._generation.count, self._leaves[Group(terms)].count)
        present = [own for own in map(self._leaves.numbers, terms) if own]
        parts = range(len(self._generation.parts))
        return Word(weight, tuple(tuple(own[n] for own in present if own[n] >= 0) for n in parts))

    def _found(self, tree: Node, *, scored: bool) -> _Found:
        self._look_up(tree)
        documents = self._documents(tree)
        leaves = scoring_leaves(tree) if scored else ()
        return _Found(documents, self._scores(leaves, documents) if leaves else None)

    def _followed(self, few: _Found, more: _Found) -> _Found:
        """A few documents that match, and behind them others."""
        follows = ~among(few.documents, more.documents, self._generation.size)
        if not follows.any():
            return few
        documents = more.documents[follows]
        at = documents.searchsorted(few.documents)
        scores = None
        if few.scores is not None or more.scores is not None:
            scores = np.insert(_or_zeros(more)[follows], at, _or_zeros(few))
        tiers = np.full(len(documents), OTHERWISE, np.int8)
        return _Found(np.insert(documents, at, few.documents), scores, np.insert(tiers, at, MATCHING))

    def _headed(self, found: _Found, first: Node) -> _Found:
        """What was found, with what matches `first` before all others."""
        self._look_up(first)
        heads = self._among(first, found.documents)
        if not heads.any():
            return found
        others = MATCHING if found.tiers is None else found.tiers
        return found._replace(tiers=np.where(heads, np.int8(FIRST), others).astype(np.int8))

    def _look_up(self, node: Node) -> None:
        match node:
            case All(children) | AnyOf(children):
                for child in children:
                    self._look_up(child)
            case Not(child) | Boost(child):
                self._look_up(child)
            case _:
                self._leaves[node]

    def _bound(self, node: Node) -> int:
        """At least as many documents as match."""
        match node:
            case All(children):
                return min(map(self._bound, children), default=self._generation.size)
            case AnyOf(children):
                return sum(map(self._bound, children))
            case Not():
                return self._generation.size
            case Boost(child):
                return self._bound(child)
            case _:
                return self._leaves[node].bound

    def _documents(self, node: Node) -> Documents:
        """The documents that match a node."""
        match node:
            case All(children):
                rarest, *others = sorted(dict.fromkeys(children), key=self._bound)
                documents = self._documents(rarest)
                for child in others:
                    documents = documents[self._among(child, documents)]
                return documents
            case AnyOf(children):
                present = [child for child in dict.fromkeys(children) if self._bound(child)]
                found = [self._documents(child) for child in present]
                return found[0] if len(found) == 1 else united(found, self._generation.size)
            case Not(child):
                everything = self._generation.everything
                return everything[~self._among(child, everything)]
            case Boost(child):
                return self._documents(child)
            case _:
                return self._leaves[node].documents

    def _among(self, node: Node, asked: Documents) -> Mask:
        """Which of the documents `asked` match a node."""
        match node:
            case All(children):
                masks = [self._among(child, asked) for child in dict.fromkeys(children)]
                return reduce(np.logical_and, masks)
            case AnyOf(children):
                present = [child for child in dict.fromkeys(children) if self._bound(child)]
                masks = [self._among(child, asked) for child in present]
                return reduce(np.logical_or, masks, np.zeros(len(asked), np.bool_))
            case Not(child):
                return ~self._among(child, asked)
            case Boost(child):
                return self._among(child, asked)
            case _:
                return self._leaves[node].among(asked)

    def _scores(self, scoring: Sequence[tuple[Leaf, float]], documents: Documents) -> Floats:
        """The scores of some documents by `scoring_leaves`, rounded, in units of the last digit."""
        leaves = [(self._leaves[leaf], factor) for leaf, factor in scoring]
        spread = 2 * sum(leaf.bound for leaf, _ in leaves) < len(leaves) * len(documents)
        size = self._generation.size
        scores = np.zeros(size if spread else len(documents))
        norms = self._generation.norms
        for leaf, factor in leaves:
            if not leaf.bound:
                continue
            held = leaf.documents if spread else documents
            earned = leaf.earned(held, norms, factor * idf(self._generation.count, leaf.count))
            if spread:
                scores[held] += earned
            else:
                scores += earned
        scores = scores.take(documents) if spread else scores
        scores *= SCALE
        return np.rint(scores, out=scores)


def _or_zeros(found: _Found) -> Floats:
    return np.zeros(len(found.documents)) if found.scores is None else found.scores
