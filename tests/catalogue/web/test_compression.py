"""Answers are sent packed to who takes them so, and are the same to who does not."""

import gzip
from unittest.mock import Mock

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from catalogue.web import packing
from tests.catalogue.web.conftest import PDF
from tests.catalogue.web.pages import page

RECORD = "/en/publications/omarova2021"
PAGES = ["/", "/en/search?q=delta", RECORD, "/search/facets/type", "/nowhere"]
FILES = ["/style.css", "/static/vendor/htmx.min.js", "/static/eu-emblem.svg"]
GZIP = "gzip, deflate, br"


def get(client: FlaskClient, address: str, coding: str = "", **headers: str) -> TestResponse:
    """The whole answer to who takes this coding."""
    return client.get(address, headers={"Accept-Encoding": coding, **headers}, buffered=True)


@pytest.mark.parametrize("address", [*PAGES, *FILES])
def test_a_packed_answer_holds_what_the_other_holds(client: FlaskClient, address: str) -> None:
    plain = [get(client, address) for _ in range(2)]
    packed = [get(client, address, GZIP) for _ in range(2)]
    assert {answer.headers.get("Content-Encoding") for answer in packed} == {"gzip"}
    assert {gzip.decompress(answer.data) for answer in packed} == {answer.data for answer in plain}


def test_a_packed_script_lacks_nothing_but_lines_of_comment(client: FlaskClient) -> None:
    plain = get(client, "/static/list.js").text.splitlines()
    packed = gzip.decompress(get(client, "/static/list.js", GZIP).data).decode().splitlines()
    assert packed == [line for line in plain if not line.lstrip().startswith("//")]
    assert len(packed) < len(plain)


def test_a_file_is_packed_once_however_its_address_is_written(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = Mock(wraps=packing.pack_for_good)
    monkeypatch.setattr(packing, "pack_for_good", watched)
    for detour in ("", "css/../", "css/../css/../", "nowhere/../"):
        assert get(client, f"/static/{detour}shortcuts.js", GZIP).status_code == 200
    assert watched.call_count <= 1


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST"])
@pytest.mark.parametrize("name", ["../app.py", "css/../../app.py", "..%2Fapp.py", "none.js", "x" * 3000])
def test_no_method_gets_what_is_no_static_file(client: FlaskClient, method: str, name: str) -> None:
    answer = client.open(f"/static/{name}", method=method, headers={"Accept-Encoding": GZIP})
    is_packed = answer.headers.get("Content-Encoding") == "gzip"
    body = gzip.decompress(answer.data) if is_packed and answer.data else answer.data
    assert (answer.status_code < 500, b"create_app" in body) == (True, False)


@pytest.mark.parametrize("name", ["../app.py", "/etc/hostname", "css", "none.js"])
def test_a_static_file_lies_in_their_folder(app: Flask, name: str) -> None:
    with app.app_context():
        assert packing.static_path(name) is None


@pytest.mark.parametrize("address", [*PAGES, *FILES])
def test_caches_between_keep_both(client: FlaskClient, address: str) -> None:
    for coding in ("", GZIP, ""):
        assert "Accept-Encoding" in get(client, address, coding).headers["Vary"]


def test_the_first_to_ask_does_not_decide_for_others(client: FlaskClient) -> None:
    first = get(client, "/en/search?q=rice", GZIP)
    assert (first.headers["Content-Encoding"], b"Rice" in get(client, "/en/search?q=rice").data) == (
        "gzip",
        True,
    )


@pytest.mark.parametrize(
    ("coding", "expected"),
    [
        ("gzip", True),
        ("GZip;q=0.5, identity", True),
        ("*", True),
        ("", False),
        ("br", False),
        ("identity", False),
        ("gzip;q=0", False),
        ("gzip;q=0, *", False),
    ],
)
def test_only_who_takes_gzip_is_sent_it(client: FlaskClient, coding: str, expected: bool) -> None:
    assert ("Content-Encoding" in get(client, "/", coding).headers) == expected


@pytest.mark.parametrize("address", ["/", RECORD, "/static/list.js"])
def test_whoever_has_one_is_not_sent_the_other(client: FlaskClient, address: str) -> None:
    tag = get(client, address, GZIP).headers["ETag"]
    assert tag.startswith("W/")
    for coding in ("", GZIP):
        again = get(client, address, coding, **{"If-None-Match": tag})
        assert (again.status_code, again.data) == (304, b"")
        assert "Content-Encoding" not in again.headers
        assert "Accept-Encoding" in again.headers["Vary"]


@pytest.mark.parametrize("address", [RECORD, "/static/list.js", "/style.css"])
def test_who_asks_for_the_head_learns_the_length_of_what_is_sent(client: FlaskClient, address: str) -> None:
    for coding in (GZIP, "", GZIP):
        head = client.head(address, headers={"Accept-Encoding": coding}, buffered=True)
        whole = get(client, address, coding)
        assert (head.data, head.headers["Content-Length"]) == (b"", str(len(whole.data)))


def test_parts_of_files_are_parts_of_what_lies_there(client: FlaskClient) -> None:
    whole = get(client, "/static/list.js").data
    part = get(client, "/static/list.js", GZIP, Range="bytes=10-29")
    assert (part.status_code, part.data) == (206, whole[10:30])
    assert "Accept-Ranges" not in get(client, "/static/list.js", GZIP).headers


def test_what_is_packed_already_goes_as_it_is(client: FlaskClient) -> None:
    sent = get(client, "/publications/omarova2021.pdf", GZIP)
    assert (sent.data, "Content-Encoding" in sent.headers) == (PDF, False)
    font = get(client, "/static/vendor/source-serif-4-latin-600-normal.woff2", GZIP)
    assert "Content-Encoding" not in font.headers


def test_a_stream_goes_as_it_comes(client: FlaskClient) -> None:
    sent = client.get("/search.ris?q=survey", headers={"Accept-Encoding": GZIP})
    assert sent.is_streamed
    assert "Content-Encoding" not in sent.headers
    sent.close()


def test_a_short_answer_is_not_worth_packing(client: FlaskClient) -> None:
    assert "Content-Encoding" not in get(client, "/healthz", GZIP).headers


def test_what_a_page_names_by_its_content_is_kept_for_good(client: FlaskClient) -> None:
    (icon,) = page(client, "/").xpath("//link[@rel='icon']/@href")
    assert get(client, icon, GZIP).cache_control.immutable
    assert not get(client, "/static/favicon.svg", GZIP).cache_control.immutable
