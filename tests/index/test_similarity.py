"""Which terms tell what a document is about."""

import numpy as np
import pytest

from index.similarity import TERMS, distinctive, telling


@pytest.mark.parametrize("term", ["en:migrat", ":құқық", ":the-x", "ru:миграц"])
def test_words_tell(term: str) -> None:
    assert telling(term)


@pytest.mark.parametrize("term", [":the", "en:because", "ru:это", "~:nazarbaev", "^:n"])
def test_stop_words_and_other_spellings_tell_nothing(term: str) -> None:
    assert not telling(term)


def places(frequencies: list[float], holding: list[int], documents: int = 100) -> list[int]:
    return distinctive(np.array(frequencies), np.array(holding), documents).tolist()


def test_what_is_rare_and_what_is_frequent_here_tells_most() -> None:
    assert places([1.0, 1.0, 3.0], [50, 5, 50]) == [1, 2, 0]


def test_what_no_other_document_holds_leads_nowhere() -> None:
    assert places([9.0, 1.0], [1, 2]) == [1]


def test_of_equals_the_first_tells_most() -> None:
    assert places([1.0, 2.0, 2.0], [5, 7, 7]) == [1, 2, 0]


def test_so_many_are_taken_at_most() -> None:
    assert places([1.0] * (TERMS + 1), [5] * (TERMS + 1)) == list(range(TERMS))


def test_of_nothing_nothing_is_taken() -> None:
    assert places([], []) == []
