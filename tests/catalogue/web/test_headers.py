import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import Mock

import pytest
from flask.testing import FlaskClient

import catalogue
import index
from catalogue.app import create_app
from catalogue.model import Multilingual
from catalogue.settings import Settings
from catalogue.web.headers import PACKAGES, code_version
from index import SearchEngine
from tests.catalogue.web.library import RECORDS, fill
from tests.catalogue.web.pages import page

EVERYWHERE = [
    "/",
    "/search?q=delta",
    "/publications/omarova2021",
    "/publications/omarova2021.bib",
    "/nowhere",
]
EVERYWHERE += ["/healthz", "/robots.txt", "/style.css", "/static/list.js", "/publications/gone2020", "/kz/"]


@pytest.mark.parametrize("address", EVERYWHERE)
def test_nothing_but_our_own_files_may_run_or_load(client: FlaskClient, address: str) -> None:
    policy = client.get(address, buffered=True).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("address", EVERYWHERE)
def test_every_answer_is_taken_for_what_it_says(client: FlaskClient, address: str) -> None:
    assert client.get(address, buffered=True).headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "address", ["/", "/search?q=delta", "/publications/omarova2021", "/status", "/nowhere"]
)
def test_pages_hold_nothing_that_the_policy_forbids(client: FlaskClient, address: str) -> None:
    response = client.get(address)
    assert not re.search(
        r"<script(?! (?:defer|type=.module.) src=./static/| type=.application/ld\+json.>)"
        r"|<style|\sstyle=|\son\w+=\"",
        response.text.replace("&lt;", ""),
    )


@pytest.mark.parametrize("address", ["/", "/search?q=delta", "/publications/omarova2021", "/news", "/status"])
def test_pages_load_nothing_from_elsewhere(client: FlaskClient, address: str) -> None:
    tree = page(client, address)
    loaded = tree.xpath("//img/@src | //link[@rel='stylesheet' or @rel='icon']/@href | //script/@src")
    assert [each for each in loaded if not each.startswith(("/static/", "/style.css?v="))] == []


@pytest.mark.parametrize("address", ["/", "/en/search?q=delta", "/publications/omarova2021.bib"])
def test_who_has_a_page_is_not_sent_it_again(client: FlaskClient, address: str) -> None:
    tag = client.get(address, buffered=True).headers["ETag"]
    again = client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)


def test_a_page_that_is_not_there_is_not_unchanged(client: FlaskClient) -> None:
    assert client.get("/publications/none", headers={"If-None-Match": "*"}).status_code == 404


def test_a_new_generation_is_sent_at_once(client: FlaskClient, engine: SearchEngine) -> None:
    tag = client.get("/").headers["ETag"]
    fill(engine, RECORDS[:1])
    assert client.get("/", headers={"If-None-Match": tag}).status_code == 200


def test_another_day_is_another_page(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    address = "/en/publications/reeds.bib"  # under an embargo for nearly a thousand years
    tag = client.get(address).headers["ETag"]
    assert "reeds.bib.pdf" not in client.get(address).text
    clock = Mock(**{"now.return_value": datetime(2999, 1, 2, tzinfo=UTC)})
    monkeypatch.setattr("catalogue.web.dates.datetime", clock)
    assert "reeds.bib.pdf" in client.get(address, headers={"If-None-Match": tag}).text


@pytest.mark.parametrize("changed", [{"page_size": 7}, {"name": Multilingual.of({"en": "Another shelf"})}])
def test_other_settings_make_other_pages(
    client: FlaskClient, settings: Settings, engine: SearchEngine, changed: dict[str, Any]
) -> None:
    tag = client.get("/en/").headers["ETag"]
    restarted = create_app(replace(settings, **changed), engine).test_client()
    assert restarted.get("/en/", headers={"If-None-Match": tag}).status_code == 200


def test_a_new_style_sheet_makes_new_pages(tmp_path: Path) -> None:
    before = code_version(tmp_path)
    (tmp_path / "new.css").write_text("a {}")
    assert code_version(tmp_path) != before


@pytest.mark.parametrize("package", [catalogue, index])
def test_new_code_makes_new_pages(package: ModuleType) -> None:
    assert Path(str(package.__file__)).parent in PACKAGES


def test_another_language_is_another_page(client: FlaskClient) -> None:
    tag = client.get("/", headers={"Accept-Language": "en"}).headers["ETag"]
    assert client.get("/", headers={"Accept-Language": "ru", "If-None-Match": tag}).status_code == 200


def test_pages_are_asked_for_again_before_they_are_shown_again(client: FlaskClient) -> None:
    assert client.get("/").headers["Cache-Control"] == "no-cache"


def test_only_addresses_without_a_language_depend_on_the_reader(client: FlaskClient) -> None:
    assert client.get("/search").headers["Vary"] == "Accept-Language, Cookie, Accept-Encoding"
    assert client.get("/en/search").headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("address", ["/nowhere", "/healthz", "/publications/gone2020"])
def test_what_may_change_any_time_is_not_kept(client: FlaskClient, address: str) -> None:
    assert client.get(address).headers["Cache-Control"] == "no-store"


def test_static_files_are_kept_under_an_address_of_their_content(client: FlaskClient) -> None:
    address = page(client, "/").xpath("//link[@rel='icon']/@href")[0]
    response = client.get(address, buffered=True)
    assert re.search(r"\?v=[0-9a-f]+$", address)
    assert response.cache_control.max_age == 365 * 24 * 60 * 60


@pytest.mark.parametrize("query", ["", "?v=", "?v=000000000000"])
def test_a_static_file_is_not_kept_under_the_address_of_another_version(
    client: FlaskClient, query: str
) -> None:
    response = client.get(f"/static/favicon.svg{query}", buffered=True)
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-cache")


def test_nothing_sets_a_cookie_unasked(client: FlaskClient) -> None:
    assert "Set-Cookie" not in client.get("/").headers


def test_a_site_behind_https_insists_on_it(settings: Settings, engine: SearchEngine) -> None:
    own = Settings(data=settings.data, state=settings.state, base_url="https://pubs.example.org")
    client = create_app(own, engine).test_client()
    response = client.get("/", base_url="https://pubs.example.org")
    assert response.headers["Strict-Transport-Security"] == "max-age=31536000"
