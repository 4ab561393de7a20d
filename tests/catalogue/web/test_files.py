import gc
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from catalogue.model import Access, AccessStatus, File, PartialDate
from catalogue.settings import Settings
from index import SearchEngine
from tests.catalogue.web.conftest import PDF
from tests.catalogue.web.library import RICE, SITE, fill
from tests.catalogue.web.pages import page

ADDRESS = "/publications/omarova2021.pdf"


def get(client: FlaskClient, address: str, **headers: str) -> TestResponse:
    """The whole answer, so that its file is closed."""
    return client.get(address, headers=headers, buffered=True)


def test_an_open_file_is_served(client: FlaskClient) -> None:
    response = get(client, ADDRESS)
    assert (response.mimetype, response.data) == ("application/pdf", PDF)


def test_a_part_of_a_file_can_be_asked_for(client: FlaskClient) -> None:
    response = get(client, ADDRESS, Range="bytes=0-3")
    assert (response.status_code, response.data) == (206, PDF[:4])


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [("HEAD", {}, 200), ("GET", {"If-Modified-Since": "Fri, 31 Dec 2999 23:59:59 GMT"}, 304)],
)
def test_a_file_that_is_not_sent_is_closed(
    client: FlaskClient, method: str, headers: dict[str, str], status: int
) -> None:
    response = client.open(ADDRESS, method=method, headers=headers)
    assert response.status_code == status
    # A file left open is warned of where it is forgotten, which fails the test.
    del response
    gc.collect()


def test_the_page_offers_the_files_that_are_served(client: FlaskClient) -> None:
    assert page(client, "/publications/omarova2021").xpath("//a[@class='action']/@href") == [ADDRESS]


def test_a_file_is_asked_for_again_before_it_is_shown_again(client: FlaskClient) -> None:
    response = get(client, ADDRESS)
    assert response.expires is not None
    assert (bool(response.cache_control.no_cache), response.expires <= datetime.now(UTC)) == (True, True)


def test_a_second_file_has_a_number(client: FlaskClient, engine: SearchEngine) -> None:
    record = replace(RICE, files=(File("rice.pdf"), File("reeds.pdf")))
    fill(engine, (record,))
    addresses = page(client, "/publications/omarova2021").xpath("//a[@class='action']/@href")
    assert addresses == [ADDRESS, ADDRESS + "?file=2"]
    assert get(client, addresses[1]).status_code == 200


@pytest.mark.parametrize("number", ["0", "2", "-1", "x", "", "9" * 50])
def test_a_number_without_a_file_is_nowhere(client: FlaskClient, number: str) -> None:
    assert get(client, f"{ADDRESS}?file={number}").status_code == 404


@pytest.mark.parametrize(
    "access",
    [
        None,
        Access(AccessStatus.RESTRICTED),
        Access(AccessStatus.METADATA_ONLY),
        Access(AccessStatus.EMBARGOED),
        Access(AccessStatus.EMBARGOED, PartialDate(2999, 1, 1)),
    ],
)
def test_a_file_that_is_not_open_is_nowhere(
    client: FlaskClient, engine: SearchEngine, access: Access | None
) -> None:
    fill(engine, (replace(RICE, access=access),))
    assert get(client, ADDRESS).status_code == 404


def test_an_embargo_ends(client: FlaskClient, engine: SearchEngine) -> None:
    fill(engine, (replace(RICE, access=Access(AccessStatus.EMBARGOED, PartialDate(2020, 1, 1))),))
    assert get(client, ADDRESS).status_code == 200


@pytest.mark.parametrize("name", ["secret.pdf", "data.zip", "../../etc/passwd", "/etc/passwd"])
def test_a_file_that_the_build_has_not_seen_or_that_is_no_pdf_is_nowhere(
    client: FlaskClient, engine: SearchEngine, name: str
) -> None:
    fill(engine, (replace(RICE, files=(File(name),)),))
    assert get(client, ADDRESS).status_code == 404


@pytest.mark.parametrize("name", ["../outside.pdf", "linked.pdf", "folder.pdf"])
def test_nothing_outside_the_folder_is_served_whatever_the_index_says(
    client: FlaskClient, engine: SearchEngine, settings: Settings, name: str
) -> None:
    outside = settings.data / "outside.pdf"
    outside.write_bytes(PDF)
    (settings.data / "files" / "linked.pdf").symlink_to(outside)
    (settings.data / "files" / "folder.pdf").mkdir()
    fill(engine, (replace(RICE, files=(File(name),)),), replace(SITE, files=frozenset({name})))
    assert get(client, ADDRESS).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/publications/..%2F..%2Fdata%2Ffiles%2Fsecret.pdf",
        "/publications/secret.pdf",
        "/files/unlisted.pdf",
        "/data/files/rice.pdf",
    ],
)
def test_no_address_walks_out_of_what_is_served(client: FlaskClient, address: str) -> None:
    assert get(client, address).status_code == 404


def test_a_file_that_vanished_is_nowhere(client: FlaskClient, settings: Settings) -> None:
    Path(settings.data / "files" / "rice.pdf").unlink()
    assert get(client, ADDRESS).status_code == 404
