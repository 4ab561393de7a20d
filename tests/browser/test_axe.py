"""What axe-core finds on pages of every type: nothing, on a phone and at a desk, in the light and dark."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
COLOURS = "{runOnly: ['color-contrast', 'link-in-text-block']}"
"""What the scheme of colours can break."""
SEARCHES = [
    "/search?q=survey+7&size=3&year=1990..2000",
    "/search?q=nothingness",
    "/search?type=report&page=2",
]
SEARCHES += ["/search/help", "/search/facets/author?q=delta&author=lindqvist%2C+per", "/search/facets/type"]
RECORDS = ["/publications/omarova2021", "/publications/zhandosov2024", "/publications/reeds.bib"]
LISTS = ["/cite?q=delta", "/list?key=reeds.bib&key=omarova2021", "/list"]
OTHERS = ["/", "/projects/delta", "/news", "/news/spring", "/pages/course", "/status"]


@pytest.mark.parametrize("address", [*SEARCHES, *RECORDS, *LISTS, *OTHERS])
def test_axe_finds_nothing(browser: Browser, site: str, address: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm ci)")
    found = []
    # Without motion, so that a colour is not measured on its way to another.
    with browser.new_context(base_url=site, reduced_motion="reduce", bypass_csp=True) as context:
        page = context.new_page()
        page.goto(address)
        page.add_script_tag(path=AXE)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme="light")
            found += page.evaluate("axe.run()")["violations"]
            page.emulate_media(color_scheme="dark")
            found += page.evaluate(f"axe.run({COLOURS})")["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
