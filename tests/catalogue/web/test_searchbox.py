import pytest
from flask.testing import FlaskClient

from tests.catalogue.web.pages import page, texts

BOX = "//form//input[@type='search'][@name='q']"


@pytest.mark.parametrize(
    ("address", "status"), [("/", 200), ("/search", 200), ("/news", 200), ("/nowhere", 404), ("/status", 200)]
)
def test_every_page_has_one_box_that_suggests_in_its_language(
    client: FlaskClient, address: str, status: int
) -> None:
    for prefix in ("", "/ru"):
        (box,) = page(client, prefix + address, status).xpath(BOX)
        assert box.get("data-suggest") == f"{prefix}/suggest"
        assert box.get("data-list")


def test_a_box_has_a_name_that_is_seen_or_said(client: FlaskClient) -> None:
    assert texts(page(client, "/"), "//label[@for='q']") == ["Search titles, abstracts, authors and keywords"]
    assert texts(page(client, "/nowhere", 404), "//label[@for='q']") == ["Search the publications"]
    (quick,) = page(client, "/news").xpath(BOX)
    assert quick.get("aria-label") == "Search the publications"


def test_a_box_holds_what_was_asked_as_text(client: FlaskClient) -> None:
    (box,) = page(client, '/search?q="><script>x</script>').xpath(BOX)
    assert box.value == '"><script>x</script>'


def test_without_scripts_nothing_is_a_combobox(client: FlaskClient) -> None:
    assert page(client, "/").xpath("//*[@role='combobox' or @role='listbox' or @aria-expanded]") == []


def test_help_has_the_table_of_the_sheet(client: FlaskClient) -> None:
    tree = page(client, "/search/help")
    on_sheet, in_help = (texts(tree, f"//{place}//dl[@class='keys']/div") for place in ("dialog", "main"))
    assert on_sheet == in_help != []
