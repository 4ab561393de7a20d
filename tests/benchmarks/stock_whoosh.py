"""Stock Whoosh as a baseline of relevance: BM25F, stems, stop words, any word, titles twice as heavy."""

from collections.abc import Callable, Sequence
from pathlib import Path

from whoosh import fields, index
from whoosh.analysis import StemmingAnalyzer
from whoosh.qparser import MultifieldParser, OrGroup, WhitespacePlugin

from index import Document
from tests.benchmarks.peers.peer import text_of

_WEIGHTS = {"title": 2.0, "abstract": 1.0, "keyword": 1.0, "author": 1.0}


def build(folder: Path, documents: Sequence[Document]) -> None:
    """Make an index of the texts of documents in a new folder."""
    schema = fields.Schema(id=fields.ID(stored=True))
    for name in _WEIGHTS:
        schema.add(name, fields.TEXT(analyzer=StemmingAnalyzer()))
    folder.mkdir(parents=True)
    writer = index.create_in(str(folder), schema).writer()
    for document in documents:
        writer.add_document(id=document.id, **{name: text_of(document, name) for name in _WEIGHTS})
    writer.commit()


def opened(folder: Path, depth: int) -> Callable[[str], list[str]]:
    """What answers a text with the ids of the best documents; signs in it have no meaning."""
    found = index.open_dir(str(folder))
    searcher = found.searcher()
    parser = MultifieldParser(
        list(_WEIGHTS), found.schema, fieldboosts=_WEIGHTS, group=OrGroup, plugins=[WhitespacePlugin()]
    )
    return lambda text: [hit["id"] for hit in searcher.search(parser.parse(text), limit=depth)]
