"""COinS, read as a query string is read, against the keys of the Z39.88-2004 formats."""

from dataclasses import replace
from urllib.parse import parse_qs, parse_qsl

import pytest
from hypothesis import given, settings

from catalogue.metadata.coins import ABOUT, context_object
from catalogue.model import Contributor, Name, Record, RecordType
from tests.catalogue.metadata.library import FULL, PAGE
from tests.strategies import records

SHARED = {"au", "date", "issn", "isbn"}
KEYS = {
    "journal": SHARED | set("genre atitle jtitle stitle volume issue artnum spage epage pages".split()),
    "book": SHARED | set("genre atitle btitle spage epage pages tpages edition series place pub".split()),
    "dissertation": SHARED | {"title", "inst"},
    "patent": {"title", "number", "inventor", "date"},
    "dc": {"type", "title", "creator", "date", "source", "publisher", "language"},
}
"""The keys of each format that a publication of any kind here can use."""


def read(record: Record, *, about: bool = False) -> dict[str, list[str]]:
    return parse_qs(context_object(record, PAGE, about=about), strict_parsing=True)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (RecordType.ARTICLE, {"genre": "article", "atitle": "Тростник: Обзор", "jtitle": "Вестник дельт"}),
        (RecordType.ARTICLE, {"volume": "7", "issue": "2", "spage": "101", "epage": "119"}),
        (RecordType.PERIODICAL, {"genre": "issue", "jtitle": "Вестник дельт"}),
        (RecordType.INPROCEEDINGS, {"genre": "proceeding", "btitle": "Вестник дельт"}),
        (RecordType.INCOLLECTION, {"genre": "bookitem", "atitle": "Тростник: Обзор"}),
        (RecordType.BOOK, {"genre": "book", "btitle": "Тростник: Обзор", "isbn": "9783161484100"}),
        (RecordType.REPORT, {"genre": "report", "pub": "Delta Press"}),
        (RecordType.THESIS, {"title": "Тростник: Обзор", "inst": "Delta Press"}),
        (RecordType.PATENT, {"title": "Тростник: Обзор", "number": "TR-5"}),
        (RecordType.SOFTWARE, {"type": "computerProgram", "publisher": "Delta Press"}),
        (RecordType.BIBNOTE, {"type": "document", "language": "ru"}),
    ],
)
def test_each_kind_says_what_it_is(kind: RecordType, expected: dict[str, str]) -> None:
    found = read(replace(FULL, type=kind))
    assert {name: found[f"rft.{name}"] for name in expected} == {
        name: [value] for name, value in expected.items()
    }


@pytest.mark.parametrize("kind", RecordType)
def test_each_format_uses_its_own_keys(kind: RecordType) -> None:
    found = read(replace(FULL, type=kind))
    (form,) = found["rft_val_fmt"]
    used = {name.removeprefix("rft.") for name in found if name.startswith("rft.")}
    assert used <= KEYS[form.removeprefix("info:ofi/fmt:kev:mtx:")]


@pytest.mark.parametrize("kind", RecordType)
def test_where_it_stands_alone_it_says_what_it_is_about(kind: RecordType) -> None:
    record = replace(FULL, type=kind)
    alone, listed = read(record, about=True), read(record)
    assert alone["rft.description"] == ["О тростнике.\n\nИ воде."]
    assert alone["rft.subject"] == ["тростник", "reeds"]
    assert alone["rft.language"] == ["ru"]
    assert {name: alone[name] for name in listed} == listed
    assert alone.keys() - listed.keys() <= {f"rft.{name}" for name in ABOUT}


def test_doi_and_page_identify_it() -> None:
    assert read(FULL)["rft_id"] == ["info:doi/10.99999/reeds", PAGE]


def test_authors_stand_one_by_one() -> None:
    assert read(FULL)["rft.au"] == ["Омарова, Айгерим", "von Goethe, Johann", "Working Group on Reeds"]


def test_a_long_list_of_authors_is_cut() -> None:
    crowd = tuple(Contributor(Name("Omarova", str(number))) for number in range(500))
    assert read(replace(FULL, contributors=crowd))["rft.au"][:2] == ["Omarova, 0", "Omarova, 1"]
    assert len(context_object(replace(FULL, contributors=crowd), PAGE)) < 4000


@settings(max_examples=50)
@given(records())
def test_whatever_is_known_nothing_is_empty(record: Record) -> None:
    pairs = parse_qsl(context_object(record, PAGE), keep_blank_values=True, strict_parsing=True)
    assert [name for name, value in pairs if not value] == []
    assert pairs[0] == ("ctx_ver", "Z39.88-2004")
