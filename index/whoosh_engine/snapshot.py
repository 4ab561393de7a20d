"""A generation as callers see it: pages, facets, scans."""

from collections.abc import Iterator
from pathlib import Path
from typing import Self

import numpy as np

from index.cursors import cursor, digest, resume
from index.errors import EngineError, UnknownField
from index.field import Fields
from index.query import Query, Sort
from index.results import FacetCount, Hit, Results, ScannedHit
from index.whoosh_engine.errors import reading
from index.whoosh_engine.evaluate import Evaluation
from index.whoosh_engine.generation import NO_VALUE, Generation, Mask
from index.whoosh_engine.segment import Floats, Ints


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
        with reading(self._path):
            evaluation = Evaluation(generation, query.tree)
            matching = self._filtered(evaluation.matching, query)
            scores = evaluation.scores()
            documents = np.flatnonzero(matching)
            page = self._ordered(documents, scores, query.sort)[query.offset : query.offset + query.limit]
            return Results(
                hits=tuple(
                    Hit(generation.ids[document], float(scores[document]), generation.stored(document))
                    for document in page.tolist()
                ),
                total=len(documents),
                facets={facet: self._top(facet, evaluation.matching, query) for facet in query.facets},
                generation=generation.number,
                notices=evaluation.notices,
                expanded=evaluation.expanded,
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
            documents = generation.live
            if query is not None:
                documents = self._filtered(Evaluation(generation, query.tree).matching, query)
            return generation.facets(facet).browse(documents, prefix, after, limit)

    def scan(self, query: Query, sort: Sort | None = None, after: str | None = None) -> Iterator[ScannedHit]:
        """See `index.engine.Snapshot`."""
        generation = self._generation
        order = sort or query.sort
        asked = digest(query, order)
        first = resume(after, generation.number, asked)
        with reading(self._path):
            evaluation = Evaluation(generation, query.tree)
            documents = np.flatnonzero(self._filtered(evaluation.matching, query))
            scores = evaluation.scores() if order is None else np.empty(0)
            ordered = self._ordered(documents, scores, order)
        return _stream(generation, ordered[first:], first, asked, self._path)

    def fingerprints(self) -> dict[str, str]:
        """See `index.engine.Snapshot`."""
        generation = self._generation
        with reading(self._path):
            pairs = zip(generation.live.tolist(), generation.ids, generation.fingerprints(), strict=True)
            return {id: fingerprint for living, id, fingerprint in pairs if living}

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

    def _filtered(self, matching: Mask, query: Query, but: str | None = None) -> Mask:
        generation = self._generation
        for facet, keys in query.filters:
            self._check(facet, self._facets, "facet")
            if facet != but:
                matching = matching & generation.facets(facet).matching(keys, generation.size)
        return matching

    def _ordered(self, documents: Ints, scores: Floats, sort: Sort | None) -> Ints:
        generation = self._generation
        if sort is None:
            ordered: Ints = documents[np.lexsort((generation.id_rank[documents], -scores[documents]))]
            return ordered
        self._check(sort.field, self._sorts, "sort")
        ranks = generation.sort_ranks(sort.field)[documents]
        last = np.iinfo(np.int64).max
        keys = np.where(ranks == NO_VALUE, last, -ranks if sort.descending else ranks)
        ordered = documents[np.lexsort((generation.id_rank[documents], keys))]
        return ordered

    def _top(self, facet: str, matching: Mask, query: Query) -> tuple[FacetCount, ...]:
        self._check(facet, self._facets, "facet")
        filtered = [key for name, keys in query.filters if name == facet for key in keys]
        documents = self._filtered(matching, query, but=facet)
        return self._generation.facets(facet).top(documents, query.facet_limit, filtered)


def _stream(
    generation: Generation, documents: Ints, first: int, asked: str, path: Path
) -> Iterator[ScannedHit]:
    """The documents one by one; the stream itself keeps the generation."""
    for position, document in enumerate(documents.tolist(), first):
        with reading(path):
            stored = generation.stored(document)
        yield ScannedHit(generation.ids[document], stored, cursor(generation.number, position, asked))
