import pytest
from flask import Flask
from flask.testing import FlaskClient

from catalogue.app import create_app
from catalogue.settings import Settings
from catalogue.web.languages import language_name
from index import SearchEngine
from tests.catalogue.web.pages import page, texts

PAGES = ["/", "/search", "/publications/omarova2021", "/projects", "/projects/delta", "/news", "/news/spring"]
PAGES += ["/pages/course", "/status"]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_page_stands_in_every_language(client: FlaskClient, address: str, language: str) -> None:
    assert page(client, f"/{language}{address}").get("lang") == language


@pytest.mark.parametrize("address", PAGES)
def test_links_keep_the_language_of_the_address(client: FlaskClient, address: str) -> None:
    links = page(client, "/ru" + address).xpath("//a/@href | //form/@action")
    outside = ("/ru/", "#", "http", "/language/")
    assert [link for link in links if not link.startswith(outside)] == []


@pytest.mark.parametrize("address", PAGES)
def test_every_link_within_the_site_answers(client: FlaskClient, address: str) -> None:
    links = {link for link in page(client, address).xpath("//a/@href") if link.startswith("/")}
    dead = {link for link in links if client.get(link, buffered=True).status_code >= 400}
    assert dead == set()


@pytest.mark.parametrize(
    ("wanted", "language"),
    [("ru-KZ,ru;q=0.9,en;q=0.5", "ru"), ("de,fr", "en"), ("kk,ru;q=0.5", "ru"), ("", "en"), ("*;q=x", "en")],
)
def test_an_address_without_a_language_answers_in_the_browsers(
    client: FlaskClient, wanted: str, language: str
) -> None:
    assert page(client, "/", **{"Accept-Language": wanted}).get("lang") == language


def test_the_address_wins_over_cookie_and_browser(client: FlaskClient) -> None:
    client.set_cookie("language", "ru")
    assert page(client, "/en/", **{"Accept-Language": "ru"}).get("lang") == "en"


def test_a_cookie_wins_over_the_browser(client: FlaskClient) -> None:
    client.set_cookie("language", "ru")
    assert page(client, "/", **{"Accept-Language": "en"}).get("lang") == "ru"


def test_a_cookie_of_another_site_is_passed_over(client: FlaskClient) -> None:
    client.set_cookie("language", "<script>")
    assert page(client, "/").get("lang") == "en"


def test_languages_can_be_chosen_among_those_offered(client: FlaskClient) -> None:
    tree = page(client, "/en/search?q=delta")
    assert texts(tree, "//nav[@class='languages']//a") == ["English", "Русский"]
    assert tree.xpath("//nav[@class='languages']//a/@href")[1] == "/language/ru?to=/en/search?q%3Ddelta"


def test_with_one_language_there_is_no_choice(settings: Settings, engine: SearchEngine) -> None:
    client = create_app(Settings(data=settings.data, state=settings.state), engine).test_client()
    assert not page(client, "/").xpath("//nav[@class='languages']")


def test_failures_are_told_in_the_language_of_the_address(client: FlaskClient) -> None:
    assert page(client, "/ru/nowhere", 404).get("lang") == "ru"


def test_the_name_of_the_site_is_in_the_readers_language(client: FlaskClient) -> None:
    assert texts(page(client, "/ru/"), "//h1") == ["Полка дельт"]


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("ru", "Russian"),
        ("kk-Latn", "Kazakh (Latin)"),
        ("und", "language not stated"),
        ("not a tag", "not a tag"),
    ],
)
def test_languages_have_names(app: Flask, tag: str, name: str) -> None:
    with app.test_request_context("/en/"):
        assert language_name(tag) == name
