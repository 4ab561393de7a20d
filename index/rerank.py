"""The best documents of a search in a better order: a pure function of arrays, the same for every engine.

Two refinements of the base scores, both of them published forms. *Dependence*: query words that stand side by
side earn more where they do so in the document, too (Metzler and Croft, "A Markov Random Field Model for Term
Dependencies", 2005): in the same order without a gap, and within a window. *Smoothing*: a document is likely
to be of use if those that resemble it are (Diaz, "Regularizing Ad Hoc Retrieval Scores", 2005).

Both need only what stands in the candidates: no statistics of the collection beyond the weights of the
query's words. For that the weight of a pair is the sum of those of its words, which is what the idf of a pair
is where its words are independent; and how much a term tells of a candidate is measured among the candidates.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.scoring import DIGITS, idf, saturate

CANDIDATES = 50
"""How many of the best are refined; those behind them keep their order."""
FEWEST_WORDS = 3
"""Shorter queries are not refined: they say too little of what else should be near."""

WINDOW = 8
"""Words that two neighbours of a query may lie in, themselves included."""
ORDERED = 0.1
UNORDERED = 0.1
"""What pairs weigh, beside 1.0 for single words."""
NEIGHBOURS = 10
SHARE = 0.4
"""The part of a score that a document has from its neighbours."""

FIELD_SHIFT = 24
DOCUMENT_SHIFT = 31
_PAIR_SHIFT = 40
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
    in typed order, with repetitions. `field_weights` are by number of field. The terms of document d and
    their weighted frequencies are `terms[starts[d]:starts[d + 1]]` and `frequencies[...]`, in any order; a
    term is any number that means the same in all of the documents, and stands once in each.
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
    scores = candidates.scores + _dependence(candidates)
    return np.round(_smoothed(scores, _similarities(candidates)), DIGITS)


def _dependence(candidates: Candidates) -> Floats:
    """What the pairs of neighbouring query words add to each score (n,)."""
    words, count = candidates.words, len(candidates.scores)
    pairs = [(a, b) for a, b in pairwise(words) if _differ(a, b)]
    if not pairs:
        return np.zeros(count)
    firsts = _by_pair([first.places for first, _ in pairs])
    seconds = _by_pair([second.places for _, second in pairs])
    weights = np.array([first.weight + second.weight for first, second in pairs])
    found = np.zeros((len(pairs), count))
    for share, stand in (
        (ORDERED, _follow(firsts, seconds)),
        (UNORDERED, _distances(firsts, seconds) < WINDOW),
    ):
        frequencies = _frequencies(firsts[stand], found.shape, candidates.field_weights)
        found += share * saturate(frequencies, candidates.norms)
    return weights @ found


def _differ(first: QueryWord, second: QueryWord) -> bool:
    return not np.array_equal(first.places, second.places)


def _by_pair(places: list[Integers]) -> Integers:
    """The places of all pairs in one ascending array, each with the number of its pair on top."""
    pairs = np.repeat(np.arange(len(places), dtype=np.int64), [len(own) for own in places])
    return np.concatenate(places) | pairs << _PAIR_SHIFT


def _follow(firsts: Integers, seconds: Integers) -> NDArray[np.bool_]:
    """For each first word whether the second of its pair stands right behind it."""
    behind = np.searchsorted(seconds, firsts + 1)
    found: NDArray[np.bool_] = np.append(seconds, -1)[behind] == firsts + 1
    return found


def _distances(firsts: Integers, seconds: Integers) -> Integers:
    """For each first word how far away the nearest second of its pair stands, on either side, but not at the
    same place; what lies in other fields and documents is far away."""
    far = np.int64(1) << 62
    padded = np.concatenate(([-far], seconds, [far]))
    before = padded[np.searchsorted(seconds, firsts)]
    after = padded[np.searchsorted(seconds, firsts, side="right") + 1]
    nearest: Integers = np.minimum(firsts - before, after - firsts)
    return nearest


def _frequencies(places: Integers, shape: tuple[int, int], field_weights: Floats) -> Floats:
    """The weighted number of places by pair and document."""
    pairs = places >> _PAIR_SHIFT
    documents = (places & (1 << _PAIR_SHIFT) - 1) >> DOCUMENT_SHIFT
    weights = field_weights[places >> FIELD_SHIFT & _FIELD_MASK]
    counts = np.bincount(pairs * shape[1] + documents, weights, shape[0] * shape[1])
    return counts.astype(np.float64, copy=False).reshape(shape)


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
