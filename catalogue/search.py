"""Searching the catalogue: from what a reader asks to a page of records.

The same functions serve the web and the command line; none of them knows an address or a template.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from catalogue.advising import NO_ADVICE, Advice, advise
from catalogue.asking import DEEPEST, SearchRequest, ask
from catalogue.concepts import NO_CONCEPTS, Concept, Concepts
from catalogue.facets import FACETS, FacetGroup, occurring, of_facet
from catalogue.model import UNDETERMINED, Record, Text
from catalogue.model.codec import decode
from index import Marker, Match, Node, Notice, Query, Snapshot, Snippet
from index.match import loose_parts

Pieces = tuple[tuple[str, bool], ...]
"""A text in parts, each with whether it is what was searched for."""

_SNIPPET_LETTERS = 280
_MOST_SIMILAR = 5
_SIGNALS: Mapping[str, float] = MappingProxyType({"author": 1.0, "keyword": 1.0, "project": 0.5})
"""What similar records share, beside words, and how much each value weighs."""
_ALIKE = 0.4
"""The part of the second score that a similar record must have: the first may be another edition of the same,
beside which all others are little alike."""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One result: the record, its title in pieces, and the best passage of its abstract, each with its
    language; the passage `is_cut` where it is not the whole abstract in the reader's language."""

    record: Record
    score: float
    title: Pieces
    title_language: str
    snippet: Snippet
    snippet_language: str
    is_cut: bool


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The records before and behind the one at a place of a result of `total` records, and that one; None
    where there is none."""

    before: Record | None
    here: Record | None
    after: Record | None
    total: int


NOBODY = Neighbours(None, None, None, 0)
"""Around a place where nothing stands."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of a result of `total` records; the first `exact` of them match what was asked, the others only
    some of it. `order` is the name of their order, `also` are the concepts whose other labels were searched
    for; `is_loose` tells whether words stand side by side, so that there is a choice of how many must
    match, and `of_phrases` that the first hold the phrases of many words, and perhaps not all words."""

    request: SearchRequest
    results: tuple[ResultRow, ...]
    total: int
    facets: tuple[FacetGroup, ...]
    notices: tuple[Notice, ...]
    exact: int
    order: str
    also: tuple[Concept, ...] = ()
    advice: Advice = NO_ADVICE
    is_loose: bool = False
    of_phrases: bool = False

    @property
    def divided(self) -> int | None:
        """How many rows of this page stand before the first that matches only some of what was asked; None
        where all match it, and where none holds all words, of which the number that was found tells."""
        if not (self.exact or self.of_phrases):
            return None
        before = max(0, self.exact - (self.request.page - 1) * self.request.size)
        return before if before < len(self.results) else None

    @property
    def pages(self) -> int:
        """How many pages can be turned to; at least one."""
        reachable = min(self.total, DEEPEST)
        return max(1, -(-reachable // self.request.size))


def find(
    snapshot: Snapshot,
    request: SearchRequest,
    locales: tuple[str, ...] = ("en",),
    concepts: Concepts = NO_CONCEPTS,
) -> SearchPage:
    """A page of results, titles and passages in the language of the first of `locales` that matches.

    Words that are labels of `concepts` look for their other labels too.
    """
    asked = ask(request, snapshot.languages, concepts)
    query = _answerable(snapshot, asked.query)
    results = snapshot.search(query)
    counted = results.facets
    exact = results.total if results.exact is None else results.exact
    whole = _Marking.of(query.tree)
    partly = _Marking.of(query.otherwise) if query.otherwise and exact < results.total else whole
    rows = tuple(
        _row(decode(hit.stored), hit.score, whole if place < exact else partly, locales)
        for place, hit in enumerate(results.hits, query.offset)
    )
    return SearchPage(
        request,
        rows,
        results.total,
        facets=tuple(FacetGroup.of(name, counted.get(name, ()), request.selected(name)) for name in FACETS),
        notices=(*asked.notices, *results.notices),
        exact=exact,
        order=asked.order,
        also=asked.also,
        advice=advise(snapshot, request, asked, exact, results.total - exact, concepts),
        is_loose=asked.tree is not None and any(True for _ in loose_parts(asked.tree)),
        of_phrases=asked.match is Match.ANY,
    )


def count(snapshot: Snapshot, request: SearchRequest, concepts: Concepts = NO_CONCEPTS) -> int:
    """How many records a result has."""
    query = _answerable(snapshot, ask(request, snapshot.languages, concepts).query)
    return snapshot.search(replace(query, facets=(), limit=0)).total


def neighbours(
    snapshot: Snapshot, request: SearchRequest, at: int, concepts: Concepts = NO_CONCEPTS
) -> Neighbours:
    """What stands around the place `at` of a result, which counts from 1 to `DEEPEST`, by one search that
    counts no facet."""
    query = _answerable(snapshot, ask(request, snapshot.languages, concepts).query)
    first, last = max(1, at - 1), min(at + 1, DEEPEST)
    found = snapshot.search(replace(query, facets=(), offset=first - 1, limit=last - first + 1))
    by_place = {place: decode(hit.stored) for place, hit in enumerate(found.hits, first)}
    return Neighbours(by_place.get(at - 1), by_place.get(at), by_place.get(at + 1), found.total)


def matching(
    snapshot: Snapshot, request: SearchRequest, concepts: Concepts = NO_CONCEPTS
) -> Iterator[Record]:
    """Every record of a result, in its order, one at a time."""
    for hit in snapshot.scan(_answerable(snapshot, ask(request, snapshot.languages, concepts).query)):
        yield decode(hit.stored)


def facet_query(
    snapshot: Snapshot, request: SearchRequest, facet: str, concepts: Concepts = NO_CONCEPTS
) -> Query:
    """The query whose matches a facet of a result counts."""
    return of_facet(_answerable(snapshot, ask(request, snapshot.languages, concepts).query), facet)


def similar(snapshot: Snapshot, key: str) -> tuple[Record, ...]:
    """The records that resemble the one with this key most: by their words, and by what they share."""
    hits = snapshot.similar(key, signals=_SIGNALS, limit=_MOST_SIMILAR)
    least = _ALIKE * hits[1].score if len(hits) > 1 else 0.0
    return tuple(decode(hit.stored) for hit in hits if hit.score >= least)


def record_of(snapshot: Snapshot, key: str) -> Record | None:
    """The record with this key."""
    hit = snapshot.get(key)
    return decode(hit.stored) if hit else None


def _answerable(snapshot: Snapshot, query: Query) -> Query:
    filters = occurring(snapshot, query.filters)
    return query if filters is query.filters else replace(query, filters=filters)


class _Marking(NamedTuple):
    """What finds the words of the query in the titles and in the abstracts of a page."""

    titles: Marker
    abstracts: Marker

    @classmethod
    def of(cls, tree: Node) -> "_Marking":
        """What finds the words of a tree."""
        return cls(Marker(tree, "title"), Marker(tree, "abstract"))


def _row(record: Record, score: float, marking: _Marking, locales: tuple[str, ...]) -> ResultRow:
    language, title = record.title.best(locales) or (UNDETERMINED, Text(record.key))
    abstract = record.abstract.best(locales)
    passage, passage_language = _best_passage(record, marking.abstracts, locales)
    return ResultRow(
        record,
        score,
        _pieces(title.plain, marking.titles.marks(title.plain, language)),
        language,
        passage,
        passage_language,
        is_cut=abstract is not None
        and (passage.leading or passage.trailing or passage_language != abstract[0]),
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
