"""Pages of people, names, venues, keywords, years, types and languages."""

from dataclasses import replace
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from catalogue.documents import MISSING
from catalogue.model import Contributor, Keyword, Name, Text
from catalogue.pictures import MOST_KEYWORDS
from catalogue.settings import Settings
from catalogue.web import browse_listing
from catalogue.web.browse_addresses import value_url
from index import SearchEngine
from tests.catalogue.web.browsing import (
    HERALD,
    MIGRATION,
    OMAROVA,
    ORCID,
    RECORDS,
    SITE,
    Watched,
    fill_shelves,
)
from tests.catalogue.web.library import fill
from tests.catalogue.web.pages import facts, page, texts, titles, words

OWN = "/people/omarova-anna"
SHCHUKIN = "/names/%D1%89%D1%83%D0%BA%D0%B8%D0%BD%2C%20%D0%B5%D1%80%D0%BB%D0%B0%D0%BD"


@pytest.fixture(autouse=True)
def library(engine: SearchEngine) -> None:
    fill_shelves(engine)


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> int:
    """As many publications on a page as make many pages."""
    monkeypatch.setattr(browse_listing, "ON_PAGE", 5)
    return 5


def moved(client: FlaskClient, address: str) -> tuple[int, str | None]:
    response = client.get(address)
    return response.status_code, response.location


def test_a_year_lists_what_appeared_in_it_newest_first(client: FlaskClient) -> None:
    of_2020 = {f"Study {number}" for number in range(1, 401) if 1995 + number % 30 == 2020 and number % 50}
    found = titles(page(client, "/years/2020"))
    assert {title.partition(" of ")[0] for title in found} == of_2020


def test_an_author_lists_the_newest_first(client: FlaskClient) -> None:
    years = texts(page(client, OWN), "//p[@class='facts']/span[2]")
    assert len(set(years)) > 1
    assert years == sorted(years, reverse=True)


def test_a_person_has_what_the_file_says(client: FlaskClient) -> None:
    tree = page(client, f"/kk{OWN}")
    said = {value for _, value in facts(tree)}
    assert texts(tree, "//h1") == ["Омарова, Анна"]
    assert {"Omarova, Anna; Omarowa, A.", "Атыраулар институты"} <= said
    assert {OMAROVA.scopus, OMAROVA.researcher_id, OMAROVA.url} <= said
    assert f"https://orcid.org/{OMAROVA.orcid}" in tree.xpath("//a[@class='orcid']/@href")


def test_a_person_without_publications_has_a_page(client: FlaskClient, engine: SearchEngine) -> None:
    fill(engine, (), SITE)
    assert texts(page(client, OWN), "//section/h2") == ["0 publications"]


def test_a_concept_without_publications_is_nothing_for_search_engines(
    client: FlaskClient, engine: SearchEngine
) -> None:
    noindex = "//meta[@name='robots' and @content='noindex']"
    assert not page(client, "/keywords/migration").xpath(noindex)
    fill(engine, (), SITE)
    assert page(client, "/keywords/migration").xpath(noindex)
    assert not page(client, OWN).xpath(noindex)


def test_co_authors_are_counted_without_the_author(client: FlaskClient) -> None:
    beside = page(client, OWN).xpath("//section[@aria-labelledby='related']")[0]
    together = [
        record
        for record in RECORDS
        if any(each.name.inverted == "Омарова, Анна" for each in record.contributors)
    ]
    counts = [int(number) for number in texts(beside, ".//small")]
    assert OWN not in beside.xpath(".//@href")
    assert (sum(counts), counts) == (len(together), sorted(counts, reverse=True))


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("/people/a-omarova", (301, OWN)),
        (f"/people/{OMAROVA.orcid}", (301, OWN)),
        (f"/ru/people/{OMAROVA.orcid}", (301, f"/ru{OWN}")),
        ("/names/%D0%BE%D0%BC%D0%B0%D1%80%D0%BE%D0%B2%D0%B0%2C%20%D0%B0%D0%BD%D0%BD%D0%B0", (302, OWN)),
        ("/names/%D0%A9%D1%83%D0%BA%D0%B8%D0%BD%2C%20%D0%95%D1%80%D0%BB%D0%B0%D0%BD", (301, SHCHUKIN)),
        (f"/names/{ORCID}", (302, f"/people/{ORCID}")),
        ("/venues/herald", (301, "/venues/steppe-herald")),
        ("/venues/1234-5679", (301, "/venues/steppe-herald")),
        ("/venues/steppe%20herald", (301, "/venues/steppe-herald")),
        ("/venues/River%20Review", (301, "/venues/river%20review")),
        ("/keywords/%D0%BC%D0%B8%D0%B3%D1%80%D0%B0%D1%86%D0%B8%D1%8F", (301, "/keywords/migration")),
    ],
)
def test_what_was_known_otherwise_leads_to_the_page_of_today(
    client: FlaskClient, address: str, answer: tuple[int, str]
) -> None:
    assert moved(client, address) == answer


@pytest.mark.parametrize(
    "address",
    [
        "/people/nobody",
        "/people/0000-0000-0000-0000",
        "/names/nobody",
        "/names/-",
        "/venues/-",
        "/venues/none",
        "/keywords/nothing",
        "/years/1066",
        "/years/20x0",
        "/years/202",
        "/types/opera",
        "/languages/xx",
        "/colours/red",
        "/years/2020?page=2",
        "/years/2020?page=999999999",
    ],
)
def test_what_nobody_knows_is_nowhere(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_name_may_be_that_of_several_people(client: FlaskClient) -> None:
    tree = page(client, SHCHUKIN)
    assert texts(tree, "//h1") == ["Щукин, Ерлан"]
    assert "They may be of several people." in words(tree)
    assert "several people" not in words(page(client, OWN))


def test_a_name_names_who_bears_it_and_is_known(client: FlaskClient, engine: SearchEngine) -> None:
    without = replace(
        RECORDS[0],
        key="namesake",
        contributors=tuple(replace(each, orcid="") for each in RECORDS[15].contributors),
    )
    fill(engine, (RECORDS[15], without), SITE)
    assert RECORDS[15].contributors[0].orcid == ORCID
    own = page(client, "/names/lindqvist%2C%20%D0%B0%D0%BD%D0%BD%D0%B0")
    assert own.xpath("//section[@aria-labelledby='namesakes']//@href") == [f"/people/{ORCID}"]


def test_who_wrote_together_is_drawn_for_an_author(client: FlaskClient, engine: SearchEngine) -> None:
    others = [Contributor(Name(family)) for family in ("Reed", "Sedge", "Tule")]
    fill(engine, (replace(RECORDS[0], contributors=(*RECORDS[0].contributors[:1], *others)),), SITE)
    (drawn,) = page(client, "/names/reed").xpath("//*[local-name()='svg'][@class='ties']")
    assert {"Sedge", "Tule"} < set(texts(drawn, ".//*[local-name()='text']"))


def test_publications_of_nobody_are_no_ones(client: FlaskClient, engine: SearchEngine) -> None:
    fill(engine, (replace(RECORDS[0], contributors=()),), SITE)
    assert client.get("/names/-").status_code == 404


def test_a_venue_has_what_the_file_says(client: FlaskClient) -> None:
    tree = page(client, "/venues/steppe-herald")
    said = dict(facts(tree))
    assert (said["Also written"], said["ISSN"]) == ("Дала хабаршысы; St. Her.", HERALD.issns[0])
    assert (said["Publisher"], said["Web"]) == ("Steppe Press", HERALD.url)


def test_a_keyword_is_headed_in_the_language_of_its_reader(client: FlaskClient) -> None:
    tree = page(client, "/kk/keywords/migration")
    heading = tree.xpath("//h1")[0]
    assert (words(heading), heading.get("lang")) == (MIGRATION.labels["kk"][0], "kk")
    assert {MIGRATION.labels["en"][0], MIGRATION.labels["ru"][0]} <= {value for _, value in facts(tree)}


def test_a_year_has_neighbours(client: FlaskClient) -> None:
    links = page(client, "/years/2020").xpath("//nav[@class='neighbours']//@href")
    assert links == ["/years/2019", "/years/2021"]


@pytest.mark.parametrize(
    ("address", "heading"),
    [("/types/thesis", "Thesis"), ("/ru/languages/ru", "Русский"), ("/years/none", "Not stated")],
)
def test_words_of_the_interface_begin_a_heading_as_a_sentence(
    client: FlaskClient, address: str, heading: str
) -> None:
    assert texts(page(client, address), "//h1") == [heading]


def test_what_has_no_year_has_a_page(client: FlaskClient) -> None:
    assert len(titles(page(client, "/years/none"))) == len(RECORDS) // 50


def test_a_value_leads_to_the_search_and_to_files_of_all_it_has(client: FlaskClient) -> None:
    links = page(client, "/years/2020").xpath("//main//a/@href")
    assert "/search?year=2020&sort=newest" in links
    listed = client.get(next(link for link in links if link.startswith("/search.csl.json"))).json
    assert listed is not None
    assert len(listed) == len(titles(page(client, "/years/2020")))


@pytest.mark.usefixtures("small_pages")
def test_every_page_of_a_list_is_a_page_of_its_own(client: FlaskClient, settings: Settings) -> None:
    tree = page(client, "/ru/languages/en?page=2&from=elsewhere")
    base = settings.base_url
    assert tree.xpath("//link[@rel='canonical']/@href") == [f"{base}/ru/languages/en?page=2"]
    alternates = dict(zip(tree.xpath("//link/@hreflang"), tree.xpath("//link[@hreflang]/@href"), strict=True))
    assert alternates["x-default"] == f"{base}/languages/en?page=2"
    assert tree.xpath("//main//a[@rel='prev']/@href") == ["/ru/languages/en"]
    assert tree.xpath("//main//a[@rel='next']/@href") == ["/ru/languages/en?page=3"]


def test_the_pages_of_a_list_hold_all_of_it_once(client: FlaskClient, small_pages: int) -> None:
    in_english = {record.key for record in RECORDS if record.languages == ("en",)}
    pages = range(1, 1 + -(-len(in_english) // small_pages))
    found = [
        link.rpartition("/")[2]
        for number in pages
        for link in page(client, f"/languages/en?page={number}").xpath("//article/h3/a/@href")
    ]
    assert (len(found), set(found)) == (len(in_english), in_english)


@pytest.mark.parametrize("address", [OWN, SHCHUKIN, "/keywords/migration", "/years/2020", "/types/article"])
def test_a_page_asks_little_of_the_engine(
    client: FlaskClient, engine: SearchEngine, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(engine, "snapshot", lambda take=engine.snapshot: Watched(take(), asked))
    page(client, address)
    # The picture of keywords asks for the years of each.
    assert 0 < len(asked) <= 13 + MOST_KEYWORDS


def test_pictures_are_drawn_of_what_has_several_years_and_of_nothing_less(client: FlaskClient) -> None:
    drawn = [
        [figure.findtext("h2") for figure in page(client, address).xpath("//figure")]
        for address in ("/languages/en", "/years/2020")
    ]
    assert drawn == [["Publications by year"], []]


@pytest.mark.parametrize(
    ("facet", "key", "address"),
    [
        ("author", "@omarova-anna", OWN),
        ("author", ORCID, f"/people/{ORCID}"),
        ("author", "o/x, y", "/names/o%2Fx%2C%20y"),
        ("author", MISSING, "/search?author=-"),
        ("venue", "@steppe-herald", "/venues/steppe-herald"),
        ("keyword", "@risk", "/keywords/%40risk"),
        ("project", "delta", "/projects/delta"),
        ("year", MISSING, "/years/none"),
        ("access", "open", "/search?access=open"),
    ],
)
def test_every_value_of_a_facet_has_an_address(app: Flask, facet: str, key: str, address: str) -> None:
    with app.test_request_context("/"):
        assert value_url(facet, key) == address


def test_a_value_that_no_search_takes_is_listed_all_the_same(
    client: FlaskClient, engine: SearchEngine
) -> None:
    long = "word " * 100 + "end"
    fill(engine, (replace(RECORDS[0], keywords=(Keyword(Text(long), ""),)),), SITE)
    tree = page(client, f"/keywords/{quote(long)}")
    assert len(titles(tree)) == 1
    assert not tree.xpath("//div[@class='taking']")


def test_beside_too_many_values_none_is_named(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browse_listing, "MOST_RELATED", 3)
    assert not page(client, OWN).xpath("//section[@aria-labelledby='related']")
