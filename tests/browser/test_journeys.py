"""Search, filter, open, cite, list, change the language: by mouse and by keys alone; without scripts, too."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import Finger, Hand, Keys, Mouse
from tests.browser.library import RICH

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
RICE = "Rice in the Ili delta: effects of CO2"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("kind", [Mouse, Keys])
def test_a_reader_gets_from_the_first_page_to_a_list_of_citations(
    visit: Visit, kind: type[Hand], scripts: bool
) -> None:
    page = visit(viewport=DESK, java_script_enabled=scripts, reduced_motion="reduce")
    hand = kind(page)
    page.goto("/")
    hand.write(page.locator("#q"), "irrigation")
    expect(page.locator("#found")).to_have_text("1 publication")
    hand.tick(page.get_by_role("checkbox", name=re.compile("^article")))
    if not scripts:
        hand.press(page.get_by_role("button", name="Apply the filters"))
    expect(page).to_have_url(re.compile("type=article"))
    hand.press(page.get_by_role("link", name=RICE, exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text(RICE)
    hand.next_choice(page.locator("#cite-style"))
    if not scripts:
        hand.press(page.locator(".picker button[type=submit]"))
    expect(page).to_have_url(re.compile("style=gost-7-1-2003"))
    expect(page.locator("#citation")).to_contain_text(" – 2021. – Vol. 7")
    hand.tick(page.get_by_label(f"Pick for my list: {RICE}"))
    hand.press(page.locator("#pick").get_by_role("button"))
    expect(page.locator("#references li")).to_have_count(1)
    hand.press(page.get_by_role("link", name="Қазақша"))
    expect(page.locator("html")).to_have_attribute("lang", "kk")
    expect(page.locator("#references li")).to_have_count(1)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_who_reads_kazakh_on_a_phone_cites_in_russian_in_five_actions(visit: Visit, scripts: bool) -> None:
    page = visit(locale="kk-KZ", viewport=PHONE, has_touch=True, is_mobile=True, java_script_enabled=scripts)
    finger = Finger(page)
    page.goto("/")
    finger.write(page.locator("#q"), "бес санақтағы әдет-ғұрып")
    finger.press(page.get_by_role("link", name=RICH.titles(["kk"]), exact=True))
    expect(page.locator("#abstract")).to_contain_text("Жайылымдар әдет-ғұрып бойынша бөлінді")
    finger.choose(page.locator("#cite-terms"), "ru")
    if not scripts:
        finger.press(page.locator(".picker button[type=submit]"))
    expect(page.locator("#citation")).to_contain_text("С. 15–48")
    assert finger.actions <= 5


@pytest.fixture
def reader(visit: Callable[..., Page]) -> Page:
    """A reader at a desk whose browser runs no scripts, as none is needed."""
    return visit(viewport=DESK, java_script_enabled=False)


def test_a_search_from_home_leads_to_an_abstract(reader: Page) -> None:
    reader.goto("/")
    reader.get_by_label("Search titles, abstracts, authors and keywords").fill("irrigation")
    reader.get_by_role("button", name="Search").click()
    reader.get_by_role("link", name="Rice in the Ili delta").click()
    expect(reader.get_by_role("heading", name="Abstract")).to_be_visible()


def test_filters_apply_and_can_be_taken_away(reader: Page) -> None:
    reader.goto("/search")
    reader.get_by_label("thesis").check()
    reader.get_by_role("button", name="Apply the filters").click()
    expect(reader.get_by_role("heading", level=2, name="1 publication")).to_be_visible()
    reader.get_by_role("link", name="Type: thesis").click()
    expect(reader).not_to_have_url(re.compile("type="))


def test_years_are_filtered_by_a_range(reader: Page) -> None:
    reader.goto("/search?type=report")
    reader.get_by_label("From", exact=True).fill("1990")
    reader.get_by_label("to", exact=True).fill("1992")
    reader.get_by_role("button", name="Apply the filters").click()
    expect(reader.get_by_role("heading", level=2, name="3 publications")).to_be_visible()
    reader.get_by_text("Years as a table").click()
    reader.get_by_role("link", name="1991", exact=True).click()
    expect(reader).to_have_url(re.compile("year=1991"))


def test_values_of_a_facet_are_searched_and_chosen(reader: Page) -> None:
    reader.goto("/search/facets/author?q=rice")
    reader.get_by_label("Search among these values").fill("lind")
    reader.keyboard.press("Enter")
    reader.get_by_label("Lindqvist, Per").check()
    reader.get_by_label("Search among these values").fill("omar")
    reader.get_by_role("button", name="Find").click()
    reader.get_by_label("Omarova, Aigerim").check()
    expect(reader.get_by_label("Lindqvist, Per")).to_be_checked()
    reader.get_by_role("button", name="Show the publications").click()
    expect(reader.get_by_role("list", name="Active filters").get_by_role("link")).to_have_count(2)


def test_the_order_of_a_result_can_be_chosen(reader: Page) -> None:
    reader.goto("/search?type=report")
    reader.get_by_label("Sort by").select_option("oldest")
    reader.get_by_role("button", name="Search").click()
    first = reader.get_by_role("article").first.get_by_role("link")
    expect(first).to_have_text("Survey of wetlands, part 1")


def test_the_pages_of_a_result_can_be_turned(reader: Page) -> None:
    reader.goto("/search?type=report")
    reader.get_by_role("link", name="Next").click()
    expect(reader.get_by_role("navigation", name="Pages").get_by_role("link", name="2")).to_be_visible()
    expect(reader).to_have_url(re.compile("page=2"))


def test_another_language_is_one_step_away(reader: Page) -> None:
    reader.goto("/publications/omarova2021")
    reader.get_by_role("link", name="Русский").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Рис в дельте Или")


def test_the_keyboard_gets_past_the_head_of_a_page(reader: Page) -> None:
    reader.goto("/publications/omarova2021")
    reader.keyboard.press("Tab")
    skip = reader.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    reader.keyboard.press("Enter")
    expect(reader.locator("main:target")).to_have_count(1)
