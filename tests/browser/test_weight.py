"""What a first visit to a full search page loads, counted as it is sent: packed."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from catalogue.app import create_app
from catalogue.documents import FIELDS
from catalogue.facets import FACETS
from catalogue.library import read_library
from catalogue.model import Access, AccessStatus
from catalogue.scan import scan
from catalogue.settings import LOCALES, Settings
from index import open_engine
from tests.benchmarks.invented import bibtex
from tests.browser.library import SITE_SHOWN
from tests.browser.serving import serving
from tests.catalogue.web.library import fill
from tests.catalogue.web.renderer import ToldRenderer

pytestmark = pytest.mark.browser

MOST = 60_000
"""Bytes of a search page with its styles and scripts; its fonts come after it, and are kept."""
COUNTED = {"Document", "Stylesheet", "Script", "Fetch", "XHR"}
FULL = "/search?q=model+data&match=any&size=20"
"""As many results as a site shows unless told otherwise."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with invented publications whose words are as various as in life, and which have
    all that is filtered by."""
    folder: Path = tmp_path_factory.mktemp("weighed")
    (folder / "invented.bib").write_text("\n".join(bibtex(300)), encoding="utf-8")
    records = tuple(
        replace(own, languages=(LOCALES[number % 3],), projects=("delta",), access=Access(AccessStatus.OPEN))
        for number, own in enumerate(read_library(scan(folder)).records.values())
    )
    engine = open_engine("memory:", FIELDS)
    fill(engine, records, SITE_SHOWN)
    settings = Settings(data=folder, state=folder, languages=LOCALES)
    app = create_app(settings, engine, ToldRenderer())
    with serving(lambda address: app) as (address, _):
        yield address


def loaded(page: Page, address: str) -> Counter[str]:
    """Bytes of what was sent, headers apart, by what it was for, until the page asks for nothing more."""
    begun: dict[str, Any] = {}
    sizes: Counter[str] = Counter()

    def finished(told: Any) -> None:
        answer = begun.get(told["requestId"])
        if answer:
            headers = answer["response"]["encodedDataLength"]
            sizes[answer["type"]] += int(told["encodedDataLength"] - headers)

    devtools = page.context.new_cdp_session(page)
    devtools.on("Network.responseReceived", lambda told: begun.update({told["requestId"]: told}))
    devtools.on("Network.loadingFinished", finished)
    devtools.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    return sizes


@pytest.mark.parametrize("language", LOCALES)
def test_a_full_search_page_weighs_under_sixty_kilobytes(
    visit: Callable[..., Page], library: str, language: str
) -> None:
    page = visit(base_url=library)
    sizes = loaded(page, f"/{language}{FULL}")
    expect(page.locator("article.entry")).to_have_count(20)
    expect(page.locator("#filters fieldset")).to_have_count(len(FACETS))
    assert {"Document", "Stylesheet", "Script"} <= set(sizes)
    assert sum(size for kind, size in sizes.items() if kind in COUNTED) < MOST, dict(sizes)
