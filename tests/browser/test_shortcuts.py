"""Shortcuts of single keys: what they do, on which layouts, and the sheet that names them."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations, with_axe

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1366, "height": 768}


@pytest.fixture
def reader(visit: Callable[..., Page]) -> Iterator[Page]:
    """A reader of a result at a desk, on whose pages nothing may be complained of."""
    page, complaints = visit(viewport=DESK, reduced_motion="reduce"), list[str]()
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto("/search?q=survey&sort=title")
    yield page
    assert complaints == []


def title(page: Page, number: int) -> Locator:
    """The link of the result with a number, counted from 0."""
    return page.get_by_role("article").nth(number).get_by_role("heading").get_by_role("link")


def sheet(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Keyboard shortcuts")


def press_elsewhere(page: Page, key: str, code: str, shift: bool = False) -> None:
    """Presses a key of another layout than the English one that this browser has."""
    event = {"key": key, "code": code, "shiftKey": shift, "bubbles": True, "cancelable": True}
    page.locator("body").dispatch_event("keydown", event)


def test_a_slash_leads_to_the_search_and_is_a_letter_in_it(reader: Page) -> None:
    search = reader.locator("#q")
    reader.keyboard.press("/")
    expect(search).to_be_focused()
    reader.keyboard.type("and/or?")
    expect(search).to_have_value("and/or?")
    expect(sheet(reader)).to_be_hidden()


def test_results_are_walked_and_opened(reader: Page) -> None:
    for key, number in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        reader.keyboard.press(key)
        expect(title(reader, number)).to_be_focused()
    address = title(reader, 1).get_attribute("href") or ""
    reader.keyboard.press("o")
    expect(reader).to_have_url(re.compile(re.escape(address)))


def test_pages_are_turned(reader: Page) -> None:
    reader.keyboard.press("]")
    expect(reader).to_have_url(re.compile("page=2"))
    reader.wait_for_load_state()
    reader.keyboard.press("[")
    expect(reader).not_to_have_url(re.compile("page=2"))


def test_publications_of_a_result_are_turned(reader: Page) -> None:
    first, second = (title(reader, number).inner_text() for number in (0, 1))
    title(reader, 0).click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(first)
    for key, name in (("]", second), ("[", first)):
        reader.wait_for_load_state()  # with its scripts
        reader.keyboard.press(key)
        expect(reader.get_by_role("heading", level=1)).to_have_text(name)


def test_a_result_is_picked_and_put_back(reader: Page) -> None:
    reader.keyboard.press("j")
    reader.keyboard.press("s")
    expect(reader.get_by_role("article").first.get_by_role("checkbox")).to_be_checked()
    expect(reader.locator("#announcement")).to_have_text("My list (1)")
    reader.keyboard.press("s")
    expect(reader.get_by_role("article").first.get_by_role("checkbox")).not_to_be_checked()
    expect(reader.locator("#announcement")).to_have_text("My list")


def test_the_publication_of_a_page_is_picked_and_the_list_opened(reader: Page) -> None:
    reader.goto("/publications/omarova2021")
    reader.keyboard.press("s")
    expect(reader.locator("#announcement")).to_have_text("My list (1)")
    reader.keyboard.press("g")
    reader.keyboard.press("l")
    expect(reader).to_have_url(re.compile(r"/list\?key=omarova2021"))


def test_the_sheet_leads_to_the_list_with_what_is_picked_and_is_closed_for_who_comes_back(
    reader: Page,
) -> None:
    reader.goto("/publications/omarova2021")
    reader.keyboard.press("s")
    expect(reader.locator("#announcement")).to_have_text("My list (1)")
    reader.keyboard.press("?")
    sheet(reader).get_by_role("link", name="To my list").click()
    expect(reader).to_have_url(re.compile(r"/list\?key=omarova2021"))
    reader.go_back()
    expect(reader).to_have_url(re.compile("/publications/omarova2021$"))
    expect(sheet(reader)).to_be_hidden()


@pytest.mark.parametrize(("key", "path"), [("h", "/kk/"), ("p", "/kk/search")])
def test_two_keys_lead_to_a_page_in_the_same_language(reader: Page, key: str, path: str) -> None:
    reader.goto("/kk/status")
    reader.keyboard.press("g")
    reader.keyboard.press(key)
    expect(reader).to_have_url(re.compile(f"{path}$"))


@pytest.mark.parametrize("key", [".", "№"], ids=["Russian", "Kazakh"])
def test_the_key_of_a_slash_leads_to_the_search(reader: Page, key: str) -> None:
    press_elsewhere(reader, key, "Slash")
    expect(reader.locator("#q")).to_be_focused()


@pytest.mark.parametrize(("key", "code"), [(",", "Slash"), ("?", "Digit7")])
def test_the_key_of_a_question_mark_opens_the_sheet(reader: Page, key: str, code: str) -> None:
    press_elsewhere(reader, key, code, shift=True)
    expect(sheet(reader)).to_be_visible()


def test_letters_are_found_by_their_place_in_other_scripts(reader: Page) -> None:
    press_elsewhere(reader, "о", "KeyJ")
    expect(title(reader, 0)).to_be_focused()
    press_elsewhere(reader, "ъ", "BracketRight")
    expect(reader).to_have_url(re.compile("page=2"))
    reader.wait_for_load_state()
    press_elsewhere(reader, "п", "KeyG")
    press_elsewhere(reader, "р", "KeyH")
    expect(reader).to_have_url(re.compile(r":\d+/$"))


def test_letters_are_found_by_their_name_on_other_latin_layouts(reader: Page) -> None:
    # Where English keyboards have a c, that of Dvorak has a j.
    press_elsewhere(reader, "j", "KeyC")
    expect(title(reader, 0)).to_be_focused()


@pytest.mark.parametrize("modifier", ["Control", "Alt", "Meta", "Shift"])
def test_a_key_with_a_modifier_is_left_to_the_browser(reader: Page, modifier: str) -> None:
    reader.keyboard.press(f"{modifier}+j")
    reader.keyboard.press("j")
    expect(title(reader, 0)).to_be_focused()


def test_the_sheet_takes_the_focus_and_gives_it_back(reader: Page) -> None:
    reader.keyboard.press("j")
    reader.keyboard.press("?")
    expect(sheet(reader).get_by_role("button", name="Close")).to_be_focused()
    reader.keyboard.press("j")
    expect(sheet(reader).get_by_role("button", name="Close")).to_be_focused()
    reader.keyboard.press("Escape")
    expect(sheet(reader)).to_be_hidden()
    expect(title(reader, 0)).to_be_focused()


def test_the_button_of_the_sheet_is_there_for_scripts_alone(visit: Callable[..., Page]) -> None:
    name = "Keyboard shortcuts"
    for scripts in (True, False):
        page = visit(java_script_enabled=scripts)
        page.goto("/")
        expect(page.get_by_role("contentinfo").get_by_role("button", name=name)).to_have_count(int(scripts))


def test_shortcuts_can_be_switched_off_for_good(reader: Page) -> None:
    opener = reader.get_by_role("contentinfo").get_by_role("button", name="Keyboard shortcuts")
    for wanted in (False, True):
        opener.click()
        reader.get_by_label("Use these shortcuts in this browser").set_checked(wanted)
        reader.get_by_role("button", name="Close").click()
        reader.reload()
        reader.keyboard.press("/")
        expect(reader.locator("#q:focus")).to_have_count(int(wanted))


def test_help_names_the_same_keys_without_scripts(visit: Callable[..., Page]) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/search/help#keyboard")
    expect(page.get_by_role("region", name="Keyboard shortcuts").locator("kbd").first).to_be_visible()


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_on_the_open_sheet(visit: Callable[..., Page], viewport: dict[str, int]) -> None:
    page = with_axe(visit(viewport=viewport, reduced_motion="reduce"))
    page.goto("/publications/leaflet")
    page.keyboard.press("?")
    expect(sheet(page)).to_be_visible()
    assert violations(page) == []
