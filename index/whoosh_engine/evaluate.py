"""A query over a generation: which documents match, and how well, by whole posting lists.

What must match is looked up from the rarest on: each part is asked only about the documents that are left.
Scores are worked out for the documents that match, or, where many lists are much shorter than the result,
list by list.
"""

from functools import reduce

import numpy as np

from index.query import All, AnyOf, Boost, Node, Not, scoring_leaves
from index.scoring import DIGITS, K1, idf
from index.whoosh_engine.answer import Answer
from index.whoosh_engine.generation import Generation
from index.whoosh_engine.leaves import Leaves
from index.whoosh_engine.lists import Documents, Floats, Mask, united

SCALE = 10**DIGITS


def answer(generation: Generation, tree: Node, *, scored: bool) -> Answer:
    """The answer to a tree, which may have been given before."""
    asked = tree, scored
    known = generation.answers.get(asked)
    if known is None:
        known = Evaluation(generation, tree).answer(scored=scored)
        generation.answers.keep(asked, known, known.weight)
    return known


class Evaluation:
    """One tree over one generation."""

    def __init__(self, generation: Generation, tree: Node) -> None:
        self._generation = generation
        self._leaves = Leaves(generation)
        self._tree = tree
        self._look_up(tree)

    def answer(self, *, scored: bool) -> Answer:
        """What matches, and, if wanted, how well."""
        documents = self._documents(self._tree)
        leaves = scoring_leaves(self._tree) if scored else ()
        return Answer(
            documents,
            self._scores(documents) if leaves else None,
            tuple(self._leaves.notices),
            len(self._leaves.read),
        )

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
                rarest, *others = sorted(children, key=self._bound)
                documents = self._documents(rarest)
                for child in others:
                    documents = documents[self._among(child, documents)]
                return documents
            case AnyOf(children):
                present = [child for child in children if self._bound(child)]
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
                masks = [self._among(child, asked) for child in children]
                return reduce(np.logical_and, masks)
            case AnyOf(children):
                masks = [self._among(child, asked) for child in children if self._bound(child)]
                return reduce(np.logical_or, masks, np.zeros(len(asked), np.bool_))
            case Not(child):
                return ~self._among(child, asked)
            case Boost(child):
                return self._among(child, asked)
            case _:
                return self._leaves[node].among(asked)

    def _scores(self, documents: Documents) -> Floats:
        """The scores of some documents, rounded, in units of the last digit."""
        leaves = [(self._leaves[leaf], factor) for leaf, factor in scoring_leaves(self._tree)]
        spread = 2 * sum(leaf.bound for leaf, _ in leaves) < len(leaves) * len(documents)
        size = self._generation.size
        scores = np.zeros(size if spread else len(documents))
        norms = self._generation.norms
        for leaf, factor in leaves:
            if not leaf.bound:
                continue
            held = leaf.documents if spread else documents
            frequencies = leaf.frequencies(held)
            earned = frequencies * (K1 + 1.0)
            earned /= frequencies + norms.take(held)
            earned *= factor * idf(self._generation.count, leaf.count)
            if spread:
                scores[held] += earned
            else:
                scores += earned
        scores = scores.take(documents) if spread else scores
        scores *= SCALE
        return np.rint(scores, out=scores)
