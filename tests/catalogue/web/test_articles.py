from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from lxml import etree

from catalogue.exports.xml import XML_LANG
from catalogue.settings import Settings
from catalogue.site import LocalisedArticle
from catalogue.web import articles
from index import SearchEngine
from tests.catalogue.web.library import SITE, fill
from tests.catalogue.web.pages import page, texts, titles, words

ATOM = "http://www.w3.org/2005/Atom"


def test_news_are_listed_with_date_and_summary(client: FlaskClient) -> None:
    tree = page(client, "/news")
    assert titles(tree) == ["Spring school"]
    assert "May 2024 See the article and more." in words(tree)


def test_news_carry_the_funding_of_their_project(client: FlaskClient) -> None:
    assert page(client, "/news").xpath("//aside[@class='funding']")


@pytest.mark.parametrize("address", ["/news/spring", "/pages/course"])
def test_an_article_carries_the_funding_of_its_project(client: FlaskClient, address: str) -> None:
    assert page(client, address).xpath("//aside[@class='funding']//img")


def test_an_article_is_shown_in_its_language(client: FlaskClient) -> None:
    assert page(client, "/news/spring").xpath("//main//article/@lang") == ["en"]


def test_a_missing_translation_is_said(client: FlaskClient) -> None:
    assert texts(page(client, "/ru/pages/course"), "//p[@class='notice']")


def test_nothing_is_said_where_the_language_is_right(client: FlaskClient) -> None:
    assert not texts(page(client, "/en/pages/course"), "//p[@class='notice']")


def test_links_inside_an_article_keep_the_language(client: FlaskClient) -> None:
    links = page(client, "/ru/news/spring").xpath("//main//article//a/@href")
    assert links == ["/ru/publications/omarova2021", "https://example.org/"]


def test_every_page_is_linked_from_everywhere(client: FlaskClient) -> None:
    assert "/pages/course" in page(client, "/status").xpath("//footer//a/@href")


@pytest.mark.parametrize("address", ["/news/none", "/pages/none", "/pages/"])
def test_an_unknown_article_is_nowhere(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_page_stands_in_the_navigation_where_it_says_so(client: FlaskClient, engine: SearchEngine) -> None:
    course = SITE.pages["course"].versions["en"]
    in_menu = LocalisedArticle(
        "course", {"en": replace(course, menu="Learn"), "ru": replace(course, language="ru")}
    )
    fill(engine, (), replace(SITE, pages={"course": in_menu}))
    own = "//nav[@class='sections']//a[@href='/pages/course']"
    assert texts(page(client, "/en/"), own.replace("/pages", "/en/pages")) == ["Learn"]
    assert texts(page(client, "/ru/"), own.replace("/pages", "/ru/pages")) == []


def test_news_come_a_page_at_a_time(
    client: FlaskClient, engine: SearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "ON_PAGE", 2)
    named = {f"day{number}": replace(SITE.news[0].best(["en"]), title=f"Day {number}") for number in range(5)}
    news = tuple(LocalisedArticle(name, {"en": article}) for name, article in named.items())
    fill(engine, (), replace(SITE, news=news))
    second = page(client, "/ru/news?page=2")
    assert titles(second) == ["Day 2", "Day 3"]
    assert second.xpath("//a[@rel='prev']/@href") == ["/ru/news"]
    assert second.xpath("//link[@rel='canonical']/@href")[0].endswith("/ru/news?page=2")
    assert client.get("/ru/news?page=4").status_code == 404


def test_news_are_a_feed_as_well(client: FlaskClient, settings: Settings) -> None:
    response = client.get("/ru/news.atom")
    root = etree.fromstring(response.get_data())
    assert (response.mimetype, root.tag) == ("application/atom+xml", f"{{{ATOM}}}feed")
    (entry,) = root.iterfind(f"{{{ATOM}}}entry")
    said = {child.tag.rpartition("}")[2]: child.text or child.get("href") for child in entry}
    assert said == {
        "title": "Spring school",
        "id": f"{settings.base_url}/news/spring",
        "updated": "2024-05-01T00:00:00Z",
        "link": f"{settings.base_url}/ru/news/spring",
        "summary": "See the article and more.",
    }
    assert [element.get(XML_LANG) for element in (root, entry)] == ["ru", "en"]
    assert [root.findtext(f"{{{ATOM}}}{name}") for name in ("title", "id", "updated")] == [
        "Полка дельт",
        f"{settings.base_url}/ru/news.atom",
        "2024-05-01T00:00:00Z",
    ]


def test_a_feed_without_news_is_one(client: FlaskClient, engine: SearchEngine) -> None:
    fill(engine, (), replace(SITE, news=()))
    root = etree.fromstring(client.get("/news.atom").get_data())
    assert root.findtext(f"{{{ATOM}}}updated") == SITE.built_at


def test_the_page_of_news_names_its_feed(client: FlaskClient) -> None:
    tree = page(client, "/ru/news")
    assert tree.xpath("//link[@type='application/atom+xml']/@href") == ["/ru/news.atom"]
