"""Google Scholar's inclusion rules, walked for every type of record."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from catalogue.metadata.highwire import AUTHOR, DATE, TITLE, missing, tags
from catalogue.model import (
    NO_TEXT,
    Contributor,
    Issued,
    Name,
    PartialDate,
    Record,
    RecordType,
    Role,
)
from tests.catalogue.metadata.library import FULL, PAGE
from tests.strategies import records

PDF = f"{PAGE}.pdf"
PLACES = {
    "citation_conference_title",
    "citation_dissertation_institution",
    "citation_inbook_title",
    "citation_journal_title",
    "citation_technical_report_institution",
}
"""The tags of which each says where a publication appeared, and so what kind it is."""


def content(record: Record, name: str) -> list[str]:
    return [value for own, value in tags(record, PAGE, PDF) if own == name]


@pytest.mark.parametrize("kind", RecordType)
def test_every_type_has_what_google_scholar_requires(kind: RecordType) -> None:
    names = [name for name, _ in tags(replace(FULL, type=kind), PAGE, PDF)]
    assert {"citation_title", "citation_author", "citation_publication_date"} <= set(names)


@pytest.mark.parametrize("kind", RecordType)
def test_no_type_says_twice_where_it_appeared(kind: RecordType) -> None:
    names = Counter(name for name, _ in tags(replace(FULL, type=kind), PAGE, PDF))
    assert sum(names[place] for place in PLACES) <= 1


@pytest.mark.parametrize("kind", RecordType)
def test_only_authors_are_authors(kind: RecordType) -> None:
    record = replace(FULL, type=kind)
    assert content(record, "citation_author") == [
        "Омарова, Айгерим",
        "von Goethe, Johann",
        "Working Group on Reeds",
    ]
    assert content(record, "citation_editor") == ["Weiss, Edda"]


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        (RecordType.ARTICLE, "citation_journal_title", "Вестник дельт"),
        (RecordType.ARTICLE, "citation_journal_abbrev", "Вестн. дельт"),
        (RecordType.REVIEW, "citation_journal_title", "Вестник дельт"),
        (RecordType.SUPPPERIODICAL, "citation_journal_title", "Вестник дельт"),
        (RecordType.PERIODICAL, "citation_journal_title", "Вестник дельт"),
        (RecordType.INPROCEEDINGS, "citation_conference_title", "Вестник дельт"),
        (RecordType.INCOLLECTION, "citation_inbook_title", "Вестник дельт"),
        (RecordType.INBOOK, "citation_inbook_title", "Вестник дельт"),
        (RecordType.INREFERENCE, "citation_inbook_title", "Вестник дельт"),
        (RecordType.THESIS, "citation_dissertation_institution", "University of Reeds"),
        (RecordType.REPORT, "citation_technical_report_institution", "University of Reeds"),
        (RecordType.REPORT, "citation_technical_report_number", "TR-5"),
        (RecordType.BOOK, "citation_isbn", "9783161484100"),
        (RecordType.BOOK, "citation_publisher", "Delta Press"),
    ],
)
def test_each_type_has_its_form(kind: RecordType, name: str, value: str) -> None:
    assert content(replace(FULL, type=kind), name) == [value]


def test_a_paper_without_proceedings_names_its_conference() -> None:
    paper = replace(FULL, type=RecordType.INPROCEEDINGS, container=None)
    assert content(paper, "citation_conference_title") == ["Conference of Deltas"]


def test_a_thesis_without_a_school_names_its_publisher() -> None:
    thesis = replace(FULL, type=RecordType.THESIS, institution=NO_TEXT)
    assert content(thesis, "citation_dissertation_institution") == ["Delta Press"]


def test_a_work_that_is_edited_as_a_whole_stands_under_its_editors() -> None:
    editors = FULL.by_role(Role.EDITOR)
    collection = replace(FULL, type=RecordType.COLLECTION, contributors=editors)
    assert content(collection, "citation_author") == ["Weiss, Edda"]
    assert content(collection, "citation_editor") == []


def test_institution_and_orcid_follow_their_author() -> None:
    names = [(name, value) for name, value in tags(FULL, PAGE) if name.startswith("citation_author")]
    assert names[:4] == [
        ("citation_author", "Омарова, Айгерим"),
        ("citation_author_institution", "Институт дельт"),
        ("citation_author_orcid", "https://orcid.org/0000-0002-1825-0097"),
        ("citation_author", "von Goethe, Johann"),
    ]


def test_texts_are_in_the_language_of_the_publication() -> None:
    assert content(FULL, "citation_title") == ["Тростник: Обзор"]
    assert content(FULL, "citation_abstract") == ["О тростнике. И воде."]
    assert content(FULL, "citation_language") == ["ru"]


def test_keywords_stand_one_by_one() -> None:
    assert content(FULL, "citation_keywords") == ["тростник", "reeds"]


@pytest.mark.parametrize(
    ("issued", "written"),
    [
        ("2021-03-07", "2021/03/07"),
        ("2021-03", "2021"),
        ("2021", "2021"),
        ("2020-12-30/2021-01-04", "2020/12/30"),
        ("2021-21", "2021"),
        ("0850", "0850"),
    ],
)
def test_a_date_is_a_day_or_a_year(issued: str, written: str) -> None:
    assert content(replace(FULL, issued=Issued.parse(issued)), "citation_publication_date") == [written]


@pytest.mark.parametrize(
    ("pages", "first", "last"),
    [
        ("101–119", ["101"], ["119"]),
        ("A-1–A-9", ["A-1"], ["A-9"]),
        ("7", ["7"], []),
        ("12–15, 17", ["12"], []),
        ("", ["e7"], []),
    ],
)
def test_pages_are_told_apart(pages: str, first: list[str], last: list[str]) -> None:
    record = replace(FULL, pages=pages, article_number="e7")
    assert content(record, "citation_firstpage") == first
    assert content(record, "citation_lastpage") == last


def test_a_file_stands_in_the_directory_of_its_page() -> None:
    (file,) = content(FULL, "citation_pdf_url")
    (page,) = content(FULL, "citation_abstract_html_url")
    assert file.rpartition("/")[0] == page.rpartition("/")[0]


def test_a_file_that_is_not_open_is_not_named() -> None:
    assert "citation_pdf_url" not in dict(tags(FULL, PAGE))


@pytest.mark.parametrize(
    ("changed", "lacks"),
    [
        ({"title": NO_TEXT}, (TITLE,)),
        ({"contributors": ()}, (AUTHOR,)),
        ({"contributors": FULL.by_role(Role.EDITOR)}, (AUTHOR,)),
        ({"contributors": (Contributor(Name()),)}, (AUTHOR,)),
        ({"issued": None}, (DATE,)),
        ({"issued": Issued(literal="forthcoming")}, (DATE,)),
        ({"issued": Issued(PartialDate(-44))}, (DATE,)),
        ({"issued": None, "contributors": ()}, (AUTHOR, DATE)),
    ],
)
def test_a_record_that_lacks_what_is_required_has_no_tag(
    changed: dict[str, object], lacks: tuple[str, ...]
) -> None:
    record = replace(FULL, **changed)
    assert (missing(record), tags(record, PAGE, PDF)) == (lacks, [])


@settings(max_examples=50)
@given(records())
def test_whatever_is_known_no_tag_is_empty_or_broken(record: Record) -> None:
    found = tags(record, PAGE, PDF)
    assert all(re.fullmatch(r"\S(.*\S)?", value) for _, value in found)
    assert bool(found) == (not missing(record))
