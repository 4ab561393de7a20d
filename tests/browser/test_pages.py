"""The pages as a reader meets them: on a phone, with the keyboard, in the dark, without scripts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

PAGES = ["/", "/search", "/search?q=delta&type=article", "/search?q=nothingness", "/publications/omarova2021"]
PAGES += ["/publications/conf%2Fx%3A1%3Fa%3Db%23c", "/publications/reeds.bib", "/projects", "/projects/delta"]
PAGES += ["/search/help", "/search/facets/author", "/search/facets/year?by=name", "/search?q=survey+7&size=3"]
PAGES += ["/news", "/news/spring", "/pages/course", "/status", "/nowhere", "/ru/"]
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}


@dataclass(frozen=True)
class Seen:
    """What a page was like: how wide on each screen, what it complained of, its parts, what has no name."""

    widths: dict[int, int]
    complaints: list[str]
    parts: dict[str, int]
    nameless: list[str]


def look(page: Page, site: str, address: str) -> Seen:
    """One visit to a page, for all that needs no hand."""
    complaints: list[str] = []
    heard: dict[Any, Any] = {
        "request": lambda asked: asked.url.startswith(site) or complaints.append(asked.url),
        "response": lambda got: got.ok or complaints.append(got.url),
        "console": lambda said: complaints.append(said.text),
        "dialog": lambda dialog: (complaints.append(dialog.message), dialog.dismiss()),
    }
    for event, listener in heard.items():
        page.on(event, listener)
    page.goto(address)
    widths = {}
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        widths[size["width"]] = page.evaluate("document.documentElement.scrollWidth")
    parts = {role: page.get_by_role(role).count() for role in ("banner", "main", "contentinfo")}
    parts["h1"] = page.locator("h1").count()
    for event, listener in heard.items():
        page.remove_listener(event, listener)
    return Seen(widths, complaints, parts, page.evaluate(NAMELESS))


@pytest.fixture(scope="module")
def seen(browser: Browser, site: str) -> dict[str, Seen]:
    """Every page, looked at once, by its address."""
    with browser.new_context(base_url=site, viewport=PHONE) as context:
        page = context.new_page()
        return {address: look(page, site, address) for address in PAGES}


@pytest.fixture
def reader(visit: Callable[..., Page]) -> Page:
    """A reader at a desk whose browser runs no scripts, as none is needed."""
    return visit(viewport=DESK, java_script_enabled=False)


def test_no_page_is_wider_than_the_screen(seen: dict[str, Seen]) -> None:
    assert {
        (address, screen): width
        for address, page in seen.items()
        for screen, width in page.widths.items()
        if width > screen
    } == {}


def test_pages_break_no_policy_and_ask_nobody_else(seen: dict[str, Seen]) -> None:
    complaints = [complaint for page in seen.values() for complaint in page.complaints]
    # The one page that is not there is the only one to complain of.
    assert [each for each in complaints if not each.endswith("/nowhere") and "404" not in each] == []


def test_every_page_has_its_landmarks_and_one_main_heading(seen: dict[str, Seen]) -> None:
    assert {address: page.parts for address, page in seen.items() if set(page.parts.values()) != {1}} == {}


def test_everything_to_operate_has_a_name(seen: dict[str, Seen]) -> None:
    assert {address: page.nameless for address, page in seen.items() if page.nameless} == {}


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(visit: Callable[..., Page], scheme: str) -> None:
    page = visit(color_scheme=scheme)
    page.goto("/publications/omarova2021")
    ratios = page.evaluate(CONTRASTS)
    assert {name: ratio for name, ratio in ratios.items() if ratio < 4.5} == {}


NAMELESS = """() => {
  const named = each => each.getAttribute("aria-label") || each.textContent.trim()
    || Array.from(each.labels || [], label => label.textContent.trim()).join("");
  const controls = Array.from(document.querySelectorAll("a[href], button, input:not([type=hidden]), select"));
  return controls.filter(each => !named(each)).map(each => each.outerHTML);
}"""

CONTRASTS = """() => {
  const channel = c => (c /= 255, c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const luminance = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number);
    return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  };
  const ground = luminance(getComputedStyle(document.documentElement).backgroundColor);
  const ratio = element => {
    const ink = luminance(getComputedStyle(element).color);
    return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
  };
  const selectors = ["h1", "main p", ".kind", ".other-title", "dt", "dd", "main dl a", ".disclaimer"];
  return Object.fromEntries(selectors.map(each => [each, ratio(document.querySelector(each))]));
}"""
