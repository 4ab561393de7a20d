"""Documents, collected until a segment is written of them."""

from array import array
from pathlib import Path
from typing import NamedTuple

import numpy as np

from index.analysis import AnalysedDocument
from index.field import FacetValue, Fields, text_fields
from index.numbering import Numbering
from index.whoosh_engine.arrays import ArrayWriter, writing_arrays
from index.whoosh_engine.forward import write_forward
from index.whoosh_engine.inverting import Inverted, Terms, WordCollector, invert, ranked
from index.whoosh_engine.label_words import worded, write_label_words
from index.whoosh_engine.merging import Part, merge_space, merge_stored
from index.whoosh_engine.places import mask_of
from index.whoosh_engine.strings import encoded
from index.whoosh_engine.view import (
    FORMS,
    KEYWORDS,
    WORDS,
    SegmentView,
    keyword_term,
    number_term,
    numbers_of,
    sort_value,
)
from index.whoosh_engine.writing import write_facet, write_ids, write_sort, write_space, write_strings


class _TermCollector:
    """Which documents have which terms."""

    def __init__(self) -> None:
        self._numbers: Numbering[bytes] = Numbering()
        self._terms = array("i")
        self._documents = array("i")

    def add(self, document: int, term: bytes) -> None:
        """The document has the term."""
        self._terms.append(self._numbers[term])
        self._documents.append(document)

    def write(self, writer: ArrayWriter, name: str) -> None:
        """Write them as a space of posting lists."""
        terms, ranks = ranked(list(self._numbers))
        documents = np.array(self._documents, np.int32)
        lists = invert(len(terms), ranks[np.array(self._terms, np.int32)], documents)
        write_space(writer, name, terms, lists)


class _FacetCollector:
    """Which documents have which values of a facet, and, if it `suggests`, by which words they are found."""

    def __init__(self, *, suggests: bool) -> None:
        self._suggests = suggests
        self._pairs: Numbering[tuple[bytes, bytes]] = Numbering()
        self._values = array("i")
        self._counts = array("i")

    def add(self, values: tuple[FacetValue, ...]) -> None:
        """The values of the next document."""
        self._counts.append(len(values))
        for value in values:
            self._values.append(self._pairs[encoded(value.key), encoded(value.label)])

    def write(self, writer: ArrayWriter, field: str) -> None:
        """Write them as a facet."""
        counts, values = np.array(self._counts, np.int64), np.array(self._values, np.int32)
        pairs = list(self._pairs)
        places = write_facet(writer, field, pairs, counts, values)
        if self._suggests:
            write_label_words(writer, field, worded(pairs), places)


class _SortCollector:
    """The value of a sort in each document."""

    def __init__(self) -> None:
        self._values: Numbering[bytes] = Numbering()
        self._numbers = array("i")

    def add(self, value: str | int | None) -> None:
        """The value of the next document."""
        self._numbers.append(-1 if value is None else self._values[sort_value(value)])

    def write(self, writer: ArrayWriter, field: str) -> None:
        """Write them as a sort."""
        write_sort(writer, field, list(self._values), np.array(self._numbers, np.int32))


class Columns:
    """What documents hold beside their words: little enough to wait in memory until all have come."""

    def __init__(self, fields: Fields) -> None:
        self._keywords = _TermCollector()
        self._numbers = {field.name: _TermCollector() for field in fields if field.numeric}
        self._facets = {
            field.name: _FacetCollector(suggests=field.suggest) for field in fields if field.facet
        }
        self._sorts = {field.name: _SortCollector() for field in fields if field.sort}
        self._ids: list[bytes] = []
        self._fingerprints: list[bytes] = []

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, document: AnalysedDocument) -> None:
        """Take the next document."""
        number = len(self._ids)
        self._ids.append(encoded(document.id))
        self._fingerprints.append(encoded(document.fingerprint))
        for field, keywords in document.keywords.items():
            for keyword in keywords:
                self._keywords.add(number, encoded(keyword_term(field, keyword)))
        for field, numbers in document.numbers.items():
            for value in numbers:
                self._numbers[field].add(number, number_term(value))
        for field, facet in self._facets.items():
            facet.add(document.facets.get(field, ()))
        for field, sort in self._sorts.items():
            sort.add(document.sorts.get(field))

    def write(self, writer: ArrayWriter) -> None:
        """Write them as parts of a segment."""
        self._keywords.write(writer, KEYWORDS)
        for field, terms in self._numbers.items():
            terms.write(writer, numbers_of(field))
        for field, facet in self._facets.items():
            facet.write(writer, field)
        for field, sort in self._sorts.items():
            sort.write(writer, field)
        write_ids(writer, self._ids)
        write_strings(writer, "fingerprints", self._fingerprints)


class _Run(NamedTuple):
    """A file of words of documents, and the numbers of its terms, which it does not name."""

    path: Path
    numbers: dict[str, Terms]


class Texts:
    """The words of documents and what is stored with them: in memory, until so much has come (`words` and
    `bytes` say how much) that it is better written to a file of its own: a run, at `path` with a number."""

    def __init__(self, fields: Fields, path: Path) -> None:
        self._collected = WordCollector(fields)
        self._orders = {WORDS: self._collected.words, FORMS: self._collected.forms}
        self._names = mask_of(number for number, field in enumerate(text_fields(fields)) if field.names)
        self._path = path
        self._runs: list[_Run] = []
        self._begin()

    def _begin(self) -> None:
        self._lengths = array("d")
        self._stored: list[bytes] = []
        self.bytes = 0

    @property
    def words(self) -> int:
        """The words in memory."""
        return self._collected.size

    def add(self, document: AnalysedDocument) -> None:
        """Take the next document."""
        self._collected.add(len(self._lengths), document)
        self._lengths.append(document.length)
        self._stored.append(stored := encoded(document.stored))
        self.bytes += len(stored)

    def write_run(self) -> None:
        """Write what is in memory to a file. Raises OSError."""
        run = _Run(self._path.with_name(f"{self._path.name}.{len(self._runs)}"), {})
        self._runs.append(run)
        with writing_arrays(run.path) as writer:
            for name, inverted in self._put(writer).items():
                write_space(writer, name, (), inverted.lists)
                run.numbers[name] = inverted.numbers

    def write(self, writer: ArrayWriter) -> None:
        """Write all of them as parts of a segment. Raises OSError."""
        if not self._runs:
            for name, inverted in self._put(writer).items():
                write_space(writer, name, self._orders[name].names(inverted.numbers), inverted.lists)
            return
        if self._lengths:
            self.write_run()
        views = [SegmentView(run.path) for run in self._runs]
        parts = [Part(view, np.ones(view.size, np.bool_)) for view in views]
        for name, order in self._orders.items():
            ordered = order.numbers()
            ranks = ordered.argsort()
            numbers = [ranks[run.numbers[name]].astype(np.int32) for run in self._runs]
            merge_space(writer, name, order.names(ordered), numbers, parts)
        merge_stored(writer, parts)

    def discard(self) -> None:
        """Remove the files of runs."""
        for run in self._runs:
            run.path.unlink(missing_ok=True)

    def _put(self, writer: ArrayWriter) -> dict[str, Inverted]:
        """Write what is in memory, which is forgotten, but the spaces, which are given back."""
        words, forms = self._collected.inverted()
        telling = self._collected.words.telling(words.numbers)
        write_forward(writer, len(self._lengths), telling, words.lists, self._names)
        writer.put("lengths", np.array(self._lengths))
        write_strings(writer, "stored", self._stored)
        self._begin()
        return {WORDS: words, FORMS: forms}
