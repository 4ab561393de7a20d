"""All values of a facet, to choose among."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from lxml import html

from catalogue.model import Contributor, Keyword, Name, Text
from index import SearchEngine
from tests.catalogue.web.library import MANY, RECORDS, RICE, fill
from tests.catalogue.web.pages import page, texts, words


def choices(tree: html.HtmlElement) -> list[str]:
    """The values as they are seen: name and number."""
    boxes = tree.xpath("//fieldset//label[input[@type='checkbox']]")
    return [f"{words(each.find('span'))} {each.findtext('small')}" for each in boxes]


def hidden(tree: html.HtmlElement) -> list[tuple[str, str]]:
    fields = tree.xpath("//form[@class='choosing']//input[@type='hidden']")
    return [(str(each.get("name")), str(each.get("value"))) for each in fields]


def test_values_stand_with_their_counts_and_what_is_not_stated_last(client: FlaskClient) -> None:
    assert choices(page(client, "/search/facets/language")) == ["English 1", "not stated 32"]


def test_a_box_is_heard_with_what_its_number_counts(client: FlaskClient) -> None:
    heard = texts(page(client, "/search/facets/language"), "//fieldset//label")
    assert heard == ["English 1 publication", "not stated 32 publications"]


def test_names_stand_in_the_letters_of_the_reader(client: FlaskClient) -> None:
    assert "Омарова, Айгерим 1" in choices(page(client, "/ru/search/facets/author"))
    assert "Omarova, Aigerim 1" in choices(page(client, "/en/search/facets/author"))


def test_the_form_keeps_the_search_and_its_other_filters(client: FlaskClient) -> None:
    tree = page(
        client, "/search/facets/author?q=delta&type=article&author=lindqvist%2C+per&sort=title&page=2"
    )
    assert hidden(tree) == [("q", "delta"), ("type", "article"), ("sort", "title")]


def test_values_that_are_chosen_come_first_and_are_checked(client: FlaskClient) -> None:
    tree = page(client, "/search/facets/type?type=thesis")
    first = tree.xpath("//fieldset//input")[0]
    assert (first.get("value"), first.get("checked") is not None) == ("thesis", True)
    assert len(tree.xpath("//fieldset//input[@checked]")) == 1


def test_of_a_range_of_years_those_that_some_publication_has_are_checked(client: FlaskClient) -> None:
    tree = page(client, "/search/facets/year?year=2005..2100")
    assert tree.xpath("//fieldset//input[@checked]/@value") == [
        "2005",
        "2006",
        "2007",
        "2008",
        "2009",
        "2010",
        "2019",
        "2021",
    ]


def test_a_facet_is_counted_without_its_own_filter(client: FlaskClient) -> None:
    tree = page(client, "/search/facets/type?type=thesis")
    assert choices(tree) == ["thesis 1", f"report {len(MANY)}", "article 1", "other 1"]


def test_other_filters_count(client: FlaskClient) -> None:
    assert choices(page(client, "/search/facets/type?year=2021..")) == ["article 1"]


@pytest.mark.parametrize("within", ["omar", "OMAROVA a", "aig"])
def test_names_are_found_by_the_beginnings_of_their_words(client: FlaskClient, within: str) -> None:
    assert choices(page(client, f"/search/facets/author?within={within}")) == ["Omarova, Aigerim 1"]


def test_words_of_the_pages_are_found_as_pages_name_them(client: FlaskClient) -> None:
    assert choices(page(client, "/search/facets/project?within=asia")) == ["Deltas of Asia 1"]
    assert choices(page(client, "/search/facets/has?within=without")) == ["without an abstract 31"]


def test_it_is_said_where_no_value_begins_so(client: FlaskClient) -> None:
    assert "No other value begins so." in words(page(client, "/search/facets/author?within=zzz"))


def test_values_are_read_in_order_page_by_page(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("catalogue.web.facets._MOST", 12)
    address, found = "/search/facets/year?by=name", []
    for _ in range(3):
        tree = page(client, address)
        found += tree.xpath("//fieldset//input/@value")
        after = tree.xpath("//button[@name='after']/@value")
        address = f"/search/facets/year?after={after[0]}" if after else ""
    assert address == ""
    years = [key for key in found if key != "-"]
    assert years == sorted(years)
    assert len(found) == len(set(found)) == len({*MANY, "2019", "2021", "not stated"})


def fill_with_people(engine: SearchEngine) -> None:
    people = [("Zola", "0000-0002-1825-0097"), ("Ådahl", ""), ("Bo", "0000-0001-5109-3700")]
    authors = tuple(Contributor(Name(family), orcid=orcid) for family, orcid in people)
    fill(engine, (replace(RICE, contributors=authors), replace(RECORDS[1], contributors=())))


def test_names_stand_in_the_alphabet_whatever_their_keys_are(
    client: FlaskClient, engine: SearchEngine
) -> None:
    fill_with_people(engine)
    shown = ["Ådahl 1", "Bo 1", "Zola 1", "not stated 1"]
    assert choices(page(client, "/search/facets/author?by=name")) == shown
    assert choices(page(client, "/search/facets/author?after=0000-0001-5109-3700")) == shown[2:]


def test_very_many_values_stand_in_the_order_of_their_keys(
    client: FlaskClient, engine: SearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_with_people(engine)
    monkeypatch.setattr("catalogue.web.facets.MOST_READ", 1)
    shown = choices(page(client, "/search/facets/author?after=0000-0001-5109-3700"))
    assert shown == ["Zola 1", "Ådahl 1"]


def test_a_value_that_is_chosen_and_found_nowhere_keeps_its_name(client: FlaskClient) -> None:
    tree = page(client, "/search/facets/author?type=thesis&author=0000-0002-1825-0097")
    assert choices(tree)[0] == "Omarova, Aigerim 0"


def test_the_rest_of_a_short_result_counts_as_it_does_on_the_page_of_results(client: FlaskClient) -> None:
    shown = choices(page(client, "/search?q=rice+nothingness"))
    assert "article 1" in shown
    assert choices(page(client, "/search/facets/type?q=rice+nothingness")) == ["article 1"]
    assert choices(page(client, "/search/facets/type?q=rice+nothingness&by=name")) == ["article 1"]


@pytest.mark.parametrize(
    "arguments",
    [
        "within=%00%FF",
        "within=" + "a+" * 3000,
        "within=***",
        "after=%00",
        "after=%F4%8F%BF%BF",
        "by=x&after=",
    ],
)
@pytest.mark.parametrize("facet", ["author", "type", "year"])
def test_any_argument_is_answered(client: FlaskClient, facet: str, arguments: str) -> None:
    assert client.get(f"/search/facets/{facet}?{arguments}").status_code == 200


def test_a_facet_that_is_not_there_is_nowhere(client: FlaskClient) -> None:
    assert client.get("/search/facets/title").status_code == 404


def test_a_page_of_values_is_not_for_search_engines(client: FlaskClient) -> None:
    tree = page(client, "/search/facets/author")
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex, nofollow"]


def test_a_search_leads_to_the_values_it_has_no_room_for_and_they_lead_back(
    client: FlaskClient, engine: SearchEngine
) -> None:
    words = tuple(Keyword(Text(f"word{number}")) for number in range(11))
    fill(engine, (replace(RICE, keywords=words), *RECORDS[1:]))
    (link,) = page(client, "/search?q=rice&page=1").xpath("//fieldset/p[@class='more']/a/@href")
    assert link == "/search/facets/keyword?q=rice"
    tree = page(client, link)
    assert len(choices(tree)) == len(words)
    assert tree.xpath("//p[@class='kind']/a/@href") == ["/search?q=rice"]


def test_where_no_value_begins_so_the_field_says_it(client: FlaskClient) -> None:
    tree = page(client, "/search/facets/author?within=xyzzy")
    (field,) = tree.xpath("//input[@name='within']")
    told = tree.get_element_by_id(field.get("aria-describedby"))
    assert (field.value, words(told)) == ("xyzzy", "No other value begins so.")
