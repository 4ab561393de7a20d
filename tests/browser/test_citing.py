"""From a publication to a citation in one's own list of references, with scripts and without."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.holding import Held
from tests.catalogue.web.library import KAZAKH

pytestmark = pytest.mark.browser

ARTICLE = f"/publications/{KAZAKH.key}"
TITLE = KAZAKH.titles(["en"])


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def reader(visit: Callable[..., Page], request: pytest.FixtureRequest) -> Page:
    """A reader who reads Russian, with and without scripts."""
    return visit(locale="ru", java_script_enabled=request.param, accept_downloads=True)


@pytest.fixture
def scripted(visit: Callable[..., Page]) -> Page:
    return visit(permissions=["clipboard-read", "clipboard-write"])


class Hands:
    """Uses a page as a person would, and counts what that took."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0
        self.scripts = not page.evaluate("document.querySelector('[data-copy]').hidden")

    def choose(self, name: str, option: str) -> None:
        self.page.locator(f"#cite-{name}").select_option(label=option)
        self.actions += 1
        if not self.scripts:
            self.page.locator(".picker button[type=submit]").click()

    def click(self, role: Any, name: str) -> None:
        self.page.get_by_role(role, name=name).click()
        self.actions += 1


def test_a_kazakh_article_is_cited_by_each_rule_in_five_actions(reader: Page) -> None:
    reader.goto(f"/ru{ARTICLE}")
    citation, hands = reader.locator("#citation"), Hands(reader)
    expect(citation).to_contain_text("// Жарияланбаған хабаршы. 2024. Т. 12, № 3.")
    hands.choose("style", "ГОСТ 7.1–2003")
    expect(citation).to_contain_text("// Жарияланбаған хабаршы. – 2024. – Т. 12, № 3.")
    hands.choose("letters", "BGN/PCGN")
    expect(citation).to_contain_text("[Steppe rivers in two censuses]")
    with reader.expect_download() as download:
        hands.click("link", "RTF")
    assert "[Steppe rivers in two censuses]" in Path(download.value.path()).read_text("ascii")
    assert hands.actions <= 5


def test_the_style_chosen_last_greets_the_reader_of_the_next_page(reader: Page) -> None:
    reader.goto(ARTICLE)
    Hands(reader).choose("style", "APA 7")
    expect(reader.locator("#citation")).to_contain_text("(2024)")
    reader.goto("/publications/omarova2021")
    expect(reader.locator("#cite-style")).to_have_value("apa")


@pytest.mark.parametrize(
    "device",
    [
        {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
        {"viewport": {"width": 1366, "height": 768}},
    ],
    ids=["phone", "laptop"],
)
def test_who_chooses_a_style_stays_where_the_citation_is(
    visit: Callable[..., Page], device: dict[str, Any]
) -> None:
    page = visit(**device)
    page.goto(f"{ARTICLE}#cite")
    page.evaluate("document.getElementById('citation').scrollIntoView({ block: 'end' })")
    page.evaluate("document.getElementById('cite-style').focus({ preventScroll: true })")
    seen = page.evaluate("scrollY")
    waiting: list[Route] = []
    page.route(re.compile("[?]style=apa$"), lambda route: waiting.append(route))
    with page.expect_request(re.compile("[?]style=apa$")):
        page.locator("#cite-style").select_option(label="APA 7")
    expect(page.locator("#citing")).to_have_attribute("aria-busy", "true")
    # What is busy must not widen a phone's page, which would take the reader elsewhere.
    assert page.evaluate("innerWidth") == device["viewport"]["width"]
    waiting.pop().continue_()
    expect(page.locator("#citation")).to_contain_text("(2024)")
    expect(page.locator("#citation")).to_be_in_viewport(ratio=1)
    expect(page.locator("#cite-style")).to_be_focused()
    assert page.evaluate("scrollY") == seen


def test_a_citation_below_the_screen_comes_to_be_seen_when_another_style_is_chosen(
    visit: Callable[..., Page],
) -> None:
    page = visit(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page.goto(ARTICLE)
    page.evaluate("document.getElementById('cite-style').scrollIntoView({ block: 'end' })")
    expect(page.locator("#citation")).not_to_be_in_viewport()
    page.locator("#cite-style").select_option(label="APA 7")
    expect(page.locator("#citation")).to_contain_text("(2024)")
    expect(page.locator("#citation")).to_be_in_viewport(ratio=1)


def test_what_is_chosen_last_is_cited_however_answers_come(visit: Callable[..., Page]) -> None:
    page = visit()
    page.goto(ARTICLE)
    late: list[Route] = []
    page.route(re.compile(r"\?style=apa$"), lambda route: late.append(route))
    page.locator("#cite-style").select_option(label="APA 7")
    page.locator("#cite-letters").select_option(label="BGN/PCGN")
    expect(page.locator("#citation")).to_contain_text("[Steppe rivers in two censuses]")
    expect(page).to_have_url(re.compile("letters=bgn"))
    assert len(late) == 1
    expect(page.locator("#cite-letters")).to_have_value("bgn-pcgn")


@pytest.fixture(params=[ARTICLE, "/list?key=omarova2021"], ids=["publication", "list"])
def citing(request: pytest.FixtureRequest) -> str:
    """The address of a page whose form of citations is used."""
    return str(request.param)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_an_unknown_style_is_told_at_its_field_and_corrected_there(
    visit: Callable[..., Page], citing: str, scripts: bool
) -> None:
    page = visit(java_script_enabled=scripts)
    page.goto(citing)
    page.locator("#cite-style").select_option(label="APA 7")
    page.get_by_text("Another style").click()
    name = page.get_by_label("Name of a CSL style")
    name.fill("no such style")
    name.press("Enter")
    expect(name).to_have_value("no such style")
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(name).to_have_accessible_description(
        re.compile("There is no citation style named “no such style”")
    )
    expect(page.locator("#cite-style")).to_have_value("apa")
    if scripts:
        expect(name).to_be_focused()
    name.fill("nature")
    name.press("Enter")
    expect(page.locator("#cite-style")).to_have_value("nature")
    expect(name).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator(".citation").first).to_be_visible()


def test_a_mistake_takes_the_keyboard_back_to_its_field(visit: Callable[..., Page]) -> None:
    page = visit()
    page.goto(ARTICLE)
    page.get_by_text("Another style").click()
    page.get_by_label("Name of a CSL style").fill("no such style")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Name of a CSL style")).to_be_focused()
    page.locator("#cite-style").select_option(label="APA 7")
    expect(page.locator("#citation")).to_contain_text("(2024)")
    expect(page.get_by_label("Name of a CSL style")).to_have_value("")


def test_the_keyboard_goes_on_where_it_was_while_a_citation_came(visit: Callable[..., Page]) -> None:
    page = visit()
    page.goto(ARTICLE)
    page.get_by_text("Another style").click()
    page.get_by_label("Name of a CSL style").fill("nature")
    page.keyboard.press("Tab")
    expect(page.locator("#cite-style")).to_have_value("nature")
    expect(page.locator(".picker").get_by_role("button", name="Cite")).to_be_focused()
    # A second wish needs no second look for the field.
    expect(page.get_by_label("Name of a CSL style")).to_have_value("")
    expect(page.get_by_label("Name of a CSL style")).to_be_visible()


def test_a_name_can_be_typed_while_a_citation_comes(visit: Callable[..., Page]) -> None:
    page = visit()
    page.goto(ARTICLE)
    held = Held(page, r"\?style=apa$")
    page.locator("#cite-style").select_option(label="APA 7")
    expect(page.locator("#citing")).to_have_attribute("aria-busy", "true")
    page.get_by_text("Another style").click()
    page.get_by_label("Name of a CSL style").press_sequentially("nat")
    held.let_go()
    expect(page.locator("#citation")).to_contain_text("(2024)")
    expect(page.get_by_label("Name of a CSL style")).to_be_focused()
    page.keyboard.type("ure")
    page.keyboard.press("Enter")
    expect(page.locator("#cite-style")).to_have_value("nature")


def test_a_changed_citation_is_announced_in_its_language(visit: Callable[..., Page]) -> None:
    page = visit()
    page.goto(f"/en{ARTICLE}")
    page.locator("#cite-style").select_option(label="APA 7")
    expect(page.locator("#announcement")).to_contain_text("(2024)")
    expect(page.locator("#announcement")).to_have_attribute("lang", "kk")


def test_a_network_that_breaks_off_costs_no_citation(visit: Callable[..., Page]) -> None:
    page = visit()
    page.goto(ARTICLE)
    page.route(re.compile(r"\?style=apa$"), lambda route: route.abort(), times=1)
    page.locator("#cite-style").select_option(label="APA 7")
    expect(page.get_by_role("alert")).to_contain_text("The site cannot be reached")
    expect(page.locator("#citation")).to_contain_text("// Жарияланбаған хабаршы. 2024.")
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.locator("#citation")).to_contain_text("(2024)")
    expect(page.get_by_role("alert")).to_be_hidden()


def test_another_language_of_the_page_shows_the_same_part_of_it_and_the_citation_chosen(
    visit: Callable[..., Page],
) -> None:
    page = visit(viewport={"width": 390, "height": 844})
    page.goto(f"/kk{ARTICLE}?style=mla#cite")
    page.locator("#cite-style").select_option(label="APA 7")
    expect(page.locator("#citation")).to_contain_text("(2024)")
    page.locator("#languages").get_by_role("link", name="Русский").click()
    expect(page).to_have_url(re.compile(f"/ru{ARTICLE}.*#cite$"))
    expect(page.locator("#citation")).to_contain_text("(2024)")
    expect(page.locator("#citation")).to_be_in_viewport()


def test_a_citation_is_copied_with_its_italics(scripted: Page) -> None:
    scripted.goto("/publications/omarova2021?style=apa")
    scripted.get_by_role("button", name="Copy").click()
    expect(scripted.locator("#citing .copied")).to_have_text("Copied")
    html = scripted.evaluate(
        "navigator.clipboard.read().then(([all]) => all.getType('text/html')).then(blob => blob.text())"
    )
    assert "<i>Journal of Invented Deltas</i>" in html


def test_a_list_is_picked_shared_and_exported(scripted: Page, visit: Callable[..., Page]) -> None:
    scripted.goto("/search?q=delta")
    scripted.get_by_label("Pick for my list: Rice in the Ili delta: effects of CO2").check()
    scripted.goto(f"/en{ARTICLE}")
    scripted.get_by_label(f"Pick for my list: {TITLE}").check()
    scripted.get_by_role("button", name="My list (2)").click()
    expect(scripted.locator("#references li")).to_have_count(2)
    scripted.get_by_role("button", name="Share").click()
    expect(scripted.locator(".copied")).not_to_be_empty()
    shared = scripted.evaluate("navigator.clipboard.readText()")
    assert "/list?" in shared
    assert "/en/" not in shared  # whoever gets it may read another language
    page = visit()
    page.goto(shared)
    expect(page.locator("#references li")).to_have_count(2)
    page.get_by_text("Export all (2)").click()
    exported = page.request.get(shared.replace("/list?", "/list.bib?")).text()
    assert exported.count("\n@") + 1 == 2


REFUSED = "navigator.clipboard.writeText = navigator.clipboard.write = () => Promise.reject(new Error())"
ABSENT = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


@pytest.mark.parametrize("clipboard", [REFUSED, ABSENT], ids=["refused", "absent"])
def test_an_address_that_cannot_be_copied_is_there_to_be_taken(
    visit: Callable[..., Page], clipboard: str
) -> None:
    page = visit()
    page.add_init_script(clipboard)
    page.goto("/list?key=reeds.bib&key=omarova2021")
    page.get_by_role("button", name="Share").click()
    field = page.get_by_label(re.compile("^Your browser does not let this be copied"))
    expect(field).to_be_focused()
    expect(field).to_have_value(re.compile(r"^http.*/list[?]key=reeds.bib&key=omarova2021$"))
    page.wait_for_function("getSelection().toString() === document.activeElement.value")


def test_a_citation_that_cannot_be_copied_is_selected(visit: Callable[..., Page]) -> None:
    page = visit()
    page.add_init_script(f"{ABSENT}; document.execCommand = () => false")
    page.goto(ARTICLE)
    page.locator("#citing").get_by_role("button", name="Copy").click()
    expect(page.locator("#citing .copied")).to_contain_text("it is selected")
    page.wait_for_function("getSelection().containsNode(document.getElementById('citation'), true)")


def test_where_nothing_can_be_kept_what_is_picked_on_a_page_makes_a_list(visit: Callable[..., Page]) -> None:
    page = visit()
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('no room') }")
    page.goto(ARTICLE)
    page.get_by_label(f"Pick for my list: {TITLE}").check()
    page.get_by_role("button", name="My list (1)").click()
    expect(page.locator("#references li")).to_have_count(1)


def test_a_list_is_kept_and_edited_in_the_browser(scripted: Page) -> None:
    scripted.goto("/search?q=delta")
    scripted.get_by_label("Pick for my list: Rice in the Ili delta: effects of CO2").check()
    scripted.reload()
    expect(scripted.get_by_label("Pick for my list: Rice in the Ili delta: effects of CO2")).to_be_checked()
    scripted.get_by_role("button", name="My list (1)").click()
    scripted.get_by_role("button", name="Remove").click()
    expect(scripted.get_by_text("Nothing is picked yet")).to_be_visible()
    assert json.loads(scripted.evaluate("localStorage.getItem('catalogue-list')")) == []


def test_a_list_too_long_for_an_address_is_cited_and_edited(scripted: Page) -> None:
    kept = ["reeds.bib", "omarova2021", *(f"no-longer-here-{number:04d}" for number in range(400))]
    scripted.goto("/")
    scripted.evaluate("keys => localStorage.setItem('catalogue-list', JSON.stringify(keys))", kept)
    scripted.reload()
    scripted.get_by_role("button", name="My list (402)").click()
    scripted.get_by_label("Style", exact=True).select_option(label="APA 7")
    expect(scripted.locator("#references")).to_contain_text("(2021)")
    scripted.get_by_role("button", name="Remove").first.click()
    expect(scripted.locator("#references li")).to_have_count(1)
    assert json.loads(scripted.evaluate("localStorage.getItem('catalogue-list')")) == ["omarova2021"]


def test_a_list_of_another_leaves_mine_alone_until_i_keep_it(scripted: Page) -> None:
    scripted.goto("/list?key=reeds.bib&key=omarova2021")
    scripted.get_by_role("button", name="Remove").first.click()
    expect(scripted.locator("#references li")).to_have_count(1)
    assert scripted.evaluate("localStorage.getItem('catalogue-list')") is None
    scripted.get_by_role("button", name="Keep as my list").click()
    expect(scripted.get_by_role("button", name="My list (1)")).to_be_visible()


def test_a_list_is_picked_without_scripts(visit: Callable[..., Page]) -> None:
    page = visit(java_script_enabled=False)
    page.goto("/search?q=delta")
    page.get_by_label("Pick for my list: Rice in the Ili delta: effects of CO2").check()
    page.get_by_role("button", name="Show what I picked").click()
    expect(page.locator("#references li")).to_have_count(1)
