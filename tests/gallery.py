"""Takes the pictures of README.md: every type of page, looked at with an installed Chromium.

Most are of the site that `data/` makes; of people, journals and keywords `data/` may say too little, so that
their pages are those of the invented library. They are WebP, which DevTools can take.
"""

import base64
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright

from catalogue.app import create_app
from catalogue.build import build
from catalogue.documents import FIELDS
from catalogue.settings import Settings
from index import open_engine
from tests.browser.chromium import ARGUMENTS, CHROMIUM
from tests.browser.conftest import Guarded
from tests.browser.library import RICH, SERIES, SITE_SHOWN
from tests.browser.serving import serving
from tests.catalogue.web.library import KAZAKH, RICE, fill

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".github"
MOST = 45_000
"""Bytes of a picture."""
_SHARPEST, _STEP = 60, 10
"""Where the quality of a picture begins, and what it loses as long as the picture is too large."""
_COLUMNS = 3
_ARTICLE = "publications/gender-vulnerabilities-2025"
_LIST = "list?key=gender-vulnerabilities-2025&key=kazakhstan-migration-policy-2025"
_SCREENS: dict[str, dict[str, Any]] = {
    "desk": {"viewport": {"width": 1200, "height": 800}},
    "phone": {"viewport": {"width": 390, "height": 780}, "is_mobile": True, "has_touch": True},
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A page to take: the name of its file, what is on it, its address, and how it is looked at; `typed` goes
    into its first box to search by, `pressed` is a key."""

    name: str
    shows: str
    address: str
    screen: str = "desk"
    dark: bool = False
    typed: str = ""
    pressed: str = ""


PICTURES = (
    Picture("home", "The first page", "/en/"),
    Picture("search", "A search: filters with counts, and the passages that match", "/en/search?q=migration"),
    Picture("publication", "A publication", f"/en/{_ARTICLE}"),
    Picture("home-phone", "The first page in Kazakh, on a phone in the dark", "/kk/", "phone", True),
    Picture("search-phone", "A search in Russian, on a phone", "/ru/search?q=гендер", "phone"),
    Picture(
        "publication-phone",
        "A publication in Kazakh, on a phone",
        f"/kk/{_ARTICLE}",
        "phone",
    ),
    Picture(
        "publication-dark",
        "A publication in Russian, in the dark",
        f"/ru/{_ARTICLE}",
        dark=True,
    ),
    Picture("help", "What can be typed", "/en/search/help"),
    Picture("shortcuts", "Keyboard shortcuts", "/en/search?q=migration", pressed="?"),
    Picture("years", "Years", "/en/years"),
    Picture("year", "A year", "/en/years/2025"),
    Picture("types", "Types of publications, in Kazakh", "/kk/types"),
    Picture("type", "A type", "/en/types/article"),
    Picture("projects", "Projects", "/en/projects"),
    Picture("project", "A project, in Kazakh", "/kk/projects/eump"),
    Picture("news", "News, in Russian", "/ru/news"),
    Picture("news-item", "A piece of news", "/en/news/2025-articles"),
    Picture("course", "The page of a course, in Kazakh", "/kk/pages/course"),
    Picture("cite", "A result, cited by GOST", "/en/cite?q=migration"),
    Picture(
        "list",
        "A list of one’s own",
        f"/en/{_LIST}",
    ),
    Picture("report", "Where to report a mistake", "/en/report?key=gender-vulnerabilities-2025"),
    Picture("status", "The state of the catalogue", "/en/status"),
    Picture("error", "A page that is not there", "/en/nowhere"),
)
"""Of the site that `data/` makes."""
INVENTED = (
    Picture("suggestions", "Suggestions, whatever the script", "/en/", typed="ахметова"),
    Picture("people", "People, by the Kazakh alphabet", "/kk/people"),
    Picture("person", "A person, with co-authors and years", "/en/people/akhmetova-gulnar"),
    Picture("person-dark", "The same in the dark", "/en/people/akhmetova-gulnar", dark=True),
    Picture("name", "A name that may be of several people", "/en/names/ospanova%2C%20madina"),
    Picture("venues", "Journals and events", "/en/venues"),
    Picture("venue", "A journal, in Russian", "/ru/venues/steppe-notes"),
    Picture("keywords", "Keywords", "/en/keywords"),
    Picture("keyword", "A keyword", "/en/keywords/pasture"),
    Picture("languages", "Languages", "/ru/languages"),
    Picture("language", "A language", "/en/languages/kk"),
    Picture("facet", "All values of a filter", "/en/search/facets/author?q=pasture"),
    Picture("years-brushed", "A search with its years", "/en/search?q=pasture&year=2014..2019"),
)
"""Of the invented library."""


def table() -> str:
    """The pictures as README.md shows them, a row of `_COLUMNS` above a row of what they show."""
    rows = ["| | | |", "|---|---|---|"]
    pictures = (*PICTURES, *INVENTED)
    for start in range(0, len(pictures), _COLUMNS):
        row = pictures[start : start + _COLUMNS]
        empty = [""] * (_COLUMNS - len(row))
        images = [f"![{each.shows}](.github/{each.name}.webp)<br>{each.shows}" for each in row]
        rows.append("| " + " | ".join([*images, *empty]) + " |")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Writes one picture a page to `.github/`."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for make, pictures in ((_site_of_data, PICTURES), (_invented, INVENTED)):
            with serving(partial(make, Path(folder))) as (address, _):
                for picture in pictures:
                    _take(browser, address, picture)
        browser.close()


def _site_of_data(folder: Path, address: str) -> Flask:
    settings = Settings(data=ROOT / "data", state=folder, base_url=address)
    build(settings)
    return create_app(settings, renderer=Guarded())


def _invented(folder: Path, address: str) -> Flask:
    engine = open_engine("memory:", FIELDS)
    fill(engine, (RICE, KAZAKH, RICH, *SERIES), SITE_SHOWN)
    return create_app(Settings(data=folder, state=folder, base_url=address), engine, Guarded())


def _take(browser: Browser, address: str, picture: Picture) -> None:
    with browser.new_context(**_SCREENS[picture.screen], reduced_motion="reduce", locale="en") as context:
        page = context.new_page()
        page.emulate_media(color_scheme="dark" if picture.dark else "light")
        response = page.goto(address + picture.address, wait_until="networkidle")
        if response is None or response.status != (404 if picture.name == "error" else 200):
            raise SystemExit(f"{picture.address} cannot be taken: {response and response.status}")
        if picture.typed:
            page.locator("input[data-suggest]").first.fill(picture.typed)
            page.get_by_role("option").first.wait_for()
        if picture.pressed:
            page.keyboard.press(picture.pressed)
            page.get_by_role("dialog").wait_for()
        (FOLDER / f"{picture.name}.webp").write_bytes(_webp(page))


def _webp(page: Page) -> bytes:
    """What is on the screen, as sharp as `MOST` bytes allow."""
    devtools = page.context.new_cdp_session(page)
    for quality in range(_SHARPEST, 0, -_STEP):
        taken = devtools.send("Page.captureScreenshot", {"format": "webp", "quality": quality})
        image = base64.b64decode(taken["data"])
        if len(image) <= MOST:
            return image
    raise SystemExit(f"no picture of {page.url} is small enough")


if __name__ == "__main__":
    main()
