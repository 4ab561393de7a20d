"""What a pattern stands for."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.expansion import fitting
from index.query import Wildcard

_LETTERS = ["".join(letters) for length in range(6) for letters in product("ab", repeat=length)]


def plainly(pattern: str) -> list[str]:
    """The words of two letters that fit, by the expression that says it in so many words."""
    expression = re.compile(pattern.replace("*", ".*").replace("?", "."))
    return [word for word in _LETTERS if expression.fullmatch(word)]


@given(st.text("ab*?", max_size=8).map(lambda rest: f"a{rest}"))
def test_a_pattern_stands_for_what_it_says(pattern: str) -> None:
    assert fitting(Wildcard(pattern), _LETTERS) == plainly(pattern)


@pytest.mark.parametrize("pattern", ["a" + "*a" * 40 + "b", "a" + "*?" * 40 + "b", "a" + "*" * 500 + "b"])
def test_no_pattern_tries_all_ways_through_a_word(pattern: str) -> None:
    assert fitting(Wildcard(pattern), ["a" * 100]) == []
