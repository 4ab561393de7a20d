"""No page links to what does not answer."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html

from catalogue.settings import Settings
from index import SearchEngine
from tests.catalogue.web.library import SITE, fill
from tests.catalogue.web.pages import parsed

PAGES = {
    "home.index": "/ru/",
    "search.results": "/search?q=survey+7&type=report&year=1981..2010&size=3",
    "guide.searching": "/search/help",
    "facets.values": "/search/facets/author?q=delta",
    "browse.people": "/people",
    "browse.person": "/people/0000-0002-1825-0097",
    "browse.name": "/names/lindqvist%2C%20per",
    "browse.values": "/kk/keywords",
    "browse.value": "/venues/1234-5679",
    "publications.publication": "/publications/omarova2021",
    "lists.found": "/cite?q=delta",
    "lists.picked": "/list?key=omarova2021&key=reeds.bib",
    "projects.listing": "/projects",
    "projects.project": "/projects/delta",
    "articles.news": "/news",
    "articles.news_item": "/news/spring",
    "articles.page": "/pages/course",
    "reports.report": "/report?key=omarova2021",
    "status.overview": "/status",
}
"""A page of each type, by its endpoint."""
FILES = {
    "search.export",
    "search.everything",
    "lists.picked_export",
    "suggest.suggested",
    "articles.news_feed",
    "look.image_file",
    "look.logo_file",
}
"""Endpoints that answer with no page."""


def links(tree: html.HtmlElement, address: str, base_url: str) -> Iterator[str]:
    """Path and query of every address of this site that a page leads to, by a link or by a form."""
    for found in tree.xpath("//a/@href | //link/@href | //form/@action | //@formaction"):
        whole = urlsplit(urljoin(base_url + address, found))
        if f"{whole.scheme}://{whole.netloc}" == base_url:
            yield f"{whole.path}?{whole.query}" if whole.query else whole.path


def status(client: FlaskClient, address: str) -> int:
    """How an address answers; what it sends is let go unread."""
    with client.get(address) as response:
        return response.status_code


def test_every_type_of_page_is_looked_at(app: Flask) -> None:
    ours = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    pages = {name for name in ours if not name.startswith(("static", "service.", "sitemap."))}
    assert pages - FILES == set(PAGES)


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_every_link_of_a_page_answers(
    client: FlaskClient, engine: SearchEngine, settings: Settings, address: str
) -> None:
    fill(engine, site=replace(SITE, revision="0123456789ab"))
    found = set(links(parsed(client.get(address)), address, settings.base_url))
    assert found
    assert [each for each in found if status(client, each) >= 400] == []
