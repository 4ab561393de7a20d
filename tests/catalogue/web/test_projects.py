from dataclasses import replace

from flask.testing import FlaskClient

from catalogue.model import Multilingual, Person, Record, RecordType
from catalogue.people import People
from catalogue.site import Member, Project
from catalogue.web.browse_listing import ON_PAGE
from index import SearchEngine
from tests.catalogue.web.library import DELTA, RECORDS, SITE, fill
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
    tree = page(client, "/projects/wetlands")
    assert [label for label, _ in facts(tree)] == ["Web", "Continued by"]
    assert tree.xpath("//main//section/@aria-labelledby") == ["publications"]


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


def with_project(engine: SearchEngine, project: Project, people: People = SITE.people) -> None:
    fill(engine, RECORDS, replace(SITE, projects={project.key: project}, people=people))


def test_a_project_is_described_in_the_readers_language_first(
    client: FlaskClient, engine: SearchEngine
) -> None:
    described = Multilingual.of({"en": "What deltas need.", "ru": "Что нужно дельтам."})
    with_project(engine, replace(DELTA, description=described))
    tree = page(client, "/ru/projects/delta")
    assert texts(tree, "//div[@class='prose'][not(ancestor::details)]") == ["Что нужно дельтам."]
    assert tree.xpath("//details/div[@class='prose']/@lang") == ["en"]


def test_a_project_names_its_titles_in_other_languages(client: FlaskClient) -> None:
    (other,) = page(client, "/ru/projects/delta").xpath("//p[@class='other-title']")
    assert (other.get("lang"), words(other)) == ("en", "Deltas of Asia")


def test_a_project_tells_its_aims_and_outputs(client: FlaskClient, engine: SearchEngine) -> None:
    aims = tuple(map(Multilingual.of, ({"en": "To measure", "ru": "Измерить"}, {"en": "To tell"})))
    outputs = (Multilingual.of({"en": "An atlas"}),)
    with_project(engine, replace(DELTA, aims=aims, outputs=outputs))
    tree = page(client, "/ru/projects/delta")
    assert texts(tree, "//section[@aria-labelledby='aims']//li") == ["Измерить", "To tell"]
    assert tree.xpath("//section[@aria-labelledby='aims']//li/span/@lang")[-1] == "en"
    assert texts(tree, "//section[@aria-labelledby='outputs']//p") == ["An atlas"]


def test_a_member_with_a_file_leads_to_the_page_about_the_person(
    client: FlaskClient, engine: SearchEngine
) -> None:
    people = People((Person("omarova", {"en": ("Omarova, Aigerim",), "ru": ("Омарова, Айгерим",)}),))
    members = (Member("A. Omarova", person="omarova"), Member("P. Lindqvist", person="nobody"))
    with_project(engine, replace(DELTA, members=members), people)
    told = page(client, "/ru/projects/delta").xpath("//ul[contains(@class, 'members')]/li")
    assert [words(each) for each in told] == ["Айгерим Омарова", "P. Lindqvist"]
    assert [each.xpath("a/@href") for each in told] == [["/ru/people/omarova"], []]


def test_every_publication_of_a_project_is_on_one_of_its_pages(
    client: FlaskClient, engine: SearchEngine
) -> None:
    keys = {f"report{number}" for number in range(ON_PAGE + 1)}
    title = Multilingual.of({"en": "A report"})
    fill(engine, tuple(Record(key, RecordType.REPORT, title, projects=("delta",)) for key in keys))
    first = page(client, "/projects/delta")
    (following,) = first.xpath("//nav[@class='pager']//a[@rel='next']/@href")
    second = page(client, following)
    shown = [tree.xpath("//main//article//h3/a/@href") for tree in (first, second)]
    assert [len(links) for links in shown] == [ON_PAGE, 1]
    assert {link.rpartition("/")[2] for links in shown for link in links} == keys
    assert second.xpath("//link[@rel='canonical']/@href")[0].endswith("/projects/delta?page=2")


def test_a_project_has_no_page_beyond_its_last(client: FlaskClient) -> None:
    assert client.get("/projects/delta?page=2").status_code == 404


def test_all_publications_of_a_project_can_be_taken_along(client: FlaskClient) -> None:
    links = page(client, "/projects/delta").xpath("//details[@class='menu formats']//a/@href")
    bibtex, *_ = (link for link in links if link.startswith("/search.bib?"))
    assert client.get(bibtex).text.startswith("@article{omarova2021,")


def test_projects_stand_with_the_number_of_their_publications(client: FlaskClient) -> None:
    first, second = page(client, "/projects").xpath("//main//article/p[@class='facts']")
    assert words(first).endswith("1 publication")
    assert "publication" not in words(second)
