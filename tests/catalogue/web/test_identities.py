"""People and venues that have files, as pages count and name them."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from catalogue.model import Person
from catalogue.people import People
from catalogue.venues import Venue, Venues
from index import SearchEngine
from tests.catalogue.web.library import RECORDS, SITE, fill
from tests.catalogue.web.pages import page, titles

TITLE = "Rice in the Ili delta: effects of CO2"
AIGERIM = Person(
    "aigerim",
    {"ru": ("Омарова, Айгерим",), "en": ("Omarova, Aigerim",)},
    ("Rahimova, Aigerim",),
    "0000-0002-1825-0097",
    aliases=("omarova",),
)
PER = Person("per", {"en": ("Lindqvist, Per",)})
DELTAS = Venue(
    "deltas", {"ru": ("Журнал дельт",), "en": ("Journal of Invented Deltas",)}, issns=("1234-5679",)
)


@pytest.fixture(autouse=True)
def files(engine: SearchEngine) -> None:
    fill(engine, RECORDS, replace(SITE, people=People((AIGERIM, PER)), venues=Venues((DELTAS,))))


@pytest.mark.parametrize(
    ("facet", "key", "today"),
    [
        ("author", "@aigerim", "@aigerim"),
        ("author", "@omarova", "@aigerim"),
        ("author", "0000-0002-1825-0097", "@aigerim"),
        ("author", "омарова, айгерим", "@aigerim"),
        ("author", "lindqvist, per", "@per"),
        ("venue", "1234-5679", "@deltas"),
        ("venue", "journal of invented deltas", "@deltas"),
    ],
)
def test_an_address_from_before_the_file_leads_to_what_has_it(
    client: FlaskClient, facet: str, key: str, today: str
) -> None:
    tree = page(client, f"/search?{urlencode({facet: key})}")
    assert titles(tree) == [TITLE]
    assert tree.xpath(f"//input[@name='{facet}'][@checked]/@value") == [today]


@pytest.mark.parametrize(
    ("facet", "key", "in_english", "in_russian"),
    [
        ("author", "@aigerim", "Omarova, Aigerim", "Омарова, Айгерим"),
        ("venue", "@deltas", "Journal of Invented Deltas", "Журнал дельт"),
    ],
)
def test_they_are_called_what_the_reader_calls_them(
    client: FlaskClient, facet: str, key: str, in_english: str, in_russian: str
) -> None:
    def label(address: str) -> str:
        (box,) = page(client, address).xpath(f"//input[@name='{facet}'][@value='{key}']")
        return str(box.getparent().xpath("string(span)"))

    assert (label("/search"), label("/ru/search")) == (in_english, in_russian)


def test_a_person_is_found_by_a_name_that_only_the_file_has(client: FlaskClient) -> None:
    assert titles(page(client, "/search?q=author:Rahimova")) == [TITLE]


def test_a_person_is_suggested_by_a_name_that_only_the_file_has(client: FlaskClient) -> None:
    answer = client.get("/suggest", query_string={"q": "rahimova"}).json
    assert answer is not None
    assert [(own["kind"], own["label"]) for own in answer["suggestions"]] == [("author", "Omarova, Aigerim")]
