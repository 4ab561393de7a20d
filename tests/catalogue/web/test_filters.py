"""Filters on the page of a search: boxes, years, and those that are active."""

import pytest
from flask.testing import FlaskClient

from catalogue.web.querystring import MOST_VALUES
from tests.catalogue.web.library import MANY
from tests.catalogue.web.pages import hrefs, page, texts, titles, words


def test_filters_show_their_counts(client: FlaskClient) -> None:
    labels = texts(page(client, "/search"), "//aside[@id='filters']//fieldset[1]/label")
    assert f"report {len(MANY)} publications" in labels


def test_boxes_can_be_told_apart_by_their_ids(client: FlaskClient) -> None:
    ids = page(client, "/search").xpath("//aside//input[@type='checkbox']/@id")
    assert "author:lindqvist,%20per" in ids
    assert (len(ids), any(set(own) & set(" \t\n") for own in ids)) == (len(set(ids)), False)


def test_years_are_drawn_and_stand_in_a_table_from_the_latest(client: FlaskClient) -> None:
    tree = page(client, "/search?type=report&q=survey")
    assert tree.xpath("//*[@class='histogram']/@aria-label") == ["Publications by year, from 1981 to 2010"]
    years = [str(1980 + number) for number in range(1, 31)]
    assert texts(tree, "//table//a") == years[::-1]
    assert hrefs(tree, "//table//a")[0] == "/search?q=survey&type=report&year=2010"


def test_a_single_year_is_no_picture(client: FlaskClient) -> None:
    tree = page(client, "/search?q=rice")
    assert tree.xpath("//*[@class='histogram']") == []
    assert texts(tree, "//table//th") == ["2021"]


def test_a_range_of_years_is_one_filter(client: FlaskClient) -> None:
    tree = page(client, "/search?type=report&from=1990&to=1992")
    assert texts(tree, "//h2[@id='found']") == ["3 publications"]
    assert texts(tree, "//ul[@class='active']//a")[1] == "Year: 1990–1992 × (remove this filter)"
    assert hrefs(tree, "//ul[@class='active']//a") == ["/search?year=1990..1992", "/search?type=report"]
    fields = tree.xpath("//input[@name='from' or @name='to']/@value")
    assert (fields, tree.xpath("//input[@type='hidden'][@name='year']")) == (["1990", "1992"], [])


def test_years_that_are_no_range_stay_in_the_form(client: FlaskClient) -> None:
    tree = page(client, "/search?year=1990&year=2000..2001")
    assert tree.xpath("//input[@type='hidden'][@name='year']/@value") == ["1990", "2000..2001"]
    assert tree.xpath("//input[@name='from' or @name='to']/@value") == ["", ""]


def test_what_is_no_year_is_told_at_its_field_and_stays_there(client: FlaskClient) -> None:
    tree = page(client, "/search?type=report&from=1990&to=199o")
    assert tree.xpath("//input[@name='from' or @name='to']/@value") == ["1990", "199o"]
    (wrong,) = tree.xpath("//*[@aria-invalid='true']")
    assert (wrong.name, words(tree.get_element_by_id(wrong.get("aria-describedby")))) == (
        "to",
        "“199o” is no year, so the result is not narrowed by years. Write a year in numbers, such as 1998.",
    )
    assert tree.xpath("//details[@id='filtering']/@open")


def test_what_is_no_year_leaves_the_sliders_at_their_ends(client: FlaskClient) -> None:
    tree = page(client, "/search?type=report&from=first&to=last")
    assert tree.xpath("//input[@type='range']/@value") == ["1981", "2010"]


def test_years_that_can_be_read_are_marked_nowhere(client: FlaskClient) -> None:
    assert page(client, "/search?type=report&from=+1990&to=").xpath("//*[@aria-invalid]") == []


def test_what_is_no_year_is_told_where_nothing_was_found(client: FlaskClient) -> None:
    notices = texts(page(client, "/search?q=xyzzy&from=soon"), "//*[@id='notices']/p")
    assert [notice.split(",")[0] for notice in notices] == ["“soon” is no year"]


def test_a_filter_by_more_values_than_count_is_told(client: FlaskClient) -> None:
    keys = "&".join(f"keyword=word{number}" for number in range(MOST_VALUES + 1))
    assert texts(page(client, f"/search?{keys}"), "//*[@id='notices']/p") == [
        f"A search can be filtered by {MOST_VALUES} values at once; the others were left out."
    ]


def test_filters_that_count_are_told_of_nothing(client: FlaskClient) -> None:
    keys = "&".join(f"keyword=word{number}&keyword=word{number}" for number in range(MOST_VALUES))
    assert texts(page(client, f"/search?{keys}"), "//*[@id='notices']/p") == []


@pytest.mark.parametrize(
    ("stated", "label"), [("2020..", "2020 and after"), ("..1985", "1985 and before"), ("1990", "1990")]
)
def test_an_open_range_says_so(client: FlaskClient, stated: str, label: str) -> None:
    tree = page(client, f"/search?year={stated}")
    assert texts(tree, "//ul[@class='active']//a") == [f"Year: {label} × (remove this filter)"]


def test_records_that_state_nothing_can_be_asked_for(client: FlaskClient) -> None:
    tree = page(client, "/search?year=-")
    assert titles(tree) == ["<script>alert('title')</script>"]
    assert tree.xpath("//input[@name='year'][@checked]/@value") == ["-"]
    assert texts(tree, "//ul[@class='active']//a") == ["Year: not stated × (remove this filter)"]


def test_a_filter_that_applies_is_checked(client: FlaskClient) -> None:
    assert page(client, "/search?type=thesis").xpath("//input[@checked]/@value") == ["thesis"]


def test_every_active_filter_can_be_taken_away(client: FlaskClient) -> None:
    tree = page(client, "/search?q=survey&type=report&year=1990")
    assert hrefs(tree, "//ul[@class='active']//a") == [
        "/search?q=survey&year=1990",
        "/search?q=survey&type=report",
    ]
    assert hrefs(tree, "//div[@class='chosen']/a") == ["/search?q=survey"]


def test_a_single_filter_needs_no_way_to_take_all_away(client: FlaskClient) -> None:
    tree = page(client, "/search?type=report")
    assert texts(tree, "//div[@class='chosen']//a") == ["Type: report × (remove this filter)"]


def test_active_filters_stand_even_over_an_empty_result(client: FlaskClient) -> None:
    tree = page(client, "/search?q=nothingness&author=0000-0002-1825-0097&type=article")
    assert texts(tree, "//ul[@class='active']//a") == [
        "Type: article × (remove this filter)",
        "Author: Omarova, Aigerim × (remove this filter)",
    ]


def test_a_filter_that_is_not_counted_stays_in_the_form(client: FlaskClient) -> None:
    tree = page(client, "/search?q=nothingness&type=article")
    assert tree.xpath("//input[@type='hidden'][@name='type'][@form='search']/@value") == ["article"]


def test_projects_are_filtered_by_their_title(client: FlaskClient) -> None:
    label = page(client, "/search?q=rice").xpath("//label[input[@name='project']]")[0]
    assert words(label) == "Deltas of Asia 1 publication"
