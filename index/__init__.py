"""Fields and terms: a search index that knows nothing of what it finds.

Documents are analysed above every engine (`analyse`), typed queries become a tree of term groups (`parse`,
`analyse_query`), and an engine opened by its address (`open_engine`) answers with `Results`.
"""

from index.analysis import AnalysedDocument, analyse
from index.engine import SearchEngine, Snapshot
from index.errors import (
    CorruptIndex,
    CursorExpired,
    CursorInvalid,
    EngineError,
    ForeignIndex,
    IndexError_,
    IndexMissing,
    Locked,
    NewerIndex,
    RebuildNeeded,
    UnknownEngine,
    UnknownField,
)
from index.field import Document, FacetValue, Field, Fields, Kind, LanguageText
from index.query import Filters, Node, Query, Sort
from index.registry import open_engine
from index.results import FacetCount, Hit, Notice, NoticeCode, Results, ScannedHit
from index.update import Changes, synchronise

__all__ = [
    "AnalysedDocument",
    "Changes",
    "CorruptIndex",
    "CursorExpired",
    "CursorInvalid",
    "Document",
    "EngineError",
    "FacetCount",
    "FacetValue",
    "Field",
    "Fields",
    "Filters",
    "ForeignIndex",
    "Hit",
    "IndexError_",
    "IndexMissing",
    "Kind",
    "LanguageText",
    "Locked",
    "NewerIndex",
    "Node",
    "Notice",
    "NoticeCode",
    "Query",
    "RebuildNeeded",
    "Results",
    "ScannedHit",
    "SearchEngine",
    "Snapshot",
    "Sort",
    "UnknownEngine",
    "UnknownField",
    "analyse",
    "open_engine",
    "synchronise",
]
