"""Ranges of numbers and days."""

import pytest

from index.field import Kind
from index.ranges import whole_range


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2024", 20240000, 20249999),
        ("2024-05", 20240500, 20240599),
        ("2024-05-07", 20240507, 20240507),
        (">2024-01-15", 20240116, None),
        (">=2024-05", 20240500, None),
        (">2024", 20250000, None),
        ("<2024-05", None, 20240499),
        ("<=2024", None, 20249999),
        ("2024-01..2024-06", 20240100, 20240699),
        ("2024-06..2024-01", 20240100, 20240699),
        ("2024..", 20240000, None),
        ("..2024-06", None, 20240699),
        ("2023-2024", 20230000, 20249999),
        ("[2024-01-15 TO *]", 20240115, None),
    ],
)
def test_a_year_or_a_month_stands_for_its_days(text: str, low: int | None, high: int | None) -> None:
    bounds = whole_range(text, Kind.DATE)
    assert bounds is not None
    assert (bounds.low, bounds.high) == (low, high)


@pytest.mark.parametrize("text", ["", "soon", "..", "2024-", "05.2024", "2024-05-07-01"])
def test_what_names_no_day_is_none(text: str) -> None:
    assert whole_range(text, Kind.DATE) is None


@pytest.mark.parametrize(("text", "high"), [("2019-21", 2021), ("2024-05", 2024), ("1999-2001", 2001)])
def test_a_range_of_years_may_be_shortened(text: str, high: int) -> None:
    bounds = whole_range(text, Kind.NUMBER)
    assert bounds is not None
    assert bounds.high == high
