from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from flask import Flask
from flask.testing import FlaskClient
from flask_babel import Babel

from catalogue.app import create_app
from catalogue.settings import LOCALES, Settings
from catalogue.web.languages import language_name, select_locale
from index import SearchEngine
from tests.catalogue.web.pages import chosen_language, page, parsed, texts, words

PAGES = ["/", "/search", "/publications/omarova2021", "/projects", "/projects/delta", "/news", "/news/spring"]
PAGES += ["/pages/course", "/status"]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_page_stands_in_every_language(client: FlaskClient, address: str, language: str) -> None:
    brand = page(client, f"/{language}{address}").xpath("//a[@class='brand']")[0]
    assert brand.get("href") == f"/{language}/"


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
    assert chosen_language(page(client, "/", **{"Accept-Language": wanted})) == language


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("kk-KZ,kk;q=0.9,ru;q=0.8,en;q=0.7", "kk"),
        ("kk-Cyrl-KZ", "kk"),
        ("kz-KZ,ru;q=0.8", "kk"),
        ("en;q=0.5, KZ", "kk"),
        ("ru-KZ,kk;q=0.9", "ru"),
        ("kk;q=0,ru;q=0.1", "ru"),
        ("en-KZ,kk;q=0.9", "en"),
        ("*,kk;q=0.9", "kk"),
        ("kk,ru", "kk"),
        ("ru,kk", "ru"),
        ("de, kk-KZ;q=0.3, ru-RU;q=0.4", "ru"),
        ("ky,uk;q=0.9", "en"),
    ],
)
def test_readers_in_kazakhstan_get_the_language_they_ask_for(
    settings: Settings, engine: SearchEngine, wanted: str, language: str
) -> None:
    client = create_app(replace(settings, languages=LOCALES), engine).test_client()
    answer = client.get("/status", headers={"Accept-Language": wanted})
    assert f'<html lang="{language}">' in answer.text
    assert {"Accept-Language", "Cookie"} <= set(answer.vary)


def test_the_address_wins_over_cookie_and_browser(client: FlaskClient) -> None:
    client.set_cookie("language", "ru")
    assert chosen_language(page(client, "/en/", **{"Accept-Language": "ru"})) == "en"


def test_a_cookie_wins_over_the_browser(client: FlaskClient) -> None:
    client.set_cookie("language", "ru")
    assert chosen_language(page(client, "/", **{"Accept-Language": "en"})) == "ru"


def test_a_cookie_of_another_site_is_passed_over(client: FlaskClient) -> None:
    client.set_cookie("language", "<script>")
    assert chosen_language(page(client, "/")) == "en"


def test_languages_can_be_chosen_among_those_offered(client: FlaskClient) -> None:
    tree = page(client, "/en/search?q=delta")
    assert texts(tree, "//nav[@class='languages']//a") == ["English", "Русский"]
    assert tree.xpath("//nav[@class='languages']//a/@href")[1] == "/language/ru?to=/en/search?q%3Ddelta"


def test_another_language_leads_back_to_a_key_of_any_letters(client: FlaskClient) -> None:
    address = "/publications/conf%2Fx%3A1%3Fa%3Db%23c"
    (russian,) = page(client, address).xpath("//nav[@class='languages']//a[@lang='ru']/@href")
    own = page(client, address).xpath("//h1")[0]
    assert words(parsed(client.get(russian, follow_redirects=True)).xpath("//h1")[0]) == words(own)


def test_with_one_language_there_is_no_choice(settings: Settings, engine: SearchEngine) -> None:
    client = create_app(replace(settings, languages=("ru",)), engine).test_client()
    assert not page(client, "/").xpath("//nav[@class='languages']")


def test_words_of_the_interface_say_that_they_are_not_translated(
    settings: Settings, engine: SearchEngine, tmp_path: Path
) -> None:
    app = create_app(settings, engine)
    app.extensions["babel"].translation_directories[:] = [str(tmp_path)]
    tree = page(app.test_client(), "/kk/publications/omarova2021")
    assert (tree.get("lang"), tree.xpath("//h1/span/@lang")) == ("en", ["kk"])
    assert "March 2021" in texts(tree, "//header//time")


def test_dates_are_in_the_language_of_the_words_around_them(client: FlaskClient) -> None:
    tree = page(client, "/kk/publications/omarova2021")
    assert tree.get("lang") == "kk"
    assert "2021 ж. наурыз" in texts(tree, "//header//time")


def test_translated_words_are_in_the_language_of_the_reader(
    settings: Settings, engine: SearchEngine, tmp_path: Path
) -> None:
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "messages.mo").open("wb") as file:
        write_mo(file, Catalog(locale="ru"))
    app = create_app(settings, engine)
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(tmp_path)
    Babel(app, locale_selector=select_locale, configure_jinja=False)
    assert page(app.test_client(), "/ru/").get("lang") == "ru"


def test_failures_are_told_in_the_language_of_the_address(client: FlaskClient) -> None:
    assert chosen_language(page(client, "/ru/nowhere", 404)) == "ru"


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
