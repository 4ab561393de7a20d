"""Every example of `/search/help` is run, against records that each is meant to find some of."""

from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from catalogue.aliases import ALIASES
from catalogue.documents import SEARCHED
from catalogue.model import (
    Contributor,
    Issued,
    Keyword,
    Multilingual,
    Name,
    PartialDate,
    Record,
    RecordType,
    Text,
)
from catalogue.web.examples import SECTIONS
from catalogue.web.help import field_names
from index import SearchEngine
from index.syntax import MAX_LENGTH, MAX_WORDS
from tests.catalogue.web.library import MANY, RECORDS, fill
from tests.catalogue.web.pages import page, texts, words

GENDER = Record(
    key="policy2025",
    type=RecordType.ARTICLE,
    title=Multilingual.of(
        {"en": "The gender aspect of migration policy", "kk": "Гендер және көші-қон саясаты"}
    ),
    abstract=Multilingual.of(
        {
            "en": "Migration: women find work and protection in the European Union and in Kazakhstan.",
            "ru": "Гендер и миграция",
        }
    ),
    keywords=(Keyword(Text("gender"), "en"),),
    contributors=(
        Contributor(Name("Омарова", "Айгерим")),
        Contributor(Name("Omarova", "A.")),
        Contributor(Name("Есімова", "Шолпан")),
    ),
    issued=Issued.parse("2021-03-07"),
    languages=("kk",),
    added=PartialDate(2024, 5, 31),
)
TEMPLATES = [example.typed for section in SECTIONS for example in section.examples]


@pytest.fixture
def reader(client: FlaskClient, engine: SearchEngine) -> FlaskClient:
    fill(engine, (GENDER, *RECORDS))
    return client


def links(client: FlaskClient) -> dict[str, str]:
    """What is typed in each example -> where its link leads."""
    return {words(link): link.get("href") for link in page(client, "/search/help").xpath("//dl//dt/a")}


def test_every_example_is_a_link_to_its_search(reader: FlaskClient) -> None:
    shown = links(reader)
    assert len(shown) == len(TEMPLATES)
    assert [parse_qs(urlsplit(address).query)["q"] for address in shown.values()] == [
        [typed] for typed in shown
    ]


@pytest.mark.parametrize("number", range(len(TEMPLATES)), ids=TEMPLATES)
def test_every_example_finds_something_without_a_notice(reader: FlaskClient, number: int) -> None:
    tree = page(reader, list(links(reader).values())[number])
    assert texts(tree, "//p[@class='notice'][not(@hidden)]") == []
    assert tree.xpath("//article[contains(@class,'entry')]")


def test_an_example_of_what_no_record_states_is_left_out(client: FlaskClient, engine: SearchEngine) -> None:
    fill(engine, MANY)
    shown = links(client)
    assert [typed for typed in shown if typed.startswith("year:")]
    assert [typed for typed in shown if typed.startswith(("author:", "doi:", "venue:"))] == []


def test_an_empty_catalogue_has_its_examples_too(client: FlaskClient, engine: SearchEngine) -> None:
    fill(engine, ())
    assert "migr*" in links(client)


def test_the_page_speaks_the_language_of_its_reader(client: FlaskClient) -> None:
    assert all(
        link.startswith("/ru/search?") for link in page(client, "/ru/search/help").xpath("//dl//dt/a/@href")
    )


def test_the_search_page_leads_there(client: FlaskClient) -> None:
    assert "/search/help" in page(client, "/search").xpath("//form//a/@href")


def test_every_field_that_can_be_asked_is_explained() -> None:
    explained = " ".join(TEMPLATES)
    single = {names[0] for names in field_names() if len(names) == 1}
    assert single == {field.name for field in SEARCHED} - {"exact"}
    assert [name for name in single if f"{name}:" not in explained] == []


def test_every_name_that_a_field_has_elsewhere_is_listed(client: FlaskClient) -> None:
    listed = set(texts(page(client, "/search/help"), "//dl[contains(@class,'names')]//code"))
    assert {alias.rstrip("(=") for alias, named in ALIASES.items() if named is not None} <= {
        name.rstrip("()=:").casefold() for name in listed
    }


def test_the_limits_are_those_of_the_parser(client: FlaskClient) -> None:
    limits = words(page(client, "/search/help").xpath("//section[@aria-labelledby='limits']/p")[0])
    assert str(MAX_LENGTH) in limits
    assert str(MAX_WORDS) in limits
