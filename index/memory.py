"""The reference engine: a dictionary of documents, each asked in turn whether it matches.

Slow and plain on purpose: it is what the contract suite holds other engines against, and serves tests and
small libraries. Nothing is kept when the process ends.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from threading import Lock
from typing import Self

from index.analysis import AnalysedDocument
from index.cursors import cursor, digest, resume
from index.errors import IndexMissing, Locked, UnknownField
from index.field import NONE_STATED, Fields
from index.memory_found import Found
from index.memory_matching import Corpus
from index.memory_similar import similar
from index.query import Query, Sort
from index.results import FacetCount, Hit, Results, ScannedHit, WordCount
from index.suggestions import beginnings, fit, written_nearly


class MemorySnapshot:
    """One generation of a MemoryEngine."""

    def __init__(
        self, documents: dict[str, AnalysedDocument], fields: Fields, attachment: bytes, generation: int
    ):
        self._corpus = Corpus(documents, fields)
        self._fields = {field.name: field for field in fields}
        self.attachment = attachment
        self.generation = generation

    @property
    def documents(self) -> dict[str, AnalysedDocument]:
        """The documents by id; not to be changed."""
        return self._corpus.documents

    @property
    def languages(self) -> frozenset[str]:
        """See `index.engine.Snapshot`."""
        return self._corpus.languages

    def search(self, query: Query) -> Results:
        """See `index.engine.Snapshot`."""
        found = Found(self._corpus, query, by_relevance=query.sort is None)
        ids = self._filtered(found.ids, query)
        ranked = self._ordered(ids, found, query.sort)
        page = islice(ranked.items(), query.offset, query.offset + query.limit)
        exact = sum(map(found.exact, ids))
        return Results(
            hits=tuple(Hit(id, score, self.documents[id].stored) for id, score in page),
            total=len(ids),
            facets={facet: self._top(facet, found, query) for facet in query.facets},
            generation=self.generation,
            notices=found.notices,
            expanded=found.expanded,
            exact=None if exact == len(ids) else exact,
        )

    def get(self, id: str) -> Hit | None:
        """See `index.engine.Snapshot`."""
        document = self.documents.get(id)
        return None if document is None else Hit(id, 0.0, document.stored)

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
        asked = query or Query()
        found = Found(self._corpus, asked, by_relevance=asked.sort is None)
        counts = self._counts(facet, self._filtered(found.ids, asked))
        wanted = (c for c in counts if c.key.startswith(prefix) and (after is None or c.key > after))
        return tuple(islice(sorted(wanted, key=lambda c: c.key), limit))

    def suggest(
        self, facet: str, text: str, *, query: Query | None = None, limit: int = 10
    ) -> tuple[FacetCount, ...]:
        """See `index.engine.Snapshot`."""
        if not self._fields[self._facet(facet)].suggest:
            raise UnknownField(f"no field {facet!r} is a facet that suggests: use one declared so")
        asked, wanted = query or Query(), beginnings(text)
        found = Found(self._corpus, asked, by_relevance=asked.sort is None)
        counts = self._counts(facet, self._filtered(found.ids, asked))
        values = (value for document in self.documents.values() for value in document.facets.get(facet, ()))
        fits: dict[str, int] = defaultdict(int)
        for key, label in {(value.key, value.label) for value in values}:
            fits[key] = max(fits[key], fit(label, wanted))
        meant = sorted((c for c in counts if fits[c.key]), key=lambda c: (-fits[c.key], -c.count, c.key))
        return tuple(meant[:limit])

    def completions(
        self,
        beginning: str,
        *,
        query: Query | None = None,
        fields: frozenset[str] | None = None,
        limit: int = 10,
    ) -> tuple[str, ...]:
        """See `index.engine.Snapshot`."""
        asked = query or Query()
        found = Found(self._corpus, asked, by_relevance=asked.sort is None)
        counts = Counter(
            begun
            for id in self._filtered(found.ids, asked)
            for begun in {
                term
                for occurrence in self.documents[id].occurrences
                if fields is None or occurrence.field in fields
                for term in (*occurrence.terms, *occurrence.silent)
                if term.startswith(beginning)
            }
        )
        return tuple(sorted(counts, key=lambda term: (-counts[term], term))[:limit])

    def spellings(self, word: str) -> tuple[WordCount, ...]:
        """See `index.engine.Snapshot`."""
        found = (self._words[other] for other in written_nearly(word, self._words.keys()))
        return tuple(sorted(found, key=lambda c: (-c.count, c.word)))

    def similar(self, id: str, *, signals: Mapping[str, float], limit: int = 10) -> tuple[Hit, ...]:
        """See `index.engine.Snapshot`."""
        weights = {self._facet(facet): weight for facet, weight in signals.items()}
        found = similar(self._corpus, id, weights) if id in self.documents else {}
        return tuple(Hit(id, score, self.documents[id].stored) for id, score in islice(found.items(), limit))

    def scan(self, query: Query, sort: Sort | None = None, after: str | None = None) -> Iterator[ScannedHit]:
        """See `index.engine.Snapshot`."""
        order = sort or query.sort
        asked = digest(query, order)
        first = resume(after, self.generation, asked)
        found = Found(self._corpus, query, by_relevance=order is None)
        ids = list(self._ordered(self._filtered(found.ids, query), found, order))
        return (
            ScannedHit(id, self.documents[id].stored, cursor(self.generation, position, asked))
            for position, id in enumerate(ids[first:], first)
        )

    def fingerprints(self) -> dict[str, str]:
        """See `index.engine.Snapshot`."""
        return {id: document.fingerprint for id, document in self.documents.items()}

    def close(self) -> None:
        """See `index.engine.Snapshot`."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _filtered(self, ids: Iterable[str], query: Query, but: str | None = None) -> list[str]:
        filters = [(self._facet(facet), keys) for facet, keys in query.filters if facet != but]
        return [
            id
            for id in ids
            if all(
                any(v.key in keys for v in self.documents[id].facets.get(facet, ()))
                for facet, keys in filters
            )
        ]

    def _facet(self, name: str) -> str:
        if name not in self._fields or not self._fields[name].facet:
            raise UnknownField(f"no field {name!r} is a facet: use one declared so")
        return name

    def _ordered(self, ids: list[str], found: Found, sort: Sort | None) -> dict[str, float]:
        """Documents in order, with their scores."""
        if sort is None:
            return found.ranked(ids)
        if sort.field not in self._fields or not self._fields[sort.field].sort:
            raise UnknownField(f"no field {sort.field!r} is a sort: use one declared so")
        have = sorted(id for id in ids if sort.field in self.documents[id].sorts)
        have.sort(key=lambda id: _sort_key(self.documents[id].sorts[sort.field]), reverse=sort.descending)
        have += sorted(id for id in ids if sort.field not in self.documents[id].sorts)
        return {id: found.score(id) for id in have}

    def _counts(self, facet: str, ids: Iterable[str]) -> list[FacetCount]:
        name = self._facet(facet)
        counts = Counter(value.key for id in ids for value in self.documents[id].facets.get(name, ()))
        return [FacetCount(key, self._labels[name][key], count) for key, count in counts.items()]

    def _top(self, facet: str, found: Found, query: Query) -> tuple[FacetCount, ...]:
        counts = self._counts(facet, self._filtered(found.ids, query, but=facet))
        counts.sort(key=lambda c: (-c.count, c.key))
        always = {key for name, keys in query.filters if name == facet for key in keys} | {NONE_STATED}
        limit = None if facet in query.whole else query.facet_limit
        return tuple(c for place, c in enumerate(counts) if limit is None or place < limit or c.key in always)

    @cached_property
    def _words(self) -> dict[str, WordCount]:
        """The folded words of all texts."""
        held: dict[str, set[str]] = defaultdict(set)
        named: set[str] = set()
        for id, document in self.documents.items():
            for occurrence in document.occurrences:
                for term in (*occurrence.terms, *occurrence.silent):
                    language, _, word = term.partition(":")
                    if not language:
                        held[word].add(id)
                        if self._fields[occurrence.field].names:
                            named.add(word)
        return {word: WordCount(word, len(ids), word in named) for word, ids in held.items()}

    @cached_property
    def _labels(self) -> dict[str, dict[str, str]]:
        """Facet -> key -> its most frequent label, ties: the smallest."""
        printed: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for document in self.documents.values():
            for facet, values in document.facets.items():
                for value in values:
                    printed[facet][value.key][value.label] += 1
        return {
            facet: {
                key: min(labels, key=lambda label: (-labels[label], label)) for key, labels in keys.items()
            }
            for facet, keys in printed.items()
        }


def _sort_key(value: str | int) -> tuple[int, int, str]:
    """Numbers before texts; Python's sort keeps ties in order even when it is reversed."""
    return (1, 0, value) if isinstance(value, str) else (0, value, "")


class MemoryEngine:
    """Generations in a dictionary; `memory:`."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self._newest: MemorySnapshot | None = None
        self._writing = Lock()

    def snapshot(self) -> MemorySnapshot:
        """See `index.engine.SearchEngine`."""
        if self._newest is None:
            raise IndexMissing("nothing has been indexed yet: update the engine first")
        return self._newest

    def rebuild_needed(self) -> bool:
        """See `index.engine.SearchEngine`."""
        return self._newest is None

    def verify(self) -> None:
        """See `index.engine.SearchEngine`. There is nothing that could be damaged."""
        self.snapshot()

    def update(
        self,
        upserts: Iterable[AnalysedDocument],
        deletes: Iterable[str],
        *,
        attachment: bytes | None = None,
        clear: bool = False,
    ) -> int:
        """See `index.engine.SearchEngine`."""
        if not self._writing.acquire(blocking=False):
            raise Locked("another update is running: try again when it has ended")
        try:
            old = self._newest
            documents = {} if clear or old is None else dict(old.documents)
            for id in deletes:
                documents.pop(id, None)
            upserted: set[str] = set()
            for document in upserts:
                if document.id in upserted:
                    raise ValueError(
                        f"the document {document.id!r} is given twice in one update: give it once"
                    )
                upserted.add(document.id)
                documents[document.id] = document
            kept = old.attachment if old and attachment is None else attachment or b""
            self._newest = MemorySnapshot(documents, self._fields, kept, old.generation + 1 if old else 1)
            return self._newest.generation
        finally:
            self._writing.release()

    def close(self) -> None:
        """See `index.engine.SearchEngine`."""
