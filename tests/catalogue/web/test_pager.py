import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from catalogue.web.pager import leaps, near, page_number


@pytest.mark.parametrize(
    ("page", "pages", "shown"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (6, 20, [1, 0, 4, 5, 6, 7, 8, 0, 20]),
        (20, 20, [1, 0, 18, 19, 20]),
    ],
)
def test_the_ends_and_the_neighbours_are_shown(page: int, pages: int, shown: list[int]) -> None:
    assert list(near(page, pages)) == shown


@given(st.integers(1, 500), st.integers(1, 500))
def test_a_pager_stays_short(page: int, pages: int) -> None:
    assert len(list(near(page, pages))) <= 9


@pytest.mark.parametrize("pages", [2, 20, 21, 99, 100, 999, 1000, 7999, 30_000])
def test_any_page_is_three_leaps_away_at_most(pages: int) -> None:
    for start in {1, 2, pages // 2, pages}:
        seen = {start}
        for _ in range(3):
            seen |= {to for at in seen for to in leaps(at, pages)}
        assert seen == set(range(1, pages + 1))


@pytest.mark.parametrize(
    ("stated", "number"),
    [("3", 3), ("", 1), ("0", 1), ("-2", 1), ("2.5", 1), ("²", 1), ("9" * 5000, 1), ("999999999", 1_000_000)],
)
def test_what_is_no_page_is_the_first_and_what_is_beyond_all_is_cut(
    app: Flask, stated: str, number: int
) -> None:
    with app.test_request_context("/news", query_string={"page": stated}):
        assert page_number() == number
