"""Counts of facets against counting one by one, in each of the ways in which they are made."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.field import NONE_STATED
from index.whoosh_engine import facets
from index.whoosh_engine.facets import FacetTable
from index.whoosh_engine.strings import Strings, StringTable, pack
from index.whoosh_engine.view import Facet

KEYS = 40

_HELD = st.lists(st.sets(st.integers(0, KEYS - 1), max_size=4), min_size=1, max_size=30)


def name(key: int) -> str:
    """The text of a key; the first is that of what states none."""
    return f"{key:02}" if key else NONE_STATED


def facet(held: list[set[int]]) -> Facet:
    """The facet of documents that hold these keys, each printed as "label <key>"."""
    names = {number: name(number).encode() for number in sorted(set().union(*held))}
    own = {key: number for number, key in enumerate(names)}
    counts = Counter(key for keys in held for key in keys)
    return Facet(
        StringTable(*pack(names.values())),
        Strings(*pack(b"label " + own for own in names.values())),
        np.arange(len(own) + 1, dtype=np.int32),
        np.arange(len(own), dtype=np.int32),
        np.array([counts[key] for key in own], np.int32),
        np.cumsum([0, *map(len, held)], dtype=np.int32),
        np.array([own[key] for keys in held for key in sorted(keys)], np.int32),
        np.array([n for key in own for n, keys in enumerate(held) if key in keys], np.int32),
    )


@pytest.fixture(params=[4, 4096], ids=["few heads", "many heads"])
def heads(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "_HEADS", request.param)
    monkeypatch.setattr(facets, "_COUNTED", 0)


@pytest.mark.usefixtures("heads")
@pytest.mark.parametrize("sorted_to", [0.1, 1000], ids=["sorted", "in an array"])
def test_counts_are_those_of_the_documents(monkeypatch: pytest.MonkeyPatch, sorted_to: float) -> None:
    monkeypatch.setattr(facets, "_SORTED", sorted_to)

    @given(_HELD, _HELD, st.data())
    def check(one: list[set[int]], other: list[set[int]], data: st.DataObject) -> None:
        held = one + other
        deleted, asked = (data.draw(st.sets(st.integers(0, len(held) - 1))) for _ in range(2))
        living = sorted(set(range(len(held))) - deleted)
        gone = [[n for n in deleted if n < len(one)], [n - len(one) for n in deleted if n >= len(one)]]
        table = FacetTable(
            [facet(one), facet(other)],
            [np.array(sorted(each), np.int32) for each in gone],
        )
        documents = [n for n in living if n in asked]
        limit = data.draw(st.none() | st.integers(0, 4))
        always = data.draw(st.lists(st.integers(0, KEYS), max_size=1))
        counts = Counter(key for n in documents for key in held[n])
        ordered = sorted(counts, key=lambda key: (-counts[key], key))
        expected = ordered[:limit] + [key for key in ordered[len(ordered[:limit]) :] if key in [0, *always]]
        found = table.top(np.array(documents, np.int32), limit, map(name, always))
        assert [(value.key, value.count) for value in found] == [(name(key), counts[key]) for key in expected]

    check()


def test_a_few_documents_cost_no_look_at_all_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    table = FacetTable([facet([{n} for n in range(KEYS)])], [np.zeros(0, np.int32)])
    monkeypatch.setattr(np, "bincount", None)
    assert [value.key for value in table.top(np.array([3, 7], np.int32), 1, ())] == ["03"]


def test_frequent_heads_answer_for_all_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "_HEADS", 2)
    monkeypatch.setattr(facets, "_COUNTED", 1)
    held = [{1, 2}] * 5 + [{1, key} for key in range(3, KEYS)]
    table = FacetTable([facet(held)], [np.zeros(0, np.int32)])
    for _ in range(2):
        table.top(np.arange(9, dtype=np.int32), 2, ())
    monkeypatch.setattr(np, "bincount", None)
    found = table.top(np.arange(7, dtype=np.int32), 2, ())
    assert [(value.key, value.count) for value in found] == [("01", 7), ("02", 5)]


def test_what_states_none_is_counted_without_a_look_at_all_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "_HEADS", 2)
    monkeypatch.setattr(facets, "_COUNTED", 0)
    held = [{1, 2}] * 5 + [{1, key} for key in range(3, KEYS)] + [{0}]
    table = FacetTable([facet(held)], [np.zeros(0, np.int32)])
    asked = np.array([*range(7), len(held) - 1], np.int32)
    table.top(asked, 1, ())
    monkeypatch.setattr(np, "bincount", None)
    found = table.top(asked, 1, ())
    assert [(value.key, value.count) for value in found] == [("01", 7), (NONE_STATED, 1)]


def test_labels_are_kept_for_no_more_keys_than_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "_SHOWN", 1)
    everything = np.arange(3, dtype=np.int32)
    table = FacetTable([facet([{1}, {2}, {2}])], [np.zeros(0, np.int32)])
    for _ in range(2):
        assert [value.label for value in table.top(everything, None, ())] == ["label 02", "label 01"]


@given(_HELD, st.data())
def test_what_fits_best_comes_first_among_few_documents_and_among_many(
    held: list[set[int]], data: st.DataObject
) -> None:
    held = held + [{0}] * 20
    table = FacetTable([facet(held)], [np.zeros(0, np.int32)])
    own = sorted(set().union(*held))
    asked = sorted(data.draw(st.sets(st.integers(0, len(held) - 1))))
    fits = data.draw(st.lists(st.integers(0, 6), min_size=len(own), max_size=len(own)))
    limit = data.draw(st.integers(0, 4))
    counts = Counter(key for n in asked for key in held[n])
    fitting = {key: fit for key, fit in zip(own, fits, strict=True) if fit and counts[key]}
    expected = sorted(fitting, key=lambda key: (-fitting[key], -counts[key], key))
    found = table.best([np.array(fits, np.int8)], np.array(asked, np.int32), limit)
    assert [(value.key, value.count) for value in found] == [
        (name(key), counts[key]) for key in expected[:limit]
    ]
