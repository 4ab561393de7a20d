"""From documents that hold terms to terms with their documents, by sorting whole arrays."""

from array import array
from collections.abc import Sequence
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.analysis import AnalysedDocument, Meanings, Vocabulary
from index.field import Fields, text_fields
from index.numbering import Numbering
from index.similarity import telling
from index.terms import weight_of
from index.whoosh_engine.ragged import Ints, runs, starts_of
from index.whoosh_engine.strings import encoded
from index.whoosh_engine.view import FIELD_BITS, FIRST_PLACE, POSITION_BITS, Documents, Floats

Places = NDArray[np.uint32]
Terms = NDArray[np.int32]

_BATCH = 250_000  # word forms that are turned into terms together: their arrays stay in the caches
_LAST_POSITION = (1 << POSITION_BITS) - 1
_MASKS: tuple[type[np.unsignedinteger[Any]], ...] = (np.uint8, np.uint16, np.uint32, np.uint64)
MOST_FIELDS = min(64, 1 << FIELD_BITS)
"""TEXT fields that an index can have: bits of a mask."""


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
    """What postings keep of the TEXT fields: their numbers, weights and bits."""

    def __init__(self, fields: Fields) -> None:
        texts = text_fields(fields)
        if len(texts) > MOST_FIELDS:
            raise ValueError(f"{len(texts)} fields of text are too many: declare at most {MOST_FIELDS}")
        self.numbers = {field.name: number for number, field in enumerate(texts)}
        self.weights = np.array([field.weight for field in texts])
        mask = next(mask for mask in _MASKS if len(texts) <= np.iinfo(mask).bits)
        self.bits: NDArray[Any] = np.left_shift(mask(1), np.arange(len(texts), dtype=mask))


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
    size: int,
    terms: Terms,
    documents: Documents,
    places: Places,
    fields: FieldTable,
    weights: Floats | None = None,
) -> Lists:
    """Lists with the fields and, of terms that weigh, with frequencies and places.

    Documents, and the places of a term within each, must be in ascending order. `weights` are those of the
    terms, None if they do not weigh.
    """
    terms_, order = in_order(terms)
    documents, places = documents[order], places[order]
    firsts = _first_of_each(terms_, documents)
    counts = np.bincount(terms_[firsts], minlength=size)
    numbers = places >> POSITION_BITS
    masks = np.bitwise_or.reduceat(fields.bits[numbers], firsts) if len(firsts) else fields.bits[:0]
    if weights is None:
        return Lists(counts, documents[firsts], masks=masks)
    weighed = fields.weights[numbers] * weights[terms_]
    frequencies = np.add.reduceat(weighed, firsts) if len(firsts) else weighed
    places[firsts] |= np.uint32(FIRST_PLACE)
    return Lists(
        counts,
        documents[firsts],
        frequencies.astype(np.float32),
        masks,
        np.bincount(terms_, minlength=size),
        places,
    )


class TermOrder:
    """The terms of a build, numbered as they come; what each weighs and tells, and their order, which is that
    of their UTF-8."""

    def __init__(self) -> None:
        self.numbering: Numbering[str] = Numbering()
        self._ordered: list[int] = []
        self._weights = array("d")
        self._telling = array("b")

    def numbers(self) -> Terms:
        """The numbers of all terms that have come, in order."""
        names = list(self.numbering)
        known = len(self._ordered)
        self._weights.extend(map(weight_of, names[known:]))
        self._telling.extend(map(telling, names[known:]))
        self._ordered += range(known, len(names))
        self._ordered.sort(key=names.__getitem__)  # most of them are in order
        return np.array(self._ordered, np.int32)

    def weights(self, numbers: Terms) -> Floats:
        """The weight of each of some terms that are in order."""
        return np.array(self._weights)[numbers]

    def telling(self, numbers: Terms) -> NDArray[np.bool_]:
        """Which of some terms that are in order are telling (`index.similarity`)."""
        return np.array(self._telling, np.bool_)[numbers]

    def names(self, numbers: Terms) -> list[bytes]:
        """Some terms, encoded."""
        names = list(self.numbering)
        return [encoded(names[number]) for number in numbers.tolist()]


class Inverted(NamedTuple):
    """The posting lists of some terms, in order, and the numbers of the terms in a `TermOrder`."""

    numbers: Terms
    lists: Lists


class _Translated:
    """The meanings of a vocabulary, whose terms get numbers that hold beyond it."""

    def __init__(self, meanings: Meanings, numbering: Numbering[str]) -> None:
        self._meanings = meanings
        self._numbering = numbering
        self._numbers = array("i")

    def spread(self, forms: Terms, documents: Documents, places: Places) -> tuple[Terms, Documents, Places]:
        """The terms of a sequence of forms, with the document and place of each."""
        new = islice(self._meanings.terms, len(self._numbers), None)
        self._numbers.extend(map(self._numbering.__getitem__, new))
        starts = np.array(self._meanings.starts, np.int32)
        counts = np.diff(starts)[forms]
        found = runs(starts[forms], counts)
        placed = np.repeat(places, counts) + np.array(self._meanings.offsets, np.uint32)[found]
        terms = np.array(self._numbers, np.int32)[np.array(self._meanings.numbers, np.int32)[found]]
        return terms, np.repeat(documents, counts), placed


class WordCollector:
    """The words of documents, as numbers of forms, until they are inverted; `size` says how many.

    The numbers of terms hold on: of those that weigh in `words`, of folded forms in `forms`.
    """

    def __init__(self, fields: Fields) -> None:
        self._fields = FieldTable(fields)
        self.words = TermOrder()
        self.forms = TermOrder()
        self._use(Vocabulary())
        self._empty()

    def _use(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._weighing = _Translated(vocabulary.weighing, self.words.numbering)
        self._folded = _Translated(vocabulary.folded, self.forms.numbering)

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

    def inverted(self) -> tuple[Inverted, Inverted]:
        """The words and the forms collected so far, which are forgotten."""
        self._translate()
        words, forms = ([part[n] for part in self._spread] for n in range(2))
        self._empty()
        return (
            self._inverted(self.words, words, weighing=True),
            self._inverted(self.forms, forms, weighing=False),
        )

    def _inverted(
        self, order: TermOrder, parts: list[tuple[Terms, Documents, Places]], *, weighing: bool
    ) -> Inverted:
        numbers, documents, places = (
            np.concatenate([np.empty(0, dtype), *(part[n] for part in parts)])
            for n, dtype in enumerate((np.int32, np.int32, np.uint32))
        )
        ordered = order.numbers()
        present = np.bincount(numbers, minlength=len(ordered)) > 0
        used = ordered[present[ordered]]
        ranks = np.zeros(len(ordered), np.int32)
        ranks[used] = np.arange(len(used), dtype=np.int32)
        weights = order.weights(used) if weighing else None
        lists = invert_places(len(used), ranks[numbers], documents, places, self._fields, weights)
        return Inverted(used, lists)

    def _translate(self) -> None:
        """Turn the forms read since the vocabulary changed into terms."""
        if not self._read:
            return
        read = np.array(self._read, np.int32)
        documents, fields, starts, lengths = (np.array(part, np.int32) for part in self._passages)
        passage = np.repeat(np.arange(len(lengths)), lengths)
        widths = np.array(self._vocabulary.widths, np.int32)[read]
        before = np.cumsum(widths, dtype=np.int64) - widths
        first = before[starts_of(lengths)[:-1]]
        positions = np.minimum(before + (starts - first)[passage], _LAST_POSITION - int(widths.max()))
        places = (fields.astype(np.uint32) << POSITION_BITS)[passage] | positions.astype(np.uint32)
        documents = documents[passage]
        self._spread.append(
            (self._weighing.spread(read, documents, places), self._folded.spread(read, documents, places))
        )
        self._read = array("i")
        self._passages = tuple(array("i") for _ in range(4))
