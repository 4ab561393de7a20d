"""CSV: its form by RFC 4180, its cells as Python's reader and pandoc read them, and no formula anywhere."""

import csv
import io
import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace

import pypandoc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.exports.cells import cell, folded, plain
from catalogue.exports.registry import Options, by_suffix
from catalogue.exports.table import COLUMNS, CSV, row, write
from catalogue.model import (
    Access,
    AccessStatus,
    Container,
    Contributor,
    Event,
    Identifier,
    Issued,
    Keyword,
    Link,
    Multilingual,
    Name,
    Record,
    RecordType,
    Role,
    Scheme,
    Text,
)
from tests.catalogue.exports.hostile import RECORDS
from tests.catalogue.exports.samples import judged_records
from tests.strategies import records

OPTIONS = Options(base_url="https://example.org")
BARE = Record("bare", RecordType.MISC, Multilingual.of("Nothing more"))
ARTICLE = Record(
    "doe2024",
    RecordType.ARTICLE,
    Multilingual.of({"ru": "Реки", "en": "Rivers"}),
    subtitle=Multilingual.of({"en": "A survey"}),
    abstract=Multilingual.of({"en": Text.of("One.\n\nTwo.")}),
    keywords=(Keyword(Text("labour, paid"), "en"), Keyword(Text("вода"), "ru")),
    container=Container(Multilingual.of({"en": "Journal of Rivers"})),
    event=Event(Multilingual.of({"en": "Days of Ice"})),
    contributors=(
        Contributor(Name("Doe", "Jane", "van der", "Jr")),
        Contributor(Name(literal="World Bank")),
        Contributor(Name("Kim", "C."), Role.EDITOR),
    ),
    others=(Role.AUTHOR,),
    issued=Issued.parse("2024-03-07"),
    volume="12",
    issue="3",
    pages="101–119",
    identifiers=(Identifier(Scheme.DOI, "10.1000/abc"), Identifier(Scheme.ISSN, "1234-5679")),
    languages=("en",),
    license="CC-BY-4.0",
    access=Access(AccessStatus.OPEN),
    links=(Link("https://example.org/a"), Link("https://example.org/b")),
    projects=("eump", "gim"),
)
STATED = {
    "key": "doe2024",
    "type": "article",
    "language": "en",
    "title": "Rivers: A survey",
    "authors": "van der Doe, Jr, Jane; World Bank; et al.",
    "editors": "Kim, C.",
    "year": "2024",
    "date": "2024-03-07",
    "container": "Journal of Rivers",
    "event": "Days of Ice",
    "volume": "12",
    "issue": "3",
    "pages": "101–119",
    "doi": "10.1000/abc",
    "issn": "1234-5679",
    "url": "https://example.org/publications/doe2024",
    "links": "https://example.org/a; https://example.org/b",
    "keywords": "labour, paid; вода",
    "abstract": "One. Two.",
    "license": "CC-BY-4.0",
    "access": "open",
    "projects": "eump; gim",
}
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠1"]
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
TRICKY = st.text(st.sampled_from("=+-@＝＋－＠'\";, \t\r\n\x00aж"), max_size=12)


def written(*own: Record, flavour: str = "portable") -> str:
    return "".join(write(own, replace(OPTIONS, flavour=flavour)))


def read(source: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(source, newline=""), delimiter=delimiter, strict=delimiter == ","))


def test_an_article() -> None:
    names, cells = read(written(ARTICLE))
    assert {name: value for name, value in zip(names, cells, strict=True) if value} == STATED


def test_the_format_is_found_by_its_suffix() -> None:
    assert by_suffix(".csv") is CSV


def test_without_records_there_are_the_names_of_the_columns() -> None:
    assert read(written()) == [list(COLUMNS)]


def test_a_language_can_be_asked_for() -> None:
    assert row(ARTICLE, replace(OPTIONS, asked="ru"))["title"] == "Реки"


@pytest.mark.parametrize(
    ("source", "year", "date"),
    [("2019/2021", "2019", "2019/2021"), ("2021~", "2021", "2021~"), ("soon", "", "soon")],
)
def test_dates(source: str, year: str, date: str) -> None:
    stated = row(replace(BARE, issued=Issued.parse(source)), OPTIONS)
    assert (stated["year"], stated["date"]) == (year, date)


def test_excel_knows_utf_8_by_its_mark() -> None:
    assert written(BARE, flavour="excel") == "\ufeff" + written(BARE)


def test_rows_end_as_the_standard_says() -> None:
    assert written(BARE, BARE).count("\r\n") == written(BARE, BARE).count("\n") == 3


def test_records_are_written_one_by_one() -> None:
    def endless() -> Iterator[Record]:
        while True:
            yield BARE

    chunks = write(endless(), OPTIONS)
    assert (next(chunks) + next(chunks)) == written(BARE)


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_title_is_no_formula(formula: str) -> None:
    _, cells = read(written(replace(BARE, title=Multilingual.of(formula))))
    assert cells[COLUMNS.index("title")] == f"'{formula}"


@pytest.mark.parametrize("text", ["a=b", "x – y", "well-known", "'quoted'", "a, -1", "ü@example.org"])
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert cell(text) == text


@given(TRICKY | st.text(max_size=20))
def test_a_cell_can_be_read_back(text: str) -> None:
    assert plain(cell(text)) == folded(text)


@given(TRICKY)
def test_no_cell_starts_a_formula(text: str) -> None:
    assert not FORMULA.match(cell(text))


@given(TRICKY, TRICKY)
def test_a_spreadsheet_set_to_semicolons_finds_no_formula_either(first: str, last: str) -> None:
    line = ",".join('"{}"'.format(cell(text).replace('"', '""')) for text in (first, last))
    assert not any(FORMULA.match(part.strip(' "')) for part in line.split(";"))


@settings(max_examples=40)
@given(st.lists(records() | RECORDS, max_size=2))
def test_python_reads_the_same_cells(own: list[Record]) -> None:
    names, *rows = read(written(*own))
    stated = [{name: folded(value) for name, value in row(record, OPTIONS).items()} for record in own]
    assert [dict(zip(names, map(plain, cells), strict=True)) for cells in rows] == [
        dict.fromkeys(COLUMNS, "") | cells for cells in stated
    ]


def test_pandoc_reads_every_row() -> None:
    library = judged_records()
    command = [pypandoc.get_pandoc_path(), "-f", "csv", "-t", "json"]
    done = subprocess.run(command, input=written(*library), capture_output=True, text=True, check=True)
    (table,) = json.loads(done.stdout)["blocks"]
    (body,) = table["c"][4]
    assert [_text(cells[1][0]) for cells in body[3]] == [record.key for record in library]


def _text(pandoc_cell: list[object]) -> str:
    """The words of a cell in pandoc's tree, where a cell ends with its blocks."""
    (block,) = pandoc_cell[-1]
    return "".join(inline.get("c", " ") for inline in block["c"])
