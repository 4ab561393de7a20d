"""Dates, whole, partial, approximate and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.model import Issued, PartialDate, Season
from tests.strategies import DAYS, issued


@given(DAYS)
def test_a_partial_date_reads_back_what_it_writes(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date


@given(issued())
def test_an_issued_date_reads_back_what_it_writes(date: Issued) -> None:
    assert Issued.parse(str(date)) == date


@given(st.text(st.characters(categories=["L", "Zs"])).filter(str.strip))
def test_words_are_kept_as_they_are(words: str) -> None:
    assert Issued.parse(words) == Issued(literal=words.strip())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("2021", Issued(PartialDate(2021))),
        ("2021-03-07T12:00:00Z", Issued(PartialDate(2021, 3, 7))),
        ("2021/", Issued(PartialDate(2021), open=True)),
        ("2021/..", Issued(PartialDate(2021), open=True)),
        ("/2021", Issued(end=PartialDate(2021))),
        ("2019~/2021~", Issued(PartialDate(2019), PartialDate(2021), circa=True)),
        ("2021%", Issued(PartialDate(2021), circa=True, uncertain=True)),
        ("2021-23", Issued(PartialDate(2021), season=Season.AUTUMN)),
        ("199X", Issued(PartialDate(1990), PartialDate(1999))),
        ("19XX", Issued(PartialDate(1900), PartialDate(1999))),
        ("1999-XX", Issued(PartialDate(1999))),
        ("1999-XX-XX", Issued(PartialDate(1999))),
        ("1999-01-XX/2000-XX~", Issued(PartialDate(1999, 1), PartialDate(2000), circa=True)),
        ("−0044", Issued(PartialDate(-44))),
        ("forthcoming", Issued(literal="forthcoming")),
        ("..", Issued(literal="..")),
    ],
)
def test_written_forms(source: str, expected: Issued) -> None:
    assert Issued.parse(source) == expected


@pytest.mark.parametrize("source", ["2021-13", "2021-02-29", "2021/2019", "2021-04-31/2022", "", "  "])
def test_a_date_that_no_calendar_has_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"no month|no day|ends before|empty"):
        Issued.parse(source)


def test_leap_years_follow_the_gregorian_calendar() -> None:
    assert PartialDate.parse("2000-02-29").day == 29


@pytest.mark.parametrize("source", ["2021-3", "March 2021", "21", "2021-03-07-01"])
def test_only_iso_dates_are_partial_dates(source: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        PartialDate.parse(source)


def test_a_day_needs_a_month() -> None:
    with pytest.raises(ValueError, match="needs a month"):
        PartialDate(2021, None, 7)


def test_a_year_comes_before_its_months_and_they_before_their_days() -> None:
    sources = ["2022", "2021-01-01", "2021-02", "2021-01", "2021"]
    assert [str(date) for date in sorted(map(PartialDate.parse, sources))] == [
        "2021",
        "2021-01",
        "2021-01-01",
        "2021-02",
        "2022",
    ]


@pytest.mark.parametrize("source", ["2021/2021-03", "2021-03/2021", "2021-03-02/2021-03"])
def test_the_ends_of_a_range_may_differ_in_precision(source: str) -> None:
    assert str(Issued.parse(source)) == source


@pytest.mark.parametrize(("source", "year"), [("2019/2021", 2019), ("/2021", 2021), ("forthcoming", None)])
def test_the_year_to_sort_by_is_that_of_the_start_else_of_the_end(source: str, year: int | None) -> None:
    assert Issued.parse(source).year == year
