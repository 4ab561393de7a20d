"""Years in addresses, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.documents import MISSING
from catalogue.web.years import LAST, chosen, ends_of, keys_of, stated_by

KEYS = st.frozensets(
    st.one_of(st.integers(0, LAST).map(str), st.sampled_from([MISSING, "-44", "2150", "007", "x"]))
)


@given(KEYS, st.integers(0, LAST), st.integers(0, 40))
def test_years_survive_their_address(keys: frozenset[str], first: int, more: int) -> None:
    keys |= {str(year) for year in range(first, min(first + more, LAST) + 1)}
    assert keys_of(stated_by(keys)) == keys


@pytest.mark.parametrize(
    ("stated", "first", "last"),
    [("2010..2012", 2010, 2012), ("2012..2010", 2010, 2012), ("..3", 0, 3), ("2098..", 2098, LAST)],
)
def test_a_range_is_all_its_years(stated: str, first: int, last: int) -> None:
    assert keys_of([stated]) == {str(year) for year in range(first, last + 1)}


@pytest.mark.parametrize("stated", ["..", "3000..", "20100..2020", "a..b", "²..3"])
def test_what_is_no_range_of_years_finds_nothing(stated: str) -> None:
    assert keys_of([stated]) == {stated}


@pytest.mark.parametrize("stated", ["2010..2012", "..2012", "2010..", "0..2100", "1999"])
def test_a_range_is_written_as_it_was_read(stated: str) -> None:
    assert stated_by(keys_of([stated])) == (stated,)


@pytest.mark.parametrize(
    ("stated", "ends"),
    [("2010..2012", ("2010", "2012")), ("2010..", ("2010", "")), ("1999", ("1999", "1999")), ("-", None)],
)
def test_a_range_has_ends(stated: str, ends: tuple[str, str] | None) -> None:
    assert ends_of(stated) == ends


def test_the_fields_of_the_form_replace_the_years_chosen_before() -> None:
    assert chosen(["1990", MISSING], "2010", "") == ["2010..", MISSING]


@pytest.mark.parametrize(("first", "last"), [("", ""), ("x", "2010"), ("", "20100")])
def test_fields_that_name_no_year_choose_nothing(first: str, last: str) -> None:
    assert chosen(["1990"], first, last) == ["1990"]
