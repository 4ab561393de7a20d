"""A segment as arrays: posting lists and columns, read from Whoosh once and kept.

A segment never changes: what is deleted later is written in the table of contents. So a view holds all of its
documents, and generations share it. Document numbers are those within the segment.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from itertools import chain, islice
from threading import RLock
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3Segment
from whoosh.reading import SegmentReader, TermNotFound

from index.whoosh_engine.schema import (
    DOCUMENT_ID,
    FINGERPRINT,
    KEYWORDS,
    LENGTH,
    PLACE_BITS,
    STORED,
    WORDS,
    facet_column,
    number_column,
    sort_column,
    unpack_facets,
)

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_KEPT_BYTES = 64 * 1024 * 1024  # of posting lists a segment


class Facets(NamedTuple):
    """A facet of a segment: the i-th value is `pairs[values[i]]` of document `documents[i]`."""

    documents: Ints
    values: Ints
    pairs: list[tuple[str, str]]


class SegmentView:
    """One segment of a Whoosh index. Safe to share between threads."""

    def __init__(self, storage: Any, schema: Any, segment: Any) -> None:
        whole = W3Segment(segment.codec(), segment.index_name(), segment.doc_count_all(), segment.segid)
        whole.compound = segment.compound
        self._schema = schema
        self._reader = SegmentReader(storage, schema, whole)
        self._reading = RLock()  # Whoosh's readers are not made for threads
        self._postings: OrderedDict[tuple[str, str], tuple[NDArray[Any], ...]] = OrderedDict()
        self._kept = 0
        self._columns: dict[str, Any] = {}
        self.size: int = segment.doc_count_all()

    def words(self, term: str) -> tuple[Ints, Floats]:
        """Documents that hold the term, ascending, and its weighted frequency in each."""
        documents, weights = self._list("words", term, lambda: self._read_postings(WORDS, term))
        return documents, weights

    def places(self, term: str) -> Ints:
        """Where the term stands, ascending: `document << PLACE_BITS | place`; see `schema.place`."""
        return self._list("places", term, lambda: self._read_places(term))[0]

    def keyword(self, term: str) -> Ints:
        """Documents that hold a keyword term, ascending."""
        return self._list("keyword", term, lambda: self._read_postings(KEYWORDS, term))[0]

    def find(self, id: str) -> int | None:
        """The document with this id."""
        documents = self._list("id", id, lambda: self._read_postings(DOCUMENT_ID, id))[0]
        return int(documents[0]) if len(documents) else None

    def expand(self, field: str, prefix: str, limit: int) -> list[str]:
        """The first terms that begin with `prefix`, in order; `field` is WORDS or KEYWORDS."""
        with self._reading:
            return [term.decode() for term in islice(self._reader.expand_prefix(field, prefix), limit)]

    def stored(self, document: int) -> str:
        """What was stored with a document."""
        with self._reading:
            return bytes(self._once(STORED, lambda: self._column_reader(STORED))[document]).decode()

    def _list(
        self, kind: str, term: str, read: Callable[[], tuple[NDArray[Any], ...]]
    ) -> tuple[NDArray[Any], ...]:
        with self._reading:
            key = (kind, term)
            if key not in self._postings:
                self._postings[key] = read()
                self._kept += sum(array.nbytes for array in self._postings[key]) + 200
                while self._kept > _KEPT_BYTES and len(self._postings) > 1:
                    _, dropped = self._postings.popitem(last=False)
                    self._kept -= sum(array.nbytes for array in dropped) + 200
            self._postings.move_to_end(key)
            return self._postings[key]

    def _matcher(self, field: str, term: str) -> Iterator[Any]:
        try:
            matcher = self._reader.postings(field, term)
        except TermNotFound:
            return
        while matcher.is_active():
            yield matcher
            matcher.next()

    def _read_postings(self, field: str, term: str) -> tuple[Ints, Floats]:
        read = [(m.id(), m.weight()) for m in self._matcher(field, term)]
        documents, weights = zip(*read, strict=True) if read else ((), ())
        return np.array(documents, np.int64), np.array(weights, np.float64)

    def _read_places(self, term: str) -> tuple[Ints]:
        places = (
            m.id() << PLACE_BITS | place
            for m in self._matcher(WORDS, term)
            for place in m.value_as("positions")
        )
        return (np.fromiter(places, np.int64),)

    def _column_reader(self, name: str) -> Any:
        return self._reader.column_reader(name, translate=False)

    def _once(self, name: str, read: Callable[[], Any]) -> Any:
        with self._reading:
            if name not in self._columns:
                self._columns[name] = read()
            return self._columns[name]

    def _bytes(self, name: str) -> list[bytes]:
        """A column of bytes, a value a document; empty where there is none or no such column."""
        if name not in self._schema or not self._reader.has_column(name):
            return [b""] * self.size
        column = self._column_reader(name)
        return [bytes(column[document]) for document in range(self.size)]

    def ids(self) -> list[str]:
        """The id of every document."""
        read: list[str] = self._once(
            DOCUMENT_ID, lambda: [value.decode() for value in self._bytes(DOCUMENT_ID)]
        )
        return read

    def fingerprints(self) -> list[str]:
        """The fingerprint of every document; not kept."""
        with self._reading:
            return [value.decode() for value in self._bytes(FINGERPRINT)]

    def lengths(self) -> Floats:
        """The combined length of every document."""

        def read() -> Floats:
            column = self._column_reader(LENGTH)
            return np.fromiter((column[document] for document in range(self.size)), np.float64, self.size)

        lengths: Floats = self._once(LENGTH, read)
        return lengths

    def facets(self, field: str) -> Facets:
        """The values of a facet."""
        name = facet_column(field)
        facets: Facets = self._once(name, lambda: _facets(self._bytes(name)))
        return facets

    def numbers(self, field: str) -> tuple[Ints, Ints]:
        """Documents and values of a NUMBER field; a document stands as often as it has values."""

        def read() -> tuple[Ints, Ints]:
            values = self._bytes(number_column(field))
            counts = [len(value) // 8 for value in values]
            documents = np.repeat(np.arange(self.size, dtype=np.int64), counts)
            return documents, np.frombuffer(b"".join(values), "<i8").astype(np.int64)

        numbers: tuple[Ints, Ints] = self._once(number_column(field), read)
        return numbers

    def sorts(self, field: str) -> list[bytes]:
        """The sort value of every document, comparable; b"" where there is none."""
        name = sort_column(field)
        values: list[bytes] = self._once(name, lambda: self._bytes(name))
        return values


def _facets(column: list[bytes]) -> Facets:
    """Each different column value is taken apart once."""
    numbers: dict[tuple[str, str], int] = {}
    known: dict[bytes, tuple[int, ...]] = {}
    for value in column:
        if value not in known:
            known[value] = tuple(numbers.setdefault(pair, len(numbers)) for pair in unpack_facets(value))
    held = [known[value] for value in column]
    documents = np.repeat(np.arange(len(column), dtype=np.int64), [len(values) for values in held])
    return Facets(documents, np.fromiter(chain.from_iterable(held), np.int64), list(numbers))
