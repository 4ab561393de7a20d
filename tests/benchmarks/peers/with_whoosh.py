"""Stock Whoosh-Reloaded, as its documentation leads one to use it."""

from collections.abc import Sequence

from whoosh import fields, index
from whoosh.analysis import StemmingAnalyzer
from whoosh.qparser import MultifieldParser
from whoosh.sorting import Count, FieldFacet

from index import Document
from tests.benchmarks.peers.peer import (
    FACETS,
    HITS,
    TEXTS,
    Answer,
    Peer,
    joined,
    labels_of,
    most_frequent,
    text_of,
)
from tests.benchmarks.questions import Question

_MEGABYTES = 256


class Engine(Peer):
    """A stemmed field for each text, a MultifieldParser over them, and results grouped by sortable columns.

    A column holds one value: the authors of a record are counted by their list, which is split afterwards.
    The documented way for several values, `allow_overlap`, reads all postings of a field with every search,
    and would let Whoosh look many times slower than a good developer gets it.
    """

    package = "Whoosh-Reloaded"

    def build(self, documents: Sequence[Document]) -> None:
        self.folder.mkdir(parents=True)
        writer = index.create_in(str(self.folder), _schema()).writer(limitmb=_MEGABYTES)
        for document in documents:
            texts = {name: text_of(document, name) for name in TEXTS}
            facets = {f"{name}_facet": joined(labels_of(document, name)) for name in FACETS}
            year = document.numbers["year"][0] if document.numbers["year"] else None
            writer.add_document(id=document.id, stored=document.stored, year=year, **texts, **facets)
        writer.commit()

    def open(self) -> None:
        opened = index.open_dir(str(self.folder))
        self._searcher = opened.searcher()
        self._parser = MultifieldParser(list(TEXTS), opened.schema, fieldboosts=TEXTS)

    def search(self, question: Question, *, facets: bool) -> Answer:
        groups = {name: FieldFacet(f"{name}_facet", maptype=Count) for name in FACETS} if facets else None
        query = self._parser.parse(_typed(question))
        results = self._searcher.search(query, limit=HITS, groupedby=groups)
        # Of an empty result Whoosh returns no groups.
        named = FACETS if facets and len(results) else ()
        counts = {name: most_frequent(results.groups(name).items()) for name in named}
        stored = [hit.fields() for hit in results]
        return Answer([hit["id"] for hit in stored], [hit["stored"] for hit in stored], len(results), counts)


def _schema() -> fields.Schema:
    schema = fields.Schema(id=fields.ID(stored=True, unique=True), stored=fields.STORED, year=fields.NUMERIC)
    for name in TEXTS:
        schema.add(name, fields.TEXT(analyzer=StemmingAnalyzer()))
    for name in FACETS:
        schema.add(f"{name}_facet", fields.ID(sortable=True))
    return schema


def _typed(question: Question) -> str:
    if question.years:
        return "{} year:[{} TO {}]".format(" ".join(question.words), *question.years)
    return question.typed
