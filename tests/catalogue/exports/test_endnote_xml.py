"""EndNote's XML: its structure by EndNote's document type, its contents as bibutils and pandoc read them."""

import json
import subprocess
from dataclasses import replace

import pypandoc
import pytest
from hypothesis import given, settings
from lxml import etree

from catalogue.exports.endnote_values import TYPES
from catalogue.exports.endnote_xml import ENDNOTE_XML, NUMBERS, write
from catalogue.exports.registry import Options, by_suffix
from catalogue.model import (
    Contributor,
    Issued,
    Mark,
    MarkKind,
    Multilingual,
    Name,
    Record,
    RecordType,
    Role,
    Text,
)
from tests.catalogue.exports import bibutils
from tests.catalogue.exports.bibutils import needs_bibutils
from tests.catalogue.exports.hostile import RECORDS
from tests.catalogue.exports.samples import (
    ARTICLE,
    BARE,
    CHAPTER,
    CROWD,
    OPTIONS,
    SAMPLES,
    SCRIPTS,
    THESIS,
    english,
    judged_records,
)
from tests.library_records import library_records
from tests.strategies import records, texts

ORDER = """
foreign-keys ref-type contributors auth-address titles periodical pages volume number edition section
keywords dates pub-location publisher isbn electronic-resource-num abstract label notes work-type language
urls access-date
""".split()
"""The parts of a reference in the order of EndNote's document type."""


def written(*own: Record, options: Options = OPTIONS) -> str:
    return "".join(write(own, options))


def found(record: Record, path: str, options: Options = OPTIONS) -> list[str]:
    """The texts of the elements that a path leads to from a reference."""
    (reference,) = etree.fromstring(written(record, options=options).encode())[0]
    return ["".join(hit.itertext()) for hit in reference.findall(path)]


def titled(text: Text) -> Record:
    return replace(BARE, title=Multilingual.of({"en": text}))


def by_pandoc(*own: Record) -> list[dict[str, object]]:
    """The references as CSL items."""
    command = [pypandoc.get_pandoc_path(), "-f", "endnotexml", "-t", "csljson"]
    run = subprocess.run(command, input=written(*own).encode(), capture_output=True, check=True)
    items: list[dict[str, object]] = json.loads(run.stdout)
    return items


def test_the_format_is_found_by_its_suffix() -> None:
    assert by_suffix(".endnote.xml") is ENDNOTE_XML


def test_references_stand_where_endnote_looks_for_them() -> None:
    document = etree.fromstring(written(*SAMPLES).encode())
    assert (document.tag, len(document.findall("records/record"))) == ("xml", len(SAMPLES))


@settings(max_examples=40)
@given(records() | RECORDS)
def test_the_parts_of_a_reference_stand_in_order(record: Record) -> None:
    (reference,) = etree.fromstring(written(record).encode())[0]
    names = [part.tag for part in reference]
    assert names == [name for name in ORDER if name in names]


@pytest.mark.parametrize("kind", RecordType)
def test_a_type_has_the_name_and_the_number_of_endnote(kind: RecordType) -> None:
    (reference,) = etree.fromstring(written(replace(BARE, type=kind)).encode())[0]
    own = reference.find("ref-type")
    assert own is not None
    assert (own.get("name"), own.text) == (TYPES[kind], str(NUMBERS[TYPES[kind]]))


def test_an_article_stands_in_its_journal() -> None:
    assert found(ARTICLE, "titles/secondary-title") == ["Өзен журналы"]
    assert found(ARTICLE, "periodical/*") == ["Өзен журналы", "J. Riv."]


def test_a_chapter_stands_in_its_book_and_series() -> None:
    assert found(CHAPTER, "titles/secondary-title") == ["A book: in two volumes"]
    assert found(CHAPTER, "titles/tertiary-title") == ["Studies of Water"]


def test_a_book_stands_in_its_series() -> None:
    record = replace(CHAPTER, type=RecordType.BOOK, container=None, event=None)
    assert found(record, "titles/secondary-title") == ["Studies of Water"]


def test_a_title_in_another_language_is_a_translation() -> None:
    assert found(ARTICLE, "titles/translated-title") == ["Rivers of the steppe: a survey"]


def test_the_title_is_in_the_language_that_is_asked_for() -> None:
    assert found(ARTICLE, "titles/title", Options(asked="ru")) == ["Реки степи"]


@pytest.mark.parametrize(
    ("name", "author"),
    [
        (Name("Goethe", "Johann", "von", "Jr"), "von Goethe, Johann, Jr"),
        (Name("Berg"), "Berg,"),
        (Name(literal="Bureau of Water"), "Bureau of Water,"),
        (Name(literal="Bureau, department"), "Bureau,, department"),
    ],
)
def test_names_are_parted_where_endnote_parts_them(name: Name, author: str) -> None:
    record = replace(BARE, contributors=(Contributor(name),))
    assert found(record, "contributors/authors/author") == [author]


@pytest.mark.parametrize(
    ("kind", "role", "place"),
    [
        (RecordType.INCOLLECTION, Role.EDITOR, "secondary-authors"),
        (RecordType.BOOK, Role.EDITOR, "tertiary-authors"),
        (RecordType.THESIS, Role.ADVISOR, "tertiary-authors"),
        (RecordType.BOOK, Role.TRANSLATOR, "subsidiary-authors"),
    ],
)
def test_who_did_what(kind: RecordType, role: Role, place: str) -> None:
    record = replace(BARE, type=kind, contributors=(Contributor(Name("Kim", "C."), role),))
    assert found(record, f"contributors/{place}/author") == ["Kim, C."]


def test_affiliations_of_authors_stand_once() -> None:
    record = replace(ARTICLE, contributors=ARTICLE.contributors[:1] * 2)
    assert found(record, "auth-address") == ["Steppe University"]


@pytest.mark.parametrize(
    ("source", "dates"),
    [("2024-03-07", ["2024", "March 7"]), ("2024", ["2024"]), ("forthcoming", ["forthcoming"])],
)
def test_dates(source: str, dates: list[str]) -> None:
    record = replace(BARE, issued=Issued.parse(source))
    assert found(record, "dates/year") + found(record, "dates/pub-dates/date") == dates


def test_the_number_of_a_report_stands_before_its_issn() -> None:
    record = replace(ARTICLE, type=RecordType.REPORT, number="TR-7")
    assert found(record, "isbn") == ["TR-7\r1234-5679"]


def test_a_thesis_has_its_school_and_kind() -> None:
    assert found(THESIS, "publisher") + found(THESIS, "work-type") == ["Steppe University", "PhD thesis"]


def test_italics_and_indices_are_styles() -> None:
    text = Text("H2O in E. coli", (Mark(MarkKind.SUB, 1, 2), Mark(MarkKind.ITALIC, 7, 14)))
    (reference,) = etree.fromstring(written(titled(text)).encode())[0]
    runs = [(run.text, run.get("face")) for run in reference.findall("titles/title/style")]
    assert runs == [("H", "normal"), ("2", "subscript"), ("O in ", "normal"), ("E. coli", "italic")]


def test_marks_over_the_same_words_are_one_style() -> None:
    text = Text("salt", (Mark(MarkKind.BOLD, 0, 4), Mark(MarkKind.ITALIC, 0, 4)))
    (reference,) = etree.fromstring(written(titled(text)).encode())[0]
    assert [run.get("face") for run in reference.findall("titles/title/style")] == ["bold italic"]


def test_marks_of_a_subtitle_move_along() -> None:
    subtitle = Multilingual.of({"en": Text("salt", (Mark(MarkKind.ITALIC, 0, 4),))})
    record = replace(BARE, title=english("Water"), subtitle=subtitle)
    (reference,) = etree.fromstring(written(record).encode())[0]
    runs = [(run.text, run.get("face")) for run in reference.findall("titles/title/style")]
    assert runs == [("Water: ", "normal"), ("salt", "italic")]


@given(texts())
def test_the_runs_of_a_title_are_the_whole_title(text: Text) -> None:
    assert found(titled(text), "titles/title") == [text.plain]


def test_paragraphs_end_as_endnote_ends_lines() -> None:
    assert found(ARTICLE, "abstract") == ["Бірінші.\r\rЕкінші."]


def test_every_script_survives() -> None:
    titles = [found(SCRIPTS, "titles/title", Options(asked=tag)) for tag in SCRIPTS.title.languages]
    assert titles == [[text.plain] for _, text in SCRIPTS.title]


@needs_bibutils
def test_bibutils_reads_the_library() -> None:
    library = library_records()
    assert bibutils.facts("endx2xml", written(*library)) == [bibutils.expected(own) for own in library]


@needs_bibutils
@settings(max_examples=30, deadline=None)
@given(records())
def test_bibutils_reads_any_record(record: Record) -> None:
    # In types it knows little of, bibutils counts editors and translators among the authors.
    record = replace(record, contributors=record.by_role(Role.AUTHOR))
    assert bibutils.facts("endx2xml", written(record)) == [bibutils.expected(record)]


def test_pandoc_reads_every_title() -> None:
    judged = judged_records()
    titles = [bibutils.letters(str(item["title"])) for item in by_pandoc(*judged)]
    assert titles == [bibutils.letters(own.titles(OPTIONS.locales(own))) for own in judged]


def test_pandoc_finds_references_by_their_keys() -> None:
    assert [item["id"] for item in by_pandoc(*SAMPLES)] == [own.key for own in SAMPLES]


def test_pandoc_counts_five_hundred_authors() -> None:
    (item,) = by_pandoc(CROWD)
    authors = item["author"]
    assert isinstance(authors, list)
    assert len(authors) == len(CROWD.contributors)
