"""RIS: its form by its specification, its contents as bibutils reads them."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.exports.registry import Options, by_suffix
from catalogue.exports.ris import RIS, TYPES, write
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

LINE = re.compile(r"[A-Z][A-Z0-9]  - .*")


def english(plain: str) -> Multilingual:
    return Multilingual.of({"en": plain})


ARTICLE = Record(
    "doe2024",
    RecordType.ARTICLE,
    english("Rivers"),
    subtitle=english("A survey"),
    abstract=Multilingual.of({"en": Text.of("First.\n\nSecond.")}),
    keywords=(Keyword(Text("labour, paid"), "en"), Keyword(Text("water"), "en")),
    container=Container(english("Journal of Rivers"), short_title=english("J. Riv.")),
    contributors=(
        Contributor(Name("Doe", "Jane", "van der", "Jr")),
        Contributor(Name(literal="World Bank")),
        Contributor(Name("Kim", "C."), Role.EDITOR),
    ),
    issued=Issued(PartialDate(2024, 3, 7)),
    volume="12",
    issue="3",
    pages="101–119",
    identifiers=(Identifier(Scheme.DOI, "10.1000/abc"), Identifier(Scheme.ISSN, "1234-5679")),
    languages=("en",),
    links=(Link("https://example.org/a"),),
    note=english("In two parts."),
)
WRITTEN = """\
TY  - JOUR
ID  - doe2024
TI  - Rivers: A survey
AU  - van der Doe, Jane, Jr
AU  - World Bank
ED  - Kim, C.
PY  - 2024
DA  - 2024/03/07/
T2  - Journal of Rivers
JF  - Journal of Rivers
J2  - J. Riv.
VL  - 12
IS  - 3
SP  - 101
EP  - 119
DO  - 10.1000/abc
SN  - 1234-5679
UR  - https://example.org/a
KW  - labour, paid
KW  - water
LA  - en
AB  - First. Second.
N1  - In two parts.
ER  - \


"""


def written(*own: Record, language: str = "en") -> str:
    return "".join(write(own, Options(language=language)))


def values(record: Record, tag: str, language: str = "en") -> list[str]:
    return [
        line[6:] for line in written(record, language=language).splitlines() if line.startswith(f"{tag}  - ")
    ]


def test_an_article() -> None:
    assert written(ARTICLE) == WRITTEN.replace("\n", "\r\n")


def test_the_format_is_found_by_its_suffix() -> None:
    assert by_suffix(".ris") is RIS


def test_records_are_written_one_by_one() -> None:
    assert next(write(iter([ARTICLE, ARTICLE]), Options())) == written(ARTICLE)


@pytest.mark.parametrize("kind", RecordType)
def test_every_type_has_one_in_ris(kind: RecordType) -> None:
    assert values(replace(ARTICLE, type=kind), "TY") == [TYPES[kind]]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (Name("Berg"), "Berg"),
        (Name("Berg", suffix="Jr"), "Berg, , Jr"),
        (Name("Berg", "Anna, of X"), "Berg, Anna of X"),
        (Name(literal="Bureau, department"), "Bureau, department"),
    ],
)
def test_names(name: Name, line: str) -> None:
    assert values(replace(ARTICLE, contributors=(Contributor(name),)), "AU") == [line]


@pytest.mark.parametrize(
    ("source", "years", "dates"),
    [
        ("2024", ["2024"], ["2024///"]),
        ("2024-03", ["2024"], ["2024/03//"]),
        ("0987", ["0987"], ["0987///"]),
        ("2019/2021", ["2019"], ["2019///"]),
        ("/2021", ["2021"], ["2021///"]),
        ("forthcoming", [], ["///forthcoming"]),
        ("-0043", [], ["///-0043"]),
    ],
)
def test_dates(source: str, years: list[str], dates: list[str]) -> None:
    record = replace(ARTICLE, issued=Issued.parse(source))
    assert (values(record, "PY"), values(record, "DA")) == (years, dates)


@pytest.mark.parametrize(
    ("pages", "first", "last"),
    [
        ("7", ["7"], []),
        ("A-1–A-9", ["A-1"], ["A-9"]),
        ("12, 15–17", ["12, 15–17"], []),
        ("1–2–3", ["1–2–3"], []),
    ],
)
def test_pages(pages: str, first: list[str], last: list[str]) -> None:
    record = replace(ARTICLE, pages=pages)
    assert (values(record, "SP"), values(record, "EP")) == (first, last)


def test_an_article_without_pages_has_its_number() -> None:
    assert values(replace(ARTICLE, pages="", article_number="e7"), "SP") == ["e7"]


def test_the_number_of_a_report_stands_before_its_issn() -> None:
    assert values(replace(ARTICLE, type=RecordType.REPORT, number="TR-7"), "SN") == ["TR-7", "1234-5679"]


def test_the_title_is_in_the_language_of_the_record() -> None:
    record = replace(ARTICLE, title=Multilingual.of({"en": "A", "ru": "Б"}), languages=("ru",))
    assert values(record, "TI") == ["Б"]


def test_the_reader_s_language_counts_where_the_record_states_none() -> None:
    record = replace(ARTICLE, title=Multilingual.of({"en": "A", "ru": "Б"}), languages=())
    assert values(record, "TI", language="ru") == ["Б"]


def test_a_web_page_has_the_day_it_was_seen() -> None:
    record = replace(ARTICLE, type=RecordType.ONLINE, visited=PartialDate(2024, 5, 6))
    assert values(record, "Y2") == ["2024/05/06/"]


@settings(max_examples=100)
@given(records() | RECORDS)
def test_no_value_breaks_a_line_or_adds_a_tag(record: Record) -> None:
    lines = written(record).splitlines()
    tags = [line[:2] for line in lines if line]

    assert all(LINE.fullmatch(line) for line in lines[:-1])
    assert (tags[0], tags[-1], tags.count("TY"), tags.count("ER")) == ("TY", "ER", 1, 1)
    assert tags.count("AU") <= len(record.by_role(Role.AUTHOR))


@settings(max_examples=20)
@given(records())
def test_every_line_ends_as_the_specification_says(record: Record) -> None:
    text = written(record)
    assert text.count("\r\n") == text.count("\n") == text.count("\r")


@needs_bibutils
def test_bibutils_reads_the_library() -> None:
    library = library_records()
    assert bibutils.facts("ris2xml", written(*library)) == [bibutils.expected(own) for own in library]


@needs_bibutils
@settings(max_examples=10)
@given(st.lists(records(), min_size=1, max_size=10))
def test_bibutils_reads_any_records(own: list[Record]) -> None:
    assert bibutils.facts("ris2xml", written(*own)) == [bibutils.expected(record) for record in own]
