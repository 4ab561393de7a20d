"""Styles from anybody: what is no style is refused with its reason, and the rest arrives unchanged."""

import json
from pathlib import Path

import pytest

from catalogue.citations import BrokenStyle
from catalogue.citations.csl_xml import MOST_BYTES, locale_json, parent_of, parse, style_json, title_of

SHELL = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"{attributes}>{inside}</style>'
LAYOUT = "<bibliography><layout>{}</layout></bibliography>"


def style(inside: str) -> bytes:
    return SHELL.format(attributes="", inside=inside).encode()


def with_macros(**macros: str) -> bytes:
    """A style that prints the macro `start`."""
    written = "".join(f'<macro name="{name}">{content}</macro>' for name, content in macros.items())
    return style(written + LAYOUT.format('<text macro="start"/>'))


def exploding(depth: int) -> bytes:
    """A style of a few lines that unfolds to two to the power of `depth`."""
    twice = {f"m{n}": f'<text macro="m{n + 1}"/>' * 2 for n in range(depth)}
    return with_macros(start='<text macro="m0"/>', **twice, **{f"m{depth}": '<text value="x"/>'})


def chained(length: int) -> bytes:
    """A style of many macros, each of which calls the next."""
    calls = {f"m{n}": f'<text macro="m{n + 1}"/>' for n in range(length)}
    return with_macros(start='<text macro="m0"/>', **calls, **{f"m{length}": '<text value="x"/>'})


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"", "not XML"),
        (b"\x00\x01", "not XML"),
        (b"@book{x}", "not XML"),
        (b"<style>", "not XML"),
        (b"<html/>", "not a CSL style"),
        (b"<style/>", "not a CSL style"),
        (style(""), "no bibliography"),
        (style("<citation><layout/></citation>"), "no bibliography"),
        (b" " * (MOST_BYTES + 1), "longer than"),
        (b"<!DOCTYPE style []>" + style(LAYOUT.format("")), "document type"),
        (with_macros(start='<text macro="start"/>'), "“start” calls itself"),
        (
            with_macros(start='<text macro="b"/>', b='<group><text macro="start"/></group>'),
            "“start” calls itself",
        ),
        (with_macros(other=""), "“start”, which it does not have"),
        (exploding(60), "unfold to more than"),
        (chained(3000), "too deep"),
    ],
)
def test_what_is_no_usable_style_is_refused_with_its_reason(source: bytes, reason: str) -> None:
    with pytest.raises(BrokenStyle, match=reason):
        style_json("x", source)


def test_a_file_that_a_style_names_is_never_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden")
    entity = f'<!DOCTYPE style [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    with pytest.raises(BrokenStyle, match="document type") as refused:
        style_json("x", entity + style(LAYOUT.format('<text value="y">&x;</text>')))
    assert "hidden" not in str(refused.value)


def test_entities_that_unfold_are_refused() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    entity = f'<!DOCTYPE style [<!ENTITY l0 "ha">{laughs}]>'.encode()
    with pytest.raises(BrokenStyle):
        style_json("x", entity + style(LAYOUT.format('<text value="&l11;"/>')))


def test_the_tree_is_what_citeproc_js_makes_of_the_xml() -> None:
    source = SHELL.format(
        attributes=' xml:lang="kk" class="in-text"',
        inside='<!-- no --><locale><terms><term name="and"/><term name="x"> a\nb </term></terms></locale>'
        + LAYOUT.format('<text value="&lt;&#8212;&amp;"/>'),
    )
    text = {"name": "text", "attrs": {"value": "<—&"}, "children": []}
    layout = {"name": "layout", "attrs": {}, "children": [text]}
    terms = [
        {"name": "term", "attrs": {"name": "and"}, "children": [""]},
        {"name": "term", "attrs": {"name": "x"}, "children": [" a b "]},
    ]
    assert json.loads(style_json("x", source.encode())) == {
        "name": "style",
        "attrs": {"version": "1.0", "xml:lang": "kk", "class": "in-text"},
        "children": [
            {
                "name": "locale",
                "attrs": {},
                "children": [{"name": "terms", "attrs": {}, "children": terms}],
            },
            {"name": "bibliography", "attrs": {}, "children": [layout]},
        ],
    }


def test_a_locale_keeps_its_language() -> None:
    source = b'<locale xmlns="http://purl.org/net/xbiblio/csl" xml:lang="kk-KZ"><terms/></locale>'
    assert json.loads(locale_json(source))["attrs"] == {"xml:lang": "kk-KZ"}


def test_a_style_tells_its_title_and_parent() -> None:
    link = '<link rel="independent-parent" href="http://www.zotero.org/styles/nature"/>'
    root = parse("x", style(f"<info><title> Letters\n on nothing</title>{link}</info>"))
    assert (title_of(root), parent_of(root)) == ("Letters on nothing", "nature")
