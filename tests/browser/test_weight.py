"""What a first visit to a full search page loads, counted as it is sent: packed."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from catalogue.facets import FACETS

pytestmark = pytest.mark.browser

MOST = 60_000
"""Bytes of a search page with its styles and scripts; its fonts come after it, and are kept."""
COUNTED = {"Document", "Stylesheet", "Script", "Fetch", "XHR"}
FULL = "/search?q=pasture&size=20"
"""As many results as a site shows unless told otherwise."""


def loaded(page: Page, address: str) -> Counter[str]:
    """Bytes on the wire by what they were for, until the page asks for nothing more."""
    kinds: dict[str, str] = {}
    sizes: Counter[str] = Counter()

    def answered(told: Any) -> None:
        kinds[told["requestId"]] = told["type"]

    def finished(told: Any) -> None:
        sizes[kinds.get(told["requestId"], "Other")] += int(told["encodedDataLength"])

    devtools = page.context.new_cdp_session(page)
    devtools.on("Network.responseReceived", answered)
    devtools.on("Network.loadingFinished", finished)
    devtools.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    return sizes


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_full_search_page_weighs_under_sixty_kilobytes(visit: Callable[..., Page], language: str) -> None:
    page = visit()
    sizes = loaded(page, f"/{language}{FULL}")
    expect(page.locator("article.entry")).to_have_count(20)
    expect(page.locator("#filters fieldset")).to_have_count(len(FACETS))
    assert {"Document", "Stylesheet", "Script"} <= set(sizes)
    assert sum(size for kind, size in sizes.items() if kind in COUNTED) < MOST, dict(sizes)
