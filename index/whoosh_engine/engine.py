"""Generations of a Whoosh index in a folder: opening the newest, committing the next."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Lock

from index.analysis import AnalysedDocument
from index.errors import CorruptIndex, IndexMissing, NewerIndex, RebuildNeeded
from index.field import Fields
from index.languages import VERSION
from index.whoosh_engine.arrays import ADVICE
from index.whoosh_engine.directory import Directory, Payload
from index.whoosh_engine.errors import reading, writing
from index.whoosh_engine.generation import Generation
from index.whoosh_engine.segments import ArraySegment, SegmentBuilder, merged
from index.whoosh_engine.snapshot import WhooshSnapshot
from index.whoosh_engine.strings import encoded
from index.whoosh_engine.view import SegmentView

_TRIES = 20  # to open a generation while others are committed
_MOST_SMALL = 8  # segments beside the largest
_FEW = 1000  # documents, which may stand beside the largest segment however small that is

_Held = tuple[ArraySegment, SegmentView]


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

    def verify(self) -> None:
        """See `index.engine.SearchEngine`."""
        generation = self._current()
        with reading(self._directory.path):
            for view in generation.views.values():
                view.verify()

    def update(
        self,
        upserts: Iterable[AnalysedDocument],
        deletes: Iterable[str],
        *,
        attachment: bytes | None = None,
        clear: bool = False,
    ) -> int:
        """See `index.engine.SearchEngine`."""
        with writing(self._directory.path):
            self._directory.prepare(self._fields)
        self._base(clear=clear)
        builder = SegmentBuilder(self._directory.path, self._fields)
        with self._locked(), _no_search_for_cycles(), builder:
            # Nobody commits between what is read here and what is written.
            base = self._base(clear=clear)
            number = self._directory.newest()[0] + 1
            held = [] if clear or base is None or base.payload.empty else self._held(base)
            self._take(builder, held, upserts, deletes)
            kept = base.payload.attachment if base and attachment is None else attachment or b""
            with writing(self._directory.path):
                if segment := builder.finish():
                    held.append((segment, self._directory.view(segment)))
                segments = self._merged(held)
                self._directory.commit(number, Payload(self._fields, VERSION, kept), segments)
        self._directory.clean(number)
        return number

    def close(self) -> None:
        """See `index.engine.SearchEngine`."""
        with self._opening:
            self._newest = None

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """The lock of the folder, with its errors translated, but not those of the block."""
        with ExitStack() as held:
            with writing(self._directory.path):
                held.enter_context(self._directory.locked())
            yield

    def _base(self, *, clear: bool) -> Generation | None:
        """The generation that the next one builds on; None where it cannot be read and need not be."""
        try:
            base = self._current()
        except (CorruptIndex, NewerIndex):
            if not clear:
                raise
            with writing(self._directory.path):
                self._directory.restart(self._fields)
            return None
        if not clear and not base.payload.suits(self._fields) and not base.payload.empty:
            raise RebuildNeeded(f"the index in {self._directory.path} was made with other fields: {ADVICE}")
        return base

    def _held(self, base: Generation) -> list[_Held]:
        """The segments of a generation, to be changed, with their arrays."""
        with reading(self._directory.path):
            segments = self._directory.segments(base.number)
            return [(segment, base.views[segment.segment_id()]) for segment in segments]

    def _take(
        self,
        builder: SegmentBuilder,
        held: list[_Held],
        upserts: Iterable[AnalysedDocument],
        deletes: Iterable[str],
    ) -> None:
        for id in deletes:
            _delete(held, id)
        upserted: set[str] = set()
        for document in upserts:
            if document.id in upserted:
                raise ValueError(f"the document {document.id!r} is given twice in one update: give it once")
            upserted.add(document.id)
            _delete(held, document.id)
            with writing(self._directory.path):
                builder.add(document)

    def _merged(self, held: list[_Held]) -> list[ArraySegment]:
        """The segments to commit: without those that are wholly deleted, some of the others merged."""
        living = [(segment, view) for segment, view in held if segment.doc_count()]
        chosen = _to_merge([segment for segment, _ in living])
        kept = [segment for segment, _ in living if segment not in chosen]
        if chosen:
            with reading(self._directory.path):
                parts = [(segment, view) for segment, view in living if segment in chosen]
                kept.append(merged(self._directory.path, parts))
        return kept

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
        """A generation by its table of contents; segments that are known are not opened again."""
        self._directory.check()
        known = self._newest[1].views if self._newest is not None else {}
        with reading(self._directory.path):
            payload = self._directory.payload(number)
            views: list[tuple[str, SegmentView]] = []
            deleted: list[int] = []
            size = 0
            for segment in self._directory.segments(number):
                name = segment.segment_id()
                view = known.get(name) or self._directory.view(segment)
                views.append((name, view))
                deleted += [size + document for document in segment.deleted_docs()]
                size += view.size
            return Generation(number, views, iter(deleted), payload)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """An update makes millions of objects and no cycles; to look through them again and again would take a
    fifth of its time."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _delete(held: list[_Held], id: str) -> None:
    wanted = encoded(id)
    for segment, view in held:
        document = view.find(wanted)
        if document >= 0:
            segment.delete_document(document)


def _to_merge(segments: list[ArraySegment]) -> list[ArraySegment]:
    """Those that should become one.

    Small segments wait until they are many, or together a quarter of the largest; so each document is written
    again only a few times. Where most are deleted, the space is won back.
    """
    if not segments:
        return []
    largest, *small = sorted(segments, key=lambda segment: segment.doc_count(), reverse=True)
    documents = sum(segment.doc_count() for segment in small)
    deleted = sum(segment.deleted_count() for segment in segments)
    total = sum(segment.doc_count_all() for segment in segments)
    if 2 * deleted > total or documents > max(_FEW, largest.doc_count() // 4):
        return segments
    return small if len(small) > _MOST_SMALL else []
