"""All engines give the same answers: small random libraries, edits and queries."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from index import Document, Query, Results, Snapshot, analyse, open_engine
from index.memory import MemoryEngine
from index.query import All, AnyOf, Group
from index.rerank import CANDIDATES
from index.terms import query_terms
from index.whoosh_engine.snapshot import WhooshSnapshot
from tests.index.libraries import LIBRARY
from tests.index.queries import QUERY
from tests.index.random_texts import WORDS, many
from tests.index.shelf import FIELDS
from tests.index.whoosh_engine.generations import generation

_DELETES = st.sets(st.sampled_from("abcdefg"))
_QUERIES = st.lists(QUERY, max_size=6)


@settings(max_examples=30)
@given(first=LIBRARY, then=LIBRARY, deletes=_DELETES, queries=_QUERIES)
def test_engines_agree(
    first: list[Document], then: list[Document], deletes: set[str], queries: list[Query]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whoosh = open_engine(f"whoosh://{Path(folder).resolve() / 'index'}", FIELDS)
        memory = open_engine("memory:", FIELDS)
        for engine in (memory, whoosh):
            engine.update([analyse(d, FIELDS) for d in first], [], attachment=b"1")
            engine.update([analyse(d, FIELDS) for d in then], deletes)
        assert_agree(memory.snapshot(), whoosh.snapshot(), queries)
        whoosh.close()


@settings(max_examples=60)
@given(batches=st.lists(LIBRARY, max_size=4), deletes=_DELETES, queries=_QUERIES)
def test_segments_agree_with_memory(
    batches: list[list[Document]], deletes: set[str], queries: list[Query]
) -> None:
    analysed = [[analyse(document, FIELDS) for document in batch] for batch in batches]
    memory = MemoryEngine(FIELDS)
    for batch in analysed:
        memory.update(batch, ())
    memory.update((), deletes)
    with tempfile.TemporaryDirectory() as folder:
        segments = generation(Path(folder), FIELDS, analysed, deletes)
        assert_agree(memory.snapshot(), WhooshSnapshot(segments, FIELDS, Path(folder)), queries)


def test_engines_agree_on_more_documents_than_are_refined() -> None:
    documents = [analyse(document, FIELDS) for document in many(3 * CANDIDATES)]
    memory = MemoryEngine(FIELDS)
    memory.update(documents, ())
    memory.update((), gone := {"003", "090"})
    batches = [documents[:20], documents[20:]]
    with tempfile.TemporaryDirectory() as folder:
        segments = generation(Path(folder), FIELDS, batches, gone)
        whoosh = WhooshSnapshot(segments, FIELDS, Path(folder))
        for start in range(4):
            words = tuple(map(query_terms, WORDS[start : start + 4]))
            any_of, all_of = AnyOf(tuple(map(Group, words))), All(tuple(map(Group, words)))
            queries = [Query(any_of, words=words, limit=200), Query(all_of, otherwise=any_of, words=words)]
            assert_agree(memory.snapshot(), whoosh, queries)


@settings(max_examples=30)
@given(library=LIBRARY, queries=_QUERIES)
def test_as_many_terms_and_languages_are_read(library: list[Document], queries: list[Query]) -> None:
    """Where nothing has been deleted: words of deleted documents are read until they are merged away."""
    analysed = [analyse(document, FIELDS) for document in library]
    memory = MemoryEngine(FIELDS)
    memory.update(analysed, ())
    with tempfile.TemporaryDirectory() as folder:
        whoosh = WhooshSnapshot(generation(Path(folder), FIELDS, [analysed]), FIELDS, Path(folder))
        for query in queries:
            assert whoosh.search(query).expanded == memory.snapshot().search(query).expanded
        assert whoosh.languages == memory.snapshot().languages


def assert_agree(memory: Snapshot, whoosh: Snapshot, queries: Sequence[Query]) -> None:
    assert memory.fingerprints() == whoosh.fingerprints()
    assert memory.languages <= whoosh.languages
    for query in queries:
        answers = [_comparable(snapshot.search(query)) for snapshot in (memory, whoosh)]
        assert answers[0] == answers[1]
        again = _comparable(whoosh.search(query))  # from what is remembered
        assert again == answers[1]
        for order in (None, query.sort):
            scans = [list(snapshot.scan(query, order)) for snapshot in (memory, whoosh)]
            assert [(hit.id, hit.stored) for hit in scans[0]] == [(hit.id, hit.stored) for hit in scans[1]]
        for prefix, after in (("", None), ("", "a"), ("b", None)):
            values = [
                snapshot.values("author", query=query, prefix=prefix, after=after, limit=2)
                for snapshot in (memory, whoosh)
            ]
            assert values[0] == values[1]
        for text, limit in (("", 10), ("b", 1), ("c b", 10), ("и", 10)):
            suggested = [
                snapshot.suggest("author", text, query=query, limit=limit) for snapshot in (memory, whoosh)
            ]
            assert suggested[0] == suggested[1]
        for fields in (None, frozenset({"title"})):
            begun = [snapshot.completions(":m", query=query, fields=fields) for snapshot in (memory, whoosh)]
            assert begun[0] == begun[1]
    for word in ("migrtion", "migration", "labor", "tta", "есеноф", "хасым", "x", ""):
        assert memory.spellings(word) == whoosh.spellings(word)
        for limit in (0, 2, 50):
            begun = [snapshot.completions(f"~:{word[:2]}", limit=limit) for snapshot in (memory, whoosh)]
            assert begun[0] == begun[1]
    assert memory.values("year") == whoosh.values("year")
    for id in sorted(memory.fingerprints())[:8]:
        for signals in ({}, {"author": 1.5, "year": 0.5}):
            resembling = [snapshot.similar(id, signals=signals) for snapshot in (memory, whoosh)]
            assert resembling[0] == resembling[1]


def _comparable(results: Results) -> Results:
    return replace(results, generation=0, expanded=0)
