"""A segment as arrays, mapped from its file and never copied: posting lists, facets, columns.

A segment never changes: what is deleted later stands in the table of contents. So a view holds all of its
documents, generations share it, and its document numbers are those within the segment. Everything here is
safe to share between threads.

Four kinds of terms have spaces of their own. *words*: the terms that weigh, with weighted frequencies, the
fields they stand in and their places. *forms*: every folded form, weighing or silent, for prefixes and their
like; the forms that begin alike are one slice of documents. *keywords*: whole values. *numbers*: a space for
each NUMBER field, in ascending order, so that a range is one slice.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.terms import language_of
from index.whoosh_engine.arrays import ArrayFile
from index.whoosh_engine.strings import Strings, StringTable, Sums, encoded

Documents = NDArray[np.int32]
Offsets = NDArray[np.int64]
Floats = NDArray[np.float64]

WORDS = "words"
FORMS = "forms"
KEYWORDS = "keywords"
FORWARD = "forward"

EXTENSION = ".arrays"
"""Of a segment's only file."""

FIRST_PLACE = 1 << 31
"""Set in the first place of each posting."""
POSITION_BITS = 24
FIELD_BITS = 7
LANDMARK = 32
"""Postings from one whose places are known to begin to the next such."""
BETWEEN_PARTS = "\x1f"

_SIGN = 1 << 63


def signposts_of(table: str) -> str:
    """The strings among which a search in a table begins; small tables, and old ones, have none."""
    return f"{table}.signposts"


def sums_of(table: str) -> str:
    """The checksums of the strings of a table; small tables, and old ones, have none."""
    return f"{table}.sums"


def numbers_of(field: str) -> str:
    """The space of a NUMBER field's terms."""
    return f"number.{field}"


def number_term(value: int) -> bytes:
    """A number of 64 bits as a term; terms sort as their numbers do."""
    return (value + _SIGN).to_bytes(8, "big")


def sort_value(value: str | int) -> bytes:
    """A sort value as bytes that compare as the values do: numbers first, then texts; never empty."""
    return b"t" + encoded(value) if isinstance(value, str) else b"n" + number_term(value)


def keyword_term(field: str, value: str) -> str:
    """The term of a KEYWORD value."""
    return f"{field}{BETWEEN_PARTS}{value}"


@dataclass(frozen=True, slots=True)
class Postings:
    """The posting lists of one space: those of term `t` lie at `starts[t]:starts[t + 1]`, by document.

    `frequencies` are combined over the fields and weighted; bit n of `masks` says that the term stands in
    field number n of `text_fields`; `places[place_starts[t]:place_starts[t + 1]]` are those of all postings
    of term `t`, the first of each posting marked FIRST_PLACE, the field in the 7 bits below, the position in
    the last 24. Those of posting `n * LANDMARK` of the space begin at `landmarks[n]`; at the last of these
    all end.
    """

    terms: StringTable
    starts: Offsets
    documents: Documents
    frequencies: NDArray[np.float32] | None = None
    masks: NDArray[Any] | None = None
    place_starts: Offsets | None = None
    places: NDArray[np.uint32] | None = None
    landmarks: Offsets | None = None

    def find(self, term: bytes) -> int:
        """The number of a term; -1 if it is not there."""
        return self.terms.find(term)


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of a facet: document `d` has the (key, label) pairs `values[starts[d]:starts[d + 1]]`.

    Pairs are in order of key, then label: pair `q` prints key number `key_of_pair[q]` as `labels[q]`, key `k`
    has the pairs `pair_starts[k]:pair_starts[k + 1]`. `pair_counts` are of all documents, deleted or not; the
    documents that have each pair stand behind each other in `documents`, in order of the pairs.
    """

    keys: StringTable
    labels: Strings
    pair_starts: Documents
    key_of_pair: Documents
    pair_counts: Documents
    starts: Documents
    values: Documents
    documents: Documents


@dataclass(frozen=True, slots=True)
class LabelWords:
    """The words that the labels of a facet are found by, see `index.suggestions.words_of`: word number `w` is
    one of those of the pairs `labels[starts[w]:starts[w + 1]]`."""

    words: StringTable
    starts: Offsets
    labels: Documents


@dataclass(frozen=True, slots=True)
class SortColumn:
    """The values of a sort: that of document `d` is `values[ranks[d]]`; -1 where there is none.

    See `sort_value`.
    """

    values: StringTable
    ranks: Documents


@dataclass(frozen=True, slots=True)
class Forward:
    """The telling terms of documents (`index.similarity.telling`), but those that stand in names alone:
    document `d` holds the words numbered `terms[starts[d]:starts[d + 1]]`, ascending, with the weighted
    `frequencies` beside them. `holding` counts for each word the documents that hold it so, deleted or not.
    """

    starts: Offsets
    terms: Documents
    frequencies: NDArray[np.float32]
    holding: Documents


class SegmentView:
    """One segment. Raises CorruptIndex or NewerIndex if its file cannot be opened, FileNotFoundError."""

    def __init__(self, path: Path) -> None:
        self._arrays = ArrayFile(path)
        self.lengths: Floats = self._arrays["lengths"]
        """The combined length of every document."""
        self.size = len(self.lengths)
        self._spaces: dict[str, Postings] = {}
        self._facets: dict[str, Facet] = {}
        self._label_words: dict[str, LabelWords] = {}
        self._sorts: dict[str, SortColumn] = {}

    @property
    def words(self) -> Postings:
        """The terms that weigh."""
        return self.space(WORDS)

    @property
    def forms(self) -> Postings:
        """All folded forms."""
        return self.space(FORMS)

    @property
    def keywords(self) -> Postings:
        """Whole values; see `keyword_term`."""
        return self.space(KEYWORDS)

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages of all stems: they are what terms begin with, so one term of each is read."""
        terms = self.words.terms
        found: list[str] = []
        at = 0
        while at < len(terms):
            term = terms.text(at)
            found.append(language_of(term))
            behind = terms.span(encoded(term.partition(":")[0] + ":"))[1]
            at = max(at + 1, behind)  # where a damaged table would lead back
        return frozenset(filter(None, found))

    def number(self, field: str) -> Postings:
        """The values of a NUMBER field; see `number_term`."""
        return self.space(numbers_of(field))

    def space(self, name: str) -> Postings:
        """The posting lists of WORDS, FORMS, KEYWORDS or `numbers_of` a field; empty if there are none."""
        if name not in self._spaces:
            self._spaces[name] = Postings(
                self._table(f"{name}.terms"),
                self._array(f"{name}.starts", np.zeros(1, np.int64)),
                self._array(f"{name}.documents", np.zeros(0, np.int32)),
                *(
                    self._arrays.get(f"{name}.{part}")
                    for part in ("frequencies", "masks", "place_starts", "places", "landmarks")
                ),
            )
        return self._spaces[name]

    def facet(self, field: str) -> Facet:
        """The values of a facet; empty if there are none."""
        if field not in self._facets:
            name = f"facet.{field}"
            empty = np.zeros(0, np.int32)
            self._facets[field] = Facet(
                self._table(f"{name}.keys"),
                self._strings(f"{name}.labels"),
                self._array(f"{name}.pair_starts", np.zeros(1, np.int32)),
                self._array(f"{name}.key_of_pair", empty),
                self._array(f"{name}.pair_counts", empty),
                self._array(f"{name}.starts", np.zeros(self.size + 1, np.int32)),
                self._array(f"{name}.values", empty),
                self._array(f"{name}.documents", empty),
            )
        return self._facets[field]

    def label_words(self, field: str) -> LabelWords:
        """The words of a facet's labels; none if it suggests nothing."""
        if field not in self._label_words:
            name = f"facet.{field}.words"
            self._label_words[field] = LabelWords(
                self._table(name),
                self._array(f"{name}.label_starts", np.zeros(1, np.int64)),
                self._array(f"{name}.labels", np.zeros(0, np.int32)),
            )
        return self._label_words[field]

    def sort(self, field: str) -> SortColumn:
        """The values of a sort; empty if there are none."""
        if field not in self._sorts:
            none = np.full(self.size, -1, np.int32)
            self._sorts[field] = SortColumn(
                self._table(f"sort.{field}.values"), self._array(f"sort.{field}.ranks", none)
            )
        return self._sorts[field]

    @cached_property
    def forward(self) -> Forward:
        """The telling terms of each document; see `words`."""
        parts = ("starts", "terms", "frequencies", "holding")
        return Forward(*(self._arrays[f"{FORWARD}.{part}"] for part in parts))

    @cached_property
    def ids(self) -> StringTable:
        """All ids in order."""
        return self._table("ids")

    @cached_property
    def id_documents(self) -> Documents:
        """The document of each id."""
        return self._arrays["id_documents"]

    @cached_property
    def id_ranks(self) -> Documents:
        """The place of each document's id among `ids`."""
        return self._arrays["id_ranks"]

    def find(self, id: bytes) -> int:
        """The document with this id; -1 if there is none."""
        number = self.ids.find(id)
        return number if number < 0 else int(self.id_documents[number])

    def stored(self, document: int) -> str:
        """What was stored with a document."""
        return self.stored_strings.text(document)

    @cached_property
    def stored_strings(self) -> Strings:
        """What was stored with each document."""
        return self._strings("stored")

    @cached_property
    def fingerprint_strings(self) -> Strings:
        """The fingerprint of each document."""
        return self._strings("fingerprints")

    def fingerprints(self) -> list[str]:
        """The fingerprint of each document; not kept."""
        return [fingerprint.decode() for fingerprint in self.fingerprint_strings]

    @property
    def spaces(self) -> frozenset[str]:
        """The spaces that the segment has."""
        return frozenset(name.removesuffix(".terms.starts") for name in self._with(".terms.starts"))

    @property
    def facets(self) -> frozenset[str]:
        """The facets that the segment has."""
        return frozenset(name[len("facet.") : -len(".values")] for name in self._with(".values", "facet."))

    @property
    def sorts(self) -> frozenset[str]:
        """The sorts that the segment has."""
        return frozenset(name[len("sort.") : -len(".ranks")] for name in self._with(".ranks", "sort."))

    def verify(self) -> None:
        """Compare the sums of all contents. Raises CorruptIndex."""
        self._arrays.verify()

    def _with(self, suffix: str, prefix: str = "") -> list[str]:
        return [name for name in self._arrays if name.startswith(prefix) and name.endswith(suffix)]

    def _array(self, name: str, otherwise: NDArray[Any]) -> NDArray[Any]:
        return self._arrays.get(name, otherwise)

    def _strings(self, name: str) -> Strings:
        return Strings(self._blob(name), self._array(f"{name}.starts", np.zeros(1, np.int64)))

    def _table(self, name: str) -> StringTable:
        starts = self._array(f"{name}.starts", np.zeros(1, np.int64))
        signposts = signposts_of(name)
        stored = self._strings(signposts) if f"{signposts}.starts" in self._arrays else None
        sums = sums_of(name)
        parts = [self._arrays[f"{sums}.{part}"] for part in Sums._fields if f"{sums}.{part}" in self._arrays]
        return StringTable(self._blob(name), starts, stored, Sums(*parts) if parts else None)

    def _blob(self, name: str) -> NDArray[np.uint8]:
        return self._array(f"{name}.blob", np.zeros(0, np.uint8))
