"""Fields and terms: a search index that knows nothing of what it finds.

Documents are analysed above every engine (`analyse`), typed queries become a tree of term groups (`parse`,
`analyse_query`), and an engine opened by its address (`open_engine`) answers with `Results`.

>>> fields = (Field("title", Kind.TEXT), Field("kind", Kind.KEYWORD, facet=True))
>>> def book(id, title):
...     texts = {"title": (LanguageText("en", title),)}
...     return Document(id, texts, facets={"kind": (FacetValue("book", "Book"),)}, fingerprint=title)
>>> shelf = {"a": book("a", "On walls"), "b": book("b", "A door in a wall")}
>>> engine = open_engine("memory:", fields)
>>> wanted = {id: document.fingerprint for id, document in shelf.items()}
>>> synchronise(engine, fields, wanted, shelf.get, attachment=b"").added
('a', 'b')
>>> tree = analyse_query(parse("walls -doors", fields).tree, fields)
>>> results = engine.snapshot().search(Query(tree, facets=("kind",)))
>>> [hit.id for hit in results.hits], results.facets
(['a'], {'kind': (FacetCount(key='book', label='Book', count=1),)})
"""

from index.analysis import AnalysedDocument, Analyser, analyse
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
from index.highlight import Marker, Snippet
from index.match import Match
from index.query import Filters, Node, Query, Sort
from index.query_analysis import analyse_query
from index.registry import open_engine
from index.results import FacetCount, Hit, Notice, NoticeCode, Results, ScannedHit, WordCount
from index.syntax import Parsed, parse
from index.syntax_tree import Tree
from index.update import Changes, bring, synchronise

__all__ = [
    "AnalysedDocument",
    "Analyser",
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
    "Marker",
    "Match",
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
    "WordCount",
    "analyse",
    "analyse_query",
    "bring",
    "open_engine",
    "parse",
    "synchronise",
]
