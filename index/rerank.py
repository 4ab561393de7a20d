"""The best documents of a search in a better order: a pure function of arrays, the same for every engine.

Three refinements of the base scores, two of them published forms. *Dependence*: query words that stand side
by side earn more where they do so in the document, too (Metzler and Croft, "A Markov Random Field Model for
Term Dependencies", 2005): in the same order without a gap, and within a window. *Smoothing*: a document is
likely to be of use if those that resemble it are (Diaz, "Regularizing Ad Hoc Retrieval Scores", 2005).
*Naming*: who knows a paper types a part of its title, so a title that holds all words of the query earns
more, and again if they stand there as they were typed. That is not smoothed, since it says nothing of what
resembles the paper.

All need only what stands in the candidates: no statistics of the collection beyond the weights of the
query's words. For that the weight of a pair is the sum of those of its words, which is what the idf of a pair
is where its words are independent; and how much a term tells of a candidate is measured among the candidates.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.scoring import DIGITS, idf, saturate

CANDIDATES = 50
"""How many of the best are refined; those behind them keep their order."""
FEWEST_TELLING = 3
"""Words of a query from which on scores are smoothed: shorter ones say too little of what resembles what is
wanted, and are mostly names."""

WINDOW = 8
"""Words that two neighbours of a query may lie in, themselves included."""
ORDERED = 0.1
UNORDERED = 0.1
"""What pairs weigh, beside 1.0 for single words."""
NEIGHBOURS = 10
SHARE = 0.4
"""The part of a score that a document has from its neighbours."""
NAMING = 0.3
"""What a title earns, as a part of the weight of the query's words, that holds all of them; that has them in
the typed order close to each other; and that has them side by side."""
CLOSE = 3
"""How far behind a word the next may stand in a title: stop words are not among those of a query."""

FIELD_SHIFT = 24
DOCUMENT_SHIFT = 31
_NUMBER_SHIFT = 40
_FAR = np.int64(1) << 62
_FIELD_MASK = (1 << DOCUMENT_SHIFT - FIELD_SHIFT) - 1
_SIMILARITY_DIGITS = 9
_TOGETHER = 100  # terms multiplied at once: more would be shared by threads, and waking them costs most

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word of the query: its weight (idf), and all places where it stands in the candidates, ascending.

    A place is `document << DOCUMENT_SHIFT | field << FIELD_SHIFT | position`; the document is the number of
    the candidate from 0, the field a number that counts in `Candidates.field_weights`.
    """

    weight: float
    places: Integers


@dataclass(frozen=True, slots=True)
class Candidates:
    """What is known of the best documents, best first, n of them: at most `CANDIDATES`.

    `scores` and `norms` (n,) are those of the base formula (`index.scoring`). `words` are those of the query
    in typed order, with repetitions. `field_weights` are by number of field; the field that weighs most is
    what a document is called. The terms of document d and their weighted frequencies are
    `terms[starts[d]:starts[d + 1]]` and `frequencies[...]`, in any order; a term is any number that means the
    same in all of the documents, and stands once in each. Where there are none, nothing is smoothed: of a
    query with fewer words than `FEWEST_TELLING` they are left out.
    """

    scores: Floats
    norms: Floats
    words: tuple[QueryWord, ...]
    field_weights: Floats
    starts: Integers
    terms: Integers
    frequencies: Floats


def refined(candidates: Candidates) -> Floats:
    """Better scores (n,) for the candidates, rounded to `DIGITS`; the caller puts them in order."""
    if len(candidates.scores) == 0:
        return candidates.scores
    pairs = _Pairs.of(candidates.words)
    scores = candidates.scores + _dependence(candidates, pairs)
    if len(candidates.terms):
        scores = _smoothed(scores, _similarities(candidates))
    return np.round(scores + _naming(candidates, pairs), DIGITS)


class _Pairs(NamedTuple):
    """The neighbours among the words of a query that differ: their weights, the places of the first and the
    second of each in one ascending array, with the number of the pair on top, and for each first word how far
    behind it the second stands next; far away if it does not, or in another field or document."""

    weights: Floats
    firsts: Integers
    seconds: Integers
    steps: Integers

    @classmethod
    def of(cls, words: Sequence[QueryWord]) -> "_Pairs":
        pairs = [(a, b) for a, b in pairwise(words) if not np.array_equal(a.places, b.places)]
        weights = np.array([first.weight + second.weight for first, second in pairs])
        firsts = _numbered([first.places for first, _ in pairs])
        seconds = _numbered([second.places for _, second in pairs])
        behind = np.searchsorted(seconds, firsts, side="right")
        return cls(weights, firsts, seconds, np.append(seconds, _FAR)[behind] - firsts)


def _dependence(candidates: Candidates, pairs: _Pairs) -> Floats:
    """What the pairs of neighbouring query words add to each score (n,)."""
    found = np.zeros((len(pairs.weights), len(candidates.scores)))
    for share, stand in (
        (ORDERED, pairs.steps == 1),
        (UNORDERED, _distances(pairs.firsts, pairs.seconds) < WINDOW),
    ):
        frequencies = _frequencies(pairs.firsts[stand], found.shape, candidates.field_weights)
        found += share * saturate(frequencies, candidates.norms)
    return pairs.weights @ found


def _naming(candidates: Candidates, pairs: _Pairs) -> Floats:
    """What each score (n,) earns where the whole query stands in the title."""
    words, count = candidates.words, len(candidates.scores)
    if not len(pairs.weights):
        return np.zeros(count)
    title = int(candidates.field_weights.argmax())
    names = np.zeros(count)
    for numbers, places in (
        (len(words), _numbered([word.places for word in words])),
        (len(pairs.weights), pairs.firsts[pairs.steps <= CLOSE]),
        (len(pairs.weights), pairs.firsts[pairs.steps == 1]),
    ):
        names += _hold_all(places, title, (numbers, count))
    return names * NAMING * sum(word.weight for word in words)


def _hold_all(places: Integers, field: int, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Which documents have places of all numbers in a field."""
    inside = places[places >> FIELD_SHIFT & _FIELD_MASK == field]
    stands = np.zeros(shape, np.bool_)
    stands[inside >> _NUMBER_SHIFT, _documents(inside)] = True
    held: NDArray[np.bool_] = np.all(stands, axis=0)
    return held


def _numbered(places: Sequence[Integers]) -> Integers:
    """Several places in one ascending array, each with the number of its own on top."""
    numbers = np.repeat(np.arange(len(places), dtype=np.int64), [len(own) for own in places])
    joined: Integers = np.concatenate([np.zeros(0, np.int64), *places])
    joined |= numbers << _NUMBER_SHIFT
    return joined


def _distances(firsts: Integers, seconds: Integers) -> Integers:
    """For each first word how far away the nearest second of its pair stands, on either side, but not at the
    same place; what lies in other fields and documents is far away."""
    padded = np.concatenate(([-_FAR], seconds, [_FAR]))
    before = padded[np.searchsorted(seconds, firsts)]
    after = padded[np.searchsorted(seconds, firsts, side="right") + 1]
    nearest: Integers = np.minimum(firsts - before, after - firsts)
    return nearest


def _frequencies(places: Integers, shape: tuple[int, int], field_weights: Floats) -> Floats:
    """The weighted number of places by pair and document."""
    weights = field_weights[places >> FIELD_SHIFT & _FIELD_MASK]
    cells = (places >> _NUMBER_SHIFT) * shape[1] + _documents(places)
    counts = np.bincount(cells, weights, shape[0] * shape[1])
    return counts.astype(np.float64, copy=False).reshape(shape)


def _documents(places: Integers) -> Integers:
    """The numbers of the candidates, below whatever stands on top."""
    documents: Integers = (places & (1 << _NUMBER_SHIFT) - 1) >> DOCUMENT_SHIFT
    return documents


def _similarities(candidates: Candidates) -> Floats:
    """The cosines of all candidates with each other (n, n), of terms weighted as if each were asked for."""
    count = len(candidates.scores)
    documents = np.repeat(np.arange(count), np.diff(candidates.starts))
    distinct, numbers, holding = np.unique(candidates.terms, return_inverse=True, return_counts=True)
    telling = np.array([idf(count, held) for held in range(count + 1)])[holding]
    blocks = len(distinct) // _TOGETHER + 1
    vectors = np.zeros((count, blocks * _TOGETHER))
    earned = saturate(candidates.frequencies, candidates.norms[documents])
    vectors[documents, numbers] = earned * telling[numbers]
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.where(lengths, lengths, 1.0)
    parts = vectors.reshape(count, blocks, _TOGETHER).transpose(1, 0, 2)
    cosines: Floats = (parts @ parts.transpose(0, 2, 1)).sum(axis=0)
    return np.round(cosines, _SIMILARITY_DIGITS)


def _smoothed(scores: Floats, similarities: Floats) -> Floats:
    """Each score moved towards the mean of its nearest neighbours, weighted by the squares of the cosines:
    what resembles a document but little says little of it."""
    others = similarities.copy()
    np.fill_diagonal(others, -1.0)
    nearest = np.argsort(-others, axis=1, kind="stable")[:, : min(NEIGHBOURS, len(scores) - 1)]
    weights = np.take_along_axis(others, nearest, axis=1) ** 2
    totals = weights.sum(axis=1)
    means = (weights * scores[nearest]).sum(axis=1) / np.where(totals, totals, 1.0)
    return np.where(totals, (1.0 - SHARE) * scores + SHARE * means, scores)
