"""What Whoosh reads a segment through, so that its own searcher runs on the index.

It only reads: documents come in batches, through `index.whoosh_engine.segments.SegmentBuilder`.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec.base import Codec, FieldCursor, PerDocumentReader, TermsReader
from whoosh.columns import ColumnReader
from whoosh.reading import TermInfo, TermNotFound
from whoosh.writing import IndexingError

from index.whoosh_engine.matcher import ArrayMatcher
from index.whoosh_engine.view import WORDS, Postings, SegmentView, numbers_of

_UNSHIFTED = b"\x00"  # before each term of Whoosh's numeric fields
_REFUSED = "documents are written in batches: run catalogue index"
_NUMBERS = numbers_of("")


def open_view(storage: Any, segment: Any) -> SegmentView:
    """The arrays of a segment in a folder."""
    return SegmentView(Path(storage.folder) / segment.make_filename(segment.EXTENSION))


class ArrayCodec(Codec):  # type: ignore[misc]  # Whoosh ships no types
    """Reads segments of arrays. See `whoosh.codec.base.Codec`."""

    def per_document_reader(self, storage: Any, segment: Any) -> "DocumentReader":
        """Columns and stored fields."""
        return DocumentReader(open_view(storage, segment), segment)

    def terms_reader(self, storage: Any, segment: Any) -> "TermReader":
        """Terms and their posting lists."""
        return TermReader(open_view(storage, segment))

    def per_document_writer(self, storage: Any, segment: Any) -> None:
        """Refuse with advice. Raises IndexingError."""
        raise IndexingError(_REFUSED)

    def field_writer(self, storage: Any, segment: Any) -> None:
        """Refuse with advice. Raises IndexingError."""
        raise IndexingError(_REFUSED)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> None:
        """Refuse with advice. Raises IndexingError."""
        raise IndexingError(_REFUSED)

    def new_segment(self, storage: Any, indexname: str) -> None:
        """Refuse with advice. Raises IndexingError."""
        raise IndexingError(_REFUSED)


class _Column(ColumnReader):  # type: ignore[misc]  # Whoosh ships no types
    """A value a document."""

    def __init__(self, size: int, value: Callable[[int], Any]) -> None:
        super().__init__(None, 0, 0, size)
        self._value = value

    def __getitem__(self, document: int) -> Any:
        return self._value(document)


class DocumentReader(PerDocumentReader):  # type: ignore[misc]  # Whoosh ships no types
    """See `whoosh.codec.base.PerDocumentReader`."""

    def __init__(self, view: SegmentView, segment: Any) -> None:
        self._segment = segment
        self._lengths = view.lengths
        self._columns: dict[str, Callable[[int], Any]] = {
            "id": lambda document: view.ids[int(view.id_ranks[document])],
            "stored": view.stored_strings.__getitem__,
            "fingerprint": view.fingerprint_strings.__getitem__,
            "length": lambda document: float(view.lengths[document]),
        }

    def doc_count(self) -> int:
        """Living documents."""
        return int(self._segment.doc_count())

    def doc_count_all(self) -> int:
        """All documents."""
        return int(self._segment.doc_count_all())

    def has_deletions(self) -> bool:
        """Whether any document is deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Whether this document is."""
        return bool(self._segment.is_deleted(docnum))

    def deleted_docs(self) -> Iterator[int]:
        """Those that are."""
        return iter(self._segment.deleted_docs())

    def supports_columns(self) -> bool:
        """They are."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Whether there is a column of this name."""
        return fieldname in self._columns

    def list_columns(self) -> list[str]:
        """Their names."""
        return list(self._columns)

    def column_reader(self, fieldname: str, column: Any) -> _Column:
        """A column by name."""
        return _Column(self.doc_count_all(), self._columns[fieldname])

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> float:
        """The combined length of a document, which is that of its words."""
        return float(self._lengths[docnum]) if fieldname == WORDS else default

    def field_length(self, fieldname: str) -> float:
        """That of all documents."""
        return float(self._lengths.sum()) if fieldname == WORDS else 0

    def min_field_length(self, fieldname: str) -> float:
        """That of the shortest."""
        return float(self._lengths.min(initial=0)) if fieldname == WORDS else 0

    def max_field_length(self, fieldname: str) -> float:
        """That of the longest."""
        return float(self._lengths.max(initial=0)) if fieldname == WORDS else 0

    def stored_fields(self, docnum: int) -> dict[str, str]:
        """What was given with a document."""
        return {name: self._columns[name](docnum).decode() for name in ("id", "stored")}


class _Field:
    """The terms of one of Whoosh's fields; those of numbers stand behind a byte of Whoosh's own there."""

    def __init__(self, postings: Postings, before: bytes) -> None:
        self.postings = postings
        self._before = before

    def __len__(self) -> int:
        return len(self.postings.terms)

    def text(self, number: int) -> bytes:
        """A term as Whoosh has it."""
        return self._before + self.postings.terms[number]

    def find(self, text: bytes) -> int:
        """The number of a term as Whoosh has it. Raises KeyError."""
        number = self.postings.find(text[len(self._before) :]) if text.startswith(self._before) else -1
        if number < 0:
            raise KeyError(text)
        return number

    def lower(self, text: bytes) -> int:
        """How many terms come before this text."""
        if text[: len(self._before)] != self._before:
            return 0 if text < self._before else len(self)
        return self.postings.terms.lower(text[len(self._before) :])

    def info(self, number: int) -> Any:
        """See `whoosh.reading.TermInfo`."""
        lists = self.postings
        held = slice(int(lists.starts[number]), int(lists.starts[number + 1]))
        documents = lists.documents[held]
        weights = np.ones(len(documents)) if lists.frequencies is None else lists.frequencies[held]
        return TermInfo(
            weight=float(weights.sum()),
            df=len(documents),
            minlength=1,
            maxlength=2**31 - 1,
            maxweight=float(weights.max()),
            minid=int(documents[0]),
            maxid=int(documents[-1]),
        )


class TermReader(TermsReader):  # type: ignore[misc]  # Whoosh ships no types
    """See `whoosh.codec.base.TermsReader`."""

    def __init__(self, view: SegmentView) -> None:
        ids = Postings(view.ids, np.arange(view.size + 1), view.id_documents)
        self._fields = {name: _Field(view.space(name), _before(name)) for name in view.spaces}
        self._fields["id"] = _Field(ids, b"")

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        try:
            return self._find(*term) is not None
        except KeyError:
            return False

    def _find(self, fieldname: str, text: bytes) -> tuple[_Field, int]:
        field = self._fields[fieldname]
        return field, field.find(text)

    def indexed_field_names(self) -> list[str]:
        """The fields that have terms."""
        return sorted(self._fields)

    def cursor(self, fieldname: str, fieldobj: Any) -> "_Cursor":
        """A walk over the terms of a field."""
        return _Cursor(self._fields[fieldname], fieldobj)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """All fields and terms, in order."""
        return (
            (name, field.text(n)) for name, field in sorted(self._fields.items()) for n in range(len(field))
        )

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """The terms of a field, from `prefix` on."""
        field = self._fields.get(fieldname)
        numbers = range(field.lower(prefix), len(field)) if field else ()
        return ((fieldname, field.text(number)) for number in numbers if field)

    def items(self) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """All terms and what is known of each."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """The same from a term on."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> Any:
        """What is known of a term. Raises KeyError."""
        field, number = self._find(fieldname, text)
        return field.info(number)

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> "ArrayMatcher":
        """The posting list of a term. Raises TermNotFound."""
        try:
            field, number = self._find(fieldname, text)
        except KeyError as error:
            raise TermNotFound(f"no term {fieldname}:{text!r}") from error
        return ArrayMatcher(field.postings, number, (fieldname, text), format_, scorer)


def _before(name: str) -> bytes:
    return _UNSHIFTED if name.startswith(_NUMBERS) else b""


class _Cursor(FieldCursor):  # type: ignore[misc]  # Whoosh ships no types
    """See `whoosh.codec.base.FieldCursor`."""

    def __init__(self, field: _Field, fieldobj: Any) -> None:
        self._field = field
        self._fieldobj = fieldobj
        self._at = 0

    def first(self) -> Any:
        """Go to the first term."""
        self._at = 0
        return self.text()

    def find(self, term: str | bytes) -> Any:
        """Go to a term, or to the one behind where it would be."""
        self._at = self._field.lower(term if isinstance(term, bytes) else self._fieldobj.to_bytes(term))
        return self.text()

    def next(self) -> Any:
        """Go on."""
        self._at += 1
        return self.text()

    def text(self) -> Any:
        """The term; None at the end."""
        return self._fieldobj.from_bytes(self._field.text(self._at)) if self.is_valid() else None

    def term_info(self) -> Any:
        """What is known of it."""
        return self._field.info(self._at) if self.is_valid() else None

    def is_valid(self) -> bool:
        """Whether there is a term."""
        return self._at < len(self._field)
