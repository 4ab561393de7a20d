"""The HTML of citeproc-js as marked text."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fragment_fromstring

from catalogue.citations.markup import text_of
from catalogue.model import Mark, MarkKind, Text

TAGS = {MarkKind.BOLD: "b", MarkKind.ITALIC: "i", MarkKind.SUB: "sub", MarkKind.SUP: "sup"}


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('  <div class="csl-entry">A.</div>\n', Text("A.")),
        ("a &#38; b &#60;i&#62; c", Text("a & b <i> c")),
        ("<i>a</i>", Text("a", (Mark(MarkKind.ITALIC, 0, 1),))),
        (
            '<i>a <span style="font-style:normal;">b</span> c</i>',
            Text("a b c", (Mark(MarkKind.ITALIC, 0, 2), Mark(MarkKind.ITALIC, 3, 5))),
        ),
        ('<span style="font-variant:small-caps;">Doe</span>', Text("Doe")),
        ('<span style="text-decoration:underline;">Doe</span>', Text("Doe")),
        ('<a href="https://example.org">here</a>', Text("here")),
        ("a \n  b", Text("a b")),
        ("a\N{NO-BREAK SPACE} b", Text("a\N{NO-BREAK SPACE} b")),
        ("e\N{COMBINING ACUTE ACCENT}", Text("é")),
        ("<i></i>a", Text("a")),
        ("a<b> </b>", Text("a")),
        ("", Text("")),
        (
            '<div><div class="csl-left-margin">[1]</div><div class="csl-right-inline">A.</div></div>',
            Text("A."),
        ),
        ('<div>A.</div><div class="csl-block">B.</div>', Text("A. B.")),
    ],
)
def test_html_as_text(html: str, text: Text) -> None:
    assert text_of(html) == text


def trees(depth: int = 3) -> st.SearchStrategy[str]:
    """HTML of nested tags, none inside itself or empty, as citeproc-js writes it."""
    words = st.text("ab <&>", min_size=1, max_size=5).map(escape)
    if depth == 0:
        return words
    inner = trees(depth - 1)
    tagged = st.tuples(st.sampled_from(sorted(TAGS.values())), inner).map(
        lambda own: f"<{own[0]}>{own[1]}</{own[0]}>"
    )
    return st.lists(st.one_of(words, tagged), min_size=1, max_size=3).map("".join)


@given(trees())
def test_any_nesting_has_the_words_that_lxml_reads(html: str) -> None:
    """The marks are well nested besides: Text refuses others."""
    assert text_of(html).plain == " ".join(fragment_fromstring(f"<p>{html}</p>").text_content().split())
