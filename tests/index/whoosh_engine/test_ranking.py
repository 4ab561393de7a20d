"""The first of many against sorting them all."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.whoosh_engine.ranking import first


@given(st.integers(0, 5000), st.integers(0, 40), st.sampled_from([1, 3, 1000, 1 << 40]), st.integers(0, 99))
def test_the_first_are_those_of_a_sorted_list(size: int, most: int, different: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    ranks = chance.integers(-different, different, size).astype(np.float64)
    ties = chance.permutation(size).astype(np.int32)
    expected = sorted(range(size), key=lambda n: (ranks[n], ties[n]))[:most]
    assert first(ranks, most, lambda at: ties[at]).tolist() == expected


@pytest.mark.parametrize("size", [0, 5, 5000])
def test_without_ties_ranks_alone_decide(size: int) -> None:
    ranks = np.random.default_rng(1).permutation(size).astype(np.int32)
    assert ranks[first(ranks, 7)].tolist() == list(range(min(7, size)))
