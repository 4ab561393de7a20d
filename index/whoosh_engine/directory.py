"""The folder of an index: its newest generation, what was committed with it, whether it is safe to open.

Beside Whoosh's files stands `payload.N` for generation N: a line of JSON (format, fields) and the attachment.
It is on disk before the table of contents of N appears, so a generation is there wholly or not at all. A
generation marked empty is the beginning, and is never answered from.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, LockError, clean_files

from index.errors import CorruptIndex, ForeignIndex, IndexMissing, NewerIndex
from index.field import Field, Fields, Kind
from index.languages import VERSION
from index.whoosh_engine.arrays import ADVICE
from index.whoosh_engine.schema import schema_for
from index.whoosh_engine.segments import NAME, ArraySegment
from index.whoosh_engine.view import SegmentView

FORMAT = 7
"""Raised when older programs could not read what is written, or newer ones what was."""

_TOC = re.compile(rf"_{NAME}_(\d+)\.toc")
_OURS = re.compile(rf"_?{NAME}[_.].*|payload\..*")
_LOCK = f"{NAME}_WRITELOCK"
_MENDED = "build the index anew (catalogue index)"
"""What cannot be opened is replaced by any update; ADVICE is for what a person has to ask for in full."""


@dataclass(frozen=True, slots=True)
class Payload:
    """What is committed with a generation: the fields, the version of the analysis, and the attachment."""

    fields: Fields
    analysis: int
    attachment: bytes
    empty: bool = False

    def suits(self, fields: Fields) -> bool:
        """Whether documents analysed now may join those of this generation."""
        return self.fields == fields and self.analysis == VERSION and not self.empty


class _DurableStorage(FileStorage):  # type: ignore[misc]  # Whoosh ships no types
    """Files in a folder; a rename, which is what commits, waits until all of them are on disk."""

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Make the files durable, then rename."""
        folder = Path(self.folder)
        for entry in folder.iterdir():
            if entry.is_file():
                _sync(entry)
        super().rename_file(oldname, newname, safe=safe)
        _sync(folder)


class _ReadingStorage(FileStorage):  # type: ignore[misc]  # Whoosh ships no types
    """Files to read a table of contents from; Whoosh leaves them open where it fails, so we remember them."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._opened: list[Any] = []

    def open_file(self, name: str, **more: object) -> Any:
        """Open a file of the index."""
        file = super().open_file(name, **more)
        self._opened.append(file)
        return file

    def abandon(self) -> None:
        """Close what is still open."""
        for file in self._opened:
            if not file.is_closed:
                file.close()


class Directory:
    """The folder of one index."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._storage: Any = _DurableStorage(str(path))

    def newest(self) -> tuple[int, int, int]:
        """Number, inode and time of the newest generation, which tell it from one of the same number in a
        folder that was deleted and made anew. Raises IndexMissing, ForeignIndex."""
        number = max(self._generations(), default=-1)
        if number < 0:
            raise IndexMissing(f"there is no index in {self.path} yet: build it")
        try:
            status = (self.path / f"_{NAME}_{number}.toc").stat()
            return number, status.st_ino, status.st_mtime_ns
        except FileNotFoundError:
            return self.newest()  # replaced meanwhile

    def segments(self, number: int) -> list[ArraySegment]:
        """The segments of a generation, for the caller to change. Raises FileNotFoundError, CorruptIndex, or
        what reading a damaged table of contents raises."""
        storage = _ReadingStorage(str(self.path))
        try:
            segments: list[object] = TOC.read(storage, NAME, gen=number).segments
        finally:
            storage.abandon()
        ours = [segment for segment in segments if isinstance(segment, ArraySegment)]
        if len(ours) < len(segments):
            raise CorruptIndex(f"another program has added documents to the index in {self.path}: {_MENDED}")
        return ours

    def view(self, segment: ArraySegment) -> SegmentView:
        """The arrays of a segment. Raises FileNotFoundError, CorruptIndex, NewerIndex."""
        return SegmentView(self.path / segment.filename)

    def missing(self) -> CorruptIndex | ForeignIndex:
        """Why files of the newest generation are not there."""
        if any(self.path.glob("payload.*")):
            return CorruptIndex(
                f"files of the index in {self.path} are missing, or another program has written there: "
                f"{_MENDED}"
            )
        return ForeignIndex(f"{self.path} holds an index of another program: name another folder")

    def _generations(self) -> list[int]:
        try:
            with os.scandir(self.path) as entries:
                names = [entry.name for entry in entries]
        except FileNotFoundError:
            return []
        except NotADirectoryError as error:
            raise ForeignIndex(f"{self.path} is a file: name a folder for the index") from error
        # Every search lists the folder: most names are told by their end.
        found = [int(toc[1]) for name in names if name.endswith(".toc") and (toc := _TOC.fullmatch(name))]
        if not found and not all(_OURS.fullmatch(name) for name in names):
            raise ForeignIndex(f"{self.path} holds other files and no index: name an empty or a new folder")
        return found

    def check(self) -> None:
        """Raise ForeignIndex if others may write here: opening an index runs what its pickles say."""
        try:
            status = self.path.stat()
        except FileNotFoundError:
            return
        if status.st_mode & 0o022 or status.st_uid not in (0, os.geteuid()):
            raise ForeignIndex(
                f"others may write to {self.path}, so it is not safe to open: "
                f"let it belong to you alone (chmod 700 {self.path}) or name another folder"
            )

    def prepare(self, fields: Fields) -> None:
        """Make the folder and an empty generation 0 where there is nothing."""
        if not self.path.is_dir() or not any(self.path.iterdir()):
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path.chmod(0o700)
        self.check()
        if not self._generations():
            self._begin(0, fields)

    def restart(self, fields: Fields) -> None:
        """Put an empty generation behind one that cannot be read, so that numbers go on rising."""
        self._begin(max(self._generations(), default=-1) + 1, fields)

    def _begin(self, number: int, fields: Fields) -> None:
        with self.locked():
            if max(self._generations(), default=-1) < number:
                self.commit(number, Payload(fields, VERSION, b"", empty=True), [])

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Whoosh's own lock: nobody else commits within the block. Raises LockError."""
        lock = self._storage.lock(_LOCK)
        if not lock.acquire():
            raise LockError
        try:
            yield
        finally:
            lock.release()

    def commit(self, number: int, payload: Payload, segments: list[ArraySegment]) -> None:
        """Put a generation behind the newest; for those who hold the lock. Raises OSError.

        Everything is on disk before the table of contents appears under its name, which is the commit.
        """
        self._write_payload(number, payload)
        TOC(schema_for(payload.fields), segments, number).write(self._storage, NAME)
        clean_files(self._storage, NAME, number, segments)

    def payload(self, number: int) -> Payload:
        """What was committed with a generation. Raises FileNotFoundError, CorruptIndex, NewerIndex."""
        head, _, attachment = (self.path / f"payload.{number}").read_bytes().partition(b"\n")
        try:
            header = json.loads(head)
            written = header["format"]
            if written > FORMAT:
                raise NewerIndex(
                    f"a later version wrote the index in {self.path} (format {written}, not {FORMAT}): "
                    f"upgrade this program, or {ADVICE}"
                )
            if written < FORMAT:
                raise CorruptIndex(f"an earlier version wrote the index in {self.path}: {_MENDED}")
            fields = tuple(Field(name, Kind(kind), *rest) for name, kind, *rest in header["fields"])
            return Payload(fields, header["analysis"], attachment, header["empty"])
        except (ValueError, KeyError, TypeError) as error:
            raise CorruptIndex(f"{self.path}/payload.{number} cannot be read: {_MENDED}") from error

    def _write_payload(self, number: int, payload: Payload) -> None:
        header = {
            "format": FORMAT,
            "fields": [astuple(field) for field in payload.fields],
            "analysis": payload.analysis,
            "empty": payload.empty,
        }
        unfinished = self.path / f"payload.{number}.part"
        unfinished.write_bytes(json.dumps(header).encode() + b"\n" + payload.attachment)
        unfinished.replace(self.path / f"payload.{number}")

    def clean(self, number: int) -> None:
        """Remove what generations before `number`, and updates that were killed, have left.

        Files of a later generation are another writer's, who may have begun since `number` was committed.
        """
        for entry in self.path.iterdir():
            of = re.fullmatch(r"payload\.(\d+)(\.part)?", entry.name)
            unfinished = re.fullmatch(rf"_{NAME}_(\d+)\.toc\..+", entry.name)
            found = of or unfinished
            if found and int(found[1]) < number:
                entry.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
