"""What pages tell machines, read by the tools that machines use."""

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs

import extruct
import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from signposting import find_signposting_http, find_signposting_linkset
from werkzeug.serving import WSGIRequestHandler, make_server

from catalogue.exports import formats
from catalogue.model import Contributor, Multilingual, Name, Record, RecordType
from catalogue.settings import Settings
from index import SearchEngine
from tests.catalogue.web.library import HOSTILE, RICE, fill
from tests.catalogue.web.pages import page

HOST = "http://127.0.0.1:8000"
RICE_PAGE = "/publications/omarova2021"
HOSTILE_PAGE = "/publications/conf%2Fx%3A1%3Fa%3Db%23c"
BARE = Record("bare", RecordType.MISC, Multilingual.of("Nothing else is known"))


def read(client: FlaskClient, address: str, syntax: str) -> list[dict[str, object]]:
    """What extruct finds in a page."""
    source = client.get(address).text
    return list(extruct.extract(source, base_url=HOST + address, syntaxes=[syntax])[syntax])


def meta(tree: html.HtmlElement, prefix: str) -> list[tuple[str, str]]:
    found = [(each.get("name", ""), each.get("content")) for each in tree.xpath("//head/meta")]
    return [(name, content) for name, content in found if name.startswith(prefix)]


def spans(tree: html.HtmlElement) -> list[dict[str, list[str]]]:
    return [parse_qs(title, strict_parsing=True) for title in tree.xpath("//span[@class='Z3988']/@title")]


class TestTheHead:
    def test_google_scholar_finds_what_it_requires(self, client: FlaskClient) -> None:
        names = [name for name, _ in meta(page(client, RICE_PAGE), "citation_")]
        assert {"citation_title", "citation_author", "citation_publication_date"} <= set(names)

    @pytest.mark.parametrize("asked", ["en", "ru"])
    def test_it_is_in_the_language_of_the_publication_for_every_reader(
        self, client: FlaskClient, asked: str
    ) -> None:
        found = dict(meta(page(client, RICE_PAGE, **{"Accept-Language": asked}), "citation_"))
        assert found["citation_title"] == RICE.titles(("en",))

    def test_the_file_it_names_is_served_beside_the_page(
        self, client: FlaskClient, settings: Settings
    ) -> None:
        address = dict(meta(page(client, RICE_PAGE), "citation_"))["citation_pdf_url"]
        assert address.startswith(HOST + "/publications/")
        assert client.get(address.removeprefix(HOST), buffered=True).mimetype == "application/pdf"

    def test_a_file_under_embargo_is_not_named(self, client: FlaskClient) -> None:
        assert "citation_pdf_url" not in dict(meta(page(client, "/publications/reeds.bib"), "citation_"))

    def test_extruct_reads_dublin_core(self, client: FlaskClient) -> None:
        (found,) = read(client, RICE_PAGE, "dublincore")
        titles = [each["content"] for each in found["elements"] if each["name"].lower() == "dc.title"]
        assert titles[0] == RICE.titles(("en",))

    def test_extruct_reads_the_record_as_json_ld(self, client: FlaskClient) -> None:
        (embedded,) = read(client, RICE_PAGE, "json-ld")
        assert embedded == json.loads(client.get(RICE_PAGE + ".jsonld", buffered=True).text)

    @pytest.mark.parametrize(("prefix", "title"), [("", RICE.titles(("en",))), ("/ru", RICE.titles(("ru",)))])
    def test_extruct_reads_a_preview_in_the_language_of_the_page(
        self, client: FlaskClient, prefix: str, title: str
    ) -> None:
        (found,) = read(client, prefix + RICE_PAGE, "opengraph")
        stated = dict(found["properties"])
        assert (stated["og:title"], stated["og:url"]) == (title, HOST + prefix + RICE_PAGE)

    def test_a_language_page_leaves_search_engines_to_the_lasting_one(self, client: FlaskClient) -> None:
        tree = page(client, "/ru" + RICE_PAGE)
        assert (
            meta(tree, "citation_"),
            meta(tree, "DC."),
            tree.xpath("//script[contains(@type, 'json')]"),
        ) == ([], [], [])

    def test_what_is_hostile_stays_text(self, client: FlaskClient) -> None:
        (embedded,) = read(client, HOSTILE_PAGE, "json-ld")
        assert embedded["name"] == HOSTILE.titles(())
        assert "<script>alert" not in client.get(HOSTILE_PAGE).text

    @pytest.mark.parametrize("prefix", ["", "/ru"])
    @pytest.mark.parametrize("record", [RICE, HOSTILE, BARE], ids=["rich", "hostile", "bare"])
    def test_the_page_is_well_formed(
        self, client: FlaskClient, engine: SearchEngine, prefix: str, record: Record
    ) -> None:
        fill(engine, (replace(record, key="one"),))
        html5lib.HTMLParser(strict=True).parse(client.get(prefix + "/publications/one").text)


class TestCoins:
    @pytest.mark.parametrize("address", ["/", "/search", "/search?q=delta", "/projects/delta"])
    def test_every_listed_publication_can_be_picked_up(self, client: FlaskClient, address: str) -> None:
        tree = page(client, address)
        assert len(spans(tree)) == len(tree.xpath("//article[contains(@class, 'entry')]"))

    def test_a_publication_is_identified(self, client: FlaskClient) -> None:
        (found,) = spans(page(client, "/ru/search?q=irrigation"))
        assert found["rft_id"] == ["info:doi/10.99999/delta.7", HOST + RICE_PAGE]

    @pytest.mark.parametrize(("address", "count"), [(RICE_PAGE, 0), ("/ru" + RICE_PAGE, 1)])
    def test_a_page_has_it_where_its_head_says_less(
        self, client: FlaskClient, address: str, count: int
    ) -> None:
        assert len(spans(page(client, address))) == count

    def test_on_its_own_page_it_brings_its_abstract(self, client: FlaskClient) -> None:
        (listed,) = spans(page(client, "/ru/search?q=irrigation"))
        (alone,) = spans(page(client, "/ru" + RICE_PAGE))
        assert "rft.description" not in listed
        shown = page(client, RICE_PAGE).xpath("string(//*[@id='abstract'])")
        (abstract,) = alone["rft.description"]
        assert [paragraph in shown for paragraph in abstract.split("\n\n")] == [True, True]


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None: ...


@pytest.fixture
def site(app: Flask, settings: Settings, engine: SearchEngine) -> Iterator[str]:
    """The address of a server, for a client that asks by itself."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    # It looks fifty times a second whether it shall end, so that nobody waits for that.
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


class TestSignposts:
    @pytest.mark.parametrize("prefix", ["", "/ru"])
    def test_a_client_is_led_from_the_page(self, site: str, prefix: str) -> None:
        found = find_signposting_http(site + prefix + RICE_PAGE)
        assert found.citeAs.target == "https://doi.org/10.99999/delta.7"
        assert {each.target for each in found.items} == {f"{HOST}{RICE_PAGE}.pdf"}
        assert {each.target for each in found.linksets} == {
            f"{HOST}{RICE_PAGE}.linkset.json",
            f"{HOST}{RICE_PAGE}.linkset",
        }

    @pytest.mark.parametrize("suffix", [".linkset", ".linkset.json"])
    def test_a_linkset_leads_to_every_format(self, site: str, suffix: str) -> None:
        found = find_signposting_linkset(site + RICE_PAGE + suffix).for_context(HOST + RICE_PAGE)
        assert {(each.target, each.type) for each in found.describedBy} == {
            (f"{HOST}{RICE_PAGE}{own.suffix}", own.media_type) for own in formats()
        }

    @pytest.mark.parametrize("suffix", [own.suffix for own in formats()])
    def test_a_description_leads_back(self, client: FlaskClient, suffix: str) -> None:
        link = client.get("/ru" + RICE_PAGE + suffix, buffered=True).headers["Link"]
        assert link == f'<{HOST}{RICE_PAGE}>; rel="describes"; type="text/html"'

    def test_a_file_leads_back(self, site: str) -> None:
        assert find_signposting_http(f"{site}{RICE_PAGE}.pdf").collection.target == HOST + RICE_PAGE

    def test_a_linkset_names_its_type(self, client: FlaskClient) -> None:
        types = [client.get(RICE_PAGE + suffix).mimetype for suffix in (".linkset", ".linkset.json")]
        assert types == ["application/linkset", "application/linkset+json"]

    def test_headers_fit_into_what_a_proxy_keeps_for_them(
        self, client: FlaskClient, engine: SearchEngine
    ) -> None:
        crowd = tuple(
            Contributor(Name("Omarova", str(number)), orcid=f"0000-0000-0000-{number:04d}")
            for number in range(500)
        )
        fill(engine, (replace(RICE, key="рис" * 12, contributors=crowd),))
        headers = client.get("/publications/" + "рис" * 12).headers
        assert len(str(headers).encode()) < 4096


def test_an_author_is_shown_as_orcid_asks(client: FlaskClient) -> None:
    (link,) = page(client, RICE_PAGE).xpath("//details//a[starts-with(@href, 'https://orcid.org/')]")
    assert link.text_content().strip() == link.get("href") == "https://orcid.org/0000-0002-1825-0097"
    assert link.xpath("img/@alt") == ["ORCID iD"]
