"""What readers take along where scripts run: their list, also off line, and a publication's address."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

RICE = "Rice in the Ili delta: effects of CO2"
BOTH = ["reeds.bib", "omarova2021"]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
NEUTRAL = re.compile(r"^http://[^/]+/publications/omarova2021$")
"""No language, no result to go back to."""


@pytest.fixture
def mine(visit: Callable[..., Page]) -> Page:
    page = visit()
    page.goto("/")
    page.evaluate("keys => localStorage.setItem('catalogue-list', JSON.stringify(keys))", BOTH)
    page.goto("/list?key=reeds.bib&key=omarova2021")
    return page


@pytest.mark.parametrize("button", ["Remove", "Move up", "Empty the list", "Sort by name", "My list (2)"])
def test_off_line_the_page_stays_and_says_so(mine: Page, button: str) -> None:
    mine.context.set_offline(True)
    mine.get_by_role("button", name=button).first.click()
    expect(mine.get_by_role("alert")).to_contain_text("The site cannot be reached")
    expect(mine.locator("#references li")).to_have_count(2)
    expect(mine.locator("#picked")).to_have_text("(2)")
    mine.context.set_offline(False)
    expect(mine.get_by_role("alert")).to_be_hidden()


def test_words_to_search_by_are_kept_off_line(visit: Callable[..., Page]) -> None:
    page = visit()
    page.goto("/")
    page.context.set_offline(True)
    page.locator("#q").fill("rice")
    page.locator("#q").press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("#q")).to_have_value("rice")
    page.context.set_offline(False)
    page.locator("#q").press("Enter")
    expect(page.locator("#found")).to_be_visible()


def test_a_browser_that_is_mistaken_about_the_network_loses_nothing(visit: Callable[..., Page]) -> None:
    page = visit()
    page.add_init_script("Object.defineProperty(navigator, 'onLine', { value: false })")
    page.goto("/list?key=reeds.bib&key=omarova2021")
    page.get_by_role("button", name="Remove").first.click()
    expect(page.locator("#references li")).to_have_count(1)


def test_a_list_is_emptied(mine: Page) -> None:
    mine.get_by_role("button", name="Empty the list").click()
    expect(mine.get_by_text("Nothing is picked yet")).to_be_visible()
    expect(mine.locator("#picked")).to_be_empty()


def test_a_list_is_taken_in_a_format_and_stays(mine: Page) -> None:
    mine.get_by_text("Export all (2)").click()
    with mine.expect_request("**/list.csv?*") as asked:
        mine.get_by_role("button", name="CSV").click()
    assert asked.value.url.endswith("/list.csv?key=reeds.bib&key=omarova2021&flavour=excel")
    mine.goto("/")
    expect(mine.locator("#picked")).to_have_text("(2)")


def test_beside_a_tick_stands_the_way_to_the_list(visit: Callable[..., Page]) -> None:
    page = visit()
    page.goto("/search?q=rice")
    way = (
        page.locator(".entry").filter(has_text="Rice in the Ili delta").get_by_role("button", name="My list")
    )
    expect(way).to_be_hidden()
    page.get_by_label(f"Pick for my list: {RICE}").check()
    way.click()
    expect(page.locator("#references li")).to_have_count(1)


def test_a_publication_opened_from_a_result_is_shared_by_an_address_of_its_own(
    visit: Callable[..., Page],
) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/en/publications/omarova2021?at=1&q=rice")
    page.get_by_role("button", name="Share").click()
    expect(page.locator(".actions .copied")).to_have_text("The address was copied")
    assert NEUTRAL.match(page.evaluate("navigator.clipboard.readText()"))


def test_a_phone_shares_by_its_own_means(visit: Callable[..., Page]) -> None:
    page = visit(**PHONE)
    page.add_init_script("navigator.share = async ({ url }) => { document.body.dataset.shared = url; }")
    page.goto("/en/publications/omarova2021?at=1&q=rice")
    page.get_by_role("button", name="Share").tap()
    expect(page.locator("body")).to_have_attribute("data-shared", NEUTRAL)


def test_where_nothing_can_be_copied_the_address_itself_is_gone_to(visit: Callable[..., Page]) -> None:
    page = visit()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto("/en/publications/omarova2021?at=1&q=rice")
    page.get_by_role("button", name="Share").click()
    expect(page).to_have_url(NEUTRAL)


def test_where_each_choice_acts_by_itself_only_what_is_typed_has_a_button(visit: Callable[..., Page]) -> None:
    page = visit()
    page.goto("/publications/omarova2021")
    button = page.locator(".picker").get_by_role("button", name="Cite")
    expect(button).to_be_hidden()
    page.get_by_text("Another style").click()
    page.get_by_label("Name of a CSL style").fill("apa")
    button.click()
    expect(page.locator("#citation")).to_contain_text("(2021)")
