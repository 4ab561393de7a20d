"""A site with a look of its own: logo, colours, templates, rules and emblems."""

import re
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from catalogue.app import create_app
from catalogue.settings import Settings, load_settings
from catalogue.site import Article, LocalisedArticle
from catalogue.web.theme import look_version
from index import SearchEngine
from tests.catalogue.web.library import DELTA, RECORDS, SITE, WETLANDS, fill
from tests.catalogue.web.pages import page, texts
from tests.catalogue.web.renderer import ToldRenderer

README = (Path(__file__).resolve().parents[3] / "README.md").read_text(encoding="utf-8")
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><path d="M0 0h300v100z"/></svg>'
PICTURE = b"RIFF\x00\x00\x00\x00WEBP an invented emblem"


@pytest.fixture
def look(tmp_path: Path) -> Path:
    """A folder for all that a look consists of."""
    folder = tmp_path / "look"
    folder.mkdir()
    return folder


def site(settings: Settings, engine: SearchEngine, **chosen: Any) -> FlaskClient:
    """Somebody at a site with these choices."""
    return create_app(replace(settings, **chosen), engine, ToldRenderer()).test_client()


def rules(client: FlaskClient) -> str:
    """The stylesheet that a page asks for."""
    (address,) = page(client, "/").xpath("//link[@rel='stylesheet']/@href")
    return client.get(address).get_data(as_text=True)


def test_a_logo_stands_before_the_name(settings: Settings, engine: SearchEngine, look: Path) -> None:
    (look / "logo.svg").write_text(LOGO)
    client = site(settings, engine, logo=look / "logo.svg")
    (image,) = page(client, "/en/search").xpath("//a[@class='brand']/img")
    assert (image.get("alt"), int(image.get("width")) / int(image.get("height"))) == ("", 3)
    sent = client.get(image.get("src"), buffered=True)
    assert (sent.mimetype, sent.get_data(as_text=True)) == ("image/svg+xml", LOGO)
    assert sent.cache_control.max_age == 365 * 24 * 60 * 60


def test_a_drawn_logo_keeps_its_form(settings: Settings, engine: SearchEngine, look: Path) -> None:
    header = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 640, 320)
    (look / "logo.png").write_bytes(header)
    (image,) = page(site(settings, engine, logo=look / "logo.png"), "/").xpath("//a[@class='brand']/img")
    assert int(image.get("width")) / int(image.get("height")) == 2


@pytest.mark.parametrize(
    "content",
    ["<svg/>", "<svg width='0' height='9'/>", "<svg", "<svg width='9em'/>", "<svg viewBox='0 0 1e999 9'/>"],
)
def test_a_logo_that_does_not_tell_its_form_is_a_square(
    settings: Settings, engine: SearchEngine, look: Path, content: str
) -> None:
    (look / "logo.svg").write_text(content)
    (image,) = page(site(settings, engine, logo=look / "logo.svg"), "/").xpath("//a[@class='brand']/img")
    assert image.get("width") == image.get("height")


def test_a_site_without_a_logo_has_none(client: FlaskClient) -> None:
    assert not page(client, "/").xpath("//a[@class='brand']/img")
    assert client.get("/logo").status_code == 404


def test_colours_follow_ours(settings: Settings, engine: SearchEngine) -> None:
    written = rules(site(settings, engine, accent="#7a1024", accent_dark="#f0a0b0"))
    assert re.findall(r"--accent: (#\w+);", written)[-2:] == ["#7a1024", "#f0a0b0"]


def test_a_colour_of_the_light_has_a_lighter_one_in_the_dark(
    settings: Settings, engine: SearchEngine
) -> None:
    light, dark = re.findall(r"--accent: (#\w+);", rules(site(settings, engine, accent="#7a1024")))[-2:]
    assert light == "#7a1024"
    assert int(dark[1:3], 16) > int(light[1:3], 16)


def test_rules_of_a_site_follow_ours(settings: Settings, engine: SearchEngine, look: Path) -> None:
    (look / "style.css").write_text(".masthead { border: 0; }")
    assert rules(site(settings, engine, templates=look)).endswith(".masthead { border: 0; }")


def test_a_template_of_a_site_goes_before_ours_and_may_extend_it(
    settings: Settings, engine: SearchEngine, look: Path
) -> None:
    (look / "base.html").write_text(
        '{% extends "!base.html" %}{% block banner %}<p class="motto">Read more.</p>{% endblock %}'
    )
    client = site(settings, engine, templates=look)
    assert texts(page(client, "/news"), "//p[@class='motto']") == ["Read more."]
    assert texts(page(client, "/news"), "//h1") == ["News"]


def test_the_example_in_the_readme_does_what_it_says(engine: SearchEngine, look: Path) -> None:
    (toml,) = re.findall(r"```toml\n(logo = .*?)```", README, re.DOTALL)
    (template,) = re.findall(r"```jinja\n(.*?)```", README, re.DOTALL)
    (look.parent / "catalogue.toml").write_text(toml)
    (look / "logo.svg").write_text(LOGO)
    (look / "base.html").write_text(template)
    client = create_app(load_settings({}, look.parent), engine, ToldRenderer()).test_client()
    tree = page(client, "/kk/news")
    assert texts(tree, "//a[@class='brand']") == ["Дала өзендері"]
    assert tree.xpath("//a[@class='brand']/img")
    assert len(texts(tree, "//aside[contains(@class, 'banner')]")) == 1


def test_a_site_that_changes_one_part_of_the_frame_keeps_the_others(
    settings: Settings, engine: SearchEngine, look: Path
) -> None:
    (look / "_frame.html").write_text(
        '{% macro colophon() %}<footer class="own">{{ _("News") }}</footer>{% endmacro %}'
    )
    tree = page(site(settings, engine, templates=look), "/")
    assert texts(tree, "//footer") == ["News"]
    assert tree.xpath("//header//a[@class='brand']")
    assert tree.xpath("//body//script[contains(@src, 'list.js')]")


def test_a_changed_look_makes_new_pages(settings: Settings, engine: SearchEngine, look: Path) -> None:
    (look / "style.css").write_text("a {}")
    (look / "logo.svg").write_text(LOGO)
    seen = set()
    for name in ("", "style.css", "logo.svg", "help.html"):
        if name:
            (look / name).write_text(f"{LOGO}<!-- {name} -->")
        own = replace(settings, templates=look, logo=look / "logo.svg")
        seen.add(look_version(own))
        seen.add(site(own, engine).get("/en/").headers["ETag"])
    assert len(seen) == 8


def test_a_changed_style_of_citations_makes_new_pages(
    settings: Settings, engine: SearchEngine, tmp_path: Path
) -> None:
    own, tags = replace(settings, styles=tmp_path), set()
    for title in ("Deltas", "Deltas 2"):
        (tmp_path / "deltas.csl").write_text(f"<title>{title}</title>")
        tags.add(site(own, engine).get("/en/").headers["ETag"])
    assert len(tags) == 2


@pytest.fixture
def emblems(settings: Settings, engine: SearchEngine) -> FlaskClient:
    """Somebody at a site whose one project names an image of its funder, and the other one outside."""
    folder = settings.data / "files"
    folder.mkdir(exist_ok=True)
    (folder / "funder.webp").write_bytes(PICTURE)
    (folder / "other.svg").write_text(LOGO)
    (folder.parent / "outside.svg").write_text(LOGO)
    projects = {
        "delta": replace(DELTA, emblem="funder.webp"),
        "wetlands": replace(WETLANDS, emblem="../outside.svg", funding_statement=DELTA.funding_statement),
    }
    fill(engine, RECORDS, replace(SITE, projects=projects, files=SITE.files | {"funder.webp", "other.svg"}))
    return site(settings, engine)


def test_an_article_shows_its_image_in_each_language(settings: Settings, engine: SearchEngine) -> None:
    folder = settings.data / "files"
    folder.mkdir(exist_ok=True)
    (folder / "the delta.svg").write_text(LOGO)
    text = Article("rice", "Rice", '<p><img src="the%20delta.svg" alt="A delta"></p>', "en")
    course = LocalisedArticle("rice", {"en": replace(text, images=("the delta.svg",))})
    fill(engine, RECORDS, replace(SITE, pages={"rice": course}, files=SITE.files | {"the delta.svg"}))
    client = site(settings, engine)
    for language in ("en", "kk"):
        (address,) = page(client, f"/{language}/pages/rice").xpath("//article//img/@src")
        sent = client.get(address)
        assert (sent.mimetype, sent.text) == ("image/svg+xml", LOGO)
        assert "sandbox" in sent.headers["Content-Security-Policy"]
        assert "script-src" not in sent.headers["Content-Security-Policy"]
        assert sent.headers["X-Content-Type-Options"] == "nosniff"
        assert client.get(address, headers={"If-None-Match": sent.headers["ETag"]}).status_code == 304


def test_a_project_shows_the_emblem_it_names(emblems: FlaskClient) -> None:
    (image,) = page(emblems, "/en/projects/delta").xpath("//aside[@class='funding']//img")
    assert image.get("alt")
    sent = emblems.get(image.get("src"), buffered=True)
    assert (sent.mimetype, sent.data) == ("image/webp", PICTURE)
    assert "default-src 'none'" in sent.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path", ["other.svg", "../outside.svg", "..%2Foutside.svg", "rice.pdf", "secret.pdf"]
)
def test_no_other_file_is_sent_as_an_emblem(emblems: FlaskClient, path: str) -> None:
    assert emblems.get(f"/images/{path}").status_code == 404


def test_an_emblem_that_has_become_a_way_out_of_the_folder_is_not_sent(
    emblems: FlaskClient, settings: Settings
) -> None:
    emblem = settings.data / "files" / "funder.webp"
    emblem.unlink()
    (settings.data / "outside.webp").write_bytes(PICTURE)
    emblem.symlink_to(settings.data / "outside.webp")
    assert emblems.get("/images/funder.webp").status_code == 404
