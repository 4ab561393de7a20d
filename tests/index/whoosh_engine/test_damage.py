"""Damage anywhere in a segment: opening, asking and verifying end with an answer or with CorruptIndex."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import CorruptIndex, NewerIndex, Query, Sort, open_engine
from index.terms import query_terms
from tests.index.shelf import FIELDS, SHELF, fill, query

QUERIES = (
    query("migration policy"),
    query('"policy of labour"'),
    query("mig* OR title:labour OR year:2019.."),
    replace(query("migration"), first=query("labour").tree, otherwise=query("policy").tree),
    replace(query("policy"), words=tuple(map(query_terms, ("the", "policy", "labour")))),
    Query(facets=("author", "type"), sort=Sort("title"), filters=(("type", frozenset({"book"})),)),
)


@pytest.fixture(scope="module")
def stored() -> Iterator[tuple[Path, bytes]]:
    with TemporaryDirectory() as name:
        folder = Path(name).resolve() / "index"
        fill(open_engine(f"whoosh://{folder}", FIELDS))
        (segment,) = folder.glob("*.arrays")
        yield segment, segment.read_bytes()


@settings(max_examples=150)
@given(data=st.data())
def test_damage_is_named_or_does_no_harm(stored: tuple[Path, bytes], data: st.DataObject) -> None:
    path, whole = stored
    at = data.draw(st.integers(0, len(whole) - 1))
    held = bytearray(whole)
    held[at : at + 4] = data.draw(st.binary(min_size=1, max_size=4))
    path.unlink()
    path.write_bytes(held)
    engine = open_engine(f"whoosh://{path.parent}", FIELDS)
    with suppress(CorruptIndex, NewerIndex):
        snapshot = engine.snapshot()
        for asked in QUERIES:
            with suppress(CorruptIndex):
                snapshot.search(asked)
        with suppress(CorruptIndex):
            snapshot.fingerprints()
        for document in SHELF:
            with suppress(CorruptIndex):
                snapshot.get(document.id)
            with suppress(CorruptIndex):
                snapshot.similar(document.id, signals={"author": 1.0})
        with suppress(CorruptIndex):
            sorted(snapshot.languages)
        with suppress(CorruptIndex):
            list(snapshot.scan(Query()))
        with suppress(CorruptIndex):
            snapshot.values("author")
