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
from index.highlight import Snippet, marks, snippet
from index.query import Filters, Node, Query, Sort
from index.query_analysis import analyse_query
from index.registry import open_engine
from index.results import FacetCount, Hit, Notice, NoticeCode, Results, ScannedHit
from index.syntax import Parsed, parse
from index.syntax_tree import Tree
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
    "Parsed",
    "Query",
    "RebuildNeeded",
    "Results",
    "ScannedHit",
    "SearchEngine",
    "Snapshot",
    "Snippet",
    "Sort",
    "Tree",
    "UnknownEngine",
    "UnknownField",
    "analyse",
    "analyse_query",
    "marks",
    "open_engine",
    "parse",
    "snippet",
    "synchronise",
]
