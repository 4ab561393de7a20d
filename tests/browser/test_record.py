"""A publication's page as its readers see it: at a laptop without scrolling, on a phone, on paper."""

import re
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
    "other formats": ".formats > summary",
    "abstract": "#abstract-heading",
    "keywords": ".keywords > ul",
    "identifiers": ".publication aside dd >> nth=0",
    "links": ".publication aside dd >> nth=3",
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


@pytest.fixture
def paper(visit: Callable[..., Page]) -> Page:
    """A page as it will be printed, by somebody who reads in the dark."""
    page = visit(color_scheme="dark")
    page.emulate_media(media="print", color_scheme="light")
    return page


def test_a_printed_publication_is_all_that_is_read_and_nothing_to_operate(paper: Page) -> None:
    paper.goto(f"/en{RECORD}")
    for shown in ("h1", ".venue", "#abstract .prose >> nth=0", "#citation", ".keywords > ul", ".on-paper"):
        expect(paper.locator(shown)).to_be_visible()
    for hidden in (".masthead nav >> nth=0", ".actions", ".picker", ".similar", ".colophon", ".report"):
        expect(paper.locator(hidden)).to_be_hidden()


def test_on_paper_a_link_says_where_it_leads_where_its_text_does_not(paper: Page) -> None:
    paper.goto(f"/en{RECORD}")
    behind = "link => getComputedStyle(link, '::after').content"
    assert "https://steppes.example.org/15" in paper.get_by_role("link", name="Slides").evaluate(behind)
    assert paper.get_by_role("link", name="https://doi.org/").first.evaluate(behind) == "none"


def test_a_printed_search_says_what_was_asked(paper: Page) -> None:
    paper.goto("/en/search?q=pasture")
    expect(paper.locator("#q")).to_be_visible()
    expect(paper.locator("article h3").first).to_be_visible()
    for hidden in (".filters", ".pager", ".search button", ".row-links >> nth=0"):
        expect(paper.locator(hidden)).to_be_hidden()


def test_a_printed_list_holds_its_citations_alone(paper: Page) -> None:
    paper.goto(f"/en/list?key={RICH.key}&key=reeds.bib")
    expect(paper.locator(".references .citation")).to_have_count(2)
    expect(paper.locator(".references .citation").first).to_be_visible()
    for hidden in (".picker", ".taking button >> nth=0", ".row-links >> nth=0"):
        expect(paper.locator(hidden)).to_be_hidden()


def test_paper_is_of_the_size_that_readers_here_have(paper: Page) -> None:
    paper.goto(f"/en{RECORD}")
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper.pdf(prefer_css_page_size=True))
    # Points of 1/72 inch: 210 by 297 mm.
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {(595, 842)}


def test_what_somebody_does_in_a_project_stands_behind_the_name(visit: Callable[..., Page]) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/en/projects/delta")
    name = page.locator(".members a")
    behind = """name => {
      const text = document.createRange();
      text.selectNode(name.nextSibling);
      return text.getBoundingClientRect().left - name.getBoundingClientRect().right;
    }"""
    assert name.evaluate(behind) == 0


@pytest.mark.parametrize("width", [1366, 390, 320])
@pytest.mark.parametrize("language", ["en", "kk"])
def test_a_menu_opens_within_the_screen_and_moves_nothing(
    visit: Callable[..., Page], language: str, width: int
) -> None:
    page = visit(viewport={"width": width, "height": 768})
    page.goto(f"/{language}{RECORD}")
    summary, heading = page.locator(".formats > summary"), page.locator("#abstract-heading")
    summary.focus()
    before = summary.bounding_box(), heading.bounding_box()
    page.keyboard.press("Enter")
    expect(page.locator(".formats > ul")).to_be_in_viewport(ratio=1)
    assert (summary.bounding_box(), heading.bounding_box()) == before
    page.locator(".formats details > summary").click()
    expect(page.locator(".formats li").last).to_be_visible()
    expect(page.locator(".formats > ul")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("above", [40, 300])
def test_a_menu_that_opens_out_of_a_phone_is_brought_back(visit: Callable[..., Page], above: int) -> None:
    page = visit(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.goto(f"/en{RECORD}")
    bar = "above => scrollBy(0, document.querySelector('.actions').getBoundingClientRect().top - above)"
    # First below the place where it sticks.
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.evaluate(bar, above)
    page.locator(".formats > summary").tap()
    expect(page.locator(".formats > ul")).to_be_in_viewport(ratio=1)
    page.locator(".formats details > summary").tap()
    expect(page.locator(".formats li").last).to_be_attached()
    expect(page.locator(".formats > ul")).to_be_in_viewport(ratio=1)
