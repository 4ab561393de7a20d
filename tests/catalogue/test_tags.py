"""Names of fields where other systems write them."""

import pytest

from catalogue.asking import SearchRequest, ask
from catalogue.tags import put_before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("knuth[au] AND walls[ti]", 'author:"knuth" AND title:walls'),
        ("knuth d[Author - First] walls [TI]", 'author:"knuth d" title:walls'),
        ('stone "old walls"[Title]', 'stone title:"old walls"'),
        ("(stone OR old walls[tiab])", "(stone OR title-abs:(old walls))"),
        ("stone -walls[ti]", "stone -title:walls"),
        ("2015/03:2016/05[dp]", "issued:2015-03..2016-05"),
        ("walls[mesh terms]", "keyword:walls"),
        ("allintitle: stone walls", "title:(stone walls)"),
        ("AllInText:stone", "all:(stone)"),
        ("(doi:* OR -year:*)", "(has:doi OR -has:date)"),
    ],
)
def test_a_name_goes_before_what_it_belongs_to(text: str, expected: str) -> None:
    assert put_before(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[ti]",
        "( [ti]",
        "Walls [Text] / I. Stone",
        "stone[1]",
        "stone[]",
        "year:[2010 TO 2020]",
        "title:* doi:*x",
    ],
)
def test_what_is_no_name_of_a_field_stays(text: str) -> None:
    assert put_before(text) == text


def test_both_ways_ask_for_the_same() -> None:
    asked = [ask(SearchRequest(text)) for text in ("walls[ti] NOT old", "title:walls -old")]
    assert asked[0].tree == asked[1].tree
