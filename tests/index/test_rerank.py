"""The refinements: each alone on a few candidates, against sums worked out by hand."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from index.rerank import (
    CLOSE,
    DOCUMENT_SHIFT,
    FIELD_SHIFT,
    NAMING,
    NEIGHBOURS,
    ORDERED,
    SHARE,
    UNORDERED,
    WINDOW,
    Candidates,
    QueryWord,
    refined,
)

TITLE, ABSTRACT, KEYWORD = 0, 1, 2
EARNED = 2.2 / (1.0 + 1.2)  # BM25's part of a weight, k1 = 1.2, for a frequency of 1 in a usual document


def word(*places: tuple[int, int, int], weight: float = 1.0) -> QueryWord:
    """A query word at places (document, field, position)."""
    packed = sorted(d << DOCUMENT_SHIFT | f << FIELD_SHIFT | p for d, f, p in places)
    return QueryWord(weight, np.array(packed, np.int64))


def candidates(
    *words: QueryWord, scores: Sequence[float], terms: Sequence[Mapping[int, float]] | None = None
) -> Candidates:
    """Candidates of usual length, which have nothing in common unless `terms` says so."""
    own = terms or [{number: 1.0} for number in range(len(scores))]
    return Candidates(
        scores=np.array(scores),
        norms=np.full(len(scores), 1.2),
        words=words,
        field_weights=np.array([3.0, 1.0, 2.0]),
        starts=np.cumsum([0, *map(len, own)]),
        terms=np.array([term for document in own for term in document], np.int64),
        frequencies=np.array([frequency for document in own for frequency in document.values()]),
    )


def test_words_that_follow_each_other_earn_as_a_pair_and_as_neighbours() -> None:
    asked = candidates(
        word((0, ABSTRACT, 4), weight=2.0), word((0, ABSTRACT, 5), weight=3.0), scores=[1.0, 1.0]
    )

    assert refined(asked) == pytest.approx([1.0 + (ORDERED + UNORDERED) * (2.0 + 3.0) * EARNED, 1.0])


def test_words_in_the_other_order_earn_as_neighbours_only() -> None:
    asked = candidates(word((0, ABSTRACT, 5)), word((0, ABSTRACT, 4)), scores=[1.0])

    assert refined(asked) == pytest.approx([1.0 + UNORDERED * 2.0 * EARNED])


@pytest.mark.parametrize(("distance", "share"), [(WINDOW - 1, UNORDERED), (WINDOW, 0.0)])
def test_a_window_has_a_bound(distance: int, share: float) -> None:
    asked = candidates(word((0, ABSTRACT, 0)), word((0, ABSTRACT, distance)), scores=[1.0])

    assert refined(asked) == pytest.approx([1.0 + share * 2.0 * EARNED])


def test_a_pair_in_the_title_counts_as_a_title_does() -> None:
    asked = candidates(word((0, TITLE, 0)), word((0, TITLE, 1)), scores=[1.0])

    pair = (ORDERED + UNORDERED) * 2.0 * 3.0 * 2.2 / (3.0 + 1.2)
    assert refined(asked) == pytest.approx([1.0 + pair + 3 * NAMING * 2.0])


@pytest.mark.parametrize(
    ("second", "earned"), [(1, 3), (CLOSE, 2), (CLOSE + WINDOW, 1)], ids=["side by side", "close", "anywhere"]
)
def test_a_title_that_holds_all_words_earns_a_part_of_their_weight(second: int, earned: int) -> None:
    words = [word((0, TITLE, 0), weight=2.0), word((0, TITLE, second), weight=3.0)]
    aside = [word((0, ABSTRACT, at.places[0] & 0xFF), weight=at.weight) for at in words]
    named, told = (refined(candidates(*own, scores=[1.0]))[0] for own in (words, aside))

    pairs = (ORDERED if second == 1 else 0.0) + (UNORDERED if second < WINDOW else 0.0)
    of_title = 3.0 * 2.2 / (3.0 + 1.2) - EARNED  # what a pair there earns beyond one in the abstract
    assert named - told == pytest.approx(earned * NAMING * 5.0 + pairs * 5.0 * of_title)


def test_words_in_a_title_in_another_order_are_no_more_than_there() -> None:
    asked = candidates(word((0, TITLE, WINDOW)), word((0, TITLE, 0)), scores=[1.0])

    assert refined(asked) == pytest.approx([1.0 + NAMING * 2.0])


def test_a_title_that_lacks_a_word_of_the_query_names_nothing() -> None:
    asked = candidates(word((0, TITLE, 0)), word((0, ABSTRACT, 0)), word((0, TITLE, 30)), scores=[1.0])

    assert refined(asked) == [1.0]


def test_no_pair_reaches_across_documents_fields_or_other_words() -> None:
    last = (1 << FIELD_SHIFT) - 1
    asked = candidates(
        word((0, KEYWORD, last), (1, ABSTRACT, last)),
        word((1, ABSTRACT, 9)),
        word((0, KEYWORD, last - 1), (1, KEYWORD, 0)),
        scores=[1.0, 1.0],
    )

    assert refined(asked) == pytest.approx([1.0, 1.0])


def test_a_word_that_is_repeated_is_no_pair_with_itself() -> None:
    again = word((0, ABSTRACT, 1), (0, ABSTRACT, 2))

    assert refined(candidates(again, again, scores=[1.0])) == pytest.approx([1.0])


def test_a_document_moves_towards_those_that_resemble_it() -> None:
    like, other = {1: 1.0, 2: 1.0}, {3: 1.0, 4: 1.0}

    scores = refined(candidates(scores=[9.0, 5.0, 5.0], terms=[like, other, like]))

    assert scores == pytest.approx([9.0 + SHARE * (5.0 - 9.0), 5.0, 5.0 + SHARE * (9.0 - 5.0)])


def test_what_resembles_a_document_more_counts_by_the_square() -> None:
    # Each term stands in two of the documents, so all tell as much: cosines are shares of common terms.
    terms = [{1: 1.0, 2: 1.0, 3: 1.0}, {1: 1.0, 2: 1.0, 4: 1.0}, {3: 1.0, 4: 1.0}]
    near, far = (2 / 3) ** 2, (1 / math.sqrt(3 * 2)) ** 2

    first = refined(candidates(scores=[8.0, 6.0, 2.0], terms=terms))[0]

    assert first == pytest.approx((1 - SHARE) * 8.0 + SHARE * (near * 6.0 + far * 2.0) / (near + far))


def test_only_the_nearest_have_a_say() -> None:
    alike = [{1: 1.0}] * (NEIGHBOURS + 2)

    scores = refined(candidates(scores=[4.0] * (NEIGHBOURS + 1) + [1.0], terms=alike))

    assert list(scores[:NEIGHBOURS]) == [4.0] * NEIGHBOURS  # of equals, the best


def test_scores_do_not_depend_on_how_terms_are_numbered() -> None:
    documents = [{1: 1.0, 2: 3.0}, {2: 1.0, 3: 1.0}, {1: 2.0, 3: 1.0}]
    renumbered = [{100 - t: f for t, f in reversed(document.items())} for document in documents]

    first, second = (refined(candidates(scores=[3.0, 2.0, 1.0], terms=t)) for t in (documents, renumbered))

    assert list(first) == list(second)


@pytest.mark.parametrize("count", [0, 1])
def test_few_candidates_are_refined_too(count: int) -> None:
    asked = candidates(word(), word(), word(), scores=[2.0] * count, terms=[{}] * count)

    assert list(refined(asked)) == [2.0] * count
