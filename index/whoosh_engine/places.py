"""Where words stand in the documents of one segment: phrases, neighbours, and frequencies in some fields.

A place is one number for document, field and position; neighbours within a field differ by one.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.whoosh_engine.lists import Documents, Floats, among, different, lengths_within, where
from index.whoosh_engine.ragged import runs
from index.whoosh_engine.view import FIELD_BITS, FIRST_PLACE, LANDMARK, POSITION_BITS, Postings

Places = NDArray[np.int64]
Words = Sequence[Sequence[int]]
"""For each word the numbers of the terms that it may stand as."""

_SEARCHED = 8  # a search of so few costs less than going through so many more
_PLACE_BITS = FIELD_BITS + POSITION_BITS


def mask_of(fields: Iterable[int]) -> int:
    """Numbers of fields as bits, as in `Postings.masks`."""
    return sum(1 << field for field in set(fields))


def frequencies(postings: Postings, term: int, weights: Floats) -> Floats:
    """The weighted frequency of a term in each of its documents; `weights` are those of fields by number."""
    places = _all_places(postings, term)
    weighed = weights.take((places & FIRST_PLACE - 1) >> POSITION_BITS)
    return np.add.reduceat(weighed, (places >= FIRST_PLACE).nonzero()[0])


def following(postings: Postings, words: Words, mask: int | None, asked: Documents, size: int) -> Documents:
    """Those of the documents `asked` where the words follow each other in a field of `mask` (None: any)."""
    begins, *rest = _places_of_words(postings, words, mask, asked, size)
    for distance, places in enumerate(rest, 1):
        begins = _common(begins, places - distance)
    return _documents(begins)


def near(
    postings: Postings, words: Words, mask: int | None, asked: Documents, size: int, *, width: int
) -> Documents:
    """Those of the documents `asked` where a stretch of `width` positions holds all words, and as many places
    as words: one place is not two words, if they have a term in common."""
    found = _places_of_words(postings, words, mask, asked, size)
    begins = np.concatenate(found)
    begins.sort(kind="stable")
    begins = begins[different(begins)]
    begins = begins[begins.searchsorted(begins + width) - np.arange(len(begins)) >= len(words)]
    for places in found:
        begins = begins[places.searchsorted(begins + width) > places.searchsorted(begins)]
    return _documents(begins)


def _common(few: Places, many: Places) -> Places:
    """The places that are in both."""
    if len(few) * _SEARCHED <= len(many):
        common: Places = few[many.take(many.searchsorted(few), mode="clip") == few]
        return common
    both = np.concatenate([few, many])
    both.sort(kind="stable")  # which takes two runs as they are
    return both[:-1][~different(both)[1:]]


def _documents(places: Places) -> Documents:
    documents = (places >> _PLACE_BITS).astype(np.int32)
    return documents[different(documents)]


def _places_of_words(
    postings: Postings, words: Words, mask: int | None, asked: Documents, size: int
) -> list[Places]:
    """The places of each word, ascending, in those documents that hold all of them."""
    for terms in words:
        held = np.zeros(len(asked), np.bool_)
        for term in terms:
            held |= among(_documents_of(postings, term), asked, size)
        asked = asked[held]
    return [_places_of_word(postings, terms, mask, asked, size) for terms in words]


def _places_of_word(
    postings: Postings, terms: Sequence[int], mask: int | None, asked: Documents, size: int
) -> Places:
    found = [_places_of_term(postings, term, asked, size) for term in terms]
    places = np.concatenate([np.zeros(0, np.int64), *found])
    if mask is not None:
        fields = places >> POSITION_BITS & (1 << FIELD_BITS) - 1
        places = places[np.bitwise_and(mask >> fields, 1) == 1]
    if len(found) > 1:
        places.sort()
        places = places[different(places)]  # a place may hold several of the terms
    return places


def _places_of_term(postings: Postings, term: int, asked: Documents, size: int) -> Places:
    documents = _documents_of(postings, term)
    if len(asked) * LANDMARK <= len(documents):
        at = where(documents, asked, size)
        owners, places = places_of_postings(postings, at + postings.starts[term])
        return _placed(documents[at].take(owners), places)
    places = _all_places(postings, term)
    posting = (places >= FIRST_PLACE).cumsum(dtype=np.int32)
    posting -= 1
    rows = among(asked, documents, size).take(posting).nonzero()[0]
    return _placed(documents.take(posting.take(rows)), places.take(rows))


def _placed(documents: Documents, places: NDArray[np.uint32]) -> Places:
    """Places within documents as places among all."""
    found: Places = documents.astype(np.int64) << _PLACE_BITS
    found |= places & FIRST_PLACE - 1
    return found


def places_of_postings(
    postings: Postings, wanted: NDArray[np.integer]
) -> tuple[NDArray[np.intp], NDArray[np.uint32]]:
    """The places of some postings of a space, given by their numbers, in their order; and of each place the
    index in `wanted` of its posting. Reads no more than between two landmarks for each."""
    if postings.places is None or postings.landmarks is None:
        raise ValueError("this space of terms keeps no places")
    begins = postings.landmarks.take(wanted // LANDMARK)
    ends = postings.landmarks.take(wanted // LANDMARK + 1)
    lengths = lengths_within(begins, ends, len(postings.places))
    places = postings.places.take(runs(begins, lengths))
    posting = (places >= FIRST_PLACE).cumsum()
    # Counted on from run to run: each begins where the one before it has ended.
    ends = lengths.cumsum()
    before = np.concatenate(([0], posting.take(ends - 1)))[:-1]
    owners = np.repeat(np.arange(len(wanted)), lengths)
    found = (posting == (before + wanted % LANDMARK + 1).take(owners)).nonzero()[0]
    return owners.take(found), places.take(found)


def _documents_of(postings: Postings, term: int) -> Documents:
    return postings.documents[postings.starts[term] : postings.starts[term + 1]]


def _all_places(postings: Postings, term: int) -> NDArray[np.uint32]:
    if postings.places is None or postings.place_starts is None:
        raise ValueError("this space of terms keeps no places")
    return postings.places[postings.place_starts[term] : postings.place_starts[term + 1]]
