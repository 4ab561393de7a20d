"""Every type of page × languages × phone and desk × light and dark: what nobody should meet anywhere.

axe looks by the rules of WCAG 2.2 AA and of good practice, targets of 24 pixels among them.
"""

from collections import defaultdict
from collections.abc import Iterable

import pytest
from flask import Flask

from catalogue.settings import LOCALES
from tests.browser.chromium import ABSENT, CHROMIUM
from tests.browser.looking import AXE, Seen, View, look_at_all
from tests.browser.page_types import PAGE_TYPES, STATUSES, WITHOUT_A_PAGE

pytestmark = pytest.mark.browser

PRINTED = {"home", "search with filters", "publication, much known", "people", "list", "project"}
"""Types that have all the colours there are. On paper one language looks like another."""
VIEWS = tuple(
    View(
        name,
        f"/{language}{address}",
        language,
        screen,
        is_printed=screen == "desk" and language == LOCALES[0] and name in PRINTED,
    )
    for name, address in PAGE_TYPES.items()
    for language in LOCALES
    for screen in ("phone", "desk")
)


@pytest.fixture(scope="module")
def seen(site: str) -> dict[View, Seen]:
    """Every view of every page."""
    if CHROMIUM is None:
        pytest.skip(ABSENT)
    return look_at_all(site, VIEWS)


def assert_none(faults: Iterable[tuple[View, str]]) -> None:
    """There are no faults; else each is told in a line, with where it was met: one in the frame of all pages
    once."""
    places = defaultdict(list)
    for view, fault in faults:
        places[fault].append(f"{view.address} ({view.screen})")
    told = [f"{fault} at {len(where)}: {', '.join(where[:3])}" for fault, where in places.items()]
    assert told == [], "\n".join(told)


def test_axe_finds_nothing(seen: dict[View, Seen]) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm ci)")
    found = (
        (view, f"{scheme}: {fault}")
        for view, page in seen.items()
        for scheme, faults in page.violations.items()
        for fault in faults
    )
    assert_none(found)


def test_no_page_is_wider_than_its_screen(seen: dict[View, Seen]) -> None:
    wider = (
        (view, f"{width} on {screen}")
        for view, page in seen.items()
        for screen, width in page.widths.items()
        if width > screen
    )
    assert_none(wider)


def test_pages_break_no_policy_and_ask_nobody_else(seen: dict[View, Seen]) -> None:
    complaints = (
        (view, complaint)
        for view, page in seen.items()
        for complaint in page.complaints
        # That an error is an error is all that its page may be told of.
        if not (PAGE_TYPES[view.name] in STATUSES and str(STATUSES[PAGE_TYPES[view.name]]) in complaint)
    )
    assert_none(complaints)


def test_every_page_has_its_landmarks_and_one_main_heading(seen: dict[View, Seen]) -> None:
    wrong = ((view, str(page.parts)) for view, page in seen.items() if set(page.parts.values()) != {1})
    assert_none(wrong)


def test_everything_to_operate_has_a_name(seen: dict[View, Seen]) -> None:
    nameless = ((view, each) for view, page in seen.items() for each in page.nameless)
    assert_none(nameless)


def test_every_page_has_a_type(app: Flask) -> None:
    known = app.url_map.bind("127.0.0.1")
    shown = {
        known.match(address.partition("?")[0])[0]
        for address in PAGE_TYPES.values()
        if address not in STATUSES
    }
    there = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert there - shown == set(WITHOUT_A_PAGE)
