"""Where a reader learns which line says what is wrong, and where to tell of it."""

from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest
from flask import Flask
from flask.testing import FlaskClient

from catalogue.finding import place_of
from catalogue.model import Origin
from catalogue.settings import Settings, load_settings
from catalogue.web import report
from catalogue.web.report import ways
from index import SearchEngine
from tests.catalogue.web.library import RECORDS, RICE, SITE, fill
from tests.catalogue.web.pages import facts, page, texts

RICE_REPORT = "/report?key=omarova2021"
SOURCE = "https://forge.example.org/deltas/blob/main/data/{path}#L{line}"
NEW = "https://forge.example.org/deltas/new?title={title}&body={key},%20{path}:{line}"
PLACE = Origin("of deltas/2021#1.bib", 7)


@pytest.fixture
def entry(settings: Settings) -> None:
    """The entry of the rice, in the files of the site."""
    (settings.data / "deltas").mkdir()
    (settings.data / "deltas" / "rice.bib").write_text("% Rice\n\n@article{omarova2021, title = {Rice}}")


@pytest.mark.usefixtures("entry")
def test_a_report_names_the_file_and_the_line(client: FlaskClient) -> None:
    assert facts(page(client, RICE_REPORT)) == [
        ("File", "deltas/rice.bib"),
        ("Line", "3"),
        ("Key", "omarova2021"),
    ]


@pytest.mark.usefixtures("entry")
def test_the_files_are_searched_once_a_generation(
    client: FlaskClient, engine: SearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = Mock(side_effect=place_of)
    monkeypatch.setattr(report, "place_of", search)
    for address in (
        f"{RICE_REPORT}&x=1",
        f"{RICE_REPORT}&x=2",
        f"/ru{RICE_REPORT}",
        "/report?key=omarova-old",
    ):
        assert "deltas/rice.bib" in dict(facts(page(client, address))).values()
    assert search.call_count == 1
    fill(engine)
    page(client, RICE_REPORT)
    assert search.call_count == 2


def test_an_entry_that_is_broken_now_is_named_by_what_was_complained_of(
    client: FlaskClient, engine: SearchEngine
) -> None:
    broken = replace(SITE.problems[1], key="reeds.bib")
    fill(engine, RECORDS, replace(SITE, problems=(SITE.problems[0], broken)))
    tree = page(client, "/report?key=reeds.bib")
    assert facts(tree) == [("File", "b.bib"), ("Line", "9"), ("Key", "reeds.bib")]
    assert texts(tree, "//p[@class='notice']")


def test_what_is_in_no_file_is_told_by_its_key(client: FlaskClient) -> None:
    assert facts(page(client, RICE_REPORT)) == [("Key", "omarova2021")]


def test_a_site_that_names_no_form_for_it_leads_to_its_repository(client: FlaskClient) -> None:
    links = page(client, RICE_REPORT).xpath("//p[@class='ways']/a/@href")
    assert links == ["https://forge.example.org/deltas"]


@pytest.mark.usefixtures("entry")
def test_a_site_that_names_no_address_has_the_lines_to_pass_on(
    client: FlaskClient, app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.extensions["catalogue"], "settings", replace(settings, repository=""))
    tree = page(client, f"/ru{RICE_REPORT}")
    lines = tree.xpath("string(//pre[@id='message'])").splitlines()
    assert lines == [
        *texts(tree, "//h1"),
        f"{settings.base_url}/publications/omarova2021",
        "deltas/rice.bib:3",
    ]
    assert tree.xpath("//button/@data-copy") == ["message"]


@pytest.mark.parametrize("address", ["/report", "/report?key=", "/report?key=nobody"])
def test_only_of_what_is_published_can_a_mistake_be_reported(client: FlaskClient, address: str) -> None:
    page(client, address, 404)


def test_an_old_key_is_of_the_same_publication(client: FlaskClient) -> None:
    assert facts(page(client, "/report?key=omarova-old")) == [("Key", "omarova2021")]


def test_a_publication_leads_to_its_report_in_the_same_language(client: FlaskClient) -> None:
    tree = page(client, "/ru/publications/conf%2Fx%3A1%3Fa%3Db%23c")
    (address,) = tree.xpath("//main//a[contains(@href, '/report')]/@href")
    assert address.startswith("/ru/report?")
    assert facts(page(client, address)) == [("Ключ записи", "conf/x:1?a=b#c")]


def test_no_search_engine_keeps_reports(client: FlaskClient) -> None:
    assert page(client, RICE_REPORT).xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert {"Disallow: /report", "Disallow: /ru/report"} < set(client.get("/robots.txt").text.splitlines())


def told(app_settings: Settings, place: Origin | None = PLACE) -> tuple[str, str]:
    found = ways(app_settings, RICE, place)
    return found.source, found.report


def test_the_addresses_that_a_site_names_are_filled_in(client: FlaskClient) -> None:
    with client.application.test_request_context("/ru/report"):
        assert told(Settings(source=SOURCE, report=NEW)) == (
            "https://forge.example.org/deltas/blob/main/data/of%20deltas/2021%231.bib#L7",
            "https://forge.example.org/deltas/new?title=%D0%A0%D0%B8%D1%81%20%D0%B2%20%D0%B4%D0%B5%D0%BB%D1%8C"
            "%D1%82%D0%B5%20%D0%98%D0%BB%D0%B8&body=omarova2021,%20of%20deltas/2021%231.bib:7",
        )


@pytest.mark.usefixtures("entry")
def test_a_report_may_be_a_letter_whose_reader_is_named(
    client: FlaskClient, app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    variable = {"CATALOGUE_REPORT": "mailto:library@example.org?subject={title}&body={key}"}
    own = replace(settings, report=load_settings(variable, settings.data).report)
    monkeypatch.setattr(app.extensions["catalogue"], "settings", own)
    monkeypatch.setitem(app.config, "WORKER_VERSION", "mail")
    tree = page(client, f"/ru{RICE_REPORT}")
    assert tree.xpath("//p[@class='ways']/a/@href") == [
        "mailto:library@example.org?subject=%D0%A0%D0%B8%D1%81%20%D0%B2%20%D0%B4%D0%B5%D0%BB%D1%8C%D1%82%D0%B5"
        "%20%D0%98%D0%BB%D0%B8&body=omarova2021",
        "mailto:library@example.org",
    ]
    assert "deltas/rice.bib:3" in tree.xpath("string(//pre[@id='message'])")


def test_without_a_place_there_is_no_line_to_see(client: FlaskClient) -> None:
    with client.application.test_request_context("/report"):
        source, report = told(Settings(source=SOURCE, report=NEW), None)
    assert (source, report.endswith("&body=omarova2021,%20:")) == ("", True)


def test_a_site_may_name_nothing(client: FlaskClient) -> None:
    with client.application.test_request_context("/report"):
        assert told(Settings(data=Path("data"))) == ("", "")
