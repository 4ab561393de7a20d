"""A publication's page as its readers see it: at a laptop without scrolling, on a phone, on paper."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.library import RICH

pytestmark = pytest.mark.browser

RECORD = f"/publications/{RICH.key}"
LAPTOPS = [(1366, 768), (1280, 720)]
PHONE = {"width": 390, "height": 844}
NEEDED = {
    "title": "h1",
    "people": ".contributors li >> nth=0",
    "container and date": ".venue",
    "where to read it": ".actions > a >> nth=0",
    "way to the citation": ".actions a[href='#cite']",
    "my list": ".actions .pick",
    "other formats": ".actions summary",
    "abstract": "#abstract-heading",
    "keywords": ".keywords > ul",
    "identifiers": ".publication aside dl div >> nth=0",
    "links": ".publication aside dl div >> nth=3",
    "similar publications": ".similar li >> nth=0",
    "report of a mistake": ".report a",
}
"""What a reader finds without scrolling."""


@pytest.mark.parametrize("size", LAPTOPS, ids=str)
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_all_that_is_needed_stands_on_the_first_screen_of_a_laptop(
    visit: Callable[..., Page], language: str, size: tuple[int, int]
) -> None:
    page = visit(viewport={"width": size[0], "height": size[1]}, java_script_enabled=False)
    page.goto(f"/{language}{RECORD}")
    for selector in NEEDED.values():
        expect(page.locator(selector)).to_be_in_viewport(ratio=1)
    # Of a long abstract at least its beginning.
    expect(page.locator("#abstract > .prose")).to_be_in_viewport(ratio=0.5)


def test_on_a_phone_the_abstract_begins_on_the_first_screen_and_actions_are_at_hand(
    visit: Callable[..., Page],
) -> None:
    page = visit(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(f"/kk{RECORD}")
    for selector in ("h1", ".venue", ".actions", "#abstract-heading"):
        expect(page.locator(selector)).to_be_in_viewport(ratio=1)


def test_the_way_to_the_citation_leads_there_without_scripts(visit: Callable[..., Page]) -> None:
    page = visit(viewport=PHONE, java_script_enabled=False)
    page.goto(RECORD)
    page.get_by_role("link", name="Cite", exact=True).click()
    expect(page.locator("#citation")).to_be_in_viewport()


def test_an_abstract_in_another_language_is_a_click_away(visit: Callable[..., Page]) -> None:
    page = visit(java_script_enabled=False)
    page.goto(f"/en{RECORD}")
    russian = page.locator("#abstract [lang=ru]")
    expect(russian).to_be_hidden()
    page.locator("#abstract").get_by_text("Russian").click()
    expect(russian).to_be_visible()


def test_bibtex_is_copied_as_it_stands(visit: Callable[..., Page]) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"/en{RECORD}")
    page.locator("summary", has_text="BibTeX").click()
    block = page.locator("details").filter(has=page.locator("#bibtex"))
    block.get_by_role("button", name="Copy").click()
    expect(block.locator(".copied")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#bibtex").inner_text().strip()
