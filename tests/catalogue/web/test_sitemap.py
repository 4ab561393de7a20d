"""What search engines are told of, and what they are asked to leave alone."""

from collections.abc import Iterator
from urllib.robotparser import RobotFileParser

import pytest
from flask.testing import FlaskClient
from lxml import etree, html

from catalogue.model import Record
from catalogue.settings import Settings
from catalogue.site import Site
from catalogue.web import browse_listing, sitemap
from index import SearchEngine
from tests.catalogue.web.browsing import RECORDS, Watched, fill_shelves
from tests.catalogue.web.library import MANY, fill
from tests.catalogue.web.pages import page

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
LANGUAGES = ("en", "ru")


@pytest.fixture(autouse=True)
def library(engine: SearchEngine) -> None:
    fill_shelves(engine)


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few publications on a page, so that lists have many pages."""
    monkeypatch.setattr(browse_listing, "ON_PAGE", 2)


def plain_links(found: html.HtmlElement) -> list[str]:
    """What a crawler may follow."""
    links = found.xpath("//a[not(contains(@rel, 'nofollow'))]/@href")
    return [str(link).partition("#")[0] for link in links]


def tree(client: FlaskClient, address: str) -> etree._Element:
    response = client.get(address)
    assert (response.status_code, response.mimetype) == (200, "application/xml")
    return etree.fromstring(response.get_data())


def named(root: etree._Element) -> list[str]:
    return [each.text or "" for each in root.iterfind(".//s:loc", NAMES)]


def in_parts(client: FlaskClient, base_url: str) -> Iterator[etree._Element]:
    root = tree(client, "/sitemap.xml")
    assert root.tag.endswith("}sitemapindex")
    for address in named(root):
        yield tree(client, address.removeprefix(base_url))


def test_every_record_is_named_in_every_language(client: FlaskClient, settings: Settings) -> None:
    found = named(tree(client, "/sitemap.xml"))
    assert len(set(found)) == len(found)
    for prefix in ("", "/en", "/ru"):
        assert {f"{settings.base_url}{prefix}/publications/{own.key}" for own in RECORDS} <= set(found)


def test_pages_are_named_beside_records(client: FlaskClient, settings: Settings) -> None:
    found = {address.removeprefix(settings.base_url) for address in named(tree(client, "/sitemap.xml"))}
    assert {"/", "/ru/", "/people", "/years", "/keywords", "/projects/delta", "/news/spring"} <= found
    assert {"/pages/course", "/people/omarova-anna", "/venues/steppe-herald", "/years/2020"} <= found


@pytest.mark.parametrize(
    ("records", "indexes"),
    [(MANY, {"/years", "/types"}), ((), set())],  # reports without authors, keywords or languages
    ids=["reports", "nothing"],
)
def test_an_index_of_nothing_is_not_named(
    client: FlaskClient,
    engine: SearchEngine,
    settings: Settings,
    records: tuple[Record, ...],
    indexes: set[str],
) -> None:
    fill(engine, records, Site())
    paths = {own.removeprefix(settings.base_url) for own in named(tree(client, "/sitemap.xml"))}
    assert {path for path in paths if path.count("/") == 1} == {"/", *indexes}


def test_what_is_named_is_there(client: FlaskClient, settings: Settings) -> None:
    found = [address.removeprefix(settings.base_url) for address in named(tree(client, "/sitemap.xml"))]
    others = [address for address in found if "/publications/" not in address and "/years/" not in address]
    assert {client.get(address).status_code for address in others} == {200}


def test_each_address_names_all_languages_and_they_name_it(client: FlaskClient) -> None:
    groups: dict[str, dict[str, str]] = {}
    for url in tree(client, "/sitemap.xml").iterfind("s:url", NAMES):
        links = {link.get("hreflang", ""): link.get("href", "") for link in url.iterfind("x:link", NAMES)}
        groups[url.findtext("s:loc", "", NAMES)] = links
    assert {tuple(links) for links in groups.values()} == {(*LANGUAGES, "x-default")}
    for address, links in groups.items():
        assert address in links.values()
        assert all(groups[other] == links for other in links.values())


def test_pages_name_the_languages_that_the_sitemap_does(client: FlaskClient) -> None:
    links = next(
        url.findall("x:link", NAMES)
        for url in tree(client, "/sitemap.xml").iterfind("s:url", NAMES)
        if url.findtext("s:loc", "", NAMES).endswith("/ru/publications/study7")
    )
    own = page(client, "/ru/publications/study7").xpath("//link[@rel='alternate' and @hreflang]")
    assert [each.get("href") for each in links] == [each.get("href") for each in own]


def test_a_record_is_told_when_it_changed(client: FlaskClient) -> None:
    days = {
        url.findtext("s:loc", "", NAMES).rpartition("/")[2]: url.findtext("s:lastmod", None, NAMES)
        for url in tree(client, "/sitemap.xml").iterfind("s:url", NAMES)
    }
    assert {own.key: days[own.key] for own in RECORDS} == {own.key: str(own.added) for own in RECORDS}


def test_a_long_sitemap_comes_in_parts(
    client: FlaskClient, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = named(tree(client, "/sitemap.xml"))
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", 150)
    parts = [named(part) for part in in_parts(client, settings.base_url)]
    assert {len(part) for part in parts[:-1]} == {150}
    assert [address for part in parts for address in part] == whole


def test_a_part_asks_for_no_more_than_it_names(
    client: FlaskClient, engine: SearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", 30)
    asked: list[str] = []
    monkeypatch.setattr(engine, "snapshot", lambda take=engine.snapshot: Watched(take(), asked))
    tree(client, "/sitemaps/20.xml")
    assert 0 < len(asked) <= 8


@pytest.mark.parametrize("address", ["/sitemaps/0.xml", "/sitemaps/2.xml", "/sitemaps/x.xml"])
def test_there_is_no_other_part(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def robots(client: FlaskClient) -> RobotFileParser:
    parser = RobotFileParser()
    parser.parse(client.get("/robots.txt").text.splitlines())
    return parser


def test_robots_are_told_where_the_sitemap_is(client: FlaskClient, settings: Settings) -> None:
    assert robots(client).site_maps() == [f"{settings.base_url}/sitemap.xml"]


@pytest.mark.parametrize("address", ["/", "/years/2020?page=2", "/publications/study1", "/languages/en"])
def test_robots_may_read_what_leads_to_records(client: FlaskClient, address: str) -> None:
    assert robots(client).can_fetch("anybody", address)


@pytest.mark.parametrize(
    "address", ["/search?q=a", "/search.bib", "/cite?q=a", "/list?key=a", "/suggest?q=a"]
)
def test_robots_are_kept_from_what_costs_much(client: FlaskClient, address: str) -> None:
    assert not robots(client).can_fetch("anybody", address)


@pytest.mark.usefixtures("small_pages")
def test_every_record_is_a_few_plain_links_from_the_first_page(client: FlaskClient) -> None:
    """By years alone: their index, a year, three leaps and the record, however many `leaps` has to pass."""
    rules, depth = robots(client), 0
    wanted = {f"/publications/{own.key}" for own in RECORDS}
    seen, todo = set[str](), {"/"}
    while not wanted <= seen:
        depth += 1
        found = {link for address in todo for link in plain_links(page(client, address))} - seen
        seen |= found
        todo = {link for link in found if link.startswith("/years") and rules.can_fetch("anybody", link)}
        assert todo or wanted <= seen
    assert depth <= 6
