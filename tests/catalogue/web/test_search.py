from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from catalogue.model import Multilingual
from catalogue.settings import Settings
from index import SearchEngine
from tests.catalogue.web.library import MANY, RECORDS, RICE, SITE, fill
from tests.catalogue.web.pages import hrefs, page, texts, titles, words


def test_what_was_searched_for_is_marked_in_title_and_abstract(client: FlaskClient) -> None:
    tree = page(client, "/search?q=irrigation")
    assert texts(tree, "//p[@class='snippet']/mark") == ["Irrigation"]


def test_a_marked_title_keeps_its_own_marks(client: FlaskClient) -> None:
    title = page(client, "/search?q=rice").xpath("//article//h3")[0]
    assert (texts(title, ".//mark"), texts(title, ".//sub")) == (["Rice"], ["2"])


def test_a_cut_abstract_leads_to_the_whole_and_no_other_does(
    client: FlaskClient, engine: SearchEngine
) -> None:
    long = replace(RICE, key="long", abstract=Multilingual.of({"en": "Rice grows in water. " * 40}))
    fill(engine, (long, RICE, replace(RICE, key="none", abstract=Multilingual())))
    assert hrefs(page(client, "/search?q=rice&sort=title"), "//a[@class='whole']") == [
        "/publications/long?at=1&q=rice&sort=title#abstract"
    ]


def test_a_passage_in_another_language_leads_to_the_abstract_in_the_readers(client: FlaskClient) -> None:
    assert texts(page(client, "/en/search?q=орошение"), "//a[@class='whole']") == [
        "Abstract: Rice in the Ili delta: effects of CO2"
    ]
    assert texts(page(client, "/ru/search?q=орошение"), "//a[@class='whole']") == []


def test_a_snippet_carries_its_language(client: FlaskClient) -> None:
    assert page(client, "/search?q=орошение").xpath("//p[@class='snippet']/@lang") == ["ru"]


def test_the_total_is_said(client: FlaskClient) -> None:
    assert texts(page(client, "/search?type=report"), "//h2[@id='found']") == [
        f"{len(MANY)} publications page 1 of 3"
    ]


@pytest.mark.parametrize(("address", "kept"), [("/search", ""), ("/search?sort=oldest", "oldest")])
def test_the_next_search_keeps_an_order_only_if_it_was_chosen(
    client: FlaskClient, address: str, kept: str
) -> None:
    assert page(client, address).xpath("//select[@name='sort']/option[@selected]/@value") == [kept]


def test_the_title_of_a_later_page_tells_it_from_the_first(client: FlaskClient) -> None:
    shown = [texts(page(client, f"/search?q=survey&page={n}"), "//title") for n in (1, 2)]
    assert shown == [["survey · Shelf of Deltas"], ["survey, page 2 · Shelf of Deltas"]]


def test_the_pages_of_a_result_hold_all_of_it_once(client: FlaskClient) -> None:
    found = [title for n in (1, 2, 3) for title in titles(page(client, f"/search?type=report&page={n}"))]
    assert sorted(found) == sorted(record.title.entries[0][1].plain for record in MANY)


def test_a_page_keeps_the_search_in_the_addresses_of_its_neighbours(client: FlaskClient) -> None:
    tree = page(client, "/search?q=survey&type=report&sort=oldest&page=2")
    assert hrefs(tree, "//nav[@class='pager']//a[@rel='next']") == [
        "/search?q=survey&type=report&sort=oldest&page=3"
    ]


def test_a_page_behind_the_last_leads_back(client: FlaskClient) -> None:
    tree = page(client, "/search?type=report&page=9")
    assert hrefs(tree, "//div[@class='results']/div/p/a") == ["/search?type=report"]


@pytest.mark.parametrize(
    ("sort", "first"),
    [("oldest", "part 1"), ("newest", "part 30"), ("title", "part 1")],
)
def test_a_result_is_in_the_order_asked_for(client: FlaskClient, sort: str, first: str) -> None:
    assert titles(page(client, f"/search?type=report&sort={sort}"))[0].endswith(first)


@pytest.mark.parametrize(
    ("address", "chosen"),
    [("/search", ("", "10")), ("/search?size=50", ("50", "50")), ("/search?size=7", ("7", "7"))],
)
def test_how_many_results_a_page_shows_can_be_chosen(
    client: FlaskClient, address: str, chosen: tuple[str, str]
) -> None:
    (option,) = page(client, address).xpath("//select[@name='size']/option[@selected]")
    assert (option.get("value"), words(option)) == chosen


def test_an_empty_result_keeps_the_order_and_the_size_that_were_chosen(client: FlaskClient) -> None:
    tree = page(client, "/search?q=nothingness&sort=oldest&size=50")
    kept = tree.xpath("//input[@type='hidden'][@form='search']")
    assert [(each.get("name"), each.get("value")) for each in kept] == [("sort", "oldest"), ("size", "50")]


def test_what_could_not_be_read_is_said(client: FlaskClient) -> None:
    notices = texts(page(client, '/search?q="delta'), "//p[@class='notice']")
    assert notices == ["A quotation mark has no partner and was ignored."]


def test_an_empty_result_gives_advice(client: FlaskClient) -> None:
    assert "use fewer words" in words(page(client, "/search?q=nothingness+emptiness"))


def test_search_pages_are_not_for_search_engines(client: FlaskClient) -> None:
    assert page(client, "/search?q=delta").xpath("//meta[@name='robots']/@content") == ["noindex, follow"]


def test_filtered_searches_lead_search_engines_nowhere(client: FlaskClient) -> None:
    tree = page(client, "/search?q=survey&type=report&year=1990..2000")
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex, nofollow"]
    chosen = tree.xpath("//ul[@class='active']//a[contains(.,'remove this')] | //aside//a")
    assert {each.get("rel") for each in chosen} == {"nofollow"}


@pytest.mark.parametrize("address", ["/search?page=0", "/search?page=x", "/search?size=-1", "/search?sort=x"])
def test_arguments_that_mean_nothing_are_passed_over(client: FlaskClient, address: str) -> None:
    assert titles(page(client, address)) == titles(page(client, "/search"))


def test_no_address_makes_a_page_of_more_than_a_hundred(client: FlaskClient, engine: SearchEngine) -> None:
    fill(engine, tuple(replace(RICE, key=f"copy{number}") for number in range(150)))
    assert len(titles(page(client, "/search?size=1000"))) == 100


def test_a_whole_result_is_downloaded_however_many_pages_it_has(client: FlaskClient) -> None:
    response = client.get("/search.bib?type=report&page=2")
    assert all(f"{{{record.key}," in response.text for record in MANY)


@pytest.mark.parametrize(
    ("query", "count"), [("survey+7", len(MANY)), ("survey+7&sort=title", 1), ("survey+7&match=all", 1)]
)
def test_a_download_holds_as_many_as_the_page_says(client: FlaskClient, query: str, count: int) -> None:
    said = "Export this publication" if count == 1 else f"Export all {count}"
    assert texts(page(client, f"/search?q={query}"), "//div[@class='taking']/details/summary") == [said]
    assert client.get(f"/search.bib?q={query}").text.count("\n@") + 1 == count


def test_a_menu_of_formats_takes_the_search_along(client: FlaskClient) -> None:
    tree = page(client, "/search?q=survey+7&match=all")
    [table] = tree.xpath("//details[@class='menu formats']//a[.='CSV']/@href")
    assert table == "/search.csv?q=survey+7&match=all&flavour=excel"


def test_a_download_is_sent_while_it_is_written(app: Flask) -> None:
    with app.test_request_context("/search.bib"):
        assert app.full_dispatch_request().is_streamed


def test_a_download_finishes_on_the_generation_it_began_with(
    client: FlaskClient, engine: SearchEngine
) -> None:
    response = client.get("/search.bib?sort=title", buffered=False)
    fill(engine, RECORDS[:1])
    assert response.text.count("\n@") + 1 == len(RECORDS)


def test_the_downloads_offered_are_those_that_answer(client: FlaskClient) -> None:
    addresses = hrefs(page(client, "/search?q=rice"), "//div[@class='taking']//a")
    assert [client.get(address).status_code for address in addresses] == [200] * len(addresses)
    assert "/search.bib?q=rice" in addresses


def test_a_format_that_is_not_known_is_nowhere(client: FlaskClient) -> None:
    assert client.get("/search.exe?q=delta").status_code == 404


def test_a_shortened_address_leads_to_all_publications(client: FlaskClient) -> None:
    response = client.get("/publications")
    assert (response.status_code, response.location) == (301, "/search")


def test_where_no_publication_matches_all_words_the_best_are_shown_and_it_is_said_once(
    client: FlaskClient,
) -> None:
    tree = page(client, "/search?q=rice+nothingness")
    assert texts(tree, "//h2[@id='found']") == ["1 publication matches some of the words"]
    assert tree.xpath("//h3[@class='divider']") == []
    assert titles(tree) == ["Rice in the Ili delta: effects of CO2"]


def test_the_divider_stands_where_the_rest_begins(client: FlaskClient) -> None:
    tree = page(client, "/search?q=survey+7&size=5")
    assert texts(tree, "//h2[@id='found']") == [f"1 of {len(MANY)} publications match all words page 1 of 6"]
    (divider,) = tree.xpath("//h3[@class='divider']")
    assert words(divider) == "1 publication matches all words. The best of the rest:"
    assert [len(each) for each in tree.xpath("//ol[@class='entries']")] == [1, 4]
    assert divider.getnext().get("start") == "2"


@pytest.mark.parametrize(
    ("phrase", "heading", "divider"),
    [
        (
            "delta rice",
            f"{len(MANY) + 2} publications match some of the words",
            "No publication holds the words in quotation marks. The best of the rest:",
        ),
        (
            "ili delta",
            f"1 of {len(MANY) + 2} publications hold the words in quotation marks",
            "1 publication holds the words in quotation marks. The best of the rest:",
        ),
    ],
)
def test_a_divider_may_stand_behind_what_holds_the_phrases(
    client: FlaskClient, phrase: str, heading: str, divider: str
) -> None:
    tree = page(client, f'/search?q="{phrase}" survey rice mortar castles camels&size=50')
    assert texts(tree, "//h2[@id='found']") == [heading]
    assert texts(tree, "//h3[@class='divider']") == [divider]


def test_further_pages_of_the_rest_say_that_they_are(client: FlaskClient) -> None:
    tree = page(client, "/search?q=survey+7&size=5&page=2")
    (divider,) = tree.xpath("//h3[@class='divider']")
    assert divider.getnext().get("start") == "6"


def test_a_page_on_which_all_match_is_not_divided(client: FlaskClient) -> None:
    assert page(client, "/search?q=survey&size=5").xpath("//h3[@class='divider']") == []


def test_how_many_words_must_match_can_be_chosen_and_stays_in_the_form(client: FlaskClient) -> None:
    tree = page(client, "/search?q=survey+7&match=all")
    assert texts(tree, "//p[@class='matches']/strong") == ["all words"]
    assert hrefs(tree, "//p[@class='matches']/a") == ["/search?q=survey+7", "/search?q=survey+7&match=any"]
    assert tree.xpath("//input[@form='search'][@name='match']/@value") == ["all"]


@pytest.mark.parametrize(
    "text", ["survey", '"survey of wetlands"', "survey AND wetlands", "year:2000 title:survey"]
)
def test_where_no_words_stand_side_by_side_there_is_no_choice(client: FlaskClient, text: str) -> None:
    assert page(client, f"/search?q={text}").xpath("//p[@class='matches']") == []


def test_a_choice_that_has_no_effect_can_be_taken_back(client: FlaskClient) -> None:
    tree = page(client, "/search?q=survey&match=all")
    assert hrefs(tree, "//p[@class='matches']/a") == ["/search?q=survey", "/search?q=survey&match=any"]


OLD, NEW = "0123456789ab", "ba9876543210"


@pytest.fixture
def revised(client: FlaskClient, engine: SearchEngine) -> FlaskClient:
    """The library at a revision that has a name."""
    fill(engine, site=replace(SITE, revision=NEW))
    return client


def test_a_result_has_a_permanent_link_that_names_the_revision(
    revised: FlaskClient, settings: Settings
) -> None:
    links = hrefs(page(revised, "/ru/search?q=rice&page=1"), "//div[@class='taking']/a")
    assert links[-1] == f"{settings.base_url}/search?q=rice&revision={NEW}"


def test_a_permanent_link_says_that_the_data_has_changed_and_leads_on(revised: FlaskClient) -> None:
    tree = page(revised, f"/search?q=rice&revision={OLD}")
    (note,) = tree.xpath("//p[@class='notice']")
    assert "The data has changed since this link was made" in words(note)
    assert (OLD in words(note), NEW in words(note), "1 May 2024" in words(note)) == (True, True, True)
    assert hrefs(note, ".//a") == ["/search?q=rice"]


def test_a_permanent_link_says_that_the_data_is_the_same(revised: FlaskClient) -> None:
    assert texts(page(revised, f"/search?q=rice&revision={NEW}"), "//p[@class='notice']") == [
        f"The data has not changed since this link was made (revision {NEW})."
    ]


def test_data_without_a_revision_has_no_permanent_links(client: FlaskClient) -> None:
    assert not any("revision=" in link for link in hrefs(page(client, "/search?q=rice"), "//a"))
