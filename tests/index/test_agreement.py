"""All engines give the same answers: small random libraries, edits and queries."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from index import (
    Document,
    FacetValue,
    LanguageText,
    Query,
    SearchEngine,
    Sort,
    analyse,
    analyse_query,
    open_engine,
    parse,
)
from tests.index.shelf import FIELDS

ALL_DEFAULT = tuple(replace(field, default=True) for field in FIELDS)

_WORDS = "migrate migration migrants the labour état etat EU's e-mail email труда миграция қон 2020 x".split()
_PASSAGE = st.builds(
    LanguageText, st.sampled_from(["en", "ru", "fr", "und"]), st.lists(st.sampled_from(_WORDS)).map(" ".join)
)
_PASSAGES = st.lists(_PASSAGE, max_size=2).map(tuple)
_FACET = st.builds(FacetValue, st.sampled_from(["a", "b", "c"]), st.sampled_from(["A", "B, C"]))
_DOCUMENT = st.builds(
    Document,
    id=st.sampled_from("abcdefg"),
    texts=st.fixed_dictionaries({"title": _PASSAGES, "abstract": _PASSAGES, "note": _PASSAGES}),
    terms=st.fixed_dictionaries({"key": st.lists(st.sampled_from(["K:1", "k2", "Email"])).map(tuple)}),
    numbers=st.fixed_dictionaries({"year": st.lists(st.integers(-5, 2021), max_size=2).map(tuple)}),
    facets=st.fixed_dictionaries({"author": st.lists(_FACET, max_size=3).map(tuple)}),
    sorts=st.fixed_dictionaries(
        {}, optional={"year": st.integers(0, 3), "title": st.sampled_from(["", "я", "z"])}
    ),
    stored=st.text(max_size=5),
    fingerprint=st.text(max_size=3),
)
_LIBRARY = st.lists(_DOCUMENT, unique_by=lambda d: d.id)
_PIECE = st.sampled_from(
    [*_WORDS, *'( ) OR AND NOT - + * " title: note: key: year: author: 2019..2021 >0 mi* K:1'.split()]
)
_TYPED = st.lists(_PIECE, max_size=8).flatmap(lambda p: st.sampled_from([" ".join(p), "".join(p)]))
_QUERY = st.builds(
    Query,
    tree=st.builds(
        lambda typed, fields: analyse_query(parse(typed, fields).tree, fields),
        _TYPED,
        st.sampled_from([FIELDS, ALL_DEFAULT]),
    ),
    filters=st.lists(
        st.tuples(st.just("author"), st.frozensets(st.sampled_from("abcd"), min_size=1)), max_size=2
    ).map(tuple),
    facets=st.just(("author", "year")),
    sort=st.none() | st.builds(Sort, st.sampled_from(["year", "title"]), st.booleans()),
    facet_limit=st.none() | st.integers(0, 3),
)


@contextmanager
def _both() -> Iterator[tuple[SearchEngine, SearchEngine]]:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"whoosh://{Path(folder).resolve() / 'index'}", FIELDS)
        yield open_engine("memory:", FIELDS), engine
        engine.close()


@settings(max_examples=60)
@given(first=_LIBRARY, then=_LIBRARY, deletes=st.sets(st.sampled_from("abcdefg")), queries=st.lists(_QUERY))
def test_engines_agree(
    first: list[Document], then: list[Document], deletes: set[str], queries: list[Query]
) -> None:
    with _both() as engines:
        for engine in engines:
            engine.update([analyse(d, FIELDS) for d in first], [], attachment=b"1")
            engine.update([analyse(d, FIELDS) for d in then], deletes)
        memory, whoosh = (engine.snapshot() for engine in engines)
        assert memory.fingerprints() == whoosh.fingerprints()
        for query in queries:
            assert memory.search(query) == whoosh.search(query)
            assert list(memory.scan(query)) == list(whoosh.scan(query))
            assert memory.values("author", query=query) == whoosh.values("author", query=query)
