"""Pages whose templates are a site's own: scripts do what is left for them to do, and fail at nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from catalogue.app import create_app
from catalogue.documents import FIELDS
from catalogue.settings import Settings
from index import open_engine
from tests.browser.serving import serving
from tests.catalogue.web.library import fill
from tests.catalogue.web.renderer import ToldRenderer

pytestmark = pytest.mark.browser

FRAME = "{% macro picked() %}{% endmacro %}"
SEARCH = """{% extends "base.html" %}
{% from "_records.html" import entry %}
{% block scripts %}
  <script defer src="{{ static_url(filename='vendor/htmx.min.js') }}"></script>
  <script type="module" src="{{ static_url(filename='search.js') }}"></script>
  <script type="module" src="{{ static_url(filename='years.js') }}"></script>
{% endblock %}
{% block main %}
<ol class="entries">
  {% for row in page.results %}{{ entry(row.record, own_title(row.record)) }}{% endfor %}
</ol>
<input type="range" aria-label="Volume">
{% endblock %}
"""


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site without its list in the frame, and with a search page of its own."""
    folder: Path = tmp_path_factory.mktemp("own")
    (folder / "templates").mkdir()
    (folder / "templates" / "_frame.html").write_text(FRAME)
    (folder / "templates" / "search.html").write_text(SEARCH)
    engine = open_engine("memory:", FIELDS)
    fill(engine)
    settings = Settings(data=folder, state=folder, templates=folder / "templates")
    with serving(lambda address: create_app(settings, engine, ToldRenderer())) as (address, _):
        yield address


@pytest.fixture
def reader(visit: Callable[..., Page], own_site: str) -> Iterator[Page]:
    """Somebody who sees that site; no script may fail meanwhile."""
    page, failures = visit(base_url=own_site), list[str]()
    page.on("pageerror", lambda error: failures.append(str(error)))
    yield page
    assert failures == []


def test_publications_are_picked_where_the_frame_has_no_list(reader: Page) -> None:
    reader.goto("/publications/omarova2021")
    reader.get_by_label("Pick for my list").check()
    reader.keyboard.press("g")
    reader.keyboard.press("l")
    reader.keyboard.press("s")
    expect(reader.get_by_label("Pick for my list")).not_to_be_checked()
    reader.get_by_label("Pick for my list").check()
    reader.reload()
    expect(reader.get_by_label("Pick for my list")).to_be_checked()


def test_a_search_page_of_ones_own_needs_no_form(reader: Page) -> None:
    reader.goto("/search?q=delta")
    reader.get_by_label("Volume").press("End")
    reader.get_by_label("Pick for my list: Rice").check()
    reader.get_by_role("searchbox").or_(reader.get_by_role("combobox")).fill("surv")
    expect(reader.get_by_role("listbox")).to_be_visible()
