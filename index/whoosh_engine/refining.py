"""The best documents of a result as `index.rerank` wants to know them, and in the order that it gives."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.field import text_fields
from index.rerank import DOCUMENT_SHIFT, FEWEST_TELLING, Candidates, QueryWord, refined
from index.whoosh_engine.answer import SCALE, Word
from index.whoosh_engine.generation import Generation
from index.whoosh_engine.lists import Documents, Floats, different
from index.whoosh_engine.places import places_of_postings
from index.whoosh_engine.view import FIRST_PLACE, Postings

_WORD_SHIFT = DOCUMENT_SHIFT + 8
"""Above the number of a candidate."""

Integers = NDArray[np.int64]


def refined_scores(
    generation: Generation, documents: Documents, scores: Floats, words: Sequence[Word]
) -> Floats:
    """Better scores of the best documents, which are given best first; in whole units of the last digit."""
    terms = generation.terms_of(documents if len(words) >= FEWEST_TELLING else documents[:0])
    candidates = Candidates(
        scores / SCALE,
        generation.norms.take(documents),
        _query_words(generation, documents, words),
        np.array([field.weight for field in text_fields(generation.payload.fields)]),
        terms.starts,
        terms.numbers.astype(np.int64),
        terms.frequencies.astype(np.float64),
    )
    units: Floats = np.rint(refined(candidates) * SCALE)
    return units


def _query_words(
    generation: Generation, documents: Documents, words: Sequence[Word]
) -> tuple[QueryWord, ...]:
    """The words with their places in the documents, all of them read together."""
    numbers = {word: number for number, word in enumerate(dict.fromkeys(words))}
    order = documents.argsort().astype(np.int64)
    parts = generation.parted(documents[order])
    ends = np.cumsum([len(own) for own in parts])
    found = [np.zeros(0, np.int64)]
    for number, (part, own) in enumerate(zip(generation.parts, parts, strict=True)):
        if len(own):
            terms = [(marked, term) for word, marked in numbers.items() for term in word.terms[number]]
            candidates = order[ends[number] - len(own) : ends[number]]
            found.append(_places(part.view.words, terms, own, candidates))
    places = np.concatenate(found)
    places.sort()
    places = places[different(places)]
    edges = places.searchsorted(np.arange(len(numbers) + 1, dtype=np.int64) << _WORD_SHIFT)
    places &= (1 << _WORD_SHIFT) - 1
    own_places = [places[edges[number] : edges[number + 1]] for number in range(len(numbers))]
    return tuple(QueryWord(word.weight, own_places[numbers[word]]) for word in words)


def _places(
    postings: Postings, terms: Sequence[tuple[int, int]], documents: Documents, candidates: Integers
) -> Integers:
    """Where terms, each with the number of its word, stand in some documents of a segment, which are the
    candidates with these numbers: word, candidate, field and position in one number."""
    wanted, marks = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for word, term in terms:
        begin, end = postings.starts[term : term + 2].tolist()
        held = postings.documents[begin:end]
        at = held.searchsorted(documents)
        there = held.take(at, mode="clip") == documents
        wanted.append(begin + at[there])
        marks.append(word << _WORD_SHIFT | candidates[there] << DOCUMENT_SHIFT)
    owners, places = places_of_postings(postings, np.concatenate(wanted))
    return np.concatenate(marks).take(owners) | places & FIRST_PLACE - 1
