"""What a phone has no room to show side by side: filters and the result they leave, buttons and lists."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.catalogue.web.library import MANY

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def phone(visit: Callable[..., Page]) -> Page:
    page = visit(**PHONE)
    page.goto("/search?q=survey")
    page.locator("#filtering > summary").tap()
    return page


def shown(page: Page) -> Locator:
    """The link from the filters to what they leave."""
    return page.locator("#filters .leads")


def test_the_end_of_the_filters_says_how_many_are_left_and_leads_to_them(phone: Page) -> None:
    expect(shown(phone)).to_have_text(f"Show {len(MANY)} publications")
    # At the edge of the screen, however many filters follow.
    expect(shown(phone)).to_be_in_viewport()
    report = phone.get_by_role("checkbox", name=re.compile("^report [0-9]"))
    left = report.locator("xpath=../small").inner_text().split()[0]
    report.tap()
    expect(shown(phone)).to_have_text(f"Show {left} publications")
    shown(phone).tap()
    expect(phone.locator("#filtering")).not_to_have_attribute("open", "")
    expect(phone.locator("#found")).to_be_focused()
    expect(phone.locator(".entry").first).to_be_in_viewport()
    expect(phone).to_have_url(re.compile("type=report$"))


def test_what_was_chosen_is_felt_in_the_panel_until_the_answer_comes(phone: Page) -> None:
    phone.route(re.compile("type=report"), lambda route: None)
    boxes = phone.locator("#filters fieldset").first
    expect(boxes).to_have_css("opacity", "1")
    phone.get_by_role("checkbox", name=re.compile("^report [0-9]")).tap()
    expect(phone.locator("#result")).to_have_attribute("aria-busy", "true")
    expect(boxes).not_to_have_css("opacity", "1")
    expect(shown(phone)).not_to_have_css("animation-name", "none")


def test_who_wants_no_movement_sees_it_without(visit: Callable[..., Page]) -> None:
    page = visit(**PHONE, reduced_motion="reduce")
    page.goto("/search?q=survey")
    page.locator("#filtering > summary").tap()
    page.route(re.compile("type=report"), lambda route: None)
    page.get_by_role("checkbox", name=re.compile("^report [0-9]")).tap()
    expect(shown(page)).not_to_have_css("opacity", "1")
    expect(shown(page)).to_have_css("animation-name", "none")


def test_where_the_filters_stand_beside_the_result_nothing_leads_to_it(visit: Callable[..., Page]) -> None:
    page = visit(viewport={"width": 1280, "height": 800})
    page.goto("/search?q=survey")
    expect(page.locator("#filters")).to_be_visible()
    expect(shown(page)).to_be_hidden()


def test_without_scripts_the_panel_ends_with_the_button_that_applies_it(visit: Callable[..., Page]) -> None:
    page = visit(**PHONE, java_script_enabled=False)
    page.goto("/search?q=survey")
    page.locator("#filtering > summary").tap()
    expect(page.get_by_role("button", name="Apply the filters")).to_be_visible()
    expect(shown(page)).to_be_hidden()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_languages_and_list_are_one_line_of_the_narrowest_phone(
    visit: Callable[..., Page], language: str
) -> None:
    page = visit(viewport={"width": 320, "height": 640})
    page.goto(f"/{language}/search?q=survey")
    page.locator(".pick input").first.check()
    expect(page.locator("#picked")).to_have_text("(1)")
    boxes = [page.locator(each).bounding_box() for each in ("#languages", "#pick")]
    middles = [box["y"] + box["height"] / 2 for box in boxes if box]
    assert len(middles) == 2
    assert abs(middles[0] - middles[1]) < 4
