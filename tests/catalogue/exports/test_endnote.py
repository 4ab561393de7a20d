"""EndNote's tagged format: its form by EndNote's manual, its contents as bibutils reads them."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.exports.endnote import ENDNOTE, write
from catalogue.exports.endnote_values import TYPES
from catalogue.exports.registry import Options, by_suffix
from catalogue.model import (
    Container,
    Contributor,
    Identifier,
    Issued,
    Keyword,
    Link,
    Multilingual,
    Name,
    PartialDate,
    Record,
    RecordType,
    Role,
    Scheme,
    Text,
)
from tests.catalogue.exports import bibutils
from tests.catalogue.exports.bibutils import needs_bibutils
from tests.catalogue.exports.hostile import RECORDS
from tests.library_records import library_records
from tests.strategies import records

# EndNote's types for these have no authors, and so bibutils reads none.
AUTHORLESS = (RecordType.JURISDICTION, RecordType.LEGISLATION)
LINE = re.compile(r"%[0-9A-Z?@\[&] .*")


def english(plain: str) -> Multilingual:
    return Multilingual.of({"en": plain})


THESIS = Record(
    "doe2024",
    RecordType.THESIS,
    english("Rivers"),
    subtitle=english("A survey"),
    abstract=Multilingual.of({"en": Text.of("First.\n\nSecond.")}),
    keywords=(Keyword(Text("labour, paid"), "en"), Keyword(Text("water"), "en")),
    contributors=(
        Contributor(Name("Doe", "Jane", "van der", "Jr")),
        Contributor(Name("Kim", "C."), Role.TRANSLATOR),
    ),
    issued=Issued(PartialDate(2024, 3, 7)),
    genre="phdthesis",
    page_total="210",
    institution=english("Steppe University"),
    place=english("Almaty"),
    identifiers=(Identifier(Scheme.DOI, "10.1000/abc"), Identifier(Scheme.ISBN, "9783161484100")),
    languages=("en",),
    links=(Link("https://example.org/a"),),
    note=english("In two parts."),
    visited=PartialDate(2024, 5, 6),
)
WRITTEN = """\
%0 Thesis
%F doe2024
%T Rivers: A survey
%A van der Doe, Jane, Jr
%? Kim, C.
%D 2024
%8 March 7
%P 210
%I Steppe University
%C Almaty
%9 PhD thesis
%R 10.1000/abc
%@ 9783161484100
%U https://example.org/a
%U https://doi.org/10.1000/abc
%[ 2024-05-06
%K labour, paid
%K water
%G en
%X First. Second.
%Z In two parts.

"""


def written(*own: Record, language: str = "en") -> str:
    return "".join(write(own, Options(language=language)))


def values(record: Record, tag: str, language: str = "en") -> list[str]:
    lines = written(record, language=language).splitlines()
    return [line[3:] for line in lines if line.startswith(f"{tag} ")]


def test_a_thesis() -> None:
    assert written(THESIS) == WRITTEN


def test_the_format_is_found_by_its_suffix() -> None:
    assert by_suffix(".enw") is ENDNOTE


def test_records_are_written_one_by_one() -> None:
    assert next(write(iter([THESIS, THESIS]), Options())) == written(THESIS)


@pytest.mark.parametrize("kind", RecordType)
def test_every_type_has_one_in_endnote(kind: RecordType) -> None:
    assert values(replace(THESIS, type=kind), "%0") == [TYPES[kind]]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (Name("Berg", "Anna"), "Berg, Anna"),
        (Name("de la Cruz"), "de la Cruz,"),
        (Name("Berg", suffix="Jr"), "Berg, , Jr"),
        (Name(literal="World Bank"), "World Bank,"),
        (Name(literal="University of Steppe, Almaty"), "University of Steppe,, Almaty"),
    ],
)
def test_names_part_where_their_parts_end(name: Name, line: str) -> None:
    assert values(replace(THESIS, contributors=(Contributor(name),)), "%A") == [line]


@pytest.mark.parametrize(
    ("source", "years", "dates"),
    [
        ("2024", ["2024"], []),
        ("2024-03", ["2024"], ["March"]),
        ("2019-12-31/2021", ["2019"], ["December 31"]),
        ("forthcoming", ["forthcoming"], []),
        ("-0043", ["-0043"], []),
    ],
)
def test_dates(source: str, years: list[str], dates: list[str]) -> None:
    record = replace(THESIS, issued=Issued.parse(source))
    assert (values(record, "%D"), values(record, "%8")) == (years, dates)


@pytest.mark.parametrize(("kind", "tag"), [(RecordType.ARTICLE, "%J"), (RecordType.INCOLLECTION, "%B")])
def test_a_journal_has_a_tag_of_its_own(kind: RecordType, tag: str) -> None:
    record = replace(THESIS, type=kind, container=Container(english("Works")))
    assert values(record, tag) == ["Works"]


def test_a_report_has_its_number_once() -> None:
    record = replace(THESIS, type=RecordType.REPORT, number="TR-7")
    assert (values(record, "%@")[0], values(record, "%N")) == ("TR-7", [])


def test_an_address_stands_once() -> None:
    record = replace(THESIS, links=(Link("https://doi.org/10.1000/abc"),))
    assert values(record, "%U") == ["https://doi.org/10.1000/abc"]


def test_the_title_is_in_the_language_of_the_record() -> None:
    record = replace(THESIS, title=Multilingual.of({"en": "A", "ru": "Б"}), languages=("ru",))
    assert values(record, "%T") == ["Б"]


def test_the_reader_s_language_counts_where_the_record_states_none() -> None:
    record = replace(THESIS, title=Multilingual.of({"en": "A", "ru": "Б"}), languages=())
    assert values(record, "%T", language="ru") == ["Б"]


@settings(max_examples=100)
@given(records() | RECORDS)
def test_no_value_breaks_a_line_or_adds_a_tag(record: Record) -> None:
    lines = written(record).splitlines()
    tags = [line[:2] for line in lines]

    assert all(LINE.fullmatch(line) for line in lines[:-1])
    assert (tags[0], tags[-1], tags.count("%0"), tags.count("")) == ("%0", "", 1, 1)
    assert tags.count("%A") <= len(record.by_role(Role.AUTHOR))


@needs_bibutils
def test_bibutils_reads_the_library() -> None:
    library = library_records()
    assert bibutils.facts("end2xml", written(*library)) == [bibutils.expected(own) for own in library]


@needs_bibutils
@settings(max_examples=10)
@given(st.lists(records().filter(lambda own: own.type not in AUTHORLESS), min_size=1, max_size=10))
def test_bibutils_reads_any_records(own: list[Record]) -> None:
    # In types it knows little of, bibutils counts editors and translators among the authors.
    own = [replace(record, contributors=record.by_role(Role.AUTHOR)) for record in own]
    assert bibutils.facts("end2xml", written(*own)) == [bibutils.expected(record) for record in own]
