from flask.testing import FlaskClient

from tests.catalogue.web.pages import facts, page, texts, titles, words


def test_projects_stand_the_latest_first(client: FlaskClient) -> None:
    assert titles(page(client, "/projects")) == ["Deltas of Asia", "Wetlands"]


def test_a_project_says_what_its_file_says(client: FlaskClient) -> None:
    assert facts(page(client, "/projects/delta")) == [
        ("Acronym", "DELTA"),
        ("Number", "4711"),
        ("Programme", "Inventions"),
        ("Period", "1 November 2022 – 2025"),
        ("Web", "https://deltas.example.org/"),
        ("Continues", "Wetlands"),
    ]


def test_what_a_project_does_not_state_is_absent(client: FlaskClient) -> None:
    labels = texts(page(client, "/projects/wetlands"), "//dl/div/dt")
    assert labels == ["Web", "Continued by"]


def test_a_project_lists_its_publications_and_news(client: FlaskClient) -> None:
    tree = page(client, "/projects/delta")
    assert titles(tree) == ["Rice in the Ili delta: effects of CO2"]
    assert "/news/spring" in tree.xpath("//main//a/@href")


def test_a_project_leads_to_its_pages(client: FlaskClient) -> None:
    assert "/pages/course" in page(client, "/projects/delta").xpath("//main//a/@href")
    assert "/pages/course" not in page(client, "/projects/wetlands").xpath("//main//a/@href")


def test_a_project_without_publications_says_so(client: FlaskClient) -> None:
    assert "No publications of this project" in words(page(client, "/projects/wetlands"))


def test_a_project_shows_its_funding(client: FlaskClient) -> None:
    assert page(client, "/projects/delta").xpath("//aside[@class='funding']//img")


def test_a_project_without_a_funder_shows_no_emblem(client: FlaskClient) -> None:
    assert not page(client, "/projects/wetlands").xpath("//aside[@class='funding']")


def test_an_unknown_project_is_nowhere(client: FlaskClient) -> None:
    assert client.get("/projects/none").status_code == 404
