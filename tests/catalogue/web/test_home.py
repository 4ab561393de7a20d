from flask.testing import FlaskClient

from catalogue.site import Site
from index import SearchEngine
from tests.catalogue.web.library import KAZAKH, MANY, RECORDS, RICE, SITE, fill
from tests.catalogue.web.pages import page, texts, titles, words


def test_home_counts_what_there_is(client: FlaskClient) -> None:
    counts = texts(page(client, "/"), "//p[@class='counts']/a")
    assert counts == [f"{len(RECORDS)} publications", f"{len(SITE.projects)} projects"]


def test_home_begins_with_what_was_added_last(client: FlaskClient) -> None:
    assert titles(page(client, "/"))[0] == RICE.title.entries[0][1].plain


def test_home_has_a_search_box_that_leads_to_the_search(client: FlaskClient) -> None:
    form = page(client, "/").xpath("//main//form")[0]
    assert (form.get("action"), form.get("method")) == ("/search", None)


def test_home_leads_to_the_indexes(client: FlaskClient, engine: SearchEngine) -> None:
    fill(engine, (*RECORDS, KAZAKH))
    links = set(page(client, "/ru/").xpath("//main//a/@href"))
    assert {
        f"/ru/{kind}" for kind in ("people", "keywords", "venues", "years", "types", "languages")
    } <= links


def test_home_has_the_most_frequent_to_begin_with_and_the_last_years(client: FlaskClient) -> None:
    years = texts(page(client, "/"), "//section[@aria-labelledby='by-year']//li/a")
    assert years == [str(year) for year in (2021, 2019, *range(2010, 2002, -1))]


def test_home_offers_no_way_in_that_leaves_nothing_to_choose(
    client: FlaskClient, engine: SearchEngine
) -> None:
    fill(engine, MANY)  # reports of several years
    ways = page(client, "/").xpath("//section[@class='browse']")[0]
    assert texts(ways, ".//h3") == ["Years"]
    assert texts(ways, "./ul/li") == []
    fill(engine, MANY[:1])
    assert page(client, "/").xpath("//section[@class='browse']") == []


def test_home_leads_to_the_pages(client: FlaskClient) -> None:
    assert "/pages/course" in page(client, "/").xpath("//main//a/@href")


def test_home_names_projects_and_news(client: FlaskClient) -> None:
    links = page(client, "/").xpath("//main//ul//a/@href")
    assert {"/projects/delta", "/projects/wetlands", "/news/spring"} <= set(links)


def test_home_shows_emblem_statement_and_disclaimer(client: FlaskClient) -> None:
    funding = page(client, "/").xpath("//aside[@class='funding']")[0]
    assert funding.xpath(".//img/@alt") == ["Emblem of the European Union"]
    assert words(funding) == "Co-funded by the Union of Deltas Views are the authors’ own."


def test_an_empty_catalogue_says_so(client: FlaskClient, engine: SearchEngine) -> None:
    fill(engine, (), Site())
    assert "holds no publications yet" in words(page(client, "/"))


def test_the_navigation_leads_to_nothing_that_is_empty(client: FlaskClient, engine: SearchEngine) -> None:
    fill(engine, MANY)  # reports without authors or keywords
    assert texts(page(client, "/"), "//nav[@class='sections']//a")[:2] == ["Publications", "Years"]
