"""A page speaks one language: what it says itself, in texts, names and titles, is in that of its reader."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html

from catalogue.app import create_app
from catalogue.settings import LOCALES, Settings
from index import SearchEngine
from tests.browser.library import RECORDS_SHOWN, SITE_SHOWN
from tests.browser.page_types import PAGE_TYPES, STATUSES
from tests.catalogue.web.catalogues import HOLES, LANGUAGES, PACKAGE, catalogue, forms, messages
from tests.catalogue.web.library import fill
from tests.catalogue.web.pages import page
from tests.catalogue.web.renderer import ToldRenderer

Said = Callable[[str, str], tuple[str, ...]]

SCRIPTS = sorted((PACKAGE / "static").glob("*.js"))
_WORD = re.compile(r"[A-Za-z]{3,}")
_SAID = ("aria-label", "aria-description", "title", "alt", "placeholder", "label", "data-done", "data-list")
"""Attributes that a reader sees or hears, some by way of a script."""
_NOT_WORDS = ("script", "style", "code", "pre", "kbd")
_NOT_OURS = ("Z3988", "citation")
"""Elements for machines, and what a citation style says."""
_NAMES = set(
    "ALA AND APA BGN BSI BibTeX CSL CSV Chicago Core DOI DataCite Dublin EndNote Excel Google Harvard"
    " Hayagriva IEEE ISBN ISO ISSN JEL JSON JabRef LaTeX Lucene MLA MODS Markdown Mendeley NEAR NOT"
    " ORCID PCGN PDF PRE Pandoc PubMed Qazaq RIS RTF ResearcherID Scholar Science Scopus Solr TITLE"
    " Typst UTC Vancouver Web Word XML YAML Zotero arXiv biblatex http https org schema".split()
)
"""What is called so in every language."""
_TYPED = set(
    "abstract keywords doi fulltext file link orcid license open embargoed restricted metadata only nature"
    " catalogue check gost numeric".split()
)
"""What is typed as it stands."""


@pytest.fixture(scope="module")
def speaking(shared_app: tuple[Flask, Settings, SearchEngine]) -> FlaskClient:
    """A client of a site in every language that has all kinds of pages."""
    _, settings, engine = shared_app
    own = replace(settings, languages=LOCALES, name=Settings().name)
    fill(engine, RECORDS_SHOWN, SITE_SHOWN)
    return create_app(own, engine, ToldRenderer()).test_client()


@pytest.fixture(scope="module")
def own_words(speaking: FlaskClient) -> Said:
    """What the page of a language and an address says in that language."""

    @cache
    def words(language: str, address: str) -> tuple[str, ...]:
        tree = page(speaking, f"/{language}{address}", STATUSES.get(address, 200))
        assert tree.get("lang") == language
        return tuple(" ".join(text.split()) for tag, text in said(tree) if tag == language and text.strip())

    return words


def said(node: html.HtmlElement, language: str = "") -> Iterator[tuple[str, str]]:
    """Each text below an element and each attribute that readers get to know, with its language."""
    language = node.get("lang", language)
    if not isinstance(node.tag, str) or node.tag in _NOT_WORDS or node.get("class") in _NOT_OURS:
        return
    for name, value in node.attrib.items():
        if name in _SAID:
            yield language, value
    yield language, node.text or ""
    for child in node:
        yield from said(child, language)
        yield language, child.tail or ""


def strings(value: object) -> Iterator[str]:
    """All texts of which invented records and a site consist."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, dict):
        for each in value.items():
            yield from strings(each)
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from strings(each)
    elif hasattr(value, "__dict__"):
        yield from strings(vars(value))


@cache
def english(language: str) -> re.Pattern[str]:
    """A text that is an English message, filled with whatever, unless it is the same in a language."""
    looks = []
    for message in messages(catalogue(language)):
        for form in {*forms(message.id)} - {*forms(message.string)}:
            parts = [" ".join(part.split()) for part in HOLES.split(form)]
            if len(parts) == 1 or len(" ".join(parts).split()) > 1:
                looks.append(r"\s*.+?\s*".join(map(re.escape, parts)))
    return re.compile("|".join(looks))


@cache
def words_of_data() -> frozenset[str]:
    return frozenset(_WORD.findall(" ".join(strings((RECORDS_SHOWN, SITE_SHOWN)))))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", PAGE_TYPES.values(), ids=PAGE_TYPES)
def test_nothing_is_left_in_english(own_words: Said, language: str, address: str) -> None:
    texts = own_words(language, address)
    assert [text for text in texts if english(language).fullmatch(text)] == []
    found = {word for text in texts for word in _WORD.findall(text)}
    assert found - words_of_data() - set(_WORD.findall(address)) - _NAMES - _TYPED == set()


@pytest.mark.parametrize("script", SCRIPTS, ids=[script.name for script in SCRIPTS])
def test_what_scripts_say_comes_from_the_page(script: Path) -> None:
    """A sentence in a script would be in one language; they show what stands in `data-done` and the like."""
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", script.read_text(encoding="utf-8"), flags=re.DOTALL)
    literals = re.findall(r"""(["'`])((?:\\.|(?!\1).)*)\1""", code)
    assert [text for _, text in literals if re.search("[A-Z][a-z]+ [a-z]+", text)] == []
    assert re.findall(r"(?:textContent|ariaLabel|placeholder|innerText) = [\"'`][A-Za-z]", code) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_suggestions_are_told_in_the_language_of_the_address(speaking: FlaskClient, language: str) -> None:
    answer = speaking.get(f"/{language}/suggest?q=past").json
    assert answer["suggestions"]
    told = [answer["summary"], *(each["kind_label"] for each in answer["suggestions"])]
    assert [text for text in told if _WORD.search(text)] == []
