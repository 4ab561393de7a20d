"""Our embedded engine, by the doors that the catalogue uses."""

from collections.abc import Sequence

from catalogue.aliases import ALIASES
from catalogue.documents import FIELDS
from index import Document, Query, analyse_query, open_engine, parse, synchronise
from tests.benchmarks.peers.peer import FACETS, HITS, VALUES, Answer, Peer
from tests.benchmarks.questions import Question


class Engine(Peer):
    """The whole way from a typed text; texts are analysed in their languages, positions included."""

    package = "publications-catalogue"

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
        tree = analyse_query(parse(question.typed, FIELDS, ALIASES).tree, FIELDS)
        query = Query(tree, facets=FACETS if facets else (), facet_limit=VALUES, limit=HITS)
        with self._engine.snapshot() as snapshot:
            results = snapshot.search(query)
        return Answer(
            [hit.id for hit in results.hits],
            [hit.stored for hit in results.hits],
            results.total,
            {
                name: [(value.label, value.count) for value in values]
                for name, values in results.facets.items()
            },
        )
