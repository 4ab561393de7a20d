"""RTF: seven bits, and pandoc reads just the citations that were written."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.exports.reference import reference
from catalogue.exports.registry import Options, by_suffix
from catalogue.exports.rtf import RTF, write
from catalogue.model import Link, Mark, MarkKind, Multilingual, Record, RecordType, Text
from tests.catalogue.exports import documents
from tests.library_records import library_records
from tests.strategies import texts

RECORD = Record("k", RecordType.BOOK, Multilingual.of("T"))


def document(*citations: Text) -> str:
    """The document of finished citations."""

    def cite(records: Iterable[Record]) -> Iterator[Text]:
        return (citation for _, citation in zip(records, citations, strict=True))

    return "".join(write([RECORD] * len(citations), Options(cite=cite)))


def without_math(text: Text) -> Text:
    return Text(text.plain, tuple(mark for mark in text.marks if mark.kind is not MarkKind.MATH))


def test_the_format_is_found_by_its_suffix() -> None:
    assert by_suffix(".rtf") is RTF


@settings(max_examples=15)
@given(st.lists(texts(), min_size=1, max_size=30))
def test_pandoc_reads_each_letter_with_its_marks(own: list[Text]) -> None:
    expected = [documents.letters_of(without_math(text)) for text in own]

    assert documents.paragraphs(document(*own), "rtf") == expected


@settings(max_examples=25)
@given(st.text(min_size=1))
def test_any_text_is_seven_bits_and_one_document(plain: str) -> None:
    source = document(Text(plain))
    bare = source.replace("\\\\", "").replace("\\{", "").replace("\\}", "")

    assert (source.isascii(), bare.count("{")) == (True, bare.count("}"))


@pytest.mark.parametrize("plain", ["Қазақ әні", "中文 日本", "a\\b {c}", "a\u2028b\x00c", "«é» – “x”"])
def test_letters_are_read_again(plain: str) -> None:
    shown = " ".join(plain.replace("\x00", " ").split())

    assert documents.paragraphs(document(Text(plain)), "rtf") == [documents.letters_of(Text(shown))]


def test_a_letter_beyond_sixteen_bits_is_two_numbers() -> None:
    high, low = 0xD83D - 0x10000, 0xDE00 - 0x10000  # U+1F600 in UTF-16, as signed numbers.

    assert rf"\u{high} ?\u{low} ?\par" in document(Text("\U0001f600"))


def test_numbers_of_a_style_are_those_of_its_citations() -> None:
    assert documents.paragraphs(document(Text("1. A"), Text("2. B")), "rtf") == [
        documents.letters_of(Text("1. A")),
        documents.letters_of(Text("2. B")),
    ]


def test_a_web_address_is_a_link() -> None:
    record = replace(RECORD, links=(Link("https://example.org/~a_(b)?c=1&d"),))

    assert documents.links("".join(write([record], Options())), "rtf") == ["https://example.org/~a_(b)?c=1&d"]


def test_without_citations_there_are_plain_references() -> None:
    library = library_records()
    expected = [documents.letters_of(without_math(reference(own, (own.language, "en")))) for own in library]

    assert documents.paragraphs("".join(write(library, Options())), "rtf") == expected


def test_citations_are_taken_one_by_one() -> None:
    pieces = write(iter([RECORD, RECORD]), Options(cite=lambda own: (Text(record.key) for record in own)))

    assert [next(pieces).startswith("{\\rtf1"), next(pieces).endswith("k\\par\n")] == [True, True]


def test_italics_hold_what_is_marked() -> None:
    assert r"a {\i b} c\par" in document(Text("a b c", (Mark(MarkKind.ITALIC, 2, 3),)))
