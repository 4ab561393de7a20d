"""From documents that hold terms to terms with their documents, by sorting whole arrays."""

from array import array
from collections.abc import Hashable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from index.analysis import AnalysedDocument, Vocabulary
from index.field import Fields
from index.whoosh_engine.ragged import Ints, places_of, starts_of
from index.whoosh_engine.strings import encoded
from index.whoosh_engine.view import FIELD_BITS, FIRST_PLACE, POSITION_BITS, Documents

H = TypeVar("H", bound=Hashable)
Places = NDArray[np.uint32]
Terms = NDArray[np.int32]

_BATCH = 250_000  # word forms that are turned into terms together: their arrays stay in the caches
_LAST_POSITION = (1 << POSITION_BITS) - 1
_MASKS: tuple[type[np.unsignedinteger[Any]], ...] = (np.uint8, np.uint16, np.uint32, np.uint64)
MOST_FIELDS = min(64, 1 << FIELD_BITS)
"""Fields that an index can have: bits of a mask."""


class Numbering(dict[H, int], Generic[H]):
    """Different values, numbered in the order in which they are first asked for."""

    def __missing__(self, value: H) -> int:
        number = self[value] = len(self)
        return number


def ranked(values: Sequence[Any]) -> tuple[list[Any], Terms]:
    """Different values in order, and the place of each in that order."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = np.empty(len(values), np.int32)
    ranks[order] = np.arange(len(values), dtype=np.int32)
    return [values[number] for number in order], ranks


class Lists(NamedTuple):
    """Posting lists of terms that follow each other: the parts of `index.whoosh_engine.view.Postings`, with
    the postings (and places) of each term counted."""

    counts: Ints
    documents: Documents
    frequencies: NDArray[np.float32] | None = None
    masks: NDArray[Any] | None = None
    place_counts: Ints | None = None
    places: Places | None = None


class FieldTable:
    """What postings keep of the fields: their numbers, weights and bits."""

    def __init__(self, fields: Fields) -> None:
        if len(fields) > MOST_FIELDS:
            raise ValueError(f"{len(fields)} fields are too many: declare at most {MOST_FIELDS}")
        self.numbers = {field.name: number for number, field in enumerate(fields)}
        self.weights = np.array([field.weight for field in fields])
        mask = next(mask for mask in _MASKS if len(fields) <= np.iinfo(mask).bits)
        self.bits: NDArray[Any] = np.left_shift(mask(1), np.arange(len(fields), dtype=mask))


def in_order(terms: Terms) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Numbers of terms in order, and where each was; equal ones stay in their order. At most 2³² of them."""
    keys = terms.astype(np.uint64)
    keys <<= np.uint64(32)
    keys |= np.arange(len(terms), dtype=np.uint64)
    keys.sort()
    return (keys >> np.uint64(32)).astype(np.uint32), keys.astype(np.uint32)


def _first_of_each(terms: NDArray[Any], documents: Documents) -> Ints:
    """Where a term or a document differs from the one before."""
    first = np.ones(len(terms), np.bool_)
    first[1:] = (terms[1:] != terms[:-1]) | (documents[1:] != documents[:-1])
    return np.flatnonzero(first)


def invert(size: int, terms: Terms, documents: Documents) -> Lists:
    """Lists of the terms 0 to `size` from pairs, repeated or not, in ascending order of documents."""
    terms_, order = in_order(terms)
    documents = documents[order]
    firsts = _first_of_each(terms_, documents)
    return Lists(np.bincount(terms_[firsts], minlength=size), documents[firsts])


def invert_places(
    size: int, terms: Terms, documents: Documents, places: Places, fields: FieldTable, *, weighing: bool
) -> Lists:
    """Lists with the fields and, of terms that weigh, with frequencies and places.

    Documents, and the places of a term within each, must be in ascending order.
    """
    terms_, order = in_order(terms)
    documents, places = documents[order], places[order]
    firsts = _first_of_each(terms_, documents)
    counts = np.bincount(terms_[firsts], minlength=size)
    numbers = places >> POSITION_BITS
    masks = np.bitwise_or.reduceat(fields.bits[numbers], firsts) if len(firsts) else fields.bits[:0]
    if not weighing:
        return Lists(counts, documents[firsts], masks=masks)
    weights = fields.weights[numbers]
    frequencies = np.add.reduceat(weights, firsts) if len(firsts) else weights
    places[firsts] |= np.uint32(FIRST_PLACE)
    return Lists(
        counts,
        documents[firsts],
        frequencies.astype(np.float32),
        masks,
        np.bincount(terms_, minlength=size),
        places,
    )


class _Meanings:
    """What the word forms of a vocabulary stand for: numbers of terms, and how far from the first word."""

    def __init__(self) -> None:
        self._counts = array("i")
        self._terms = array("i")
        self._offsets = array("i")

    def add(self, meanings: Sequence[tuple[int, str]], numbers: Numbering[str]) -> None:
        """The next form stands for these terms at these distances."""
        self._counts.append(len(meanings))
        for offset, term in meanings:
            self._terms.append(numbers[term])
            self._offsets.append(offset)

    def spread(self, forms: Terms, documents: Documents, places: Places) -> tuple[Terms, Documents, Places]:
        """The terms of a sequence of forms, with the document and place of each."""
        counts = np.array(self._counts, np.int32)
        starts = starts_of(counts)
        counts = counts[forms]
        found = places_of(starts[forms], counts)
        placed = np.repeat(places, counts) + np.array(self._offsets, np.uint32)[found]
        return np.array(self._terms, np.int32)[found], np.repeat(documents, counts), placed


class WordCollector:
    """The words of documents, as numbers of forms, until they are inverted; `size` says how many."""

    def __init__(self, fields: Fields) -> None:
        self._fields = FieldTable(fields)
        self._words: Numbering[str] = Numbering()
        self._forms: Numbering[str] = Numbering()
        self._use(None)
        self._empty()

    def _use(self, vocabulary: Vocabulary | None) -> None:
        self._vocabulary = vocabulary
        self._known = 0
        self._weighing = _Meanings()
        self._matching = _Meanings()
        self._widths = array("i")

    def _empty(self) -> None:
        self._read = array("i")
        self._passages: tuple[array[int], ...] = tuple(array("i") for _ in range(4))
        self._spread: list[tuple[tuple[Terms, Documents, Places], tuple[Terms, Documents, Places]]] = []
        self.size = 0

    def add(self, document: int, analysed: AnalysedDocument) -> None:
        """Take the words of the next document."""
        if analysed.vocabulary is not self._vocabulary:
            self._translate()
            self._use(analysed.vocabulary)
        elif len(self._read) >= _BATCH:
            self._translate()
        documents, fields, starts, lengths = self._passages
        for field, start, numbers in analysed.passages:
            if numbers:
                self._read.extend(numbers)
                documents.append(document)
                fields.append(self._fields.numbers[field])
                starts.append(start)
                lengths.append(len(numbers))
                self.size += len(numbers)

    def inverted(self) -> tuple[tuple[list[bytes], Lists], tuple[list[bytes], Lists]]:
        """Terms and lists of the words and of the forms collected so far, which are forgotten."""
        self._translate()
        words, forms = ([part[n] for part in self._spread] for n in range(2))
        self._empty()
        return (
            self._inverted(self._words, words, weighing=True),
            self._inverted(self._forms, forms, weighing=False),
        )

    def _inverted(
        self, numbering: Numbering[str], parts: list[tuple[Terms, Documents, Places]], *, weighing: bool
    ) -> tuple[list[bytes], Lists]:
        numbers, documents, places = (
            np.concatenate([np.empty(0, dtype), *(part[n] for part in parts)])
            for n, dtype in enumerate((np.int32, np.int32, np.uint32))
        )
        used = np.flatnonzero(np.bincount(numbers, minlength=len(numbering)))
        names = list(numbering)
        terms, ranks_of_used = ranked([encoded(names[number]) for number in used.tolist()])
        ranks = np.zeros(len(names), np.int32)
        ranks[used] = ranks_of_used
        lists = invert_places(len(terms), ranks[numbers], documents, places, self._fields, weighing=weighing)
        return terms, lists

    def _translate(self) -> None:
        """Turn the forms read since the vocabulary changed into terms."""
        if self._vocabulary is None or not self._read:
            return
        self._learn(self._vocabulary)
        read = np.array(self._read, np.int32)
        documents, fields, starts, lengths = (np.array(part, np.int32) for part in self._passages)
        passage = np.repeat(np.arange(len(lengths)), lengths)
        widths = np.array(self._widths, np.int32)[read]
        before = np.cumsum(widths, dtype=np.int64) - widths
        first = before[starts_of(lengths)[:-1]]
        positions = np.minimum(before + (starts - first)[passage], _LAST_POSITION - int(widths.max()))
        places = (fields.astype(np.uint32) << POSITION_BITS)[passage] | positions.astype(np.uint32)
        documents = documents[passage]
        self._spread.append(
            (self._weighing.spread(read, documents, places), self._matching.spread(read, documents, places))
        )
        self._read = array("i")
        self._passages = tuple(array("i") for _ in range(4))

    def _learn(self, vocabulary: Vocabulary) -> None:
        """Number the terms of forms that are new."""
        for width, weighing, silent, _ in vocabulary.forms[self._known :]:
            self._widths.append(width)
            self._weighing.add(weighing, self._words)
            folded = [meaning for meaning in weighing + silent if meaning[1][0] == ":"]
            self._matching.add(folded, self._forms)
        self._known = len(vocabulary.forms)
