"""What a page says of its own address, and of those where it stands in other languages."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from lxml import html

from catalogue.app import create_app
from catalogue.settings import Settings
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
