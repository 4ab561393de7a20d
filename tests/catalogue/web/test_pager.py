import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.web.pager import near


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
