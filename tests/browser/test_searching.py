"""The search page as it is used: filtered, turned, drawn over and read, with scripts and without."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.catalogue.web.library import MANY

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
SURVEYS = f"{len(MANY)} publications"


@pytest.fixture
def reader(visit: Visit) -> Page:
    return visit(viewport=DESK)


def found(page: Page) -> Any:
    return page.locator("#found")


def box(page: Page, name: str) -> Any:
    return page.get_by_role("checkbox", name=re.compile(f"^{name} [0-9]"))


def at_one_load(page: Page) -> None:
    """Leave a mark on a page that goes with it."""
    page.evaluate("document.body.dataset.marked = ''")


def expect_one_load(page: Page) -> None:
    expect(page.locator("body")).to_have_attribute("data-marked", "")


def test_a_box_changes_the_result_in_place_and_keeps_the_keyboard(reader: Page) -> None:
    reader.goto("/search?q=survey&page=2")
    at_one_load(reader)
    box(reader, "report").focus()
    reader.keyboard.press("Space")
    expect(reader).to_have_url(re.compile(r"/search\?q=survey&type=report$"))
    expect(box(reader, "report")).to_be_checked()
    expect(box(reader, "report")).to_be_focused()
    expect_one_load(reader)


def test_what_was_found_is_announced_and_named_in_the_title(reader: Page) -> None:
    reader.goto("/search")
    box(reader, "thesis").check()
    expect(reader.locator("#announcement")).to_have_text("1 publication")
    reader.get_by_label("Search titles, abstracts, authors and keywords").fill("survey")
    reader.keyboard.press("Enter")
    expect(reader).to_have_title(re.compile("^survey · "))
    expect(reader.locator("#announcement")).to_have_text("Nothing was found")


def test_each_state_has_its_entry_in_the_history(reader: Page) -> None:
    reader.goto("/search?q=survey")
    box(reader, "report").check()
    expect(reader).to_have_url(re.compile("type=report"))
    reader.get_by_label("Sort by").select_option("oldest")
    expect(reader).to_have_url(re.compile("sort=oldest"))
    expect(reader.get_by_role("article").first).to_contain_text("part 1")
    reader.go_back()
    expect(reader.get_by_label("Sort by")).to_have_value("")
    expect(box(reader, "report")).to_be_checked()
    reader.go_back()
    expect(reader).to_have_url(re.compile(r"/search\?q=survey$"))
    expect(box(reader, "report")).not_to_be_checked()


def test_the_same_search_again_is_no_new_entry(reader: Page) -> None:
    reader.goto("/search?q=survey")
    before = reader.evaluate("history.length")
    with reader.expect_response(lambda answer: "/search?q=survey" in answer.url):
        reader.get_by_role("button", name="Search", exact=True).click()
    expect(reader.locator("#announcement")).to_have_text(SURVEYS + " page 1 of 3")
    assert reader.evaluate("history.length") == before


def test_links_change_the_result_and_lead_the_keyboard_to_it(reader: Page) -> None:
    reader.goto("/search?q=survey&type=report")
    at_one_load(reader)
    reader.get_by_role("link", name="Next", exact=True).click()
    expect(reader).to_have_url(re.compile("page=2"))
    expect(found(reader)).to_be_focused()
    expect(found(reader)).to_be_in_viewport()
    reader.get_by_role("link", name="Type: report").click()
    expect(reader.get_by_role("list", name="Active filters")).to_have_count(0)
    expect(box(reader, "report")).not_to_be_checked()
    expect_one_load(reader)


def test_the_typed_words_follow_a_proposal(reader: Page) -> None:
    reader.goto("/search?q=wetlnads")
    at_one_load(reader)
    reader.get_by_role("link", name="wetlands").click()
    expect(reader.get_by_label("Search titles, abstracts, authors and keywords")).to_have_value("wetlands")
    expect_one_load(reader)


def test_the_language_is_changed_for_the_search_that_is_seen(reader: Page) -> None:
    reader.goto("/search")
    box(reader, "report").check()
    expect(found(reader)).to_contain_text(SURVEYS)
    reader.get_by_role("link", name="Русский").click()
    expect(reader).to_have_url(re.compile(r"/ru/search\?type=report"))


def test_the_size_of_a_page_can_be_chosen(reader: Page) -> None:
    reader.goto("/search?type=report")
    reader.get_by_label("Per page").focus()
    reader.get_by_label("Per page").select_option("50")
    expect(reader.get_by_role("article")).to_have_count(len(MANY))
    expect(reader.get_by_label("Per page")).to_be_focused()


def test_a_whole_abstract_opens_below_its_result_and_closes(reader: Page) -> None:
    reader.goto("/en/search?q=орошение")
    opener = reader.get_by_role("link", name=re.compile("^Abstract.*Rice"))
    whole = reader.get_by_text("Yields grew by a fifth")
    opener.press("Enter")
    expect(whole).to_be_visible()
    expect(opener).to_have_attribute("aria-expanded", "true")
    reader.get_by_role("article").get_by_text("Russian").click()
    expect(reader.locator(".unfolded").get_by_text("Орошение изменило дельту.")).to_be_visible()
    opener.press("Enter")
    expect(whole).to_be_hidden()
    expect(opener).to_have_attribute("aria-expanded", "false")


def is_scripted(request: Request) -> bool:
    return "hx-request" in request.headers


def fails(route: Route, request: Request) -> None:
    """A server that is too busy for what scripts ask for."""
    if is_scripted(request):
        route.fulfill(status=503, body="busy")
    else:
        route.continue_()


def breaks_off(route: Route, request: Request) -> None:
    """A network that breaks off when scripts ask for something."""
    if is_scripted(request):
        route.abort()
    else:
        route.continue_()


def answers_otherwise(route: Route, request: Request) -> None:
    """A gate that has a page of its own for everybody."""
    if is_scripted(request):
        route.fulfill(body="<p>Please sign in.</p>", content_type="text/html")
    else:
        route.continue_()


@pytest.mark.parametrize("how", [fails, answers_otherwise])
def test_what_cannot_be_fetched_is_gone_to(reader: Page, how: Callable[[Route, Request], None]) -> None:
    reader.goto("/search")
    reader.route("**/search?*", how)
    box(reader, "thesis").check()
    expect(found(reader)).to_have_text("1 publication")
    expect(reader).to_have_url(re.compile(r"/search\?type=thesis$"))


def test_a_network_that_breaks_off_is_told_and_what_was_asked_for_is_a_link_away(reader: Page) -> None:
    reader.goto("/search")
    reader.route("**/search?*", breaks_off)
    box(reader, "thesis").check()
    expect(reader.get_by_role("alert")).to_contain_text("The site cannot be reached")
    expect(reader.get_by_role("alert")).to_be_in_viewport()
    expect(reader.locator("#result")).not_to_have_attribute("aria-busy", "true")
    reader.get_by_role("alert").get_by_role("link").click()
    expect(reader).to_have_url(re.compile(r"/search\?type=thesis$"))
    expect(found(reader)).to_have_text("1 publication")


def test_what_was_told_of_the_network_goes_with_the_next_answer(reader: Page) -> None:
    reader.goto("/search")
    reader.route("**/search?*", breaks_off, times=1)
    box(reader, "thesis").check()
    expect(reader.get_by_role("alert")).to_be_visible()
    box(reader, "article").check()
    expect(reader).to_have_url(re.compile("type=article"))
    expect(reader.get_by_role("alert")).to_be_hidden()


def test_an_abstract_that_does_not_come_stays_a_link_away(reader: Page) -> None:
    reader.goto("/en/search?q=орошение")
    reader.route("**/*part=abstract", lambda route: route.abort(), times=1)
    opener = reader.get_by_role("link", name=re.compile("^Abstract.*Rice"))
    opener.click()
    expect(reader.get_by_role("alert").get_by_role("link")).to_have_attribute(
        "href", re.compile("#abstract$")
    )
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.click()
    expect(reader.get_by_text("Yields grew by a fifth")).to_be_visible()


def test_what_is_said_of_a_query_is_announced_with_what_it_finds(reader: Page) -> None:
    reader.goto("/search")
    words = reader.get_by_label("Search titles, abstracts, authors and keywords")
    words.fill('"survey')
    words.press("Enter")
    expect(words).to_have_accessible_description("A quotation mark has no partner and was ignored.")
    expect(reader.locator("#announcement")).to_contain_text(
        "A quotation mark has no partner and was ignored."
    )


def test_the_last_of_several_changes_counts(reader: Page) -> None:
    reader.goto("/search")
    asked: list[Route] = []

    def first_is_never_answered(route: Route) -> None:
        asked.append(route)
        if len(asked) > 1:
            route.continue_()

    reader.route("**/search?*", first_is_never_answered)
    box(reader, "thesis").check()
    expect(reader.locator("#result")).to_have_attribute("aria-busy", "true")
    box(reader, "article").check()
    expect(reader).to_have_url(re.compile("type=article&type=thesis|type=thesis&type=article"))
    expect(box(reader, "thesis")).to_be_checked()
    expect(box(reader, "article")).to_be_checked()


def test_picks_are_shown_in_a_result_that_was_fetched(reader: Page) -> None:
    reader.goto("/search?q=rice")
    reader.get_by_label("Pick for my list: Rice in the Ili delta").check()
    reader.goto("/search")
    reader.get_by_label("Search titles, abstracts, authors and keywords").fill("rice")
    reader.keyboard.press("Enter")
    expect(reader.get_by_label("Pick for my list: Rice in the Ili delta")).to_be_checked()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_on_a_phone_filters_open_above_the_results(visit: Visit, scripts: bool) -> None:
    page = visit(viewport=PHONE, java_script_enabled=scripts)
    page.goto("/search?type=report")
    expect(box(page, "report")).to_be_hidden()
    expect(page.get_by_role("link", name="Type: report")).to_be_in_viewport()
    expect(page.get_by_role("article").first).to_be_in_viewport()
    page.get_by_text("Filter", exact=True).click()
    box(page, "thesis").check()
    if not scripts:
        page.get_by_role("button", name="Apply the filters").click()
        page.get_by_text("Filter", exact=True).click()
    expect(found(page)).to_contain_text(f"{len(MANY) + 1} publications")
    expect(box(page, "thesis")).to_be_visible()


def test_a_result_is_read_through_without_scripts(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/search?q=survey")
    page.get_by_label("Sort by").select_option("oldest")
    page.get_by_role("button", name="Apply", exact=True).click()
    page.get_by_role("link", name="Survey of wetlands, part 1", exact=True).click()
    within = page.get_by_role("navigation", name="Search result")
    expect(within).to_contain_text(f"1 of {len(MANY)}")
    within.get_by_role("link", name="Next").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Survey of wetlands, part 2")
    within.get_by_role("link", name="Back to the result").click()
    expect(page.get_by_role("article").first).to_contain_text("part 1")


def test_the_way_back_leads_to_the_result_that_was_read_last(reader: Page) -> None:
    reader.goto("/search?q=survey&sort=oldest")
    reader.get_by_role("link", name="Survey of wetlands, part 8", exact=True).click()
    within = reader.get_by_role("navigation", name="Search result")
    within.get_by_role("link", name="Next").click()
    within.get_by_role("link", name="Back to the result").click()
    read = reader.get_by_role("article").filter(has_text="Survey of wetlands, part 9")
    expect(read).to_be_in_viewport(ratio=1)
    expect(reader.get_by_role("article").first).not_to_be_in_viewport()


def test_without_scripts_an_abstract_is_a_link_away(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/en/search?q=орошение")
    expect(page.locator(".ends")).to_be_hidden()
    page.get_by_role("link", name=re.compile("^Abstract.*Rice")).click()
    expect(page.locator("#abstract:target")).to_contain_text("Yields grew by a fifth")


def test_a_value_of_a_facet_is_looked_for_on_one_line(reader: Page) -> None:
    reader.goto("/search/facets/author")
    box = reader.get_by_label("Search among these values").bounding_box()
    button = reader.get_by_role("button", name="Find").bounding_box()
    assert box is not None
    assert button is not None
    assert box["y"] < button["y"] + button["height"] / 2 < box["y"] + box["height"]


def test_buttons_that_scripts_need_not_are_not_there_with_them(reader: Page) -> None:
    reader.goto("/search")
    expect(reader.get_by_label("First year")).to_be_visible()
    expect(reader.get_by_role("button", name="Apply the filters")).to_be_hidden()
