"""The Kazakh locale: as whole as the English one, each term accounted for, right by CLDR and grammar."""

from datetime import date
from functools import cache

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from catalogue.citations import Job
from catalogue.citations.engine import Engine
from catalogue.citations.locales import package_folder
from tests.catalogue.citations.gost_works import day, work

CITEPROC = package_folder("citeproc", "data")
KAZAKH = package_folder("catalogue.citations", "csl") / "locales" / "locales-kk-KZ.xml"
SOURCES = {"CLDR", "dictionary", "law", "imprint", "journals", "notation", "none", "awaits"}
CLDR = Locale("kk")
UNITS = "нөл бір екі үш төрт бес алты жеті сегіз тоғыз".split()
TENS = "нөл он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан".split()
BACK, FRONT = "аоұы", "әөүіе"


@cache
def engine() -> Engine:
    return Engine()


@cache
def terms(path: str) -> dict[tuple[str, str], etree._Element]:
    """The terms of a locale by name and form."""
    found = etree.parse(path).getroot().iterfind("{*}terms/{*}term")
    return {(term.get("name", ""), term.get("form", "long")): term for term in found}


def kazakh() -> dict[tuple[str, str], etree._Element]:
    return terms(str(KAZAKH))


def source(term: etree._Element) -> str:
    """The remark inside a term, or else behind it."""
    inside = [node for node in term if isinstance(node, etree._Comment)]
    remark = inside[0] if inside else term.getnext()
    return (remark.text or "").strip() if isinstance(remark, etree._Comment) else ""


def test_every_term_of_the_english_locale_is_there() -> None:
    english = terms(str(CITEPROC / "locales" / "locales-en-US.xml"))
    # Which numbers have an ending of their own each language decides.
    assert {key for key in english if not key[0].startswith("ordinal-")} - kazakh().keys() == set()


def test_every_term_says_where_it_comes_from() -> None:
    assert {key: source(term) for key, term in kazakh().items() if source(term) not in SOURCES} == {}


def test_what_the_sources_are_is_told_at_the_top() -> None:
    opening = KAZAKH.read_text(encoding="utf-8").partition("-->")[0]
    assert {word for word in SOURCES if f"\n    {word} " in opening} == SOURCES


def test_a_term_is_empty_only_on_purpose() -> None:
    empty = {key for key, term in kazakh().items() if not (term.text or "").strip() and not len(term)}
    assert empty == {key for key, term in kazakh().items() if source(term) == "none"}


def test_the_locale_is_csl() -> None:
    schema = etree.RelaxNG(etree.parse(CITEPROC / "schema" / "schemas" / "styles" / "csl.rng"))
    assert (schema.validate(etree.parse(KAZAKH)), schema.error_log.last_error) == (True, None)


@pytest.mark.parametrize(("form", "width"), [("long", "wide"), ("short", "abbreviated")])
def test_months_are_those_of_cldr(form: str, width: str) -> None:
    months = {number: kazakh()[f"month-{number:02}", form].text for number in range(1, 13)}
    assert months == dict(CLDR.months["format"][width])


@pytest.mark.parametrize(("name", "era"), [("bc", 0), ("bce", 0), ("ad", 1), ("ce", 1)])
def test_eras_are_those_of_cldr(name: str, era: int) -> None:
    # A space parts an era from its year, as in the English locale.
    assert kazakh()[name, "long"].text == f" {CLDR.eras['abbreviated'][era]}"


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_a_date_in_words_is_that_of_cldr(when: date) -> None:
    page = {**work("web", "kk"), "issued": day(when.year, when.month, when.day)}
    (text,) = engine().render([Job("modern-language-association", "kk-KZ", page)])
    # CLDR keeps «ж.» on the line of its year; a citation leaves spaces to whoever sets it.
    assert format_date(when, "long", locale=CLDR).replace("\u202f", " ") in text.plain


@given(st.integers(1, 99))
def test_an_ordinal_ends_in_harmony_with_its_number(number: int) -> None:
    tens, units = divmod(number, 10)
    spoken = UNITS[units] if units else TENS[tens]
    last = next(letter for letter in reversed(spoken) if letter in BACK + FRONT)
    ending = "шы" if last in BACK else "ші"
    (text,) = engine().render([Job("gost-7-1-2003", "kk-KZ", {**work("book", "kk"), "edition": str(number)})])
    assert f" – {number}-{ending} бас. – " in text.plain
