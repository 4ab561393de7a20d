"""What axe-core finds on a page as it stands just now, with what was opened on it by hand."""

from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.looking import AXE

_VIOLATIONS = """axe.run().then(found => found.violations.flatMap(each =>
  each.nodes.map(({html}) => `${each.id} ${html}`)))"""


def with_axe(page: Page) -> Page:
    """The same page, which axe can look at once it has gone somewhere; skips where axe is absent."""
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm ci)")
    # As a script of the browser's it needs no leave from the policy of the page.
    page.add_init_script(path=AXE)
    return page


def violations(page: Page) -> list[tuple[str, str]]:
    """Every violation with the scheme of colours that it was found in."""
    found: list[tuple[str, str]] = []
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        found += [(scheme, each) for each in page.evaluate(_VIOLATIONS)]
    return found
