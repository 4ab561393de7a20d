"""One numbering of the strings of several tables, against a sorted set."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.whoosh_engine.ordering import Ordering
from index.whoosh_engine.strings import StringTable, pack

_TABLE = st.sets(st.text("abя", max_size=3).map(str.encode)).map(sorted)


@given(st.lists(_TABLE, max_size=4), st.text("abя", max_size=3).map(str.encode))
def test_an_ordering_is_that_of_the_sorted_set(tables: list[list[bytes]], wanted: bytes) -> None:
    ordering = Ordering([StringTable(*pack(table)) for table in tables])
    expected = sorted({string for table in tables for string in table})
    ranks = np.arange(len(ordering)) if ordering.ranks is None else ordering.ranks
    assert [ordering[ordering.at(rank)] for rank in range(len(ordering))] == expected
    assert {ordering[number]: rank for number, rank in enumerate(ranks.tolist())} == {
        string: rank for rank, string in enumerate(expected)
    }
    for n, table in enumerate(tables):
        numbers = ordering.translate(n, np.arange(len(table))).tolist()
        assert [ordering[number] for number in numbers] == table
    assert ordering.lower(wanted) == sum(string < wanted for string in expected)
    assert (ordering.find(wanted) >= 0) == (wanted in expected)


def test_what_brings_nothing_new_leaves_the_numbers_in_order() -> None:
    tables = [StringTable(*pack(strings)) for strings in ([b"a"], [b"a", b"b"])]
    assert Ordering(tables).ranks is None
