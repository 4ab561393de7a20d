"""A query over a generation: which documents match, and how well, by whole posting lists."""

from collections.abc import Mapping
from functools import reduce

import numpy as np

from index.analysis import term as as_term
from index.query import (
    MAX_EXPANSIONS,
    All,
    AnyOf,
    Everything,
    Group,
    Keyword,
    KeywordPrefix,
    Leaf,
    Node,
    Not,
    Phrase,
    Prefix,
    Range,
    scoring_leaves,
)
from index.results import Notice, NoticeCode
from index.scoring import DIGITS, K1, B, idf
from index.whoosh_engine.generation import Generation, Mask
from index.whoosh_engine.schema import KEYWORDS, PLACE_BITS, WORDS, field_of, keyword_term
from index.whoosh_engine.segment import Floats, Ints


class Evaluation:
    """One tree over one generation; `notices` and `expanded` are complete once `matching` has been read."""

    def __init__(self, generation: Generation, tree: Node) -> None:
        fields = generation.payload.fields
        self._generation = generation
        self._tree = tree
        self._numbers: Mapping[str, int] = {field.name: number for number, field in enumerate(fields)}
        self._weights: Mapping[str, float] = {field.name: field.weight for field in fields}
        self._notices: dict[Notice, None] = {}
        self._read: set[str] = set()
        self._masks: dict[Node, Mask] = {}
        self.matching = self._mask(tree)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the reader should know."""
        return tuple(self._notices)

    @property
    def expanded(self) -> int:
        """How many index terms the query stands for."""
        return len(self._read)

    def scores(self) -> Floats:
        """The score of every document, rounded; those that do not match have one, too."""
        generation = self._generation
        scores = np.zeros(generation.size)
        mean = generation.mean_length
        relative = generation.lengths / mean if mean else np.ones(generation.size)
        norm = K1 * (1.0 - B + B * relative)
        for leaf, factor in scoring_leaves(self._tree):
            frequency = self._frequency(leaf)
            weight = idf(generation.count, int(self._mask(leaf).sum()))
            scores += factor * weight * (frequency * (K1 + 1.0) / (frequency + norm))
        return np.round(scores, DIGITS)

    def _mask(self, node: Node) -> Mask:
        if node not in self._masks:
            self._masks[node] = self._matches(node)
        return self._masks[node]

    def _matches(self, node: Node) -> Mask:
        match node:
            case Everything():
                return self._generation.live
            case All(children):
                return reduce(np.logical_and, map(self._mask, children))
            case AnyOf(children):
                return reduce(np.logical_or, map(self._mask, children))
            case Not(child):
                return self._generation.live & ~self._mask(child)
            case _:
                mask: Mask = np.zeros(self._generation.size, np.bool_)
                mask[self._documents(node)] = True
                return mask

    def _documents(self, leaf: Leaf) -> Ints:
        """Living documents that match a leaf, possibly repeated."""
        match leaf:
            case Group(terms, fields):
                return self._holding(terms, fields)
            case Prefix(prefix, fields):
                return self._holding(self._expand(WORDS, (as_term("", prefix),), prefix), fields)
            case Phrase(words, fields):
                return self._in_order(words, fields)
            case Keyword(value, fields):
                return self._valued([keyword_term(field, value) for field in fields])
            case KeywordPrefix(prefix, fields):
                starts = tuple(keyword_term(field, prefix) for field in fields)
                return self._valued(self._expand(KEYWORDS, starts, prefix))
            case Range(field, low, high):
                documents, values = self._generation.numbers(field)
                inside = self._generation.live[documents]
                inside = inside if low is None else inside & (values >= low)
                inside = inside if high is None else inside & (values <= high)
                found: Ints = documents[inside]
                return found
            case _:
                return np.empty(0, np.int64)

    def _holding(self, terms: tuple[str, ...], fields: frozenset[str] | None) -> Ints:
        if fields is None:
            self._read.update(terms)
            lists = [self._generation.words(term)[0] for term in terms]
            return np.concatenate([np.empty(0, np.int64), *lists])
        return self._places(terms, fields)[0] >> PLACE_BITS - 1

    def _places(self, terms: tuple[str, ...], fields: frozenset[str] | None) -> tuple[Ints, Mask]:
        """Where any of the terms stands in the fields, and whether it weighs there."""
        self._read.update(terms)
        marked = np.concatenate([np.empty(0, np.int64), *(self._generation.places(term) for term in terms)])
        places, weighs = marked >> 1, marked & 1 == 0
        if fields is None:
            return places, weighs
        inside = np.isin(field_of(places), [self._numbers[f] for f in fields if f in self._numbers])
        return places[inside], weighs[inside]

    def _in_order(self, words: tuple[tuple[str, ...], ...], fields: frozenset[str] | None) -> Ints:
        begins = np.unique(self._places(words[0], fields)[0])
        for distance, word in enumerate(words[1:], 1):
            begins = np.intersect1d(begins, self._places(word, fields)[0] - distance)
        return begins >> PLACE_BITS - 1

    def _valued(self, terms: list[str] | tuple[str, ...]) -> Ints:
        self._read.update(terms)
        return np.concatenate([np.empty(0, np.int64), *map(self._generation.keyword, terms)])

    def _expand(self, kind: str, starts: tuple[str, ...], prefix: str) -> tuple[str, ...]:
        most = MAX_EXPANSIONS + 1
        terms = [term for start in starts for term in self._generation.expand(kind, start, most)]
        if len(terms) > MAX_EXPANSIONS:
            self._notices[Notice(NoticeCode.EXPANSION_LIMITED, (prefix, str(MAX_EXPANSIONS)))] = None
        return tuple(terms[:MAX_EXPANSIONS])

    def _frequency(self, leaf: Leaf) -> Floats:
        """The weighted frequency of a leaf in every document."""
        size = self._generation.size
        match leaf:
            case Group(terms, None):
                frequency = np.zeros(size)
                for documents, weights in map(self._generation.words, terms):
                    frequency[documents] += weights
                return frequency
            case Group(terms, fields):
                places, weighs = self._places(terms, fields)
                of_field = np.array([*self._weights.values()])
                weights = of_field[field_of(places[weighs])]
                counted = np.bincount(places[weighs] >> PLACE_BITS - 1, weights, minlength=size)
                return counted.astype(np.float64)
            case Keyword(value, fields):
                frequency = np.zeros(size)
                for field in fields:
                    documents = self._generation.keyword(keyword_term(field, value))
                    frequency[documents] = np.maximum(frequency[documents], self._weights.get(field, 1.0))
                return frequency
            case _:
                return self._mask(leaf).astype(np.float64)
