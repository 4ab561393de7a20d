"""Citations against those that citeproc-js makes in Node of the same items, styles and locales.

Node reads each style as it was published, by citeproc-js's own reading of XML; its HTML is read here by lxml.
Where the engine departs from citeproc-js on purpose (Kazakh initials, "and others") test_engine.py says how.
"""

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from catalogue.citations import Job
from catalogue.citations.engine import Engine
from catalogue.citations.locales import package_folder
from catalogue.citations.styles import Styles
from catalogue.model import MarkKind, Text
from tests.catalogue.citations.shelf import items

ROOT = Path(__file__).resolve().parents[3]
NODE = shutil.which("node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
CITEPROC = ROOT / "node_modules" / "citeproc"
STYLES = {
    "gost-r-7-0-5-2008-numeric": "ru-RU",
    "american-medical-association": "en-US",
    "iso690-author-date-en": "en-GB",
    "apa": "en-US",
    "modern-language-association": "en-US",
    "chicago-author-date": "en-US",
    "ieee": "en-GB",
    "nlm-citation-sequence": "en-US",
    "harvard-cite-them-right": "ru-RU",
    "nature": "de-AT",
}
KINDS = {"b": MarkKind.BOLD, "i": MarkKind.ITALIC, "sub": MarkKind.SUB, "sup": MarkKind.SUP}

pytestmark = pytest.mark.skipif(
    NODE is None or not CITEPROC.is_dir(), reason="node with citeproc is not installed"
)

Letters = list[tuple[str, frozenset[MarkKind]]]
"""Each letter with the kinds that hold there."""


@cache
def from_node() -> dict[str, list[str]]:
    """The HTML of every item in every style."""
    assert NODE is not None
    locales = package_folder("citeproc", "data/locales")
    asked = {
        "styles": {name: Styles().find(name).source.decode() for name in STYLES},
        "locales": {
            path.stem.removeprefix("locales-"): path.read_text(encoding="utf-8")
            for path in locales.glob("locales-*.xml")
        },
        "items": items(),
        "jobs": [(name, STYLES[name], place) for name in STYLES for place in range(len(items()))],
    }
    done = subprocess.run(
        [NODE, Path(__file__).with_name("in_node.js")],
        input=json.dumps(asked),
        env=os.environ | {"NODE_PATH": str(ROOT / "node_modules")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    made = iter(json.loads(done.stdout))
    return {name: [next(made) for _ in items()] for name in STYLES}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


@pytest.mark.parametrize("style", STYLES)
def test_citations_are_those_of_citeproc_js_in_node(engine: Engine, style: str) -> None:
    ours = engine.render([Job(style, STYLES[style], item) for item in items()])
    assert [shown(letters_of(text)) for text in ours] == [
        shown(read(source)) for source in from_node()[style]
    ]


def letters_of(text: Text) -> Letters:
    return [
        (letter, frozenset(mark.kind for mark in text.marks if mark.start <= at < mark.end))
        for at, letter in enumerate(text.plain)
    ]


def read(source: str) -> Letters:
    """The letters of a citation in HTML, without the number in its margin."""
    entry = html.fragment_fromstring(source.strip())
    for margin in entry.find_class("csl-left-margin"):
        margin.drop_tree()
    letters = list(letters_in(entry, frozenset()))
    while letters and letters[0][0].isspace():
        letters.pop(0)
    while letters and letters[-1][0].isspace():
        letters.pop()
    return letters


def letters_in(element: html.HtmlElement, kinds: frozenset[MarkKind]) -> Letters:
    own = kinds | {KINDS[element.tag]} if element.tag in KINDS else kinds
    if "font-style:normal" in element.get("style", ""):
        own -= {MarkKind.ITALIC}
    found = [(letter, own) for letter in element.text or ""]
    for child in element:
        found += letters_in(child, own) + [(letter, own) for letter in child.tail or ""]
    return found


def shown(letters: Letters) -> str:
    """Letters as a line that reads well where two differ."""
    line, before = "", frozenset[MarkKind]()
    for letter, kinds in letters:
        line += "".join(f"<{kind}>" for kind in sorted(kinds - before))
        line += "".join(f"</{kind}>" for kind in sorted(before - kinds)) + letter
        before = kinds
    return line
