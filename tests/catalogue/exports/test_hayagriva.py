"""Hayagriva's YAML: its form by its documentation, its contents as Typst prints them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import typst
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from catalogue.exports.hayagriva import HAYAGRIVA, entry, write
from catalogue.exports.registry import Options, by_suffix
from catalogue.model import (
    Container,
    Contributor,
    Event,
    Identifier,
    Issued,
    Link,
    Mark,
    MarkKind,
    Multilingual,
    Name,
    PartialDate,
    Record,
    RecordType,
    Role,
    Scheme,
    Text,
)
from tests.catalogue.exports import hostile
from tests.library_records import library_records
from tests.strategies import records


def english(plain: str, *marks: Mark) -> Multilingual:
    return Multilingual.of({"en": Text(plain, marks)})


ARTICLE = Record(
    "doe2024",
    RecordType.ARTICLE,
    english("The EU and {braces}", Mark(MarkKind.NOCASE, 4, 6)),
    subtitle=english("A survey"),
    container=Container(english("Journal of Rivers"), short_title=english("J. Riv.")),
    contributors=(
        Contributor(Name("Doe", "Jane", "van der", "Jr")),
        Contributor(Name(literal="World, Bank")),
        Contributor(Name("Kim", "C."), Role.EDITOR),
        Contributor(Name("Ли", "В."), Role.TRANSLATOR),
    ),
    issued=Issued(PartialDate(2024, 3), circa=True),
    volume="12A",
    issue="3",
    pages="101–119",
    publisher=english("River Press"),
    place=english("Almaty"),
    identifiers=(Identifier(Scheme.DOI, "10.1000/abc"), Identifier(Scheme.ISSN, "1234-5679")),
    languages=("en",),
    links=(Link("https://example.org/a"),),
    visited=PartialDate(2025, 1, 2),
)
WRITTEN = r"""doe2024:
  type: article
  title: 'The {EU} and \{braces\}: A survey'
  author:
  - name: Doe
    given-name: Jane
    prefix: van der
    suffix: Jr
  - name: World, Bank
  affiliated:
  - role: translator
    names:
    - name: Ли
      given-name: В.
  date: ~2024-03
  page-range: '101-119'
  serial-number:
    doi: '10.1000/abc'
  url:
    value: https://example.org/a
    date: '2025-01-02'
  language: en
  parent:
  - type: periodical
    title:
      value: Journal of Rivers
      short: J. Riv.
    editor:
    - name: Kim
      given-name: C.
    serial-number:
      issn: '1234-5679'
    volume: '12A'
    issue: '3'
    publisher:
      name: River Press
      location: Almaty
"""


def printed(own: list[Record], folder: Path, style: str = "apa") -> list[str]:
    """The references that Typst makes."""
    (folder / "list.yaml").write_text("".join(write(own, Options())), encoding="utf-8")
    (folder / "list.typ").write_text(f'#bibliography("list.yaml", full: true, style: "{style}")')
    page = typst.compile(str(folder / "list.typ"), format="html")
    return [item.text_content() for item in html.fromstring(page).iter("li")]


def letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def test_an_article() -> None:
    assert "".join(write([ARTICLE], Options())) == WRITTEN


def test_the_format_is_found_by_its_suffix() -> None:
    assert by_suffix(".typ.yaml") is HAYAGRIVA


def test_records_are_written_one_by_one() -> None:
    assert next(write(iter([ARTICLE, ARTICLE]), Options())) == "".join(write([ARTICLE], Options()))


def test_nothing_is_an_empty_map() -> None:
    assert yaml.safe_load("".join(write([], Options()))) == {}


@settings(max_examples=40)
@given(records())
def test_any_record_is_an_entry_under_its_key(record: Record) -> None:
    assert list(yaml.safe_load("".join(write([record], Options())))) == [record.key]


def test_what_stands_alone_keeps_its_numbers() -> None:
    stated = entry(
        replace(ARTICLE, type=RecordType.BOOK, container=None, series=english("Notes"), number="7"), ()
    )

    assert (stated["volume"], stated["parent"]) == (
        "12A",
        [{"type": "book", "title": "Notes", "volume": "7"}],
    )


def test_a_series_is_the_parent_of_the_container() -> None:
    stated = entry(replace(ARTICLE, type=RecordType.INPROCEEDINGS, series=english("Notes")), ())

    assert stated["parent"][0]["parent"] == [{"type": "proceedings", "title": "Notes"}]


def test_a_talk_without_proceedings_belongs_to_its_event() -> None:
    event = Event(english("River Days"), english("Almaty"), Issued(PartialDate(2024, 5)))
    stated = entry(replace(ARTICLE, container=None, event=event), ())

    assert stated["parent"] == [
        {"type": "conference", "title": "River Days", "location": "Almaty", "date": "2024-05"}
    ]


@pytest.mark.parametrize(
    "url", ["http://", "http://300.1.1.1/", "https://a b.example/", "https://example.org:99999/"]
)
def test_an_address_that_typst_refuses_is_left_out(url: str) -> None:
    assert "url" not in entry(replace(ARTICLE, links=(Link(url),)), ())


@pytest.mark.parametrize(("field", "value"), [("page_total", "xii, 200"), ("issued", Issued(literal="soon"))])
def test_what_typst_refuses_is_left_out(field: str, value: object) -> None:
    stated = entry(replace(ARTICLE, **{"issued": None, field: value}), ())

    assert {"page-total", "date"} & stated.keys() == set()


@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-author-date", "gost-r-705-2008-numeric"])
def test_typst_prints_every_record_of_the_library(style: str, tmp_path: Path) -> None:
    library = list({record.key: record for record in library_records()}.values())

    assert len(printed(library, tmp_path, style)) == len(library)


def test_typst_prints_title_author_and_year(tmp_path: Path) -> None:
    library = list({record.key: record for record in library_records()}.values())
    whole = letters(" ".join(printed(library, tmp_path)))
    facts = {own.titles([own.language]) for own in library}
    facts |= {
        person.name.family or person.name.literal for own in library for person in own.by_role(Role.AUTHOR)
    }
    facts |= {str(own.issued.year) for own in library if own.issued and own.issued.year}

    assert [fact for fact in facts if letters(fact) not in whole] == []


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(records() | hostile.RECORDS, min_size=1, max_size=8))
def test_typst_takes_any_record(tmp_path: Path, own: list[Record]) -> None:
    named = [replace(record, key=f"k{number}") for number, record in enumerate(own)]

    assert len(printed(named, tmp_path)) == len(named)


@pytest.mark.parametrize("kind", RecordType)
def test_typst_knows_every_type(kind: RecordType, tmp_path: Path) -> None:
    assert len(printed([replace(ARTICLE, type=kind)], tmp_path)) == 1


@given(
    plain=st.text(st.sampled_from("aB1 \\{}$*_#@<>[]~`/-'\"&%:ж"), min_size=1).filter(
        lambda own: letters(own)
    )
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_typst_prints_a_title_as_it_is(tmp_path: Path, plain: str) -> None:
    record = Record("k", RecordType.MISC, Multilingual.of({"kk": Text(plain)}), languages=("kk",))
    (shown,) = printed([record], tmp_path, "ieee")

    assert re.sub(r"\W", "", plain) in re.sub(r"\W", "", shown)
