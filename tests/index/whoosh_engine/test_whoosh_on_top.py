"""Whoosh's own searcher on our segments finds what we find; its writers are refused.

Where Whoosh alone is wrong it is not asked: a `Not` that stands by itself may find deleted documents there
(`InverseMatcher` looks no further once its child has ended), so it is asked beside something to be found.
"""

from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import whoosh.index
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query as asked
from whoosh.codec.base import Codec
from whoosh.writing import IndexingError

from index import Document, Query, analyse, open_engine
from index.query import All, AnyOf, Group, Keyword, Node, Not, Phrase, Prefix, Range
from index.whoosh_engine.codec import ArrayCodec
from index.whoosh_engine.view import keyword_term
from tests.index.libraries import LIBRARY
from tests.index.shelf import FIELDS, SHELF, fill

Question = tuple[Node, asked.Query]
"""The same question to our engine and to Whoosh."""

_TERM = st.sampled_from(["en:migrat", ":etat", "ru:труд", "en:email", ":2020", "en:nobody"])


def _group(term: str) -> Question:
    return Group((term,)), asked.Term("words", term)


def _phrase(terms: list[str]) -> Question:
    return Phrase(tuple((term,) for term in terms)), asked.Phrase("words", terms)


def _prefix(prefix: str) -> Question:
    return Prefix(prefix), asked.Prefix("forms", f":{prefix}")


def _keyword(value: str) -> Question:
    return Keyword(value, ("key",)), asked.Term("keywords", keyword_term("key", value))


def _range(low: int | None, high: int | None) -> Question:
    return Range("year", low, high), asked.NumericRange("number.year", low, high)


def _both(node: Callable[..., Node], other: Callable[..., asked.Query], parts: list[Question]) -> Question:
    return node(tuple(ours for ours, _ in parts)), other([theirs for _, theirs in parts])


def _but(wanted: Question, unwanted: Question) -> Question:
    return All((wanted[0], Not(unwanted[0]))), asked.And([wanted[1], asked.Not(unwanted[1])])


def _combined(questions: st.SearchStrategy[Question]) -> st.SearchStrategy[Question]:
    several = st.lists(questions, min_size=1, max_size=3)
    return (
        several.map(lambda parts: _both(All, asked.And, parts))
        | several.map(lambda parts: _both(AnyOf, asked.Or, parts))
        | st.tuples(questions, questions).map(lambda pair: _but(*pair))
    )


_YEAR = st.none() | st.integers(-5, 2021)
_LEAF = (
    _TERM.map(_group)
    | st.sampled_from(["mi", "migrat", "тр", "2", "zz"]).map(_prefix)
    | st.sampled_from(["k:1", "email", "zz"]).map(_keyword)
    | st.builds(_range, _YEAR, _YEAR)
    | st.lists(_TERM, min_size=2, max_size=3).map(_phrase)
)
_QUESTION = st.recursive(_LEAF, _combined, max_leaves=5)


@settings(max_examples=40)
@given(
    libraries=st.lists(LIBRARY, min_size=1, max_size=3),
    deletes=st.sets(st.sampled_from("abcdefg")),
    questions=st.lists(_QUESTION, min_size=1, max_size=5),
)
def test_whoosh_finds_what_we_find(
    libraries: list[list[Document]], deletes: set[str], questions: list[Question]
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name).resolve() / "index"
        engine = open_engine(f"whoosh://{folder}", FIELDS)
        for library, gone in zip_longest(libraries, [deletes], fillvalue=set()):
            engine.update([analyse(d, FIELDS) for d in library], gone)
        snapshot = engine.snapshot()
        with whoosh.index.open_dir(folder).searcher() as searcher:
            for ours, theirs in questions:
                found = searcher.search(theirs, limit=None, optimize=False)
                assert {hit["id"] for hit in found} == {hit.id for hit in snapshot.scan(Query(ours))}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    engine = open_engine(f"whoosh://{tmp_path / 'index'}", FIELDS)
    fill(engine)
    return tmp_path / "index"


def test_whoosh_reads_what_is_stored(folder: Path) -> None:
    with whoosh.index.open_dir(folder).searcher() as searcher:
        assert searcher.document(id="ada") == {"id": "ada", "stored": "<ada>"}


def test_whoosh_sorts_by_a_column(folder: Path) -> None:
    with whoosh.index.open_dir(folder).searcher() as searcher:
        found = searcher.search(asked.Every(), sortedby="id", reverse=True, limit=2)
        assert [hit["id"] for hit in found] == ["fay", "ed"]


def test_whoosh_walks_the_terms(folder: Path) -> None:
    with whoosh.index.open_dir(folder).reader() as reader:
        assert list(reader.expand_prefix("forms", ":mig")) == [b":migrate", b":migration"]
        assert reader.doc_frequency("words", "en:migrat") == 4
        assert [term for field, term in reader.all_terms() if field == "number.year"] == [
            reader.schema["number.year"].to_bytes(year) for year in (2019, 2020, 2021)
        ]


def test_whoosh_finds_what_is_written_nearly_so(folder: Path) -> None:
    with whoosh.index.open_dir(folder).searcher() as searcher:
        found = searcher.search(asked.FuzzyTerm("forms", ":labor", maxdist=1))
        assert {hit["id"] for hit in found} == {"ada", "fay"}


def test_whoosh_sees_combined_frequencies(folder: Path) -> None:
    with whoosh.index.open_dir(folder).searcher() as searcher:
        matcher = asked.Term("words", "en:migrat").matcher(searcher)
        matcher.skip_to(3)
        assert (matcher.id(), matcher.weight()) == (3, 1.0)  # once in an abstract
        matcher.reset()
        assert (matcher.id(), matcher.weight()) == (0, 3.0)  # once in a title


@pytest.mark.parametrize(
    "write",
    [
        lambda codec: codec.per_document_writer(None, None),
        lambda codec: codec.field_writer(None, None),
        lambda codec: codec.postings_writer(None),
        lambda codec: codec.new_segment(None, "MAIN"),
    ],
)
def test_writers_of_documents_are_refused_with_advice(write: Callable[[Codec], object]) -> None:
    with pytest.raises(IndexingError, match="run catalogue index"):
        write(ArrayCodec())


def test_a_writer_through_our_codec_is_refused_with_advice(folder: Path) -> None:
    with pytest.raises(IndexingError, match="run catalogue index"):
        whoosh.index.open_dir(folder).writer(codec=ArrayCodec())


def test_every_document_is_counted(folder: Path) -> None:
    assert whoosh.index.open_dir(folder).doc_count() == len(SHELF)
