"""Years as bars."""

import re

from lxml import etree

from catalogue.web.histogram import Bar, bars_of, histogram
from index import FacetCount


def values(**counts: int) -> list[FacetCount]:
    return [FacetCount(year[1:], year[1:], count) for year, count in counts.items()]


def test_a_year_without_publications_keeps_its_place() -> None:
    bars = bars_of(values(y2019=3, y2021=1), frozenset())
    assert [(bar.label, bar.count) for bar in bars] == [("2019", 3), ("2020", 0), ("2021", 1)]


def test_very_many_years_share_bars() -> None:
    bars = bars_of([FacetCount(str(year), "", 1) for year in range(1899, 2022)], frozenset())
    assert len(bars) <= 60
    assert sum(bar.count for bar in bars) == 2022 - 1899
    assert (bars[0].first, bars[0].last, bars[-1].last) == (1899, 1899, 2021)
    assert (bars[1].label, bars[1].stated) == ("1900–1904", "1900..1904")


def test_what_is_no_year_is_no_bar() -> None:
    assert bars_of([FacetCount("-", "-", 4)], frozenset()) == ()


def test_all_bars_are_chosen_where_no_year_is() -> None:
    assert all(bar.is_chosen for bar in bars_of(values(y2019=3, y2021=1), frozenset()))


def test_bars_of_other_years_than_those_chosen_are_paler() -> None:
    picture = etree.fromstring(histogram(bars_of(values(y2019=3, y2020=2), frozenset(["2020"])), "Years"))
    paths = [(path.get("fill-opacity"), str(path.get("d"))[:4]) for path in picture.iterfind("path")]
    assert paths == [("0.35", "M1 4"), ("1", "M11 ")]


def test_the_highest_bar_fills_the_picture_and_the_least_can_be_seen() -> None:
    picture = histogram([Bar(2019, 2019, 5000, True), Bar(2020, 2020, 1, True)], "Years")
    assert re.findall(r"v-(\d+)", picture) == ["48", "2"]


def test_a_picture_is_named_and_has_no_style() -> None:
    picture = histogram([Bar(2019, 2019, 1, True)], 'Years "2019" & <more>')
    assert etree.fromstring(picture).get("aria-label") == 'Years "2019" & <more>'
    assert "style" not in picture


def test_a_picture_names_the_first_year_of_each_bar_for_whoever_draws_over_them() -> None:
    bars = bars_of([FacetCount(str(year), "", 1) for year in range(1899, 2022)], frozenset())
    years = str(etree.fromstring(histogram(bars, "Years")).get("data-years")).split()
    assert years == [str(bar.first) for bar in bars]
