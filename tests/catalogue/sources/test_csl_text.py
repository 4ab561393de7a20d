"""The rich text of CSL, in HTML tags and in Markdown."""

import pytest

from catalogue.model import Mark, MarkKind, Text
from catalogue.sources.csl_text import to_text


@pytest.mark.parametrize(
    ("written", "plain", "marked"),
    [
        ("<i>Homo</i> x", "Homo x", [(MarkKind.ITALIC, "Homo")]),
        ('the <span class="nocase">EU</span>', "the EU", [(MarkKind.NOCASE, "EU")]),
        ("H<sub>2</sub>O", "H2O", [(MarkKind.SUB, "2")]),
        ("<b>a <i>b</i></b>", "a b", [(MarkKind.BOLD, "a b"), (MarkKind.ITALIC, "b")]),
        ("<sc>abc</sc>", "abc", []),
        ('<span style="font-variant:small-caps;">abc</span>', "abc", []),
        (
            "*Homo* **x** [EU]{.nocase}",
            "Homo x EU",
            [(MarkKind.ITALIC, "Homo"), (MarkKind.BOLD, "x"), (MarkKind.NOCASE, "EU")],
        ),
        ("H~2~O, x^2^", "H2O, x2", [(MarkKind.SUB, "2"), (MarkKind.SUP, "2")]),
        ("$x^2$ is", "x^2 is", [(MarkKind.MATH, "x^2")]),
        ("<i>$x$</i>", "x", [(MarkKind.ITALIC, "x"), (MarkKind.MATH, "x")]),
    ],
)
def test_tags_and_markdown_are_marks(written: str, plain: str, marked: list[tuple[MarkKind, str]]) -> None:
    text = to_text(written)
    assert (text.plain, [(mark.kind, plain[mark.start : mark.end]) for mark in text.marks]) == (
        plain,
        marked,
    )


@pytest.mark.parametrize(
    "plain",
    [
        "2 * 3 * 4",
        "C*-algebra",
        "x^2 + y^2",
        "a < b",
        "$5 or $6",
        "p<.05*",
        "[sic] it",
        "~5 km",
        "</i> <b>",
        "C:\\dir",
        "a*b*c",
    ],
)
def test_what_marks_nothing_is_text(plain: str) -> None:
    assert to_text(plain) == Text(plain)


def test_what_pandoc_escapes_is_itself() -> None:
    assert to_text(r"50\% \*of\* \$5 \[x\] \\") == Text("50% *of* $5 [x] \\")


def test_a_mark_that_is_never_closed_is_text() -> None:
    assert to_text("<i>a <b>b</i>") == Text("a <b>b", (Mark(MarkKind.ITALIC, 0, 6),))


def test_a_blank_line_parts_paragraphs() -> None:
    assert to_text("one\n\n<i>two</i>").plain == "one\n\ntwo"
