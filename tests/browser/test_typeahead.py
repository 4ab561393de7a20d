"""Suggestions while somebody types: by keyboard, finger and mouse, for the eye and for a screen reader."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations, with_axe

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1366, "height": 768}
RICE = "Rice in the Ili delta: effects of CO2"


@pytest.fixture
def reader(visit: Callable[..., Page]) -> Iterator[Page]:
    """A reader at a desk, on whose pages nothing may be complained of."""
    page, complaints = visit(viewport=DESK, reduced_motion="reduce"), list[str]()
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto("/")
    yield page
    assert complaints == []


def box(page: Page) -> Locator:
    return page.locator("input[data-suggest]")


def options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Suggestions").get_by_role("option")


def suggest(page: Page, typed: str) -> None:
    """Types, and waits for suggestions."""
    box(page).fill(typed)
    expect(options(page).first).to_be_visible()


def test_a_name_typed_in_cyrillic_leads_to_its_bearer(reader: Page) -> None:
    reader.goto("/ru/")
    reader.keyboard.press("/")
    reader.keyboard.type("Ахмет")
    person = reader.get_by_role("option", name=re.compile("Ахметова, Гульнар"))
    expect(person).to_be_visible()
    while person.get_attribute("aria-selected") == "false":
        reader.keyboard.press("ArrowDown")
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile("/ru/people/akhmetova-gulnar$"))


def test_a_screen_reader_is_told_each_state(reader: Page) -> None:
    combobox = reader.get_by_role("combobox")
    expect(combobox).to_have_attribute("aria-expanded", "false")
    expect(combobox).to_have_attribute("aria-autocomplete", "list")
    suggest(reader, "ric")
    expect(combobox).to_have_attribute("aria-expanded", "true")
    expect(combobox).to_have_attribute("aria-controls", "q-suggestions")
    expect(reader.locator("#announcement")).to_have_text("1 suggestion")
    expect(combobox).not_to_have_attribute("aria-activedescendant", re.compile(""))
    reader.keyboard.press("ArrowDown")
    chosen = reader.get_by_role("option", selected=True)
    expect(chosen).to_have_accessible_name(f"{RICE} Publication")
    expect(combobox).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "none")
    expect(combobox).to_be_focused()
    reader.keyboard.press("Escape")
    expect(combobox).to_have_attribute("aria-expanded", "false")
    expect(combobox).not_to_have_attribute("aria-activedescendant", re.compile(""))
    expect(reader.locator("#announcement")).to_be_empty()


def test_arrows_go_round_past_the_box_itself(reader: Page) -> None:
    suggest(reader, "herds and seasons")
    selected = options(reader).and_(reader.locator("[aria-selected=true]"))
    reader.keyboard.press("ArrowUp")
    expect(options(reader).last).to_have_attribute("aria-selected", "true")
    reader.keyboard.press("ArrowDown")
    expect(selected).to_have_count(0)
    reader.keyboard.press("ArrowDown")
    expect(options(reader).first).to_have_attribute("aria-selected", "true")
    reader.keyboard.press("Home")
    expect(selected).to_have_count(0)
    expect(options(reader).first).to_be_visible()


def test_escape_closes_the_list_and_then_empties_the_box(reader: Page) -> None:
    suggest(reader, "rice")
    reader.keyboard.press("Escape")
    expect(options(reader)).to_have_count(0)
    expect(box(reader)).to_have_value("rice")
    reader.keyboard.press("Escape")
    expect(box(reader)).to_have_value("")


def test_a_closed_list_opens_by_an_arrow_and_by_alt_without_a_choice(reader: Page) -> None:
    suggest(reader, "rice")
    reader.keyboard.press("Escape")
    reader.keyboard.press("Alt+ArrowDown")
    expect(options(reader).first).to_have_attribute("aria-selected", "false")
    reader.keyboard.press("Alt+ArrowUp")
    expect(options(reader)).to_have_count(0)
    reader.keyboard.press("ArrowDown")
    expect(options(reader).first).to_have_attribute("aria-selected", "true")


def test_enter_searches_for_what_was_typed_where_nothing_is_chosen(reader: Page) -> None:
    suggest(reader, "rice")
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile(r"/search\?q=rice"))


def test_tab_leaves_and_closes(reader: Page) -> None:
    suggest(reader, "rice")
    reader.keyboard.press("Tab")
    expect(options(reader)).to_have_count(0)
    expect(reader.get_by_role("button", name="Search")).to_be_focused()


def test_keys_of_a_composed_word_are_for_its_composer(reader: Page) -> None:
    suggest(reader, "rice")
    for key in ("ArrowDown", "Enter", "Escape"):
        box(reader).dispatch_event("keydown", {"key": key, "isComposing": True, "bubbles": True})
    expect(options(reader).first).to_have_attribute("aria-selected", "false")
    expect(box(reader)).to_have_value("rice")


def test_one_letter_asks_nothing_and_an_answer_is_remembered(reader: Page) -> None:
    asked = []
    reader.on("request", lambda request: asked.append(request.url) if "/suggest" in request.url else None)
    for typed in ("rice", "r", "reed", "rice"):
        box(reader).fill(typed)
        if len(typed) > 1:
            expect(options(reader).first.locator("b")).to_have_text(typed, ignore_case=True)
        else:
            expect(options(reader)).to_have_count(0)
    assert [url.partition("?")[2] for url in asked] == ["q=rice", "q=reed"]


def test_a_search_does_without_suggestions_where_they_fail(visit: Callable[..., Page]) -> None:
    page = visit()
    page.goto("/")
    page.route("**/suggest?*", lambda route: route.fulfill(status=503))
    with page.expect_response("**/suggest?*"):
        box(page).fill("rice")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Rice in the Ili delta")).to_be_visible()


def test_a_label_is_shown_as_it_is_with_what_fits_marked(reader: Page) -> None:
    suggest(reader, "alert ti")
    option = options(reader).filter(has_text="alert")
    expect(option.locator("span")).to_have_text("<script>alert('title')</script>")
    expect(option.locator("b")).to_have_text(["alert", "ti"])


def test_a_suggestion_is_marked_with_its_language(reader: Page) -> None:
    suggest(reader, "steppe rivers")
    expect(options(reader).first.locator("span")).to_have_attribute("lang", "en")


def test_a_mouse_opens_a_suggestion(reader: Page) -> None:
    reader.goto("/publications/leaflet")
    suggest(reader, "rice")
    options(reader).first.click()
    expect(reader).to_have_url(re.compile("/publications/omarova2021$"))


def test_a_finger_opens_a_suggestion(visit: Callable[..., Page]) -> None:
    page = visit(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto("/kk/")
    box(page).tap()
    page.keyboard.type("жай")
    page.locator("[role=option]", has_text="Бес санақтағы").tap()
    expect(page).to_have_url(re.compile("/kk/publications/akhmetova2023$"))


@pytest.mark.parametrize("address", ["/", "/publications/leaflet", "/search", "/nowhere"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_the_list_floats_within_the_screen(
    visit: Callable[..., Page], address: str, viewport: dict[str, int]
) -> None:
    page = visit(viewport=viewport)
    page.goto(address)
    before = page.locator("h1").bounding_box()
    suggest(page, "herds")
    assert page.locator("h1").bounding_box() == before
    for option in options(page).all():
        place = option.bounding_box()
        assert place is not None
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= viewport["width"]
        assert place["height"] >= 24


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_on_an_open_list(visit: Callable[..., Page], viewport: dict[str, int]) -> None:
    page = with_axe(visit(viewport=viewport, reduced_motion="reduce"))
    page.goto("/publications/leaflet")
    suggest(page, "pastu")
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    assert violations(page) == []


def test_without_scripts_it_is_a_plain_box(visit: Callable[..., Page]) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/")
    expect(page.get_by_role("searchbox")).to_be_visible()
    expect(page.get_by_role("combobox", include_hidden=True)).to_have_count(0)
