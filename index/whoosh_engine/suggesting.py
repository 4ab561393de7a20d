"""Values by the beginnings of words, and words by what they are nearly written like, over arrays.

The words of the labels of a facet are in order, so that those which begin alike are one slice of numbers of
labels. Nothing is decoded but what is answered: a single letter costs the numbers of its slice.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.expansion import fitting, literal_beginning
from index.field import text_fields
from index.results import FacetCount, WordCount
from index.suggestions import Beginning, Beginnings, begun_otherwise, nearly
from index.terms import term
from index.whoosh_engine.facets import Fits
from index.whoosh_engine.generation import Generation, Part
from index.whoosh_engine.lists import Documents, among, living
from index.whoosh_engine.places import mask_of
from index.whoosh_engine.ranking import first
from index.whoosh_engine.strings import StringTable, encoded
from index.whoosh_engine.view import LabelWords, Postings


def suggestions(
    generation: Generation, facet: str, documents: Documents, wanted: Beginnings, limit: int
) -> tuple[FacetCount, ...]:
    """The values of a facet with a label that begins so: what fits best first, of equals what most of the
    documents have."""
    fits = [
        _fits(part.view.label_words(facet), wanted, len(part.view.facet(facet).labels))
        for part in generation.parts
    ]
    return generation.facets(facet).best(fits, documents, limit)


def _fits(held: LabelWords, wanted: Beginnings, size: int) -> Fits:
    """How well each of `size` labels fits, see `index.suggestions.fit`; 0: not at all."""
    best = [_fits_of_word(held, begins, size) for begins in wanted]
    if not best:
        return np.ones(size, np.int8)
    worst: Fits = np.minimum.reduce([fits + fits % 2 for fits in best])
    fits: Fits = np.maximum(worst - best[0] % 2, np.int8(0))
    return fits


def _fits_of_word(held: LabelWords, begins: Sequence[Beginning], size: int) -> Fits:
    """How well the best word of each label fits."""
    fits = np.zeros(size, np.int8)
    for begin in sorted(begins, key=lambda begin: begin.fits):
        first, end = held.words.span(encoded(begin.letters))
        fits[held.labels[held.starts[first] : held.starts[end]]] = begin.fits
    return fits


class _Begun(NamedTuple):
    """The terms of a segment that begin alike, from number `first` of `terms` on, and in how many of the
    documents asked about each of them stands."""

    terms: StringTable
    first: int
    counts: NDArray[np.int64]

    def most_frequent(self, limit: int) -> Iterator[bytes]:
        """Those in most documents, ties in order."""
        at = first(-self.counts, limit, lambda at: np.arange(len(self.counts))[at])
        return (self.terms[self.first + n] for n in at.tolist() if self.counts[n])

    def count(self, begun: bytes) -> int:
        """In how many documents a term stands."""
        number = self.terms.find(begun) - self.first
        return int(self.counts[number]) if 0 <= number < len(self.counts) else 0


def completions(
    generation: Generation,
    beginning: str,
    documents: Documents | None,
    fields: frozenset[str] | None,
    limit: int,
) -> tuple[str, ...]:
    """The terms that begin so, those in most of the documents (None: of all) first.

    Of the largest segment only the most frequent can be among them, and those that others hold as well.
    """
    names = enumerate(text_fields(generation.payload.fields))
    mask = None if fields is None else mask_of(number for number, field in names if field.name in fields)
    asked = [None] * len(generation.parts) if documents is None else generation.parted(documents)
    begun = [_begun(part, beginning, own, mask) for part, own in zip(generation.parts, asked, strict=True)]
    largest = max(begun, key=lambda each: len(each.counts), default=None)
    found = (each.most_frequent(limit if each is largest else len(each.counts)) for each in begun)
    totals = {own: sum(each.count(own) for each in begun) for own in chain.from_iterable(found)}
    return tuple(own.decode() for own in sorted(totals, key=lambda own: (-totals[own], own))[:limit])


def _begun(part: Part, beginning: str, documents: Documents | None, mask: int | None) -> _Begun:
    """The terms of a segment that begin so, in fields given as bits (None: in any)."""
    view, deleted = part.view, part.deleted
    postings = view.forms if beginning.startswith(term("", "")) else view.words
    low, high = postings.terms.span(encoded(beginning))
    starts = postings.starts[low : high + 1]
    counts = np.diff(starts)
    if len(counts) and (documents is not None or mask is not None or len(deleted)):
        rows = slice(starts[0], starts[-1])
        held, size = postings.documents[rows], view.size
        counted = ~among(deleted, held, size) if documents is None else among(documents, held, size)
        if mask is not None and postings.masks is not None:
            counted &= (postings.masks[rows] & mask) != 0
        counts = np.add.reduceat(counted, starts[:-1] - starts[0], dtype=np.int64)
    return _Begun(postings.terms, low, counts)


def spellings(generation: Generation, word: str) -> tuple[WordCount, ...]:
    """The words of texts that are nearly written like a folded one, those in most documents first."""
    spaces = [part.view.forms for part in generation.parts]
    meant = nearly(word)
    near = {term("", other) for other in begun_otherwise(word)}
    for postings in spaces:
        begin_alike = _beginning_with(postings, term("", literal_beginning(meant)))
        near |= {term("", other) for other in fitting(meant, begin_alike)}
    return _in_order(generation, near)


def _in_order(generation: Generation, forms: Iterable[str]) -> tuple[WordCount, ...]:
    """Those of the folded forms that living documents hold, by their number, then as words."""
    fields = enumerate(text_fields(generation.payload.fields))
    names = mask_of(number for number, field in fields if field.names)
    counted = [_counted(generation.parts, form, names) for form in forms]
    return tuple(sorted((c for c in counted if c.count), key=lambda c: (-c.count, c.word)))


def _beginning_with(postings: Postings, beginning: str) -> list[str]:
    """The words of the terms that begin so."""
    return [own.decode()[1:] for own in postings.terms[slice(*postings.terms.span(encoded(beginning)))]]


def _counted(parts: Sequence[Part], form: str, names: int) -> WordCount:
    """How many documents hold a folded form, and whether it stands in a field of `names`, given as bits."""
    count, is_name = 0, False
    for part in parts:
        postings = part.view.forms
        number = postings.find(encoded(form))
        if number >= 0 and postings.masks is not None:
            rows = slice(postings.starts[number], postings.starts[number + 1])
            documents, masks = postings.documents[rows], postings.masks[rows]
            left = living(documents, part.deleted, part.view.size)
            count += len(documents) if left is None else int(left.sum())
            is_name = is_name or bool(((masks if left is None else masks[left]) & names).any())
    return WordCount(form[1:], count, is_name)
