"""A generation as callers see it: pages, facets, scans."""

from collections.abc import Iterator
from pathlib import Path
from typing import Self

import numpy as np

from index.cursors import cursor, digest, resume
from index.errors import EngineError, UnknownField
from index.field import Fields
from index.query import Filters, Query, Sort
from index.results import FacetCount, Hit, Results, ScannedHit, WordCount
from index.suggestions import beginnings
from index.whoosh_engine.answer import Answer
from index.whoosh_engine.errors import reading
from index.whoosh_engine.evaluate import SCALE, answer
from index.whoosh_engine.filters import Filtered
from index.whoosh_engine.generation import NO_VALUE, Generation
from index.whoosh_engine.lists import Documents, among
from index.whoosh_engine.ranking import Places, Ranks, first
from index.whoosh_engine.suggesting import spellings, suggestions


class WhooshSnapshot:
    """See `index.engine.Snapshot`. A generation is freed with its last snapshot and stream."""

    def __init__(self, generation: Generation, fields: Fields, path: Path) -> None:
        self._open: Generation | None = generation
        self._path = path
        known = (*generation.payload.fields, *fields)
        self._facets = frozenset(field.name for field in known if field.facet)
        self._sorts = frozenset(field.name for field in known if field.sort)

    @property
    def _generation(self) -> Generation:
        if self._open is None:
            raise EngineError("this snapshot has been closed: take a new one from the engine")
        return self._open

    @property
    def generation(self) -> int:
        """See `index.engine.Snapshot`."""
        return self._generation.number

    @property
    def attachment(self) -> bytes:
        """See `index.engine.Snapshot`."""
        return self._generation.payload.attachment

    def search(self, query: Query) -> Results:
        """See `index.engine.Snapshot`."""
        generation = self._generation
        if query.sort is not None:
            self._check(query.sort.field, self._sorts, "sort")
        with reading(self._path):
            found = answer(generation, query.tree, scored=query.limit > 0)
            filtered = self._filtered(found.documents, query.filters)
            return Results(
                hits=self._page(found, filtered, query),
                total=len(filtered.documents),
                facets={facet: self._top(facet, filtered, query) for facet in query.facets},
                generation=generation.number,
                notices=found.notices,
                expanded=found.expanded,
            )

    def get(self, id: str) -> Hit | None:
        """See `index.engine.Snapshot`."""
        generation = self._generation
        with reading(self._path):
            document = generation.find(id)
            return None if document is None else Hit(id, 0.0, generation.stored(document))

    def values(
        self,
        facet: str,
        *,
        query: Query | None = None,
        prefix: str = "",
        after: str | None = None,
        limit: int = 100,
    ) -> tuple[FacetCount, ...]:
        """See `index.engine.Snapshot`."""
        generation = self._generation
        with reading(self._path):
            self._check(facet, self._facets, "facet")
            return generation.facets(facet).browse(self._documents(query), prefix, after, limit)

    def suggest(
        self, facet: str, text: str, *, query: Query | None = None, limit: int = 10
    ) -> tuple[FacetCount, ...]:
        """See `index.engine.Snapshot`."""
        generation = self._generation
        with reading(self._path):
            self._check(facet, self._facets, "facet")
            return suggestions(generation, facet, self._documents(query), beginnings(text), limit)

    def spellings(self, word: str) -> tuple[WordCount, ...]:
        """See `index.engine.Snapshot`."""
        generation = self._generation
        with reading(self._path):
            return spellings(generation, word)

    def _documents(self, query: Query | None) -> Documents:
        """The documents that match tree and all filters; None: all."""
        if query is None:
            return self._generation.everything
        found = answer(self._generation, query.tree, scored=False)
        return self._filtered(found.documents, query.filters).documents

    def scan(self, query: Query, sort: Sort | None = None, after: str | None = None) -> Iterator[ScannedHit]:
        """See `index.engine.Snapshot`."""
        generation = self._generation
        order = sort or query.sort
        asked = digest(query, order)
        position = resume(after, generation.number, asked)
        with reading(self._path):
            found = answer(generation, query.tree, scored=order is None)
            filtered = self._filtered(found.documents, query.filters)
            ordered = self._ordered(found, filtered, order, len(filtered.documents))
            documents = filtered.documents[ordered]
        return _stream(generation, documents[position:], position, asked, self._path)

    def fingerprints(self) -> dict[str, str]:
        """See `index.engine.Snapshot`."""
        generation = self._generation
        with reading(self._path):
            return generation.fingerprints()

    def close(self) -> None:
        """See `index.engine.Snapshot`."""
        self._open = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _check(self, name: str, known: frozenset[str], role: str) -> None:
        if name not in known:
            raise UnknownField(f"no field {name!r} is a {role}: use one that is declared with {role}=True")

    def _filtered(self, documents: Documents, filters: Filters) -> Filtered:
        generation = self._generation
        masks = []
        for facet, keys in filters:
            self._check(facet, self._facets, "facet")
            holding = generation.facets(facet).holding(keys)
            masks.append((facet, among(holding, documents, generation.size)))
        return Filtered(documents, tuple(masks))

    def _page(self, found: Answer, filtered: Filtered, query: Query) -> tuple[Hit, ...]:
        if not query.limit:
            return ()
        generation = self._generation
        order = self._ordered(found, filtered, query.sort, query.offset + query.limit)[query.offset :]
        scores = filtered.scores(found.scores)
        marks = [0.0] * len(order) if scores is None else (scores[order] / SCALE).tolist()
        return tuple(
            Hit(generation.id(document), score, generation.stored(document))
            for document, score in zip(filtered.documents[order].tolist(), marks, strict=True)
        )

    def _ordered(self, found: Answer, filtered: Filtered, sort: Sort | None, most: int) -> Places:
        """Where the first documents of an order stand among those that are left."""
        generation = self._generation

        def ids(at: Places | slice) -> Ranks:
            return generation.id_ranks.take(filtered.documents[at])

        if sort is not None:
            self._check(sort.field, self._sorts, "sort")
            ranks = generation.sort_ranks(sort.field).take(filtered.documents)
            last = np.iinfo(ranks.dtype).max
            return first(np.where(ranks == NO_VALUE, last, -ranks if sort.descending else ranks), most, ids)
        scores = filtered.scores(found.scores)
        return first(ids(slice(None)), most) if scores is None else first(-scores, most, ids)

    def _top(self, facet: str, filtered: Filtered, query: Query) -> tuple[FacetCount, ...]:
        self._check(facet, self._facets, "facet")
        always = [key for name, keys in query.filters if name == facet for key in keys]
        return self._generation.facets(facet).top(filtered.but(facet), query.facet_limit, always)


def _stream(
    generation: Generation, documents: Documents, begin: int, asked: str, path: Path
) -> Iterator[ScannedHit]:
    """The documents one by one; the stream itself keeps the generation."""
    for position, document in enumerate(documents.tolist(), begin):
        with reading(path):
            hit = ScannedHit(
                generation.id(document),
                generation.stored(document),
                cursor(generation.number, position, asked),
            )
        yield hit
