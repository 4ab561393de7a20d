"""A publication's page within a result."""

import pytest
from flask.testing import FlaskClient

from index import SearchEngine
from tests.catalogue.web.library import MANY, RECORDS, fill
from tests.catalogue.web.pages import page, texts, words

SEARCH = "/search?q=survey&sort=oldest"
RESULTS = "//article[@class='entry']/h3/a/@href"
WITHIN = "//nav[@class='within']"


def test_a_search_leads_through_its_results_one_by_one(client: FlaskClient) -> None:
    address, shown = page(client, SEARCH).xpath(RESULTS)[0], []
    while address:
        tree = page(client, address)
        shown += texts(tree, "//h1")
        address = next(iter(tree.xpath(WITHIN + "/a[starts-with(@rel,'next')]/@href")), "")
    assert shown == [record.title.entries[0][1].plain for record in MANY]


def test_the_way_back_through_a_result_is_the_way_there(client: FlaskClient) -> None:
    third = page(client, SEARCH).xpath(RESULTS)[2]
    (before,) = page(client, third).xpath(WITHIN + "/a[starts-with(@rel,'prev')]/@href")
    assert before == page(client, SEARCH).xpath(RESULTS)[1]


def test_a_page_tells_its_place_and_names_its_neighbours(client: FlaskClient) -> None:
    second = page(client, SEARCH).xpath(RESULTS)[1]
    (shown,) = page(client, second).xpath(WITHIN)
    assert words(shown) == (
        "Back to the result 2 of 30 Previous Survey of wetlands, part 1 Next Survey of wetlands, part 3"
    )


def test_the_first_and_the_last_have_one_neighbour(client: FlaskClient) -> None:
    ends = [f"/publications/survey{number}?at={number}&q=survey&sort=oldest" for number in (1, len(MANY))]
    relations = [page(client, end).xpath(WITHIN + "/a/@rel") for end in ends]
    assert relations == [["nofollow", "next nofollow"], ["nofollow", "prev nofollow"]]


@pytest.mark.parametrize(("number", "back"), [(10, ""), (11, "&page=2"), (30, "&page=3")])
def test_back_is_the_page_of_the_result_that_the_publication_stands_on(
    client: FlaskClient, number: int, back: str
) -> None:
    tree = page(client, f"/publications/survey{number}?at={number}&q=survey&sort=oldest")
    assert tree.xpath(WITHIN + "/a[1]/@href") == [f"/search?q=survey&sort=oldest{back}#result-{number}"]


def test_neighbours_are_of_the_language_of_the_address(client: FlaskClient) -> None:
    tree = page(client, "/ru/publications/survey2?at=2&q=survey&sort=oldest")
    assert all(address.startswith("/ru/") for address in tree.xpath(WITHIN + "/a/@href"))


def test_filters_stay_in_the_addresses(client: FlaskClient) -> None:
    first = page(client, "/search?type=report&year=1990..1992&sort=oldest&size=2").xpath(RESULTS)[0]
    assert first == "/publications/survey10?at=1&type=report&year=1990..1992&sort=oldest&size=2"
    assert "1 of 3" in words(page(client, first).xpath(WITHIN)[0])


def test_a_result_has_one_address_whichever_page_of_the_search_led_there(client: FlaskClient) -> None:
    assert page(client, f"{SEARCH}&page=2").xpath(RESULTS)[0] == (
        "/publications/survey11?at=11&q=survey&sort=oldest"
    )


def test_where_the_data_has_moved_on_no_neighbour_is_named(client: FlaskClient, engine: SearchEngine) -> None:
    address = "/publications/survey2?at=2&q=survey&sort=oldest"
    fill(engine, RECORDS[:3] + MANY[1:])
    assert texts(page(client, address), WITHIN) == ["Back to the result"]


@pytest.mark.parametrize("at", ["0", "31", "9999", "10000", "10001", "-1", "x", "", "9" * 5000, "²"])
def test_a_place_that_is_none_has_no_neighbours(client: FlaskClient, at: str) -> None:
    tree = page(client, f"/publications/survey2?at={at}&q=survey")
    assert tree.xpath(WITHIN + "/a[starts-with(@rel,'prev') or starts-with(@rel,'next')]") == []


def test_a_page_within_a_result_is_not_for_search_engines(client: FlaskClient) -> None:
    tree = page(client, "/publications/survey2?at=2&q=survey")
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    plain = page(client, "/publications/survey2")
    assert plain.xpath("//meta[@name='robots']") == []
    canonical = "//link[@rel='canonical']/@href"
    assert tree.xpath(canonical) == plain.xpath(canonical)


def test_all_publications_lead_to_their_own_addresses(client: FlaskClient) -> None:
    assert not any("at=" in address for address in page(client, "/search?page=2").xpath(RESULTS))


def test_another_style_of_citation_leaves_the_place(client: FlaskClient) -> None:
    tree = page(client, "/publications/survey2?at=2&q=survey&type=report&sort=oldest&page=9")
    fields = tree.xpath("//form[@class='picker']/input[@type='hidden']")
    assert [(each.get("name"), each.get("value")) for each in fields] == [
        ("at", "2"),
        ("q", "survey"),
        ("type", "report"),
        ("sort", "oldest"),
    ]
