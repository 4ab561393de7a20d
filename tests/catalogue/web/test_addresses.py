"""What a page says of its own address, and of those where it stands in other languages."""

from dataclasses import replace
from typing import Any

import pytest
from flask import Flask, url_for
from flask.testing import FlaskClient
from lxml import html

from catalogue.app import create_app
from catalogue.asking import SearchRequest
from catalogue.exports import formats
from catalogue.settings import Settings
from catalogue.web import addresses
from catalogue.web.addresses import (
    export_address,
    found_url,
    lasting_url,
    publication_url,
    search_url,
    years_address,
)
from catalogue.web.querystring import in_years
from index import SearchEngine
from tests.catalogue.web.pages import page

HOST = "http://127.0.0.1:8000"
LASTING = ["/", "/publications/omarova2021", "/publications/conf%2Fx%3A1%3Fa%3Db%23c", "/projects"]
LASTING += ["/projects/delta", "/news", "/news/spring", "/pages/course"]
PASSING = ["/search", "/search?q=delta&page=2", "/status"]


def canonical(tree: html.HtmlElement) -> list[str]:
    return [address.removeprefix(HOST) for address in tree.xpath("//link[@rel='canonical']/@href")]


def alternates(tree: html.HtmlElement) -> dict[str, str]:
    links = tree.xpath("//link[@rel='alternate'][@hreflang]")
    return {link.get("hreflang"): link.get("href").removeprefix(HOST) for link in links}


@pytest.mark.parametrize("address", LASTING)
@pytest.mark.parametrize("prefix", ["", "/en", "/ru"])
def test_each_language_is_a_page_of_its_own(client: FlaskClient, address: str, prefix: str) -> None:
    assert canonical(page(client, prefix + address + "?utm_source=x")) == [prefix + address]


def test_a_language_that_is_not_offered_repeats_the_lasting_page(client: FlaskClient) -> None:
    assert canonical(page(client, "/kk/projects")) == ["/projects"]


@pytest.mark.parametrize("address", LASTING + PASSING)
def test_every_page_leads_to_itself_in_every_language_offered(client: FlaskClient, address: str) -> None:
    path = address.partition("?")[0]
    expected = {"en": f"/en{path}", "ru": f"/ru{path}", "x-default": path}
    for prefix in ("", "/en", "/ru"):
        assert alternates(page(client, prefix + address)) == expected


@pytest.mark.parametrize("address", PASSING)
def test_what_search_engines_shall_pass_over_claims_no_address(client: FlaskClient, address: str) -> None:
    tree = page(client, address)
    assert (canonical(tree), tree.xpath("//meta[@name='robots']/@content")[0][:7]) == ([], "noindex")


def test_a_page_that_is_not_there_stands_in_no_language(client: FlaskClient) -> None:
    tree = page(client, "/ru/publications/none", 404)
    assert (canonical(tree), alternates(tree)) == ([], {})


def test_with_one_language_there_is_one_page(settings: Settings, engine: SearchEngine) -> None:
    client = create_app(replace(settings, languages=("en",)), engine).test_client()
    tree = page(client, "/en/projects")
    assert (canonical(tree), alternates(tree)) == (["/projects"], {})


@pytest.mark.parametrize("prefix", ["", "/ru"])
@pytest.mark.parametrize("key", ["omarova2021", "conf/x:1?a=b#c", "дельта 100%", "a//b", "//a"])
def test_a_publication_stands_where_flask_leads(app: Flask, prefix: str, key: str) -> None:
    with app.test_request_context(f"{prefix}/search", environ_overrides={"SCRIPT_NAME": "/below"}):
        address = publication_url(key)
        written = [address, publication_url(key, file=2), *(address + own.suffix for own in formats())]
        wanted: list[dict[str, Any]] = [
            {"key": key},
            {"key": key, "file": 2},
            *({"key": key + own.suffix} for own in formats()),
        ]
        assert written == [url_for("publications.publication", **own) for own in wanted]
        assert lasting_url(key) == HOST + url_for("publications.publication", key=key, lang=None)


def test_addresses_are_those_of_the_root_and_the_language_of_a_request(app: Flask) -> None:
    found = []
    for root, prefix in (("", ""), ("", "/ru"), ("/below", "/ru"), ("/below", "/kk")):
        with app.test_request_context(f"{prefix}/search", environ_overrides={"SCRIPT_NAME": root}):
            app.preprocess_request()
            found.append(publication_url("x"))
    assert found == [
        "/publications/x",
        "/ru/publications/x",
        "/below/ru/publications/x",
        "/below/kk/publications/x",
    ]


def test_a_worker_asks_once_for_an_address(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(endpoint: str, **values: Any) -> str:
        asked.append(endpoint)
        return url_for(endpoint, **values)

    client.get("/en/search?q=delta")
    monkeypatch.setattr(addresses, "url_for", ask)
    client.get("/en/search?q=rice")
    assert asked == ["search.results"]  # where the page itself stands


@pytest.mark.parametrize("value", ["irrigation", "a b&c=d", "рис+", "50%", "", "https://orcid.org/1?x#y"])
def test_what_has_a_value_is_found_where_flask_leads(app: Flask, value: str) -> None:
    with app.test_request_context("/ru/"):
        assert found_url("keyword", value) == url_for("search.results", keyword=value)


def test_a_search_is_exported_where_flask_leads(app: Flask) -> None:
    asked = SearchRequest("a & b", filters=(("type", frozenset({"book", "report"})),), page=2, size=10)
    with app.test_request_context("/ru/"):
        stated: dict[str, Any] = {"q": "a & b", "type": ["book", "report"], "page": 2, "style": "apa"}
        before, after = export_address(asked, style="apa")
        assert [before + own.suffix + after for own in formats()] == [
            url_for("search.export", suffix=own.suffix[1:], **stated) for own in formats()
        ]


@pytest.mark.parametrize("text", ["", "year=0", "a&year=0 b", "0"])
def test_years_stand_where_a_search_names_them(app: Flask, text: str) -> None:
    filters = (("type", frozenset({"book"})), ("year", frozenset({"1990"})), ("venue", frozenset({"year=0"})))
    asked = SearchRequest(text, filters=filters, sort="title", page=3)
    with app.test_request_context("/"):
        before, after = years_address(asked)
        assert f"{before}2010..2020{after}" == search_url(in_years(asked, "2010..2020"))
