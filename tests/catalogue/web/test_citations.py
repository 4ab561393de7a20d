"""Citations on pages: chosen by the address, remembered, and a sentence where there are none."""

import pytest
from flask.testing import FlaskClient
from lxml import html

from catalogue.citations import BrokenStyle, RendererBusy, RendererUnavailable
from tests.catalogue.web.library import MANY
from tests.catalogue.web.pages import page, parsed, texts, words
from tests.catalogue.web.renderer import ToldRenderer

RICE = "/publications/omarova2021"
CITATION = "//p[@id='citation']"
NOTICE = "//*[@id='citing']//p[@class='notice']"


def citation(client: FlaskClient, address: str) -> str:
    (text,) = texts(page(client, address), CITATION)
    return text


def test_a_page_cites_in_the_style_of_the_house(client: FlaskClient) -> None:
    assert citation(client, RICE).startswith("gost-r-7-0-5-2008-numeric in en-US")


def test_a_citation_is_read_in_the_language_of_its_publication(client: FlaskClient) -> None:
    tree = page(client, "/kk/list?key=omarova2021&key=conf/x:1%3Fa%3Db%23c")
    assert tree.xpath("//p[@class='citation']/@lang") == ["en", ""]


def test_an_address_names_a_style_and_the_language_of_its_terms(client: FlaskClient) -> None:
    assert citation(client, f"{RICE}?style=apa&terms=ru").startswith("apa in ru-RU")


def test_a_style_beyond_the_favourites_can_be_named(client: FlaskClient) -> None:
    assert citation(client, f"{RICE}?style=apa&other=nature").startswith("nature in")


def test_the_form_shows_what_was_chosen(client: FlaskClient) -> None:
    tree = page(client, f"{RICE}?style=ieee&terms=kk&letters=bsi")
    chosen = tree.xpath("//form[@class='picker']//option[@selected]/@value")
    assert chosen == ["ieee", "kk", "bsi"]


def test_every_favourite_style_is_offered(client: FlaskClient) -> None:
    offered = texts(page(client, RICE), "//select[@name='style']/option")
    assert {"ГОСТ 7.1–2003", "APA 7", "Vancouver"} <= set(offered)


def test_a_choice_is_remembered_on_the_next_page(client: FlaskClient) -> None:
    client.get(f"{RICE}?style=apa&terms=ru")
    assert citation(client, "/publications/reeds.bib").startswith("apa in ru-RU")


def test_a_citation_that_fails_is_not_remembered(client: FlaskClient) -> None:
    response = client.get(f"{RICE}?style=no-such-style")
    assert "Set-Cookie" not in response.headers


def test_a_broken_cookie_counts_for_nothing(client: FlaskClient) -> None:
    client.set_cookie("citation", "%%style=&&&\x7f")
    assert citation(client, RICE).startswith("gost-r")


def test_another_choice_is_another_page(client: FlaskClient) -> None:
    before = client.get(f"/en{RICE}").headers["ETag"]
    client.get(f"{RICE}?style=apa")
    assert client.get(f"/en{RICE}", headers={"If-None-Match": before}).status_code == 200


def test_a_citation_has_its_italics_and_its_address_as_a_link(client: FlaskClient) -> None:
    tree = page(client, RICE)
    assert texts(tree, f"{CITATION}/i") == ["gost-r-7-0-5-2008-numeric"]
    assert tree.xpath(f"{CITATION}/a/@href") == ["https://doi.org/10.99999/delta.7"]


def test_without_a_renderer_a_page_says_so_and_is_not_kept(
    client: FlaskClient, renderer: ToldRenderer
) -> None:
    renderer.failure = RendererUnavailable()
    response = client.get(RICE)
    assert response.status_code == 200
    assert "Finished citations are not available at the moment" in response.text
    assert (response.headers["Cache-Control"], "ETag" in response.headers) == ("no-store", False)


@pytest.fixture(params=[RICE, "/list", "/cite"])
def citing(request: pytest.FixtureRequest) -> str:
    """The address of each page with a form of citations, as far as its style."""
    return {"/list": "/list?key=omarova2021&", "/cite": "/cite?q=rice&"}.get(request.param, f"{RICE}?")


def complaints(tree: html.HtmlElement) -> dict[str, str]:
    """What is said of each field that is marked as wrong, by its name."""
    return {
        field.get("name"): words(tree.get_element_by_id(field.get("aria-describedby")))
        for field in tree.xpath("//main//*[@aria-invalid='true']")
    }


def test_an_unknown_style_is_told_at_the_field_that_asked_for_it(client: FlaskClient, citing: str) -> None:
    tree = page(client, f"{citing}style=apa&other=no-such-style")
    assert complaints(tree) == {
        "other": "There is no citation style named “no-such-style”. Similar names: apa, nature. Correct the"
        " name, or empty this field to use the style chosen above."
    }


def test_who_names_an_unknown_style_finds_the_form_as_it_was(client: FlaskClient, citing: str) -> None:
    tree = page(client, f"{citing}style=apa&other=no-such-style&terms=kk&letters=bsi")
    field = tree.get_element_by_id("cite-other")
    assert (field.value, "open" in field.getparent().attrib) == ("no-such-style", True)
    chosen = tree.xpath("//form[@class='picker']//option[@selected]/@value")
    assert chosen == ["apa", "kk", "bsi"]


def test_an_unknown_style_of_an_address_stands_where_it_can_be_corrected(client: FlaskClient) -> None:
    tree = page(client, f"{RICE}?style=no-such-style")
    assert tree.get_element_by_id("cite-other").value == "no-such-style"
    assert "no-such-style" not in tree.xpath("//select[@name='style']/option/@value")


def test_a_faulty_style_is_told_where_it_was_chosen(
    client: FlaskClient, citing: str, renderer: ToldRenderer
) -> None:
    renderer.failure = BrokenStyle("apa", "it never ends")
    tree = page(client, f"{citing}style=apa")
    assert complaints(tree) == {"style": "The citation style “apa” is faulty; choose another."}


def test_an_unknown_romanisation_is_told_where_others_are_offered(client: FlaskClient, citing: str) -> None:
    tree = page(client, f"{citing}style=apa&letters=runes")
    assert complaints(tree) == {"letters": "There is no romanisation named “runes”. Choose one of the list."}


def test_a_form_without_fault_has_no_field_marked(client: FlaskClient, citing: str) -> None:
    tree = page(client, f"{citing}style=apa&other=nature")
    assert (complaints(tree), tree.get_element_by_id("cite-other").value) == ({}, "")


def test_what_is_no_fault_of_the_form_is_told_beside_the_result(
    client: FlaskClient, citing: str, renderer: ToldRenderer
) -> None:
    renderer.failure = RendererBusy(7)
    tree = page(client, f"{citing}style=apa")
    assert (complaints(tree), texts(tree, NOTICE)) == (
        {},
        ["Too much is asked for at the moment. Try again in 7 s."],
    )


def test_files_beside_a_form_that_was_filled_in_wrongly_can_be_had(client: FlaskClient) -> None:
    tree = page(client, "/list?key=omarova2021&style=apa&other=no-such-style")
    assert client.get(tree.xpath("//main//a[.='RTF']/@href")[0]).status_code == 200


def test_a_name_that_is_none_reaches_no_file(client: FlaskClient, renderer: ToldRenderer) -> None:
    client.get(f"{RICE}?style=../../etc/passwd&terms=<b>&letters=;")
    assert {(job.style, job.locale) for job in renderer.asked} == {("../../etc/passwd", "en-US")}


def test_the_files_beside_a_citation_hold_it(client: FlaskClient) -> None:
    tree = page(client, f"{RICE}?style=apa&terms=ru")
    address = tree.xpath("//div[@id='citing']//a[.='plain text']/@href")[0]
    assert client.get(address).text.startswith("apa in ru-RU")


def test_a_file_of_citations_is_refused_while_nothing_renders(
    client: FlaskClient, renderer: ToldRenderer
) -> None:
    renderer.failure = RendererBusy(7)
    response = client.get(f"{RICE}.txt?style=apa")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "7")
    # The catalogue itself is there, and so is what the page says to do.
    assert texts(parsed(response), "//h1") == ["This is not available at the moment"]
    assert "Try again in 7 s." in response.text


def test_a_file_in_a_style_that_is_none_is_a_mistake(client: FlaskClient) -> None:
    response = client.get(f"{RICE}.rtf?style=no-such-style")
    assert (response.status_code, "There is no citation style" in response.text) == (400, True)


def test_a_search_can_be_cited(client: FlaskClient) -> None:
    tree = page(client, "/cite?q=survey&type=report&sort=oldest&style=apa")
    assert texts(tree, "//ol[@id='references']//p[@class='citation']")[0].endswith("part 1.")
    assert len(tree.xpath("//ol[@id='references']/li")) == len(MANY)


def test_a_cited_search_keeps_its_words_when_the_style_changes(client: FlaskClient) -> None:
    tree = page(client, "/cite?q=survey&type=report")
    hidden = tree.xpath("//form[@class='picker']/input[@type='hidden']")
    assert [(each.get("name"), each.get("value")) for each in hidden] == [("q", "survey"), ("type", "report")]


def test_a_result_leads_to_its_citations(client: FlaskClient) -> None:
    (address,) = page(client, "/search?q=survey").xpath("//a[.='Cite these']/@href")
    assert address == "/cite?q=survey"


@pytest.mark.parametrize("address", ["/cite?q=rice", "/list?key=omarova2021"])
def test_lists_of_citations_are_no_pages_for_search_engines(client: FlaskClient, address: str) -> None:
    assert page(client, address).xpath("//meta[@name='robots']/@content") == ["noindex, nofollow"]


def test_a_search_without_a_renderer_still_lists(client: FlaskClient, renderer: ToldRenderer) -> None:
    renderer.failure = RendererUnavailable()
    tree = page(client, "/cite?q=rice")
    assert "Rice in the Ili delta" in words(tree.get_element_by_id("references"))


def test_a_search_that_finds_nothing_has_nothing_to_cite(client: FlaskClient) -> None:
    tree = page(client, "/cite?q=xyzzy")
    assert texts(tree, "//main/p") == ["Nothing was found"]
    assert tree.xpath("//form[@class='picker']") == []
