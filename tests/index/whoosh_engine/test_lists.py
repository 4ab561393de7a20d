"""Lists of documents against sets, where they are searched and where they are spread over a mask."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.whoosh_engine.lists import (
    Documents,
    among,
    different,
    lengths_within,
    living,
    united,
    values_of,
    where,
)

_SIZE = 60
_SET = st.one_of(
    st.sets(st.integers(0, _SIZE - 1), max_size=3),
    st.sets(st.integers(0, _SIZE - 1), min_size=24),
)


def documents(held: set[int]) -> Documents:
    return np.array(sorted(held), np.int32)


@given(_SET, _SET)
def test_where_the_asked_stand(held: set[int], asked: set[int]) -> None:
    found = documents(held)[where(documents(held), documents(asked), _SIZE)]
    assert found.tolist() == sorted(held & asked)


@given(_SET, _SET)
def test_which_of_the_asked_are_held(held: set[int], asked: set[int]) -> None:
    found = documents(asked)[among(documents(held), documents(asked), _SIZE)]
    assert found.tolist() == sorted(held & asked)


@given(st.lists(_SET, max_size=3))
def test_lists_are_united(lists: list[set[int]]) -> None:
    assert united([documents(each) for each in lists], _SIZE).tolist() == sorted(set().union(*lists))


@given(_SET, _SET)
def test_values_are_those_of_the_asked(held: set[int], asked: set[int]) -> None:
    values = documents(held).astype(np.float32) + 1
    found = values_of(documents(held), values, documents(asked), _SIZE)
    assert found.tolist() == [document + 1 if document in held else 0 for document in sorted(asked)]


@given(_SET, _SET)
def test_deleted_documents_are_left_out(held: set[int], deleted: set[int]) -> None:
    left = living(documents(held), documents(deleted), _SIZE)
    assert (left is None) == held.isdisjoint(deleted)
    assert left is None or documents(held)[left].tolist() == sorted(held - deleted)


@pytest.mark.parametrize(("begin", "end"), [(-1, 2), (3, 2), (1, 6)])
def test_what_no_stretch_can_be_is_refused(begin: int, end: int) -> None:
    assert lengths_within(np.array([0, 2]), np.array([2, 5]), 5).tolist() == [2, 3]
    with pytest.raises(ValueError, match="beyond"):
        lengths_within(np.array([0, begin]), np.array([2, end]), 5)


@given(st.lists(st.integers(0, 5)).map(sorted))
def test_repetitions_are_told(values: list[int]) -> None:
    array = np.array(values, np.int32)
    assert array[different(array)].tolist() == sorted(set(values))
