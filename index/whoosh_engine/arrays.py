"""Named arrays in one file: written once, in a stream; mapped into memory and read without copying.

The file begins with a header, and every array at a multiple of 64 bytes, little-endian. A directory in JSON
follows (name: type, items, offset, sum), then a footer that says where the directory lies, so that opening
reads a few kilobytes whatever the size. Opening checks header, footer, directory and length of the file;
`ArrayFile.verify` reads all contents, too.
"""

import json
import mmap
import struct
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.errors import CorruptIndex, NewerIndex

FORMAT = 1
"""Raised when older programs could not read what is written."""

ADVICE = "build the index anew, in full (catalogue index --full)"

Array = NDArray[Any]

_MAGIC = b"arrays\r\n"  # a transfer as text would damage it
_HEADER = struct.Struct("<8sI52x")
_FOOTER = struct.Struct("<QQQI8s")  # offset, length of the directory; size of the file; sum; magic
_ALIGNED = 64
_CHUNK = 1 << 24


class _Entry(NamedTuple):
    """Where an array lies."""

    dtype: str
    items: int
    offset: int
    sum: int


class ArrayFile(Mapping[str, Array]):
    """Read-only arrays of a file by name. The file stays mapped while any of them is in use.

    Raises FileNotFoundError, CorruptIndex, NewerIndex.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as file:
            _check_header(path, file.read(_HEADER.size))
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        try:
            self._entries = _directory(self._map)
        except (struct.error, ValueError, TypeError, KeyError) as error:
            raise CorruptIndex(f"{path} is damaged ({error}): {ADVICE}") from error

    def __getitem__(self, name: str) -> Array:
        entry = self._entries[name]
        array: Array = np.frombuffer(self._map, entry.dtype, entry.items, entry.offset)
        return array

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def verify(self) -> None:
        """Compare the sum of every array. Raises CorruptIndex."""
        for name, entry in self._entries.items():
            if _sum(self[name]) != entry.sum:
                raise CorruptIndex(f"{name!r} in {self.path} is damaged: {ADVICE}")


def _check_header(path: Path, header: bytes) -> None:
    if len(header) < _HEADER.size or not header.startswith(_MAGIC):
        raise CorruptIndex(f"{path} is no segment of this program: {ADVICE}")
    (_, written) = _HEADER.unpack(header)
    if written > FORMAT:
        raise NewerIndex(
            f"a later version wrote {path} (format {written}, not {FORMAT}): "
            f"upgrade this program, or {ADVICE}"
        )


def _directory(held: mmap.mmap) -> dict[str, _Entry]:
    """The directory of a mapped file. Raises ValueError or what malformed contents raise."""
    offset, length, size, sum, magic = _FOOTER.unpack_from(held, len(held) - _FOOTER.size)
    if magic != _MAGIC or size != len(held) or offset + length + _FOOTER.size != size:
        raise ValueError("it has not its whole length")
    written = held[offset : offset + length]
    if zlib.crc32(written) != sum:
        raise ValueError("its directory has another sum")
    entries = {name: _Entry(*entry) for name, entry in json.loads(written).items()}
    for name, entry in entries.items():
        if entry.offset + entry.items * np.dtype(entry.dtype).itemsize > offset:
            raise ValueError(f"{name!r} goes beyond its end")
    return entries


def _sum(array: Array, sum: int = 0) -> int:
    held = array.view(np.uint8).data
    for start in range(0, len(held), _CHUNK):
        sum = zlib.crc32(held[start : start + _CHUNK], sum)
    return sum


def _little(array: Array) -> Array:
    swapped = array.dtype.byteorder == ">" or (sys.byteorder == "big" and array.dtype.byteorder == "=")
    return np.ascontiguousarray(array.astype(array.dtype.newbyteorder("<")) if swapped else array)


class ArrayStream:
    """An array that grows while others are written; it waits in a file without a name."""

    def __init__(self, spool: IO[bytes], dtype: np.dtype[Any]) -> None:
        self._dtype = dtype.newbyteorder("<")
        self._spool = spool
        self._sum = 0
        self._items = 0

    def append(self, array: Array) -> None:
        """Add items to the end."""
        items = _little(array.astype(self._dtype, copy=False))
        self._spool.write(items.view(np.uint8).data)
        self._sum = _sum(items, self._sum)
        self._items += items.size

    def pour(self, file: IO[bytes]) -> _Entry:
        """Copy all items to where `file` stands."""
        offset = file.tell()
        self._spool.seek(0)
        copyfileobj(self._spool, file, _CHUNK)
        return _Entry(self._dtype.str, self._items, offset, self._sum)


class ArrayWriter:
    """Writes the arrays of one new file; see `writing_arrays`."""

    def __init__(self, folder: Path, file: IO[bytes], spools: ExitStack) -> None:
        self._folder = folder
        self._file = file
        self._spools = spools
        self._entries: dict[str, _Entry] = {}
        self._streams: dict[str, ArrayStream] = {}
        file.write(_HEADER.pack(_MAGIC, FORMAT))

    def put(self, name: str, array: Array) -> None:
        """Write a whole array of one dimension."""
        self.put_parts(name, array.dtype, [array])

    def put_parts(self, name: str, dtype: np.dtype[Any], parts: Iterable[Array]) -> None:
        """Write an array whose parts come one after the other, and nothing between them."""
        offset = self._align()
        held = sum = 0
        for part in parts:
            items = _little(part)
            self._file.write(items.view(np.uint8).data)
            held += items.size
            sum = _sum(items, sum)
        self._entries[name] = _Entry(dtype.newbyteorder("<").str, held, offset, sum)

    def stream(self, name: str, dtype: np.dtype[Any]) -> ArrayStream:
        """An array that is written bit by bit, beside others."""
        self._streams[name] = ArrayStream(self._spools.enter_context(_spool(self._folder)), dtype)
        return self._streams[name]

    def finish(self) -> None:
        """Write what has been streamed, the directory and the footer."""
        for name, stream in self._streams.items():
            self._align()
            self._entries[name] = stream.pour(self._file)
        offset = self._align()
        directory = json.dumps(self._entries).encode()
        size = offset + len(directory) + _FOOTER.size
        footer = _FOOTER.pack(offset, len(directory), size, zlib.crc32(directory), _MAGIC)
        self._file.write(directory + footer)

    def _align(self) -> int:
        """Go on at the next multiple of 64 bytes, and say where that is."""
        self._file.write(bytes(-self._file.tell() % _ALIGNED))
        return self._file.tell()


def _spool(folder: Path) -> IO[bytes]:
    return TemporaryFile(dir=folder)


@contextmanager
def writing_arrays(path: Path) -> Iterator[ArrayWriter]:
    """A new file of arrays, whole at the end of the block and gone if the block fails.

    The caller makes it durable (fsync) before anything refers to it. Raises OSError.
    """
    with path.open("xb") as file, ExitStack() as spools:
        writer = ArrayWriter(path.parent, file, spools)
        try:
            yield writer
            writer.finish()
        except BaseException:
            path.unlink(missing_ok=True)
            raise
