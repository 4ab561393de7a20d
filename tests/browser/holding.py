"""Answers that a test holds back while something else happens."""

import re

from playwright.sync_api import Page, Route

from tests.browser.chromium import PATIENCE

_STEP = 10  # milliseconds


class Held:
    """The next request of a page for an address that a pattern matches, until it is let go."""

    def __init__(self, page: Page, pattern: str) -> None:
        self._page = page
        self._routes: list[Route] = []
        page.route(re.compile(pattern), lambda route: self._routes.append(route), times=1)

    def let_go(self) -> None:
        """Let the answer come. A page says that it is busy before its request has come this far."""
        for _ in range(PATIENCE // _STEP):
            if self._routes:
                break
            self._page.wait_for_timeout(_STEP)
        self._routes.pop().continue_()
