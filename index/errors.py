"""Everything that can go wrong in this package; no error of an engine's library ever leaves it.

IndexError_
├── UnknownEngine      the address names no engine
├── UnknownField       a filter, facet or sort names no field of the engine
├── CursorInvalid      not a cursor of this query
│   └── CursorExpired  a cursor of another generation
└── EngineError        the engine cannot read or write its index
    ├── IndexMissing   nothing has been indexed yet
    ├── ForeignIndex   something else stands at the address, or others may write there
    │   └── NewerIndex written by a later version of this package
    ├── CorruptIndex   ours, but unreadable
    ├── RebuildNeeded  made with other fields: only a full rebuild can follow
    └── Locked         another process is writing
"""


class IndexError_(Exception):
    """Root of the errors of this package."""


class UnknownEngine(IndexError_, ValueError):
    """The address names no engine that is registered."""


class UnknownField(IndexError_, ValueError):
    """A filter, facet or sort names a field that the engine does not hold in that role."""


class CursorInvalid(IndexError_, ValueError):
    """The cursor was not made by a scan of this query."""


class CursorExpired(CursorInvalid):
    """The cursor belongs to a generation that is no longer served."""


class EngineError(IndexError_):
    """The engine cannot read or write its index."""


class IndexMissing(EngineError):
    """Nothing has been indexed at this address yet."""


class ForeignIndex(EngineError):
    """What stands at the address is not an index of this package, or is not safe to open."""


class NewerIndex(ForeignIndex):
    """The index was written by a later version of this package."""


class CorruptIndex(EngineError):
    """The index is ours but cannot be read."""


class RebuildNeeded(EngineError):
    """The index was made with other fields; only an update with `clear=True` can follow."""


class Locked(EngineError):
    """Another process is writing to the index."""
