"""The seam: what every engine offers. Above it all engines are the same; below it they share only terms."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, Self

from index.analysis import AnalysedDocument
from index.query import Query, Sort
from index.results import FacetCount, Hit, Results, ScannedHit, WordCount


class Snapshot(Protocol):
    """One generation, unchanging. Safe to share between threads; usable as a context manager."""

    @property
    def generation(self) -> int:
        """The number of the generation; later ones are greater."""

    @property
    def attachment(self) -> bytes:
        """The payload that was committed with the generation (empty if there never was one)."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages, as primary subtags, whose stems are among the words: those that `query_terms` need
        ask for. Languages of deleted documents may be among them until an engine merges them away."""

    def search(self, query: Query) -> Results:
        """Answer a page. Raises UnknownField if a filter, facet or sort is none of the engine's."""

    def get(self, id: str) -> Hit | None:
        """The document with this id, with score 0.0."""

    def values(
        self,
        facet: str,
        *,
        query: Query | None = None,
        prefix: str = "",
        after: str | None = None,
        limit: int = 100,
    ) -> tuple[FacetCount, ...]:
        """The values of a facet in order of their keys: those that begin with `prefix`, behind the key
        `after`.

        Counts are of the documents that `query` finds, filters applied (None: of all). Raises UnknownField.
        """

    def suggest(
        self, facet: str, text: str, *, query: Query | None = None, limit: int = 10
    ) -> tuple[FacetCount, ...]:
        """The values of a facet that suggests (`Field.suggest`) which a text may be the beginning of: those
        with a label that has, for each word of the text, a word that begins so; what fits best first, then
        the most frequent, ties in order of keys.

        See `index.suggestions` for how words are compared and what fits best. Counts are of the documents
        that `query` finds, filters applied (None: of all). Raises UnknownField.
        """

    def completions(
        self,
        beginning: str,
        *,
        query: Query | None = None,
        fields: frozenset[str] | None = None,
        limit: int = 10,
    ) -> tuple[str, ...]:
        """The terms (`index.terms`) that begin so and stand in TEXT `fields` (None: in any) of the documents
        that `query` finds, filters applied (None: of all): those of most documents first, ties in order.

        `beginning` is a folded form (`:mig`) or a term that weighs (`~:mig`), both as far as they go.
        """

    def spellings(self, word: str) -> tuple[WordCount, ...]:
        """The words of texts that are written nearly like a folded word, and the word itself if it is there:
        those held by most documents first, ties in order of words.

        They are those of `nearly` and of `begun_otherwise` in `index.suggestions`.
        """

    def similar(self, id: str, *, signals: Mapping[str, float], limit: int = 10) -> tuple[Hit, ...]:
        """The documents that resemble one most, the best first, ties by id; none if there is no such id.

        What resembles it holds one of its most distinctive terms (`index.similarity`; names alone are none),
        scored as a query of them would be; or it has a value of a facet in common, of any that `signals`
        name, which adds the facet's weight times the idf of the value (`NONE_STATED` adds nothing). Raises
        UnknownField.
        """

    def scan(self, query: Query, sort: Sort | None = None, after: str | None = None) -> Iterator[ScannedHit]:
        """All documents of all pages of a query, in the order of `sort` (None: `query.sort`, else relevance),
        which is that of the pages.

        The generation stays readable until the iterator ends or is dropped, even if the snapshot is closed.
        Raises CursorExpired if `after` is of another generation, CursorInvalid if it is of another query.
        """

    def fingerprints(self) -> dict[str, str]:
        """The fingerprint of every document, by id."""

    def close(self) -> None:
        """Release the generation; streams that have begun go on."""

    def __enter__(self) -> Self: ...
    def __exit__(self, *exception: object) -> None: ...


class SearchEngine(Protocol):
    """A place that keeps generations."""

    def snapshot(self) -> Snapshot:
        """The newest generation; costs next to nothing while there is no newer one.

        Raises IndexMissing before the first update, ForeignIndex, NewerIndex or CorruptIndex.
        """

    def rebuild_needed(self) -> bool:
        """Whether the next update must have `clear=True`: nothing there, other fields, or damage."""

    def verify(self) -> None:
        """Read all that the newest generation holds and compare it with its sums.

        Raises CorruptIndex, and what `snapshot` raises.
        """

    def update(
        self,
        upserts: Iterable[AnalysedDocument],
        deletes: Iterable[str],
        *,
        attachment: bytes | None = None,
        clear: bool = False,
    ) -> int:
        """Commit a new generation and return its number; it is seen wholly or, on any error, not at all.

        Deletes go first; unknown ids are ignored. An id may be upserted once (ValueError). `attachment` None
        keeps the last one. `clear` forgets all documents first, and is the only way on when `rebuild_needed`.
        Raises Locked, RebuildNeeded, ForeignIndex, or whatever `upserts` raises.
        """

    def close(self) -> None:
        """Let go of what the engine holds; snapshots that are out stay valid."""
