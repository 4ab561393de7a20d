"""How pages look: their fonts, their head, what does not move, and the look of a site of one's own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from catalogue.app import create_app
from catalogue.documents import FIELDS
from catalogue.settings import LOCALES, Settings
from index import open_engine
from tests.browser.serving import serving
from tests.catalogue.web.library import fill
from tests.catalogue.web.renderer import ToldRenderer

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
HEADING = "/kk/publications/zhandosov2024"
SEARCH = "/ru/search?q=survey+7&size=3&year=1990..2000&type=report"
LETTERS = "Ә ә Ғ ғ Қ қ Ң ң Ө ө Ұ ұ Ү ү Һ һ І і бірге"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30"><circle cx="15" cy="15" r="15"/></svg>'

Visit = Callable[..., Page]
VISITS = 5
"""Of a page whose fonts may come too late to be shown."""


def fonts(page: Page, selector: str) -> set[str]:
    """The families that an element is drawn in."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    drawn: dict[str, Any] = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})
    return {font["familyName"] for font in drawn["fonts"]}


def written(page: Page, selector: str) -> None:
    """Write all letters that only Kazakh has, and some others, into an element."""
    page.locator(selector).first.evaluate("(each, letters) => each.textContent = letters", LETTERS)


def test_a_heading_in_kazakh_is_drawn_in_one_font_of_our_own(visit: Visit) -> None:
    page, drawn = visit(), set[str]()
    # A browser that has no font yet, or is kept waiting for it, shows the page without it.
    for _ in range(VISITS):
        page.goto(HEADING, wait_until="networkidle")
        written(page, "h1")
        page.evaluate("document.fonts.ready")
        drawn = fonts(page, "h1")
        if "Source Serif 4 SemiBold" in drawn:
            break
    assert drawn == {"Source Serif 4 SemiBold"}


@pytest.mark.parametrize("language", LOCALES)
def test_a_page_asks_for_no_letters_that_it_does_not_use(visit: Visit, language: str) -> None:
    page, asked, used = visit(), 0, -1
    for _ in range(VISITS):
        page.goto(f"/{language}/years", wait_until="networkidle")
        asked, used = page.locator("link[rel=preload][as=font]").count(), page.evaluate(LOADED)
        if used >= asked:
            break
    assert used == asked


def test_the_chosen_language_is_set_as_the_others_are(visit: Visit) -> None:
    page = visit()
    page.goto("/en/years")
    chosen, other = (page.locator(f".languages a{each}").first for each in ("[aria-current]", "[lang=ru]"))
    for rule in ("font-family", "font-size"):
        own = other.evaluate("(each, rule) => getComputedStyle(each).getPropertyValue(rule)", rule)
        expect(chosen).to_have_css(rule, own)


@pytest.mark.parametrize("selector", ["h1", ".masthead nav a"])
def test_without_our_font_kazakh_is_drawn_in_one_font_too(visit: Visit, selector: str) -> None:
    page = visit()
    page.route("**/*.woff2*", lambda route: route.abort())
    page.goto(HEADING)
    written(page, selector)
    found = fonts(page, selector)
    assert len(found) == 1
    assert "Source Serif 4" not in found


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("address", ["/", "/search?q=pasture", "/publications/akhmetova2023"])
def test_nothing_moves_while_a_page_comes(visit: Visit, language: str, address: str) -> None:
    page = visit(viewport=PHONE)
    page.add_init_script(SHIFTS)
    page.goto(f"/{language}{address}", wait_until="networkidle")
    assert page.evaluate("shifts") == []


@pytest.mark.parametrize("language", LOCALES)
def test_the_head_of_a_page_leaves_a_phone_to_what_it_holds(visit: Visit, language: str) -> None:
    page = visit(viewport=PHONE)
    page.goto(f"/{language}/people")
    box = page.locator(".masthead").bounding_box()
    assert box is not None
    assert box["height"] <= PHONE["height"] / 4


def test_the_section_of_a_page_is_marked(visit: Visit) -> None:
    page = visit()
    page.goto("/en/projects/delta")
    current = page.get_by_role("navigation", name="Main").locator("[aria-current]")
    assert current.all_inner_texts() == ["Projects"]


def test_the_keyboard_passes_over_the_head_to_results_and_filters(visit: Visit) -> None:
    page = visit()
    page.goto("/en/search?q=pasture")
    seen = []
    for _ in range(3):
        page.keyboard.press("Tab")
        link = page.locator(":focus")
        target = link.get_attribute("href") or ""
        seen.append(target)
        box = link.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert page.locator(target).count() == 1
    assert seen == ["#main", "#found", "#filters"]


def test_who_wants_no_motion_sees_none(visit: Visit) -> None:
    page = visit(reduced_motion="reduce")
    page.goto("/en/search?q=pasture")
    assert page.evaluate(MOVING) == []


def test_where_colours_are_the_readers_own_the_current_place_is_still_marked(visit: Visit) -> None:
    page = visit(forced_colors="active")
    page.goto("/en/projects")
    style = page.locator(".sections [aria-current]").evaluate("each => getComputedStyle(each).outlineStyle")
    assert style == "solid"


def test_where_colours_are_the_readers_own_a_box_still_shows_its_tick(visit: Visit) -> None:
    page = visit(forced_colors="active")
    page.goto("/en/search?type=report")
    expect(page.locator("#filters input:checked").first).to_have_css("appearance", "auto")


@pytest.mark.parametrize("address", [SEARCH, "/kk/list?key=reeds.bib", "/ru/people", HEADING])
def test_letters_twice_as_large_stay_within_a_phone(visit: Visit, address: str) -> None:
    page = visit(viewport=PHONE)
    page.goto(address)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a logo, a colour, a template and rules of its own."""
    folder: Path = tmp_path_factory.mktemp("own")
    (folder / "logo.svg").write_text(LOGO)
    (folder / "style.css").write_text(".motto { letter-spacing: 3px; }")
    (folder / "base.html").write_text(
        '{% extends "!base.html" %}{% block banner %}<p class="motto">Read more.</p>{% endblock %}'
    )
    engine = open_engine("memory:", FIELDS)
    fill(engine)
    settings = Settings(
        data=folder, state=folder, accent="#7a1024", logo=folder / "logo.svg", templates=folder
    )
    app = create_app(settings, engine, ToldRenderer())
    with serving(lambda address: app) as (address, _):
        yield address


def test_a_look_of_ones_own_is_seen_and_breaks_no_policy(visit: Visit, own: str) -> None:
    page = visit(base_url=own)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.goto("/en/projects", wait_until="networkidle")
    assert complaints == []
    assert page.locator(".brand img").evaluate("each => each.naturalWidth > 0 && each.width === each.height")
    link = page.locator("main a").first
    expect(link).to_have_css("color", "rgb(122, 16, 36)")
    expect(page.get_by_text("Read more.")).to_have_css("letter-spacing", "3px")
    page.emulate_media(color_scheme="dark")
    # A colour takes a moment to change.
    expect(link).not_to_have_css("color", "rgb(122, 16, 36)")


LOADED = "Array.from(document.fonts).filter(each => each.status === 'loaded').length"

SHIFTS = """window.shifts = [];
new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(each => each.value)))
  .observe({type: "layout-shift", buffered: true});"""

MOVING = """() => Array.from(document.querySelectorAll("body *")).filter(each => {
  const {transitionDuration, animationName} = getComputedStyle(each);
  return animationName !== "none" || transitionDuration.split(",").some(time => parseFloat(time) > 0);
}).map(each => each.outerHTML.slice(0, 80))"""
