from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from catalogue.model import Mark, MarkKind, Text
from catalogue.web.markup import found_html, is_safe_address, link_html, paragraphs_html, text_html

KINDS = [MarkKind.BOLD, MarkKind.ITALIC, MarkKind.SUB, MarkKind.SUP, MarkKind.NOCASE]
PLAIN = st.text(alphabet="ab <>&\"'é", min_size=1, max_size=30)


@st.composite
def marked_texts(draw: st.DrawFn) -> Text:
    plain = draw(PLAIN)
    marks: list[Mark] = []
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(plain) - 1))
        mark = Mark(draw(st.sampled_from(KINDS)), start, draw(st.integers(start + 1, len(plain))))
        if not any(a.start < b.start < a.end < b.end for m in marks for a, b in ((m, mark), (mark, m))):
            marks.append(mark)
    return Text(plain, tuple(marks))


def read(markup: str) -> str:
    # In an element of its own: the parser lets go of space before a fragment.
    return str(html.fromstring(f"<div>{markup}</div>").text_content())


@given(marked_texts())
def test_html_reads_as_the_plain_text(text: Text) -> None:
    assert read(text_html(text)) == text.plain


@given(marked_texts(), st.lists(st.integers(0, 30), max_size=6))
def test_marking_what_was_found_changes_no_text(text: Text, cuts: list[int]) -> None:
    edges = sorted({0, len(text.plain), *(cut for cut in cuts if cut < len(text.plain))})
    pieces = tuple((text.plain[a:b], bool(n % 2)) for n, (a, b) in enumerate(pairwise(edges)))
    made = html.fromstring(f"<div>{found_html(text, pieces)}</div>")
    assert made.text_content() == text.plain
    assert "".join(made.xpath("//mark//text()")) == "".join(piece for piece, found in pieces if found)


def test_marks_become_elements() -> None:
    text = Text(
        "CO2 in Oryza", (Mark(MarkKind.NOCASE, 0, 2), Mark(MarkKind.SUB, 2, 3), Mark(MarkKind.ITALIC, 7, 12))
    )
    assert text_html(text) == "CO<sub>2</sub> in <i>Oryza</i>"


def test_marks_nest() -> None:
    text = Text("abc", (Mark(MarkKind.ITALIC, 0, 3), Mark(MarkKind.SUP, 1, 2)))
    assert text_html(text) == "<i>a<sup>b</sup>c</i>"


def test_a_mark_over_two_paragraphs_stands_in_both() -> None:
    text = Text("one\n\ntwo", (Mark(MarkKind.BOLD, 0, 8),))
    assert paragraphs_html(text) == "<p><b>one</b></p><p><b>two</b></p>"


def test_what_was_found_is_marked_across_the_edge_of_a_mark() -> None:
    text = Text("migration", (Mark(MarkKind.ITALIC, 0, 4),))
    assert found_html(text, (("migration", True),)) == "<i><mark>migr</mark></i><mark>ation</mark>"


@pytest.mark.parametrize(
    "address", ["https://a.example", "HTTP://a.example", "mailto:a@b.example", "tel:+77", "ftp://a"]
)
def test_addresses_to_follow_are_links(address: str) -> None:
    assert html.fromstring(link_html(address, "here")).get("href") == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "file:///etc",
        "http://[x",
        "",
    ],
)
def test_other_addresses_are_text(address: str) -> None:
    assert not is_safe_address(address)
    assert "<a" not in link_html(address, "here")
