"""Writing LaTeX undoes reading it."""

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.exports.latex import escape, from_text
from catalogue.model import Mark, MarkKind, Text
from catalogue.sources.bibtex import read
from catalogue.sources.latex import to_text
from catalogue.sources.raw import RawEntry
from tests.corpora import CORPORA, needs_corpora

PLAIN = st.text(
    st.sampled_from("aZ é\u0301ыҚі-–—'`\"“”?!\\{}$&%#_^~@<>.,;:()[]=/*5 \n") | st.characters(codec="utf-8"),
    max_size=12,
)
FORMULA = st.recursive(
    st.sampled_from(
        ["x", "5", " ", r"\alpha", "^", "_", "+", "&", "%", "#", "~", "--", "''", r"\$", r"\{x\}", "ы"]
    ),
    lambda inner: st.lists(inner, max_size=4).map(lambda parts: "{" + "".join(parts) + "}"),
)
KINDS = [kind for kind in MarkKind if kind is not MarkKind.MATH]

Tree = str | tuple[MarkKind, list["Tree"]]
TREES = st.recursive(
    PLAIN | st.tuples(st.just(MarkKind.MATH), st.lists(FORMULA, min_size=1, max_size=4)),
    lambda inner: st.tuples(st.sampled_from(KINDS), st.lists(inner, min_size=1, max_size=3)),
)


def grow(tree: Tree, start: int) -> tuple[str, list[Mark]]:
    if isinstance(tree, str):
        return tree, []
    kind, children = tree
    plain, marks = grow_all(children, start)
    return plain, [Mark(kind, start, start + len(plain)), *marks]


def grow_all(trees: list[Tree], start: int = 0) -> tuple[str, list[Mark]]:
    plain, marks = "", []
    for tree in trees:
        more, its_marks = grow(tree, start + len(plain))
        plain += more
        marks += its_marks
    return plain, marks


def marked(trees: list[Tree]) -> Text | None:
    """The text of a tree, if it is one as the catalogue keeps them: folded, in NFC."""
    plain, marks = grow_all(trees)
    if Text.of(plain).plain != plain:
        return None
    paragraph_break = plain.find("\n\n") + 1
    if paragraph_break and any(paragraph_break in (mark.start, mark.end) for mark in marks):
        return None
    return Text(plain, tuple(mark for mark in marks if mark.start < mark.end))


MARKED = st.lists(TREES, max_size=5).map(marked).filter(lambda text: text is not None)


@given(MARKED)
def test_what_was_written_is_read_again(text: Text) -> None:
    assert to_text(from_text(text)) == text


@given(PLAIN.filter(lambda plain: Text.of(plain).plain == plain))
def test_what_was_escaped_is_plain_text(plain: str) -> None:
    assert to_text(escape(plain)) == Text(plain)


@given(MARKED)
def test_braces_are_balanced_even_where_a_backslash_does_not_count(text: Text) -> None:
    depth = 0
    for brace in (character for character in from_text(text) if character in "{}"):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    assert depth == 0


@given(MARKED)
def test_unprotected_text_loses_that_mark_alone(text: Text) -> None:
    others = tuple(mark for mark in text.marks if mark.kind is not MarkKind.NOCASE)
    assert to_text(from_text(text, case_protected=False)) == Text(text.plain, others)


@pytest.mark.parametrize(
    ("marks", "latex"),
    [
        ((Mark(MarkKind.NOCASE, 0, 2),), "{EU} law"),
        ((Mark(MarkKind.ITALIC, 0, 2),), r"\textit{EU} law"),
        ((Mark(MarkKind.NOCASE, 0, 2), Mark(MarkKind.ITALIC, 0, 2)), r"\textit{{EU}} law"),
        ((Mark(MarkKind.NOCASE, 0, 6), Mark(MarkKind.ITALIC, 0, 2)), r"{{}\textit{EU} law}"),
        ((Mark(MarkKind.SUP, 1, 2), Mark(MarkKind.BOLD, 3, 6)), r"E\textsuperscript{U} \textbf{law}"),
        ((Mark(MarkKind.MATH, 3, 6),), "EU $law$"),
    ],
)
def test_marks_are_commands(marks: tuple[Mark, ...], latex: str) -> None:
    assert from_text(Text("EU law", marks)) == latex


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed here")
@pytest.mark.parametrize(
    "plain",
    [
        "50% of R&D cost $5, #1_2 {x} ~ ^ \\ <a|b>",
        "a--b---c “x” – —",
        "Қазақ ән é ё ½ №",
    ],
)
def test_pandoc_reads_the_same(plain: str) -> None:
    command = ["pandoc", "--from=latex", "--to=plain", "--wrap=none"]
    read = subprocess.run(command, input=escape(plain), capture_output=True, check=True, text=True)
    assert read.stdout.strip() == plain


@needs_corpora
def test_whatever_real_files_hold_is_written_so_that_it_is_read_again() -> None:
    values = {
        "".join(piece for piece in field.value if isinstance(piece, str))
        for path in [*CORPORA.glob("bib/**/*.bib"), CORPORA / "bench_1k.bib"]
        for entry in read(path.read_bytes(), path.name)
        if isinstance(entry, RawEntry)
        for field in entry.fields
    }
    texts = [to_text(value) for value in values]
    assert [text for text in texts if to_text(from_text(text)) != text] == []
