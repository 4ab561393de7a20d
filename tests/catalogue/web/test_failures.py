import pytest
from flask.testing import FlaskClient

from catalogue.app import create_app
from catalogue.documents import FIELDS
from catalogue.settings import Settings
from index import CorruptIndex, EngineError, NewerIndex, SearchEngine, open_engine
from tests.catalogue.web.pages import page, texts, words


@pytest.mark.parametrize(
    "address",
    ["/nowhere", "/en/nowhere", "/publications/none", "/publications/none.bib", "/xx/search", "/%00"],
)
def test_an_address_without_a_page_helps_on(client: FlaskClient, address: str) -> None:
    tree = page(client, address, 404)
    assert texts(tree, "//h1") == ["There is nothing at this address"]
    assert tree.xpath("//main//form")


def test_an_entry_that_was_never_right_leads_to_what_is_wrong(client: FlaskClient) -> None:
    tree = page(client, "/ru/publications/broken", 404)
    assert "/ru/status" in tree.xpath("//main//a/@href")
    assert texts(tree, "//h1") != texts(page(client, "/ru/publications/none", 404), "//h1")


@pytest.mark.parametrize(
    ("address", "location"),
    [
        ("/search/?q=a%26b", "/search?q=a%26b"),
        ("/ru/news/", "/ru/news"),
        ("/publications/omarova2021/", "/publications/omarova2021"),
    ],
)
def test_a_slash_too_many_leads_to_the_page(client: FlaskClient, address: str, location: str) -> None:
    response = client.get(address)
    assert (response.status_code, response.location) == (308, location)


@pytest.mark.parametrize("address", ["/\\evil.example/", "/nowhere/", "/static/"])
def test_a_slash_behind_nothing_leads_nowhere(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_pages_are_only_for_reading(client: FlaskClient, method: str) -> None:
    response = client.open("/search", method=method)
    assert (response.status_code, "GET" in response.headers["Allow"]) == (405, True)


def test_a_foreign_host_is_refused_with_advice(client: FlaskClient) -> None:
    response = client.get("/", headers={"Host": "evil.example"})
    assert (response.status_code, "CATALOGUE_BASE_URL" in response.text) == (400, True)


@pytest.mark.parametrize(
    "address", ["/", "/ru/search?q=x", "/publications/omarova2021", "/healthz", "/nowhere"]
)
def test_without_an_index_the_advice_is_to_make_one(settings: Settings, address: str) -> None:
    client = create_app(settings, open_engine("memory:", FIELDS)).test_client()
    response = client.get(address)
    assert response.status_code == (404 if address == "/nowhere" else 503)
    if response.status_code == 503:
        assert "catalogue index" in response.text
        assert response.headers["Retry-After"].isdecimal()


def test_the_site_answers_as_soon_as_there_is_an_index(settings: Settings, engine: SearchEngine) -> None:
    empty = open_engine("memory:", FIELDS)
    client = create_app(settings, empty).test_client()
    before = client.get("/healthz").status_code
    with engine.snapshot() as full:
        empty.update([], [], attachment=full.attachment, clear=True)
    assert (before, client.get("/healthz").status_code) == (503, 200)


@pytest.mark.parametrize(
    ("error", "mended"),
    [
        (CorruptIndex("an earlier version wrote it"), "“catalogue index”"),
        (NewerIndex("a later version wrote it"), "“catalogue index --full”"),
    ],
)
def test_an_index_that_cannot_be_opened_says_what_mends_it(
    settings: Settings,
    engine: SearchEngine,
    monkeypatch: pytest.MonkeyPatch,
    error: EngineError,
    mended: str,
) -> None:
    def refused() -> None:
        raise error

    monkeypatch.setattr(engine, "snapshot", refused)
    assert mended in words(page(create_app(settings, engine).test_client(), "/", 503))


def test_damage_within_an_index_is_mended_in_full_and_not_shown(
    client: FlaskClient, engine: SearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*asked: object, **how: object) -> None:
        raise CorruptIndex("a segment is damaged at /secret/place")

    with engine.snapshot() as snapshot:
        monkeypatch.setattr(type(snapshot), "search", broken)
    text = words(page(client, "/search?q=delta", 503))
    assert ("“catalogue index --full”" in text, "/secret/place" in text) == (True, False)


def test_what_another_version_left_is_made_anew(settings: Settings, engine: SearchEngine) -> None:
    engine.update([], [], attachment=b'{"of": "another version"}')
    client = create_app(settings, engine).test_client()
    assert "“catalogue index”" in words(page(client, "/", 503))


def test_a_fault_of_ours_is_admitted_without_details(
    client: FlaskClient, engine: SearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise ZeroDivisionError("a secret of the server")

    snapshot = engine.snapshot()
    monkeypatch.setattr(type(snapshot), "search", lambda self, query: broken())
    tree = page(client, "/search", 500)
    assert texts(tree, "//h1") == ["Something broke on our side"]
    assert "secret" not in words(tree)


def test_a_request_that_is_too_large_is_refused(client: FlaskClient) -> None:
    assert client.post("/nowhere", data=b"x" * 100_000).status_code in (404, 413)
