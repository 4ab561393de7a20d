"""Searching the catalogue: from what a reader asks to a page of records.

The same functions serve the web and the command line; none of them knows an address or a template.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from catalogue.documents import ALIASES, FIELDS
from catalogue.model import UNDETERMINED, Record, Text
from catalogue.model.codec import decode
from catalogue.sources.letters import repair
from index import (
    FacetCount,
    Filters,
    Marker,
    Notice,
    Query,
    Snapshot,
    Snippet,
    Sort,
    analyse_query,
    parse,
)

Pieces = tuple[tuple[str, bool], ...]
"""A text in parts, each with whether it is what was searched for."""

FACETS = ("type", "year", "author", "keyword", "language", "project")
"""The facets that a search counts and filters by, in the order they are shown."""

SORTS: Mapping[str, Sort | None] = MappingProxyType(
    {
        "relevance": None,
        "newest": Sort("issued", descending=True),
        "oldest": Sort("issued"),
        "title": Sort("title"),
        "added": Sort("added", descending=True),
    }
)
"""The orders a result can be read in, by the name that an address carries."""

FACET_VALUES = 10
DEEPEST = 10_000
"""Results that can be paged through; whoever wants more exports them."""
_SNIPPET_LETTERS = 280


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What a reader asks for. `page` counts from 1; `sort` is a name of `SORTS` ("": relevance where
    there are words, newest first where there are none)."""

    text: str = ""
    filters: Filters = ()
    sort: str = ""
    page: int = 1
    size: int = 20

    @property
    def order(self) -> str:
        """The name of the order that applies."""
        return self.sort if self.sort in SORTS else "relevance" if self.text.strip() else "newest"

    def selected(self, facet: str) -> frozenset[str]:
        """The keys that a facet is filtered by."""
        return next((keys for name, keys in self.filters if name == facet), frozenset())


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One result: the record, its title in pieces, and the best passage of its abstract, each with its
    language."""

    record: Record
    score: float
    title: Pieces
    title_language: str
    snippet: Snippet
    snippet_language: str


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """The values of one facet, the most frequent first, with their counts."""

    name: str
    values: tuple[FacetCount, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of a result of `total` records."""

    request: SearchRequest
    results: tuple[ResultRow, ...]
    total: int
    facets: tuple[FacetGroup, ...]
    notices: tuple[Notice, ...]
    generation: int

    @property
    def pages(self) -> int:
        """How many pages can be turned to; at least one."""
        reachable = min(self.total, DEEPEST)
        return max(1, -(-reachable // self.request.size))


def find(snapshot: Snapshot, request: SearchRequest, locales: tuple[str, ...] = ("en",)) -> SearchPage:
    """A page of results, titles and passages in the language of the first of `locales` that matches."""
    query, notices = _query(request)
    results = snapshot.search(query)
    marking = _Marking(Marker(query.tree, "title"), Marker(query.tree, "abstract"))
    rows = tuple(_row(decode(hit.stored), hit.score, marking, locales) for hit in results.hits)
    groups = tuple(FacetGroup(name, results.facets.get(name, ())) for name in FACETS)
    return SearchPage(request, rows, results.total, groups, (*notices, *results.notices), results.generation)


def matching(snapshot: Snapshot, request: SearchRequest) -> Iterator[Record]:
    """Every record of a result, in its order, one at a time."""
    query, _ = _query(request)
    for hit in snapshot.scan(query):
        yield decode(hit.stored)


def record_of(snapshot: Snapshot, key: str) -> Record | None:
    """The record with this key."""
    hit = snapshot.get(key)
    return decode(hit.stored) if hit else None


def _query(request: SearchRequest) -> tuple[Query, tuple[Notice, ...]]:
    # A Latin i typed inside a Kazakh word would find nothing: what is published is repaired as well.
    parsed = parse(repair(request.text), FIELDS, ALIASES)
    size = max(1, request.size)
    return (
        Query(
            tree=analyse_query(parsed.tree, FIELDS),
            filters=request.filters,
            facets=FACETS,
            facet_limit=FACET_VALUES,
            sort=SORTS[request.order],
            offset=min((max(1, request.page) - 1) * size, DEEPEST - size),
            limit=size,
        ),
        parsed.notices,
    )


class _Marking(NamedTuple):
    """What finds the words of the query in the titles and in the abstracts of a page."""

    titles: Marker
    abstracts: Marker


def _row(record: Record, score: float, marking: _Marking, locales: tuple[str, ...]) -> ResultRow:
    language, title = record.title.best(locales) or (UNDETERMINED, Text(record.key))
    passage, passage_language = _best_passage(record, marking.abstracts, locales)
    return ResultRow(
        record,
        score,
        _pieces(title.plain, marking.titles.marks(title.plain, language)),
        language,
        passage,
        passage_language,
    )


def _pieces(text: str, spans: tuple[tuple[int, int], ...]) -> Pieces:
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    parts = ((text[start:end], bool(number % 2)) for number, (start, end) in enumerate(pairwise(edges)))
    return tuple(part for part in parts if part[0])


def _best_passage(record: Record, marker: Marker, locales: tuple[str, ...]) -> tuple[Snippet, str]:
    """The passage that matches, in the reader's language if that one does."""
    first = record.abstract.best(locales)
    if first is None:
        return Snippet(()), UNDETERMINED
    made = (
        (marker.snippet(text.plain, language, _SNIPPET_LETTERS), language)
        for language, text in (first, *(entry for entry in record.abstract if entry != first))
    )
    shown = next(made)
    if any(marked for _, marked in shown[0].pieces):
        return shown
    return next((found for found in made if any(marked for _, marked in found[0].pieces)), shown)
