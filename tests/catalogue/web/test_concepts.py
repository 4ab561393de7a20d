"""What pages say of concepts."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from catalogue.concepts import Concept, Concepts
from catalogue.model import Keyword, Text
from index import SearchEngine
from tests.catalogue.web.library import RECORDS, SITE, fill
from tests.catalogue.web.library import RICE as ARTICLE
from tests.catalogue.web.pages import page, texts, titles

RICE = Concept("rice", {"en": ("rice", "paddy"), "ru": ("рис",), "kk": ("күріш",)})
WATERING = Concept("watering", {"en": ("irrigation",), "ru": ("орошение",)})
ALSO = "//*[@class='also']"


@pytest.fixture(autouse=True)
def concepts(engine: SearchEngine) -> None:
    fill(engine, RECORDS, replace(SITE, concepts=Concepts((RICE, WATERING))))


def test_what_was_searched_besides_is_told_in_its_languages(client: FlaskClient) -> None:
    tree = page(client, "/search?q=paddy")
    assert texts(tree, f"{ALSO}//li") == ["rice, рис, күріш × (search only for what I typed)"]
    assert tree.xpath(f"{ALSO}//li//span/@lang") == ["en", "ru", "kk"]
    assert titles(tree) == ["Rice in the Ili delta: effects of CO2"]


def test_a_link_takes_it_away_and_another_back(client: FlaskClient) -> None:
    (away,) = page(client, "/search?q=paddy&page=1").xpath(f"{ALSO}//a/@href")
    assert away == "/search?q=paddy&narrow=rice"
    tree = page(client, away)
    assert titles(tree) == []
    assert texts(tree, ALSO) == ["Not searched, as you chose: rice, рис, күріш. Search for them, too"]
    assert tree.xpath(f"{ALSO}//a/@href") == ["/search?q=paddy"]


def test_a_concept_that_the_search_does_not_name_is_not_told_of(client: FlaskClient) -> None:
    assert page(client, "/search?q=survey&narrow=rice").xpath(ALSO) == []


def test_a_keyword_is_called_what_the_reader_calls_it(client: FlaskClient) -> None:
    def labels(address: str) -> list[str]:
        boxes = page(client, address).xpath("//input[@name='keyword']")
        return sorted(
            box.getparent().xpath("string(span)") for box in boxes if box.get("value") in ("rice", "watering")
        )

    assert labels("/search") == ["irrigation", "rice"]
    assert labels("/ru/search") == ["орошение", "рис"]


def test_a_keyword_of_a_record_leads_to_all_with_its_concept(client: FlaskClient) -> None:
    tree = page(client, "/publications/omarova2021")
    assert tree.xpath("//section[@class='keywords']//a/@href") == [
        "/keywords/watering",
        "/keywords/rice",
    ]


def test_an_address_from_before_the_concept_leads_to_it(client: FlaskClient) -> None:
    tree = page(client, "/search?keyword=irrigation")
    assert titles(tree) == ["Rice in the Ili delta: effects of CO2"]
    assert tree.xpath("//input[@name='keyword'][@checked]/@value") == ["watering"]


def test_exports_and_citations_take_what_the_page_shows(client: FlaskClient) -> None:
    assert "omarova2021" in client.get("/search.bib?q=paddy").get_data(as_text=True)
    assert "omarova2021" not in client.get("/search.bib?q=paddy&narrow=rice").get_data(as_text=True)


def test_a_label_that_is_no_keyword_is_suggested_and_leads_to_a_search_for_it(
    engine: SearchEngine, client: FlaskClient
) -> None:
    delta = Concept("delta", {"en": ("delta",), "kk": ("атырау",)})
    fill(engine, RECORDS, replace(SITE, concepts=Concepts((RICE, delta))))
    answer = client.get("/ru/suggest", query_string={"q": "атыр"}).json
    assert answer is not None
    (label,) = (entry for entry in answer["suggestions"] if entry["kind"] == "concept")
    assert (label["label"], label["language"]) == ("атырау", "kk")
    found = titles(page(client, label["url"]))
    assert len(found) == label["count"]
    assert "Рис в дельте Или" in found


def _keywords(client: FlaskClient, language: str) -> list[list[str]]:
    """The keywords of a publication as its page lists them, list by list."""
    lists = page(client, f"/{language}/publications/omarova2021").xpath("//section[@class='keywords']//ul")
    return [texts(each, "li") for each in lists]


def test_keywords_stand_on_a_page_as_they_were_printed_in_the_readers_language(client: FlaskClient) -> None:
    assert _keywords(client, "ru") == [["рис"], ["irrigation"]]


def test_where_a_publication_has_none_in_it_concepts_are_called_as_the_reader_calls_them(
    engine: SearchEngine, client: FlaskClient
) -> None:
    keywords = tuple(Keyword(Text(word), "en") for word in ("paddy", "rice", "delta"))
    fill(engine, (replace(ARTICLE, keywords=keywords),), replace(SITE, concepts=Concepts((RICE,))))
    assert _keywords(client, "ru") == [["рис", "delta"], ["paddy", "rice", "delta"]]
    assert _keywords(client, "en") == [["paddy", "rice", "delta"]]
    tree = page(client, "/ru/publications/omarova2021")
    assert tree.xpath("//section[@class='keywords']/ul//a/@lang") == ["en"]
    assert tree.xpath("//section[@class='keywords']/ul/@lang") == ["ru"]
