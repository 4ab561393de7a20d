"""Styles by name: a name is looked up, aliases and dependent styles lead to what they stand for."""

from pathlib import Path

import pytest

from catalogue.citations import BrokenStyle, UnknownStyle
from catalogue.citations.csl_xml import MOST_BYTES
from catalogue.citations.styles import ALIASES, Styles, canonical
from catalogue.settings import Settings

PARENT = '<link rel="independent-parent" href="http://www.zotero.org/styles/{}"/>'


@pytest.fixture(scope="module")
def styles() -> Styles:
    return Styles()


def write(folder: Path, name: str, parent: str = "") -> None:
    link = PARENT.format(parent) if parent else ""
    (folder / f"{name}.csl").write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0">'
        f"<info><title>{name} of the site</title>{link}</info></style>"
    )


@pytest.mark.parametrize("name", Settings().citation_styles)
def test_every_style_that_is_offered_first_is_there(styles: Styles, name: str) -> None:
    assert styles.find(name).name == name


@pytest.mark.parametrize("alias", ALIASES)
def test_every_alias_leads_to_a_style(styles: Styles, alias: str) -> None:
    assert styles.find(alias).name == ALIASES[alias]


@pytest.mark.parametrize(
    "written",
    ["apa", " APA ", "apa.csl", "http://www.zotero.org/styles/apa", "https://www.zotero.org/styles/apa/"],
)
def test_a_name_is_read_in_the_forms_that_services_write(written: str) -> None:
    assert canonical(written) == "apa"


@pytest.mark.parametrize(
    "name", ["../styles/apa", "/etc/passwd", "dependent/nature-physics", "", ".", "a\0b"]
)
def test_a_path_is_no_name(styles: Styles, name: str) -> None:
    with pytest.raises(UnknownStyle):
        styles.find(name)


def test_names_like_an_unknown_one_are_offered(styles: Styles) -> None:
    with pytest.raises(UnknownStyle) as unknown:
        styles.find("modern-langauge-association")
    assert "modern-language-association" in unknown.value.near


def test_a_dependent_style_has_the_source_of_its_parent(styles: Styles) -> None:
    own, parent = styles.find("nature-physics"), styles.find("nature")
    assert (own.name, own.source, own.digest) == ("nature-physics", parent.source, parent.digest)


def test_a_style_of_the_site_stands_in_front(tmp_path: Path) -> None:
    write(tmp_path, "apa")
    assert Styles(tmp_path).title("apa") == "apa of the site"


def test_a_style_that_stands_for_nothing_says_so(tmp_path: Path) -> None:
    write(tmp_path, "orphan", "no-such-parent")
    with pytest.raises(BrokenStyle, match="“no-such-parent”, which is not installed"):
        Styles(tmp_path).find("orphan")


def test_a_circle_of_parents_says_so(tmp_path: Path) -> None:
    write(tmp_path, "hen", "egg")
    write(tmp_path, "egg", "hen")
    with pytest.raises(BrokenStyle, match="stands for another style itself"):
        Styles(tmp_path).find("hen")


def test_of_an_endless_style_no_more_is_read_than_tells_that(tmp_path: Path) -> None:
    (tmp_path / "long.csl").write_bytes(b" " * (2 * MOST_BYTES))
    assert len(Styles(tmp_path).find("long").source) == MOST_BYTES + 1


def test_a_file_that_went_away_says_so(tmp_path: Path) -> None:
    write(tmp_path, "brief")
    styles = Styles(tmp_path)
    (tmp_path / "brief.csl").unlink()
    with pytest.raises(BrokenStyle, match="cannot be read"):
        styles.find("brief")


def test_names_are_all_there_are(styles: Styles) -> None:
    assert {"apa", "nature-physics", "gost-7-1-2003"} <= set(styles.names())
