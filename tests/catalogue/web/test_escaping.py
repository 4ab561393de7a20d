"""Whatever the data says, a page shows it and obeys none of it."""

import pytest
from flask.testing import FlaskClient

from tests.catalogue.web.library import HOSTILE
from tests.catalogue.web.pages import page, texts, words

ADDRESSES = [
    "/publications/conf%2Fx%3A1%3Fa%3Db%23c",
    "/search?q=alert",
    "/",
    '/search?q="><script>alert(1)</script>&type="><script>x</script>&author=<img src=x onerror=alert(1)>',
    "/<script>alert(1)</script>",
    "/projects/wetlands",
    "/status",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_data_becomes_a_script_or_a_handler(client: FlaskClient, address: str) -> None:
    tree = page(client, address, 404 if address.startswith("/<") else 200)
    scripts = "//script[not(starts-with(@src, '/static/')) and not(@type='application/ld+json')]"
    assert tree.xpath(f"{scripts} | //img[not(starts-with(@src, '/static/'))]") == []
    assert [name for element in tree.iter() for name in element.attrib if name.startswith("on")] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_link_leads_to_code(client: FlaskClient, address: str) -> None:
    tree = page(client, address, 404 if address.startswith("/<") else 200)
    assert [link for link in tree.xpath("//@href | //@src | //@action") if "script:" in link] == []


def test_a_hostile_title_is_read_as_written(client: FlaskClient) -> None:
    tree = page(client, ADDRESSES[0])
    assert texts(tree, "//h1") == [HOSTILE.title.entries[0][1].plain]


def test_an_unsafe_link_is_shown_as_text(client: FlaskClient) -> None:
    assert "press me (javascript:alert(1))" in words(page(client, ADDRESSES[0]))


def test_a_query_is_shown_as_typed(client: FlaskClient) -> None:
    tree = page(client, "/search?q=%22%3E%3Cb%3Ex")
    assert tree.xpath("//input[@id='q']/@value") == ['"><b>x']
