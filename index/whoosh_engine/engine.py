"""Generations of a Whoosh index in a folder: opening the newest, committing the next."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from whoosh.codec.whoosh3 import W3Codec
from whoosh.index import TOC, FileIndex
from whoosh.reading import SegmentReader
from whoosh.writing import CLEAR

from index.analysis import AnalysedDocument
from index.errors import CorruptIndex, EngineError, IndexMissing, RebuildNeeded
from index.field import Fields
from index.languages import VERSION
from index.whoosh_engine.directory import NAME, Directory, Payload
from index.whoosh_engine.errors import reading, writing
from index.whoosh_engine.generation import Generation
from index.whoosh_engine.schema import add_document, schema_for
from index.whoosh_engine.segment import SegmentView
from index.whoosh_engine.snapshot import WhooshSnapshot

_TRIES = 20  # to open a generation while others are committed
_MOST_SEGMENTS = 8
_LARGE_SEGMENTS = 3  # that are left alone when the others are merged
_POOL_MEGABYTES = 256
_BLOCK_POSTINGS = 1024


class WhooshEngine:
    """See `index.engine.SearchEngine`; `whoosh:///absolute/folder`. Safe to share between threads."""

    def __init__(self, path: Path, fields: Fields) -> None:
        self._directory = Directory(path)
        self._fields = fields
        self._newest: tuple[tuple[int, int, int], Generation] | None = None
        self._opening = Lock()

    def snapshot(self) -> WhooshSnapshot:
        """See `index.engine.SearchEngine`. Costs one listing of the folder while there is nothing newer."""
        generation = self._current()
        if generation.payload.empty:
            raise IndexMissing(f"nothing has been indexed in {self._directory.path} yet: build the index")
        return WhooshSnapshot(generation, self._fields, self._directory.path)

    def rebuild_needed(self) -> bool:
        """See `index.engine.SearchEngine`."""
        try:
            return not self._current().payload.suits(self._fields)
        except (IndexMissing, CorruptIndex):
            return True

    def update(
        self,
        upserts: Iterable[AnalysedDocument],
        deletes: Iterable[str],
        *,
        attachment: bytes | None = None,
        clear: bool = False,
    ) -> int:
        """See `index.engine.SearchEngine`."""
        path = self._directory.path
        with writing(path):
            self._directory.prepare(self._fields)
        base = self._base(clear=clear)
        with writing(path):
            index = FileIndex(self._directory.storage, indexname=NAME)
            writer = index.writer(limitmb=_POOL_MEGABYTES, codec=_codec())
        try:
            # Under the lock now: nobody commits between what is read here and what is written.
            base = self._base(clear=clear)
            if clear or base is None or base.payload.empty:
                writer.schema = schema_for(self._fields)
            self._write(writer, base, upserts, deletes, clear=clear)
            kept = base.payload.attachment if base and attachment is None else attachment or b""
            with writing(path):
                self._directory.write_payload(writer.generation, Payload(self._fields, VERSION, kept))
                writer.commit(mergetype=CLEAR if clear else _merge_many)
        except BaseException:
            if not writer.is_closed:
                writer.cancel()
            raise
        self._directory.clean(writer.generation)
        return int(writer.generation)

    def close(self) -> None:
        """See `index.engine.SearchEngine`."""
        with self._opening:
            self._newest = None

    def _base(self, *, clear: bool) -> Generation | None:
        """The generation that the next one builds on; None where it cannot be read and need not be."""
        try:
            base = self._current()
        except CorruptIndex:
            if not clear:
                raise
            with writing(self._directory.path):
                self._directory.restart(self._fields)
            return None
        if not clear and not base.payload.suits(self._fields) and not base.payload.empty:
            raise RebuildNeeded(
                f"the index in {self._directory.path} was made with other fields: build it anew, in full"
            )
        return base

    def _write(
        self,
        writer: Any,
        base: Generation | None,
        upserts: Iterable[AnalysedDocument],
        deletes: Iterable[str],
        *,
        clear: bool,
    ) -> None:
        numbers = {field.name: number for number, field in enumerate(self._fields)}
        weights = {field.name: field.weight for field in self._fields}
        for id in deletes:
            _delete(writer, None if clear else base, id)
        upserted: set[str] = set()
        for document in upserts:
            if document.id in upserted:
                raise ValueError(f"the document {document.id!r} is given twice in one update: give it once")
            upserted.add(document.id)
            _delete(writer, None if clear else base, document.id)
            with writing(self._directory.path):
                add_document(writer, document, numbers, weights)

    def _current(self) -> Generation:
        """The newest generation, opened or kept. Raises what `SearchEngine.snapshot` raises."""
        with self._opening:
            newest = self._directory.newest()
            for _ in range(_TRIES):
                if self._newest is not None and self._newest[0] == newest:
                    return self._newest[1]
                try:
                    self._newest = newest, self._opened(newest[0])
                except FileNotFoundError:
                    # Replaced while it was opened, or files are gone for good.
                    newest = self._directory.newest()
            if self._newest is not None and self._newest[0] == newest:
                return self._newest[1]
            raise self._directory.missing()

    def _opened(self, number: int) -> Generation:
        self._directory.check()
        known = self._newest[1].views if self._newest is not None else {}
        storage = self._directory.reading_storage()
        try:
            with reading(self._directory.path):
                payload = self._directory.payload(number)
                return _read_generation(storage, number, payload, known)
        except (EngineError, FileNotFoundError):
            storage.abandon()
            raise


def _read_generation(
    storage: Any, number: int, payload: Payload, known: Mapping[str, SegmentView]
) -> Generation:
    """A generation by its table of contents; segments that are `known` are not opened again."""
    contents = TOC.read(storage, NAME, gen=number)
    segments = []
    deleted: list[int] = []
    size = 0
    for segment in contents.segments:
        name = segment.segment_id()
        view = known.get(name) or SegmentView(storage, contents.schema, segment)
        segments.append((name, view))
        deleted += [size + document for document in segment.deleted_docs()]
        size += view.size
    return Generation(number, segments, iter(deleted), payload)


def _codec() -> Any:
    """Whoosh's own codec, in larger blocks, and without the lengths of fields, which we keep in a column."""
    codec = W3Codec(blocklimit=_BLOCK_POSTINGS)
    codec.length_stats = False
    return codec


def _delete(writer: Any, base: Generation | None, id: str) -> None:
    document = None if base is None else base.find(id)
    if document is not None:
        writer.delete_document(document)


def _merge_many(writer: Any, segments: list[Any]) -> list[Any]:
    """Merge all segments but the largest when there are many, and those that are mostly deleted."""
    by_size = sorted(segments, key=lambda segment: segment.doc_count(), reverse=True)
    if len(segments) > _MOST_SEGMENTS:
        merged = by_size[_LARGE_SEGMENTS:]
    else:
        merged = [segment for segment in segments if 2 * segment.deleted_count() > segment.doc_count_all()]
    for segment in merged:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return [segment for segment in segments if segment not in merged]
