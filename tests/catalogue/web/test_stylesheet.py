import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

import catalogue
from catalogue.web.stylesheet import PARTS
from tests.catalogue.web.pages import page

STATIC = Path(catalogue.__file__).parent / "static"
SIZES = r"var\(--size-\w+\)|100%|inherit|\d+px"


def test_a_page_has_one_stylesheet_of_all_parts(client: FlaskClient) -> None:
    (address,) = page(client, "/ru/").xpath("//link[@rel='stylesheet']/@href")
    rules = client.get(address).get_data(as_text=True)
    assert rules.index("--pico-") < rules.index(".masthead") < rules.index("@media print")


def test_a_browser_keeps_the_stylesheet_for_good(client: FlaskClient) -> None:
    (address,) = page(client, "/").xpath("//link[@rel='stylesheet']/@href")
    kept = client.get(address).cache_control
    assert kept.immutable
    assert (kept.max_age or 0) >= 365 * 24 * 60 * 60


@pytest.mark.parametrize("address", ["/style.css", "/style.css?v=1"])
def test_nobody_keeps_the_stylesheet_under_the_name_of_another_version(
    client: FlaskClient, address: str
) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert response.cache_control.no_store


@pytest.mark.parametrize("part", [part for part in PARTS if part.startswith("css/")])
def test_letters_are_of_the_sizes_of_one_scale(part: str) -> None:
    # Paper has measures of its own, and letters in drawings those of the drawing.
    rules = (STATIC / part).read_text().partition("@media print")[0]
    sizes = set(re.findall(r"font-size: ([^;]+);", rules))
    assert {size for size in sizes if not re.fullmatch(SIZES, size)} == set()


def test_every_size_width_and_colour_that_has_a_name_is_used() -> None:
    rules = "".join((STATIC / part).read_text() for part in PARTS if part.startswith("css/"))
    named = set(re.findall(r"^\s+(--(?!pico-)[\w-]+):", rules, re.MULTILINE))
    assert {"--measure", "--size-section"} <= named
    assert {name for name in named if f"var({name})" not in rules} == set()


def test_fonts_are_kept_for_good(client: FlaskClient) -> None:
    rules = client.get("/style.css").get_data(as_text=True)
    addresses = re.findall(r"url\((static/vendor/[^)]+)\)", rules)
    assert len(addresses) == 4
    for address in addresses:
        assert client.get(f"/{address}", buffered=True).cache_control.immutable


@pytest.mark.parametrize(("address", "letters"), [("/en/", 1), ("/ru/", 2), ("/kk/", 3)])
def test_a_page_asks_at_once_for_the_letters_of_its_headings(
    client: FlaskClient, address: str, letters: int
) -> None:
    asked = page(client, address).xpath("//link[@rel='preload'][@as='font']/@href")
    rules = client.get("/style.css").get_data(as_text=True)
    assert len(asked) == letters
    assert all(f"url({each.lstrip('/')})" in rules for each in asked)
