"""Genres have words in each language of a citation."""

import pytest

from catalogue.citations.genres import genre_term
from catalogue.exports.csl_terms import CSL_GENRES
from catalogue.sources.csl_fields import GENRES


@pytest.mark.parametrize("genre", CSL_GENRES)
@pytest.mark.parametrize("language", ["kk", "kk-KZ", "ru"])
def test_a_genre_with_an_english_word_has_one_of_its_own(language: str, genre: str) -> None:
    assert genre_term(genre, language)


@pytest.mark.parametrize(("genre", "words"), CSL_GENRES.items())
def test_the_english_word_is_read_back(genre: str, words: str) -> None:
    assert GENRES[words.casefold()] == genre


@pytest.mark.parametrize(("genre", "language"), [("phdthesis", "en-GB"), ("канд. дисс.", "ru")])
def test_english_words_and_those_of_the_record_are_left_to_others(genre: str, language: str) -> None:
    assert genre_term(genre, language) is None
