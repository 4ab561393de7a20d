"""Segments: what a table of contents says of them, and how documents become one.

`ArraySegment` is pickled in every table of contents: neither its name nor this module may ever move.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.base import Segment

from index.analysis import AnalysedDocument
from index.field import Fields
from index.whoosh_engine.arrays import writing_arrays
from index.whoosh_engine.codec import ArrayCodec
from index.whoosh_engine.collecting import Columns, Texts
from index.whoosh_engine.merging import Part, merge
from index.whoosh_engine.view import EXTENSION, SegmentView

NAME = "MAIN"
"""The name of our index in its folder: the one that Whoosh opens where none is given."""
RUN_WORDS = 4_000_000
"""Words that are held in memory before they are written: some 200 MB while they are sorted."""
RUN_BYTES = 250_000_000
"""What is stored with the documents, likewise."""


class ArraySegment(Segment):  # type: ignore[misc]  # Whoosh ships no types
    """A file of arrays, and which of its documents are deleted. See `whoosh.codec.base.Segment`."""

    EXTENSION = EXTENSION

    def __init__(self, size: int) -> None:
        super().__init__(NAME)
        self._size = size
        self._deleted: set[int] = set()

    @property
    def filename(self) -> str:
        """The name of its file."""
        return str(self.make_filename(EXTENSION))

    def live(self) -> NDArray[np.bool_]:
        """Which documents are not deleted."""
        live = np.ones(self._size, np.bool_)
        live[np.fromiter(self._deleted, np.int64, len(self._deleted))] = False
        return live

    def codec(self) -> ArrayCodec:
        """What reads it."""
        return ArrayCodec()

    def doc_count_all(self) -> int:
        """All documents."""
        return self._size

    def set_doc_count(self, doccount: int) -> None:
        """Say how many there are."""
        self._size = doccount

    def deleted_count(self) -> int:
        """How many are deleted."""
        return len(self._deleted)

    def deleted_docs(self) -> Iterator[int]:
        """Those that are, in order."""
        return iter(sorted(self._deleted))

    def is_deleted(self, docnum: int) -> bool:
        """Whether one is."""
        return docnum in self._deleted

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Delete one, or take it back."""
        if delete:
            self._deleted.add(docnum)
        else:
            self._deleted.discard(docnum)

    def should_assemble(self) -> bool:
        """There is but one file."""
        return False


class SegmentBuilder:
    """Makes a segment of documents that come one by one, in bounded memory.

    When many words have come together they are written as a run; runs are merged at the end. A context
    manager: what is not finished at its end is removed.
    """

    def __init__(self, folder: Path, fields: Fields) -> None:
        self._segment = ArraySegment(0)
        self._path = folder / self._segment.filename
        self._columns = Columns(fields)
        self._texts = Texts(fields, self._path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._texts.discard()

    def add(self, document: AnalysedDocument) -> None:
        """Take a document; its id must be new. Raises OSError."""
        self._columns.add(document)
        self._texts.add(document)
        if self._texts.words >= RUN_WORDS or self._texts.bytes >= RUN_BYTES:
            self._texts.write_run()

    def finish(self) -> ArraySegment | None:
        """The segment, whose file is written; None if no document came. Raises OSError."""
        if not len(self._columns):
            return None
        with writing_arrays(self._path) as writer:
            self._texts.write(writer)
            self._columns.write(writer)
        self._segment.set_doc_count(len(self._columns))
        return self._segment


def merged(folder: Path, held: Sequence[tuple[ArraySegment, SegmentView]]) -> ArraySegment:
    """A new segment of the living documents of others. Raises OSError; CorruptIndex if a sum is wrong."""
    for _, view in held:
        view.verify()
    whole = ArraySegment(sum(segment.doc_count() for segment, _ in held))
    merge(folder / whole.filename, [Part(view, segment.live()) for segment, view in held])
    return whole
