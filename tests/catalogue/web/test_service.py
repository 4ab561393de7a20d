import pytest
from flask.testing import FlaskClient

from index import SearchEngine
from tests.catalogue.web.pages import chosen_language, page


def test_health_names_the_generation(client: FlaskClient, engine: SearchEngine) -> None:
    with engine.snapshot() as snapshot:
        assert client.get("/healthz").json == {"status": "ok", "generation": snapshot.generation}


def test_robots_are_kept_from_downloads(client: FlaskClient) -> None:
    response = client.get("/robots.txt")
    assert (response.mimetype, "Disallow: /search." in response.text) == ("text/plain", True)


@pytest.mark.parametrize(
    ("address", "location"),
    [
        ("/kz/", "/kk/"),
        ("/kz/search?q=a&page=2", "/kk/search?q=a&page=2"),
        ("/kz/publications/a%2Fb", "/kk/publications/a/b"),
        ("/kz/publications/x%3A1%3Fa%3Db%23c?style=apa", "/kk/publications/x%3A1%3Fa%3Db%23c?style=apa"),
        ("/kz/names/%D3%99%D0%BD?q=%D3%99+b", "/kk/names/%D3%99%D0%BD?q=%D3%99+b"),
    ],
)
def test_the_code_of_the_country_leads_to_that_of_the_language(
    client: FlaskClient, address: str, location: str
) -> None:
    response = client.get(address)
    assert (response.status_code, response.location) == (301, location)


@pytest.mark.parametrize(
    ("target", "location"),
    [
        ("/", "/ru/"),
        ("/en/search?q=a", "/ru/search?q=a"),
        ("/publications/x", "/ru/publications/x"),
        ("", "/ru/"),
        ("//evil.example/x", "/ru/x"),
        ("https://evil.example/x", "/ru/x"),
        ("/\\evil.example", "/ru/%5Cevil.example"),
        ("http://[bad", "/ru/"),
    ],
)
def test_a_chosen_language_goes_on_within_the_site(client: FlaskClient, target: str, location: str) -> None:
    response = client.get("/language/ru", query_string={"to": target})
    assert (response.status_code, response.location) == (303, location)


def test_a_chosen_language_is_remembered(client: FlaskClient) -> None:
    client.get("/language/ru")
    assert chosen_language(page(client, "/")) == "ru"


def test_a_language_that_is_not_offered_cannot_be_chosen(client: FlaskClient) -> None:
    assert client.get("/language/kk").status_code == 404
