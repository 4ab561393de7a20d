"""Markdown: pandoc and markdown-it read just the text that was written."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from catalogue.exports.markdown import MARKDOWN, paragraph, write
from catalogue.exports.registry import Options, by_suffix
from catalogue.model import Keyword, Link, Mark, MarkKind, Multilingual, Record, RecordType, Text
from tests.catalogue.exports import documents
from tests.library_records import library_records
from tests.strategies import texts

SYNTAX = "commonmark+tex_math_dollars"
RECORD = Record("k", RecordType.BOOK, Multilingual.of("T"))


def seen_by_markdown_it(source: str) -> str:
    """The text of a document with one paragraph, white space folded."""
    opening, inline, closing = MarkdownIt("commonmark").parse(source)
    assert (opening.type, closing.type) == ("paragraph_open", "paragraph_close")
    shown = (
        " " if part.type == "softbreak" else part.content
        for part in inline.children or ()
        if part.type != "html_inline"
    )
    return " ".join("".join(shown).split())


def cite(records: Iterable[Record]) -> Iterator[Text]:
    return (
        Text(f"1. {record.key} [*]", (Mark(MarkKind.BOLD, 3, 3 + len(record.key)),)) for record in records
    )


def test_the_format_is_found_by_its_suffix() -> None:
    assert by_suffix(".md") is MARKDOWN


@settings(max_examples=15)
@given(st.lists(texts(), min_size=1, max_size=30))
def test_pandoc_reads_each_letter_with_its_marks(own: list[Text]) -> None:
    source = "\n\n".join(paragraph(text) for text in own)

    assert documents.paragraphs(source, SYNTAX) == [documents.letters_of(text) for text in own]


@given(st.text(st.sampled_from("aZ1ж _*`~^[]()<>!\\&;#.-+=|$:/@\"'{}\n"), min_size=1).filter(str.strip))
def test_a_plain_text_is_read_as_it_is(plain: str) -> None:
    assert seen_by_markdown_it(paragraph(Text(plain))) == " ".join(plain.split())


@pytest.mark.parametrize(
    "plain",
    [
        "1. First",
        "12) x",
        "# x",
        "- x",
        "+ x",
        "> x",
        "&amp; x",
        "<b>x</b>",
        "[a](b)",
        "***",
        "---",
        "x\\",
        "    x",
    ],
)
def test_a_paragraph_stays_one(plain: str) -> None:
    assert seen_by_markdown_it(paragraph(Text(plain))) == plain.strip()


@pytest.mark.parametrize(
    ("marks", "markdown"),
    [
        ((Mark(MarkKind.ITALIC, 0, 4),), "*Homo* (x) y"),
        ((Mark(MarkKind.BOLD, 0, 4),), "**Homo** (x) y"),
        ((Mark(MarkKind.ITALIC, 1, 4),), "H<em>omo</em> (x) y"),
        ((Mark(MarkKind.ITALIC, 5, 8),), "Homo <em>(x)</em> y"),
        ((Mark(MarkKind.ITALIC, 0, 4), Mark(MarkKind.BOLD, 0, 4)), "<strong><em>Homo</em></strong> (x) y"),
        ((Mark(MarkKind.ITALIC, 0, 8), Mark(MarkKind.ITALIC, 0, 4)), "<em>Homo (x)</em> y"),
        ((Mark(MarkKind.SUP, 9, 10),), "Homo (x) <sup>y</sup>"),
        ((Mark(MarkKind.SUB, 9, 10),), "Homo (x) <sub>y</sub>"),
        ((Mark(MarkKind.MATH, 9, 10),), "Homo (x) $y$"),
        ((Mark(MarkKind.NOCASE, 0, 4),), "Homo (x) y"),
    ],
)
def test_how_marks_are_written(marks: tuple[Mark, ...], markdown: str) -> None:
    assert paragraph(Text("Homo (x) y", marks)) == markdown


def test_a_web_address_is_a_link() -> None:
    record = Record("k", RecordType.ONLINE, Multilingual.of("T"), links=(Link("https://example.org/~a_(b)"),))

    assert documents.links("".join(write([record], Options(base_url="https://c.example"))), SYNTAX) == [
        "https://example.org/~a_(b)",
        "https://c.example/publications/k",
    ]


def test_a_record_with_all_that_is_shown() -> None:
    record = Record(
        "k",
        RecordType.BOOK,
        Multilingual.of({"en": "T", "ru": "Т"}),
        abstract=Multilingual.of({"en": "One.\n\nTwo.", "ru": "Раз."}),
        keywords=(Keyword(Text("roads")), Keyword(Text("a*b"))),
        languages=("en",),
    )

    assert "".join(write([record], Options())) == "*T*.\n\nroads; a\\*b\n\n> One.\n>\n> Two.\n"


def test_a_mark_over_two_paragraphs_goes_on_in_each() -> None:
    text = Text("One.\n\nTwo.", (Mark(MarkKind.ITALIC, 2, 8),))
    record = Record("k", RecordType.BOOK, Multilingual.of("T"), abstract=Multilingual.of(text))

    assert "".join(write([record], Options())).endswith("> On<em>e.</em>\n>\n> <em>Tw</em>o.\n")


def test_the_text_asked_for_is_chosen() -> None:
    record = Record("k", RecordType.BOOK, Multilingual.of({"en": "T", "ru": "Т"}), languages=("en",))

    assert "".join(write([record], Options(asked="ru"))) == "*Т*.\n"


def test_citations_take_the_place_of_references() -> None:
    assert "".join(write([RECORD], Options(cite=cite))) == "1\\. **k** \\[\\*\\]\n\n"


def test_every_record_of_the_library_has_a_paragraph_of_its_own() -> None:
    library = library_records()
    source = "".join(write(library, Options(cite=lambda own: (Text(record.key) for record in own))))

    assert documents.paragraphs(source, SYNTAX) == [
        documents.letters_of(Text(record.key)) for record in library
    ]


def test_records_are_written_one_by_one() -> None:
    assert next(write(iter([RECORD, RECORD]), Options())) == "*T*.\n"
