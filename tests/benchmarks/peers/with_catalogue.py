"""Our embedded engine, by the doors that the catalogue uses."""

from collections.abc import Sequence
from dataclasses import replace

from catalogue.aliases import ALIASES
from catalogue.documents import FIELDS
from index import Document, Query, analyse_query, open_engine, parse, synchronise
from index.query_analysis import refining_words
from tests.benchmarks.peers.peer import FACETS, HITS, VALUES, Answer, Mode, Peer
from tests.benchmarks.questions import Question

SIGNALS = {"author": 1.0, "keyword": 1.0, "project": 1.0}
"""What records have in common that resemble each other, beside their words."""


class Engine(Peer):
    """The whole way from a typed text; texts are analysed in their languages, positions included."""

    package = "publications-catalogue"
    modes = tuple(Mode)

    def build(self, documents: Sequence[Document]) -> None:
        by_id = {document.id: document for document in documents}
        wanted = {id: document.fingerprint for id, document in by_id.items()}
        engine = open_engine(f"whoosh://{self.folder}", FIELDS)
        synchronise(engine, FIELDS, wanted, by_id.__getitem__, attachment=b"", full=True)
        engine.close()

    def open(self) -> None:
        self._engine = open_engine(f"whoosh://{self.folder}", FIELDS)
        self._engine.snapshot().close()

    def search(self, question: Question, *, facets: bool) -> Answer:
        return self._answer(question, Query(facets=FACETS if facets else ()), refined=False)

    def refined(self, question: Question) -> Answer:
        return self._answer(question, Query(), refined=True)

    def similar(self, id: str) -> Answer:
        with self._engine.snapshot() as snapshot:
            hits = snapshot.similar(id, signals=SIGNALS, limit=HITS)
        return Answer([hit.id for hit in hits], [hit.stored for hit in hits], len(hits))

    def _answer(self, question: Question, query: Query, *, refined: bool) -> Answer:
        with self._engine.snapshot() as snapshot:
            typed = parse(question.typed, FIELDS, ALIASES).tree
            tree = analyse_query(typed, FIELDS, snapshot.languages)
            words = refining_words(typed, snapshot.languages) if refined and typed else ()
            results = snapshot.search(replace(query, tree=tree, words=words, facet_limit=VALUES, limit=HITS))
        return Answer(
            [hit.id for hit in results.hits],
            [hit.stored for hit in results.hits],
            results.total,
            {
                name: [(value.label, value.count) for value in values]
                for name, values in results.facets.items()
            },
        )
