"""Texts as they are compared."""

from hypothesis import given
from hypothesis import strategies as st

from catalogue.folding import folded, folded_words


def test_a_title_is_compared_without_its_signs() -> None:
    assert folded_words("«Ёлка» — a Survey:  Part 2") == "елка a survey part 2"


def test_folding_leaves_words_comparable() -> None:
    assert folded("  Ünlü  Ёлка ") == "unlu елка"


@given(st.text())
def test_a_key_has_the_words_of_what_it_was_made_of(text: str) -> None:
    assert folded_words(folded(text)) == folded_words(text)
