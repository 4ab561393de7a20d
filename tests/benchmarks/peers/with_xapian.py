"""Xapian, where Debian's python3-xapian is installed for the same version of Python."""

import sys
from collections.abc import Sequence
from importlib import import_module

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

# No package index has it. At the end of the path Debian's folder hides nothing that is installed here.
sys.path.append("/usr/lib/python3/dist-packages")
xapian = import_module("xapian")

_YEAR = len(FACETS)
"""The slot of the year as a number; the slots before are those of the facets."""
_STORED = _YEAR + 1
_PREFIXES = {"title": "S", "abstract": "XB", "keyword": "K", "author": "A"}
_SYNTAX = ("FLAG_BOOLEAN", "FLAG_PHRASE", "FLAG_LOVEHATE", "FLAG_WILDCARD")


class Engine(Peer):
    """Its term generator and query parser; values of a facet in a slot, counted by a spy of its own.

    A spy counts whole slots: records of several authors are counted by their list, which is split afterwards.
    """

    package = f"Xapian {xapian.version_string()}"

    def build(self, documents: Sequence[Document]) -> None:
        database = xapian.WritableDatabase(str(self.folder), xapian.DB_CREATE)
        generator = xapian.TermGenerator()
        generator.set_stemmer(xapian.Stem("en"))
        for document in documents:
            made = xapian.Document()
            generator.set_document(made)
            for name, weight in TEXTS.items():
                generator.index_text(text_of(document, name), int(weight))
                generator.increase_termpos()
                generator.index_text(text_of(document, name), int(weight), _PREFIXES[name])
                generator.increase_termpos()
            for slot, name in enumerate(FACETS):
                made.add_value(slot, joined(labels_of(document, name)))
            for year in document.numbers["year"][:1]:
                made.add_value(_YEAR, xapian.sortable_serialise(year))
            made.add_value(_STORED, document.id)
            made.set_data(document.stored)
            database.add_document(made)
        database.commit()
        database.close()

    def open(self) -> None:
        self._database = xapian.Database(str(self.folder))
        self._parser = xapian.QueryParser()
        self._parser.set_stemmer(xapian.Stem("en"))
        self._parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
        self._parser.set_default_op(xapian.Query.OP_AND)
        self._parser.set_database(self._database)
        self._parser.add_prefix("author", _PREFIXES["author"])
        self._parser.add_rangeprocessor(xapian.NumberRangeProcessor(_YEAR, "year:"))
        self._flags = sum(getattr(xapian.QueryParser, flag) for flag in _SYNTAX)

    def search(self, question: Question, *, facets: bool) -> Answer:
        enquire = xapian.Enquire(self._database)
        enquire.set_query(self._parser.parse_query(question.typed, self._flags))
        spies = [xapian.ValueCountMatchSpy(slot) for slot in range(len(FACETS))] if facets else []
        for spy in spies:
            enquire.add_matchspy(spy)
        found = enquire.get_mset(0, HITS, self._database.get_doccount())
        hits = [match.document for match in found]
        return Answer(
            [hit.get_value(_STORED).decode() for hit in hits],
            [hit.get_data().decode() for hit in hits],
            found.get_matches_estimated(),
            {
                name: most_frequent((item.term.decode(), item.termfreq) for item in spy.values())
                for name, spy in zip(FACETS, spies, strict=False)
            },
        )
