"""The site as a crawler meets it: from robots.txt and the sitemap, and from the first page by plain links."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

import pytest
from flask.testing import FlaskClient
from lxml import etree, html

from catalogue.app import create_app
from catalogue.documents import FIELDS
from catalogue.model import Contributor, Issued, Multilingual, Name, PartialDate, Record, RecordType
from catalogue.settings import LOCALES, Settings
from index import open_engine
from tests.browser.library import RECORDS_SHOWN, SITE_SHOWN
from tests.browser.page_types import PAGE_TYPES, STATUSES
from tests.browser.robots import Robots
from tests.catalogue.web.library import fill
from tests.catalogue.web.pages import parsed
from tests.catalogue.web.renderer import ToldRenderer

DEEPEST = 10
"""Links from the first page to any publication."""
MOST_PAGES = 1000
"""Pages that a crawler asks for, those of publications apart, before it has met all of them."""
SOME = 10
"""Of what is wrong, enough to tell by."""
LANGUAGES = tuple(f"/{tag}/" for tag in LOCALES)
BASE = "http://127.0.0.1:8000"
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
CROWD = tuple(
    Record(
        key=f"note{number}",
        type=RecordType.ARTICLE,
        title=Multilingual.of({"en": f"Note {number}"}),
        contributors=(Contributor(Name(f"Author{number % 7}", "A.")),) if number % 3 else (),
        issued=Issued(PartialDate(1999)) if number % 2 else None,
    )
    for number in range(1200)
)
"""As hard to reach as can be: of one type, half of one year, half of none."""
AWKWARD = tuple(
    Record(key=key, type=RecordType.MISC, title=Multilingual.of(key))
    for key in ("list", "reports2020", "cited", "search.method", "en")
)
"""Of keys that begin as paths do which crawlers shall leave alone."""
RECORDS = (*RECORDS_SHOWN, *AWKWARD)
ALL = (*RECORDS, *CROWD)


def crawler_of(records: tuple[Record, ...], folder: Path) -> FlaskClient:
    """A crawler of a site with these publications; it states no language and keeps no cookie."""
    engine = open_engine("memory:", FIELDS)
    fill(engine, records, SITE_SHOWN)
    settings = Settings(data=folder, state=folder, base_url=BASE, languages=LOCALES)
    return create_app(settings, engine, ToldRenderer()).test_client(use_cookies=False)


@pytest.fixture(scope="module")
def crawler(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return crawler_of(RECORDS, tmp_path_factory.mktemp("crawled"))


@pytest.fixture(scope="module")
def robots(crawler: FlaskClient) -> Robots:
    return Robots.read(crawler.get("/robots.txt").text)


def canonical_of(tree: html.HtmlElement) -> str | None:
    return next(iter(tree.xpath("/html/head/link[@rel='canonical']/@href")), None)


def alternates_of(tree: html.HtmlElement) -> dict[str, str]:
    """The addresses of the page in each language, by tag."""
    links = tree.xpath("/html/head/link[@rel='alternate'][@hreflang]")
    return {link.get("hreflang"): link.get("href") for link in links}


def links_of(tree: html.HtmlElement, address: str) -> Iterator[str]:
    """Paths within the site that a crawler would go on to from a page."""
    if "nofollow" in "".join(tree.xpath("/html/head/meta[@name='robots']/@content")):
        return
    for link in tree.xpath("//a[@href][not(contains(@rel, 'nofollow'))]/@href"):
        parts = urlsplit(urljoin(BASE + address, link))
        if f"{parts.scheme}://{parts.netloc}" == BASE:
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def test_every_publication_is_ten_plain_links_away_at_most(tmp_path: Path, robots: Robots) -> None:
    crawler = crawler_of(ALL, tmp_path)
    sought = {f"/publications/{quote(record.key, safe='')}" for record in ALL}
    met, at, asked = {"/"}, ["/"], 0
    for _ in range(DEEPEST):
        further: list[str] = []
        for address in at:
            response = crawler.get(address)
            if response.mimetype == "text/html":
                further += links_of(parsed(response), address)
        asked += len(at)
        new = [each for each in dict.fromkeys(further) if each not in met and robots.allows(each)]
        met.update(new)
        # What one publication links to is found without it, and there are many of them.
        at = [each for each in new if not each.startswith(("/publications/", *LANGUAGES))]
        if sought <= met or asked + len(at) > MOST_PAGES:
            break
    assert sorted(sought - met)[:SOME] == []
    assert asked <= MOST_PAGES


@pytest.fixture(scope="module")
def mapped(crawler: FlaskClient, robots: Robots) -> list[str]:
    """Every address that the sitemaps of robots.txt name."""
    found: list[str] = []
    waiting = list(robots.sitemaps)
    while waiting:
        address = waiting.pop()
        tree = etree.fromstring(crawler.get(address.removeprefix(BASE)).data)
        addresses = [str(each.text) for each in tree.iterfind("s:*/s:loc", SITEMAP)]
        (waiting if tree.tag.endswith("sitemapindex") else found).extend(addresses)
    return found


def test_the_sitemap_names_every_publication_once_in_each_language(mapped: list[str]) -> None:
    paths = [quote(record.key, safe="") for record in RECORDS]
    bases = [BASE, *(f"{BASE}/{tag}" for tag in LOCALES)]
    expected = {f"{base}/publications/{path}" for base in bases for path in paths}
    assert len(mapped) == len(set(mapped))
    odd = {each for each in mapped if "/publications/" in each} ^ expected
    assert sorted(odd)[:SOME] == []


def test_the_sitemap_names_nothing_that_crawlers_shall_leave_alone(mapped: list[str], robots: Robots) -> None:
    refused = [each for each in mapped if not robots.allows(each.removeprefix(BASE))]
    assert refused[:SOME] == []


def test_what_the_sitemap_names_answers_under_that_very_address(
    crawler: FlaskClient, mapped: list[str]
) -> None:
    languages = tuple(BASE + each for each in LANGUAGES)
    elsewhere = []
    for address in mapped:
        if address.startswith(languages):
            continue
        response = crawler.get(address.removeprefix(BASE))
        if response.status_code != 200 or canonical_of(parsed(response)) != address:
            elsewhere.append((response.status_code, address))
    assert elsewhere[:SOME] == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.key)
def test_metadata_is_complete_or_absent(crawler: FlaskClient, record: Record) -> None:
    tree = parsed(crawler.get(f"/publications/{quote(record.key, safe='')}"))
    assert tree.xpath("/html/head/meta[@content=''] | /html/head/link[@href='']") == []
    names = {str(name) for name in tree.xpath("/html/head/meta/@name")}
    # What Google Scholar wants of each, else it passes the page over.
    needed = {"citation_title", "citation_author", "citation_publication_date"}
    assert not names & needed or needed <= names
    stated = [json.loads(each.text) for each in tree.xpath("//script[@type='application/ld+json']")]
    assert [path for each in stated for path in empty_parts(each)] == []


def empty_parts(value: object, path: str = "") -> Iterator[str]:
    """Where in JSON something is stated that says nothing."""
    if value in ("", None, [], {}):
        yield path
    elif isinstance(value, dict):
        for name, own in value.items():
            yield from empty_parts(own, f"{path}/{name}")
    elif isinstance(value, list):
        for number, own in enumerate(value):
            yield from empty_parts(own, f"{path}/{number}")


WHOLE = [address for address in PAGE_TYPES.values() if "?" not in address and address not in STATUSES]


@pytest.mark.parametrize("address", WHOLE)
def test_the_languages_of_a_page_name_each_other(crawler: FlaskClient, address: str) -> None:
    expected = {"x-default": f"{BASE}{address}", **{tag: f"{BASE}/{tag}{address}" for tag in LOCALES}}
    for own in expected.values():
        tree = parsed(crawler.get(own.removeprefix(BASE)))
        if "noindex" in "".join(tree.xpath("/html/head/meta[@name='robots']/@content")):
            continue
        assert (canonical_of(tree), alternates_of(tree)) == (own, expected)
