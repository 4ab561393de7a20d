"""The border: errors of Whoosh, and of files that are not what they should be, as `index.errors`."""

import pickle
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh.fields import FieldConfigurationError, UnknownFieldError
from whoosh.filedb.filestore import StorageError
from whoosh.index import IndexError as WhooshIndexError
from whoosh.index import LockError
from whoosh.reading import ReaderClosed, TermNotFound
from whoosh.writing import IndexingError

from index.errors import CorruptIndex, EngineError, IndexError_, Locked
from index.whoosh_engine.arrays import ADVICE

WHOOSH_ERRORS: tuple[type[BaseException], ...] = (
    WhooshIndexError,
    StorageError,
    FieldConfigurationError,
    UnknownFieldError,
    TermNotFound,
    ReaderClosed,
    IndexingError,
)
_DAMAGE: tuple[type[BaseException], ...] = (
    *WHOOSH_ERRORS,
    pickle.UnpicklingError,
    struct.error,
    zlib.error,
    EOFError,
    AssertionError,
    AttributeError,
    ImportError,
    LookupError,
    MemoryError,
    NameError,
    TypeError,
    ValueError,
    OverflowError,
    OSError,
)
"""What reading bytes that are no index raises: the table of contents is a pickle."""


_REFUSED: tuple[type[BaseException], ...] = (*WHOOSH_ERRORS, OSError)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what reading a damaged index raises into CorruptIndex."""
    try:
        yield
    except IndexError_:
        raise
    except FileNotFoundError:
        raise  # a generation that was replaced while it was opened: the engine tries again
    except _DAMAGE as error:
        raise CorruptIndex(
            f"the index in {path} cannot be read ({type(error).__name__}: {error}): {ADVICE}"
        ) from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what Whoosh and the file system raise while writing into Locked or EngineError."""
    try:
        yield
    except LockError as error:
        raise Locked(
            f"another process is writing to the index in {path}: try again when it has ended"
        ) from error
    except _REFUSED as error:
        raise EngineError(
            f"the index in {path} cannot be written ({error}): "
            "see that the folder may be written to and has room"
        ) from error
