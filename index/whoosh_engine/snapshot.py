"""A generation as callers see it: pages, facets, scans."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Self

from index.cursors import cursor, digest, resume
from index.errors import EngineError, UnknownField
from index.field import Fields
from index.query import Query, Sort
from index.results import FacetCount, Hit, Results, ScannedHit, WordCount
from index.suggestions import beginnings
from index.whoosh_engine.answer import Answer, Asked
from index.whoosh_engine.errors import reading
from index.whoosh_engine.evaluate import answer
from index.whoosh_engine.filters import Filtered
from index.whoosh_engine.generation import Generation
from index.whoosh_engine.lists import Documents, among
from index.whoosh_engine.result import Result
from index.whoosh_engine.similar import similar
from index.whoosh_engine.suggesting import completions, spellings, suggestions


class WhooshSnapshot:
    """See `index.engine.Snapshot`. A generation is freed with its last snapshot and stream."""

    def __init__(self, generation: Generation, fields: Fields, path: Path) -> None:
        self._open: Generation | None = generation
        self._path = path
        known = (*generation.payload.fields, *fields)
        self._facets = frozenset(field.name for field in known if field.facet)
        self._suggesting = frozenset(field.name for field in known if field.facet and field.suggest)
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

    @property
    def languages(self) -> frozenset[str]:
        """See `index.engine.Snapshot`."""
        with reading(self._path):
            return self._generation.languages

    def search(self, query: Query) -> Results:
        """See `index.engine.Snapshot`."""
        generation = self._generation
        with reading(self._path):
            found, filtered = self._found(query, query.sort, scored=query.limit > 0)
            result = Result(generation, query, query.sort, found, filtered)
            return Results(
                hits=result.hits(query.offset, query.limit) if query.limit else (),
                total=len(result.documents),
                facets={facet: self._top(facet, filtered, query) for facet in query.facets},
                generation=generation.number,
                notices=found.notices,
                expanded=found.expanded,
                exact=result.exact,
            )

    def get(self, id: str) -> Hit | None:
        """See `index.engine.Snapshot`."""
        generation = self._generation
        with reading(self._path):
            document = generation.find(id)
            return None if document is None else Hit(id, 0.0, generation.shown(document)[1])

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
            self._check(facet, self._suggesting, "facet that suggests")
            return suggestions(generation, facet, self._documents(query), beginnings(text), limit)

    def completions(
        self,
        beginning: str,
        *,
        query: Query | None = None,
        fields: frozenset[str] | None = None,
        limit: int = 10,
    ) -> tuple[str, ...]:
        """See `index.engine.Snapshot`."""
        generation = self._generation
        with reading(self._path):
            documents = None if query is None else self._documents(query)
            return completions(generation, beginning, documents, fields, limit)

    def spellings(self, word: str) -> tuple[WordCount, ...]:
        """See `index.engine.Snapshot`."""
        generation = self._generation
        with reading(self._path):
            return spellings(generation, word)

    def _documents(self, query: Query | None) -> Documents:
        """The documents that a query finds; None: all."""
        if query is None:
            return self._generation.everything
        return self._found(query, query.sort, scored=False)[1].documents

    def similar(self, id: str, *, signals: Mapping[str, float], limit: int = 10) -> tuple[Hit, ...]:
        """See `index.engine.Snapshot`."""
        generation = self._generation
        with reading(self._path):
            for facet in signals:
                self._check(facet, self._facets, "facet")
            document = generation.find(id)
            found = [] if document is None else similar(generation, document, signals, limit)
            shown = ((generation.shown(other), score) for other, score in found)
            return tuple(Hit(id, score, stored) for (id, stored), score in shown)

    def scan(self, query: Query, sort: Sort | None = None, after: str | None = None) -> Iterator[ScannedHit]:
        """See `index.engine.Snapshot`."""
        generation = self._generation
        order = sort or query.sort
        asked = digest(query, order)
        position = resume(after, generation.number, asked)
        with reading(self._path):
            found, filtered = self._found(query, order, scored=order is None)
            documents = Result(generation, query, order, found, filtered).ordered()
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
            raise UnknownField(f"no field {name!r} is a {role}: use one declared so")

    def _found(self, query: Query, order: Sort | None, *, scored: bool) -> tuple[Answer, Filtered]:
        """What a query finds that is to be read in some order, and what its filters leave of it."""
        generation = self._generation
        if order is not None:
            self._check(order.field, self._sorts, "sort")
        found = answer(generation, Asked.of(query, order, scored=scored))
        masks = []
        for facet, keys in query.filters:
            self._check(facet, self._facets, "facet")
            holding = generation.facets(facet).holding(keys)
            masks.append((facet, among(holding, found.documents, generation.size)))
        return found, Filtered(found.documents, tuple(masks))

    def _top(self, facet: str, filtered: Filtered, query: Query) -> tuple[FacetCount, ...]:
        self._check(facet, self._facets, "facet")
        always = [key for name, keys in query.filters if name == facet for key in keys]
        limit = None if facet in query.whole else query.facet_limit
        return self._generation.facets(facet).top(filtered.but(facet), limit, always)


def _stream(
    generation: Generation, documents: Documents, begin: int, asked: str, path: Path
) -> Iterator[ScannedHit]:
    """The documents one by one; the stream itself keeps the generation."""
    for position, document in enumerate(documents.tolist(), begin):
        with reading(path):
            hit = ScannedHit(*generation.shown(document), cursor(generation.number, position, asked))
        yield hit
