"""A list of picked publications is its address: shown, ordered, shared and exported by it."""

import codecs

from flask.testing import FlaskClient
from lxml import html
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from catalogue.exports import formats
from catalogue.web.lists import MOST_KEYS, moved_up, without_key
from tests.catalogue.web.pages import page, parsed, texts

BOTH = "/list?key=reeds.bib&key=omarova2021"


def listed(tree: html.HtmlElement) -> list[str]:
    """The keys of the publications in a list."""
    return [link.rpartition("/")[2] for link in tree.xpath("//ol[@id='references']//a[.='Open']/@href")]


def press(client: FlaskClient, button: str) -> html.HtmlElement:
    """The page that a button of the list leads to, sent with its form as browsers do."""
    tree = page(client, BOTH)
    pressed = tree.xpath(f"//button[@form='listed'][.='{button}']")[0]
    fields = [*tree.get_element_by_id("listed").form_values(), (pressed.get("name"), pressed.get("value"))]
    return parsed(client.get("/list", query_string=MultiDict(fields), follow_redirects=True))


def test_a_list_stands_in_the_order_of_its_address(client: FlaskClient) -> None:
    assert listed(page(client, BOTH)) == ["reeds.bib", "omarova2021"]


def test_a_list_names_what_is_not_there(client: FlaskClient) -> None:
    tree = page(client, "/list?key=nobody&key=gone2020&key=omarova2021")
    assert texts(tree, "//p[@class='notice']") == [
        "There is no publication “nobody” here.",
        "There is no publication “gone2020” here. It was removed: published twice",
    ]


def test_a_list_that_is_too_long_says_how_much_is_left_out(client: FlaskClient) -> None:
    keys = ["omarova2021", *(f"nobody{number}" for number in range(MOST_KEYS))]
    tree = parsed(client.post("/list", data={"key": keys}))
    assert texts(tree, "//p[@class='notice']")[-1] == (
        f"A list holds at most {MOST_KEYS} publications: 1 more was left out."
    )


def test_an_old_key_leads_to_its_publication_once(client: FlaskClient) -> None:
    assert listed(page(client, "/list?key=omarova-old&key=omarova2021")) == ["omarova2021"]


def test_a_publication_can_be_taken_out(client: FlaskClient) -> None:
    assert listed(press(client, "Remove")) == ["omarova2021"]


def test_a_publication_can_be_moved_up(client: FlaskClient) -> None:
    assert listed(press(client, "Move up")) == ["omarova2021", "reeds.bib"]


def test_a_list_can_be_sorted_by_what_its_citations_say(client: FlaskClient) -> None:
    assert listed(press(client, "Sort by name")) == ["reeds.bib", "omarova2021"]


def test_a_list_can_be_emptied(client: FlaskClient) -> None:
    assert listed(press(client, "Empty the list")) == []


def test_an_edited_list_is_its_address_again(client: FlaskClient) -> None:
    answer = client.get("/ru" + BOTH + "&up=omarova2021")
    assert (answer.status_code, answer.location) == (302, "/ru/list?key=omarova2021&key=reeds.bib")


def test_an_edit_of_what_is_not_in_a_list_changes_nothing(client: FlaskClient) -> None:
    assert client.get(BOTH + "&up=survey1").location == client.get(BOTH + "&without=survey1").location == BOTH


def exported(client: FlaskClient, button: html.HtmlElement) -> TestResponse:
    """What a button of the menu of formats sends for, as browsers do."""
    tree = page(client, BOTH)
    named = [(button.get("name"), button.get("value"))] if button.get("name") else []
    fields = MultiDict([*tree.get_element_by_id("listed").form_values(), *named])
    return client.get(button.get("formaction").partition("?")[0], query_string=fields, buffered=True)


def test_every_export_of_a_list_answers_with_its_records(client: FlaskClient) -> None:
    buttons = page(client, BOTH).xpath("//details[@class='menu formats']//button")
    answers = [exported(client, button) for button in buttons]
    assert {answer.status_code for answer in answers} == {200}
    assert {own.media_type.partition(";")[0] for own in formats()} == {each.mimetype for each in answers}
    assert answers[0].text.count("\n@") + 1 == 2


def test_a_spreadsheet_is_sent_as_excel_reads_it(client: FlaskClient) -> None:
    tree = page(client, BOTH)
    [button] = tree.xpath("//details[@class='menu formats']//button[.='CSV']")
    assert exported(client, button).data.startswith(codecs.BOM_UTF8)
    posted = client.post(button.get("formaction"), data={"key": ["reeds.bib", "omarova2021"]})
    assert posted.data.startswith(codecs.BOM_UTF8)


def test_a_page_grows_by_a_few_addresses_for_each_key_of_a_list(client: FlaskClient) -> None:
    tree = parsed(client.get("/list?key=omarova2021&key=nobody"))
    holding = [each for each in tree.xpath("//main//@href") if "key=" in each]
    assert len(holding) < len(formats()) / 3


def test_a_list_too_long_for_an_address_comes_as_a_form(client: FlaskClient) -> None:
    keys = {"key": ["reeds.bib", "omarova2021"]}
    assert client.post("/list", data=keys).status_code == 200
    assert client.post("/list.bib", data=keys).text.startswith("@phdthesis{reeds.bib,")


def test_a_list_that_came_as_a_form_leads_to_no_address_with_all_its_keys(client: FlaskClient) -> None:
    tree = parsed(client.post("/list", data={"key": ["reeds.bib", "omarova2021"]}))
    addresses = tree.xpath("//main//a/@href | //main//button/@formaction")
    assert [each for each in addresses if "key=" in each] == []
    assert tree.xpath("//main//form/@method") == ["post", "post"]


def test_a_list_that_came_as_a_form_is_edited_in_its_answer(client: FlaskClient) -> None:
    fields = {"key": ["reeds.bib", "omarova2021"], "without": "reeds.bib"}
    assert listed(parsed(client.post("/list", data=fields))) == ["omarova2021"]


def test_a_list_in_a_format_that_is_not_known_is_nowhere(client: FlaskClient) -> None:
    assert client.get("/list.exe?key=omarova2021").status_code == 404


def test_an_empty_list_says_how_to_fill_it(client: FlaskClient) -> None:
    assert "Nothing is picked yet" in client.get("/list").text


def test_a_result_can_be_picked_without_scripts(client: FlaskClient) -> None:
    tree = page(client, "/search?q=rice")
    boxes = tree.xpath("//input[@type='checkbox' and @form='pick']/@value")
    assert (boxes, tree.get_element_by_id("pick").get("action")) == (["omarova2021"], "/list")


def test_the_first_of_a_list_stays_first() -> None:
    assert moved_up(["a", "b"], "a") == ["a", "b"]


def test_a_list_without_a_key_keeps_the_others_in_order() -> None:
    assert without_key(["a", "b", "c"], "b") == ["a", "c"]
