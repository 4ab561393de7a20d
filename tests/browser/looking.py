"""Looks at every type of page in every language, on a phone and at a desk, in the light and in the dark, and
at the main ones as they are printed.

Several pages are open at once, since most of the time is spent by Chromium's own processes. What each was
like is a value; the tests only compare.
"""

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import BrowserContext, Page, ViewportSize, async_playwright

from tests.browser.chromium import ARGUMENTS, CHROMIUM, PATIENCE

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PHONE: ViewportSize = {"width": 390, "height": 844}
TABLET: ViewportSize = {"width": 768, "height": 1024}
DESK: ViewportSize = {"width": 1280, "height": 800}
NARROWEST: ViewportSize = {"width": 320, "height": 740}
_SCREENS: dict[str, dict[str, Any]] = {
    "phone": {"viewport": PHONE, "has_touch": True, "is_mobile": True},
    "desk": {"viewport": DESK},
}
"""Options of `Browser.new_context`."""
AT_ONCE = 2
"""Pages open at once for each kind of screen."""
_RULES = """{resultTypes: ['violations'], runOnly: {type: 'tag', values:
  ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}}"""
_COLOURS = "{resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block']}"
"""What another scheme of colours can break."""


@dataclass(frozen=True, slots=True)
class View:
    """A page as a reader has it: the name of its type, its address with a language in front, the screen, and
    whether paper is looked at as well."""

    name: str
    address: str
    language: str
    screen: str
    is_printed: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page was like: what axe found by scheme of colours, how wide it was on screens of which width,
    what it complained of, how many there are of what there must be one of, what has no name."""

    violations: dict[str, list[str]]
    widths: dict[int, int]
    complaints: list[str]
    parts: dict[str, int]
    nameless: list[str]


def look_at_all(site: str, views: Iterable[View]) -> dict[View, Seen]:
    """Every view of the site at an address, looked at once."""
    return asyncio.run(_look_at_all(site, list(views)))


async def _look_at_all(site: str, views: list[View]) -> dict[View, Seen]:
    seen: dict[View, Seen] = {}
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        workers = []
        for screen, options in _SCREENS.items():
            context = await browser.new_context(
                base_url=site, locale="en", reduced_motion="reduce", **options
            )
            context.set_default_timeout(PATIENCE)
            if AXE.is_file():
                # As a script of the browser's it needs no leave from the policy of the page.
                await context.add_init_script(path=AXE)
            waiting = iter([view for view in views if view.screen == screen])
            workers += [_work(context, site, waiting, seen) for _ in range(AT_ONCE)]
        await asyncio.gather(*workers)
        await browser.close()
    return seen


async def _work(context: BrowserContext, site: str, waiting: Iterator[View], seen: dict[View, Seen]) -> None:
    page = await context.new_page()
    for view in waiting:
        seen[view] = await _look(page, site, view)


def _listeners(site: str, complaints: list[str]) -> dict[Any, Any]:
    """What writes down that a page asks for what is elsewhere or not there, and whatever its console says."""
    return {
        "request": lambda asked: complaints.extend(url for url in [asked.url] if not url.startswith(site)),
        "requestfailed": lambda asked: complaints.append(f"{asked.url} {asked.failure}"),
        "response": lambda got: complaints.extend([f"{got.status} {got.url}"] if got.status >= 400 else []),
        "console": lambda said: complaints.append(said.text),
        "pageerror": lambda error: complaints.append(str(error)),
    }


async def _look(page: Page, site: str, view: View) -> Seen:
    """One visit to a page, for all that needs no hand."""
    complaints: list[str] = []
    heard = _listeners(site, complaints)
    for event, listener in heard.items():
        page.on(event, listener)
    await page.emulate_media(color_scheme="light", media="screen")
    await page.goto(view.address)
    widths = {}
    for size in (NARROWEST, PHONE) if view.screen == "phone" else (TABLET, DESK):
        await page.set_viewport_size(size)
        widths[size["width"]] = await page.evaluate("document.documentElement.scrollWidth")
    if view.screen == "desk":
        # What a reader can open is looked at as well: here all is open, on the phone nothing.
        await page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    parts = await page.evaluate(_PARTS)
    nameless = await page.evaluate(_NAMELESS)
    violations = {}
    if AXE.is_file():
        violations["light"] = await _axe(page, _RULES)
        await page.emulate_media(color_scheme="dark")
        violations["dark"] = await _axe(page, _COLOURS)
        if view.is_printed:
            await page.emulate_media(color_scheme="light", media="print")
            violations["paper"] = await _axe(page, _COLOURS)
    for event, listener in heard.items():
        page.remove_listener(event, listener)
    return Seen(violations, widths, complaints, parts, nameless)


async def _axe(page: Page, options: str) -> list[str]:
    """What axe finds, each in one line: its rule, and where."""
    found: list[str] = await page.evaluate(f"axe.run({options}).then({_LINES})")
    return found


_LINES = """found => found.violations.flatMap(each =>
  each.nodes.map(({html, any, all}) => [each.id, html.replace(/(href|action)="[^"]*"/g, "$1").slice(0, 200),
    any[0]?.message ?? all[0]?.message].join(" ")))"""

_PARTS = """() => Object.fromEntries(Object.entries({
  banner: "body > header", main: "main", contentinfo: "body > footer", h1: "h1",
  title: "head > title",
}).map(([name, selector]) => [name, document.querySelectorAll(selector).length]))"""

_NAMELESS = """() => {
  const named = each => each.getAttribute("aria-label") || each.textContent.trim()
    || Array.from(each.labels || [], label => label.textContent.trim()).join("");
  const controls = Array.from(document.querySelectorAll("a[href], button, input:not([type=hidden]), select"));
  return controls.filter(each => !named(each)).map(each => each.outerHTML);
}"""
