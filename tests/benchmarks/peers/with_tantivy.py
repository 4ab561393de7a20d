"""tantivy through its Python binding; facets by its aggregations over fast fields, all five in one pass."""

from collections.abc import Sequence
from typing import Any

import tantivy

from index import Document
from tests.benchmarks.peers.peer import FACETS, HITS, TEXTS, VALUES, Answer, Counts, Peer, labels_of, text_of
from tests.benchmarks.questions import Question

_HEAP = 256_000_000
_AGGREGATIONS = {name: {"terms": {"field": f"{name}_facet", "size": VALUES}} for name in FACETS}


class Engine(Peer):
    """English stemming, its own query parser, one thread to build."""

    package = "tantivy"

    def build(self, documents: Sequence[Document]) -> None:
        self.folder.mkdir(parents=True)
        writer = tantivy.Index(_schema(), path=str(self.folder)).writer(_HEAP, num_threads=1)
        for document in documents:
            made = tantivy.Document()
            made.add_text("id", document.id)
            made.add_bytes("stored", document.stored.encode())
            for year in document.numbers["year"]:
                made.add_integer("year", year)
            for name in TEXTS:
                made.add_text(name, text_of(document, name))
            for name in FACETS:
                for label in labels_of(document, name):
                    made.add_text(f"{name}_facet", label)
            writer.add_document(made)
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        self._index = tantivy.Index.open(str(self.folder))
        self._searcher = self._index.searcher()

    def search(self, question: Question, *, facets: bool) -> Answer:
        query = self._query(question)
        # Its types do not name the count of what was found.
        found: Any = self._searcher.search(query, limit=HITS, count=True)
        hits = [self._searcher.doc(address) for _, address in found.hits]
        counts: Counts = {}
        if facets:
            counted = self._searcher.aggregate(query, _AGGREGATIONS)
            counts = {
                name: [(bucket["key"], bucket["doc_count"]) for bucket in values["buckets"]]
                for name, values in counted.items()
            }
        ids = [hit["id"][0] for hit in hits]
        stored = [bytes(hit["stored"][0]).decode() for hit in hits]
        return Answer(ids, stored, found.count, counts)

    def _query(self, question: Question) -> tantivy.Query:
        if question.kind == "prefix":  # which its parser knows only at the end of phrases
            return tantivy.Query.boolean_query(
                [
                    (tantivy.Occur.Should, tantivy.Query.regex_query(self._index.schema, name, f"{word}.*"))
                    for name in TEXTS
                    for word in question.words
                ]
            )
        typed = question.typed.replace("..", " TO ").replace("year:", "year:[") + "]" * bool(question.years)
        return self._index.parse_query(typed, list(TEXTS), TEXTS, conjunction_by_default=True)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("stored", stored=True)
    builder.add_integer_field("year", indexed=True, fast=True)
    for name in TEXTS:
        builder.add_text_field(name, tokenizer_name="en_stem")
    for name in FACETS:
        builder.add_text_field(f"{name}_facet", fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()
