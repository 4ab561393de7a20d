"""Years of a search: typed, drawn over the bars, or set by sliders, also while answers are on their way."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.holding import Held
from tests.browser.test_searching import DESK, SURVEYS, Visit, box, found

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(visit: Visit) -> Page:
    return visit(viewport=DESK)


def test_a_year_typed_filters_at_once_and_the_other_can_be_typed_meanwhile(reader: Page) -> None:
    held = Held(reader, r"/search\?.*from=1990")
    reader.goto("/search?type=report")
    reader.get_by_label("From", exact=True).fill("1990")
    reader.keyboard.press("Tab")
    expect(reader.locator("#result")).to_have_attribute("aria-busy", "true")
    reader.keyboard.type("199")
    held.let_go()
    expect(reader).to_have_url(re.compile("from=1990$"))
    expect(reader.get_by_label("to", exact=True)).to_be_focused()
    reader.keyboard.type("2")
    reader.keyboard.press("Enter")
    expect(found(reader)).to_have_text("3 publications")


def test_years_are_shown_as_they_were_taken(reader: Page) -> None:
    reader.goto("/search?type=report&to=1990")
    reader.get_by_label("From", exact=True).fill("1995")
    reader.keyboard.press("Enter")
    # Whichever is named first, they are the years from one to the other.
    expect(reader.get_by_label("to", exact=True)).to_have_value("1995")
    expect(reader.get_by_label("From", exact=True)).to_have_value("1990")
    expect(reader.get_by_label("From", exact=True)).to_be_focused()
    expect(found(reader)).to_have_text("6 publications")


def test_years_are_drawn_over_the_bars(reader: Page) -> None:
    reader.goto("/search?type=report")  # a bar for each year from 1981 to 2010
    bars = reader.locator(".histogram")
    bars.scroll_into_view_if_needed()
    place = bars.bounding_box()
    assert place is not None
    year = place["width"] / 30
    reader.mouse.move(place["x"] + 9.5 * year, place["y"] + 20)
    reader.mouse.down()
    reader.mouse.move(place["x"] + 4.5 * year, place["y"] + 25, steps=4)
    expect(reader.get_by_label("From", exact=True)).to_have_value("1985")
    reader.mouse.up()
    expect(found(reader)).to_contain_text("6 publications")
    expect(reader.get_by_label("to", exact=True)).to_have_value("1990")
    expect(reader.get_by_label("First year")).to_have_value("1985")


def test_years_are_chosen_with_the_arrow_keys(reader: Page) -> None:
    reader.goto("/search?type=report")
    first = reader.get_by_label("First year")
    first.focus()
    reader.keyboard.press("End")
    reader.keyboard.press("ArrowLeft")
    expect(found(reader)).to_have_text("2 publications")
    expect(first).to_be_focused()
    reader.keyboard.press("Home")
    expect(reader).not_to_have_url(re.compile("from="))
    expect(found(reader)).to_contain_text(SURVEYS)


def test_an_end_of_the_years_takes_the_other_along(reader: Page) -> None:
    reader.goto("/search?type=report&year=1990..1992")
    reader.get_by_label("Last year").focus()
    reader.keyboard.press("Home")
    expect(found(reader)).to_have_text("1 publication")
    expect(reader.get_by_label("First year")).to_have_value("1981")


def expect_busy(page: Page) -> None:
    expect(page.locator("#result")).to_have_attribute("aria-busy", "true")


def arrive(page: Page, held: Held) -> None:
    """Let an answer come that was held."""
    held.let_go()
    expect(page.locator("#result")).not_to_have_attribute("aria-busy", "true")


def middle(page: Page) -> tuple[float, float]:
    """Where the middle of the bars is."""
    page.locator(".histogram").scroll_into_view_if_needed()
    place = page.locator(".histogram").bounding_box()
    assert place is not None
    return place["x"] + place["width"] / 2, place["y"] + place["height"] / 2


def test_what_was_asked_for_is_shown_when_a_finger_scrolls_over_the_bars(visit: Visit) -> None:
    page = visit(viewport=DESK, has_touch=True)
    held = Held(page, "type=thesis")
    page.goto("/search?type=report")
    box(page, "thesis").check()
    expect_busy(page)
    x, y = middle(page)
    fingers = page.context.new_cdp_session(page)
    fingers.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    expect(page.locator(".drawn")).not_to_have_attribute("width", "0")
    arrive(page, held)
    expect(found(page)).to_contain_text(SURVEYS)
    fingers.send("Input.dispatchTouchEvent", {"type": "touchCancel", "touchPoints": []})
    expect(page).to_have_url(re.compile("type=thesis$|thesis&type=report$"))
    expect(box(page, "thesis")).to_be_checked()


def test_a_link_that_was_followed_counts_when_years_are_drawn_meanwhile(reader: Page) -> None:
    reader.goto("/search?q=survey&type=report")
    held = Held(reader, r"/search\?q=survey$")
    reader.get_by_role("link", name="Type: report").click()
    expect_busy(reader)
    x, y = middle(reader)
    reader.mouse.move(x, y)
    reader.mouse.down()
    arrive(reader, held)
    expect(box(reader, "report")).to_be_checked()
    reader.mouse.up()
    expect(reader).to_have_url(re.compile(r"/search\?q=survey&from=[0-9]{4}&to=[0-9]{4}$"))
    expect(box(reader, "report")).not_to_be_checked()


def test_a_slider_and_a_link_count_whichever_is_first(reader: Page) -> None:
    reader.goto("/search?q=survey&type=report&sort=oldest")
    held = Held(reader, r"/search\?q=survey&sort=oldest$")
    reader.get_by_role("link", name="Type: report").click()
    expect_busy(reader)
    reader.get_by_label("First year").press("ArrowRight")
    arrive(reader, held)
    expect(reader).to_have_url(re.compile(r"/search\?q=survey&sort=oldest&from=1982&to=2010$"))
    expect(box(reader, "report")).not_to_be_checked()
    reader.evaluate(
        """() => {
          const first = document.getElementById("first-year");
          first.value = 1983;
          for (const name of ["input", "change"]) first.dispatchEvent(new Event(name, { bubbles: true }));
          document.querySelector("a[rel=next]").click();
        }"""
    )
    expect(reader).to_have_url(re.compile("from=1983"))
    expect(reader.get_by_label("First year")).to_have_value("1983")


def test_what_is_no_year_keeps_the_keyboard_in_its_field(reader: Page) -> None:
    reader.goto("/search?type=report")
    reader.get_by_label("From", exact=True).fill("199o")
    reader.keyboard.press("Enter")
    expect(reader.locator("#announcement")).to_contain_text("“199o” is no year")
    expect(reader.get_by_label("From", exact=True)).to_be_focused()
    expect(reader.get_by_label("From", exact=True)).to_have_value("199o")
