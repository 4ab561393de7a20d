"""Content negotiation as doi.org does it, asked as its clients ask."""

import json

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header
from werkzeug.test import TestResponse

from catalogue.citations import RendererBusy, RendererUnavailable
from catalogue.exports import by_suffix, formats
from catalogue.web.negotiation import choose
from tests.catalogue.web.pages import parsed
from tests.catalogue.web.renderer import ToldRenderer

RICE_PAGE = "/publications/omarova2021"
BROWSERS = {
    "Firefox": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Firefox 65": "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8",
    "Chromium": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;"
    "q=0.8,application/signed-exchange;v=b3;q=0.7",
    "old WebKit": "application/xml,application/xhtml+xml,text/html;q=0.9,text/plain;q=0.8,*/*;q=0.5",
    "Internet Explorer": "image/gif, image/jpeg, application/x-ms-application, */*",
    "curl": "*/*",
    "nothing stated": "",
}


def name_of(accept: str) -> str | None:
    choice = choose(parse_accept_header(accept, MIMEAccept))
    return choice.name if choice else None


def got(client: FlaskClient, accept: str, address: str = RICE_PAGE, **headers: str) -> TestResponse:
    """The answer to a client that accepts something, read to its end."""
    return client.get(address, headers={"Accept": accept, **headers}, buffered=True)


@pytest.mark.parametrize("accept", BROWSERS.values(), ids=BROWSERS)
def test_every_browser_gets_the_page(client: FlaskClient, accept: str) -> None:
    response = got(client, accept)
    assert (response.status_code, response.mimetype) == (200, "text/html")


@pytest.mark.parametrize("prefix", ["", "/ru"])
@pytest.mark.parametrize("own", formats(), ids=lambda own: own.name)
def test_every_format_answers_to_its_media_type(client: FlaskClient, prefix: str, own) -> None:
    response = got(client, own.media_type, prefix + RICE_PAGE)
    direct = client.get(prefix + RICE_PAGE + own.suffix, buffered=True)
    assert (response.mimetype, response.data) == (own.media_type, direct.data)
    assert response.headers["Content-Location"] == prefix + RICE_PAGE + own.suffix


def test_no_two_formats_have_one_media_type() -> None:
    types = [own.media_type for own in formats()]
    assert sorted(set(types)) == sorted(types)


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [
        ("application/x-bibtex", ".bib"),
        ("APPLICATION/X-BibTeX; charset=utf-8", ".bib"),
        ("text/x-bibtex", ".bib"),
        ("application/x-research-info-systems", ".ris"),
        ("application/vnd.citationstyles.csl+json", ".csl.json"),
        ("application/vnd.citationstyles.csl+json;q=0.5, application/rdf+xml", ".csl.json"),
        ("application/citeproc+json", ".csl.json"),
        ("application/json", ".csl.json"),
        ("application/ld+json", ".jsonld"),
        ("application/vnd.schemaorg.ld+json", ".jsonld"),
        ("application/rdf+xml;q=0.5, application/x-research-info-systems;q=0.1", ".ris"),
        ("application/x-bibtex;q=0.3, application/x-research-info-systems;q=0.4", ".ris"),
        ("application/x-bibtex, application/x-research-info-systems", ".bib"),
        ("application/x-research-info-systems, application/x-bibtex", ".ris"),
        ("application/x-bibtex, */*;q=0.1", ".bib"),
        ("application/x-bibtex, */*", ".bib"),
        ("application/*", ".bib"),
        ("text/html;q=0, application/xhtml+xml;q=0, application/x-bibtex;q=0, */*", ".biblatex"),
    ],
)
def test_the_best_representation_is_sent(accept: str, suffix: str) -> None:
    own = by_suffix(suffix)
    assert own
    assert name_of(accept) == own.name


@pytest.mark.parametrize(
    "accept",
    [
        "text/html;q=0.4, application/x-bibtex;q=0.3",
        "application/x-bibtex, text/html",
        "application/x-bibtex;q=0, */*;q=0.1",
        "text/*",
        "text/*, application/x-bibtex;q=0.9",
        "*/*;q=0.001",
    ],
)
def test_the_page_is_sent_where_nothing_is_better(accept: str) -> None:
    assert name_of(accept) == "page"


@pytest.mark.parametrize("accept", ["image/png", "application/x-bibtex;q=0", "*/*;q=0", "nonsense", "text"])
def test_nothing_is_sent_where_nothing_is_acceptable(accept: str) -> None:
    assert name_of(accept) is None


def test_who_accepts_nothing_is_told_what_there_is(client: FlaskClient) -> None:
    response = got(client, "image/png")
    told = dict(line.split("  ") for line in response.text.splitlines() if "  " in line)
    assert (response.status_code, response.mimetype) == (406, "text/plain")
    assert told["application/x-bibtex"] == f"<http://127.0.0.1:8000{RICE_PAGE}.bib>"
    assert {own.media_type for own in formats()} < set(told)


@pytest.mark.parametrize(
    ("accept", "said"),
    [
        ("text/x-bibliography", "apa in en-US"),
        ("text/x-bibliography; style=ieee", "ieee in en-US"),
        ("text/x-bibliography; style=apa; locale=ru-RU", "apa in ru-RU"),
        ('text/x-bibliography; style="apa"; locale="ru"', "apa in ru-RU"),
    ],
)
def test_a_finished_citation_is_made_as_asked(client: FlaskClient, accept: str, said: str) -> None:
    response = got(client, accept)
    assert response.content_type == "text/x-bibliography; charset=utf-8"
    assert response.text.startswith(f"{said}, ")


def test_a_style_that_does_not_exist_is_named_with_those_like_it(client: FlaskClient) -> None:
    response = got(client, "text/x-bibliography; style=no-such-style")
    assert (response.status_code, response.mimetype) == (400, "text/plain")
    assert "“no-such-style”" in response.text
    assert "apa, nature" in response.text


def test_who_asks_too_much_is_told_when_to_come_back(client: FlaskClient, renderer: ToldRenderer) -> None:
    renderer.failure = RendererBusy(7)
    response = got(client, "text/x-bibliography")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "7")
    assert "ETag" not in response.headers


def test_without_a_renderer_the_answer_says_so(client: FlaskClient, renderer: ToldRenderer) -> None:
    renderer.failure = RendererUnavailable()
    response = got(client, "text/x-bibliography")
    assert (response.status_code, response.mimetype) == (503, "text/plain")


ACCEPTED = ["text/html", "application/x-bibtex", "application/x-research-info-systems", "text/x-bibliography"]
ACCEPTED += ["text/x-bibliography; style=mla", "text/x-bibliography; style=mla; locale=ru-RU"]


@pytest.mark.parametrize("accept", ACCEPTED)
def test_each_representation_has_a_validator_of_its_own(client: FlaskClient, accept: str) -> None:
    tags = {each: got(client, each).headers["ETag"] for each in ACCEPTED}
    answers = {each: got(client, accept, **{"If-None-Match": tag}).status_code for each, tag in tags.items()}
    assert {each for each, status in answers.items() if status == 304} == {accept}


@pytest.mark.parametrize("accept", ["text/html", "application/x-bibtex", "image/png"])
@pytest.mark.parametrize(
    ("address", "headers"),
    [(RICE_PAGE, {"Accept", "Accept-Language", "Cookie"}), ("/ru" + RICE_PAGE, {"Accept", "Cookie"})],
)
def test_caches_keep_the_representations_apart(
    client: FlaskClient, accept: str, address: str, headers: set[str]
) -> None:
    assert set(got(client, accept, address).vary) == headers | {"Accept-Encoding"}


def test_a_head_request_is_told_the_same(client: FlaskClient) -> None:
    head = client.head(RICE_PAGE, headers={"Accept": "application/x-bibtex"}, buffered=True)
    whole = got(client, "application/x-bibtex")
    assert (head.status_code, head.data) == (200, b"")
    assert dict(head.headers) == dict(whole.headers)


def test_an_old_key_leads_to_the_new_one_for_every_client(client: FlaskClient) -> None:
    asked = {"Accept": "application/vnd.citationstyles.csl+json"}
    response = client.get("/publications/omarova-old", headers=asked, follow_redirects=True, buffered=True)
    assert [item["id"] for item in json.loads(response.data)] == ["omarova2021"]


def test_an_address_with_a_suffix_says_by_itself_what_it_is(client: FlaskClient) -> None:
    response = got(client, "text/html", f"{RICE_PAGE}.ris")
    assert response.mimetype == "application/x-research-info-systems"


def test_a_page_is_a_page_in_any_language(client: FlaskClient) -> None:
    tree = parsed(got(client, "text/html", "/ru" + RICE_PAGE))
    assert tree.xpath("//h1")
